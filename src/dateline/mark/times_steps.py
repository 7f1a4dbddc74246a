"""The rules of the grammar for what is counted from elsewhere: last year, two days ago, the third quarter, every week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.mark import times_values as values
from dateline.mark.times_context import Context, Draft
from dateline.mark.times_grammar import Found
from dateline.mark.times_numbers import clock, count, year_of
from dateline.mark.times_rules import STEP, calendar, first_of, modifier
from dateline.mark.times_tokens import Token
from dateline.mark.times_values import Point

_UNITS = (
    "unit",
    "units",
    "second",
    "quarter",
    "quarters",
    "weekend",
    "weekends",
    "season",
    "seasons",
    "half",
    "period",
)
_ONES = ("this", "current", *STEP, "that", "same")
_TOLD = ("that", "same", "previous", "following")


def _unit(tokens: tuple[Token, ...]) -> str:
    unit = next((token for token in reversed(tokens) if token.kind in _UNITS), None)
    if unit is None:
        return ""
    return "TS" if unit.kind == "second" else unit.value


def _period(number: str, unit: str) -> str:
    """An ISO duration: `P2W`, `PT3H`, `PXY`."""
    if unit == "2W":
        return f"P{int(number) * 2}W" if number.isdecimal() else "PXW"
    if unit == "Q" or unit in values.SEASONS or unit == "WE":
        return f"P{number}{unit}"
    return f"P{'T' if unit.startswith('T') else ''}{number}{unit.removeprefix('T')}"


def relunit(found: Found, context: Context) -> Draft | None:
    """`last year`, `this week`, `that month`, `next summer`, `the end of the year`."""
    tokens = found.tokens
    if first_of(tokens, "month", "monthy", "monthab", "holiday"):
        return _named(found, context)
    which = first_of(tokens, *_ONES)
    kind = which.kind if which else "this"
    if first_of(tokens, "weekday", "weekdayab"):
        return calendar(found, context)
    base = context.told if kind in _TOLD or context.narrative else context.now
    unit = _unit(tokens)
    edge = modifier(tokens)
    if base is None:
        return Draft("DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"), edge)
    step = STEP.get(kind, 0)
    draft = _stepped(base, step, unit, edge, context)
    if draft and kind in ("this", "current") and first_of(tokens, "later", "earlier") and context.published:
        late = first_of(tokens, "later") is not None
        days = (context.published, None) if late else (None, context.published)
        return replace(draft, days=days)
    return draft


def _stepped(base: Point, step: int, unit: str, edge: str | None, context: Context) -> Draft | None:
    mod = edge if edge in ("START", "MID", "END", "APPROX") else None
    if unit in values.SEASONS:
        year = base.year + step
        if step and base.month and not context.narrative:
            begins = values.SEASON_MONTH[unit]
            year = base.year - (base.month < begins + 3) if step < 0 else base.year + (base.month >= begins)
        return Draft("DATE", Point(year, part=unit).timex, mod, Point(year, part=unit))
    if unit in ("W", "WE", "2W"):
        if base.day is None or base.year < 1:
            return None
        text = values.week(base.first, step * (2 if unit == "2W" else 1)) + ("-WE" if unit == "WE" else "")
        return Draft("DATE", text, mod)
    timex = values.stepped(base, step, unit)
    if timex is None:
        return None
    return Draft("DATE", timex, mod, _as_point(timex))


def _as_point(timex: str) -> Point | None:
    """A plain year, month or day as a point."""
    parts = timex.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts[0]) != 4:
        return None
    return Point(*(int(part) for part in parts))


def _named(found: Found, context: Context) -> Draft | None:
    """`last May`, `next Christmas`."""
    tokens = found.tokens
    which = first_of(tokens, *STEP)
    step = STEP[which.kind] if which else 0
    told = Context(context.published, context.narrative, context.ref, lean=lambda offset: step or context.lean(offset))
    draft = calendar(found, told)
    now = context.now
    if draft and draft.point and now and step and (draft.point.year, draft.point.month) == (now.year, now.month):
        return replace(draft, timex=replace(draft.point, year=now.year + step).timex)
    return draft


def lastnight(found: Found, context: Context) -> Draft | None:
    """`last night`, `tonight`, `this morning`, `that evening`."""
    tokens = found.tokens
    part = first_of(tokens, "daypart", "tonight")
    which = first_of(tokens, "last", "this", "that", "same", "next", "following", "previous")
    kind = which.kind if which else "this"
    base = context.told if kind in _TOLD or (context.narrative and kind != "last") else context.now
    if part is None:
        return None
    mod = modifier(tokens)
    if base is None or base.day is None or base.year < 1:
        return Draft("TIME", f"XXXX-XX-XXT{part.value}", mod)
    step = STEP.get(kind, 0)
    day = values.days_on(base.first, step)
    return Draft("TIME", f"{day.isoformat()}T{part.value}", mod, values.of_day(day))


def shift(found: Found, context: Context) -> Draft | None:
    """`two years ago`, `three days later`, `a month earlier`, `the day before`."""
    tokens = found.tokens
    word = next((t for t in reversed(tokens) if t.kind in ("ago", "earlier", "later", "previously", "before", "after",
                                                           "hence", "now", "this", "that")), None)  # fmt: skip
    unit = _unit(tokens)
    if word is None:
        return None
    back = any(t.kind in ("ago", "earlier", "previously", "before") for t in tokens)
    number = count(tokens) or ("1" if tokens[0].kind == "the" else None)
    if number is None:
        return None
    if unit.startswith("T") or number == "X":
        return Draft("DATE", "PAST_REF" if back else "FUTURE_REF")
    told = not any(t.kind in ("ago", "now", "hence") for t in tokens)
    base = context.told if told else context.now
    mod = modifier([t for t in tokens if t.kind == "about"])
    if base is None:
        return Draft("DATE", "PAST_REF" if back else "FUTURE_REF", mod)
    steps = float(number) * (-1 if back else 1)
    if steps != int(steps):
        if unit != "Y":
            return None
        year, month = values.months_on(base.year, base.month or 1, int(steps * 12))
        return Draft("DATE", Point(year, month).timex, mod, Point(year, month))
    timex = values.stepped(base, int(steps), unit)
    if timex is None:
        return Draft("DATE", "PAST_REF" if back else "FUTURE_REF", mod)
    if unit == "W" and int(steps) and base.day and not told:
        timex = values.week(base.first, int(steps))
    return Draft("DATE", timex, mod, _as_point(timex))


def span(found: Found, context: Context) -> Draft | None:
    """`the past three months`, `the next few days`: a duration that ends or begins at the anchor."""
    tokens = found.tokens
    number = count([t for t in tokens if t.kind not in ("first",)])
    unit = _unit(tokens)
    if number is None or not unit:
        return None
    return Draft("DURATION", _period(number, unit), modifier([t for t in tokens if t.kind == "about"]))


def recent(found: Found, context: Context) -> Draft | None:
    """`recent years`, `the coming weeks`."""
    if first_of(found.tokens, "recent"):
        return Draft("DATE", "PAST_REF")
    return Draft("DURATION", _period("X", _unit(found.tokens)))


def quarter(found: Found, context: Context) -> Draft | None:
    """`the third quarter`, `the second half of 2018`, `the latest quarter`."""
    tokens = found.tokens
    kind = first_of(tokens, "quarter", "half", "period")
    if kind is None:
        return None
    which = first_of(tokens, "first", "second", "ord", "o1", "final", "latter")
    now = context.now
    year = year_of(tokens, context.era)
    unit = first_of(tokens, "unit")
    ones = first_of(tokens, *_ONES)
    if which is None:
        return _some_quarter(kind, ones, context) if ones else None
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
        lean = context.lean(found.within.starts[found.first])
        year -= lean <= 0 and begins > (now.month or 12)
    return Draft("DATE", f"{year:04d}-{part}", modifier([t for t in tokens if t is not which]), Point(year, part=part))


def _some_quarter(kind: Token, ones: Token, context: Context) -> Draft | None:
    told = context.ref if context.ref and context.ref.part and context.ref.part.startswith("Q") else context.now
    if told is None or kind.kind == "half":
        return None
    if kind.kind == "period" and (told.part is None or ones.kind == "this"):
        return None
    step = STEP.get(ones.kind, 0)
    timex = values.stepped(told, step, "Q") if told.part is None or step == 0 or ones.kind != "latest" else told.timex
    return Draft("DATE", timex) if timex else None


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


def duration(found: Found, context: Context) -> Draft | None:
    """`two days`, `about three weeks`, `a two-hour`, `half an hour`, `18-year-old`."""
    tokens = found.tokens
    unit = _unit(tokens)
    number = count(tokens)
    if number is None or not unit or found.before() == "money":
        return None
    if (
        tokens[0].kind == "a"
        and len(tokens) == 2
        and (unit == "TS" or found.before() in ("dec", "d1", "d2", "dn", "y3", "big"))
    ):
        return Draft("SET", f"P1{unit}") if unit != "TS" else None
    if unit == "TS" and tokens[-1].kind == "second":
        if not first_of(tokens, "dash"):
            return None
    if unit in values.SEASONS and not first_of(tokens, "num", "d1"):
        return None
    mod = modifier([t for t in tokens if t.kind == "about"])
    return Draft("DURATION", _period(number, unit), mod)


def units(found: Found, context: Context) -> Draft | None:
    """`years`, `for months`: a duration of unknown length."""
    if found.before() in ("the", "ord", "on", "other") and found.before() != "other":
        return None
    return Draft("DURATION", _period("X", _unit(found.tokens)))


def each(found: Found, context: Context) -> Draft | None:
    """`every year`, `daily`, `on Mondays`, `per week`."""
    tokens = found.tokens
    word = first_of(tokens, "freq")
    if word:
        return Draft("SET", word.value)
    day = first_of(tokens, "weekdays", "weekday", "weekdayab")
    if day:
        return Draft("SET", f"XXXX-WXX-{day.value}")
    month = first_of(tokens, "month", "monthy", "monthab")
    if month:
        return Draft("SET", f"XXXX-{int(month.value):02d}")
    part = first_of(tokens, "daypart", "dayparts")
    if part:
        return Draft("SET", f"XXXX-XX-XXT{part.value}")
    unit = _unit(tokens)
    if unit == "WE":
        return Draft("SET", "XXXX-WXX-WE")
    return Draft(
        "SET", f"P{count(tokens) or 1}{unit}" if not unit.startswith("T") else _period(count(tokens) or "1", unit)
    )


def reference(found: Found, context: Context) -> Draft | None:
    """`now`, `recently`, `soon`, `the past`."""
    for token in found.tokens:
        if token.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
            return Draft("DATE", token.value)
    return Draft("DATE", "PAST_REF")


def only_clock(found: Found, context: Context) -> Draft | None:
    """A time of day by itself, on the day that the text is in."""
    tokens = found.tokens
    at = clock(tokens)
    if at is None or (
        not first_of(tokens, "ampm", "oclock", "clockword", "zone") and found.before() not in ("at", "by", "until")
    ):
        return None
    base = context.told
    if base is None or base.day is None or base.year < 1:
        return Draft("TIME", f"XXXX-XX-XXT{at}")
    return Draft("TIME", f"{base.timex}T{at}", None, base)


def year(found: Found, context: Context) -> Draft | None:
    """A year by itself: `2016`, `early 1987`, `332 BC`."""
    tokens = found.tokens
    named = year_of(tokens, context.era)
    number = first_of(tokens, "y4", "y3", "yy", "dn", "d1", "d2")
    if named is None and number and first_of(tokens, "era"):
        named = 1 - int(number.text)
    if named is None or found.before() in ("money", "dec") or found.after() in ("unit", "units", "money", "big"):
        return None
    if number and number.kind == "y4" and not first_of(tokens, "era", "ad") and not 1900 <= named <= 2060:
        if found.before() not in ("in", "since", "until", "by", "after", "before", "of", "from", "to", "and", "dash",
                                  "between", "open", "early", "late", "mid", "about"):  # fmt: skip
            return None
    if number and number.kind == "yy" and found.before() not in ("in", "since", "of"):
        return None
    return Draft("DATE", Point(named).timex, modifier(tokens), Point(named), anchored=False)


def iso(found: Found, context: Context) -> Draft | None:
    """`2018-07-19`, `2018-07-19T23:11`, `19/07/2018` (day first unless that is no date)."""
    tokens = found.tokens
    text = tokens[0].text
    parts = [int(part) for part in text[:10].replace(".", "-").replace("/", "-").split("-")]
    if tokens[0].kind == "numdate":
        third = parts[2] + (0 if parts[2] > 99 else 2000 if parts[2] < 60 else 1900)
        parts = [third, parts[1], parts[0]] if parts[1] <= 12 and parts[0] > 12 else [third, parts[0], parts[1]]
    try:
        point = values.of_day(date(*parts))
    except ValueError:
        return None
    at = text[11:16] if tokens[0].kind == "isodt" else clock(tokens[1:])
    if at:
        return Draft("TIME", f"{point.timex}T{at}", None, point, anchored=False)
    return Draft("DATE", point.timex, None, point, anchored=False)


def firstyear(found: Found, context: Context) -> Draft | None:
    """`the first of the year`: the first of January that is next, or that has been."""
    now = context.now
    unit = _unit(found.tokens)
    if now is None or unit not in ("Y", "M"):
        return None
    ahead = found.before() != "since" and context.lean(found.within.starts[found.first]) >= 0
    if unit == "Y":
        point = Point(now.year + ahead, 1, 1)
    else:
        year_, month = values.months_on(now.year, now.month or 1, int(ahead))
        point = Point(year_, month, 1)
    mod = "AFTER" if found.before() == "after" else "BEFORE" if found.before() == "before" else None
    return Draft("DATE", point.timex, mod, point)  # type: ignore[arg-type]


def beside(found: Found, context: Context) -> Draft | None:
    """`the day before yesterday`, `the day after tomorrow`."""
    now = context.now
    near = first_of(found.tokens, "deictic")
    if now is None or now.day is None or near is None:
        return None
    back = first_of(found.tokens, "before") is not None
    day = values.days_on(now.first, int(near.value) + (-1 if back else 1))
    return Draft("DATE", day.isoformat(), None, values.of_day(day))


def laterday(found: Found, context: Context) -> Draft | None:
    """The second day of `July 16-22`, `March 3 and 4`."""
    return None


def monthday(found: Found, context: Context) -> Draft | None:
    """The first day of `16-22 July`: month and year stand after the last."""
    return None
