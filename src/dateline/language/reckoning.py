"""What words of time leave open, settled from the calendar and the context: the year of a month, which summer, which weekday.

Nothing here knows a word: a language's grammar tells which month is meant and whether its words point back, and asks here.
"""

from __future__ import annotations

from datetime import MAXYEAR, date

from dateline.edtf import days_in
from dateline.language.calendar import SEASON_MONTH, SEASONS, Point, stepped, week, weekday
from dateline.language.times import Context

_NAMED = 0.3  # how much the last date with its year weighs beside where a narrative stands
_HALF_WEEK = 3
_YEAR = 12 * 31  # days, 31 a month
# days that what a verb looks ahead to may lie behind: a slip, or what is told in the plain present, as under a picture
_SLIP, _LATE = 22, 93
_SOON = 2  # months within which a day may be to come though its verb looks back: `the term was extended to 3 July`
_NEAR = 4  # months within which a month is rather the next one, when no verb tells


def year_of_month(month: int, day: int | None, context: Context, offset: int, back: bool = False) -> int | None:
    """The year of a month, or of a day of it, without one: by the tense, else the nearest; in a narrative the text's own.

    `offset` is where the time begins in its sentence; `back` holds it to what has been (`since May`). None where the report
    has no date.
    """
    told = context.told_here(offset)
    now = context.home if told else context.now
    if now is None:
        return None
    if told:
        return _year_in_narrative(month, context)
    month_now, day_now = now.month or 1, now.day or 1
    if back:
        return now.year - ((month, day or 0) > (month_now, day_now))
    orientation = context.orientation(offset)
    if day:  # a report says the year of a day that is not the nearest of its name
        gap, shown = (month - month_now) * 31 + day - day_now, orientation > 0 and context.shown(offset)
        return now.year + _nearest(gap, orientation, context.done(offset), shown)
    next_one, last_one = now.year + (month < month_now), now.year - (month > month_now)
    if orientation > 0:
        return next_one
    ahead = (month - month_now) % 12
    scheduled = context.scheduled(offset)
    if orientation < 0 and not scheduled:
        # a month that is long past would have its year: what lies just ahead is meant, whatever the tense beside it
        return next_one if ahead == 1 else last_one
    return next_one if ahead <= (2 * _NEAR if scheduled else _NEAR) else last_one


def year_by_weekday(year: int, month: int, day: int, number: int) -> int:
    """The year next to `year` in which a day of the month is the weekday that stands beside it; `year` where none is."""
    for near in (year, year - 1, year + 1):
        if 0 < near < MAXYEAR and day <= days_in(near, month) and date(near, month, day).isoweekday() == number:
            return near
    return year


def _year_in_narrative(month: int, context: Context) -> int | None:
    """The year of the month nearest to where the text stands and to what it last gave with its year, rather on than back."""
    stands = context.months or context.home
    if stands is None or not stands.month:
        return stands.year if stands else None
    years = (stands.year, stands.year + 1)
    named = context.named if context.named and context.named.month else stands
    gaps = {year: (_apart(year, month, stands), _apart(year, month, named)) for year in (stands.year - 1, *years)}
    return min(gaps, key=lambda year: gaps[year][0] + _NAMED * gaps[year][1])


def _apart(year: int, month: int, stands: Point) -> float:
    """How far a month lies from where the text stands: in months, those back counting more."""
    gap = (year - stands.year) * 12 + month - (stands.month or month)
    return gap if gap >= 0 else -1.3 * gap


def _nearest(gap: int, orientation: int, done: bool, shown: bool) -> int:
    """0, or -1 or 1 where the day of the year before or after lies nearer. `gap` is in days, 31 a month.

    The past reaches further than the future, unless a verb looks ahead; further still where one looks back, and what is
    `done` lies behind the report's day, but for the slip of a day. What is `shown` in the plain present may be a picture's.
    """
    coming = _YEAR - (_LATE if shown else _SLIP)
    ahead = 1 if done else coming if orientation > 0 else 31 * (_NEAR if orientation == 0 else _SOON)
    return -1 if gap > ahead else 1 if gap < ahead - _YEAR else 0


def season(part: str, context: Context, offset: int) -> Point | None:
    """The season (`SU`) that is meant where no year is given; None where the report has no date."""
    told = context.told_here(offset)
    now = context.home if told else context.now
    if now is None:
        return None
    if told or now.month is None:
        return Point(now.year, part=part)
    orientation = context.orientation(offset)
    begins = SEASON_MONTH[part]
    past, over = orientation < 0 and begins > now.month, orientation > 0 and begins + 3 <= now.month
    return Point(now.year - past + over, part=part)


def day_of_week(number: int, base: date, context: Context, offset: int) -> date:
    """The weekday (Monday is 1) that is meant: the next one or the last one from a day, by the tense.

    Of what was to be, and perhaps was not, it is the nearest.
    """
    orientation = context.orientation(offset)
    if orientation == 0 and context.sight is not None and context.sight.unkept(offset):
        ahead = (number - base.isoweekday()) % 7
        return weekday(base, number, 1 if ahead <= _HALF_WEEK else -1)
    return weekday(base, number, orientation or -1)


def unit_on(base: Point, step: int, unit: str, context: Context) -> tuple[str, Point | None] | None:
    """The unit that lies some steps on from a point (`last week`, `next summer`): its TIMEX3 value, and it as a point.

    `unit` is a code of TIMEX3 (`Y`, `Q`, `M`, `W`, `WE`, `D`) or a season's, or `2W` a fortnight. None where the point is too
    coarse.
    """
    if unit in SEASONS:
        year = base.year + step
        if step and base.month and not context.narrative:
            begins = SEASON_MONTH[unit]
            year = base.year - (base.month < begins + 3) if step < 0 else base.year + (base.month >= begins)
        point = Point(year, part=unit)
        return point.timex, point
    if unit in ("W", "WE", "2W"):
        if base.day is None or base.year < 1:
            return None
        return week(base.first, step * (2 if unit == "2W" else 1)) + ("-WE" if unit == "WE" else ""), None
    timex = stepped(base, step, unit)
    return (timex, as_point(timex)) if timex else None


def as_point(timex: str) -> Point | None:
    """A plain year, month or day as a point; None for any other value."""
    parts = timex.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts[0]) != 4:
        return None
    year, month, day = (*(int(part) for part in parts), None, None)[:3]
    return Point(year or 1, month, day)


def period(number: str, unit: str) -> str:
    """An ISO duration: `P2W`, `PT3H`, `PXY`. `number` is a count or `X`."""
    if (number, unit) == ("0.5", "TH"):
        return "PT30M"
    if unit == "2W":
        return f"P{int(number) * 2}W" if number.isdecimal() else "PXW"
    if unit == "Q" or unit in SEASONS or unit == "WE":
        return f"P{number}{unit}"
    return f"P{'T' if unit.startswith('T') else ''}{number}{unit.removeprefix('T')}"
