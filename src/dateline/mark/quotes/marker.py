"""Quotes: who said what, as source, cue and content, with the speaker, the polarity and the channel.

The language gives what reporting words take as their content, sentence by sentence (`dateline.language.reporting`), the
quotation marks of a paragraph what is whole and what goes on (`regions`, `join`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.cite import Span
from dateline.language.quotation import Quotation
from dateline.language.reporting import QUOTED, Draft, Line, Reporting
from dateline.mark.coreference import Referents
from dateline.mark.parse import Parse
from dateline.mark.quotes.join import Paragraph
from dateline.mark.quotes.regions import is_open, regions, runs_on
from dateline.mark.quotes.turns import turns
from dateline.records.marks import Name, Quote, QuoteClass, QuoteType, Time
from dateline.records.report import TOLD, Block

VERSION = "28"
_DAYS = ("DATE", "TIME")


def quotes(parse: Parse, names: tuple[Name, ...], times: tuple[Time, ...]) -> tuple[Quote, ...]:
    """The quotations in a report's headline, deck and body, in text order; none where its language has no reporting."""
    language = parse.language
    reporting, quotation, coreference = language.reporting, language.quotation, language.coreference
    if reporting is None or quotation is None:
        return ()
    referents = Referents(parse, names, coreference) if coreference is not None else None
    made = []
    dated = [time for time in times if time.type == "DATE" and time.value]
    drafts = sorted(_drafts(parse, times, reporting, quotation), key=lambda draft: draft.place)
    for number, draft in enumerate(drafts):
        speaker = referents.speaker(draft, reporting.answers(draft.cue)) if referents is not None else None
        if speaker is None and referents is not None:
            speaker = referents.named_next(draft, drafts[number + 1 : number + 2])
        content = tuple(draft.content)
        polarity = reporting.polarity(draft, parse.report.text)
        bearer = _bearer(draft, reporting, referents)
        quote = Quote(
            content=content,
            source=(draft.line.span(draft.source),) if draft.source is not None else (),
            cue=tuple(draft.cues),
            type=_type(_marks_of(draft, parse, quotation), content),
            class_=_class(draft),
            polarity=polarity,
            speaker=speaker,
            through=reporting.through(draft, names),
            said_on=_said_on(draft, dated, reporting),
            told=reporting.tells(draft, polarity, names),
            bearer=bearer,
        )
        made.append(quote)
    return tuple(sorted(made, key=lambda quote: quote.span))


def _bearer(draft: Draft, reporting: Reporting, referents: Referents | None) -> Span | None:
    """What a pronoun as the source stands for: of a relative in its own sentence, of others who spoke before without a name."""
    run = reporting.bearer(draft)
    if run is not None:
        return draft.line.span(run)
    return referents.bearer() if referents is not None else None


def _drafts(parse: Parse, times: Sequence[Time], reporting: Reporting, quotation: Quotation) -> list[Draft]:
    """The quotations of a report, paragraph by paragraph; in a transcript its turns, and what is told of others in them."""
    text = parse.report.text
    every: list[Draft] = []
    before: list[Draft] = []
    above: Line | None = None
    since: int | None = None
    blocks = list(_blocks(parse, times, quotation))
    spoken = turns(text, blocks, reporting)
    every.extend(spoken.values())
    held = [span for draft in spoken.values() for span in draft.content]
    for number, lines in enumerate(blocks):
        drafts = [draft for line in lines for draft in reporting.of_sentence(line)]
        drafts.extend(reporting.beside_marks(text, lines))
        paragraph = Paragraph(text, lines, reporting, quotation)
        kept = paragraph.join(drafts)
        if above is not None:
            kept = paragraph.closed(before, kept, above, since)
            if not kept:
                kept = paragraph.carry_over(before, above)
        if number in spoken or any(span.start <= lines[0].block.start < span.end for span in held):
            kept = [draft for draft in kept if not (reporting.is_pronoun(draft) or draft.cue.pos == "mark")]
        every.extend(draft for draft in kept if not any(draft is other for other in before))
        before, above, since = kept, lines[-1], paragraph.opened(since)
    return [draft for draft in every if draft.content]  # not one whose words another took in a later paragraph


def _blocks(parse: Parse, times: Sequence[Time], quotation: Quotation) -> Iterator[list[Line]]:
    """The sentences of each block that the report itself speaks in."""
    told = [block for block in parse.report.blocks if block.label in TOLD]
    lines: list[tuple[Block, int]] = []
    current: Block | None = None
    left = iter(told)
    for index, parsed in enumerate(parse.sentences):
        while current is None or current.end <= parsed.sentence.span.start:
            current = next(left, None)
            if current is None:
                break
        if current is None:
            break
        if current.start <= parsed.sentence.span.start:
            lines.append((current, index))
    is_left_open, inside = False, 0
    days = [time.span for time in times if time.type in _DAYS]
    groups = [(block, [index for _, index in group]) for block, group in groupby(lines, key=lambda pair: pair[0])]
    for number, (block, indexes) in enumerate(groups):
        if is_left_open and not inside:
            inside = runs_on(parse.report.text, [later for later, _ in groups[number:]], quotation)
        marks: tuple[Span, ...] = (Span(block.start, block.end),)
        if not inside:
            marks = regions(parse.report.text, block, quotation, goes_on=is_left_open)
        inside = max(0, inside - 1)
        is_left_open = bool(marks) and is_open(parse.report.text, marks[-1], block, quotation)
        here = tuple([day for day in days if block.start <= day.start < block.end])
        sentences = [(index, parse.sentences[index]) for index in indexes]
        yield [Line(index, parsed.sentence, parsed.doc, block, marks, here) for index, parsed in sentences]


def _marks_of(draft: Draft, parse: Parse, quotation: Quotation) -> Sequence[Span]:
    """The stretches in quotation marks of the paragraph of a quotation's cue; of one that goes on beyond it its pieces there
    too that begin at a mark.
    """
    block = draft.line.block
    beyond = [span for span in draft.content if not block.start <= span.start < span.end <= block.end]
    text = parse.report.text
    return (*draft.line.regions, *(span for span in beyond if quotation.MARK.match(text, span.start)))


def _type(marks: Sequence[Span], content: tuple[Span, ...]) -> QuoteType:
    if all(any(region.holds(span) for region in marks) for span in content):
        return "direct"
    return "mixed" if any(region.overlaps(span) for region in marks for span in content) else "indirect"


def _class(draft: Draft) -> QuoteClass:
    """Statement or attitude; what stands in quotation marks was said, whatever the verb."""
    return "statement" if draft.frame == QUOTED and draft.marked else draft.cue.class_


def _said_on(draft: Draft, dated: Sequence[Time], reporting: Reporting) -> str | None:
    """The date, as EDTF, of a time in the cue clause, of those that have one; None when there is none."""
    sentence = draft.line.sentence.span
    inside = (time for time in dated if time.span.overlaps(sentence))
    return next((time.value for time in inside if reporting.is_when(draft, time.span)), None)
