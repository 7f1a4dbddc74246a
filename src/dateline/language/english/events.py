"""The vocabulary of events in English: event nouns, light verbs, acts of planning and what they are about.

A predicate is a verb, or a noun of `data/event_nouns.tsv` (with its light verb, where it has one: `held talks`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.events import Predicate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

EMPTY = frozenset({"be", "have", "do", "get", "let", "'s", "seem", "appear"})  # tell of nothing without an object
_NO_EVENT = frozenset({"aux", "auxpass", "amod", "compound", "case", "mark", "prep", "punct", "det"})
_OCCUR = ("take place", "go ahead")
# The words under an act that may head what it is about, the nearest tie first, and the prepositions that lead to others.
_TIES = ("xcomp", "dobj", "nsubjpass", "acl", "ccomp", "advcl")
_LEADS = frozenset({"for", "to", "of", "on"})


@cache
def nouns() -> Mapping[str, str]:
    """Event nouns, and the verb behind each."""
    return {row["word"]: row["verb"] for row in tables.table("event_nouns") if row["kind"] != "light"}


@cache
def _light() -> frozenset[str]:
    """Verbs that add little to an event noun that is their object."""
    return frozenset(row["word"] for row in tables.table("event_nouns") if row["kind"] == "light")


def predicates(doc: Doc) -> Iterator[Predicate]:
    """The predicates of a sentence, in text order. A verb that carries a noun is none of its own."""
    behind = {token.i: verb for token in doc if (verb := _behind(token)) is not None and token.dep_ != "compound"}
    carried = _carried(doc[noun] for noun in behind)
    carriers = {noun: doc[verb] for verb, noun in carried.items()}
    for token in doc:
        if token.i in carried:
            continue
        if token.i in behind and token.dep_ != "npadvmod":
            yield Predicate(token, behind[token.i], noun=True, carrier=carriers.get(token.i))
        elif _is_predicate(token):
            yield Predicate(token, grammar.verb(token))


def _behind(token: Token) -> str | None:
    """The verb behind an event noun, or behind an adjective in a noun's place (`the final`); None of another word."""
    noun = token.pos_ == "NOUN" or (token.pos_ == "ADJ" and token.dep_ in (*grammar.SUBJECT, "dobj", "pobj"))
    return nouns().get(token.lemma_.lower()) if noun else None


def _carried(event_nouns: Iterable[Token]) -> Mapping[int, int]:
    """The verbs that only carry an event noun, and the noun of each: the first, by index."""
    carried: dict[int, int] = {}
    for noun in event_nouns:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.pos_ == "VERB" and (_lends(verb, noun) or _takes_place(verb, noun)):
            carried.setdefault(verb.i, noun.i)
    return carried


def _lends(verb: Token, noun: Token) -> bool:
    """`held talks`: a light verb without a particle, with the noun as its object."""
    return verb.lemma_ in _light() and noun.dep_ in ("dobj", "nsubjpass") and " " not in grammar.verb(verb)


def _takes_place(verb: Token, noun: Token) -> bool:
    """`the match is to take place`, `she went on trial`: the verb says no more than that it is."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "on" and noun.head.head.i == verb.i and verb.lemma_ == "go"
    if noun.dep_ != "nsubj":
        return False
    whole = [verb.lemma_, *(word.lower_ for word in verb.children if word.dep_ in ("dobj", "prt", "advmod"))]
    return " ".join(whole[:2]) in _OCCUR or verb.lemma_ == "occur"


def _is_predicate(token: Token) -> bool:
    if token.pos_ != "VERB" or token.dep_ in _NO_EVENT or not token.is_alpha:
        return False
    if token.lemma_ not in EMPTY or grammar.child(token, "dobj") is not None:
        return True
    # `appear in court`
    before = (word.lower_ for word in token.children if word.dep_ == "prep")
    return token.lemma_ == "appear" and any(word in ("in", "at", "on", "before") for word in before)


def plans(predicate: Predicate) -> bool:
    """Whether it is an act of planning, by the word itself or by the verb behind it."""
    acts = tables.words("plan_words")
    return predicate.token.lemma_.lower() in acts or predicate.lemma in acts


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
