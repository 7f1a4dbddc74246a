"""Quotation marks: the stretches of a paragraph that stand between them.

Which marks there are is asked of the language. Single ones count outside double ones. A mark that is never closed runs to
the paragraph's end, as a quotation is printed that goes on in the next paragraph; a stray one holds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.cite import Span
from dateline.language.quotation import Quotation
from dateline.records.report import Block

_UNCLOSED = 700  # code points that a mark which nothing closes can hold, unless the next paragraph goes on with it
_INNER = (
    200  # code points within which a mark that opens again quotes inside a quotation; after more the first was astray
)
_BETWEEN = 6  # blocks after one that leaves a quotation open, in which it has to be closed
_TERM = 3  # code points of a single word in single marks that is taken for an abbreviation


def regions(text: str, block: Block, language: Quotation, *, goes_on: bool = False) -> tuple[Span, ...]:
    """The quoted stretches of a block, marks included, in text order, none inside another.

    `goes_on` where a quotation is open at the end of the block before: a mark that closes ends it, if it is the first here.
    """
    doubles = tuple(_doubles(text, block, language, goes_on=goes_on))
    singles = tuple(_singles(text, block, doubles, language))
    every = sorted((*doubles, *singles))
    return tuple(region for region in every if not language.names(text, region, block.start))


def is_open(text: str, region: Span, block: Block, language: Quotation) -> bool:
    """Whether a quotation is open at the end of its block: no mark closes it."""
    last = [mark for mark in language.MARK.finditer(text, region.start, region.end) if mark.end() == region.end]
    return region.end == block.end and (not last or last[0].start() == region.start)


def runs_on(text: str, blocks: Sequence[Block], language: Quotation) -> int:
    """How many blocks, the first of those that follow an open quotation, stand whole inside it.

    It has to be closed in the next block that has any mark, and soon: else a mark was left out and they are the report's own.
    """
    length = 0
    for number, block in enumerate(blocks[:_BETWEEN]):
        mark = language.MARK.search(text, block.start, block.end)
        if mark is not None:
            return number if _opens(text, mark, block, language) is False else 0
        length += block.end - block.start
        if block.label != "body" or length > _UNCLOSED:
            return 0
    return 0


def _doubles(text: str, block: Block, language: Quotation, *, goes_on: bool) -> Iterator[Span]:
    first = language.MARK.search(text, block.start, block.end) if goes_on else None
    start = block.start if first is not None and _opens(text, first, block, language) is not True else None
    opened = ""
    for mark in language.MARK.finditer(text, block.start, block.end):
        opens = _opens(text, mark, block, language)
        if start is None:
            if opens is not False:
                start, opened = mark.start(), mark[0]
        elif (
            opens is not True
            or (opened in language.LOW and mark[0] not in language.LOW)
            or _is_turned(text, mark)
            or (mark[0] == opened and _is_last(text, mark, block, language))
        ):
            yield Span(start, mark.end())
            start = None
        elif language.names(text, Span(start, mark.start()), block.start) or (
            mark.start() - start > _INNER and "\n" not in text[: mark.start()][-2:]
        ):
            start, opened = mark.start(), mark[0]  # the first mark was a stray one
    if (
        start is not None
        and block.end - start > 2
        and (block.end - start <= _UNCLOSED or _follows(text, block, language))
    ):
        yield Span(start, block.end)


def _follows(text: str, block: Block, language: Quotation) -> bool:
    """Whether the next words of the report open a quotation: one that is not closed before goes on there."""
    place = block.end
    while place < len(text) and text[place].isspace():
        place += 1
    return language.MARK.match(text, place) is not None


def _is_turned(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark that opens closes by its place: behind a comma or stop, a space and small letters after it."""
    before, after = text[max(0, mark.start() - 3) : mark.start()].rstrip(" "), text[mark.end() : mark.end() + 2]
    return before[-1:] in (",", ".", "!", "?") and after[:1] == " " and after[1:].islower()


def _is_last(text: str, mark: re.Match[str], block: Block, language: Quotation) -> bool:
    """Whether a mark that opens, set apart behind a sentence, closes: no other one closes before the next opens or the block
    ends.
    """
    if text[mark.start() - 1 : mark.start()] != " " or text[mark.start() - 2 : mark.start() - 1] not in (".", "!", "?"):
        return False
    following = language.MARK.search(text, mark.end(), block.end)
    return text[mark.end() : mark.end() + 1] == " " and (
        following is None or _opens(text, following, block, language) is True
    )


def _opens(text: str, mark: re.Match[str], block: Block, language: Quotation) -> bool | None:
    """True for an opening mark, False for a closing one, None where neither the mark nor its place tells."""
    usual = True if mark[0] in language.OPENS else False if mark[0] in language.CLOSES else None
    if usual is False and text.count(mark[0], block.start, block.end) > 1:
        alone = not any(text.find(opening, block.start, block.end) >= 0 for opening in language.OPENS)
        usual = None if alone else usual  # `”The pier is old,” she said`: one mark for both hands
    if usual is not None and mark[0] not in language.TURNED:
        return usual
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    if usual is None and mark.end() == block.end and text[block.start : mark.start()].strip():
        return False  # nothing is left that it could open
    left = before.isspace() or before in "([—–-"
    right = after.isspace() or after in ")],.;:!?—–"
    if left == right:
        return usual
    return left


def _singles(text: str, block: Block, doubles: tuple[Span, ...], language: Quotation) -> Iterator[Span]:
    start = block.start
    for stop in (*doubles, Span(block.end, block.end + 1)):
        for single in language.SINGLE.finditer(text, start, max(start, stop.start)):
            if " " in single[1] or len(single[1]) > _TERM:
                yield Span(single.start(), single.end())
        start = stop.end
