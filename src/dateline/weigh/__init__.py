"""One story in, findings out: timeline, plans, statements, claims, questions, deeds."""

from __future__ import annotations

from dataclasses import replace

from dateline.records.findings import Findings
from dateline.records.marks import Marked
from dateline.records.story import Story
from dateline.weigh import claims, plans, questions, statements, timeline
from dateline.weigh.mentions import mentions


def weigh(story: Story) -> Findings:
    """Weigh one story. Deeds are not coded yet: there are none."""
    every = [marked.report for marked in story.reports]
    story = replace(story, reports=_distinct(story.reports))
    seen = tuple(mentions(story))
    threads = plans.plans(story, seen)
    said, sayings = statements.statements(story, every)
    found = Findings(
        timeline=timeline.timeline(story, threads, seen),
        plans=threads,
        statements=said,
        questions=questions.questions(story, threads),
        sayings=sayings,
    )
    return replace(found, claims=claims.claims(story, found, seen))


def _distinct(reports: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Each text once: a copy to the letter says nothing of its own. That it is one stands in the story's edges."""
    first: dict[str, Marked] = {}
    for marked in reports:
        first.setdefault(marked.report.text, marked)
    return tuple(first.values())
