"""Findings in, an account out: a brief whose lines are guarded, and what is new since the last edition."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from dateline.errors import Unguarded
from dateline.records.account import Told
from dateline.records.findings import Claim, Findings
from dateline.records.story import Story
from dateline.tell import guard
from dateline.tell.brief import brief
from dateline.tell.title import title


def tell(story: Story, findings: Findings) -> Told:
    """Tell one story. A claim or a line that says what its cites do not hold is not told; other such text raises Unguarded."""
    told = Told(
        id=story.id,
        title=title(story, findings.events),
        reports=tuple(member.report.id for member in story.reports),
        origins=story.origins,
        edges=story.edges,
        people=story.people,
        findings=findings,
        brief=brief(story, findings),
        machine_rewritten=story.machine_rewritten,
        changes=story.changes,
        links=story.links,
    )
    wrong = dict(guard.check(told, {member.report.id: member for member in story.reports}))
    # A claim is worded from pieces of its sides, a label has a name for its pronoun, and a line its dates spelt out.
    claims = {claim.id for claim in findings.claims}
    kept = [where for where in wrong if not _may_go(where, claims)]
    if kept:
        raise Unguarded("; ".join(f"{where}: {wrong[where]}" for where in kept[:5]))
    if not wrong:
        return told
    return replace(
        told,
        findings=_without(findings, wrong),
        brief=tuple(line for number, line in enumerate(told.brief) if f"brief[{number}]" not in wrong),
    )


def _may_go(where: str, claims: Container[str]) -> bool:
    """Whether what stands there can be left out of an account: a line of the brief, a label, a claim."""
    return where.startswith("brief[") or where.endswith(".label") or where.partition(".")[0] in claims


def _without(findings: Findings, wrong: Container[str]) -> Findings:
    """The findings without the claims, and the labels, that say what their cites do not hold."""
    entries = tuple(replace(entry, label="") if f"{entry.id}.label" in wrong else entry for entry in findings.timeline)
    nameless = {entry.event for entry in entries if not entry.label}
    return replace(
        findings,
        timeline=entries,
        events=tuple(replace(event, label="") if event.id in nameless else event for event in findings.events),
        claims=tuple(claim for claim in findings.claims if not any(place in wrong for place in _places(claim))),
    )


def _places(claim: Claim) -> tuple[str, ...]:
    """Where a claim and its sides stand, as the guard names them."""
    return (claim.id, *(f"{claim.id}.sides[{number}]" for number in range(len(claim.sides))))
