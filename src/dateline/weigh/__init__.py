"""One story in, findings out: timeline, plans, statements, claims, questions, deeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.records.findings import Findings
from dateline.records.marks import Marked
from dateline.records.story import Place, Story
from dateline.weigh import archive, claims, deeds, events, plans, questions, statements, timeline
from dateline.weigh.events import slots
from dateline.weigh.events.occasions import occasions
from dateline.weigh.index import Index
from dateline.weigh.mentions import Mention, mentions
from dateline.weigh.timeline import USUAL, Length


def weigh(story: Story, length: Length = USUAL) -> Findings:
    """Weigh one story; `length` bounds its timeline."""
    every = [marked.report for marked in story.reports]
    story = replace(story, reports=_distinct(story.reports))
    seen = tuple(mentions(story))
    index = Index(story)
    said, sayings = statements.statements(index, every)
    told = grouped(story, seen)
    dates = events.dated(story, seen, told)
    groups = list(occasions(told, dates, story.origin_by_report()))
    given = tuple(slots.given(seen))
    happenings = events.events(story, groups, dates, given)
    threads = plans.plans(story, seen, happenings)
    line = timeline.timeline(story, threads, happenings, length)
    if len(story.reports) > archive.LARGE:
        chosen = archive.days(story, seen, dates, length.days)
        of_days = archive.entries(story, chosen, happenings, length.a_day)
        line = timeline.in_order((*of_days, *(() if length.days else timeline.without_day(line))))
    found = Findings(
        events=happenings,
        timeline=line,
        plans=threads,
        statements=said,
        questions=questions.questions(index, threads),
        deeds=deeds.deeds(story, happenings, seen),
        sayings=sayings,
    )
    return replace(found, claims=claims.claims(index, found, seen, groups, given))


def _distinct(reports: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Each text once: a copy to the letter says nothing of its own. That it is one stands in the story's edges."""
    first: dict[str, Marked] = {}
    for marked in reports:
        first.setdefault(marked.report.text, marked)
    return tuple(first.values())


def grouped(story: Story, seen: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of each event, as grouping told them."""
    by_place: dict[Place, Mention] = {}
    number: Counter[str] = Counter()
    for mention in seen:  # in the order of the marks
        report = mention.marked.report.id
        by_place[report, number[report]] = mention
        number[report] += 1
    groups = ([by_place[place] for place in event if place in by_place] for event in story.events)
    return [group for group in groups if group]
