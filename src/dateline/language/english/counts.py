"""English counts: a number in digits or words, its scale, its unit, and the noun that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.cite import Span
from dateline.language import tables
from dateline.language.counts import Count
from dateline.language.english import numbers

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_YEARS = range(1500, 2101)


def counts(text: str, within: Span) -> Iterator[Count]:
    """`two ships`, `1.5 million of its voters`, `$30`, `12 per cent`."""
    for match in _pattern().finditer(text, within.start, within.end):
        number = amount(match["number"])
        noun = "$" if match["sign"] else "%" if match["share"] else (match["noun"] or "").casefold().removesuffix("s")
        if number is not None and noun:
            yield Count(number * _SCALES.get((match["scale"] or "").casefold(), 1.0), noun, Span(*match.span()))


def amount(word: str) -> float | None:
    """The value of a number in digits or of a plain number word; None for any other word, and for a year."""
    plain = word.replace(",", "")
    if plain.replace(".", "", 1).isdigit():
        value = float(plain)
        return None if value in _YEARS and "," not in word and "." not in word else value
    return number_words().get(word.casefold())


@cache
def number_words() -> Mapping[str, float]:
    """Number words of one word, in lower case, and their values."""
    return {**numbers.cardinals(), **numbers.scales()}


@cache
def _pattern() -> re.Pattern[str]:
    """How many, and of what: a number in digits or a word, with its scale, and the noun that it counts."""
    words = "|".join(sorted(number_words(), key=lambda word: (-len(word), word)))
    function = "|".join(sorted(word for word in tables.words("stopwords") if word.isalpha()))
    return re.compile(
        rf"(?P<sign>[$£€]\s?)?\b(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{words})\b"
        rf"(?:[ -](?P<scale>{'|'.join(_SCALES)})\b)?(?P<share>\s?%|[ -]per ?cent\b)?"
        rf"(?:[ -](?:of (?:(?:her|his|its|the|their|our) )?)?(?!(?:{function})\b)(?P<noun>[a-z]{{3,}}))?",
        re.IGNORECASE,
    )
