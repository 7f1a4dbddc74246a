"""Who can be meant by an office, and whom the main clause of a sentence is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.language.coreference import Coreference, Office
from dateline.records.marks import Name

if TYPE_CHECKING:
    from dateline.language.tokens import Token


def holders(offices: Mapping[str, Sequence[Office]], meant: Office, language: Coreference) -> list[str]:
    """The people who can be meant by an office: those whose role says so, or else those it does not exclude.

    `offices` are those that a report gives each.
    """
    fits = {name: language.fit(held, meant) for name, held in offices.items()}
    bare = [name for name, fit in fits.items() if fit == 3]
    sure = [name for name, fit in fits.items() if fit >= 2]
    return bare if len(bare) == 1 else sure or [name for name, fit in fits.items() if fit == 1]


def last_named(holders: Sequence[str], above: Iterable[Sequence[Name]], before: int) -> str | None:
    """Who of the holders of an office is the only one named in the nearest sentence that names any.

    `above` are the names of each sentence, the nearest first, `before` the place that they stand before.
    """
    for inside in above:
        named = {name.name for name in inside if name.span.end <= before}
        here = [name for name in holders if name in named]
        if here:
            return here[0] if len(here) == 1 else None
    return None


def main_subjects(words: Iterable[tuple[str, Token | None]], language: Coreference) -> set[str]:
    """Of some names, each with the word that is its head, those that are the subject of a main clause."""
    return {name for name, word in words if word is not None and language.prominence(word) > 1}
