"""Sentences and their parse. Each distinct sentence is parsed once in a process: copies cost nothing.

A sentence is parsed by itself, so its parse depends on its words alone and can be shared by every report that
holds it. Its place in the report is kept beside it: `place` turns tokens into spans of the report's text.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline import language
from dateline.cite import Span
from dateline.language import Language
from dateline.language.tokens import Doc, Token
from dateline.mark import pipeline
from dateline.records.marks import Sentence
from dateline.records.report import PARSED, Block, Report

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc as Found

KEPT = 10_000  # sentences whose parse is kept; about 18 kB each
MOST = 100_000  # code points of a report that are parsed: some forty pages; what follows is kept, and not marked
LONGEST = 2_000  # code points; what is longer is no sentence, and the parser's memory grows with it

# The end of a sentence in a language of which that is not known: what follows has a capital, or no case at all.
_END = re.compile(r"""[.!?…]+['"”’»“‘«›‹)\]]*(?=\s+['"“‘«„‚»›‹¿¡(\[]*([^\W_]))|[。！？]""")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_SPACE = re.compile(r"\s")
_NO_TEXT = re.compile(r"[\x00\ud800-\udfff]")
# Marks of other makes, which a parser has hardly seen and takes for words, as those that it knows: one code point each.
_MADE_PLAIN = str.maketrans({"―": "—", "‒": "–", "‐": "-", "‑": "-", **dict.fromkeys("„‟«»‹›＂「」『』", '"')})


@dataclass(frozen=True, slots=True)
class Parsed:
    """One sentence and its parse. `doc` holds the sentence's own text; token offsets count from its start."""

    sentence: Sentence
    doc: Doc

    def place(self, first: Token, last: Token | None = None) -> Span:
        """The span in the report's text from token `first` to the end of token `last` (default: `first`)."""
        last = first if last is None else last
        start = self.sentence.span.start
        return Span(start + first.idx, start + last.idx + len(last.text))


@dataclass(frozen=True, slots=True)
class Parse:
    """One report, its sentences in text order, each with its parse.

    `quiet` are the same sentences; of one that is set in capitals its parse is that of the same words as a running text
    has them (`Two killed in mall shooting`), so that its verbs are verbs.
    """

    report: Report
    sentences: tuple[Parsed, ...]
    quiet: tuple[Parsed, ...]

    @property
    def language(self) -> Language:
        """What is known of the report's language."""
        return language.of(self.report.language)

    def forget(self) -> None:
        """Untie the words of the sentences, which nobody reads any more."""
        for doc in {id(parsed.doc): parsed.doc for parsed in (*self.sentences, *self.quiet)}.values():
            doc.forget()


_docs: OrderedDict[tuple[str, str], Found] = OrderedDict()  # by language and text


def parses(reports: Sequence[Report]) -> Iterator[Parse]:
    """Parse several reports together (a parser is faster on many sentences at once), in their order.

    Raises ValueError for one in a language that has no parser.
    """
    cut = [_lines(report) for report in reports]
    texts: dict[str, list[str]] = {}
    for report, lines in zip(reports, cut, strict=True):
        wanted = texts.setdefault(language.of(report.language).tag, [])
        wanted.extend(text for line in lines for text in (line.text, line.quiet))
    docs = {tag: _parsed(tag, wanted) for tag, wanted in texts.items()}
    for report, lines in zip(reports, cut, strict=True):
        known = _Read(docs[language.of(report.language).tag])
        sentences = tuple(Parsed(line.sentence, known[line.text]) for line in lines)
        loud = ((line.quiet != line.text, line, parsed) for line, parsed in zip(lines, sentences, strict=True))
        quiet = (Parsed(line.sentence, known[line.quiet]) if is_loud else parsed for is_loud, line, parsed in loud)
        yield Parse(report, sentences, tuple(quiet))


class _Read(dict[str, Doc]):
    """The sentences of a report as they are read, each made of what was parsed when it is asked for."""

    def __init__(self, found: Mapping[str, Found]) -> None:
        super().__init__()
        self._found = found

    def __missing__(self, text: str) -> Doc:
        self[text] = doc = Doc(self._found[text])
        return doc


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as the parser sees it: as it stands, and as a running text would have it."""

    sentence: Sentence
    text: str
    quiet: str


def _lines(report: Report) -> list[_Line]:
    cut = list(sentences(report))
    texts = [_plain(sentence.span.of(report.text)) for sentence in cut]
    headlines = language.of(report.language).headlines
    quiet = texts if headlines is None else headlines.quiet(texts)
    return [_Line(*line) for line in zip(cut, texts, quiet, strict=True)]


def _parsed(tag: str, texts: Iterable[str]) -> dict[str, Found]:
    wanted = dict.fromkeys(texts)
    docs = {text: _docs[tag, text] for text in wanted if (tag, text) in _docs}
    missing = [text for text in wanted if text not in docs]
    if missing:
        parser = _pipeline(tag)
        fresh = [_one_sentence(parser.make_doc(text)) for text in missing]
        pipeline.run(parser, fresh)
        for text, doc in zip(missing, fresh, strict=True):
            doc.tensor = doc.tensor[:0]  # the vectors behind the parse are not read again
            docs[text] = _docs[tag, text] = doc
    for text in docs:
        _docs.move_to_end((tag, text))
    while len(_docs) > KEPT:
        _docs.popitem(last=False)
    return docs


def _pipeline(tag: str) -> Pipeline:
    load = language.of(tag).pipeline
    if load is None:
        raise ValueError(f"there is no parser for {tag!r}")
    return load()


def _one_sentence(doc: Any) -> Any:
    if len(doc):
        starts = np.full(len(doc), -1, np.int64)
        starts[0] = 1
        doc.from_array(["SENT_START"], starts.view(np.uint64))
    return doc


def _plain(text: str) -> str:
    """The text as the parser sees it, code point for code point: white space as spaces, literal tags blanked; marks of other
    makes as plain ones; a sign for what no text holds (half of a surrogate pair, NUL).
    """
    text = _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text).translate(_MADE_PLAIN)
    return _SPACE.sub(" ", _TAG.sub(lambda tag: " " * len(tag[0]), text))


def sentences(report: Report) -> Iterator[Sentence]:
    """The sentences of a report's headline, deck, body and captions, in text order, as far as a report is parsed."""
    part = language.of(report.language).sentences
    for block in parsed_blocks(report):
        for span in split(report.text, block, part.ends if part else plain_ends):
            yield Sentence(span, block.label)


def parsed_blocks(report: Report) -> Iterator[Block]:
    """The blocks of a report that are parsed, up to the `MOST` code points: the last one may be cut."""
    left = MOST
    for block in report.blocks:
        if block.label in PARSED:
            if block.end - block.start > left:
                end = report.text.rfind(" ", block.start, block.start + left)
                if end > block.start:
                    yield replace(block, end=end)
                return
            left -= block.end - block.start
            yield block


def is_too_long(report: Report) -> bool:
    """Whether a report has more words than are parsed."""
    return sum(block.end - block.start for block in report.blocks if block.label in PARSED) > MOST


def split(text: str, block: Block, ends: Callable[[str, int, int], Iterable[int]]) -> Iterator[Span]:
    """The spans of the sentences in a block, without white space around them. `ends` as in `language.sentences`."""
    start = block.start
    for end in ends(text, block.start, block.end):
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, block.end)


def plain_ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Where sentences end by their punctuation alone: `. ! ? …` before white space and no small letter; `。！？` anywhere.

    >>> list(plain_ends("Ja. Nein, z. b. so. Gut", 0, 23))
    [3, 19]
    """
    for end in _END.finditer(text, start, stop):
        if not (end[1] and end[1].islower()):
            yield end.end()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for first in range(start, end, LONGEST):
        yield Span(first, min(end, first + LONGEST))
