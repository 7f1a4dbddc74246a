"""What the name marker knows before it reads: titles, role nouns, states, bodies, short given names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from dateline.language import tables
from dateline.language.english import model, naming
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
    """The words of one kind in `data/name_words.tsv`: calendar, suffix, particle, stray, female, male."""
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
    roles = {row["role"] for row in tables.table("roles") if row["sector"]}
    arms = {row["word"] for row in tables.table("offices") if row["kind"] == "organ"}
    return frozenset(roles | arms | {"mayor", "citizen", "resident"})


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
def heads(at: str) -> dict[str, NameType]:
    """Nouns that say what kind of thing bears a name, by where they stand: `end`, `start`, `of` or `kind`."""
    rows = (row for row in tables.table("name_heads") if row["at"] == at)
    return {row["word"]: cast(NameType, row["type"]) for row in rows}


@cache
def bodies() -> dict[str, tuple[str, NameType]]:
    """Every form of a country, place or known body, with its canonical name and type."""
    found: dict[str, tuple[str, NameType]] = {}
    for row in tables.table("places"):
        if row["type"] != "NORP":
            for form in (row["name"], *_cell(row["aliases"])):
                found.setdefault(form, (row["name"], cast(NameType, row["type"])))
    for row in tables.table("countries"):
        for form in (row["name"], *_cell(row["aliases"])):
            found.setdefault(form, (row["name"], "GPE"))
        for form in _cell(row["capitals"]):
            found.setdefault(form, (_cell(row["capitals"])[0], "GPE"))
    for row in tables.table("organisations"):
        for form in (row["name"], *_cell(row["aliases"])):
            found.setdefault(form, (row["name"], "ORG"))
    for form, (name, kind) in list(found.items()):
        if len(form) > 4:
            found.setdefault(form.upper(), (name, kind))
    return found


@cache
def peoples() -> dict[str, str]:
    """Adjectives and names of the people of a country, place or group, each with the first adjective, or noun."""
    found: dict[str, str] = {}
    for row in (*tables.table("countries"), *tables.table("places")):
        adjectives = _cell(row["adjectives"])
        people = _cell(row["people"])
        for form in (*adjectives, *people):
            found.setdefault(form, (*adjectives, *people)[0])
    return found


@cache
def table() -> dict[str, tuple[tuple[tuple[str, ...], str, NameType], ...]]:
    """The names of all tables by their first token: tokens, canonical name, type; longer before shorter."""
    found: dict[str, list[tuple[tuple[str, ...], str, NameType]]] = {}
    every = [(form, *whole) for form, whole in bodies().items()]
    every += [(form, name, "NORP") for form, name in peoples().items()]
    for form, name, kind in every:
        tokens = tuple(token.text for token in model.english().make_doc(form))
        found.setdefault(tokens[0], []).append((tokens, name, kind))
    return {first: tuple(sorted(some, key=lambda one: (-len(one[0]), one[0]))) for first, some in found.items()}


@cache
def singles() -> frozenset[str]:
    """The names of the tables that are one token."""
    return frozenset(first for first, some in table().items() if any(len(tokens) == 1 for tokens, _, _ in some))


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


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Whether a capitalised word is a given name and no word of another kind."""
    return naming.is_given(word) and not is_plain(word) and word not in small("calendar")


def _cell(value: str) -> tuple[str, ...]:
    return tuple(value.split("|")) if value else ()
