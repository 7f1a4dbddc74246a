"""One story in, findings out: timeline, plans, statements, claims, questions, deeds."""

from __future__ import annotations

from dateline.records import Entry, Findings, Plan, Story
from dateline.weigh import claims, questions, voices


def weigh(story: Story) -> Findings:
    """Weigh one story. Deeds are not coded yet: there are none."""
    entries: tuple[Entry, ...] = ()
    threads: tuple[Plan, ...] = ()
    statements = voices.statements(story)
    return Findings(
        timeline=entries,
        plans=threads,
        statements=statements,
        claims=claims.claims(story, entries, threads, statements),
        questions=questions.questions(story),
    )
