"""What the name marker knows before it reads: titles, role nouns, states, bodies, short given names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline import lexicon
from dateline.records import NameType


@dataclass(frozen=True, slots=True)
class Title:
    """A title that stands before a name. `kind`: `honorific`, `style`, `title`; `gender`: m, f or empty."""

    kind: str
    gender: str


@cache
def small(kind: str) -> frozenset[str]:
    """The words of one kind in `data/name_words.tsv`: calendar, suffix, particle, stray, female, male."""
    return frozenset(row["word"] for row in lexicon.table("name_words") if row["kind"] == kind)


@cache
def titles() -> dict[tuple[str, ...], Title]:
    """Titles by their words in lower case, without full stops."""
    return {
        tuple(word.rstrip(".").lower() for word in row["title"].split()): Title(row["kind"], row["gender"])
        for row in lexicon.table("titles")
    }


@cache
def abbreviated() -> frozenset[str]:
    """Titles of one word that are written with a full stop (`Sen.`), and honorifics: a name follows."""
    return frozenset(
        row["title"]
        for row in lexicon.table("titles")
        if " " not in row["title"] and (row["kind"] == "honorific" or row["title"].endswith("."))
    )


@cache
def roles() -> frozenset[str]:
    """Nouns that say what somebody is, and titles of one word, in lower case."""
    single = (words[0] for words, title in titles().items() if len(words) == 1 and title.kind == "title")
    return lexicon.words("roles") | frozenset(single)


@cache
def bodies() -> dict[str, tuple[str, NameType]]:
    """Every form of a country, capital or known body, with its canonical name and type."""
    found: dict[str, tuple[str, NameType]] = {}
    for row in lexicon.table("countries"):
        for form in (row["name"], *_cell(row["aliases"])):
            found.setdefault(form, (row["name"], "GPE"))
        for form in _cell(row["capitals"]):
            found.setdefault(form, (_cell(row["capitals"])[0], "GPE"))
    for row in lexicon.table("organisations"):
        for form in (row["name"], *_cell(row["aliases"])):
            found.setdefault(form, (row["name"], "ORG"))
    for form, (name, kind) in list(found.items()):
        if len(form) > 4:
            found.setdefault(form.upper(), (name, kind))
    return found


@cache
def peoples() -> dict[str, str]:
    """Adjectives and names of a country's people, each with the adjective to call them by."""
    found: dict[str, str] = {}
    for row in lexicon.table("countries"):
        adjectives = _cell(row["adjectives"])
        for form in (*adjectives, *_cell(row["people"])):
            found.setdefault(form, (adjectives or (form,))[0])
    return found


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Given names in lower case, each with those that it may stand for or be short for (`jim`: `james`)."""
    found: dict[str, set[str]] = {}
    for row in lexicon.table("nicknames"):
        for short in _cell(row["short"]):
            found.setdefault(row["name"], set()).add(short)
            found.setdefault(short, set()).add(row["name"])
    return {name: frozenset(others) for name, others in found.items()}


def _cell(value: str) -> tuple[str, ...]:
    return tuple(value.split("|")) if value else ()
