"""The title of a story: what it is now, from its weightiest event and newest state.

The headline that grouping took stays where it names that event; else it is a headline that tells it. Where no report has a
headline, the event's own label is the title, not a first line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline import edtf, language
from dateline.language.words import content
from dateline.records.findings import Event
from dateline.records.marks import Marked, Status
from dateline.records.story import Story

MOST = 100  # characters
FEWEST = 3  # words
NEAR = 0.85  # share of the greatest weight from which an event can be what the story is about
FRESH = 7  # days for which the headline of a story's beginning is still what it says
NAMED = 2  # words that a headline shares with what it names
_OPEN: tuple[Status, ...] = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "alleged")


def title(story: Story, events: Sequence[Event]) -> str:
    """What the story says now, in at most `MOST` characters: a headline or a label, never a caption or a line of dates."""
    named = _only_named(story, events)
    if named is not None:
        return max(_headlines(story, named), default=("", named.label))[1]
    head = _head(events)
    if head is None:
        return _short(story.title)
    told = max(_headlines(story, head), default=None)
    if _names(story.title, head, story) and not (told and told[0] and _is_stale(story, head)):
        return _short(story.title)
    if told is not None:
        return told[1]
    headlines = {marked.report.title for marked in story.reports}
    return _short(story.title) if story.title in headlines or len(head.label) > MOST else head.label


def _head(events: Sequence[Event]) -> Event | None:
    """The newest of the weightiest events that have a name of their own."""
    fit = _fit(events)
    top = max((event.weight for event in fit), default=0.0)
    near = [event for event in fit if event.weight >= NEAR * top]
    return max(
        [event for event in near if not event.named] or near,
        key=lambda event: (event.earliest or "", event.weight, event.id),
        default=None,
    )


def _is_stale(story: Story, head: Event) -> bool:
    """Whether an event is of a day long after the story began, and the story's headline of none so late."""
    first = min((day for marked in story.reports if (day := marked.report.published.day)), default=None)
    if first is None or head.earliest is None or edtf.apart(first, head.earliest) <= FRESH:
        return False
    days = (marked.report.published.day for marked in story.reports if marked.report.title == story.title)
    return not any(day >= head.earliest for day in days if day)


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
    """The headlines that tell an event, each after the day of its report."""
    spun = {copy.report for copy in story.machine_rewritten}
    by_id = {marked.report.id: marked for marked in story.reports if marked.report.id not in spun}
    for telling in head.mentions:
        marked = by_id.get(telling.report)
        if marked is not None and _is_headline(marked, telling.sentence.start, telling.sentence.end):
            line = " ".join(telling.sentence.text.split())
            if len(line) <= MOST and len(line.split()) >= FEWEST and line != story.title:
                yield marked.report.published.day or "", line


def _is_headline(marked: Marked, start: int, end: int) -> bool:
    return any(s.label == "headline" and (s.span.start, s.span.end) == (start, end) for s in marked.sentences)


def _short(line: str) -> str:
    """A line cut after a whole word."""
    return line if len(line) <= MOST else line[: MOST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
