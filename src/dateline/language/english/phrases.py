"""English phrases: prepositions before a place, offices of those who lead, the words of picture captions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.language.phrases import Lead
from dateline.language.words import WORD

_BEFORE = 14  # code points before a name within which the word stands that leads to it
_LEADS: Mapping[Lead, re.Pattern[str]] = {
    "in": re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+)?$", re.IGNORECASE),
    "to": re.compile(r"\bto\s+(?:the\s+)?$", re.IGNORECASE),
    "about": re.compile(r"\b(?:for|with|between|about|on)\s+(?:the\s+)?$", re.IGNORECASE),
    "visiting": re.compile(r"\bvisit(?:s|ed|ing)?\s+(?:the\s+)?$", re.IGNORECASE),
}
_HOURS = re.compile(
    r"\b(?:hours|minutes|moments|shortly|soon|immediately|just)\s+(?:after|before)\s+(?:[^\s,;]+\s+){0,5}$",
    re.IGNORECASE,
)
_LEADERS = frozenset({"leader", "president", "premier", "counterpart", "chancellor", "minister"})
_MANY = frozenset({"two", "both", "leaders", "presidents", "officials", "and", "former", "last"})
_SAY_NOTHING = frozenset({"the", "a", "prime", "new"})


def lead(text: str, start: int) -> Lead | None:
    """By the preposition, or the verb `visit`, before a name or its article."""
    before = text[max(0, start - _BEFORE) : start]
    return next((lead for lead, pattern in _LEADS.items() if pattern.search(before)), None)


def same_hours(before: str) -> bool:
    """`hours after`, `shortly before`."""
    plain = before.lower()
    return ("after" in plain or "before" in plain) and _HOURS.search(before) is not None


def is_seat(phrase: str) -> bool:
    """`the Estmark capital`."""
    return phrase.endswith(" capital")


def which_leader(phrase: str) -> frozenset[str] | None:
    """The words beside the office: of `the Korland leader` `korland`. None for several, former ones and `a leader`."""
    words = _words(phrase)
    if not words or words[-1] not in _LEADERS or words[0] in ("a", "an") or _MANY & set(words):
        return None
    return frozenset(words) - _LEADERS - _SAY_NOTHING


def is_leader(office: str) -> bool:
    """By the last word of the office."""
    words = _words(office)
    return bool(words) and words[-1] in _LEADERS


def _words(phrase: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(phrase)]
