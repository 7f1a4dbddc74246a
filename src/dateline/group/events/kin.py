"""How near are two verbs or event nouns? By their senses in WordNet, by their letters, and by what annotated news made of them.

None of this knows the story: it says what two words may mean, the story says what they do mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from dateline.language import tables

HUNDREDTHS = 100.0
NEAR = 0.3  # from here on two words may well tell of one kind of event
GRAM = 3  # letters

Pair = tuple[str, str]


@cache
def _listed() -> Mapping[str, str]:
    return {row["word"]: row["concepts"] for row in tables.table("event_senses")}


@cache
def _concepts(word: str) -> Mapping[int, float]:
    """The concepts of a word, each with its weight: of the table's thousands of words few are asked for."""
    cells = (cell.split(":") for cell in _listed().get(word, "").split())
    return {int(concept): int(weight) / HUNDREDTHS for concept, weight in cells}


@cache
def odds() -> Mapping[Pair, float]:
    """Log-odds, above those of any two words, that two lemmas told of one event in annotated stories (the lesser first)."""
    return {(row["a"], row["b"]): float(row["odds"]) for row in tables.table("event_kin")}


def ordered(a: str, b: str) -> Pair:
    """The two lemmas as `odds` has them."""
    return (a, b) if a <= b else (b, a)


@lru_cache(maxsize=1 << 16)
def senses(a: str, b: str) -> float:
    """How near the senses of two words are, 0 to 1: the weightiest concept that both have."""
    here, there = _concepts(a), _concepts(b)
    return max((here[concept] * there[concept] for concept in here.keys() & there.keys()), default=0.0)


@lru_cache(maxsize=1 << 16)
def letters(a: str, b: str) -> float:
    """The share of runs of three letters that two words have in common."""
    here, there = _grams(a), _grams(b)
    both = len(here & there)
    return both / (len(here) + len(there) - both)


@lru_cache(maxsize=1 << 14)
def _grams(word: str) -> frozenset[str]:
    marked = f"^{word}"
    return frozenset(marked[at : at + GRAM] for at in range(max(1, len(marked) - GRAM + 1)))


def nearness(pairs: Sequence[Pair]) -> list[tuple[float, float]]:
    """Of each pair of words how near their senses and their letters are."""
    return [(senses(*ordered(a, b)), letters(*ordered(a, b))) for a, b in pairs]


def related(words: Sequence[str], known: Mapping[Pair, float]) -> Iterator[Pair]:
    """Pairs of some words (in order, each once) that may well tell of one kind of event: near in sense, or `known` to."""
    here = set(words)
    seen = {(a, b) for (a, b), value in known.items() if a in here and b in here and a != b and value > 0}
    holders: dict[int, list[str]] = {}
    for word in words:
        for concept in _concepts(word):
            holders.setdefault(concept, []).append(word)
    shared = {pair for held in holders.values() for pair in combinations(held, 2)}
    yield from sorted(seen | {pair for pair in shared if senses(*ordered(*pair)) >= NEAR})
