"""What a person calls a story, an event or a plan, in the place of what we made of its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.records.account import Told
from dateline.records.judgements import OnFinding


def called(told: Told, decisions: Iterable[OnFinding]) -> Told:
    """The story with the names that a person gave; of several for one thing the last.

    A thing is known by its id or by where words of a report tell it (`start-end`): its id is another once one more report
    tells it. A name for what is not there is passed over. It is that person's word, and stands in the account's judgements:
    no guard holds it.
    """
    given = list(enumerate(one for one in decisions if one.words is not None))
    if not given:
        return told
    last = {(one.report, one.finding): (number, one.words) for number, one in given}

    def name(own: str, was: str, places: Iterable[tuple[str, int, int]] = ()) -> str:
        keys = [(report, f"{start}-{end}") for report, start, end in places]
        keys += [(report, own) for report in told.reports]
        return max((last[key] for key in keys if key in last), default=(0, was))[1] or was

    found = told.findings
    events = {
        event.id: name(event.id, event.label, ((one.report, one.start, one.end) for one in event.mentions))
        for event in found.events
    }
    plans = {
        plan.id: name(plan.id, plan.title, ((c.report, c.start, c.end) for step in plan.history for c in step.cites))
        for plan in found.plans
    }
    labels = plans | events
    findings = replace(
        found,
        events=tuple(replace(event, label=events[event.id]) for event in found.events),
        plans=tuple(replace(plan, title=plans[plan.id]) for plan in found.plans),
        timeline=tuple(
            replace(entry, label=labels.get(entry.event or entry.plan or "", entry.label)) for entry in found.timeline
        ),
    )
    return replace(told, title=name(told.id, told.title), findings=findings)
