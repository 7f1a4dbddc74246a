"""Calendar arithmetic behind the times: points, steps, holidays, and TIMEX3 values as EDTF.

TIMEX3: TimeML 1.2.1, http://timeml.org. Easter: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from dateline import edtf
from dateline.language import tables

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month in which a season begins
SEASON_NAMES = ("WI", "SP", "SU", "FA")
_QUARTERS = {"Q1": "01 03", "Q2": "04 06", "Q3": "07 09", "Q4": "10 12", "H1": "01 06", "H2": "07 12"}
_UNKNOWN = re.compile(r"X|_REF")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it, or a day of that; `part` is a season, quarter or half of the year (`SP`, `Q3`, `H1`)."""

    year: int
    month: int | None = None
    day: int | None = None
    part: str | None = None

    @property
    def timex(self) -> str:
        """As TIMEX3. Years before Christ are written as TIMEX2 has them: `BC0332`."""
        text = f"{self.year:04d}" if self.year > 0 else f"BC{1 - self.year:04d}"
        if self.part:
            return f"{text}-{self.part}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.month and self.day:
            text += f"-{self.day:02d}"
        return text

    @property
    def first(self) -> date:
        """Its first day (of the year 1, for what lies before)."""
        month = self.month or (_first_month(self.part) if self.part else 1)
        return date(max(self.year, 1), month, self.day or 1)


def _first_month(part: str) -> int:
    return SEASON_MONTH[part] if part in SEASON_MONTH else int(_QUARTERS[part][:2])


def of_day(day: date) -> Point:
    """The point that a calendar day is."""
    return Point(day.year, day.month, day.day)


def season_of(day: date) -> tuple[int, str]:
    """The meteorological season that a day lies in, and the year in which it began."""
    index = day.month % 12 // 3
    return (day.year - 1 if day.month < 3 else day.year), SEASON_NAMES[index]


def months_on(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month `count` months after (or, when negative, before) a month."""
    whole = year * 12 + month - 1 + count
    return whole // 12, whole % 12 + 1


def days_on(day: date, count: int) -> date:
    """The day `count` days on, held within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), date.max.toordinal()))


def stepped(point: Point, count: int, unit: str) -> str | None:
    """The TIMEX3 value of the unit that lies `count` units on from a point; None where the point is too coarse.

    Days give days, weeks days or weeks as they are counted, months months, years years, decades and centuries theirs.
    """
    if unit in ("Y", "DE", "CE"):
        year = point.year + count * {"Y": 1, "DE": 10, "CE": 100}[unit]
        digits = Point(year).timex
        return digits if unit == "Y" else digits[:-1] if unit == "DE" else digits[:-2]
    if point.month is None and point.part is None:
        return None
    if unit == "M":
        year, month = months_on(point.year, point.month or point.first.month, count)
        return Point(year, month).timex
    if unit == "Q":
        year, month = months_on(point.year, point.first.month, 3 * count)
        return f"{year:04d}-Q{(month + 2) // 3}"
    if point.day is None or point.year < 1:
        return None
    if unit in ("D", "W", "2W"):
        return days_on(point.first, count * {"D": 1, "W": 7, "2W": 14}[unit]).isoformat()
    return None


def month_later(point: Point, count: int) -> Point:
    """The day `count` months on, or the last of that month where it has no such day."""
    year, month = months_on(point.year, point.month or 1, count)
    day = point.day
    return Point(year, month, min(day, edtf.days_in(year, month)) if day else None)


def week(day: date, count: int = 0) -> str:
    """The ISO week `count` weeks on from the one that a day lies in."""
    year, number, _ = days_on(day, 7 * count).isocalendar()
    return f"{year:04d}-W{number:02d}"


def weekday(base: date, number: int, lean: int) -> date:
    """The weekday (Monday is 1) next to a day: the last one when `lean` < 0, else the next; that very day counts."""
    if lean < 0:
        return days_on(base, -((base.isoweekday() - number) % 7))
    return days_on(base, (number - base.isoweekday()) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b - (b + 8) // 25 + 1) // 3
    g = (19 * a + b - d - f + 15) % 30
    h, i = divmod(c, 4)
    j = (32 + 2 * e + 2 * h - g - i) % 7
    k = (a + 11 * g + 22 * j) // 451
    month, day = divmod(g + j - 7 * k + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Orthodox Easter Sunday, in the Gregorian calendar (Meeus's Julian algorithm, and 13 days: 1900 to 2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """The n-th weekday of a month; -1 is the last."""
    if nth < 0:
        last = date(year, month, edtf.days_in(year, month))
        return days_on(last, -((last.isoweekday() - number) % 7) + 7 * (nth + 1))
    first = date(year, month, 1)
    return days_on(first, (number - first.isoweekday()) % 7 + 7 * (nth - 1))


@cache
def _holidays() -> Mapping[str, tuple[str, ...]]:
    return {row["name"]: tuple(row["rule"].split()) for row in tables.table("holidays")}


def holiday(name: str, year: int) -> date | None:
    """The day on which a day with a name falls in a year; None where that moves by another calendar."""
    rule, *rest = _holidays()[name]
    if rule == "once":
        return date.fromisoformat(rest[0])
    numbers = [int(one) for one in rest]
    if rule == "fixed":
        return date(year, numbers[0], numbers[1])
    if rule == "nth":
        return nth_weekday(year, *numbers)
    if rule == "easter":
        return days_on(easter(year), numbers[0])
    if rule == "eastern":
        return days_on(eastern_easter(year), numbers[0])
    if rule == "after-thanksgiving":
        return days_on(nth_weekday(year, 11, 4, 4), numbers[0])
    if rule == "election":  # the Tuesday after the first Monday of November
        return days_on(nth_weekday(year, 11, 1, 1), 1)
    return None


def to_edtf(timex: str) -> str | None:
    """A TIMEX3 date or time as EDTF; None for what is known only relatively (`PAST_REF`, `XXXX-WXX-2`)."""
    if timex.endswith("_REF"):
        return None
    if timex.startswith("BC"):
        return _before_christ(timex)
    body, _, clock = timex.partition("T")
    if re.fullmatch(r"\d{4}-\d\d-XX|\d{4}-[QWH]X+|\d{4}-XX(-XX)?", body):
        body = body[:7] if body[5:7].isdigit() else body[:4]
    if _UNKNOWN.search(body):
        return None
    if re.fullmatch(r"\d\d", body):
        return f"{body}XX"
    if re.fullmatch(r"\d{3}", body):
        return f"{body}X"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", body):
        return _week_days(match)
    if match := re.fullmatch(r"(\d{4})-([A-Z][A-Z\d])", body):
        return _part_of_year(match[1], match[2])
    if len(body) == 10 and re.match(r"\d\d:\d\d", clock):
        return f"{body}T{clock}" if not clock.startswith("24") else body
    return body


def _before_christ(timex: str) -> str:
    digits, rest = timex[2:6], timex[6:]
    if len(digits) < 4:
        return f"-{digits}{'X' * (4 - len(digits))}"
    year = f"-{int(digits) - 1:04d}" if int(digits) > 1 else "0000"
    if rest[1:] in SEASONS:
        return f"{year}-{SEASONS[rest[1:]]}"
    return year + rest if re.fullmatch(r"(-\d\d){0,2}", rest) else year


def _week_days(match: re.Match[str]) -> str | None:
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    first = days_on(monday, 5) if match[3] else monday
    return f"{first.isoformat()}/{days_on(monday, 6).isoformat()}"


def _part_of_year(year: str, part: str) -> str | None:
    if part in SEASONS:
        return f"{year}-{SEASONS[part]}"
    if part in _QUARTERS:
        first, last = _QUARTERS[part].split()
        return f"{year}-{first}/{year}-{last}"
    return None


def coarser(point: Point, unit: str) -> Point:
    """The month or the year that a point lies in, or the point itself for a day."""
    if unit == "Y":
        return Point(point.year)
    return replace(point, day=None) if unit == "M" else point
