"""The rules of the grammar for what has a name: quarters, decades, centuries, years, dates in figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dateline.edtf import days_in
from dateline.language.calendar import Point, days_on, months_on, nth_weekday, of_day, stepped
from dateline.language.english.times.counts import clock, count, ordinal_of, year_of
from dateline.language.english.times.grammar import Fit, fits
from dateline.language.english.times.rules import LEADS, ONES, STEP, calendar, first_of, modifier
from dateline.language.english.times.steps import unit_of
from dateline.language.english.times.tokens import Token
from dateline.language.times import Context, Draft
from dateline.records.marks import Mod

OWNERS = frozenset(("my", "your", "his", "her", "its", "our", "their"))  # `in his 30s`


_MONTHS = ("month", "monthy", "monthab")
_PARTS = ("early", "mid", "-", "late", "middle", "very")


def quarter(fit: Fit, context: Context) -> Draft | None:
    """`the third quarter`, `the second half of 2018`, `the latest quarter`."""
    tokens = fit.tokens
    kind = first_of(tokens, "qn", "hn", "quarter", "half", "period") or first_of(tokens, "unit")
    if kind is None:
        return None
    which = kind if kind.kind in ("qn", "hn") else first_of(tokens, "first", "second", "ord", "o1", "final", "latter")
    which = which or _last_of(tokens)
    if which is None:
        return _unnumbered(fit, kind, context)
    bare = year_of(tokens, context.era) is None and first_of(tokens, "unit") is None
    if kind.kind == "period" or (bare and (context.game or (fit.after() == "of" and fit.after(1) == "the"))):
        return None  # `the first half of the match`
    size = 4 if kind.kind in ("quarter", "qn") else 2
    number = (
        size
        if which.kind in ("final", "latter", "last")
        else int(which.value[1])
        if which is kind
        else ordinal_of(which)
    )
    if not 1 <= number <= size:
        return None
    part = f"{kind.value[0]}{number}"
    year = _year_of_part((number - 1) * (12 // size) + 1, fit, context)
    if year is None:
        return Draft("DATE", f"XXXX-{part}")
    point = Point(year, part=part)
    back = first_of(tokens, "unit") and first_of(tokens, "ago", "earlier", "last")
    if kind.kind == "quarter" and not back and not _is_aside(fit, context) and _over(point, fit, context):
        context.period = (point, context.sentence)
    return Draft("DATE", point.timex, modifier([token for token in tokens if token is not which]), point)


def _is_aside(fit: Fit, context: Context) -> bool:
    """Whether the quarter is only what those are held against that figures were given for: `after a flat second quarter`."""
    told = context.reported(within=9) is not None
    return told and any(
        fit.before(back) in ("after", "since", "before", "from", "than", "compared") for back in (1, 2, 3)
    )


def _last_of(tokens: tuple[Token, ...]) -> Token | None:
    """The word `last` where it is that of a year: `the last half of 2030`."""
    of = next((place for place, token in enumerate(tokens) if token.kind in ("of", "in")), 0)
    return first_of(tokens[:of], "last")


def _unnumbered(fit: Fit, kind: Token, context: Context) -> Draft | None:
    """`the year-ago quarter`, `the 2017 period`, `the latest quarter`."""
    tokens = fit.tokens
    unit = first_of(tokens, "unit")
    if unit and unit.value == "Y":
        return _year_before(kind, context)
    year = year_of(tokens, context.era)
    if year is None:
        return _some_quarter(fit, kind, first_of(tokens, *ONES), context)
    reported = context.reported(within=9)
    if reported is None and kind.kind == "quarter" and context.now:
        reported = _reportedon(context.now, -1)
    return Draft("DATE", Point(year, part=reported.part).timex if reported else Point(year).timex)


def _year_of_part(begins: int, fit: Fit, context: Context) -> int | None:
    """The year of a quarter or half that begins in a month: as given, a year ago, or by the tense."""
    tokens = fit.tokens
    now = context.now
    unit, ones = first_of(tokens, "unit"), first_of(tokens, *ONES)
    year = year_of(tokens, context.era)
    if now is None:
        return year
    if year is None:
        step = STEP.get(ones.kind, 0) if ones and unit else 0
        year = now.year + (-1 if unit and first_of(tokens, "ago", "earlier") else step)
    if not unit and year_of(tokens) is None and not context.narrative:
        year -= context.orientation(fit.start) <= 0 and begins > (now.month or 12)
    return year


def _over(quarter: Point, fit: Fit, context: Context) -> bool:
    """Whether figures for a quarter can be known: it had ended by the report's day, or is told in the past tense."""
    orientation = context.orientation(fit.start)
    begun = quarter.first
    ended = context.published is None or (begun.year, begun.month + 3) <= (
        context.published.year,
        context.published.month,
    )
    return orientation < 0 or (orientation == 0 and ended)


def _year_before(kind: Token, context: Context) -> Draft | None:
    """`the year-ago quarter`, `the same period last year`: the quarter reported, a year back."""
    reported = context.reported(within=9)
    now = context.now
    if now is None or kind.kind == "half":
        return None
    if reported is None and kind.kind == "quarter":
        reported = _reportedon(now, -1)
    return Draft("DATE", Point(reported.year - 1, part=reported.part).timex if reported else Point(now.year - 1).timex)


def _reportedon(base: Point, step: int) -> Point | None:
    timex = stepped(base, step, "Q")
    return Point(int(timex[:4]), part=timex[5:]) if timex and timex[:4].isdecimal() else None


def _some_quarter(fit: Fit, kind: Token, ones: Token | None, context: Context) -> Draft | None:
    reported = context.reported(within=9)
    which = ones.kind if ones else "the"
    ended = _ended(fit, context) if kind.kind == "quarter" else None
    if ended:
        context.period = (ended, context.sentence)
        return Draft("DATE", ended.timex, None, ended)
    if kind.kind == "half" or (kind.kind == "period" and (reported is None or which not in ("the", "latest", "same"))):
        return None
    if reported and which in ("the", "latest", "same", "that"):
        context.period = (reported, context.sentence)
        return Draft("DATE", reported.timex, None, reported)
    base = context.now if which in ("the", "latest", "this", "current") else reported or context.now
    step = -1 if which in ("the", "latest") else STEP.get(which, 0)
    point = _reportedon(base, step) if base else None
    if point is None:
        return None
    if step < 0:
        context.period = (point, context.sentence)
    return Draft("DATE", point.timex, None, point)


def _ended(fit: Fit, context: Context) -> Point | None:
    """The quarter of `the quarter ended Sept. 30`: that in which its middle month lies."""
    if fit.after() != "ending":
        return None
    for beside in fits(fit.within, fit.last + 1):
        draft = calendar(beside, context) if beside.rule == "calendar" else None
        if draft and draft.point and draft.point.month:
            year, month = months_on(draft.point.year, draft.point.month, -1)
            return Point(year, part=f"Q{(month + 2) // 3}")
    return None


def part_of(fit: Fit, context: Context) -> Draft | None:
    """`the first half of the 1950s`, `the second week of June`, `the last weekend of May 2030`: some of its days."""
    tokens = fit.tokens
    which, unit = (
        tokens[1] if tokens[0].kind == "the" else tokens[0],
        first_of(tokens, "half", "quarter", "unit", "weekend", "weekday"),
    )
    last = which.kind in ("final", "latter", "last")
    number = 0 if last else ordinal_of(which)
    ten = first_of(tokens, "decade")
    if unit is None or (unit.kind == "half" and number > 2):
        return None
    mod: Mod = "END" if last or (unit.kind == "half" and number == 2) else "START" if number == 1 else "MID"
    if first_of(tokens, "unit", "quarter") and (hundred := _part_of_century(tokens, which, unit, number)):
        return hundred
    if ten:
        digits = "".join(c for c in ten.text if c.isdecimal())
        if unit.kind != "half" or len(digits) != 4:
            return None
        first = int(digits) + (0 if mod == "START" else 5)
        return Draft("DATE", digits[:3], mod, spread=(f"{first}", f"{first + 4}"))
    if first_of(tokens, *_MONTHS) is None:
        return None
    rest = next(beside for beside in fits(fit.within, _month_at(fit)) if beside.rule == "calendar")
    month = calendar(replace(rest, last=fit.last), context)
    if month is None or month.point is None or month.point.month is None or month.point.year < 1:
        return None
    if unit.kind == "weekday":
        day = nth_weekday(month.point.year, month.point.month, int(unit.value), number or -1)
        return Draft("DATE", day.isoformat(), None, of_day(day)) if day.month == month.point.month else None
    days = _days_of_month(month.point, unit, 2 if last and unit.kind == "half" else number)
    return Draft("DATE", month.point.timex, mod, month.point, spread=days) if days else None


def _part_of_century(tokens: tuple[Token, ...], which: Token, unit: Token, number: int) -> Draft | None:
    """`the second half of the 19th century`, `the last decade of the 18th century`. `number` is 0 for the last part."""
    of = next(place for place, token in enumerate(tokens) if token.kind in ("of", "in"))
    hundred = first_of(tokens[of:], "first", "second", "ord", "o1", "on")
    long = {"half": 50, "quarter": 25, "unit": 10 if unit.value == "DE" else 0}.get(unit.kind, 0)
    if hundred is None or not long or unit_of(tokens[of:]) != "CE" or tokens.index(unit) > of or number * long > 100:
        return None
    begins = 100 * (ordinal_of(hundred) - 1)
    first = begins + long * ((number or 100 // long) - 1)
    if not 1000 <= first < 2200:
        return None
    if long == 10:
        return Draft("DATE", f"{first // 10}")
    mod: Mod = "START" if number == 1 else "MID" if 0 < number * long < 100 else "END"
    return Draft("DATE", f"{begins // 100}", mod, spread=(f"{first}", f"{first + long - 1}"))


def _month_at(fit: Fit) -> int:
    return next(place for place in range(fit.first, fit.last) if fit.within.kind(place) in _MONTHS)


def _days_of_month(month: Point, unit: Token, number: int) -> tuple[str, str] | None:
    """The first and the last day of the n-th (0 is the last) half, week or weekend of a month."""
    length = days_in(month.year, month.month or 1)
    if unit.kind == "half":
        first, last = (1, 15) if number == 1 else (16, length)
    elif unit.kind == "weekend":
        saturday = nth_weekday(month.year, month.month or 1, 6, number or -1)
        if (saturday.year, saturday.month) != (month.year, month.month):
            return None
        return saturday.isoformat(), days_on(saturday, 1).isoformat()
    elif unit.value == "W" and number <= 4:
        first, last = (7 * number - 6, 7 * number) if number else (length - 6, length)
    else:
        return None
    return replace(month, day=first).timex, replace(month, day=last).timex


def century(fit: Fit, context: Context) -> Draft | None:
    """`the 19th century`, `third century BC`; `the third day` is none."""
    tokens = fit.tokens
    unit = first_of(tokens, "unit")
    which = first_of(tokens, "first", "second", "ord", "o1", "on")
    if unit is None or which is None or unit.value != "CE":
        return None
    number = ordinal_of(which)
    if not 1 <= number <= 21:
        return None
    era = "BC" if first_of(tokens, "era") else ""
    return Draft("DATE", f"{era}{number - 1:02d}", modifier(tokens))


def decade(fit: Fit, context: Context) -> Draft | None:
    """`the 1980s`, `the '90s`, `the nineties`."""
    tokens = fit.tokens
    word = first_of(tokens, "decade", "decadeword")
    if word is None or _is_age(fit, word):
        return None
    digits = "".join(c for c in word.text if c.isdecimal()) if word.kind == "decade" else f"{word.value}0"
    timex = digits[:3] if len(digits) == 4 else f"19{digits[0]}"
    return Draft("DATE", timex, modifier(tokens))


def _is_age(fit: Fit, word: Token) -> bool:
    """Whether somebody is as old as that: `in his early 30s`, `aged in the 40s`."""
    if word.kind == "decade" and word.text[:2].isdecimal() and len(word.text.strip("'’s")) == 4:
        return False
    before = [fit.within.token(place).text.lower() for place in range(max(fit.first - 4, 0), fit.first)]
    while before and before[-1] in _PARTS:
        before.pop()
    return bool(before) and (before[-1] in OWNERS or "aged" in before)


def iso(fit: Fit, context: Context) -> Draft | None:
    """`2018-07-19`, `2018-07-19T23:11`; `19/07/2018` in the order that the report has (`Context.day_first`)."""
    tokens = fit.tokens
    text = tokens[0].text
    parts = [int(part) for part in text[:10].replace(".", "-").replace("/", "-").split("-")]
    if tokens[0].kind == "numdate":
        third = parts[2] + (0 if parts[2] > 99 else 2000 if parts[2] < 60 else 1900)
        day_first = parts[1] <= 12 and (parts[0] > 12 or context.day_first or "." in text)
        parts = [third, parts[1], parts[0]] if day_first else [third, parts[0], parts[1]]
    try:
        point = of_day(date(*parts))
    except ValueError:
        return None
    hour = text[11:16] if tokens[0].kind == "isodt" else clock(tokens[1:])
    if hour:
        return Draft("TIME", f"{point.timex}T{hour}", None, point)
    return Draft("DATE", point.timex, None, point)


def year(fit: Fit, context: Context) -> Draft | None:
    """A year by itself: `2016`, `early 1987`, `332 BC`."""
    tokens = fit.tokens
    named = year_of(tokens, context.era)
    number = first_of(tokens, "y4", "yw", "y3", "yy", "dn", "d1", "d2")
    if named is None and number and first_of(tokens, "era"):
        named = 1 - int(number.text)
    if named is None or fit.before() in ("money", "dec") or fit.after() in ("unit", "units", "money", "big"):
        return None
    old = context.narrative or bool(first_of(tokens, "era", "ad"))
    led = fit.before() in LEADS or tokens[0].kind in ("early", "late", "mid", "about")
    if number and number.kind == "y4" and not old and not led and not 1900 <= named <= 2060:
        return None
    if number and number.kind == "y3" and not first_of(tokens, "era", "ad") and fit.before() not in LEADS:
        return None
    counted = number is not None and number.kind in ("y3", "y4") and not first_of(tokens, "era", "ad")
    if counted and fit.before() != "fiscal" and _is_count(fit, context):
        return None
    if number and number.kind == "yy" and fit.before() not in ("in", "since", "of"):
        return None
    return Draft("DATE", Point(named).timex, modifier(tokens), Point(named))


def _is_count(fit: Fit, context: Context) -> bool:
    """Whether four figures count something: `sold 1990 of its flats`, `some 2000 people`."""
    room = fit.before() == "counted" and fit.within.token(fit.first - 1).text.istitle()
    if (fit.after() == "of" and fit.before() not in LEADS) or fit.before() == "numbered" or room:
        return True  # or only number it: `Room 2014`
    if fit.after() in ("to", "dash") and fit.after(1) == "y4" and _counts(fit, context, fit.last + 1):
        return True  # `1950 to 2000 bicycles`
    if fit.before() in ("at", "comma", "other") and "street" in (fit.after(), fit.after(1)):
        return True  # `at 2030 Main Street`
    if fit.before() == "at" and fit.within.token(fit.last).text.istitle():
        return True  # `at 2030 Ferry, by the quay`
    return any(
        token.kind in ("y3", "y4") and _counts(fit, context, fit.first + n) for n, token in enumerate(fit.tokens)
    )


def _counts(fit: Fit, context: Context, place: int) -> bool:
    return context.sight is not None and context.sight.counting(fit.within.starts[place])


def worded(fit: Fit, context: Context) -> Draft | None:
    """`the year two thousand and forty`."""
    place = next(n for n, token in enumerate(fit.tokens) if token.kind == "unit")
    number = count(fit.tokens[place + 1 :])
    if fit.tokens[place].value != "Y" or number is None or not 1900 <= float(number) <= 2199:
        return None
    point = Point(int(number))
    return Draft("DATE", point.timex, None, point)


def firstyear(fit: Fit, context: Context) -> Draft | None:
    """`the first of the year`: the first of January that is next, or that has been."""
    now = context.now
    unit = unit_of(fit.tokens)
    if now is None or unit not in ("Y", "M"):
        return None
    ahead = fit.before() in ("after", "until", "by") or context.orientation(fit.start) > 0
    if unit == "Y":
        point = Point(now.year + ahead, 1, 1)
    else:
        year_, month = months_on(now.year, now.month or 1, int(ahead))
        point = Point(year_, month, 1)
    mods: Mapping[str, Mod] = {"after": "AFTER", "before": "BEFORE"}
    return Draft("DATE", point.timex, mods.get(fit.before()), point)
