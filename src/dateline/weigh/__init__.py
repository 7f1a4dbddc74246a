"""One story in, findings out: timeline, plans, statements, claims, questions, deeds."""

from __future__ import annotations

from dateline.records import Findings, Story
from dateline.weigh import claims, plans, questions, timeline, voices


def weigh(story: Story) -> Findings:
    """Weigh one story. Deeds are not coded yet: there are none."""
    entries = timeline.timeline(story)
    threads = plans.plans(story, entries)
    entries = timeline.link(entries, threads)
    statements = voices.statements(story)
    return Findings(
        timeline=entries,
        plans=threads,
        statements=statements,
        claims=claims.claims(story, entries, threads, statements),
        questions=questions.questions(story),
    )
