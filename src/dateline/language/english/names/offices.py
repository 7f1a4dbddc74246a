"""What a role says of somebody: an address or an office, a relative, a gender, the arm of which state he serves."""

from __future__ import annotations

import re
from functools import cache

from dateline.language import tables
from dateline.language.english import places
from dateline.language.english.names import lists
from dateline.language.english.names.persons import fold
from dateline.language.names import Office

WRITTEN = re.compile(r"[\w.'’&]+(?:-[\w.]+)*")  # a word as it is written, with its full stops
_PAST = frozenset(("former", "ex", "late"))
LONGEST = 4  # words of a country's or body's name that are looked up together


def is_title(role: str) -> bool:
    """Whether a role, as written, is one of the titles that stand before a name."""
    return role in tables.words("titles")


def is_kin(role: str) -> bool:
    """Whether a role only says whose relative somebody is (`his wife`)."""
    words = fold(role).split()
    return bool(words) and words[-1] in lists.small("relative")


def is_telling(role: str) -> bool:
    """Whether a role says more than an honorific (`Mr`) or a bare `wife`."""
    return fold(role) not in _honorifics() | lists.small("relative")


def office_words(role: str | None) -> frozenset[str]:
    """The words, folded, of the office in a role or title; none for an address (`Mr`, `Sir`)."""
    return frozenset(fold(role or "").split()) - _addresses()


def role_gender(role: str | None) -> str:
    """The gender that a role gives: `f`, `m`, or empty when it gives none."""
    last = fold(role or "").split()[-1:]
    if not last:
        return ""
    if last[0] in lists.small("female") or last[0].endswith("woman"):
        return "f"
    return "m" if last[0] in lists.small("male") else ""


def office(role: str) -> Office | None:
    """The office of a state that a role names, all of whose words are an office's; None for any other role."""
    states, rest = _read(role)
    sectors = [lists.role_sectors()[word] for word in rest if word in lists.role_sectors()]
    if not sectors or any(word not in _allowed() for word in rest):
        return None
    return Office(_only(states), sectors[-1], bool(_PAST & set(rest)))


def organ(name: str) -> Office | None:
    """The arm of a state that a body's name says it is (`French Foreign Ministry`); None when it says none."""
    states, rest = _read(name)
    sectors = [lists.organ_sectors()[word] for word in rest if word in lists.organ_sectors()]
    return Office(_only(states), sectors[-1], False) if sectors and sectors[-1] else None


def body_code(name: str) -> str | None:
    """The CAMEO code of a body of the tables, empty when that says a sector of no one state; None when none has it."""
    return _codes().get(fold(name))


def _only(states: list[str]) -> str | None:
    return states[0] if len(set(states)) == 1 else None


def _read(text: str) -> tuple[list[str], list[str]]:
    """The states that a phrase names, by code, and its other words, folded."""
    words = [re.sub(r"'s?$", "", fold(word)) for word in WRITTEN.findall(text)]
    states: list[str] = []
    rest: list[str] = []
    start = 0
    while start < len(words):
        for size in range(min(LONGEST, len(words) - start), 0, -1):
            if code := _state(" ".join(words[start : start + size])):
                states.append(code)
                start += size
                break
        else:
            rest.append(words[start])
            start += 1
    return states, [word for word in rest if word]


def _state(name: str) -> str | None:
    """The code of a state by its own name, its people's, or that of a body of its own (`Pentagon`)."""
    country = places.find(name)
    if country is not None and country.called != "capital":
        return country.code
    code = body_code(name) or ""
    return code[:3] if len(code) == 6 and places.state(code) else None


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in tables.table("organisations"):
        code = row["code"]
        whole = code if places.state(code) or code.startswith(("IGO", "NGO", "MNC")) else ""
        for form in (row["name"], *row["aliases"].split("|")):
            if form:
                found.setdefault(fold(form), whole)
    return found


@cache
def _allowed() -> frozenset[str]:
    titles = (word for row in tables.table("titles") if row["sector"] for word in fold(row["title"]).split())
    offices = (row["word"] for row in tables.table("offices") if row["kind"] != "local")
    return frozenset({*offices, *titles, *lists.role_sectors()}) | _PAST


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(fold(row["title"]) for row in tables.table("titles") if row["kind"] == "honorific")


@cache
def _addresses() -> frozenset[str]:
    return frozenset(word for words, title in lists.titles().items() if title.kind != "title" for word in words)
