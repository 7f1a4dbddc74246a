"""What every language's words of time point into: points of the calendar as TIMEX3 has them, and steps between them.

TIMEX3: TimeML 1.2.1, http://timeml.org. Easter: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline import edtf

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}  # of TIMEX3 to EDTF
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month in which a season begins
QUARTERS = {
    "Q1": "01 03",
    "Q2": "04 06",
    "Q3": "07 09",
    "Q4": "10 12",
    "H1": "01 06",
    "H2": "07 12",
}  # first and last month


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
    return SEASON_MONTH[part] if part in SEASON_MONTH else int(QUARTERS[part][:2])


def of_day(day: date) -> Point:
    """The point that a calendar day is."""
    return Point(day.year, day.month, day.day)


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


def week(day: date, count: int = 0) -> str:
    """The ISO week `count` weeks on from the one that a day lies in."""
    year, number, _ = days_on(day, 7 * count).isocalendar()
    return f"{year:04d}-W{number:02d}"


def weekday(base: date, number: int, orientation: int) -> date:
    """The weekday (Monday is 1) next to a day: the last one when `orientation` < 0, else the next; that very day counts."""
    if orientation < 0:
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


def day_by_rule(rule: str, year: int) -> date | None:
    """The day on which a day with a name falls in a year, by a rule of `data/holidays.tsv` (`nth 11 4 4`, `easter -2`).

    None where it moves by another calendar.
    """
    kind, *rest = rule.split()
    if kind == "once":
        return date.fromisoformat(rest[0])
    numbers = [int(number) for number in rest]
    if kind == "fixed":
        return date(year, numbers[0], numbers[1])
    if kind == "nth":
        return nth_weekday(year, *numbers)
    if kind == "easter":
        return days_on(easter(year), numbers[0])
    if kind == "eastern":
        return days_on(eastern_easter(year), numbers[0])
    if kind == "after-thanksgiving":
        return days_on(nth_weekday(year, 11, 4, 4), numbers[0])
    if kind == "election":  # the Tuesday after the first Monday of November
        return days_on(nth_weekday(year, 11, 1, 1), 1)
    return None
