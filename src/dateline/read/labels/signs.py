"""Signs that a machine rewrote, translated or cut a text. A well-made report bears none.

One sign is weak: people mistype too. Signs of two kinds make a report a machine-rewritten one. `signs.score` weighs them all;
how often ordinary reports bear them is measured in docs/explanation/measured.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline import language
from dateline.cite import Span, cite
from dateline.language import furniture
from dateline.language.rewriting import Rewriting
from dateline.read.labels.units import closed
from dateline.records.report import TOLD, Block, Label, Sign, SignKind

_ID = re.compile(r"\[\d{6,}\]")
_STOP_FIRST = re.compile(r"^\s*[.,;]\s+\S[^\n]*")
_STRAY = re.compile(r"^[a-z]+\.\s+(?=[A-Z])")
_LOWER = re.compile(r"^[a-zß-ÿ]+\s[^\n]*")
_MARKS = re.compile(r"““|“\s?”(?!\w)|«\s?»|(?<!\S)\"\"(?!\S)")  # one opens twice, or holds nothing
_CLOSES = re.compile(r"^[^\"“”„«»‟]*[\w,.!?](”)(?=\s|$)")  # a closing mark before any other
_OPENED = re.compile(r"[\"“„‟«][^\"“”„‟«»]*$")
_NOTICE = 300  # code points of a passage that may be a notice
_OWN: tuple[Label, ...] = ("headline", "body", "caption", "debris", "boilerplate", "deck", "related")
_Found = tuple[int, int, SignKind, str]  # start and end in the text, the kind, and what it is


def signs(name: str, text: str, blocks: tuple[Block, ...], tag: str | None = None) -> tuple[Sign, ...]:
    """The signs in a text, in order, each with its place. `tag` is its language, which knows what its words show."""
    rewriting = language.of(tag).rewriting
    found = [*_signs(text, blocks), *(_of_words(text, blocks, rewriting) if rewriting else ())]
    return tuple(Sign(kind, cite(name, text, Span(start, end)), note) for start, end, kind, note in sorted(set(found)))


def _signs(text: str, blocks: tuple[Block, ...]) -> Iterator[_Found]:
    """What is a sign in any language."""
    for number in _ID.finditer(text):
        yield *number.span(), "scraper-id", "a number that a scraper left in the text"
    for block in blocks:
        yield from _of_form(block, block.span.of(text))
    goes_on = quoted = False
    for block in blocks:
        if block.label not in _OWN or block.label == "headline":
            continue
        words = block.span.of(text)
        if lost := _headless(block, words, goes_on):
            yield lost
        goes_on = block.label == "body" and not closed(words)
        if block.label == "body" and not quoted and (stray := _CLOSES.search(words)):
            yield _at(block, stray.span(1), "garbled", "a quotation mark that closes nothing")
        quoted = bool(_OPENED.search(words))


def _at(block: Block, place: tuple[int, int], kind: SignKind, note: str) -> _Found:
    return block.start + place[0], block.start + place[1], kind, note


def _headless(block: Block, words: str, goes_on: bool) -> _Found | None:
    """The start of a passage that has lost what stood before it; `goes_on`: the passage before is left open."""
    if at := _STOP_FIRST.match(words):
        return block.start, block.start + min(at.end(), 120), "orphan-fragment", "starts with the end of a sentence"
    if at := _STRAY.match(words):
        return block.start, block.start + at.end(), "orphan-fragment", "the last word of a sentence that is lost"
    if block.label == "body" and not goes_on and (at := _LOWER.match(words)):
        return block.start, block.start + min(at.end(), 160), "orphan-fragment", "a sentence without its beginning"
    return None


def _of_form(block: Block, words: str) -> Iterator[_Found]:
    """The signs that single passages give by their form."""
    for marks in _MARKS.finditer(words) if block.label in TOLD else ():
        yield _at(block, marks.span(), "garbled", "a broken pair of quotation marks")
    if block.label == "headline" and (begun := _STOP_FIRST.match(words)):
        yield _at(block, begun.span(), "garbled", "a title that is cut inside a phrase")
    if block.label == "body" and (cut := furniture.notices.cut_short(words)):
        yield _at(block, cut, "truncated", "the text goes on elsewhere")
    if len(words) < _NOTICE and (said := furniture.notices.says_translated(words)):
        yield _at(block, said, "translated", "says that a machine translated it")


def _of_words(text: str, blocks: tuple[Block, ...], rewriting: Rewriting) -> Iterator[_Found]:
    """The signs that the words of a language give."""
    for block in blocks:
        words = block.span.of(text)
        for start, end, note in rewriting.swapped(words):
            yield _at(block, (start, end), "odd-synonym", note)
        for start, end, note in rewriting.garbled(words) if block.label in _OWN else ():
            yield _at(block, (start, end), "garbled", note)
        if block.label == "headline" and (cut := rewriting.cut_title(words)):
            yield _at(block, cut[:2], "garbled", cut[2])
