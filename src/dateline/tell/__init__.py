"""Findings in, an account out: a brief whose lines are guarded, and what is new since the last edition."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from dateline.records.account import Told
from dateline.records.findings import Claim, Event, Findings
from dateline.records.story import Story
from dateline.tell import cited, guard
from dateline.tell.brief import brief
from dateline.tell.title import title


def tell(story: Story, findings: Findings) -> Told:
    """Tell one story. What says what its cites do not hold is not told: a label, a claim, an entry, a plan, a line."""
    seen = {member.report.id: member for member in story.reports}
    told = Told(
        id=story.id,
        title=title(story, findings.events),
        reports=tuple(member.report.id for member in story.reports),
        origins=story.origins,
        edges=story.edges,
        people=story.people,
        findings=findings,
        brief=(),
        machine_rewritten=story.machine_rewritten,
        changes=story.changes,
        links=story.links,
    )
    # A claim is worded from pieces of its sides, a label has a name for its pronoun, and a line its dates spelt out.
    some = (*cited.of_findings(told), *cited.of_labels(told))
    while wrong := dict(guard.check(told, seen, some=some)):
        told = replace(told, findings=_without(told.findings, wrong))
        some = tuple(line for line in (*cited.of_findings(told), *cited.of_labels(told)) if line.where in wrong)
    told = replace(told, findings=_told(told.findings))
    told = replace(told, brief=brief(story, told.findings))
    wrong = dict(guard.check(told, seen, some=cited.of_brief(told)))
    lines = (line for number, line in enumerate(told.brief) if f"brief[{number}]" not in wrong)
    return replace(told, brief=tuple(lines)) if wrong else told


def _told(findings: Findings) -> Findings:
    """The findings without what else their events could be called."""
    return replace(findings, events=tuple(replace(event, names=()) for event in findings.events))


def _renamed(event: Event) -> Event:
    """An event by the next best of its names, or without one."""
    return replace(event, label=event.names[0] if event.names else "", names=event.names[1:])


def _without(findings: Findings, wrong: Container[str]) -> Findings:
    """The findings without what says what its cites do not hold; events whose label does by their next best name."""
    plans = tuple(
        plan
        for plan in findings.plans
        if not any(f"{plan.id}.history[{number}]" in wrong for number in range(len(plan.history)))
    )
    known = {plan.id for plan in plans}
    refused = {entry.event for entry in findings.timeline if f"{entry.id}.label" in wrong}
    refused |= {event.id for event in findings.events if f"{event.id}.label" in wrong}
    events = tuple(_renamed(event) if event.id in refused else event for event in findings.events)
    label = {event.id: event.label for event in events}
    entries = tuple(
        replace(
            entry,
            label=label.get(entry.event or "", "") if f"{entry.id}.label" in wrong else entry.label,
            plan=entry.plan if entry.plan in known else None,
        )
        for entry in findings.timeline
        if entry.id not in wrong
    )
    return replace(
        findings,
        plans=plans,
        timeline=entries,
        events=events,
        claims=tuple(claim for claim in findings.claims if not any(place in wrong for place in _places(claim))),
        deeds=tuple(deed for deed in findings.deeds if deed.id not in wrong),
        questions=tuple(question for question in findings.questions if question.id not in wrong),
    )


def _places(claim: Claim) -> tuple[str, ...]:
    """Where a claim and its sides stand, as the guard names them."""
    return (claim.id, *(f"{claim.id}.sides[{number}]" for number in range(len(claim.sides))))
