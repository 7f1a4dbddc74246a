"""What each rule of the grammar makes of the tokens that fit it: the calendar, and words that point into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from dateline.edtf import days_in
from dateline.language import tables
from dateline.language.calendar import SEASON_MONTH, Point, day_by_rule, days_on, of_day, weekday
from dateline.language.english.times.counts import clock, ordinal_of, year_of
from dateline.language.english.times.grammar import Fit, fits
from dateline.language.english.times.tokens import Token
from dateline.language.times import Context, Draft
from dateline.records.marks import Mod

STEP = {"last": -1, "past": -1, "previous": -1, "latest": -1, "next": 1, "following": 1, "coming": 1}
ONES = ("this", "current", *STEP, "that", "same")
_POINTING = ("that", "same", "previous", "following")  # these point at what the text told last
LEADS = ("in", "on", "by", "since", "until", "before", "after", "from", "to", "for", "of", "and", "or", "dash",
          "between", "at", "as", "comma", "open", "earlier", "later", "quote")  # fmt: skip
NEAR = 4  # months within which a month is rather the next one, when no verb tells
_WORD_MOD: Mapping[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}


def first_of(tokens: Sequence[Token], *kinds: str) -> Token | None:
    """The first token of one of these classes."""
    return next((token for token in tokens if token.kind in kinds), None)


def modifier(tokens: Sequence[Token]) -> Mod | None:
    """What `early`, `the end of`, `mid-`, `about` say of the time that follows."""
    for token in tokens:
        if token.kind in ("early", "late", "mid", "middle", "start", "end", "latter"):
            return _WORD_MOD[token.value]
        if token.kind in ("earlier", "later"):
            return "START" if token.kind == "earlier" else "END"
        if token.kind in ("about", "so"):
            return "APPROX"
        if token.kind == "beyond":
            return "AFTER"
    return None


def calendar(fit: Fit, context: Context) -> Draft | None:
    """Days and months, weekdays, seasons, holidays and today, with year, time of day and modifier as given."""
    tokens = fit.tokens
    if not _is_calendar(fit, tokens):
        return None
    point = _point(fit, tokens, context)
    if point is None:
        return None
    mod = modifier(tokens)
    if isinstance(point, str):
        return _with_clock(Draft("DATE", point, mod), tokens)
    return _with_clock(Draft("DATE", point.timex, mod, point), tokens)


def _is_calendar(fit: Fit, tokens: tuple[Token, ...]) -> bool:
    """Whether ambiguous words (May, March, fall, spring, Sun) are words of time here."""
    if first_of(tokens, "weekdayab") and len(tokens) < 3:
        return False
    month = first_of(tokens, "monthy", "monthab")
    exact = first_of(tokens, "d1", "d2", "o1", "y4", "yy", "ord")
    if month and not exact:
        return fit.before() in LEADS or fit.before(1) in ("this", "last", "next") or len(tokens) > 1
    season = first_of(tokens, "season")
    if season and not exact and season.text.lower() in ("fall", "spring"):
        the = tokens[0].kind == "the" and fit.before() in LEADS and fit.after() not in ("of",)
        return the or len(tokens) > 2 or modifier(tokens) is not None or fit.before() == "in"
    return True


def _with_clock(draft: Draft, tokens: tuple[Token, ...]) -> Draft:
    at = clock(tokens)
    if at and len(draft.timex) >= 10 and "X" not in draft.timex:
        return replace(draft, type="TIME", timex=f"{draft.timex}T{at}")
    part = first_of(tokens, "daypart", "tonight")
    if part and len(draft.timex) >= 8:
        return replace(draft, type="TIME", timex=f"{draft.timex}T{part.value}")
    return draft


def _point(fit: Fit, tokens: tuple[Token, ...], context: Context) -> Point | str | None:
    month = first_of(tokens, "month", "monthy", "monthab")
    year = year_of(tokens, context.era) or _year_told(tokens, context)
    if month:
        return _month_day(int(month.value), _day(tokens, month), year, fit, context)
    named = first_of(tokens, "holiday")
    if named:
        return _holiday(named.value, year, fit, context)
    season = first_of(tokens, "season")
    if season:
        return _season(season.value, year, fit, context)
    return _deictic(fit, tokens, context)


def _day(tokens: tuple[Token, ...], month: Token) -> int | None:
    at = tokens.index(month)
    for places in (range(at - 1, max(at - 4, -1), -1), range(at + 1, min(at + 4, len(tokens)))):
        for place in places:
            token = tokens[place]
            if token.kind in ("comma", "ampm", "zone"):
                break
            follows = tokens[place + 1].kind if place + 1 < len(tokens) else ""
            if token.kind in ("d1", "d2", "o1") and follows not in ("ampm", "oclock", "era"):
                return ordinal_of(token)
            if token.kind in ("first", "second", "ord"):
                return ordinal_of(token)
    return None


def _year_told(tokens: tuple[Token, ...], context: Context) -> int | None:
    """The year of `of last year`, `that year`."""
    unit = first_of(tokens, "unit")
    if unit is None or unit.value != "Y":
        return None
    which = first_of(tokens, "this", *STEP, "that", "same")
    if which is None:
        return None
    base = context.then if which.kind in _POINTING else context.now
    return base.year + STEP.get(which.kind, 0) if base else None


def _month_day(month: int, day: int | None, year: int | None, fit: Fit, context: Context) -> Point | str | None:
    if day is not None and day > (29 if month == 2 else days_in(2001, month)):
        return None
    if year is None:
        year = _year_ahead(month, fit, context) or _year_near(month, day, fit, context)
    if year is None:
        return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    if month == 2 and day == 29 and days_in(year, 2) < 29:
        return None
    return Point(year, month, day)


def _year_ahead(month: int, fit: Fit, context: Context) -> int | None:
    """The year that the second of two dates gives the first: `April and June 1955`, `November to January 2012`."""
    if fit.after() not in ("and", "or", "to", "dash", "slash"):
        return None
    for beside in fits(fit.within, fit.last + 1):
        tokens = beside.tokens
        other = first_of(tokens, "month", "monthy", "monthab") if beside.rule == "calendar" else None
        year = year_of(tokens, context.era) if other else None
        if other and year is not None:
            return year - (int(other.value) < month)
    return None


def _year_told_in(month: int, context: Context) -> int | None:
    """The year of a month in a narrative: that of the month nearest to where the text stands, rather on than back."""
    stands = context.months or context.now
    if stands is None or not stands.month:
        return stands.year if stands else None
    gaps = {year: (year - stands.year) * 12 + month - stands.month for year in (stands.year, stands.year + 1)}
    return min(gaps, key=lambda year: gaps[year] if gaps[year] >= 0 else -1.3 * gaps[year])


def _year_near(month: int, day: int | None, fit: Fit, context: Context) -> int | None:
    """The year of a month without one: by the tense, else the nearest; in a narrative that which the text is in."""
    now = context.now
    if now is None:
        return None
    if context.narrative:
        return _year_told_in(month, context)
    base = (now.month or 1, now.day or 1)
    lean = context.lean(fit.start)
    if fit.before() == "since" or (fit.before() == "ending" and fit.within.token(fit.first - 1).value == "-1"):
        return now.year - ((month, day or 0) > base)
    if day:  # a report says the year of a day that is not the nearest of its name
        return now.year + _nearest((month, day), base, lean)
    if lean > 0:
        return now.year + (month < base[0])
    if lean < 0 and not context.scheduled(fit.start):
        # a month that is long past would have its year: what lies just ahead is meant, whatever the tense beside it
        soon = day is None and (month - base[0]) % 12 <= 1
        return now.year + (month < base[0]) if soon and month != base[0] else now.year - (month > base[0])
    ahead = (month - base[0]) % 12
    near = 2 * NEAR if context.scheduled(fit.start) else NEAR
    return now.year + (month < base[0]) if ahead <= near else now.year - (month > base[0])


def _nearest(here: tuple[int, int], base: tuple[int, int], lean: int) -> int:
    """0, or -1 or 1 where the day of the year before or after lies nearer (days counted 31 a month).

    The past reaches further than the future, unless a verb looks ahead.
    """
    gap = (here[0] - base[0]) * 31 + here[1] - base[1]
    ahead = 186 if lean > 0 else 31 * NEAR
    return -1 if gap > ahead else 1 if gap < ahead - 372 else 0


def _season(season: str, year: int | None, fit: Fit, context: Context) -> Point | str | None:
    now = context.now
    if year is None:
        if now is None:
            return f"XXXX-{season}"
        if context.narrative or now.month is None:
            return Point(now.year, part=season)
        lean = context.lean(fit.start)
        begins = SEASON_MONTH[season]
        year = now.year
        if lean < 0 and begins > now.month:
            year -= 1
        if lean > 0 and begins + 3 <= now.month:
            year += 1
    return Point(year, part=season)


def _holiday(name: str, year: int | None, fit: Fit, context: Context) -> Point | str | None:
    if year is None and context.now is not None:
        now = context.now
        day = _day_of(name, now.year) if now.year > 0 else None
        if day is None:
            return None
        year = _year_near(day.month, day.day, fit, context)
    day = _day_of(name, year or 2000)
    if day is None:
        return None
    return of_day(day) if year else f"XXXX-{day.month:02d}-{day.day:02d}"


@cache
def _holidays() -> Mapping[str, str]:
    """Each day with a name, and the rule that gives its date in a year."""
    return {row["name"]: row["rule"] for row in tables.table("holidays")}


def _day_of(name: str, year: int) -> date | None:
    return day_by_rule(_holidays()[name], year)


def _deictic(fit: Fit, tokens: tuple[Token, ...], context: Context) -> Point | str | None:
    now = context.now
    day = first_of(tokens, "weekday", "weekdayab")
    near = first_of(tokens, "deictic")
    if context.narrative and near and near.value == "0":
        return "PRESENT_REF"
    if now is None or now.day is None or now.year < 1:
        if day:
            return f"XXXX-WXX-{day.value}"
        return "XXXX-XX-XX" if near else None
    if near:
        return of_day(days_on(now.first, int(near.value)))
    if day is None:
        return None
    return of_day(_weekday(int(day.value), tokens, now.first, fit, context))


def _weekday(number: int, tokens: tuple[Token, ...], base: date, fit: Fit, context: Context) -> date:
    which = first_of(tokens, "last", "past", "previous", "next", "following", "coming", "this")
    if which is None or which.kind == "this":
        lean = 1 if context.narrative else context.lean(fit.start)
        return weekday(base, number, lean or -1)
    step = STEP[which.kind]
    return weekday(days_on(base, step), number, step)


Rule = Callable[[Fit, Context], Draft | None]
