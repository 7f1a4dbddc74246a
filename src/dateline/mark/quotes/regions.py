"""Quotation marks: the stretches of a paragraph that stand between them.

Double marks of any make (`"`, `“”`, `''`, `«»`) count everywhere; single ones where they open before a word
and close after one, outside double marks. A mark that is never closed runs to the paragraph's end: so is a quotation
printed that goes on in the next paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.cite import Span
from dateline.records.report import Block

_MARK = re.compile(r"[“”„«»\"]|''|``")
_SINGLE = re.compile(r"(?<![\w'’‘])['‘](?=[\w“\"$£€#@])(.+?)(?<=[\w.,!?…;:)\]%-])['’](?![\w'’])", re.S)
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")


def regions(text: str, block: Block) -> tuple[Span, ...]:
    """The quoted stretches of a block, marks included, in text order, none inside another."""
    doubles = tuple(_doubles(text, block))
    singles = tuple(_singles(text, block, doubles))
    return tuple(sorted((*doubles, *singles)))


def _doubles(text: str, block: Block) -> Iterator[Span]:
    start: int | None = None
    for mark in _MARK.finditer(text, block.start, block.end):
        opens = _opens(text, mark, block)
        if start is None:
            if opens is not False:
                start = mark.start()
        elif opens is not True:
            yield Span(start, mark.end())
            start = None
    if start is not None and block.end - start > 2:
        yield Span(start, block.end)


def _opens(text: str, mark: re.Match[str], block: Block) -> bool | None:
    """True for an opening mark, False for a closing one, None where the place does not tell."""
    if mark[0][0] in _OPENS or mark[0] == "``":
        return True
    if mark[0][0] in _CLOSES:
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    left = before.isspace() or before in "([—–-"
    right = after.isspace() or after in ")],.;:!?—–"
    if left == right:
        return None
    return left


def _singles(text: str, block: Block, doubles: tuple[Span, ...]) -> Iterator[Span]:
    start = block.start
    for stop in (*doubles, Span(block.end, block.end + 1)):
        for found in _SINGLE.finditer(text, start, max(start, stop.start)):
            if " " in found[1] or len(found[1]) > 3:
                yield Span(found.start(), found.end())
        start = stop.end
