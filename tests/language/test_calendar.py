"""Points of the calendar, and steps between them."""

from datetime import date

import pytest

from dateline.language.calendar import Point, day_by_rule, months_on, stepped, week, weekday
from dateline.language.reckoning import as_point, period, season, unit_on, year_of_month
from dateline.language.times import Context

PUBLISHED = date(2018, 7, 19)  # a Thursday


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("fixed 12 25", "2018-12-25"), ("nth 11 4 4", "2018-11-22"), ("nth 5 1 -1", "2018-05-28"), ("easter 0", "2018-04-01"),
        ("easter -2", "2018-03-30"), ("eastern 0", "2018-04-08"), ("after-thanksgiving 1", "2018-11-23"),
        ("election", "2018-11-06"), ("once 2001-09-11", "2001-09-11"), ("moves", None),
    ],
)  # fmt: skip
def test_a_day_with_a_name(rule: str, day: str | None) -> None:
    found = day_by_rule(rule, 2018)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("count", "unit", "timex"),
    [(-1, "D", "2018-07-18"), (2, "W", "2018-08-02"), (-7, "M", "2017-12"), (1, "Q", "2018-Q4"), (-1, "Y", "2017"),
     (-1, "DE", "200"), (1, "CE", "21")],
)  # fmt: skip
def test_stepped(count: int, unit: str, timex: str) -> None:
    assert stepped(Point(2018, 7, 19), count, unit) == timex


def test_what_is_too_coarse_has_no_day_after_it() -> None:
    assert stepped(Point(2018), 1, "D") is None
    assert unit_on(Point(2018, 7), 1, "W", Context(PUBLISHED)) is None


def test_weeks_and_months() -> None:
    assert week(PUBLISHED, -1) == "2018-W28"
    assert weekday(PUBLISHED, 4, -1) == weekday(PUBLISHED, 4, 1) == PUBLISHED
    assert months_on(2018, 11, 3) == (2019, 2)


@pytest.mark.parametrize(
    ("month", "held", "back", "year"),
    [(11, 0, False, 2018), (12, 0, False, 2017), (11, -1, False, 2017), (3, 1, False, 2019), (9, 0, True, 2017)],
)
def test_the_year_of_a_month(month: int, held: int, back: bool, year: int) -> None:
    assert year_of_month(month, None, Context(PUBLISHED, held=held), 0, back) == year


def test_without_a_date_of_the_report_nothing_is_settled() -> None:
    assert year_of_month(3, None, Context(None), 0) is None
    assert season("SU", Context(None), 0) is None


def test_values() -> None:
    assert as_point("2018-07") == Point(2018, 7)
    assert as_point("2018-W28") is None
    assert [period("2", unit) for unit in ("D", "TH", "2W", "SU")] == ["P2D", "PT2H", "P4W", "P2SU"]
