"""What is new in an account since an earlier one: differences of ids that are hashed from content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records.account import Account, Told
from dateline.records.findings import Claim, Entry, Plan, Question, Statement


@dataclass(frozen=True, slots=True)
class News:
    """What an edition tells that the one before did not. `plans` are those with a step that is new."""

    since: str | None
    as_of: str | None
    reports: tuple[str, ...]
    timeline: tuple[Entry, ...]
    plans: tuple[Plan, ...]
    statements: tuple[Statement, ...]
    conflicts: tuple[Claim, ...]
    questions: tuple[Question, ...]
    answered: tuple[Question, ...]


def news(old: Account | None, new: Account) -> News:
    """The difference of two accounts. With no earlier account everything is new."""
    before = old.stories if old else ()
    after = new.stories
    had_reports = {report.id for report in old.reports} if old else set()
    had = {name for story in before for name in _ids(story)}
    steps = {
        _step(plan, number) for story in before for plan in story.findings.plans for number in range(len(plan.history))
    }
    open_ = {question.id for story in before for question in story.findings.questions if not question.answered}
    return News(
        since=old.as_of if old else None,
        as_of=new.as_of,
        reports=tuple(report.id for report in new.reports if report.id not in had_reports),
        timeline=tuple(entry for story in after for entry in story.findings.timeline if entry.id not in had),
        plans=tuple(plan for story in after for plan in story.findings.plans if not _steps(plan) <= steps),
        statements=tuple(
            statement for story in after for statement in story.findings.statements if statement.id not in had
        ),
        conflicts=_conflicts((claim for story in after for claim in story.findings.claims), had),
        questions=tuple(question for story in after for question in story.findings.questions if question.id not in had),
        answered=tuple(
            question
            for story in after
            for question in story.findings.questions
            if question.id in open_ and question.answered
        ),
    )


def ids(found: News) -> frozenset[str]:
    """The ids of all that is new; of an entry on the timeline that of its event too."""
    some = (found.timeline, found.plans, found.statements, found.conflicts, found.questions, found.answered)
    events = (entry.event for entry in found.timeline if entry.event)
    return frozenset((*found.reports, *events, *(one.id for kind in some for one in kind)))


def _ids(story: Told) -> Iterable[str]:
    yield from (entry.id for entry in story.findings.timeline)
    yield from (statement.id for statement in story.findings.statements)
    yield from (claim.id for claim in story.findings.claims)
    yield from (question.id for question in story.findings.questions)


def _conflicts(claims: Iterable[Claim], had: set[str]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.verdict == "conflict" and claim.id not in had)


def _step(plan: Plan, number: int) -> tuple[str, str, str | None]:
    step = plan.history[number]
    return plan.title, step.status, step.date


def _steps(plan: Plan) -> set[tuple[str, str, str | None]]:
    return {_step(plan, number) for number in range(len(plan.history))}
