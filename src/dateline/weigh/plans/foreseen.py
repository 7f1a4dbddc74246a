"""Events still to come of which several origins tell, or one that gives their day: each is a plan of one step.

What many say will take place (`Hale will host the awards`), or what has its day (`the trial will resume on Monday`), is a plan
to a reader, though nobody is told to have planned it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline import cite
from dateline.records.findings import Event, Plan, Step
from dateline.records.story import Story
from dateline.weigh.mentions import Mention
from dateline.weigh.plans.acts import OFF
from dateline.weigh.words import content

FEWEST = 3  # origins that foretell it
SHARE = 0.3  # of the story's origins
LONGEST = 20  # words of a sentence that names a plan
ALIKE = 0.5  # share of the shorter one's content words from which two that are for one time are one plan
NEWS = 0.3  # how surely an editor would list an event from which one report that gives its day is enough
_TELLING = ("main", "content", "relative")


def foreseen(story: Story, seen: Sequence[Mention], events: Sequence[Event], made: Sequence[Plan]) -> Iterator[Plan]:
    """A plan for each event to come that has a name and that no plan of those `made` tells of."""
    told = {(one.report, one.start) for plan in made for step in plan.history for one in step.cites}
    mentions = {(mention.marked.report.id, mention.event.span.start): mention for mention in seen}
    days = {marked.report.id: marked.report.published.day for marked in story.reports}
    found: list[Plan] = []
    for event in sorted(events, key=lambda one: (-len(one.label), one.id)):  # the one with the fullest name
        if event.status != "planned" or event.named:
            continue
        of = [mention for one in event.mentions if (mention := mentions.get((one.report, one.start)))]
        ahead = [
            one for one in of if one.event.status == "planned" and one.label != "caption" and not _is_birthday(one)
        ]
        sentences = [one.sentence for one in event.mentions if mentions.get((one.report, one.start)) in ahead]
        if not ahead or any((one.report, one.start) in told for one in sentences):
            continue
        dated = any(map(_is_dated, ahead)) and event.news >= NEWS
        many = not event.said and len(story.origins_of(cite.cites(sentences))) >= max(
            FEWEST, SHARE * len(story.origins)
        )
        if dated or (many and any(map(_foretells, ahead))):
            title = event.label or _short(ahead)
            plan = _plan(event, title, sentences, days)
            if title and not any(_is_one(plan, other) for other in (*made, *found)):
                found.append(plan)
    yield from found


def _is_one(plan: Plan, other: Plan) -> bool:
    """Whether two plans are told in much the same words, and are for one time (`will meet to vote`, `will vote`), or the other
    has been put off since.
    """
    words = content(plan.history[0].text)
    meets = any(step.for_ == plan.for_ or step.status in OFF for step in other.history)
    told = (content(step.text) for step in other.history)
    return meets and any(len(words & those) >= ALIKE * min(len(words), len(those)) for those in told)


def _is_birthday(mention: Mention) -> bool:
    """Whether what it is done to is a bare number (`will turn 29`): that comes of itself."""
    text = mention.marked.report.text
    return any(part.role == "patient" and part.span.of(text).isdigit() for part in mention.event.participants)


def _is_dated(mention: Mention) -> bool:
    """Whether a mention's own words put it on days behind its report's own."""
    event, told = mention.event, mention.marked.report.published.day
    return bool(event.time and event.earliest and told and event.earliest > told)


def _foretells(mention: Mention) -> bool:
    """Whether a mention says in a clause of its own that it is to come."""
    event = mention.event
    return not mention.is_noun and event.rank in _TELLING and event.tense in ("past", "present")


def _short(ahead: Sequence[Mention]) -> str:
    """The shortest sentence that tells it, where that can stand alone and is no longer than a name may be."""
    told = []
    for mention in ahead:
        text, context = mention.event.sentence.of(mention.marked.report.text), mention.language.context
        if len(text.split()) <= LONGEST and mention.label == "body" and not (context and context.needs_context(text)):
            told.append(" ".join(text.split()).rstrip("."))
    return min(told, key=lambda text: (len(text), text), default="")


def _plan(event: Event, title: str, ahead: Sequence[cite.Cite], days: Mapping[str, str | None]) -> Plan:
    day = min((known for one in ahead if (known := days.get(one.report))), default=None)
    text = " ".join(ahead[0].text.split())
    step = Step(date=day, status="planned", for_=event.date, text=text, cites=cite.cites(ahead))
    return Plan(cite.content_id("k", event.id), title, "planned", event.date, (step,))
