"""Words of a text around what was searched for, and these marked: found as the index of words finds them, but in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from dateline.store.rows import Piece

LONGEST = 260  # code points of an excerpt
BEFORE = 60  # of these, at most so many before the first found word
HITS = 40  # in one text: more than fit an excerpt, and what follows is likely no better
_TOKEN = re.compile(r"[^\W_]+")  # as SQLite's `unicode61` cuts words
_AGAIN = re.compile(r"[\W_]+")  # what stands between two words
_REST = re.compile(r"[^\W_]*")  # of a word
_MARKED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")  # Latin letters, some with marks that the index passes over
_SENTENCE = re.compile(r"[.!?…][”\"’')\]]*\s+|\n+")

Phrases = tuple[str, ...]
Hit = tuple[int, int, int]  # where it begins and ends, and which of the phrases it is


@lru_cache(maxsize=256)
def _wanted(phrases: Phrases) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """The words of each phrase, folded, and whether it finds what begins so (`*`); none of those without a letter or digit."""
    found = ((tuple(_TOKEN.findall(folded(phrase))), phrase.endswith("*")) for phrase in phrases)
    return tuple((words, begins) for words, begins in found if words)


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
    """Where the phrases stand in a text, the first `HITS` of them. None begins inside another."""
    small = folded(text)
    found = [
        (start, end, which)
        for which, (words, begins) in enumerate(_wanted(phrases), 1)
        if words[0] in small
        for start, end in islice(_standing(small, words, begins), HITS)
    ]
    if len(found) < 2:
        return found
    found.sort(key=lambda hit: (hit[0], hit[2]))
    apart = found[:1]
    for hit in found:
        if hit[0] >= apart[-1][1]:
            apart.append(hit)
    return apart[:HITS]


def _standing(small: str, words: tuple[str, ...], begins: bool) -> Iterator[tuple[int, int]]:
    """Where words stand in a folded text, one after the other, each whole; of the last `begins` takes what begins so.

    A word is looked for as it is: a pattern would take longer to be made than to look through most texts.
    """
    first, at = words[0], 0
    while (start := small.find(first, at)) >= 0:
        at = start + 1
        if start and small[start - 1].isalnum():
            continue
        end = start + len(first)
        for word in words[1:]:
            gap = _AGAIN.match(small, end)
            end = gap.end() + len(word) if gap and small.startswith(word, gap.end()) else -1
            if end < 0:
                break
        if end < 0:
            continue
        if begins and (rest := _REST.match(small, end)):
            end = rest.end()
        if end == len(small) or not small[end].isalnum():
            yield start, end
            at = end


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
