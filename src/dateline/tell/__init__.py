"""Findings in, an account out: a brief whose lines are guarded, and what is new since the last edition."""

from __future__ import annotations

from dataclasses import replace

from dateline.errors import Unguarded
from dateline.records.account import Told
from dateline.records.findings import Findings
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
    seen = {member.report.id: member for member in story.reports}
    if found := list(guard.check(told, seen)):
        # A claim is worded from pieces of its sides, a label has a name for its pronoun, and a line its dates spelt out.
        wrong = {where for where, _ in found} | {where.partition(".")[0] for where, _ in found if ".label" not in where}
        told = replace(
            told,
            findings=_without(findings, wrong),
            brief=tuple(line for number, line in enumerate(told.brief) if f"brief[{number}]" not in wrong),
        )
        if left := list(guard.check(told, seen)):
            raise Unguarded("; ".join(f"{where}: {why}" for where, why in left[:5]))
    return told


def _without(findings: Findings, wrong: set[str]) -> Findings:
    """The findings without the claims, and the labels, that say what their cites do not hold."""
    entries = tuple(replace(entry, label="") if f"{entry.id}.label" in wrong else entry for entry in findings.timeline)
    nameless = {entry.event for entry in entries if not entry.label}
    return replace(
        findings,
        timeline=entries,
        events=tuple(replace(event, label="") if event.id in nameless else event for event in findings.events),
        claims=tuple(claim for claim in findings.claims if claim.id not in wrong),
    )
