"""What each rule of the grammar makes of the tokens that fit it: the calendar, and words that point into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from dateline.edtf import days_in
from dateline.language import tables
from dateline.language.calendar import Point, day_by_rule, days_on, of_day, weekday
from dateline.language.english.times.counts import clock, ordinal_at, ordinal_of, year_of
from dateline.language.english.times.grammar import Fit, fits
from dateline.language.english.times.tokens import Token
from dateline.language.reckoning import day_of_week, season, year_by_weekday, year_of_month
from dateline.language.times import Context, Draft
from dateline.records.marks import Mod

STEP = {"last": -1, "past": -1, "previous": -1, "latest": -1, "next": 1, "following": 1, "coming": 1}
ONES = ("this", "current", *STEP, "that", "same")
POINTING = ("that", "same", "previous", "following")  # these point at what the text told last
LEADS = ("in", "on", "by", "since", "until", "before", "after", "from", "to", "for", "of", "and", "or", "dash",
          "between", "at", "as", "comma", "open", "earlier", "later", "quote")  # fmt: skip
NOUNS = (
    "other",
    "scheduled",
    "sudden",
    "hurt",
    "counted",
)  # the classes that a noun between a day and its year may have
_NO_DAY = ""  # the value of a day that no calendar has
_WORD_MOD: Mapping[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}


def first_of(tokens: Sequence[Token], *kinds: str) -> Token | None:
    """The first token of one of these classes."""
    return next((token for token in tokens if token.kind in kinds), None)


def pointer(tokens: Sequence[Token]) -> Token | None:
    """The word that says which one is meant: of `this coming Sunday` the second."""
    named = [token for token in tokens if token.kind in ONES]
    return named[named[0].kind == "this" and len(named) > 1 and named[1].kind in ("coming", "past")] if named else None


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
    if not _is_calendar(fit, tokens, context):
        return None
    point = _point(fit, tokens, context)
    if point is None:
        return None
    if point == _NO_DAY:
        return Draft("DATE", _NO_DAY)
    mod = modifier(tokens)
    if isinstance(point, str):
        return _with_clock(Draft("DATE", point, mod), tokens)
    named = first_of(tokens, "month", "monthy", "monthab", "holiday", "season")
    return _with_clock(Draft("DATE", point.timex, mod, point, counted=None if named else "now"), tokens)


def _is_calendar(fit: Fit, tokens: tuple[Token, ...], context: Context) -> bool:
    """Whether ambiguous words (May, March, fall, spring, Sun) are words of time here."""
    if first_of(tokens, "weekdayab") and len(tokens) < 3:
        return False
    month = first_of(tokens, "monthy", "monthab")
    exact = first_of(tokens, "d1", "d2", "o1", "y4", "yy", "ord")
    called = first_of(tokens, "month", "monthy", "weekday", "season")
    if called and not exact and called.text[0].isupper() and context.personal(called.start):
        return False
    if month and not exact and _year_beside(fit, tokens) is None:
        return (
            fit.before() in LEADS
            or fit.before(1) in ("this", "last", "next")
            or len(tokens) > 1
            or _qualifies(fit, month, context)
        )
    part = first_of(tokens, "season")
    if part and not exact and part.text.lower() in ("fall", "spring"):
        if part.text.lower() == "fall" and not _is_autumn(fit, tokens, context):
            return False
        if fit.before() == "from" and fit.after() not in ("to", "until", "and") and len(tokens) < 3:
            return False  # `drew water from the spring`
        the = tokens[0].kind == "the" and fit.before() in LEADS and fit.after() not in ("of",)
        return the or len(tokens) > 2 or modifier(tokens) is not None or fit.before() == "in"
    return True


def _qualifies(fit: Fit, month: Token, context: Context) -> bool:
    """Whether the name of a month says which of a thing: `a May deadline`, `March winds`."""
    behind = fit.within.token(fit.last).text if fit.last < len(fit.within.starts) else ""
    return behind.islower() and context.sight is not None and context.sight.qualifying(month.start)


def _is_autumn(fit: Fit, tokens: tuple[Token, ...], context: Context) -> bool:
    """Whether `the fall` is a season: with a word of time or a year beside it, ahead, or where nobody is hurt or fell."""
    if modifier(tokens) or first_of(tokens, *ONES, "unit") or _year_beside(fit, tokens) is not None:
        return True
    if fit.before() not in ("in", "by", "since", "until", "for", "of", "from", "this", "last", "next"):
        return False
    if fit.before() == "from" and fit.after() not in ("to", "until", "and"):
        return False  # `recovered from the fall`
    if fit.after() in ("and", "or", "to") and fit.after(1) == "season":
        return True  # `the fall and winter`
    return context.sight is None or not context.sight.bodily()


def _with_clock(draft: Draft, tokens: tuple[Token, ...]) -> Draft:
    if draft.timex.endswith("_REF"):
        return draft  # `now, at nine`, in a tale
    hour = clock(tokens)
    if hour and len(draft.timex) >= 10 and "X" not in draft.timex:
        return replace(draft, type="TIME", timex=f"{draft.timex}T{hour}")
    part = first_of(tokens, "daypart", "tonight")
    if part and len(draft.timex) >= 8:
        return replace(draft, type="TIME", timex=f"{draft.timex}T{part.value}")
    return draft


def _point(fit: Fit, tokens: tuple[Token, ...], context: Context) -> Point | str | None:
    month = first_of(tokens, "month", "monthy", "monthab")
    year = year_of(tokens, context.era) or _year_named(tokens, context)
    if year is None and not first_of(tokens, "d1", "d2", "o1"):
        year = _year_beside(fit, tokens)
    if year is None:
        year = _year_led(fit)
    if month:
        return _month_day(int(month.value), _day(tokens, month), year, fit, context)
    named = first_of(tokens, "holiday")
    if named:
        return _holiday(named.value, year, fit, context)
    part = first_of(tokens, "season")
    if part:
        return _season(part.value, year, fit, context)
    return _deictic(fit, tokens, context)


def _day(tokens: tuple[Token, ...], month: Token) -> int | None:
    """The day of the month that stands within three tokens of its name, rather before it than behind."""
    middle = tokens.index(month)
    for places in (range(middle - 1, max(middle - 4, -1), -1), range(middle + 1, min(middle + 4, len(tokens)))):
        for place in places:
            token = tokens[place]
            if token.kind in ("comma", "ampm", "zone"):
                break
            follows = tokens[place + 1].kind if place + 1 < len(tokens) else ""
            if token.kind in ("d1", "d2", "o1") and follows not in ("ampm", "oclock", "era"):
                return ordinal_of(token)
            if token.kind in ("first", "second", "ord"):
                return ordinal_at(tokens, place)
    return None


def _year_beside(fit: Fit, tokens: tuple[Token, ...]) -> int | None:
    """The year that stands near: `the Boxing Day storm of 2019`, `the 2019 Boxing Day storm`, `the May floods of 1997`."""
    if first_of(tokens, "month", "monthy", "monthab", "holiday", "season") is None:
        return None
    if fit.before() == "y4":
        return int(fit.within.token(fit.first - 1).text)
    if fit.after() in ("and", "or", "to") and fit.after(1) == "season" and first_of(tokens, "season"):
        behind = 3 if fit.after(2) == "of" else 2  # `the spring and summer of 2030`
        return int(fit.within.token(fit.last + behind).text) if fit.after(behind) == "y4" else None
    for ahead in range(
        not first_of(tokens, "daypart"), 3
    ):  # `Halloween night in 2026`, `the Labor Day weekend of 2029`
        words = [fit.after(place) for place in range(ahead)]
        of = fit.after(ahead) == "of" or _is_in(fit, ahead)
        if of and fit.after(ahead + 1) == "y4" and set(words) <= {*NOUNS, "weekend", "unit", "daypart"}:
            return int(fit.within.token(fit.last + ahead + 1).text)
    return None


def _is_in(fit: Fit, ahead: int) -> bool:
    """Whether the word `in` leads to the year of a holiday: `a Christmas Eve storm in 2028`."""
    return first_of(fit.tokens, "holiday") is not None and fit.after(ahead) == "in"


def _year_led(fit: Fit) -> int | None:
    """The year that is told right before a day of it: `In 2025, on Christmas Eve`."""
    if [fit.before(back) for back in (1, 2, 3)] != ["on", "comma", "y4"] or fit.before(4) not in ("in", "of"):
        return None
    return int(fit.within.token(fit.first - 3).text)


def _year_named(tokens: tuple[Token, ...], context: Context) -> int | None:
    """The year of `of last year`, `that year`."""
    unit = first_of(tokens, "unit")
    if unit is None or unit.value != "Y":
        return None
    which = first_of(tokens, "this", *STEP, "that", "same")
    if which is None:
        return None
    base = context.then if which.kind in POINTING else context.now
    return base.year + STEP.get(which.kind, 0) if base else None


def _month_day(month: int, day: int | None, year: int | None, fit: Fit, context: Context) -> Point | str | None:
    if day is not None and day > (29 if month == 2 else days_in(2001, month)):
        return _NO_DAY
    if year is None:
        year = _year_ahead(month, fit, context) or year_of_month(month, day, context, fit.start, _back(fit))
        weekday_ = first_of(fit.tokens, "weekday", "weekdayab")
        if year is not None and weekday_ and day:
            year = year_by_weekday(year, month, day, int(weekday_.value))
    if year is None:
        return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    if month == 2 and day == 29 and days_in(year, 2) < 29:
        return _NO_DAY
    return Point(year, month, day)


def _year_ahead(month: int, fit: Fit, context: Context) -> int | None:
    """The year that the second of two dates gives the first: `April and June 1955`, `November to January 2012`."""
    if fit.after() not in ("and", "or", "to", "dash", "slash"):
        return None
    if fit.after(1) in ("d1", "d2") and fit.after(2) not in ("month", "monthy", "monthab"):  # `October 14-16, 2030`
        behind = 3 if fit.after(2) == "comma" else 2
        return int(fit.within.token(fit.last + behind).text) if fit.after(behind) == "y4" else None
    for beside in fits(fit.within, fit.last + 1):
        tokens = beside.tokens
        other = first_of(tokens, "month", "monthy", "monthab") if beside.rule == "calendar" else None
        year = year_of(tokens, context.era) if other else None
        if other and year is not None:
            return year - (int(other.value) < month)
    return None


def _back(fit: Fit) -> bool:
    """Whether the word before holds a date to what has been: `since May`, `the year ended March`."""
    return fit.before() == "since" or (fit.before() == "ending" and fit.within.token(fit.first - 1).value == "-1")


def _season(part: str, year: int | None, fit: Fit, context: Context) -> Point | str:
    if year is not None:
        return Point(year, part=part)
    return season(part, context, fit.start) or f"XXXX-{part}"


def _holiday(name: str, year: int | None, fit: Fit, context: Context) -> Point | str | None:
    if year is None and context.home is not None:
        now = context.home
        day = _day_of(name, now.year) if now.year > 0 else None
        if day is None:
            return None
        year = year_of_month(day.month, day.day, context, fit.start, _back(fit))
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
    if context.narrative and near and near.value == "0" and not context.quoted and not context.done(fit.start):
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
    if (weeks := _weeks(fit, tokens)) is not None:
        return days_on(base, number - base.isoweekday() + 7 * weeks)
    which = pointer(tokens)
    first = (
        context.day.first
        if context.day and context.opens and clock(tokens) is None and context.follows(fit.first)
        else None
    )
    if (
        which is None
        and first is not None
        and fit.before() in ("to", "until", "dash", "and")
        and first > days_on(base, -8)
    ):
        return weekday(first, number, 1)  # `from Monday to Friday`
    orientation = context.orientation(fit.start)
    if which is not None and which.kind == "this" and orientation == 0:
        return days_on(base, number - base.isoweekday())  # `was to have opened this Thursday`
    if which is None or which.kind not in STEP:
        return day_of_week(number, base, context, fit.start)
    step = STEP[which.kind]
    told = which.kind in POINTING and context.day is not None and context.day.year > 0
    start = context.day.first if told and context.day else base  # `the previous Friday`
    return weekday(days_on(start, step), number, step)


def _weeks(fit: Fit, tokens: tuple[Token, ...]) -> int | None:
    """How many weeks on a weekday lies by the week beside it: `Monday last week`, or at the end of its range:
    `Monday to Thursday last week`.
    """
    unit, which = first_of(tokens, "unit"), first_of(tokens, "this", *STEP)
    if unit and which and unit.value == "W":
        return STEP.get(which.kind, 0)
    if fit.after() not in ("to", "dash"):
        return None
    ends = [beside.tokens for beside in fits(fit.within, fit.last + 1) if beside.rule == "calendar"]
    return next((_weeks(fit, end) for end in ends if first_of(end, "weekday") and first_of(end, "unit")), None)


Rule = Callable[[Fit, Context], Draft | None]
