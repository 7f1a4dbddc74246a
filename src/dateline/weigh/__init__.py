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
    story = replace(story, reports=_distinct(story.reports))
    seen = tuple(mentions(story))
    threads = plans.plans(story, seen)
    entries = timeline.timeline(story, threads, seen)
    said = statements.statements(story)
    return Findings(
        timeline=entries,
        plans=threads,
        statements=said,
        claims=claims.claims(story, entries, threads, said, seen),
        questions=questions.questions(story, threads),
    )


def _distinct(reports: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Each text once: a copy to the letter says nothing of its own. That it is one stands in the story's edges."""
    first: dict[str, Marked] = {}
    for one in reports:
        first.setdefault(one.report.text, one)
    return tuple(first.values())
