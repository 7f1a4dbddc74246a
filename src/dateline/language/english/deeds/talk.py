"""What a text is of: sport or crime, where it is of no politics; and the contexts of PLOVER that its words name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from dateline.language import tables
from dateline.language.english.deeds import lexicon
from dateline.language.english.deeds.codes import sectors
from dateline.language.words import HYPHENED

_OF_STATE = frozenset({"GOV", "MIL", "LEG", "OPP", "REB", "PTY", "SPY", "REF", "ACT"})
_OF_POLITICS = ("protest*", "ceasefire*", "sanction*", "election")
KINDS = ("sport", "crime", "show")
ENOUGH = 2  # words by which a text is of one of these; and more than it has of politics


def _forms(text: str) -> list[str]:
    return [word.casefold() for word in HYPHENED.findall(text)]


@cache
def _politics() -> frozenset[str]:
    words = {word for word, sector in sectors().items() if sector in _OF_STATE}
    return frozenset(words.union(*(lexicon.words(kind) for kind in _OF_POLITICS))) - lexicon.words("sport")


def setting(text: str) -> str | None:
    """`sport`, `crime` or `show`, where more words of a text are of that than of politics."""
    found: Counter[str] = Counter()
    classes = {kind: lexicon.words(kind) for kind in KINDS} | {"politics": _politics()}
    for form in _forms(text):
        for kind, words in classes.items():
            found[kind] += form in words or form.removesuffix("s") in words
    kind = max(KINDS, key=lambda one: found[one])
    return kind if found[kind] >= max(ENOUGH, found["politics"] + 1) else None


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in tables.table("deed_contexts"):
        for word in row["words"].split("|"):
            found.setdefault(word, []).append(row["context"])
    return {word: tuple(names) for word, names in found.items()}


def contexts(text: str) -> tuple[str, ...]:
    """The contexts that the words of a text name, alone or two together, in the order of the table."""
    forms = _forms(text)
    pairs = [f"{one} {two}" for one, two in pairwise(forms)]
    said = {
        name
        for form in (*forms, *pairs)
        for name in _by_word().get(form, ()) or _by_word().get(form.removesuffix("s"), ())
    }
    return tuple(dict.fromkeys(row["context"] for row in tables.table("deed_contexts") if row["context"] in said))
