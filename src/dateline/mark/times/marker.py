"""The marker of times: dates, times of day, durations and sets with their values, from the calendar and the report's date.

What an expression of time looks like and how its words count is asked of the report's language (`language.times`); this
goes through the sentences in order, carries along what they told, and makes marks of what was read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.cite import Span
from dateline.edtf import When, interval
from dateline.language.times import Context, Draft, Reading
from dateline.mark.parse import Parse, Parsed
from dateline.mark.times.context import opened
from dateline.mark.times.values import to_edtf
from dateline.records.marks import Name, Time
from dateline.records.report import Label

_OWNED = ("'", "’")
VERSION = "15"

UNPARSED: tuple[Label, ...] = ("date", "dateline", "byline", "credit")
_QUOTED = re.compile('[“"]')
_CHRIST = "0001-01-01"  # the first day that Python's calendar has


def times(parse: Parse, names: Sequence[Name] = ()) -> tuple[Time, ...]:
    """The times of a report, in text order; none where its language has no grammar of times.

    A month, day or season that is part of one of the report's `names` (Theresa May, the Sunday Times) is no time.
    """
    grammar = parse.language.times
    if grammar is None:
        return ()
    text = parse.report.text
    stretches = tuple(_stretches(parse))
    readings = [grammar.reading(span.of(text)) for span, _ in stretches]
    tale = opened(readings, parse.report, grammar)
    docs = tuple(parsed.doc for parsed in parse.sentences)
    taken = [name for name in names if name.type in ("PERSON", "ORG")]
    marks: list[Time] = []
    context, voice = tale, ""
    for (span, parsed), reading in zip(stretches, readings, strict=True):
        label = parsed.sentence.label if parsed else ""
        if label != voice and not tale.narrative:
            # what a headline or a caption tells is no part of the tale; the headings of a narrative tell its years
            context, tale = _turned(context, tale, voice, label)
        voice = label
        context.sight = grammar.sight(parsed.doc, label == "headline", docs) if parsed else None
        context.sentence += 1
        context.last, context.opens, context.said, context.quoted = None, False, None, False
        line = _Line(span, reading, _within(taken, span))
        before = replace(context) if _QUOTED.search(text, span.start, span.end) else None
        here = tuple(_ranges(_times(line, text, context)))
        said = None if before is None else _said(here, span, text, context)
        if before is not None and said is not None:
            context = replace(before, said=said)
            here = tuple(_ranges(_times(line, text, context)))
        marks += here
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _turned(context: Context, tale: Context, voice: str, label: Label | str) -> tuple[Context, Context]:
    """The context in which stretches of another label are read, and the one of the body, which goes on where it was."""
    tale = context if voice == "body" else replace(tale, sentence=context.sentence, period=context.period)
    return (tale if label == "body" else replace(tale, ref=None, day=None)), tale


def _stretches(parse: Parse) -> Iterator[tuple[Span, Parsed | None]]:
    """The unparsed blocks in which dates stand, and the sentences with their parse."""
    for block in parse.report.blocks:
        if block.label in UNPARSED:
            yield block.span, None
    for parsed in parse.sentences:
        yield parsed.sentence.span, parsed


@dataclass(frozen=True, slots=True)
class _Line:
    """A stretch of text as it is gone through, and the names in it."""

    span: Span
    reading: Reading
    names: Sequence[Name]

    def is_name(self, draft: Draft, text: str) -> bool:
        """Whether a time without figures is part of a longer name, or is somebody's name (`that May`, of Theresa May)."""
        time = Span(self.span.start + draft.start, self.span.start + draft.end)
        within = [name for name in self.names if name.span.overlaps(time)]
        if not within or any(letter.isdecimal() for letter in time.of(text)):
            return False
        rests = (text[name.span.end : time.end] for name in within if name.type == "PERSON")
        if any(rest[:1] in _OWNED and rest[2:].strip().istitle() for rest in rests):
            return False  # `Valentine's Day`
        return any(name.type == "PERSON" or (name.span.holds(time) and name.span != time) for name in within)


def _within(names: Sequence[Name], line: Span) -> Sequence[Name]:
    """Of names in text order those that begin in a stretch of text."""
    first = bisect_left(names, line.start, key=lambda name: name.span.start)
    return names[first : bisect_left(names, line.end, first, key=lambda name: name.span.start)]


def _ranges(times: Iterable[tuple[Draft, Time]]) -> Iterator[Time]:
    """The times of a sentence. Both ends of a range have the whole range as their value, and each its own `timex`."""
    last: Time | None = None
    for draft, time in times:
        if last is not None and draft.closes and (whole := _range(last, time)):
            last, time = _with(last, whole), _with(time, whole)
        if last is not None:
            yield last
        last = time
    if last is not None:
        yield last


def _with(time: Time, value: str) -> Time:
    earliest, latest = interval(value)
    return replace(time, value=value, earliest=earliest, latest=latest)


def _range(first: Time, last: Time) -> str | None:
    """The interval from one date to a later one; None where that cannot be told."""
    ends = [to_edtf(time.timex) if time.type == "DATE" else None for time in (first, last)]
    begin, end = ends
    if begin is None or end is None or "/" in begin + end or len(begin) != len(end):
        return None
    (opens, _), (closes, _) = interval(begin), interval(end)
    later = opens is not None and closes is not None and When.parse(begin).before(When.parse(end))
    return f"{begin}/{end}" if later else None


def _times(line: _Line, text: str, context: Context) -> Iterator[tuple[Draft, Time]]:
    """The times of a sentence with what each was made of, from left to right; none overlaps another."""
    reading, span = line.reading, line.span
    first = reading.fits(0)
    while first is not None:
        context.quoted = context.said is not None and _is_quoted(span.of(text), reading.starts[first])
        draft = reading.draft(first, context)
        if draft is not None and draft.timex and not line.is_name(draft, text):
            yield draft, _mark(draft, span.start, context)
            if draft.point and not (context.narrative and draft.counted == "now"):
                sight = context.sight
                named = str(draft.point.year) in span.of(text)[draft.start : draft.end]
                deed = sight is None or not sight.telling(draft.start)
                back = draft.counted == "told" and context.ref is not None and draft.point.first < context.ref.first
                context.note(draft.point, aside=back or context.orientation(draft.start) > 0, deed=deed, named=named)
            context.last, context.opens = draft.after, draft.opens
        first = reading.fits(draft.after if draft else first + 1)


def _mark(draft: Draft, offset: int, context: Context) -> Time:
    span = Span(offset + draft.start, offset + draft.end)
    anchor: Literal["published", "text"] = "published"
    if draft.counted == "told" or (context.narrative and draft.counted is None):
        anchor = "text"
    if draft.type in ("DURATION", "SET"):
        return Time(span, draft.type, draft.timex, draft.timex, draft.mod, anchor=anchor)
    value = "/".join(draft.spread) if draft.spread else to_edtf(draft.timex)
    if value is None:
        return Time(span, draft.type, None, draft.timex, draft.mod, anchor=anchor)
    if draft.type == "DATE":
        value = _bounded(value, draft)
    elif ":" in value:
        value += draft.zone
    earliest, latest = interval(value)
    if draft.days:  # `later this year` does not begin before the report
        first_day, last_day = draft.days
        earliest = max(earliest or "", first_day.isoformat()) if first_day else earliest
        latest = min(latest or "9999", last_day.isoformat()) if last_day else latest
    return Time(span, draft.type, value, draft.timex, draft.mod, earliest, latest, anchor)


def _bounded(value: str, draft: Draft) -> str:
    """`since 2016` is open at its end, `by Friday` at its beginning; `about 1987` is approximate."""
    if "/" in value:
        return value
    if draft.mod == "APPROX":
        return f"{value}~"
    if draft.bound == "first" or draft.mod == "AFTER":
        return f"{value}/.."
    return f"../{value}" if draft.bound == "last" or draft.mod == "BEFORE" else value


def _said(marks: tuple[Time, ...], span: Span, text: str, context: Context) -> date | None:
    """The day on which what a sentence quotes was said, where it is told outside the quotation and is not the report's."""
    sentence, sight = span.of(text), context.sight
    if sight is None or not any(_is_quoted(sentence, mark.span.start - span.start) for mark in marks):
        return None
    for mark in marks:
        offset = mark.span.start - span.start
        when = When.parse(mark.value) if mark.value and mark.type in ("DATE", "TIME") else None
        day = when.first if when and when.exact else None
        if day and day >= _CHRIST and not _is_quoted(sentence, offset) and sight.telling(offset):
            said = date.fromisoformat(day)
            return said if said != context.published else None
    return None


def _is_quoted(sentence: str, offset: int) -> bool:
    """Whether a place of a sentence lies inside double quotation marks that open in it."""
    if sentence.count("“") or sentence.count("”"):
        return sentence.count("“", 0, offset) > sentence.count("”", 0, offset)
    return sentence.count('"', 0, offset) % 2 == 1 and '"' in sentence[offset:]
