"""What a person calls a story, an event or a plan, in the place of what we made of its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.records.account import Told
from dateline.records.judgements import OnFinding


def called(told: Told, decisions: Iterable[OnFinding]) -> Told:
    """The story with the names that a person gave; of several for one thing the last.

    A name for what is not there is passed over. It is that person's word, and stands in the account's judgements: no guard
    holds it.
    """
    names = {one.finding: one.words for one in decisions if one.words is not None}
    if not names:
        return told
    found = told.findings
    findings = replace(
        found,
        events=tuple(replace(event, label=names.get(event.id, event.label)) for event in found.events),
        plans=tuple(replace(plan, title=names.get(plan.id, plan.title)) for plan in found.plans),
        timeline=tuple(
            replace(entry, label=names.get(entry.event or entry.plan or "", entry.label)) for entry in found.timeline
        ),
    )
    return replace(told, title=names.get(told.id, told.title), findings=findings)
