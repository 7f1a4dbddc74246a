"""The same words with the parts exchanged: `Marsh invited Belic` and `Belic invited Marsh` tell two things.

It reads words alone: two names that follow one another in each text, in the one order and in the other, with the same words for
the deed between them. What only lists two (`Marsh and Belic`), turns a sentence to its passive (`Belic was invited by
Marsh`) or is done by both alike (`Marsh met Belic`) tells one thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations

from dateline.language import tables
from dateline.language.english.names import lists
from dateline.language.english.words import forms, function_words, root
from dateline.language.words import COMPOUND

NAMES = 12  # names of a sentence that are compared


def swaps_roles(one: str, other: str) -> bool:
    """Whether two sentences give the same deed to the same two names in exchanged parts."""
    (here, names), (there, others) = _words(one), _words(other)
    places = {word: place for place, word in reversed(others)}
    shared = [(place, word) for place, word in names if word in places]
    for (first, a), (second, b) in combinations(shared[:NAMES], 2):
        if places[b] < places[a]:
            deed = _deed(here[first + 1 : second])
            if deed and deed == _deed(there[places[b] + 1 : places[a]]):
                return True
    return False


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """The words of a sentence, and which of them are names, each with its place: a sentence is held against many."""
    words = tuple(word.replace("’", "'").removesuffix("'s") for word in COMPOUND.findall(text))
    return words, tuple((place, word) for place, word in enumerate(words) if _named(word))


def _named(word: str) -> bool:
    return word[0].isupper() and word.casefold() not in function_words()


def _deed(between: Sequence[str]) -> tuple[str, ...]:
    """The words between two names that say what the first does to the second; none where both do it alike.

    Offices (`President`, `the foreign minister`) and words of grammar say nothing, but for the `by` of a passive.
    """
    lower = [word for word in between if word[0].islower() and word not in _offices()]
    deed = [word for word in lower if word == "by" or word not in function_words()]
    said = [word for word in deed if word != "by"]
    return () if not said or _mutual() & set(said) else tuple(root(word) for word in deed)


@cache
def _offices() -> frozenset[str]:
    return lists.roles().union(*lists.titles())


@cache
def _mutual() -> frozenset[str]:
    """Every form of the verbs for what two do with one another."""
    verbs = {row["verb"] for row in tables.table("event_groups") if row["group"] == "meet"}
    return frozenset(form for verb in verbs for form in forms(verb))
