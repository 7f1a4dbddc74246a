"""The rules of the grammar for what has a name: quarters, decades, centuries, years, dates in figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateline.mark.times import values
from dateline.mark.times.context import Context, Draft
from dateline.mark.times.grammar import Found, candidates
from dateline.mark.times.numbers import clock, year_of
from dateline.mark.times.rules import LEADS, ONES, STEP, calendar, first_of, modifier
from dateline.mark.times.steps import unit_of
from dateline.mark.times.tokens import Token
from dateline.mark.times.values import Point
from dateline.records.marks import Mod


def quarter(found: Found, context: Context) -> Draft | None:  # noqa: C901
    """`the third quarter`, `the second half of 2018`, `the latest quarter`."""
    tokens = found.tokens
    kind = first_of(tokens, "quarter", "half", "period") or first_of(tokens, "unit")
    if kind is None:
        return None
    which = first_of(tokens, "first", "second", "ord", "o1", "final", "latter")
    now = context.now
    year = year_of(tokens, context.era)
    unit = first_of(tokens, "unit")
    ones = first_of(tokens, *ONES)
    if which is None and unit and unit.value == "Y":
        return _year_before(kind, context)
    if which is None and year is not None:
        told = context.reported(within=9)
        if told is None and kind.kind == "quarter" and now:
            told = _quarter_on(now, -1)
        return Draft("DATE", Point(year, part=told.part).timex if told else Point(year).timex)
    if unit and first_of(tokens, "ago", "earlier") and year is None and now:
        year = now.year - 1
    if which is None:
        return _some_quarter(found, kind, ones, context)
    if kind.kind == "period":
        return None
    if year is None and now is not None:
        step = STEP.get(ones.kind, 0) if ones and unit else 0
        year = now.year + step
    size = 4 if kind.kind == "quarter" else 2
    number = {"first": 1, "second": 2, "final": size, "latter": size}.get(which.kind) or int(which.value[0])
    if not 1 <= number <= size:
        return None
    part = f"{kind.value}{number}"
    if year is None:
        return Draft("DATE", f"XXXX-{part}")
    if now and not unit and year_of(tokens) is None and not context.narrative:
        begins = (number - 1) * (12 // size) + 1
        lean = context.lean(found)
        year -= lean <= 0 and begins > (now.month or 12)
    point = Point(year, part=part)
    if (
        kind.kind == "quarter"
        and not (unit and first_of(tokens, "ago", "earlier", "last"))
        and _over(point, found, context)
    ):
        context.period = (point, context.sentence)
    return Draft("DATE", point.timex, modifier([t for t in tokens if t is not which]), point)


def _over(quarter: Point, found: Found, context: Context) -> bool:
    """Whether figures for a quarter can be known: it had ended by the report's day, or is told in the past tense."""
    lean = context.lean(found)
    begun = quarter.first
    ended = context.published is None or (begun.year, begun.month + 3) <= (
        context.published.year,
        context.published.month,
    )
    return lean < 0 or (lean == 0 and ended)


def _year_before(kind: Token, context: Context) -> Draft | None:
    """`the year-ago quarter`, `the same period last year`: the quarter reported, a year back."""
    told = context.reported(within=9)
    now = context.now
    if now is None or kind.kind == "half":
        return None
    if told is None and kind.kind == "quarter":
        told = _quarter_on(now, -1)
    return Draft("DATE", Point(told.year - 1, part=told.part).timex if told else Point(now.year - 1).timex)


def _quarter_on(base: Point, step: int) -> Point | None:
    timex = values.stepped(base, step, "Q")
    return Point(int(timex[:4]), part=timex[5:]) if timex and timex[:4].isdecimal() else None


def _some_quarter(found: Found, kind: Token, ones: Token | None, context: Context) -> Draft | None:
    told = context.reported(within=9)
    which = ones.kind if ones else "the"
    ended = _ended(found, context) if kind.kind == "quarter" else None
    if ended:
        context.period = (ended, context.sentence)
        return Draft("DATE", ended.timex, None, ended)
    if kind.kind == "half" or (kind.kind == "period" and (told is None or which not in ("the", "latest", "same"))):
        return None
    if told and which in ("the", "latest", "same", "that"):
        context.period = (told, context.sentence)
        return Draft("DATE", told.timex, None, told)
    base = context.now if which in ("the", "latest", "this", "current") else told or context.now
    step = -1 if which in ("the", "latest") else STEP.get(which, 0)
    point = _quarter_on(base, step) if base else None
    if point is None:
        return None
    if step < 0:
        context.period = (point, context.sentence)
    return Draft("DATE", point.timex, None, point)


def _ended(found: Found, context: Context) -> Point | None:
    """The quarter of `the quarter ended Sept. 30`: that in which its middle month lies."""
    if found.after() != "ending":
        return None
    for hit in candidates(found.within, found.last + 1):
        draft = calendar(hit, context) if hit.rule == "calendar" and hit.first == found.last + 1 else None
        if draft and draft.point and draft.point.month:
            year, month = values.months_on(draft.point.year, draft.point.month, -1)
            return Point(year, part=f"Q{(month + 2) // 3}")
    return None


def century(found: Found, context: Context) -> Draft | None:
    """`the 19th century`, `third century BC`; `the third day` is none."""
    tokens = found.tokens
    unit = first_of(tokens, "unit")
    which = first_of(tokens, "first", "second", "ord", "o1", "on")
    if unit is None or which is None or unit.value != "CE":
        return None
    digits = "".join(c for c in which.text if c.isdecimal())
    number = {"first": 1, "second": 2}.get(which.kind) or int(digits or which.value)
    if not 1 <= number <= 21:
        return None
    era = "BC" if first_of(tokens, "era") else ""
    return Draft("DATE", f"{era}{number - 1:02d}", modifier(tokens), anchored=False)


def decade(found: Found, context: Context) -> Draft | None:
    """`the 1980s`, `the '90s`, `the nineties`."""
    tokens = found.tokens
    word = first_of(tokens, "decade", "decadeword")
    if word is None:
        return None
    digits = "".join(c for c in word.text if c.isdecimal()) if word.kind == "decade" else f"{word.value}0"
    timex = digits[:3] if len(digits) == 4 else f"19{digits[0]}"
    return Draft("DATE", timex, modifier(tokens), anchored=len(digits) != 4)


def iso(found: Found, context: Context) -> Draft | None:
    """`2018-07-19`, `2018-07-19T23:11`; `19/07/2018` in the order that the report has (`Context.day_first`)."""
    tokens = found.tokens
    text = tokens[0].text
    parts = [int(part) for part in text[:10].replace(".", "-").replace("/", "-").split("-")]
    if tokens[0].kind == "numdate":
        third = parts[2] + (0 if parts[2] > 99 else 2000 if parts[2] < 60 else 1900)
        day_first = parts[1] <= 12 and (parts[0] > 12 or context.day_first or "." in text)
        parts = [third, parts[1], parts[0]] if day_first else [third, parts[0], parts[1]]
    try:
        point = values.of_day(date(*parts))
    except ValueError:
        return None
    at = text[11:16] if tokens[0].kind == "isodt" else clock(tokens[1:])
    if at:
        return Draft("TIME", f"{point.timex}T{at}", None, point, anchored=False)
    return Draft("DATE", point.timex, None, point, anchored=False)


def year(found: Found, context: Context) -> Draft | None:
    """A year by itself: `2016`, `early 1987`, `332 BC`."""
    tokens = found.tokens
    named = year_of(tokens, context.era)
    number = first_of(tokens, "y4", "yw", "y3", "yy", "dn", "d1", "d2")
    if named is None and number and first_of(tokens, "era"):
        named = 1 - int(number.text)
    if named is None or found.before() in ("money", "dec") or found.after() in ("unit", "units", "money", "big"):
        return None
    old = context.narrative or bool(first_of(tokens, "era", "ad"))
    led = found.before() in LEADS or tokens[0].kind in ("early", "late", "mid", "about")
    if number and number.kind == "y4" and not old and not led and not 1900 <= named <= 2060:
        return None
    if number and number.kind == "y3" and not first_of(tokens, "era", "ad") and found.before() not in LEADS:
        return None
    if number and number.kind == "yy" and found.before() not in ("in", "since", "of"):
        return None
    return Draft("DATE", Point(named).timex, modifier(tokens), Point(named), anchored=False)


def firstyear(found: Found, context: Context) -> Draft | None:
    """`the first of the year`: the first of January that is next, or that has been."""
    now = context.now
    unit = unit_of(found.tokens)
    if now is None or unit not in ("Y", "M"):
        return None
    ahead = found.before() in ("after", "until", "by") or context.lean(found) > 0
    if unit == "Y":
        point = Point(now.year + ahead, 1, 1)
    else:
        year_, month = values.months_on(now.year, now.month or 1, int(ahead))
        point = Point(year_, month, 1)
    mods: Mapping[str, Mod] = {"after": "AFTER", "before": "BEFORE"}
    return Draft("DATE", point.timex, mods.get(found.before()), point)
