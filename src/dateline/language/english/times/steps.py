"""The rules of the grammar for what is counted from elsewhere: last year, two days ago, every week."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from dateline.language.calendar import SEASONS, Point, days_on, months_on, of_day, stepped, week
from dateline.language.english.times.counts import clock, count
from dateline.language.english.times.grammar import Fit
from dateline.language.english.times.rules import POINTING, STEP, calendar, first_of, modifier, pointer
from dateline.language.english.times.tokens import Token
from dateline.language.reckoning import as_point, period, unit_on
from dateline.language.times import Context, Draft

_NEXT = 8  # months; what is further off is of the year beside
_SMALL, _SOME = (
    3,
    3,
)  # letters of the small words of a headline; words that are longer and have no capital, in a sentence
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
    which = pointer(tokens)
    kind = which.kind if which else "this"
    if first_of(tokens, "weekday", "weekdayab"):
        return calendar(fit, context)
    unit = unit_of(tokens)
    if _is_title(fit):
        return None
    if unit == "D" and kind == "this" and fit.before() == "to":
        return Draft("DATE", "PRESENT_REF")  # `to this day`
    if which is None and len(tokens) == 2 and not _is_one(fit, unit):
        return None
    base = base_of(fit, kind, unit, context)
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
    draft = Draft("DATE", value[0], edge, value[1], counted=counted_from(base, context))
    if kind in ("this", "current") and first_of(tokens, "later", "earlier") and context.published:
        late = first_of(tokens, "later") is not None
        return replace(draft, days=(context.published, None) if late else (None, context.published))
    return draft


def _is_title(fit: Fit) -> bool:
    """Whether it is what a programme is called: `on "This Week" he said`. Where all words have capitals it is a headline's."""
    if fit.first == 0 or len(fit.tokens) < 2 or not all(token.text.istitle() for token in fit.tokens):
        return False
    words = (fit.within.token(place).text for place in range(len(fit.within.starts)))
    return sum(word.islower() and len(word) > _SMALL for word in words) >= _SOME


def _is_one(fit: Fit, unit: str) -> bool:
    """Whether `the year`, `the week` is the one that the report is of: `six months of the year`; not `player of the year`."""
    if fit.before() == "of":
        return unit == "Y" and fit.before(2) in ("unit", "units")
    return fit.before() != "for" or unit in ("Y", "WE") or fit.after() in ("comma", "dot", "close", "dash")


def base_of(fit: Fit, kind: str, unit: str, context: Context) -> Point | None:
    """What a unit is counted from: the tale for `that week`, `the next day`, `later in the day`; else the day of speaking."""
    tokens = fit.tokens
    next_one = kind == "next" and (first_of(tokens, "the") is not None or fit.before() == "the")
    if kind in ("that", "same") and unit == "D" and context.ref is not None and context.ref.day is None:
        return context.day  # `that day`, where no day was told
    told = kind == "this" and unit == "D" and context.narrative and not context.quoted  # `on this day`
    if kind in POINTING or next_one or (told and first_of(tokens, "this")):
        return context.counted_from(unit)
    if kind == "this" and first_of(tokens, "this") is None:  # `later in the day`, `the end of the year`
        return context.counted_from(unit) if unit == "D" else context.home
    return context.now


def counted_from(base: Point, context: Context) -> Literal["now", "told"]:
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
    which = pointer(tokens)
    step = STEP.get(which.kind, 0) if which else 0
    draft = calendar(fit, replace(context, held=step))
    if which and which.kind == "this" and context.now and draft and draft.point and draft.point.month:
        return _this(draft, draft.point, context.now, context.orientation(fit.start))
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


def _this(draft: Draft, named: Point, now: Point, look: int) -> Draft:
    """`this September`: of this year, whatever is told of it; told in December, `this January` is the next, and so on."""
    apart = (named.month or 0) - (now.month or 0)
    point = replace(named, year=now.year - (look < 0 and apart > _NEXT) + (look > 0 and -apart > _NEXT))
    return replace(draft, timex=draft.timex.replace(named.timex, point.timex), point=point)


def lastnight(fit: Fit, context: Context) -> Draft | None:
    """`last night`, `tonight`, `this morning`, `that evening`."""
    tokens = fit.tokens
    if _is_title(fit):
        return None
    part = first_of(tokens, "daypart", "tonight")
    which = first_of(tokens, "last", "this", "that", "same", "next", "following", "previous")
    kind = which.kind if which else "this"
    base = base_of(fit, kind, "D", context) if which else context.now
    if part is None:
        return None
    mod = modifier(tokens)
    if base is None or base.day is None or base.year < 1:
        return Draft("TIME", f"XXXX-XX-XXT{part.value}", mod)
    step = STEP.get(kind, 0)
    day = days_on(base.first, step)
    return Draft("TIME", f"{day.isoformat()}T{part.value}", mod, of_day(day), counted=counted_from(base, context))


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
    number = count(tokens) or {"the": "1", "unit": "1", "units": "X"}.get(tokens[0].kind)
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
    return Draft("DATE", timex, mod, as_point(timex), counted="now" if from_now else counted_from(base, context))


def span(fit: Fit, context: Context) -> Draft | None:
    """`the past three months`, `the next few days`: a duration that ends or begins at the anchor."""
    tokens = fit.tokens
    number = count([t for t in tokens if t.kind not in ("first",)])
    unit = unit_of(tokens)
    if tokens[0].kind == "that" and first_of(tokens, "units", "quarters", "seasons", "weekends"):
        return None  # `held that four days were too few`
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
    if year_like or (unit == "Q" and number != "X") or (unit in ("WE", "H") and first.kind == "a"):
        return None
    mod = modifier([t for t in tokens if t.kind in ("about", "so")])
    return Draft("DURATION", period(number, unit), mod)


def described(fit: Fit, context: Context) -> Draft | None:
    """`ten bitter months`: with a word between that says of what kind they were."""
    tokens = fit.tokens
    if context.sight is None or not context.sight.describing(tokens[-2].start, tokens[-1].start):
        return None
    return duration(fit, context)


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
    if day and day.kind != "weekdays" and len(tokens) <= 2 and first_of(tokens, "every", "per", "once") is None:
        nights = _part_of_days(fit)
        return Draft("SET", f"XXXX-WXX-{day.value}T{nights}") if nights else None
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


def _part_of_days(fit: Fit) -> str:
    """The part of `on Monday nights`, `on Monday and Tuesday mornings`; empty for a stretch that is no part of a day."""
    last = fit.last + 1 if fit.after() in ("and", "or") else fit.last - 2
    word = next(token for token in fit.within.slice(last, last + 3) if token.kind in ("units", "dayparts"))
    return "NI" if word.text.lower() == "nights" else word.value if word.kind == "dayparts" else ""


def reference(fit: Fit, context: Context) -> Draft | None:
    """`now`, `recently`, `soon`, `the past`; `previously` by itself tells no time."""
    if first_of(fit.tokens, "soon") and (context.orientation(fit.start) <= 0 or fit.after() == "as"):
        return None
    if first_of(fit.tokens, "ref") and context.attributive(fit.start):
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
