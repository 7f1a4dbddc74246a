"""Numbers in English words (`language.numbers.Numbers`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from dateline.language import tables

_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+")
_PARTED = re.compile(r"[\s-]+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@cache
def cardinals() -> Mapping[str, float]:
    """Each single word of a plain number with its value."""
    return {row["word"]: float(row["value"]) for row in tables.table("numbers") if row["kind"] == "number"}


@cache
def scales() -> Mapping[str, float]:
    """Each word that multiplies what stands before it, with its value."""
    return {row["word"]: float(row["value"]) for row in tables.table("numbers") if row["kind"] == "scale"}


@cache
def ordinals() -> Mapping[str, int]:
    """Each ordinal that is one word, with its number."""
    return {row["word"]: int(row["value"]) for row in tables.table("ordinals")}


@lru_cache(maxsize=10_000)
def value(text: str) -> float | None:
    """The number that words or figures make; None where any of them belongs to no number.

    >>> value("1,200"), value("Twenty-one"), value("two hundred and fifty thousand"), value("a dog")
    (1200.0, 21.0, 250000.0, None)
    """
    parts = []
    words = _PARTED.split(text.strip().lower())
    for place, word in enumerate(words):
        scale = scales().get(word)
        plain = float(word.replace(",", "")) if _FIGURE.fullmatch(word) else cardinals().get(word)
        if scale is not None:
            parts.append((scale, True))
        elif plain is not None:
            parts.append((plain, False))
        elif word != "and" or not 0 < place < len(words) - 1:
            return None
    return composed(parts)


def inside(text: str) -> str:
    """Words that no longer begin a sentence: a number word at their head in lower case, all others as they are."""
    return text[:1].lower() + text[1:] if text and value(text.split()[0]) is not None else text


def composed(parts: Iterable[tuple[float, bool]]) -> float:
    """The number that parts make in their order: each a value, and whether it multiplies what stands before it.

    >>> composed([(2, False), (100, True), (50, False), (1000, True)])
    250000.0
    """
    total, number = 0.0, 0.0
    for part, multiplies in parts:
        if not multiplies:
            number += part
            continue
        number = max(number, 1.0) * part
        if part > 100:
            total, number = total + number, 0.0
    return total + number


def ordinal(word: str) -> int | None:
    """The number that an ordinal stands for; None where the word is none.

    >>> ordinal("third"), ordinal("Thirty-first"), ordinal("21st"), ordinal("three")
    (3, 31, 21, None)
    """
    figures = _ORDINAL.fullmatch(word.lower())
    if figures:
        return int(figures[1])
    ten, hyphen, unit = word.lower().rpartition("-")
    number = ordinals().get(unit)
    if number is None or not hyphen:
        return number
    tens = cardinals().get(ten, 0)
    return int(tens) + number if tens >= 20 and number < 10 else None
