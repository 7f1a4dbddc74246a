"""The rules of the grammar for days, and parts of them, that are told by another date: the 28th of that month, 16-22 July."""

from __future__ import annotations

from dataclasses import replace

from dateline.edtf import days_in
from dateline.language.calendar import Point, days_on, months_on, of_day, stepped
from dateline.language.english.times.counts import count, ordinal_at, ordinal_of
from dateline.language.english.times.grammar import Fit, fits
from dateline.language.english.times.rules import STEP, calendar, first_of, modifier, pointer
from dateline.language.english.times.steps import base_of, counted_from, unit_of
from dateline.language.reckoning import as_point, unit_on
from dateline.language.times import Context, Draft


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


def day_of_month(fit: Fit, context: Context) -> Draft | None:
    """`the 28th of that month`, `the first of next month`."""
    tokens = fit.tokens
    place = next(n for n, token in reversed(tuple(enumerate(tokens))) if token.kind in ("o1", "ord", "first", "second"))
    if unit_of(tokens[place + 1 :]) != "M":
        return None
    which = pointer(tokens[place:])
    base = base_of(fit, which.kind if which else "this", "M", context)
    if base is None or not base.month or base.year < 1:
        return None
    year, month = months_on(base.year, base.month, STEP.get(which.kind, 0) if which else 0)
    day = ordinal_at(tokens, place)
    if not 1 <= day <= days_in(year, month):
        return None
    point = Point(year, month, day)
    return Draft("DATE", point.timex, None, point, counted=counted_from(base, context))


def in_part(fit: Fit, context: Context) -> Draft | None:
    """`in the morning`, `by late afternoon`: of the day that the text has just told, else of the day of speaking."""
    part = first_of(fit.tokens, "daypart")
    near = context.day is not None and context.sentence - context.dated <= 1
    if part is None or (not near and fit.before() != "by" and context.orientation(fit.start) >= 0):
        return None
    base = context.day if near else context.now
    if base is None or base.day is None or base.year < 1:
        return None
    return Draft("TIME", f"{base.timex}T{part.value}", modifier(fit.tokens), base, counted="told" if near else "now")


def laterday(fit: Fit, context: Context) -> Draft | None:
    """The last day of `July 16-22` and `March 3 and 4`: it lies in the month of the day before it."""
    before, day = context.ref, int(fit.tokens[0].text)
    if not context.follows(fit.first) or before is None or not before.month or not before.day or before.year < 1:
        return None
    if not before.day < day <= days_in(before.year, before.month):
        return None
    return Draft("DATE", replace(before, day=day).timex, None, replace(before, day=day))


def lateryear(fit: Fit, context: Context) -> Draft | None:
    """The last year of `2014-16` and `2014/15`: it lies in the century of the year before it."""
    before, number = context.ref, int(fit.tokens[0].text)
    if not context.follows(fit.first) or before is None or before.month or before.part or fit.before(2) != "y4":
        return None
    if len(fit.tokens[0].text) != 2 or not before.year % 100 < number or before.year < 1000:
        return None
    if fit.before() == "slash" and number != before.year % 100 + 1:
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
