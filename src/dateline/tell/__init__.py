"""Findings in, an account out: a brief whose lines are guarded, and what is new since the last edition."""

from __future__ import annotations

from dataclasses import replace

from dateline.errors import Unguarded
from dateline.records.account import Told
from dateline.records.findings import Findings
from dateline.records.story import Story
from dateline.tell import guard
from dateline.tell.brief import brief


def tell(story: Story, findings: Findings) -> Told:
    """Tell one story. A claim or a line that says what its cites do not hold is not told; other such text raises Unguarded."""
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
        changes=story.changes,
        links=story.links,
        sayings=findings.sayings,
    )
    seen = {one.report.id: one for one in story.reports}
    if found := list(guard.check(told, seen)):
        # A claim is worded from pieces of its sides, and a line has its dates spelt out: these alone can go wrong.
        wrong = {where.partition(".")[0] for where, _ in found}
        told = replace(
            told,
            claims=tuple(one for one in told.claims if one.id not in wrong),
            brief=tuple(one for at, one in enumerate(told.brief) if f"brief[{at}]" not in wrong),
        )
        if left := list(guard.check(told, seen)):
            raise Unguarded("; ".join(f"{where}: {why}" for where, why in left[:5]))
    return told
