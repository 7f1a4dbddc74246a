"""The calendar: a month of plans, day by day, with what is due next and what moved."""

from __future__ import annotations

import re
from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import HTTPException, Request
from starlette.responses import Response

from dateline.desk import Desk
from dateline.store.rows import Dated, Filter, Listed, Page
from dateline.web.addresses import Addresses
from dateline.web.served import Place
from dateline.web.shown import Asked, show

A_DAY = 4  # plans that stand in the square of a day; the others are a link away
SOME_DAY = 12  # plans of no single day that stand below a month
NEXT = 8  # that are due next, and of those that moved
DONE = ("held", "cancelled", "rejected", "withdrawn")
_MONTH = re.compile(r"(?!0000)\d{4}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Square:
    """A day of a month's calendar: the plans that aim at it, the first few of `many`; `inside`: it is of this month."""

    day: str
    inside: bool
    many: int
    plans: tuple[Listed, ...]


def add(made: Addresses, place: Place) -> None:
    """The address of the calendar."""

    @made.get("/calendar")
    def calendar(request: Request) -> Response:
        asked = Asked(request, "month")
        given = asked.get("month")
        if given is not None and not _MONTH.fullmatch(given):
            raise HTTPException(422, f"{given!r} is no month: ask for /calendar?month=2031-05")
        today = datetime.now(UTC).date().isoformat()

        def fill(opened: Desk) -> Mapping[str, Any]:
            month = given or _month(opened, today)
            days = _days(month)
            inside = [day for day in days if day.startswith(month)]
            dated = opened.shelf.by_day("plan", inside[0], inside[-1], max(A_DAY, SOME_DAY))
            before = opened.shelf.nearest("plan", inside[0], later=False)
            after = opened.shelf.nearest("plan", f"{inside[-1]}~", later=True)  # "~" comes after all that a day has
            return {
                "month": month, "weeks": weeks(days, month, dated), "total": sum(one.many for one in dated), "today": today,
                "open": [(row, one.many) for one in dated if not one.sure for row in one.rows][:SOME_DAY],
                "some_day": sum(one.many for one in dated if not one.sure), "before": before and before[:7],
                "after": after and after[:7], "due": due(opened, today),
                "moved": opened.shelf.items(Filter("plan", fresh=True), Page(limit=NEXT), latest=True),
            }  # fmt: skip

        return show(place, request, "calendar.html", fill)


def due(opened: Desk, today: str, until: str | None = None) -> tuple[Listed, ...]:
    """The plans that are due next, the soonest first: those that were held or called off, and those that aim at
    no day, are not due.
    """
    _, rows = opened.shelf.items(Filter("plan", since=today, until=until), Page(limit=10 * NEXT), soonest=True)
    return tuple(row for row in rows if row.status not in DONE and row.record["for"])[:NEXT]


def _month(opened: Desk, today: str) -> str:
    """The month of the next plan; where none is to come, that of the last one, else this month. One for a day goes before
    one for a year, of which the month's squares show nothing.
    """
    for sure, later in ((True, True), (True, False), (False, True), (False, False)):
        if day := opened.shelf.nearest("plan", today, later=later, sure=sure):
            return day[:7]
    return today[:7]


def _days(month: str) -> list[str]:
    """The days of a month, in whole weeks. Those beside the ends of what a date can be are only named."""
    year, number = map(int, month.split("-"))
    return [f"{y:04}-{m:02}-{d:02}" for y, m, d in Calendar().itermonthdays3(year, number)]


def weeks(days: Sequence[str], month: str, dated: Sequence[Dated]) -> list[list[Square]]:
    """A month's days with their plans, a week a row."""
    by_day = {one.day: one for one in dated if one.sure}
    squares = []
    for day in days:
        known = by_day.get(day)
        squares.append(
            Square(day, day.startswith(month), known.many if known else 0, known.rows[:A_DAY] if known else ())
        )
    return [squares[at : at + 7] for at in range(0, len(squares), 7)]
