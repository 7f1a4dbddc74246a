"""Names that the tables know: countries and their peoples, places, bodies; each with its canonical name and type."""

from __future__ import annotations

from functools import cache
from typing import cast

from dateline.language import tables
from dateline.language.english import model, places
from dateline.language.english.names.persons import fold
from dateline.records.marks import NameType

Listed = tuple[tuple[str, ...], str, NameType]  # the tokens of a form, its canonical name, its type


def listed(form: str) -> tuple[str, NameType] | None:
    """The canonical name and type of a people, country, place or body, by a form as written; None when no table has it."""
    if form in peoples():
        return peoples()[form], "NORP"
    return bodies().get(form)


def is_listed(name: str) -> bool:
    """Whether a name, folded or not, is a country's, place's or body's."""
    return fold(name) in _folded()


@cache
def bodies() -> dict[str, tuple[str, NameType]]:
    """Every form of a country, place or known body, with its canonical name and type."""
    found: dict[str, tuple[str, NameType]] = {}
    for row in tables.table("places"):
        if row["type"] != "NORP":
            for form in (row["name"], *_cell(row["aliases"])):
                found.setdefault(form, (row["name"], cast(NameType, row["type"])))
    for row, forms in places.rows():
        for form in forms["name"]:
            found.setdefault(form, (row["name"], "GPE"))
        for form in forms["capital"]:
            found.setdefault(form, (forms["capital"][0], "GPE"))
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
    groups = [forms["people"] for _, forms in places.rows()]
    groups += [(*_cell(row["adjectives"]), *_cell(row["people"])) for row in tables.table("places")]
    found: dict[str, str] = {}
    for group in groups:
        for form in group:
            found.setdefault(form, group[0])
    return found


@cache
def table() -> dict[str, tuple[Listed, ...]]:
    """The names of all tables by their first token; longer before shorter."""
    found: dict[str, list[Listed]] = {}
    every = [(form, *whole) for form, whole in bodies().items()]
    every += [(form, name, "NORP") for form, name in peoples().items()]
    parser = model.english()
    for form, name, kind in every:
        tokens = model.plain_words(form) or tuple(token.text for token in parser.make_doc(form))
        found.setdefault(tokens[0], []).append((tokens, name, kind))
    return {first: tuple(sorted(names, key=lambda name: (-len(name[0]), name[0]))) for first, names in found.items()}


@cache
def singles() -> frozenset[str]:
    """The names of the tables that are one token."""
    return frozenset(first for first, names in table().items() if any(len(tokens) == 1 for tokens, _, _ in names))


@cache
def _folded() -> frozenset[str]:
    return frozenset(map(fold, bodies()))


def _cell(value: str) -> tuple[str, ...]:
    return tuple(value.split("|")) if value else ()
