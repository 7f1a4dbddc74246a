"""Offices: a role taken apart, whom words mean by one, and how well somebody who has one is meant by another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.language.coreference import Fit, Office
from dateline.language.english import places, titles
from dateline.language.english.sorts import CALLED, LEADS, RENOWNED, is_place_sort

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_CERTAIN = frozenset(("the", "his", "her", "their"))
_MODIFIERS = frozenset(("amod", "compound", "nmod"))
_LINKS = re.compile(r"\s+(?:of|to|for|at|in|under|with)\s+(?:the\s+)?|,\s*")
_ASIDE = re.compile(r"\b(?:about|against|at|between|by|for|from|on|to|with)\b", re.IGNORECASE)
GONE = frozenset(("former", "ex", "late", "then", "ousted", "retired"))
_ALIKE = 5  # first letters by which an adjective and a place are one (`Lodovian`, `Lodovia`)


def office(role: str) -> Office | None:
    """A role as the report words it, taken apart; None where nothing is left of it."""
    parts = [part for part in _LINKS.split(role.lower()) if part]
    words = _words(parts[0]) if parts else []
    if not words:
        return None
    more = _words(parts[1]) if len(parts) > 1 else []
    return _office(titles.in_full().get(words[-1], words[-1]), {*words[:-1], *more}, past=bool(GONE & set(words)))


def office_meant(head: Token, bare: bool = False) -> Office | None:
    """The office that a phrase means somebody by (`the Lodovian leader`); None where it is not a certain one."""
    owner = next((child for child in head.children if child.dep_ == "poss" and child.pos_ in ("NOUN", "PROPN")), None)
    owned = owner is not None and (owner.pos_ == "PROPN" or _is_certain_owner(owner, head))
    if not (bare or owned) and not any(child.lower_ in _CERTAIN for child in head.children):
        return None
    words = {child.lower_.replace(".", "") for child in head.children if child.dep_ in _MODIFIERS}
    if owner is not None and owner.pos_ == "PROPN":
        words.add(owner.lower_)  # `Korland's president`
    meant = _office(head.lower_, words, past=bool(GONE & words))
    return replace(meant, located=meant.located or (owner is not None and owner.pos_ == "PROPN"))


def _is_certain_owner(owner: Token, head: Token) -> bool:
    """Whether a noun without a name tells whose an office is so that it is a certain one (`the city's | chief prosecutor`): a
    place, or for an office of which each body has no one of its own.
    """
    sort = is_place_sort(owner.lower_) or head.lower_ not in RENOWNED
    return sort and any(word.lower_ in _CERTAIN for word in owner.children)


def is_renowned(meant: Office) -> bool:
    """Whether there is one of it in a place or a body (`the governor`)."""
    return meant.head in RENOWNED


def titled(words: str) -> str:
    """The words for a source up to a comma; empty where a preposition in them leads to somebody else."""
    first = words.partition(",")[0]
    return "" if _ASIDE.search(first) else first


def renowned(words: str) -> Office | None:
    """The office that words mean somebody by who needs no introduction: one of its place, and no more words than that."""
    bare = words.removeprefix("the ").removeprefix("The ")
    meant = office(bare) if not re.search(r"[,;:]|\b(?:who|which|that|and)\b", bare) else None
    if meant is None or meant.past or not is_renowned(meant):
        return None
    return meant if bare != words or meant.located else None


def _words(role: str) -> list[str]:
    return re.findall(r"[\w'’-]+", role.replace(".", ""))


def _office(head: str, words: set[str], *, past: bool) -> Office:
    of = frozenset(words - GONE)
    return Office(head, of, any(places.country(word) for word in of), past)


def fit(held: Sequence[Office], meant: Office) -> Fit:
    """How well somebody who holds these offices is meant by another: no office of another place, none that is over."""
    if not any(_same(office, meant) for office in held):
        return 0
    said = {word for office in held for word in office.of}
    located = any(office.located for office in held)
    if all(any(alike(word, other) for other in said) for word in meant.of):
        return 2 if meant.of or located else 3
    return 0 if meant.located and said else 1  # `the Estmark president` is not who presides over a council


def _same(held: Office, meant: Office) -> bool:
    leads = held.head in LEADS and (held.head != "minister" or "prime" in held.of)
    own = held.head == meant.head or meant.head in CALLED.get(
        " ".join((*sorted(held.of & {"district"}), held.head)), ()
    )
    return (leads if meant.head == "leader" else own) and held.past == meant.past


def alike(word: str, other: str) -> bool:
    """Whether two words name one thing: equal, one country, or alike in their first letters."""
    if word == other or (len(word) >= _ALIKE and word[:_ALIKE] == other[:_ALIKE]):
        return True
    country = places.country(word)
    return country is not None and country == places.country(other)
