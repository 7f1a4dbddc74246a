"""Quotes: who said what, as source, cue and content, with the speaker, the polarity and the channel.

The parse gives what reporting verbs and nouns take as their content (`quotes_frames`, `quotes_free`), the quotation
marks of a paragraph what is whole and what goes on (`quotes_regions`, `quotes_join`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.cite import Span
from dateline.mark.parse import Parse
from dateline.mark.quotes import direct as quotes_direct
from dateline.mark.quotes import frames as quotes_frames
from dateline.mark.quotes import free as quotes_free
from dateline.mark.quotes import how as quotes_how
from dateline.mark.quotes.found import Found, Line
from dateline.mark.quotes.join import carry_over, join
from dateline.mark.quotes.regions import regions
from dateline.mark.quotes.who import Voices
from dateline.records.marks import Name, Quote, QuoteType, Time
from dateline.records.report import TOLD, Block

VERSION = "4"
_DAYS = ("DATE", "TIME")


def quotes(parse: Parse, names: tuple[Name, ...], times: tuple[Time, ...]) -> tuple[Quote, ...]:
    """The quotations in a report's headline, deck and body, in text order."""
    text = parse.report.text
    voices = Voices(parse, names)
    kept = sorted(_found(text, parse, times), key=lambda one: one.place)
    made = [_quote(text, one, voices.speaker(one), names, times) for one in kept]
    return tuple(sorted(made, key=lambda quote: quote.span))


def _found(text: str, parse: Parse, times: Sequence[Time]) -> list[Found]:
    """The quotations of a report, paragraph by paragraph."""
    every: list[Found] = []
    before: list[Found] = []
    above: list[Line] = []
    for lines in _blocks(parse, times):
        found = [one for line in lines for one in (*quotes_frames.found(line), *quotes_free.found(line))]
        found.extend(quotes_direct.found(text, lines))
        kept = join(text, lines, found)
        if not kept:
            led = quotes_direct.led(above[-1], lines[0].block.start) if above else None
            kept = carry_over(lines, before, led)
        every.extend(one for one in kept if one not in before)
        before, above = kept, lines
    return every


def _blocks(parse: Parse, times: Sequence[Time]) -> Iterator[list[Line]]:
    """The sentences of each block that the report itself speaks in."""
    told = [block for block in parse.report.blocks if block.label in TOLD]
    lines: list[tuple[Block, int]] = []
    current: Block | None = None
    left = iter(told)
    for at, parsed in enumerate(parse.sentences):
        while current is None or current.end <= parsed.sentence.span.start:
            current = next(left, None)
            if current is None:
                break
        if current is None:
            break
        if current.start <= parsed.sentence.span.start:
            lines.append((current, at))
    for block, group in groupby(lines, key=lambda pair: pair[0]):
        marks = regions(parse.report.text, block)
        spans = tuple(time.span for time in times if block.start <= time.span.start < block.end and time.type in _DAYS)
        yield [Line(at, parse.sentences[at], block, marks, spans) for _, at in group]


def _quote(text: str, one: Found, speaker: str | None, names: tuple[Name, ...], times: tuple[Time, ...]) -> Quote:
    content = tuple(one.content)
    return Quote(
        content=content,
        source=(one.line.span(one.source),) if one.source is not None else (),
        cue=tuple(one.cues),
        type=_type(one, content),
        class_=quotes_how.kind(one),
        polarity=quotes_how.polarity(one, text),
        speaker=speaker,
        through=quotes_how.through(one, names),
        said_on=quotes_how.said_on(one, times),
    )


def _type(one: Found, content: tuple[Span, ...]) -> QuoteType:
    marks = one.line.regions
    inside = [any(region.holds(span) for region in marks) for span in content]
    if all(inside):
        return "direct"
    return "mixed" if any(region.overlaps(span) for region in marks for span in content) else "indirect"
