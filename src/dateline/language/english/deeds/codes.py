"""CAMEO's codes of actors by their words: the state, and what they are in it; who held an office, on a day."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.language import tables
from dateline.language.english import places
from dateline.language.english.names import offices
from dateline.language.english.names.persons import fold

_VAGUE = frozenset((
    "he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom", "which", "that", "this",
    "these", "those", "his", "its", "their", "our", "one", "some", "many", "others", "both", "himself", "themselves", "itself",
    "what", "whose", "all", "each", "people",
))  # fmt: skip
_AFTER = frozenset(
    ("of", "in", "for", "to", "from", "and", "on", "by", "with", "including")
)  # what follows says no more what he is
LONGEST = 4  # words of a country's name
GENERAL = "GOV"  # of a leader, a spokesman or an official, where nothing says of whom


class Term(NamedTuple):
    """A term in an office: code, first and last day as far as they are known (parts of ISO days, or empty)."""

    code: str
    start: str
    end: str


def is_vague(text: str) -> bool:
    """Whether the words for somebody only stand for him (`it`, `who`, `their`)."""
    return text.casefold() in _VAGUE


@lru_cache(maxsize=20_000)
def actor(text: str, day: str | None = None) -> str | None:
    """CAMEO's code of an actor by its name or its words; None where no table has it."""
    code = holder(text, day) or _groups().get(fold(text)) or offices.body_code(text)
    if code:
        return code
    states, sector = _read(text)
    return (states[0] if states else "") + (sector or "") or None


def holder(name: str, day: str | None = None) -> str | None:
    """The code of the office that a person of this name held on a day."""
    return next((term.code for term in _holders().get(fold(name), ()) if _held_on(term, day)), None)


def _held_on(term: Term, day: str | None) -> bool:
    if day is None:
        return True
    return term.start[: len(day)] <= day[: len(term.start)] and (not term.end or day[: len(term.end)] <= term.end)


@cache
def _holders() -> dict[str, tuple[Term, ...]]:
    """Terms in office by name, the last first."""
    found: dict[str, list[Term]] = {}
    for row in tables.table("office_holders"):
        found.setdefault(fold(row["person"]), []).append(Term(row["state"] + row["sector"], row["start"], row["end"]))
    return {name: tuple(sorted(terms, key=lambda term: term.start, reverse=True)) for name, terms in found.items()}


def is_holder(name: str) -> bool:
    """Whether a name is that of somebody who held an office of a state."""
    return fold(name) in _holders()


def is_group(name: str) -> bool:
    """Whether a name is an armed group's or an international body's."""
    return fold(name) in _groups()


@cache
def _groups() -> dict[str, str]:
    return {fold(row["name"]): row["code"] for row in tables.table("actor_groups")}


@cache
def sectors() -> dict[str, str]:
    """What somebody is in a state, by the word for him; plurals too."""
    found: dict[str, str] = {}
    for row in tables.table("actor_sectors"):
        for word in row["words"].split("|"):
            found[word] = row["sector"]
    return found


def _read(text: str) -> tuple[list[str], str | None]:
    """The states that the words of an actor name, in their order, and the most telling sector."""
    written = offices.WRITTEN.findall(text)
    words = [re.sub(r"['’]s?$", "", fold(word)) for word in written]
    states: list[str] = []
    found: list[str] = []
    ends = next((at for at, word in enumerate(words) if at and word in _AFTER), len(words))
    start = 0
    while start < len(words):
        longest = 0 if written[start] == "us" else min(LONGEST, len(words) - start)
        size = next((n for n in range(longest, 0, -1) if _state(words[start : start + n])), 0)
        if size:
            states.append(_state(words[start : start + size]) or "")
            start += size
            continue
        sector = sectors().get(words[start])
        if sector is None and (states or written[start].islower()):  # `the Chiefs` are a team
            sector = sectors().get(words[start].removesuffix("s"))
        found += [sector] if sector and start < ends and not _is_told_of(words, written, start) else []
        start += 1
    telling = next((sector for sector in found if sector != GENERAL), None)
    return states, telling or (found[0] if found else None)


def _is_told_of(words: list[str], written: list[str], at: int) -> bool:
    """Whether a word only says of what kind another is: a general manager is no general, a Marine Park no soldier."""
    if at + 1 == len(words):
        return False
    titled = written[at + 1].istitle()
    return (words[at] == "general" and not titled) or (words[at] == "marine" and titled and words[at + 1] != "corps")


def _state(words: list[str]) -> str | None:
    country = places.find(" ".join(words))
    return None if country is None else country.code
