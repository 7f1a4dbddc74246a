"""The marker of times: dates, times of day, durations and sets with their values, by a grammar of our own.

Tokens get classes (`times_tokens`), the grammar finds what fits (`times_grammar`), rules value it from the
calendar, the report's date and what the text told before (`times_rules`, `times_steps`, `times_named`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Literal

from dateline import edtf
from dateline.cite import Span
from dateline.language import tables
from dateline.mark.parse import Parse, Parsed
from dateline.mark.times import named, rules, steps
from dateline.mark.times.context import Context, Draft, before_christ, day_before_month, told_by_itself
from dateline.mark.times.grammar import Found, candidates, read
from dateline.mark.times.tense import Sight
from dateline.mark.times.tokens import Tokens
from dateline.mark.times.values import to_edtf
from dateline.records.marks import Time
from dateline.records.report import Label, Report

VERSION = "1"

_DAY = r"\d{4}-\d\d-\d\d"

UNPARSED: tuple[Label, ...] = ("date", "dateline", "byline", "credit")

RULES: Mapping[str, rules.Rule] = {
    "calendar": rules.calendar, "relunit": steps.relunit, "lastnight": steps.lastnight, "shift": steps.shift,
    "span": steps.span, "recent": steps.recent, "quarter": named.quarter, "century": named.century,
    "decade": named.decade, "duration": steps.duration, "yearend": steps.yearend, "units": steps.units, "set": steps.each,
    "ref": steps.reference, "clock": steps.only_clock, "year": named.year, "iso": named.iso,
    "firstyear": named.firstyear, "dayof": steps.beside,
    "monthday": steps.monthday, "laterday": steps.laterday, "lateryear": steps.lateryear, "age": steps.duration,
}  # fmt: skip


def times(parse: Parse) -> tuple[Time, ...]:
    """The times of a report, in text order."""
    report = parse.report
    read_all = [(read(report.text[start:end]), start, parsed) for start, end, parsed in _stretches(parse)]
    every = [tokens for tokens, _, _ in read_all]
    published = _day(report)
    narrative, day_first = told_by_itself(every, published), day_before_month(every, parse.report.language)
    context = Context(published, narrative, day_first, era=before_christ(every))
    found: list[Time] = []
    for tokens, start, parsed in read_all:
        context.sight = Sight(parsed)
        context.sentence += 1
        context.said, context.quoted = None, False
        before = replace(context)
        some = tuple(_times(tokens, start, context))
        said = _said(tokens, start, some, context)
        if said is not None:
            context = replace(before, said=said)
            some = tuple(_times(tokens, start, context))
        found += some
    return tuple(sorted(found, key=lambda one: one.span))


def _day(report: Report) -> date | None:
    return date.fromisoformat(report.published.day) if report.published.day else None


def _said(tokens: Tokens, offset: int, some: tuple[Time, ...], context: Context) -> date | None:
    """The day on which what a sentence quotes was said, where it is told outside the quotation and is not the report's."""
    if not any(_is_quoted(tokens, one.span.start - offset) for one in some):
        return None
    for one in some:
        at = one.span.start - offset
        if (
            one.value
            and re.fullmatch(_DAY, one.value[:10])
            and not _is_quoted(tokens, at)
            and context.sight.telling(at)
        ):
            said = date.fromisoformat(one.value[:10])
            return said if said != context.published else None
    return None


def _is_quoted(tokens: Tokens, at: int) -> bool:
    """Whether a place of a sentence lies inside double quotation marks that open in it."""
    text = tokens.text
    if text.count("“") or text.count("”"):
        return text.count("“", 0, at) > text.count("”", 0, at)
    return text.count('"', 0, at) % 2 == 1 and '"' in text[at:]


def _stretches(parse: Parse) -> Iterator[tuple[int, int, Parsed | None]]:
    """Sentences with their parse, and the unparsed blocks in which dates stand."""
    for block in parse.report.blocks:
        if block.label in UNPARSED:
            yield block.start, block.end, None
    for parsed in parse.sentences:
        yield parsed.sentence.span.start, parsed.sentence.span.end, parsed


def _times(tokens: Tokens, offset: int, context: Context) -> Iterator[Time]:
    at = 0
    while True:
        hit = None
        for found in candidates(tokens, at):
            hit = found
            context.quoted = context.said is not None and _is_quoted(tokens, tokens.starts[found.first])
            rule = RULES.get(found.rule)
            draft = rule(found, context) if rule else None
            if draft:
                yield _mark(found, draft, offset, context)
                if draft.point:
                    context.tell(draft.point, ahead=context.lean(found) > 0)
                at = found.last
                context.last = (tokens, at)
                break
        else:
            if hit is None:
                return
            at = hit.first + 1


def _mark(found: Found, draft: Draft, offset: int, context: Context) -> Time:
    first, last = found.first, found.last
    span = Span(offset + found.within.starts[first], offset + found.within.ends[last - 1])
    anchor: Literal["published", "text"] = "text" if context.narrative else "published"
    if draft.type in ("DURATION", "SET"):
        return Time(span, draft.type, draft.timex, draft.timex, draft.mod, anchor=anchor)
    value = to_edtf(draft.timex)
    if value and draft.type == "DATE":
        value = _opened(value, draft, found)
    if value and draft.type == "TIME" and ":" in value:
        value += _zone(found)
    earliest, latest = edtf.interval(value) if value else (None, None)
    if draft.days and value:  # `later this year` does not begin before the report
        first_day, last_day = draft.days
        earliest = max(earliest or "", first_day.isoformat()) if first_day else earliest
        latest = min(latest or "9999", last_day.isoformat()) if last_day else latest
    return Time(span, draft.type, value, draft.timex, draft.mod, earliest, latest, anchor)


@cache
def _zones() -> Mapping[str, str]:
    return {row["zone"]: row["offset"] for row in tables.table("zones")}


def _zone(found: Found) -> str:
    """The offset of the zone that is named; empty where none is, or where its name alone does not tell."""
    name = next((token.text.upper() for token in found.tokens if token.kind == "zone"), "")
    return _zones().get(name, "")


def _opened(value: str, draft: Draft, found: Found) -> str:
    """`since 2016` is open at its end, `by Friday` at its beginning; `about 1987` is approximate."""
    if "/" not in value:
        if draft.mod == "APPROX":
            return f"{value}~"
        if found.before() == "since" or draft.mod == "AFTER":
            return f"{value}/.."
        if found.before() in ("until", "by") or draft.mod == "BEFORE":
            return f"../{value}"
    return value
