"""English context: sentence openers that need the sentence before, pronouns, `last` and `next`."""

from __future__ import annotations

import re

_LEANING = re.compile(
    r"^[“\"'‘]*(?:he|she|they|it|his|her|their|its|him|this|that|these|those|there|here|such|both|but|and)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(r"^(?:But|And|However,|Still,|Meanwhile,|Separately,|Yet|So)\s+")
_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|his|hers|their|them)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Mm](?:y|e|ine|yself)|[Ww]e|[Oo]ur(?:s|selves)?|us)\b(?![.])")
_COUNTED = re.compile(r"\b(?:last|next|this|past|coming)\b", re.IGNORECASE)


def needs_context(sentence: str) -> bool:
    """By its first word, inside quotation marks too."""
    return bool(_LEANING.search(sentence))


def without_opener(sentence: str) -> str:
    """Without a leading `But`, `And`, `However,` …"""
    return _OPENER.sub("", sentence)


def refers_back(words: str) -> bool:
    """One of the third person."""
    return bool(_PRONOUN.search(words))


def is_personal(words: str) -> bool:
    """One of the first person; not `US`, `U.S.`."""
    return bool(_OWN.search(words))


def counts_from_now(words: str) -> bool:
    """`last`, `next`, `this`, `past`, `coming`."""
    return bool(_COUNTED.search(words))
