"""English words: of grammar, of everything and nothing, and when two forms are one word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from dateline.language import tables

# Endings that a word loses, longest first; what is left keeps at least three letters, so that `bring` stays.
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "itions", "ements", "ation", "ition", "ement", "ments",
    "ities", "ingly", "ances", "ences", "ment", "ions", "ings", "ance", "ence", "edly", "ying", "ers", "ors", "ity",
    "ion", "ing", "ied", "ies", "ive", "ed", "es", "er", "or", "ly", "al", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 3
_VOWELS = frozenset("aeiou")
# What the templates of findings begin with, beside function words.
_ASKING = frozenset({"why", "when", "where", "who", "how", "many", "which", "what", "or", "and", "but", "not", "is"})
_AMOUNTS = frozenset({"hundreds", "thousands", "millions", "billions", "dozens", "half", "twice"})
_ONE = frozenset({"zero", "one"})


@cache
def function_words() -> frozenset[str]:
    """Words that carry grammar rather than content."""
    return tables.words("stopwords")


@cache
def common_words() -> frozenset[str]:
    """Words that stand in texts about anything; not words of saying, by which headlines of one story are alike."""
    saying = {row["word"] for row in tables.table("stopwords") if row["kind"] == "saying"}
    return (function_words() | tables.words("common_words")) - saying


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["word"] for row in tables.table("word_forms")}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its endings."""
    return _cut(_bare(word))


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """The stem of a word, of irregular forms that of their verb. The same for all forms of a word."""
    bare = _bare(word)
    return _cut(_irregular().get(bare, bare))


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").replace("'", "").replace(".", "")


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]  # planned, plan
    return word


def forms(word: str) -> frozenset[str]:
    """The forms of a verb or noun, its irregular ones and nouns of action too."""
    return _irregular_forms().get(word, frozenset()) | regular_forms(word)


def regular_forms(word: str) -> frozenset[str]:
    """The forms that a regular verb or noun has, and some that it has not: they do no harm in a look-up."""
    cut, last = word[:-1], word[-1]
    if last == "e":
        tied = {f"{cut[:-1]}ying"} if cut[-1:] == "i" else set()  # `lying`, and no `deploying` of `deplore`
        return frozenset({word, f"{word}s", f"{word}d", f"{cut}ing", f"{word}ing"} | tied)
    if last == "y" and cut[-1:] not in _VOWELS:
        return frozenset({word, f"{cut}ies", f"{cut}ied", f"{word}ing"})
    return frozenset(word + ending for ending in ("", "s", "es", "ed", "ing", f"{last}ed", f"{last}ing"))


@cache
def _irregular_forms() -> Mapping[str, frozenset[str]]:
    by_word: dict[str, set[str]] = {}
    for form, word in _irregular().items():
        by_word.setdefault(word, set()).add(form)
    return {word: frozenset(own) for word, own in by_word.items()}


@cache
def openers() -> frozenset[str]:
    """Words that may stand with a capital where a sentence begins, and name nobody."""
    return frozenset({word.casefold() for word in tables.words("openers")} | _ASKING | function_words())


@cache
def amounts() -> frozenset[str]:
    """Words that say how many, from two on."""
    return (tables.words("numbers") | _AMOUNTS) - _ONE
