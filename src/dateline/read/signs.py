"""Signs that a machine rewrote, translated or cut a text. A well-made report bears none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.cite import Span, cite
from dateline.records import Block, Sign, SignKind

_ID = re.compile(r"\[\d{6,}\]")
_STOP_FIRST = re.compile(r"^\s*[.,;]\s+\S[^\n]*")
_STRAY = re.compile(r"^[a-z]+\.\s+(?=[A-Z])")
_LOWER = re.compile(r"^[a-zß-ÿ]\w*\s[^\n]*")
_NO_HEAD = re.compile(
    r"^(?:This|It) (?:prompted|led|caused|made|forced) (?:\w+\.? ){1,4}to (?:rarely|hardly|seldom)\b[^.]*"
)
_DOUBLED = re.compile(r"\b(?!had|that|is|very|bye|no|so|her)([a-z]{3,})\s+\1\b")


def signs(name: str, text: str, blocks: tuple[Block, ...]) -> tuple[Sign, ...]:
    """The signs in a text, in order, each with its place."""
    found = sorted(set(_signs(text, blocks)))
    return tuple(Sign(kind, cite(name, text, Span(start, end)), note) for start, end, kind, note in found)


def _signs(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int, SignKind, str]]:
    for match in _ID.finditer(text):
        yield match.start(), match.end(), "scraper-id", "a number that a scraper left in the text"
    body = [block for block in blocks if block.label in ("body", "caption", "debris", "boilerplate", "deck", "related")]
    for block in body:
        words = block.span.of(text)
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
        elif block.label == "body" and (at := _LOWER.match(words)):
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
