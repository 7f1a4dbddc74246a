"""CAMEO codes of actors: a state by table, its government, and those whose role names a state and an office in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dateline.language import tables
from dateline.language.english.naming import fold

_WORD = re.compile(r"[\w.'’&]+(?:-[\w.]+)*")
LONGEST = 4  # words of a country's or body's name that are looked up together


def of_body(name: str, capital_acts: bool = True) -> str | None:
    """The code of a state (`FRA`), a capital taken for its government (`FRAGOV`) or a body; None when unknown."""
    key = fold(name)
    if key in _states():
        return _states()[key]
    if key in _bodies():
        return _bodies()[key]
    if key in _capitals():
        return f"{_capitals()[key]}GOV" if capital_acts else None
    states, rest = _read(name)
    sectors = [_organs()[word] for word in rest if word in _organs()]
    if len(set(states)) == 1 and sectors and sectors[-1]:
        return states[0] + sectors[-1]
    return None


def of_people(name: str) -> str | None:
    """The code of the state whose people an adjective names."""
    return _peoples().get(fold(name))


def of_roles(roles: Iterable[str]) -> str | None:
    """The code of somebody with these roles, most telling first: one role names a state, one an office in it."""
    state = sector = None
    former = False
    for role in roles:
        states, rest = _read(role)
        offices = [_sectors()[word] for word in rest if word in _sectors()]
        if not offices or any(word not in _allowed() for word in rest):
            continue
        if sector is None:
            sector, former = offices[-1], bool({"former", "ex", "late"} & set(rest))
        if state is None and len(set(states)) == 1:
            state = states[0]
    if state is None or sector is None:
        return None
    return state + ("ELI" if former else sector)


def _read(text: str) -> tuple[list[str], list[str]]:
    """The states that a phrase names, by code, and its other words, folded."""
    parts = [fold(word) for word in _WORD.findall(text)]
    parts = [re.sub(r"'s?$", "", word) for word in parts]
    states: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(parts):
        for size in range(min(LONGEST, len(parts) - at), 0, -1):
            key = " ".join(parts[at : at + size])
            code = _states().get(key) or _peoples().get(key) or _state_of_body(key)
            if code:
                states.append(code)
                at += size
                break
        else:
            rest.append(parts[at])
            at += 1
    return states, [word for word in rest if word]


def _state_of_body(key: str) -> str | None:
    code = _bodies().get(key) or ""
    return code[:3] if code[:3] in _codes() and len(code) == 6 else None


@cache
def listed() -> frozenset[str]:
    """Every name, folded, of a state, place or body in the tables."""
    names = ("countries", "organisations", "places")
    rows = [row for name in names for row in tables.table(name) if row.get("type") != "NORP"]
    cells = (cell for row in rows for key in ("name", "aliases", "capitals") for cell in row.get(key, "").split("|"))
    return frozenset(fold(cell) for cell in cells if cell)


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in tables.table("countries"))


@cache
def _states() -> dict[str, str]:
    return _column("name", "aliases")


@cache
def _peoples() -> dict[str, str]:
    return _column("adjectives", "people")


@cache
def _capitals() -> dict[str, str]:
    return _column("capitals")


def _column(*names: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in tables.table("countries"):
        for name in names:
            for form in row[name].split("|"):
                if form:
                    found.setdefault(fold(form), row["code"])
    return found


@cache
def _bodies() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for row in tables.table("organisations"):
        code = row["code"]
        whole = code if code[:3] in _codes() or code.startswith(("IGO", "NGO", "MNC")) else None
        for form in (row["name"], *row["aliases"].split("|")):
            if form:
                found.setdefault(fold(form), whole)
    return found


@cache
def _organs() -> dict[str, str]:
    return {row["word"]: row["sector"] for row in tables.table("offices") if row["kind"] == "organ"}


@cache
def _sectors() -> dict[str, str]:
    return {row["role"]: row["sector"] for row in tables.table("roles") if row["sector"]}


@cache
def _allowed() -> frozenset[str]:
    titles = (word for row in tables.table("titles") if row["sector"] for word in fold(row["title"]).split())
    offices = frozenset(row["word"] for row in tables.table("offices") if row["kind"] != "local")
    return offices | frozenset(_sectors()) | frozenset(titles) | {"former", "ex", "late"}
