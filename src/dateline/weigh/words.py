"""What a stretch of a report is about: stems of its content words, who and what it names, and its numbers.

Two reports seldom use the same words for the same thing, so words are compared by stem (`invited`, `invitation`),
names by who they name in the story (`Mr Rind`, `the skipper Olav Rind`), countries by their country.
"""

from __future__ import annotations

from functools import cache

from dateline import language
from dateline.language import tables
from dateline.language.words import WORD, plain
from dateline.language.words import content as plain_content

__all__ = ["SCALES", "SMALL", "WORD", "content", "country", "plain", "state", "stem"]

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: at for at, word in enumerate(_UNITS)} | {word: 10 * at for at, word in enumerate(_TENS, 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@cache
def _countries() -> dict[str, str]:
    """Folded names, adjectives, peoples and capitals, each to its country: a government goes by its capital."""
    out: dict[str, str] = {}
    for row in tables.table("countries"):
        for column in ("capitals", "people", "adjectives", "aliases", "name"):
            for form in row[column].split("|"):
                if form:
                    out[form.casefold()] = row["name"]
    return out


def country(name: str) -> str | None:
    """The country that a name, adjective or capital stands for; None when it is none."""
    folded = name.casefold().removeprefix("the ")
    return _countries().get(folded)


@cache
def _codes() -> dict[str, str]:
    return {row["code"]: row["name"] for row in tables.table("countries")}


def state(code: str | None) -> str | None:
    """The name of the state that a CAMEO actor code begins with; None when it names none."""
    return _codes().get((code or "")[:3])


def stem(word: str, tongue: str | None = None) -> str:
    """The root of a word in plain form, in the language of a tag."""
    return language.of(tongue).words.root(word)


def content(text: str, tongue: str | None = None) -> frozenset[str]:
    """Roots of a text's content words, numbers and names among them, in the language of a tag."""
    return plain_content(text, language.of(tongue).words)
