"""Countries, capitals, peoples and cities by their English names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from dateline.language import tables
from dateline.language.english.names.persons import fold
from dateline.language.places import Called, Country

_COLUMNS: dict[Called, tuple[str, ...]] = {
    "name": ("name", "aliases"),
    "people": ("adjectives", "people"),
    "capital": ("capitals",),
}
# Capitals that are common words too, by their folded form: found only as they are written.
_AS_WRITTEN = {"male": ("Malé", "Male"), "valley": ("The Valley",)}


@lru_cache(maxsize=2**14)
def find(name: str) -> Country | None:
    """The country that a name, alias, adjective, people or capital stands for."""
    folded = fold(name)
    return _countries().get(folded) if name in _AS_WRITTEN.get(folded, (name,)) else None


def country(name: str) -> str | None:
    """The canonical name of the country that a form stands for."""
    found = find(name)
    return found.name if found else None


def code(name: str) -> str | None:
    """The code of the country that a form stands for."""
    found = find(name)
    return found.code if found else None


def state(code: str | None) -> str | None:
    """The name of the state that an actor code begins with."""
    return _names().get((code or "")[:3])


@cache
def forms() -> frozenset[str]:
    """Every form of every country, as written."""
    return frozenset(form for row in tables.table("countries") for called in _COLUMNS for form in _forms(row, called))


def rows() -> Iterator[tuple[tables.Row, dict[Called, tuple[str, ...]]]]:
    """Each row of the table of countries, and its forms by what they call it."""
    for row in tables.table("countries"):
        yield row, {called: _forms(row, called) for called in _COLUMNS}


def _forms(row: tables.Row, called: Called) -> tuple[str, ...]:
    return tuple(form for column in _COLUMNS[called] for form in row[column].split("|") if form)


@cache
def _countries() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for called in _COLUMNS:
        for row in tables.table("countries"):
            for form in _forms(row, called):
                found.setdefault(fold(form), Country(row["name"], row["code"], called))
    return found


@cache
def _names() -> dict[str, str]:
    """States by their code; of several with one code (`FRA`) the one that goes by most names, which is the sovereign."""
    found: dict[str, tuple[int, str]] = {}
    for row, forms_ in rows():
        if row["code"] not in found or len(forms_["name"]) > found[row["code"]][0]:
            found[row["code"]] = len(forms_["name"]), row["name"]
    return {code_: name for code_, (_, name) in found.items()}
