"""The rules of the grammar for what is counted from elsewhere: last year, two days ago, every week."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from dateline.edtf import days_in
from dateline.language.calendar import SEASONS, Point, days_on, months_on, of_day, stepped, week
from dateline.language.english.times.counts import clock, count, ordinal_of
from dateline.language.english.times.grammar import Fit, fits
from dateline.language.english.times.rules import ONES, POINTING, STEP, calendar, first_of, modifier
from dateline.language.english.times.tokens import Token
from dateline.language.reckoning import as_point, period, unit_on
from dateline.language.times import Context, Draft

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


def unit_of(tokens: tuple[Token, ...]) -> str:
    """The code of the unit that tokens name, the last of several (`half` before a unit is a count); empty for none."""
    named = [token for token in tokens if token.kind in _UNITS]
    unit = next((token for token in reversed(named) if token.kind != "half"), named[-1] if named else None)
    if unit is None:
        return ""
    return "TS" if unit.kind == "second" else unit.value


def relunit(fit: Fit, context: Context) -> Draft | None:
    """`last year`, `this week`, `that month`, `next summer`, `the end of the year`."""
    tokens = fit.tokens
    if first_of(tokens, "month", "monthy", "monthab", "holiday"):
        return _named(fit, context)
    which = first_of(tokens, *ONES)
    kind = which.kind if which else "this"
    if first_of(tokens, "weekday", "weekdayab"):
        return calendar(fit, context)
    unit = unit_of(tokens)
    base = _base(fit, kind, unit, context)
    edge = modifier([t for t in tokens if t.kind != "rest"])
    quarter = context.reported()
    if unit == "Y" and which is None and base and not edge:
        context.period = (Point(base.year), context.sentence)
    if kind == "last" and unit == "Y" and quarter and _compared(fit):
        return Draft("DATE", Point(quarter.year - 1, part=quarter.part).timex)
    if base is None:
        return Draft("DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"), edge)
    step = STEP.get(kind, 0)
    if unit == "WE" and which is None and context.orientation(fit.start) < 0 and base.day:
        step = -1 if base.first.isoweekday() < 6 else 0
    value = unit_on(base, step, unit, context)
    if value is None:
        return None
    draft = Draft("DATE", value[0], edge, value[1], counted=_counted(base, context))
    if kind in ("this", "current") and first_of(tokens, "later", "earlier") and context.published:
        late = first_of(tokens, "later") is not None
        return replace(draft, days=(context.published, None) if late else (None, context.published))
    return draft


def _base(fit: Fit, kind: str, unit: str, context: Context) -> Point | None:
    """What a unit is counted from: the tale for `that week`, `the next day`, `later in the day`; else the day of speaking."""
    tokens = fit.tokens
    next_one = kind == "next" and (first_of(tokens, "the") is not None or fit.before() == "the")
    if kind in ("that", "same") and unit == "D" and context.ref is not None and context.ref.day is None:
        return context.day  # `that day`, where no day was told
    if kind in POINTING or next_one:
        return context.counted_from(unit)
    if kind == "this" and first_of(tokens, "this") is None:  # `later in the day`, `the end of the year`
        return context.counted_from(unit) if unit == "D" else context.home
    return context.now


def _counted(base: Point, context: Context) -> Literal["now", "told"]:
    """Whether a point that something is counted from is the day of speaking or the tale's."""
    return "now" if base is context.now or base == context.now else "told"


def _compared(fit: Fit) -> bool:
    """Whether figures are compared with the time: `up from $3 million last year`."""
    return any(fit.before(back) in ("compared", "from", "than") for back in range(1, 10))


def yearend(fit: Fit, context: Context) -> Draft | None:
    """`the year ended March 31`: a year's length, dated by what follows."""
    unit = unit_of(fit.tokens)
    return Draft("DURATION", period("1", unit)) if unit == "Y" else None


def _named(fit: Fit, context: Context) -> Draft | None:
    """`last May`, `next Christmas`."""
    tokens = fit.tokens
    which = first_of(tokens, *STEP)
    step = STEP[which.kind] if which else 0
    draft = calendar(fit, replace(context, held=step))
    then = context.ref
    if (
        first_of(tokens, "that", "same")
        and draft
        and draft.point
        and draft.point.month
        and then
        and draft.type == "DATE"
    ):
        later = then.month is not None and draft.point.month < then.month
        point = replace(draft.point, year=then.year + later)  # `in March 2012 it opened; that April it closed`
        return replace(draft, timex=point.timex, point=point, counted="told")
    now = context.now
    if draft and draft.point and now and step and (draft.point.year, draft.point.month) == (now.year, now.month):
        return replace(draft, timex=replace(draft.point, year=now.year + step).timex)
    return draft


def lastnight(fit: Fit, context: Context) -> Draft | None:
    """`last night`, `tonight`, `this morning`, `that evening`."""
    tokens = fit.tokens
    part = first_of(tokens, "daypart", "tonight")
    which = first_of(tokens, "last", "this", "that", "same", "next", "following", "previous")
    kind = which.kind if which else "this"
    base = _base(fit, kind, "D", context) if which else context.now
    if part is None:
        return None
    mod = modifier(tokens)
    if base is None or base.day is None or base.year < 1:
        return Draft("TIME", f"XXXX-XX-XXT{part.value}", mod)
    step = STEP.get(kind, 0)
    day = days_on(base.first, step)
    return Draft("TIME", f"{day.isoformat()}T{part.value}", mod, of_day(day), counted=_counted(base, context))


def overnight(fit: Fit, context: Context) -> Draft | None:
    """`overnight`: the night after the day that the tale is in, or the one before the report."""
    if fit.before() in ("the", "a") or (context.sight is not None and context.sight.qualifying(fit.start)):
        return None
    near = context.day is not None and context.sentence - context.dated <= 2
    base = context.day if near else context.now
    if base is None or base.day is None or base.year < 1:
        return Draft("TIME", "XXXX-XX-XXTNI")
    day = base if near or context.orientation(fit.start) > 0 else of_day(days_on(base.first, -1))
    return Draft("TIME", f"{day.timex}TNI", None, day, counted="told" if near else "now")


def shift(fit: Fit, context: Context) -> Draft | None:
    """`two years ago`, `three days later`, `a month earlier`, `the day before`."""
    tokens = fit.tokens
    word = next((t for t in reversed(tokens) if t.kind in ("ago", "earlier", "later", "previously", "before", "after",
                                                           "hence", "now", "this", "that")), None)  # fmt: skip
    if word is None:
        return None
    unit = unit_of(tokens[: tokens.index(word)])
    back = any(t.kind in ("ago", "earlier", "previously", "before") for t in tokens)
    number = count(tokens) or ("1" if tokens[0].kind in ("the", "unit") else None)
    if number is None:
        return None
    if unit.startswith("T") or number == "X":
        return Draft("DATE", "PAST_REF" if back else "FUTURE_REF")
    from_now = first_of(tokens, "ago", "now", "hence") is not None
    base = context.now if from_now else context.counted_from(unit)
    mod = modifier([t for t in tokens if t.kind in ("about", "so")])
    if base is None:
        return Draft("DATE", "PAST_REF" if back else "FUTURE_REF", mod)
    steps = float(number) * (-1 if back else 1)
    quarter = context.reported()
    if unit == "Y" and steps == -1 and quarter:
        return Draft("DATE", Point(quarter.year - 1, part=quarter.part).timex)
    if steps != int(steps):
        if unit != "Y":
            return None
        year, month = months_on(base.year, base.month or 1, int(steps * 12))
        return Draft("DATE", Point(year, month).timex, mod, Point(year, month))
    timex = stepped(base, int(steps), unit)
    if timex is None:
        return Draft("DATE", "PAST_REF" if back else "FUTURE_REF", mod)
    if unit == "W" and int(steps) and base.day and from_now:
        timex = week(base.first, int(steps))
    return Draft("DATE", timex, mod, as_point(timex), counted="now" if from_now else _counted(base, context))


def span(fit: Fit, context: Context) -> Draft | None:
    """`the past three months`, `the next few days`: a duration that ends or begins at the anchor."""
    tokens = fit.tokens
    number = count([t for t in tokens if t.kind not in ("first",)])
    unit = unit_of(tokens)
    if number is None or not unit:
        return None
    if unit == "M" and number in ("6", "9", "12") and context.now:
        context.period = (Point(context.now.year), context.sentence)
    return Draft("DURATION", period(number, unit), modifier([t for t in tokens if t.kind in ("about", "so")]))


def recent(fit: Fit, context: Context) -> Draft | None:
    """`recent years`, `the coming weeks`."""
    if first_of(fit.tokens, "recent"):
        return Draft("DATE", "PAST_REF")
    return Draft("DURATION", period("X", unit_of(fit.tokens)))


def duration(fit: Fit, context: Context) -> Draft | None:
    """`two days`, `about three weeks`, `a two-hour`, `half an hour`, `18-year-old`."""
    tokens = fit.tokens
    unit = unit_of(tokens)
    number = count(tokens)
    if number is None or not unit or fit.before() == "money":
        return None
    two, first = len(tokens) == 2, tokens[0]
    if two and unit == "D" and (first.kind, first.value) == ("num", "1") and context.orientation(fit.start) > 0:
        return Draft("DATE", "FUTURE_REF")  # `will one day`
    if two and first.kind == "a" and unit == "TS":
        return None
    if two and first.kind == "a" and fit.before() in ("dec", "d1", "d2", "dn", "y3", "big"):
        return Draft("SET", f"P1{unit}")  # `$2 million a year`
    if unit == "TS" and tokens[-1].kind == "second" and not first_of(tokens, "dash"):
        return None
    if unit in SEASONS and not first_of(tokens, "num", "d1"):
        return None
    year_like = any(token.kind == "y4" and 1900 <= int(token.text) <= 2100 for token in tokens)
    if year_like or unit == "Q" or (unit in ("WE", "H") and first.kind == "a"):
        return None
    mod = modifier([t for t in tokens if t.kind in ("about", "so")])
    return Draft("DURATION", period(number, unit), mod)


def units(fit: Fit, context: Context) -> Draft | None:
    """`years`, `for months`: a duration of unknown length."""
    if fit.before() in ("the", "ord", "on"):
        return None
    return Draft("DURATION", period("X", unit_of(fit.tokens)))


def recurring(fit: Fit, context: Context) -> Draft | None:
    """`every year`, `daily`, `on Mondays`, `per week`."""
    tokens = fit.tokens
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
    unit = unit_of(tokens)
    if unit == "WE":
        return Draft("SET", "XXXX-WXX-WE")
    number = count(tokens) or "1"
    return Draft("SET", period(number, unit) if unit.startswith("T") else f"P{number}{unit}")


def reference(fit: Fit, context: Context) -> Draft | None:
    """`now`, `recently`, `soon`, `the past`."""
    if first_of(fit.tokens, "soon") and (context.orientation(fit.start) <= 0 or fit.after() == "as"):
        return None
    if first_of(fit.tokens, "previously", "ref") and context.attributive(fit.start):
        return None
    for token in fit.tokens:
        if token.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
            return Draft("DATE", token.value)
    return Draft("DATE", "PAST_REF")


def only_clock(fit: Fit, context: Context) -> Draft | None:
    """A time of day by itself, on the day that the text is in."""
    tokens = fit.tokens
    hour = clock(tokens)
    marked = first_of(tokens, "ampm", "oclock", "clockword", "zone") or fit.before() in ("at", "by", "until")
    if hour is None or not marked:
        return None
    base = context.then
    if base is None or base.day is None or base.year < 1:
        return Draft("TIME", f"XXXX-XX-XXT{hour}")
    return Draft("TIME", f"{base.timex}T{hour}", None, base)


def day_beside(fit: Fit, context: Context) -> Draft | None:
    """`the day before yesterday`, `the day after tomorrow`."""
    now = context.now
    near = first_of(fit.tokens, "deictic")
    if now is None or now.day is None or near is None:
        return None
    back = first_of(fit.tokens, "before") is not None
    day = days_on(now.first, int(near.value) + (-1 if back else 1))
    return Draft("DATE", day.isoformat(), None, of_day(day))


def day_from(fit: Fit, context: Context) -> Draft | None:
    """`a week from Monday`, `two weeks from tomorrow`: counted from a day that is to come."""
    number, unit = count(fit.tokens) or "1", unit_of(fit.tokens)
    from_ = calendar(fit, replace(context, held=1))
    if unit not in ("D", "W", "M", "Y") or not number.isdecimal() or from_ is None or from_.point is None:
        return None
    timex = stepped(from_.point, int(number), "D") if unit == "D" else None
    if unit == "W" and from_.point.day:
        timex = days_on(from_.point.first, 7 * int(number)).isoformat()
    return Draft("DATE", timex, None, as_point(timex), counted="now") if timex else None


def before_last(fit: Fit, context: Context) -> Draft | None:
    """`the night before last`, `the week before last`: two back."""
    now, part, unit = context.now, first_of(fit.tokens, "daypart"), unit_of(fit.tokens)
    if now is None:
        return None
    if part and now.day:
        day = days_on(now.first, -2)
        return Draft("TIME", f"{day.isoformat()}T{part.value}", None, of_day(day), counted="now")
    value = unit_on(now, -2, unit, context) if unit else None
    return Draft("DATE", value[0], None, value[1], counted="now") if value else None


def day_alone(fit: Fit, context: Context) -> Draft | None:
    """`on the 14th`: of the month that the text has just told of, else the nearest, by the tense."""
    if fit.before() not in ("on", "by", "until", "since", "before", "after", "from", "to"):
        return None
    number = next(ordinal_of(token) for token in fit.tokens if token.kind == "o1")
    told = context.day is not None and context.sentence - context.dated <= 1 and context.day != context.now
    base = context.day if told else context.now
    if base is None or not base.month or not base.day or base.year < 1:
        return None
    ahead = 1 if told or context.orientation(fit.start) > 0 or fit.before() in ("by", "until") else -1
    year, month = base.year, base.month
    if (number - base.day) * ahead < 0 or number > days_in(year, month):
        year, month = months_on(year, month, ahead)
    if number > days_in(year, month):
        return None
    point = Point(year, month, number)
    return Draft("DATE", point.timex, None, point, counted="told" if told else "now")


def laterday(fit: Fit, context: Context) -> Draft | None:
    """The last day of `July 16-22` and `March 3 and 4`: it lies in the month of the day before it."""
    before, day = context.ref, int(fit.tokens[0].text)
    if not context.follows(fit.first) or before is None or not before.month or not before.day or before.year < 1:
        return None
    if not before.day < day <= days_in(before.year, before.month):
        return None
    return Draft("DATE", replace(before, day=day).timex, None, replace(before, day=day))


def lateryear(fit: Fit, context: Context) -> Draft | None:
    """The last year of `2014-16`: it lies in the century of the year before it."""
    before, number = context.ref, int(fit.tokens[0].text)
    if not context.follows(fit.first) or before is None or before.month or before.part or fit.before(2) != "y4":
        return None
    if len(fit.tokens[0].text) != 2 or not before.year % 100 < number or before.year < 1000:
        return None
    point = Point(before.year // 100 * 100 + number)
    return Draft("DATE", point.timex, None, point)


def monthday(fit: Fit, context: Context) -> Draft | None:
    """The first day of `16-22 July`: month and year stand with the last."""
    day = next(ordinal_of(token) for token in fit.tokens if token.text[0].isdecimal())
    for beside in fits(fit.within, fit.last + 1):
        draft = calendar(beside, context) if beside.rule == "calendar" else None
        if draft and draft.point and draft.point.month and draft.point.day and day < draft.point.day:
            point = replace(draft.point, day=day)
            return Draft("DATE", point.timex, None, point)
    return None
