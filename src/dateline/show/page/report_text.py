"""A report's text as HTML in which every cite has an anchor of its own, validly nested wherever cites overlap.

Cites that lie within one another become nested `span`s. A cite that crosses the end of the one around it is cut there:
its first piece carries the anchor, the next one is marked `cut`, and the style sheet lights both.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from dateline.cite import Cite, Span
from dateline.records.report import Block, Report
from dateline.show.inert import plain

_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
_PARAGRAPH = re.compile(r"\n\s*\n")

Numbers = Mapping[Cite, int]


@lru_cache(maxsize=4096)
def anchor(report: str) -> str:
    """The anchor of a report: its id where that is plain, else what is plain of it and a hash."""
    if _PLAIN.fullmatch(report):
        return f"r-{report}"
    digest = hashlib.sha256(report.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"r-{re.sub(r'[^A-Za-z0-9._-]+', '-', report).strip('-')}-{digest}"


def place(cite: Cite) -> str:
    """The anchor of cited words in their report."""
    return f"{anchor(cite.report)}.{cite.start}-{cite.end}"


@dataclass(frozen=True, slots=True)
class Noted:
    """Words of a report that are told apart by what they are (`kind`), and what was read in them; nothing where it is they."""

    span: Span
    kind: str
    read: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    cite: Cite
    first: bool
    last: bool
    noted: Noted | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a report with one label, as HTML."""

    label: str
    html: Markup


def paragraphs(report: Report, cites: Iterable[Cite], numbers: Numbers) -> Iterator[Paragraph]:
    """The whole text, block by block and paragraph by paragraph, cited words as anchors.

    `numbers` are the numbers of the cites to which a superscript leads back.
    """
    spans = list(_stretches(report.text, report.blocks))
    wanted = [cite for cite in sorted(set(cites)) if 0 <= cite.start < cite.end <= len(report.text)]
    text = plain(report.text)
    before = 0
    for block, span in spans:
        pieces = [_piece(cite, span, before) for cite in wanted if cite.start < span.end and cite.end > span.start]
        yield Paragraph(block, _marked(text, span, pieces, numbers))
        before = span.end


def noted(report: Report, marks: Iterable[Noted]) -> Iterator[Paragraph]:
    """The whole text with marks in it, each told apart by its kind and followed by what was read in it."""
    spans, text = list(_stretches(report.text, report.blocks)), plain(report.text)
    some = [(one, Cite(report.id, one.span.start, one.span.end, one.span.of(report.text))) for one in marks]
    before = 0
    for block, span in spans:
        pieces = [
            dataclasses.replace(_piece(cite, span, before), noted=one)
            for one, cite in some
            if cite.start < span.end and cite.end > span.start
        ]
        yield Paragraph(block, _marked(text, span, pieces, {}))
        before = span.end


def excerpts(report: Report, cites: Iterable[Cite], numbers: Numbers) -> Iterator[Paragraph]:
    """Only the cited words, those that touch or overlap together."""
    wanted = [cite for cite in sorted(set(cites)) if 0 <= cite.start < cite.end <= len(report.text)]
    spans: list[Span] = []
    for cite in wanted:
        if spans and cite.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, cite.end))
        else:
            spans.append(cite.span)
    text = plain(report.text)
    for span in spans:
        inside = [_Piece(cite.span, cite, True, True) for cite in wanted if span.holds(cite.span)]
        yield Paragraph("body", _marked(text, span, inside, numbers))


def _stretches(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[str, Span]]:
    for block in blocks:
        start = block.start
        for gap in _PARAGRAPH.finditer(text, block.start, block.end):
            if gap.start() > start:
                yield block.label, Span(start, gap.start())
            start = gap.end()
        if start < block.end:
            yield block.label, Span(start, block.end)


def _piece(cite: Cite, span: Span, before: int) -> _Piece:
    """What of a cite stands in a paragraph that it reaches into; `before` is where the paragraph before that ends."""
    start, end = max(cite.start, span.start), min(cite.end, span.end)
    return _Piece(Span(start, end), cite, cite.start >= before, cite.end <= span.end)


def _marked(text: str, span: Span, pieces: list[_Piece], numbers: Numbers) -> Markup:
    """The words of a span of a plain text with nested `span` elements around the pieces."""
    todo = sorted(pieces, key=lambda p: (p.span.start, -p.span.end, p.cite), reverse=True)
    out: list[str] = []
    open_: list[_Piece] = []
    at = span.start

    def run(to: int) -> None:
        nonlocal at
        if at < to:
            out.append(escape(text[at:to]))
            at = to

    def close(to: int) -> None:
        while open_ and open_[-1].span.end <= to:
            run(open_[-1].span.end)
            done = open_.pop()
            out.append(Markup("</span>"))
            if done.last and done.cite in numbers:
                out.append(_back(done.cite, numbers[done.cite]))
            if done.last and done.noted and done.noted.read:
                out.append(Markup('<span class="read">{}</span>').format(plain(done.noted.read)))

    while todo:
        piece = todo.pop()
        close(piece.span.start)
        run(piece.span.start)
        if open_ and piece.span.end > open_[-1].span.end:
            edge = open_[-1].span.end
            rest = dataclasses.replace(piece, span=Span(edge, piece.span.end), first=False)
            piece = dataclasses.replace(piece, span=Span(piece.span.start, edge), last=False)
            todo.append(rest)
            todo.sort(key=lambda p: (p.span.start, -p.span.end, p.cite), reverse=True)
        out.append(_opened(piece, numbers))
        open_.append(piece)
    close(span.end)
    run(span.end)
    return Markup("".join(out))  # each of them is markup


def _opened(piece: _Piece, numbers: Numbers) -> Markup:
    if piece.noted:
        return Markup('<span class="noted m-{}">').format(piece.noted.kind)
    told = " told" if piece.cite in numbers else ""
    if piece.first:
        return Markup(f'<span class="cited{told}" id="{place(piece.cite)}">')  # an anchor is plain
    return Markup(f'<span class="cited cut{told}">')


def _back(cite: Cite, number: int) -> Markup:
    return Markup('<a class="back" href="#n-{}" aria-label="back to cite {}">{}</a>').format(
        f"{place(cite)}", number, number
    )
