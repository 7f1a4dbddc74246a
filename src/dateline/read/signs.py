"""Signs that a machine rewrote, translated or cut a text. A well-made report bears none.

One sign is weak: people mistype too. Signs of two kinds are what the account calls spun; how often ordinary reports bear
them is measured in docs/explanation/measured.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline import lexicon
from dateline.cite import Span, cite
from dateline.records import Block, Sign, SignKind

_ID = re.compile(r"\[\d{6,}\]")
_STOP_FIRST = re.compile(r"^\s*[.,;]\s+\S[^\n]*")
_STRAY = re.compile(r"^[a-z]+\.\s+(?=[A-Z])")
_LOWER = re.compile(r"^[a-zß-ÿ]+\s[^\n]*")
_NO_HEAD = re.compile(
    r"^(?:This|It) (?:prompted|led|caused|made|forced) (?:\w+\.? ){1,4}to (?:rarely|hardly|seldom)\b[^.]*"
)
_DOUBLED = re.compile(
    r"\b(the|an?|of|to|at|for|with|and|or|was|were|they|could|would|been|from|by|he|she|its)[ \u00a0]+\1\b(?!-)"
)
_CLOSED = re.compile(r"""[.!?…:;。！？]["'”’»)\]]*\s*$""")
_CUT = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;)\]|(?:…|\.\.\.)\s*\[\+\d+ chars\]|\((?:more|continued)\)|\bContinue reading(?: →)?\.{0,3})\s*$"
)
_TRANSLATED = re.compile(
    r"\b(?:machine|automatic(?:ally)?|auto)[- ]translat(?:ion|ed)\b"
    r"|\btranslated (?:automatically|by (?:a )?machine|with google)\b"
    r"|\bgoogle translate\b(?= (?:version|from)|\W*$)",
    re.IGNORECASE,
)


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{row['pattern']})"), row["meant"]) for row in lexicon.table("odd_synonyms"))


@cache
def _any_synonym() -> re.Pattern[str]:
    """Whether any stands: asked first, since in nearly every text none does."""
    return re.compile(rf"\b(?:{'|'.join(row['pattern'] for row in lexicon.table('odd_synonyms'))})")


def signs(name: str, text: str, blocks: tuple[Block, ...]) -> tuple[Sign, ...]:
    """The signs in a text, in order, each with its place."""
    found = sorted(set(_signs(text, blocks)))
    return tuple(Sign(kind, cite(name, text, Span(start, end)), note) for start, end, kind, note in found)


def _signs(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int, SignKind, str]]:
    for match in _ID.finditer(text):
        yield match.start(), match.end(), "scraper-id", "a number that a scraper left in the text"
    body = [block for block in blocks if block.label in ("body", "caption", "debris", "boilerplate", "deck", "related")]
    for block in blocks:
        yield from _of_words(block, block.span.of(text))
    open_before = False
    for block in body:
        words = block.span.of(text)
        goes_on, open_before = open_before, block.label == "body" and not _CLOSED.search(words)
        if at := _STOP_FIRST.match(words):
            yield (
                block.start,
                block.start + min(at.end(), 120),
                "orphan-fragment",
                "starts with the end of a sentence",
            )
        elif at := _STRAY.match(words):
            yield (
                block.start,
                block.start + at.end(),
                "orphan-fragment",
                "the last word of a sentence that is lost",
            )
        elif block.label == "body" and not goes_on and (at := _LOWER.match(words)):
            yield (
                block.start,
                block.start + min(at.end(), 160),
                "orphan-fragment",
                "a sentence without its beginning",
            )
        for at in _NO_HEAD.finditer(words):
            yield (
                block.start + at.start(),
                block.start + at.end(),
                "garbled",
                "an adverb that contradicts its verb",
            )
        for at in _DOUBLED.finditer(words):
            yield block.start + at.start(), block.start + at.end(), "garbled", "a word twice"


def _of_words(block: Block, words: str) -> Iterator[tuple[int, int, SignKind, str]]:
    """The signs that single phrases of a block give."""
    for pattern, meant in _synonyms() if _any_synonym().search(words) else ():
        for at in pattern.finditer(words):
            yield block.start + at.start(), block.start + at.end(), "odd-synonym", f"stands for {meant}"
    cut = _CUT.search(words)
    if cut and block.label == "body":
        yield block.start + cut.start(), block.start + cut.end(), "truncated", "the text goes on elsewhere"
    said = _TRANSLATED.search(words)
    if said and len(words) < 300:
        yield block.start + said.start(), block.start + said.end(), "translated", "says that a machine translated it"
