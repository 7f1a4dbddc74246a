"""Whom the report gives a role: from `the Lodovian leader` or `the press secretary` to the one person that it can be.

Roles are what the report itself says of its people (`Russian President`, `president of Lodovia`). A role that is not said
of anybody is nobody's, however well known its holder is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.language import tables
from dateline.records.marks import Name

_LEADS = frozenset(("president", "premier", "chancellor", "king", "queen", "emperor", "emir", "minister"))
_LINKS = re.compile(r"\s+(?:of|to|for|at|in|under|with)\s+(?:the\s+)?|,\s*")
_GONE = frozenset(("former", "ex", "late", "then", "ousted", "retired"))
_ALIKE = 5  # first letters by which an adjective and a place are one (`Lodovian`, `Lodovia`)


@dataclass(frozen=True, slots=True)
class Office:
    """A role taken apart: what somebody is (`president`), of what, and whether still."""

    head: str
    of: frozenset[str]
    past: bool


def office(role: str) -> Office | None:
    """A role as the report words it, taken apart; None where nothing is left of it."""
    parts = [part for part in _LINKS.split(role.lower()) if part]
    words = re.findall(r"[\w'’-]+", parts[0].replace(".", "")) if parts else []
    if not words:
        return None
    more = re.findall(r"[\w'’-]+", parts[1].replace(".", "")) if len(parts) > 1 else []
    past = bool(_GONE & set(words))
    return Office(words[-1], frozenset(word for word in (*words[:-1], *more) if word not in _GONE), past)


class Roles:
    """The offices of the people of one report."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._of: dict[str, list[Office]] = {}
        for one in names:
            if one.type == "PERSON" and one.role:
                made = office(one.role)
                if made is not None and made not in self._of.setdefault(one.name, []):
                    self._of[one.name].append(made)

    def holders(self, head: str, of: frozenset[str], past: bool) -> list[str]:
        """The people who can be meant by `the [of] [head]`: those whose role says so, or else those it does not exclude."""
        sure, maybe = [], []
        for name, offices in self._of.items():
            fit = [one for one in offices if self._is(one, head) and one.past == past]
            if not fit:
                continue
            said = frozenset(word for one in offices for word in one.of)
            if all(any(alike(word, other) for other in said) for word in of):
                sure.append(name)
            elif not any(_place(word) for word in said) or not any(_place(word) for word in of):
                maybe.append(name)
        bare = [name for name in sure if not of and not any(_place(w) for one in self._of[name] for w in one.of)]
        return bare if len(bare) == 1 else sure or maybe

    def _is(self, one: Office, head: str) -> bool:
        return one.head in _LEADS if head == "leader" else one.head == head


def alike(word: str, other: str) -> bool:
    """Whether two words name one thing: equal, one country, or alike in their first letters."""
    if word == other or (len(word) >= _ALIKE and word[:_ALIKE] == other[:_ALIKE]):
        return True
    places = _places()
    return word in places and places[word] == places.get(other)


def _place(word: str) -> bool:
    return word in _places()


@cache
def _places() -> Mapping[str, str]:
    """Country by its name, adjective, alias or capital, in small letters and without stops."""
    found: dict[str, str] = {}
    for row in tables.table("countries"):
        forms = [row["name"], *row["aliases"].split("|"), *row["adjectives"].split("|"), *row["capitals"].split("|")]
        for form in forms:
            if form:
                found.setdefault(form.lower().replace(".", ""), row["name"])
    return found


@cache
def capitals() -> Mapping[str, str]:
    """Country by the capital that its government is named by."""
    rows = tables.table("countries")
    return {capital: row["name"] for row in rows for capital in row["capitals"].split("|") if capital}


@cache
def human() -> frozenset[str]:
    """Nouns for what a person is (`owner`, `coach`), in the singular."""
    return frozenset(row["role"] for row in tables.table("roles"))
