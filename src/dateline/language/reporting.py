"""Reporting: who said what in a sentence. The questions asked of a language, and the drafts of quotations it answers with.

A language finds cues (`said`, `according to`, a colon) and what hangs on them; the quote marker puts its drafts together,
across sentences, quotation marks and paragraphs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from dateline.cite import Span
from dateline.records.marks import Name, Polarity, QuoteClass, Sentence
from dateline.records.report import Block

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

Run = tuple[int, int]  # tokens of one sentence, first and last, both inside
QUOTED = "quote"  # the frame of a cue that takes words in quotation marks, and of a draft whose content they are
TURN = "turn"  # the frame of a draft whose speaker a label names at the start of a paragraph (`KELLER: We must act.`)
_KEPT = frozenset(("%", "‰"))  # marks that belong to a number
_CLOSES = {")": "(", "]": "["}
FOLLOWS = "follows"  # the frame of a draft whose words in marks come after what its speaker did not say


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its lemma (a particle after a space), its class, and what it takes.

    `pos` is `verb`, `noun`, `adj`, `prep` or `mark`; `act` what the word does (`say`, `deny`, `promise` …);
    `frames` where its content can stand; `traits` what sets it apart from others of its act (`data/reporting.tsv` lists
    all of them).
    """

    word: str
    pos: str
    act: str
    class_: QuoteClass
    polarity: Polarity
    frames: frozenset[str]
    traits: frozenset[str] = frozenset()

    @property
    def particle(self) -> str:
        """The particle that belongs to the verb (`out` of `point out`), or nothing."""
        return self.word.partition(" ")[2]

    @property
    def takes_marks(self) -> bool:
        """Whether the content can be words in quotation marks."""
        return QUOTED in self.frames


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and its parse, its index in the report, its block, and what stands in that block.

    `regions` are the stretches in quotation marks, `times` the expressions of a day or hour, as spans of the report.
    """

    index: int
    sentence: Sentence
    doc: Doc
    block: Block
    regions: tuple[Span, ...]
    times: tuple[Span, ...] = ()

    def offset(self, token: Token) -> int:
        """Where a token starts in the report's text."""
        return self.sentence.span.start + token.idx

    def span(self, run: Run) -> Span:
        """The report's span of a run of tokens."""
        words, start = self.doc.words, self.sentence.span.start
        last = words[run[1]]
        return Span(start + words[run[0]].idx, start + last.idx + len(last.text))

    def quoted(self, token: Token) -> bool:
        """Whether the token stands inside quotation marks."""
        if not self.regions:
            return False
        place = self.sentence.span.start + token.idx
        before = bisect_right(self.regions, place, key=attrgetter("start"))  # in order, none in another
        return before > 0 and place < self.regions[before - 1].end

    def timed(self, token: Token) -> bool:
        """Whether the token is part of an expression of time."""
        return _inside(self.offset(token), self.times)

    def run(self, first: int, last: int) -> Run | None:
        """The tokens from `first` to `last` without punctuation at the edges; None when none is left.

        A bracket that closes one inside stays.
        """
        words = self.doc.words
        while first <= last and _edge(words[first]):
            first += 1
        while last >= first and _edge(words[last]):
            last -= 1
        if (
            last + 1 < len(words)
            and words[last + 1].text in _CLOSES
            and _is_open(words[first : last + 1], words[last + 1].text)
        ):
            last += 1
        return (first, last) if first <= last else None


def _inside(place: int, spans: Sequence[Span]) -> bool:
    for span in spans:  # noqa: SIM110 - asked of very many words: `any` takes twice the time
        if span.start <= place < span.end:
            return True
    return False


def _is_open(words: Sequence[Token], closing: str) -> bool:
    """Whether a bracket is open at the end of some words which this one closes."""
    opening = _CLOSES[closing]
    return sum((word.text == opening) - (word.text == closing) for word in words) > 0


def _edge(token: Token) -> bool:
    punctuation = token.is_punct and not token.is_quote and token.text not in _KEPT
    return bool(token.is_space or punctuation or token.text in ("-", "--", "—", "–"))


@dataclass(slots=True)
class Draft:
    """A quotation in the making. `head` is the cue's token in its sentence, `frame` how the content was reached.

    `cues` and `content` are spans of the report; content is empty where the cue still waits for words in marks. `shared` is
    the piece of it that stands in what another says too (`attacked | the plan, which he said is old`).
    """

    line: Line
    cue: Cue
    head: int
    cues: list[Span]
    source: Run | None
    content: list[Span]
    frame: str
    negated: bool = False
    shared: Span | None = None

    @property
    def place(self) -> int:
        """Where the cue's head word starts in the report."""
        return self.line.sentence.span.start + self.line.doc.words[self.head].idx

    @property
    def marked(self) -> bool:
        """Whether some of the content stands in quotation marks."""
        return bool(self.line.regions) and any(
            region.overlaps(span) for region in self.line.regions for span in self.content
        )

    def holds(self, token: Token) -> bool:
        """Whether a token of the cue's sentence belongs to the content."""
        return _inside(self.line.offset(token), self.content)

    def words(self) -> list[Token]:
        """The tokens of the cue's sentence that belong to the content, in text order."""
        doc, start = self.line.doc, self.line.sentence.span.start
        return [word for word in doc.words if _inside(start + word.idx, self.content)]

    def first(self) -> Token | None:
        """The first token of the cue's sentence that belongs to the content."""
        start = self.line.sentence.span.start
        return next((word for word in self.line.doc.words if _inside(start + word.idx, self.content)), None)

    def clause(self) -> Iterator[Token]:
        """The tokens that hang on the cue, content and source left out."""
        away = self._away()
        return (token for token in self.line.doc[self.head].subtree if not _inside(self.line.offset(token), away))

    def clause_in(self, within: Span) -> list[Token]:
        """The tokens in a span of the report that hang on the cue, content and source left out."""
        start, head = self.line.sentence.span.start, self.line.doc[self.head]
        near = [word for word in self.line.doc.words if within.start <= start + word.idx < within.end]
        away = self._away() if near else []
        hung = (word for word in near if word is head or head.is_ancestor(word))
        return [word for word in hung if not _inside(start + word.idx, away)]

    def _away(self) -> list[Span]:
        return [*self.content, *([self.line.span(self.source)] if self.source is not None else [])]


class Reporting(Protocol):
    """What a language knows of reported speech and thought."""

    def of_sentence(self, line: Line) -> Iterator[Draft]:
        """The quotations that the words of one sentence open, by its parse: verbs, nouns, `according to`, a colon."""

    def beside_marks(self, text: str, lines: Sequence[Line]) -> Iterator[Draft]:
        """The quotations of one block whose cue stands right before or after words in marks, by the order of words.

        `text` is the report's, `lines` the sentences of the block; at most one draft a cue.
        """

    def turn(self, text: str, lines: Sequence[Line]) -> Draft | None:
        """The turn that a block opens with a label of who speaks; its content is what follows the label there, if anything."""

    def is_pronoun(self, draft: Draft) -> bool:
        """Whether the source is a word for one of those who talk with each other, or for somebody named before."""

    def means(self, draft: Draft, other: Draft) -> bool:
        """Whether the source is a pronoun that can mean a person whose words another tells of."""

    def awaiting(self, line: Line) -> Draft | None:
        """The cue that a paragraph ends on before the words in the next (`The mayor said:`), without content."""

    def leading_up(self, line: Line, region: Span, used: Sequence[Span]) -> Draft | None:
        """A cue somewhat before words in marks that nothing else reaches; none whose words are among those `used`."""

    def is_apart(self, draft: Draft, region: Span) -> bool:
        """Whether another verb stands between words in marks and a cue behind them, so that they are not its content."""

    def is_parted(self, draft: Draft, start: int, end: int) -> bool:
        """Whether a clause of its own opens between two places of the cue's sentence, so that words in marks behind it are not
        the cue's.
        """

    def strength(self, draft: Draft) -> int:
        """How surely the frame gives the content, the lower the surer: of two drafts that share words it decides."""

    def firm(self, draft: Draft) -> bool:
        """Whether the content has its place, so that words in marks beside the cue are not its content instead."""

    def nests(self, draft: Draft) -> bool:
        """Whether a draft stands even inside what somebody else says (`he rejected | her claim that …`)."""

    def goes_with(self, draft: Draft, other: Draft) -> bool:
        """Whether another cue stands in a clause that goes with this one (`“…,” she said, noting that …`)."""

    def answers(self, cue: Cue) -> bool:
        """Whether who speaks was asked before (`he replied`)."""

    def adds(self, draft: Draft) -> bool:
        """Whether who speaks has spoken before (`and added`)."""

    def asks(self, draft: Draft) -> bool:
        """Whether it is only told that something was asked: words in marks after it are the answer."""

    def bearer(self, draft: Draft) -> Run | None:
        """The words that a relative pronoun as a source stands for; None for other sources."""

    def tells(self, draft: Draft, polarity: Polarity, names: Sequence[Name] = ()) -> bool:
        """Whether it is a statement: somebody able to speak tells something that can be so or not; `names` are the report's."""

    def polarity(self, draft: Draft, text: str) -> Polarity:
        """Asserted, denied, or not said at all; `text` is the report's."""

    def is_when(self, draft: Draft, time: Span) -> bool:
        """Whether an expression of time in the cue's sentence tells when it was said."""

    def through(self, draft: Draft, names: Sequence[Name]) -> str | None:
        """The channel (`statement`, `tweet`, a site, a spokesman) or the outlet among `names`; None where none is given."""

    def hearer(self, cue: str, between: str) -> str:
        """Who is told, from the words between a verb and what it takes; empty where it takes nobody or nobody is named."""

    def led(self, cue: str, polarity: Polarity, content: str) -> str:
        """The word that a statement is led in by when it is shown: the report's own as it fits there; empty where a denial
        or what was not said is called just that.
        """

    def called(self, source: str) -> str:
        """What reports call a speaker who has no name; empty for a pronoun."""
