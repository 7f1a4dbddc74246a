"""The title of a story: what it is now, from its weightiest event and newest state.

The headline that grouping took stays where it names that event; else it is a headline that tells it. Where no report has a
headline, the event's own label is the title, not a first line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline import edtf, language
from dateline.cite import Cite
from dateline.language.words import content
from dateline.records.findings import Event, Plan
from dateline.records.marks import Marked, Status
from dateline.records.story import Story

MOST = 100  # characters
FEWEST = 3  # words
NEAR = 0.85  # share of the greatest weight from which an event can be what the story is about
FRESH = 7  # days for which the headline of a story's beginning is still what it says
HALF = 0.5  # share of the reports that tell of a plan which the story is about
NAMED = 2  # words that a headline shares with what it names
_OPEN: tuple[Status, ...] = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "alleged")


def title(story: Story, events: Sequence[Event], plans: Sequence[Plan] = ()) -> str:
    """What the story says now, in at most `MOST` characters: a headline or a label, never a caption or a line of dates."""
    moved = _moved(story, plans)
    if moved is not None:
        return moved
    named = _only_named(story, events)
    if named is not None:
        return max(_headlines(story, named), default=("", named.label))[1]
    head = _head(events)
    if head is None:
        return _short(story.title)
    told = max(_headlines(story, head), default=None)
    stale = told is not None and bool(told[0]) and _is_stale(story, head.earliest)
    if _names(story.title, head, story) and not stale and not _quotes(story.title):
        return _short(story.title)
    if told is not None:
        return told[1]
    headlines = {marked.report.title for marked in story.reports if len(marked.report.title or "") <= MOST}
    headlines = {line for line in headlines if line and not _quotes(line)}
    return _short(story.title) if story.title in headlines or len(head.label) > MOST else head.label


def _head(events: Sequence[Event]) -> Event | None:
    """The newest of the weightiest events that have a name of their own."""
    fit = _fit(events)
    top = max((event.worth for event in fit), default=0.0)
    near = [event for event in fit if event.worth >= NEAR * top]
    return max(
        [event for event in near if not event.named] or near,
        key=lambda event: (event.earliest or "", event.worth, event.id),
        default=None,
    )


def _moved(story: Story, plans: Sequence[Plan]) -> str | None:
    """The first headline that tells what became last of the plan of which most reports tell, where the story's is older."""
    by_reports = {plan.id: {cited.report for step in plan.history for cited in step.cites} for plan in plans}
    main = max(plans, key=lambda plan: (len(by_reports[plan.id]), plan.id), default=None)
    if main is None or len(by_reports[main.id]) < HALF * len(story.reports):
        return None
    last = max((step for step in main.history if step.date), key=lambda step: step.date or "", default=None)
    if last is None or not _is_stale(story, last.date):
        return None
    told = sorted(line for line in _among(story, last.cites) if line[0] >= (last.date or ""))
    return told[0][1] if told else None


def _is_stale(story: Story, day: str | None) -> bool:
    """Whether a day lies long after the story began, and the story's headline is of none so late."""
    first = min((told for marked in story.reports if (told := marked.report.published.day)), default=None)
    if first is None or day is None or edtf.apart(first, edtf.interval(day)[0] or first) <= FRESH:
        return False
    days = (marked.report.published.day for marked in story.reports if marked.report.title == story.title)
    return not any(told >= day for told in days if told)


def _fit(events: Sequence[Event]) -> list[Event]:
    return [event for event in events if event.label and event.status in _OPEN and not (event.said or event.background)]


def _only_named(story: Story, events: Sequence[Event]) -> Event | None:
    """The event that the story's headline only names (`All on the talks in Sund`), where others tell it in few words."""
    inside = {
        (marked.report.id, event.span.start): event.rank
        for marked in story.reports
        for sentence in marked.sentences
        if sentence.label == "headline" and " ".join(sentence.span.of(marked.report.text).split()) == story.title
        for event in marked.events
        if event.sentence == sentence.span
    }
    if not inside or any(rank != "noun" for rank in inside.values()):
        return None
    told = (event for event in _fit(events) if any((one.report, one.start) in inside for one in event.mentions))
    return next((event for event in told if len(event.label) <= MOST and event.label != story.title), None)


def _names(line: str, head: Event, story: Story) -> bool:
    """Whether a headline names an event: it tells it, or shares the words of its label."""
    words = language.of(story.reports[0].report.language).words
    spoken = any(" ".join(telling.sentence.text.split()) in line for telling in head.mentions)
    return len(line) <= MOST and (spoken or len(content(line, words) & content(head.label, words)) >= NAMED)


def _headlines(story: Story, head: Event) -> Iterator[tuple[str, str]]:
    """The headlines that tell an event and do not only name it, each after the day of its report."""
    return _among(story, (telling.sentence for telling in head.mentions))


def _among(story: Story, cites: Iterable[Cite]) -> Iterator[tuple[str, str]]:
    """Those of some words that are a headline but the story's own, each after the day of its report."""
    spun = {copy.report for copy in story.machine_rewritten}
    by_id = {marked.report.id: marked for marked in story.reports if marked.report.id not in spun}
    for cited in cites:
        marked = by_id.get(cited.report)
        if marked is not None and _is_headline(marked, cited.start, cited.end):
            line = " ".join(cited.text.split())
            fits = len(line.split()) >= FEWEST and len(line) <= MOST and not _quotes(line)
            if fits and line != story.title:
                yield marked.report.published.day or "", line


def _quotes(line: str) -> bool:
    """Whether a headline begins with somebody's words (`‘It is time to talk’: Moe meets Holm`): what happened stands behind."""
    return line.startswith(("“", "‘", '"', "'", "«", "„"))


def _is_headline(marked: Marked, start: int, end: int) -> bool:
    return any(s.label == "headline" and (s.span.start, s.span.end) == (start, end) for s in marked.sentences)


def _short(line: str) -> str:
    """A line cut after a whole word."""
    return line if len(line) <= MOST else line[: MOST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
