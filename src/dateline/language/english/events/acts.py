"""Acts of planning (`offered`, `invitation`) and the words that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.events import Predicate

if TYPE_CHECKING:
    from dateline.language.tokens import Token

# The words under an act that may head what it is about, the nearest tie first, and the prepositions that lead to others.
_TIES = ("xcomp", "dobj", "nsubjpass", "acl", "ccomp", "advcl")
_LEADS = frozenset({"for", "to", "of", "on"})


def plans(predicate: Predicate) -> bool:
    """Whether it is an act of planning, by the word itself or by the verb behind it."""
    acts = tables.words("plan_words")
    return predicate.token.lemma_.lower() in acts or predicate.lemma in acts


def keeps(predicate: Predicate) -> bool:
    """Whether it is what becomes of a plan that is kept: `holds its congress`, `the fair opens`."""
    return predicate.verb.lemma_.lower() in _kept()


@cache
def _kept() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("plan_words") if row["status"] == "held")


def topics(predicate: Predicate) -> Iterator[Token]:
    """The words that may head what an act of planning is about: its clause, its object, or what that is for."""
    if not plans(predicate):
        return
    for word in (predicate.token, predicate.carrier):
        if word is not None:
            yield from (topic for topic in _under(word) if topic.i != predicate.token.i)


def _under(act: Token) -> Iterator[Token]:
    for label in _TIES:
        for word in act.children:
            if word.dep_ == label and (label != "advcl" or word.tag_ == "VB"):
                yield word
                if label == "dobj":
                    inner = (inner for inner in word.children if inner.dep_ in ("acl", "relcl"))
                    yield from (clause for clause in inner if clause.tag_ == "VB")
    for word in act.children:
        if word.dep_ == "prep" and word.lower_ in _LEADS:
            yield from (inner for inner in word.children if inner.dep_ in ("pobj", "pcomp"))
