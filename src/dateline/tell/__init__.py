"""Findings in, an account out: a brief whose lines are guarded, and what is new since the last edition."""

from __future__ import annotations

from dateline.errors import Unguarded
from dateline.records import Findings, Story, Told
from dateline.tell import guard
from dateline.tell.brief import brief


def tell(story: Story, findings: Findings) -> Told:
    """Tell one story. Raises Unguarded when a text says what its cites do not hold."""
    told = Told(
        id=story.id,
        title=story.title,
        reports=tuple(one.report.id for one in story.reports),
        origins=story.origins,
        edges=story.edges,
        people=story.people,
        timeline=findings.timeline,
        plans=findings.plans,
        statements=findings.statements,
        claims=findings.claims,
        questions=findings.questions,
        deeds=findings.deeds,
        brief=brief(story, findings),
        spun=story.spun,
    )
    seen = {one.report.id: one for one in story.reports}
    if found := list(guard.check(told, seen)):
        raise Unguarded("; ".join(f"{where}: {why}" for where, why in found[:5]))
    return told
