"""Words of a text around what was searched for, and these marked: found as the index of words finds them, but in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from dateline.store.rows import Piece

LONGEST = 260  # code points of an excerpt
BEFORE = 60  # of these, at most so many before the first found word
HITS = 40  # in one text: more than fit an excerpt, and what follows is likely no better
_TOKEN = re.compile(r"[^\W_]+")  # as SQLite's `unicode61` cuts words
_MARKED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")  # Latin letters, some with marks that the index passes over
_SENTENCE = re.compile(r"[.!?…][”\"’')\]]*\s+|\n+")

Phrases = tuple[str, ...]
Hit = tuple[int, int, int]  # where it begins and ends, and which of the phrases it is


@lru_cache(maxsize=256)
def pattern(phrases: Phrases) -> re.Pattern[str] | None:
    """What finds the phrases in a folded text, a group for each; one that ends in `*` finds what begins so.

    None where no phrase has a letter or digit.
    """
    found = [
        (r"[\W_]+".join(map(re.escape, tokens)) + (r"[^\W_]*" if phrase.endswith("*") else ""))
        for phrase in phrases
        if (tokens := _TOKEN.findall(folded(phrase)))
    ]
    if not found:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(f'({one})' for one in found)})(?![^\W_])")


def folded(text: str) -> str:
    """A text in small letters without the marks on them, code point for code point.

    >>> folded("Élan, À LA Mode")
    'elan, a la mode'
    """
    small = text.lower()
    if len(small) != len(text):  # a letter that is two when it is small
        small = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return small if small.isascii() else _MARKED.sub(_bare, small)


def _bare(found: re.Match[str]) -> str:
    return _letter(found[0])


@lru_cache(maxsize=1024)
def _letter(marked: str) -> str:
    """A letter without its marks; itself where it is more than a letter with marks."""
    parts = unicodedata.normalize("NFD", marked)
    return parts[0] if all(map(unicodedata.combining, parts[1:])) else marked


def hits(text: str, phrases: Phrases) -> list[Hit]:
    """Where the phrases stand in a text, the first `HITS` of them."""
    wanted = pattern(phrases)
    if wanted is None:
        return []
    found = islice(wanted.finditer(folded(text)), HITS)
    return [(one.start(), one.end(), one.lastindex or 0) for one in found]


def whole(text: str, some: Iterable[Hit]) -> tuple[Piece, ...]:
    """A text with what was found in it marked."""
    out, at = [], 0
    for start, end, _ in some:
        out += [Piece(text[at:start], False)] if at < start else []
        out.append(Piece(text[start:end], True))
        at = end
    return (*out, Piece(text[at:], False)) if at < len(text) else tuple(out)


def excerpt(text: str, some: Sequence[Hit]) -> tuple[Piece, ...]:
    """The stretch of a text in which most of what is searched for stands, marked; its beginning where none does."""
    if len(text) <= LONGEST:
        return whole(text, some)
    first = _best(some)
    begin = _begin(text, some[first][0]) if some else 0
    end = len(text)
    if end - begin > LONGEST:
        least = some[first][1] if some else begin + 1
        end = max(least, text.rfind(" ", begin, begin + LONGEST))
    inside = [(max(start, begin) - begin, stop - begin, which) for start, stop, which in some[first:] if stop <= end]
    opened = begin == 0 or any(found.end() == begin for found in _SENTENCE.finditer(text, max(0, begin - 8), begin))
    pieces = whole(text[begin:end], inside)
    before = () if opened else (Piece("…", False),)
    after = (Piece("…", False),) if end < len(text) else ()
    return (*before, *pieces, *after)


def _best(some: Sequence[Hit]) -> int:
    """The first hit of the stretch that holds most phrases, then most hits; the earliest of these."""
    best, found = 0, (0, 0)
    for number, (start, _, _) in enumerate(some):
        near = [which for _, end, which in some[number : number + 20] if end <= start + LONGEST - BEFORE]
        worth = (len(set(near)), len(near))
        if worth > found:
            best, found = number, worth
    return best


def _begin(text: str, start: int) -> int:
    """Where an excerpt begins whose first found word stands there: a sentence before it, or some words."""
    least = max(0, start - BEFORE)
    sentences = [found.end() for found in _SENTENCE.finditer(text, least, start)]
    if least == 0 or sentences:
        return sentences[-1] if sentences and (least or start > BEFORE // 2) else 0
    space = text.find(" ", least, start)
    return space + 1 if space >= 0 else start
