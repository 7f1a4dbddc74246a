"""The word lists behind English names: titles, role nouns, offices, heads, small words, and the dictionary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from dateline.language import tables
from dateline.language.english import model
from dateline.records.marks import NameType

_ENDINGS = (
    ("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")), ("ied", ("y",)),
    ("er", ("", "e")), ("'s", ("",)), ("’s", ("",)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """A title that stands before a name. `kind`: `honorific`, `style`, `title`; `gender`: m, f or empty."""

    kind: str
    gender: str


@cache
def small(kind: str) -> frozenset[str]:
    """The words of one kind in `data/name_words.tsv`, which says what its kinds are: calendar, suffix, particle ..."""
    return frozenset(row["word"] for row in tables.table("name_words") if row["kind"] == kind)


@cache
def titles() -> dict[tuple[str, ...], Title]:
    """Titles by their words in lower case, without full stops."""
    return {
        tuple(word.rstrip(".").lower() for word in row["title"].split()): Title(row["kind"], row["gender"])
        for row in tables.table("titles")
    }


def gender(word: str) -> str:
    """The gender that a title of one word gives: m, f or empty."""
    title = titles().get((word.rstrip(".").lower(),))
    return title.gender if title else ""


@cache
def abbreviated() -> frozenset[str]:
    """Titles of one word that are written with a full stop (`Sen.`), and honorifics: a name follows."""
    return frozenset(
        row["title"]
        for row in tables.table("titles")
        if " " not in row["title"] and (row["kind"] == "honorific" or row["title"].endswith("."))
    )


@cache
def roles() -> frozenset[str]:
    """Nouns that say what somebody is, and titles of one word, in lower case."""
    single = (words[0] for words, title in titles().items() if len(words) == 1 and title.kind == "title")
    nouns = tables.words("roles")
    return nouns | frozenset(word for word in single if not (word[-1] == "s" and word[:-1] in nouns))


@cache
def holders() -> frozenset[str]:
    """Roles of those who serve a state or town, and its arms, in lower case (`minister`, `mayor`, `police`)."""
    return frozenset({*role_sectors(), *organ_sectors(), "mayor", "citizen", "resident"})


@cache
def role_sectors() -> dict[str, str]:
    """Roles of those who serve a state, in lower case, each with its CAMEO sector (`minister`: GOV)."""
    return {row["role"]: row["sector"] for row in tables.table("roles") if row["sector"]}


@cache
def organ_sectors() -> dict[str, str]:
    """Arms of a state, in lower case, each with its CAMEO sector, or none (`ministry`: GOV)."""
    return {row["word"]: row["sector"] for row in tables.table("offices") if row["kind"] == "organ"}


def is_role(word: str) -> bool:
    """Whether a word, in any case and with a full stop or without, says what somebody is."""
    return word.rstrip(".").lower() in roles()


def is_company(word: str) -> bool:
    """Whether a capitalised word is the legal form at the end of a firm's name (`Inc.`)."""
    return (word[:1].isupper() or word == "plc") and word.rstrip(".").lower() in small("company")


@lru_cache(maxsize=1000)
def is_sort(word: str) -> bool:
    """Whether a word is a sort of people (`Workers`, `Women`, `King`), as may own a body (`Workers' Party`)."""
    return word.lower() in ("people", "women", "men", "children") or any(
        stem in roles() for stem in _stems(word.lower())
    )


@cache
def offices() -> frozenset[str]:
    """Words of which the names of offices are made, in lower case: `deputy`, `foreign`, `defence`."""
    return tables.words("offices")


@cache
def heads(place: str) -> dict[str, NameType]:
    """Nouns that say what kind of thing bears a name, by where they stand: `end`, `start`, `of` or `kind`."""
    rows = (row for row in tables.table("name_heads") if row["at"] == place)
    return {row["word"]: cast(NameType, row["type"]) for row in rows}


def is_head(name: str) -> bool:
    """Whether a name, as written, ends in a noun that says what bears it."""
    return name.split()[-1].title() in heads("end")


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """Whether a word in any case is, or is a form of, a verb, adjective, adverb or common noun of the dictionary."""
    return is_plain(word) or any(form in model.dictionary()[1] for form in _stems(word.lower()))


@lru_cache(maxsize=20_000)
def is_plain(word: str) -> bool:
    """Whether a word is, or is a form of, a verb, adjective or adverb of the dictionary."""
    return any(form in model.dictionary()[0] for form in _stems(word.lower()))


def _stems(word: str) -> tuple[str, ...]:
    stems = [word]
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stems += [word[: -len(ending)] + other for other in others]
    return tuple(stems)
