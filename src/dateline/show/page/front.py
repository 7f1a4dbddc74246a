"""The front of a page of several stories: each with where it stands and what comes next; in brief what one report tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline import edtf
from dateline.records.account import Told
from dateline.show import words
from dateline.show.view import Shown

ENDED = ("held", "cancelled", "withdrawn", "rejected")
PLAN = 80  # code points of a plan's title
TITLE = 140  # code points of a title
LONG = 280  # code points of the line on where a story stands


@dataclass(frozen=True, slots=True)
class Item:
    """A story on the front: its id and title, its facts one by one, where it stands and what comes next (`""`: unknown)."""

    id: str
    title: str
    facts: tuple[str, ...]
    stands: str
    next: str


@dataclass(frozen=True, slots=True)
class Front:
    """The stories that several reports tell, the biggest first, and those of one report."""

    several: tuple[Item, ...]
    single: tuple[Item, ...]


def front(some: Sequence[Shown]) -> Front:
    """The front of a page on these stories, in their order."""
    large = tuple(_item(shown) for shown in some if len(shown.told.reports) > 1)
    return Front(large, tuple(_item(shown) for shown in some if len(shown.told.reports) <= 1))


def _item(shown: Shown) -> Item:
    brief = shown.told.brief
    stands = words.clip(brief[-1].text, LONG) if brief else ""
    return Item(shown.told.id, words.clip(shown.told.title, TITLE), _facts(shown), stands, _next(shown))


def _facts(shown: Shown) -> tuple[str, ...]:
    """How much of it there is, how many say it, and what is new: the reports of its last day."""
    _, last = shown.days()
    newest = sum(1 for report in shown.reports if report.published.day == last) if last else 0
    many = len(shown.reports) != 1
    new = f", {newest} of them on {words.short_day(last)}" if many and 0 < newest < len(shown.reports) else ""
    disputed = len(shown.claims("conflict"))
    open_ = sum(1 for question in shown.told.findings.questions if not question.answered)
    said = (
        words.count(len(shown.told.reports), "report") + new if many else words.source(shown.reports[0]),
        words.count(len(shown.told.origins), "origin") if many else "",
        shown.when() if many and last and not new else "",
        f"{disputed} disputed" if disputed else "",
        f"{open_} open" if open_ and many else "",
    )
    return tuple(one for one in said if one)


def _next(shown: Shown) -> str:
    """The first of the plans still to come that aim at a day after the account's own."""
    as_of = shown.account.as_of
    coming = sorted(_coming(shown.told, as_of)) if as_of else []
    return f"Next: {coming[0][2]}, {coming[0][1]}" if coming else ""


def _coming(told: Told, as_of: str) -> list[tuple[str, str, str]]:
    found = []
    for plan in told.findings.plans:
        latest = edtf.interval(plan.for_)[1] if plan.for_ else None
        if latest and latest > as_of and plan.status not in ENDED:
            found.append((latest, words.short_day(plan.for_), words.clip(words.first_up(plan.title), PLAN)))
    return found
