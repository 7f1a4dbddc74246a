"""English words that turn what is said: those of the tables of status and of reporting, negations, conditions and bounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.language import tables

_NOT = frozenset(
    {"not", "never", "no", "nor", "neither", "none", "nobody", "nothing", "cannot", "without", "hardly", "barely"}
)
_MODAL = frozenset(
    """
    will would shall should can could may might must ought wo
    """.split()  # noqa: SIM905 (as a list it would take more lines)
)
_CONDITIONS = (
    ("if",),
    ("unless",),
    ("provided",),
    ("providing",),
    ("only", "when"),
    ("only", "if"),
    ("as", "long", "as"),
    ("in", "case"),
)
_BOUNDS = (
    ("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to"), ("as", "many", "as"),
    ("about",), ("around",), ("nearly",), ("almost",), ("over",), ("under",), ("some",), ("approximately",), ("roughly",),
    ("only",), ("exactly",), ("an", "estimated"),
)  # fmt: skip


def turns(word: str) -> bool:
    """By the tables, and by the ending of a negated auxiliary."""
    return word in _turning() or word.endswith("n't")


@cache
def _turning() -> frozenset[str]:
    """Words that are not the event's own: auxiliaries, negations, conditions, adverbs and adjectives of doubt, verbs of denying
    and of saying in their usual forms.
    """
    status = {row["word"] for row in tables.table("event_status") if row["pos"] in ("aux", "adv", "adj", "mark", "det")}
    over = {
        form
        for row in tables.table("event_status")
        if row["pos"] == "verb"
        and row["class"] in ("deny", "fail", "prevent", "allege", "doubt", "seem", "wish", "plan", "cancel", "postpone")
        for form in _forms(row["word"].partition("-")[0])
    }
    said = {
        form
        for row in tables.table("reporting")
        if row["pos"] == "verb" and row["kind"] == "statement" and " " not in row["word"]
        for form in (*_forms(row["word"]), *row["forms"].split())
    }
    bounds = {word for bound in _BOUNDS for word in bound} - {"to", "as", "an", "at", "than"}
    return frozenset(status | over | said | _NOT | _MODAL | bounds | {"if", "unless", "provided", "whether"})


def _forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular verb."""
    stem = verb[:-1] if verb.endswith("e") else verb
    ied = (f"{verb[:-1]}ied", f"{verb[:-1]}ies") if verb.endswith("y") else ()
    return (verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", *ied)


def governs(word: str) -> bool:
    """Negations and modal verbs."""
    return denies(word) or word in _MODAL


def denies(word: str) -> bool:
    """Negations, and what ends in one."""
    return word in _NOT or word.endswith(("n't", "n’t"))


def is_condition(words: Sequence[str]) -> bool:
    """`if`, `unless` and their like."""
    known = _conditions().get(words[0], ()) if words else ()
    return any(tuple(words[: len(condition)]) == condition for condition in known)


@cache
def _conditions() -> dict[str, list[tuple[str, ...]]]:
    """The conditions by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for condition in _CONDITIONS:
        found.setdefault(condition[0], []).append(condition)
    return found


def is_bound(words: Sequence[str]) -> bool:
    """`at least`, `about` and their like."""
    return any(tuple(words[-len(bound) :]) == bound for bound in _BOUNDS)
