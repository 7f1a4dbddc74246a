"""What a stretch of a report is about: stems of its content words, who and what it names, and its numbers.

Two reports seldom use the same words for the same thing, so words are compared by stem (`invited`, `invitation`),
names by who they name in the story (`Mr Rind`, `the skipper Olav Rind`), countries by their country.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.language import tables

WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")

# Endings that a word loses, longest first; what is left keeps at least three letters, so that `bring` stays.
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "itions", "ements", "ation", "ition", "ement", "ments",
    "ities", "ingly", "ances", "ences", "ment", "ions", "ings", "ance", "ence", "edly", "ying", "ers", "ors", "ity",
    "ion", "ing", "ied", "ies", "ive", "ed", "es", "er", "or", "ly", "al", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 3
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: at for at, word in enumerate(_UNITS)} | {word: 10 * at for at, word in enumerate(_TENS, 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@cache
def function_words() -> frozenset[str]:
    """Words that do not tell what a sentence is about."""
    return tables.words("stopwords")


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["word"] for row in tables.table("word_forms")}


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


@cache
def stem(word: str) -> str:
    """A word (lower case) without its endings; irregular forms by their verb. The same for all forms of a word."""
    word = word.replace("’", "'").removesuffix("'s").replace("'", "").replace(".", "")
    word = _irregular().get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]  # planned, plan
    return word


def plain(text: str) -> str:
    """Words of a text in lower case, one blank between them: what is the same in two prints of the same words."""
    return " ".join(one.casefold().replace("’", "'") for one in WORD.findall(text))


def content(text: str) -> frozenset[str]:
    """Stems of a text's content words, numbers and names among them."""
    some = (word for word in plain(text).split() if word not in function_words())
    return frozenset(stem(word) for word in some)
