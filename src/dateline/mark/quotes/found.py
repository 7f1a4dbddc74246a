"""What the steps of the quote marker hand to one another: a quotation in the making, and its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.cite import Span
from dateline.mark.parse import Parsed
from dateline.mark.quotes.cues import Cue
from dateline.records.report import Block

TIME_PREPS = frozenset(("at", "by", "during", "early", "earlier", "in", "late", "on", "over", "since"))
Run = tuple[int, int]  # tokens of one sentence, first and last, both inside


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the block and the quotation marks around it, and the expressions of time in the block."""

    at: int
    parsed: Parsed
    block: Block
    regions: tuple[Span, ...]
    times: tuple[Span, ...] = ()

    def span(self, run: Run) -> Span:
        """The report's span of a run of tokens."""
        return self.parsed.place(self.parsed.doc[run[0]], self.parsed.doc[run[1]])

    def quoted(self, token: Token) -> bool:
        """Whether the token stands inside quotation marks."""
        place = self.parsed.sentence.span.start + token.idx
        return any(region.start <= place < region.end for region in self.regions)

    def timed(self, token: Token) -> bool:
        """Whether the token is part of an expression of time."""
        place = self.parsed.sentence.span.start + token.idx
        return any(time.start <= place < time.end for time in self.times)

    def untimed(self, run: Run) -> Run:
        """The run without a time that leads it or ends it (`on Friday | he would go`); the run itself if that is all."""
        doc, (first, last) = self.parsed.doc, run
        at = first + (doc[first].lower_ in TIME_PREPS)
        while at <= last and self.timed(doc[at]):
            at += 1
        if at > first + 1 or (at > first and self.timed(doc[first])):
            first = at + (at <= last and doc[at].text == ",")
        end = last
        while end >= first and self.timed(doc[end]):
            end -= 1
        if end < last:
            last = end - (end >= first and doc[end].lower_ in TIME_PREPS)
        return (first, last) if first <= last else run

    def run(self, first: int, last: int) -> Run | None:
        """The tokens from `first` to `last` without punctuation at the edges; None when none is left."""
        doc = self.parsed.doc
        while first <= last and _edge(doc[first]):
            first += 1
        while last >= first and _edge(doc[last]):
            last -= 1
        return (first, last) if first <= last else None


def _edge(token: Token) -> bool:
    return bool(token.is_space or (token.is_punct and not token.is_quote) or token.text in ("-", "--", "—", "–"))


@dataclass(slots=True)
class Found:
    """A quotation in the making. `head` is the cue's token in its sentence, `frame` how the content was reached."""

    line: Line
    cue: Cue
    head: int
    cues: list[Span]
    source: Run | None
    content: list[Span]
    frame: str
    negated: bool = False
    pieces: list[Run] = field(default_factory=list)

    @property
    def place(self) -> int:
        """Where the cue's head word starts in the report."""
        return self.line.parsed.sentence.span.start + self.line.parsed.doc[self.head].idx


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same stretches, sorted, those that overlap or touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
