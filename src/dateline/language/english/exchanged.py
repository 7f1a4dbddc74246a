"""The same words with the parts exchanged: `Marsh invited Belic` and `Belic invited Marsh` tell two things.

Both the search for copies and the weighing of what reports say ask this, so it stands on a floor below the rooms. It reads
words alone: two names that follow one another in each text, in the one order and in the other, with the same words for
the deed between them. What only lists two (`Marsh and Belic`), turns a sentence to its passive (`Belic was invited by
Marsh`) or is done by both alike (`Marsh met Belic`) tells one thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations

from dateline.language import tables

NAMES = 12  # names of a sentence that are compared
ALIKE = 5  # first letters by which two forms of a word are one (`invites`, `invited`)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def turned(one: str, other: str) -> bool:
    """Whether two sentences give the same deed to the same two names in exchanged parts."""
    here, there = _words(one), _words(other)
    found = {word: at for at, word in reversed(list(enumerate(there))) if _named(word)}
    shared = [(at, word) for at, word in enumerate(here) if _named(word) and word in found]
    for (first, a), (second, b) in combinations(shared[:NAMES], 2):
        if found[b] < found[a]:
            deed = _deed(here[first + 1 : second])
            if deed and deed == _deed(there[found[b] + 1 : found[a]]):
                return True
    return False


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))


def _named(word: str) -> bool:
    return word[0].isupper() and word.casefold() not in tables.words("stopwords")


def _deed(between: Sequence[str]) -> tuple[str, ...]:
    """The words between two names that say what the first does to the second; none where both do it alike.

    Offices (`President`, `the foreign minister`) and words of grammar say nothing, but for the `by` of a passive.
    """
    told = [word for word in between if word[0].islower() and word not in _offices()]
    deed = [word for word in told if word == "by" or word not in tables.words("stopwords")]
    said = [word for word in deed if word != "by"]
    return () if not said or _mutual() & set(said) else tuple(word[:ALIKE] for word in deed)


@cache
def _offices() -> frozenset[str]:
    return tables.words("roles") | {part for title in tables.words("titles") for part in title.casefold().split()}


@cache
def _mutual() -> frozenset[str]:
    """Every form of the verbs for what two do with one another."""
    verbs = {row["verb"] for row in tables.table("event_groups") if row["group"] == "meet"}
    irregular = {row["form"] for row in tables.table("word_forms") if row["word"] in verbs}
    return frozenset(irregular | {verb + ending for verb in verbs for ending in ("", "s", "d", "ed", "ing")})
