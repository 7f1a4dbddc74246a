"""The marker of times: dates, times of day, durations and sets, with their values, by a grammar of our own.

Tokens get classes (`times_tokens`), the grammar finds what fits (`times_grammar`), rules value it from the calendar, the
report's date and what the text told before (`times_rules`, `times_steps`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dateline import edtf
from dateline.cite import Span
from dateline.mark import times_rules as rules
from dateline.mark import times_steps as steps
from dateline.mark.parse import Parse, Parsed
from dateline.mark.times_context import Context, Draft
from dateline.mark.times_grammar import Found, candidates, read
from dateline.mark.times_tense import lean
from dateline.mark.times_values import to_edtf
from dateline.records import Label, Report, Time

VERSION = "1"

UNPARSED: tuple[Label, ...] = ("date", "dateline", "byline", "credit")

RULES: Mapping[str, rules.Rule] = {
    "calendar": rules.calendar, "relunit": steps.relunit, "lastnight": steps.lastnight, "shift": steps.shift,
    "span": steps.span, "recent": steps.recent, "quarter": steps.quarter, "century": steps.century,
    "decade": steps.decade, "duration": steps.duration, "units": steps.units, "set": steps.each,
    "ref": steps.reference, "clock": steps.only_clock, "year": steps.year, "iso": steps.iso,
    "firstyear": steps.firstyear, "dayof": steps.beside, "age": steps.duration,
}  # fmt: skip


def times(parse: Parse) -> tuple[Time, ...]:
    """The times of a report, in text order."""
    report = parse.report
    context = Context(_day(report), narrative=False)
    found: list[Time] = []
    for start, end, parsed in _stretches(parse):
        text = report.text[start:end]
        context.lean = _leaning(parsed)
        found += _times(text, start, context)
    return tuple(sorted(found, key=lambda one: one.span))


def _day(report: Report) -> date | None:
    return date.fromisoformat(report.published.day) if report.published.day else None


def _leaning(parsed: Parsed | None) -> Callable[[int], int]:
    return lambda offset: lean(parsed, offset)


def _stretches(parse: Parse) -> Iterator[tuple[int, int, Parsed | None]]:
    """Sentences with their parse, and the unparsed blocks in which dates stand."""
    for block in parse.report.blocks:
        if block.label in UNPARSED:
            yield block.start, block.end, None
    for parsed in parse.sentences:
        yield parsed.sentence.span.start, parsed.sentence.span.end, parsed


def _times(text: str, offset: int, context: Context) -> Iterator[Time]:
    tokens = read(text)
    at = 0
    while True:
        hit = None
        for found in candidates(tokens, at):
            hit = found
            rule = RULES.get(found.rule)
            draft = rule(found, context) if rule else None
            if draft:
                yield _mark(found, draft, offset, context)
                if draft.point:
                    context.ref = draft.point
                at = found.last - draft.drop
                break
        else:
            if hit is None:
                return
            at = hit.first + 1


def _mark(found: Found, draft: Draft, offset: int, context: Context) -> Time:
    first, last = found.first + draft.skip, found.last - draft.drop
    span = Span(offset + found.within.starts[first], offset + found.within.ends[last - 1])
    anchor = "text" if context.narrative else "published"
    if draft.type in ("DURATION", "SET"):
        return Time(span, draft.type, draft.timex, draft.timex, draft.mod, anchor=anchor)
    value = to_edtf(draft.timex)
    if value and draft.mod == "APPROX" and "/" not in value and "T" not in value:
        value += "~"
    earliest, latest = edtf.interval(value) if value else (None, None)
    return Time(span, draft.type, value, draft.timex, draft.mod, earliest, latest, anchor)
