"""Findings of which a person said that they are none, left out wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.records.findings import Findings, Saying, Statement
from dateline.records.judgements import OnFinding


def judged(found: Findings, decisions: Iterable[OnFinding]) -> Findings:
    """The findings without those that are judged to be none. A decision on what is not there is passed over."""
    none = {(decision.kind, decision.finding) for decision in decisions}
    if not none:
        return found
    gone = {name for kind, name in none if kind == "no-statement"}
    return replace(
        found,
        plans=tuple(plan for plan in found.plans if ("no-plan", plan.id) not in none),
        timeline=tuple(
            replace(entry, plan=None) if ("no-plan", entry.plan) in none else entry for entry in found.timeline
        ),
        claims=tuple(claim for claim in found.claims if ("no-conflict", claim.id) not in none),
        statements=tuple(_without(one, gone) for one in found.statements if one.id not in gone),
        sayings=tuple(kept for saying in found.sayings if (kept := _told(saying, gone))),
    )


def _without(one: Statement, gone: set[str]) -> Statement:
    """A statement that leads to none of those that are gone."""
    if not gone & {*one.same_as, *one.denies}:
        return one
    same, denies = (tuple(name for name in some if name not in gone) for some in (one.same_as, one.denies))
    return replace(one, same_as=same, denies=denies)


def _told(saying: Saying, gone: set[str]) -> Saying | None:
    """A saying without the versions that are gone; None where it has no other."""
    kept = tuple(version for version in saying.versions if version.statement not in gone)
    if not kept:
        return None
    first = saying.first if any(version.report == saying.first for version in kept) else None
    return replace(saying, versions=(kept[0], *kept[1:]), first=first)
