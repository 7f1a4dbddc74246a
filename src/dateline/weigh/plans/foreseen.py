"""Events still to come of which several origins tell, whether or not an act of planning is told: each is a plan of one step.

What many say will take place (`Hale will host the awards`) is a plan to a reader, though nobody is told to have planned it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline import cite
from dateline.records.findings import Event, Plan, Step
from dateline.records.story import Story
from dateline.weigh.mentions import Mention

FEWEST = 3  # origins that foretell it
SHARE = 0.3  # of the story's origins
_TELLING = ("main", "content", "relative")


def foreseen(story: Story, seen: Sequence[Mention], events: Sequence[Event], made: Sequence[Plan]) -> Iterator[Plan]:
    """A plan for each event to come that has a name and that no plan of those `made` tells of."""
    told = {(one.report, one.start) for plan in made for step in plan.history for one in step.cites}
    mentions = {(mention.marked.report.id, mention.event.span.start): mention for mention in seen}
    days = {marked.report.id: marked.report.published.day for marked in story.reports}
    for event in events:
        if event.status != "planned" or event.said or event.named or not event.label:
            continue
        if any((one.sentence.report, one.sentence.start) in told for one in event.mentions):
            continue
        ahead = [one.sentence for one in event.mentions if _is_ahead(mentions.get((one.report, one.start)))]
        origins = story.origins_of(cite.cites(ahead)) if ahead else ()
        if len(origins) < max(FEWEST, SHARE * len(story.origins)):
            continue
        if not any(_foretells(mentions.get((one.report, one.start))) for one in event.mentions):
            continue
        yield _plan(event, ahead, days)


def _is_ahead(mention: Mention | None) -> bool:
    """Whether it is to come for a mention's report."""
    return mention is not None and mention.event.status == "planned" and mention.label != "caption"


def _foretells(mention: Mention | None) -> bool:
    """Whether a mention says in a clause of its own that it is to come."""
    if mention is None or not _is_ahead(mention) or mention.is_noun:
        return False
    return mention.event.rank in _TELLING and mention.event.tense in ("past", "present")


def _plan(event: Event, ahead: Sequence[cite.Cite], days: Mapping[str, str | None]) -> Plan:
    day = min((known for one in ahead if (known := days.get(one.report))), default=None)
    text = " ".join(ahead[0].text.split())
    step = Step(date=day, status="planned", for_=event.date, text=text, cites=cite.cites(ahead))
    return Plan(cite.content_id("k", event.id), event.label, "planned", event.date, (step,))
