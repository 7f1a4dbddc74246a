"""When two names of persons may be one: folding, suffixes, particles, given names, their short forms and gender."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from dateline.language import tables
from dateline.language.english.names import lists

LONG = 4  # letters of a word from which one letter is a slip, and not another name (`Rao`, `Rae`)


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """A name as names are compared: lower case, no accents, no full stops, no article, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("\xad", ""))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "").lower()
    return " ".join(bare.removeprefix("the ").split())


@lru_cache(maxsize=50_000)
def split(name: str) -> tuple[tuple[str, ...], str]:
    """The folded words of a name (hyphens part words) without its suffix, and that suffix (`jr`) or an empty string."""
    parts = fold(name.replace(",", " ").replace("-", " ")).split()
    if len(parts) > 1 and parts[-1] in _suffixes():
        return tuple(parts[:-1]), parts[-1]
    return tuple(parts), ""


def same(a: str, b: str) -> bool:
    """Whether two full names may be forms of one.

    The suffix agrees (`III` and `Sr.` may be left out, `Jr.` not), and either one is the beginning of the other (`Ana Reyes`,
    `Ana Reyes Vega`) or its end (`P. Aldo Reyes`, `Aldo Reyes`, who goes by the second name), or surname and given name agree
    (initials and short forms count) and the middle names of one stand in the other.
    """
    (a_words, a_suffix), (b_words, b_suffix) = split(a), split(b)
    few, many = sorted((a_words, b_words), key=len)
    if not _same_suffix(a_suffix, b_suffix) or len(few) < 2:
        return False
    if few in (many[: len(few)], many[-len(few) :]):
        return True
    if few[-1] != many[-1] or not same_given(few[0], many[0]):
        return False
    left = iter(many[1:-1])
    return all(any(_initial(word, other) for other in left) for word in few[1:-1])


def same_given(a: str, b: str) -> bool:
    """Whether two given names, folded, may be one: equal, an initial, or a short form."""
    return _initial(a, b) or (a, b) in _shorts()


def is_slip(word: str, other: str) -> bool:
    """Whether two words, folded, differ by a letter, or two that changed places (Damerau 1964); an added `s` is a plural."""
    few, many = sorted((word, other), key=len)
    if len(few) < LONG or len(many) - len(few) > 1 or few == many or few + "s" == many:
        return False
    start = next((at for at, letter in enumerate(few) if letter != many[at]), len(few))
    if len(few) < len(many):
        return few[start:] == many[start + 1 :]
    turned = few[start : start + 2] == many[start : start + 2][::-1] and few[start + 2 :] == many[start + 2 :]
    return turned or few[start + 1 :] == many[start + 1 :]


def slips(word: str) -> frozenset[str]:
    """A word, and all that is left of it without one of its letters: of two words of which one is a slip both have some.

    >>> sorted(slips("rao") & slips("rae"))
    ['ra']
    """
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})


def is_given(word: str) -> bool:
    """Whether a word, in any case, is a given name of the lists; of a hyphened one (`Jean-Luc`) the first part."""
    folded = fold(word)
    return folded in _given() or ("-" in folded and folded.split("-")[0] in _given())


@lru_cache(maxsize=20_000)
def is_only_given(word: str) -> bool:
    """Whether a capitalised word is a given name and no word of another kind."""
    return is_given(word) and not lists.is_plain(word) and word not in lists.small("calendar")


def is_particle(word: str) -> bool:
    """Whether a word, as written, is a small word inside names (`van`)."""
    return word in lists.small("particle")


def surname(name: str) -> str | None:
    """The last word of a full name, as written, without its suffix; None of a name of one word, or of a short last word."""
    words = [word.rstrip(",") for word in name.split() if word.rstrip(",") not in lists.small("suffix")]
    return words[-1] if len(words) > 1 and len(words[-1]) > 2 else None


def _same_suffix(a: str, b: str) -> bool:
    return a == b or (not (a and b) and (a or b) in ("sr", "ii", "iii", "iv"))


def gender(name: str) -> str:
    """`f` or `m` where the given name of a full name is nearly always a woman's or a man's; else empty: not known."""
    words = split(name)[0]
    return _genders().get(words[0], "") if len(words) > 1 else ""


def _initial(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(map(fold, lists.small("suffix")))


@cache
def _shorts() -> frozenset[tuple[str, str]]:
    rows = tables.table("nicknames")
    pairs = {(row["name"], short) for row in rows for short in row["short"].split("|")}
    return frozenset(pairs | {(short, name) for name, short in pairs})


@cache
def _genders() -> Mapping[str, str]:
    rows = (*tables.table("name_genders"), *tables.table("given_names"))
    return {fold(row["name"]): row["gender"] for row in rows if row["gender"]}


@cache
def _given() -> frozenset[str]:
    english = {name for pair in _shorts() for name in pair if len(name) > 2}
    counted = {name for name in tables.words("name_genders") if not lists.is_plain(name.title())}
    return frozenset({fold(name) for name in tables.words("given_names")} | english | counted)
