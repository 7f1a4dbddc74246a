"""The words that say how an event stands: their classes in `data/event_status.tsv`, and where they stand in the parse."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dateline.language import tables


@cache
def classes(pos: str) -> dict[str, str]:
    """Word to class, for one part of speech of `data/event_status.tsv`."""
    return {row["word"]: row["class"] for row in tables.table("event_status") if row["pos"] == pos}


@cache
def _whole() -> frozenset[str]:
    """Verbs of the lists that have a particle."""
    acts = {row["word"] for row in tables.table("plan_words")}
    return frozenset(word for word in acts | classes("verb").keys() if " " in word)


def phrase(token: Token) -> str:
    """The lemma, with the particle where the verb has one (`put off`)."""
    lemma = token.lemma_.lower()
    for child in token.rights:
        # the parser takes some particles for prepositions: those that make a verb of the list are particles
        listed = child.dep_ in ("prep", "advmod") and f"{lemma} {child.lower_}" in _whole()
        if child.dep_ == "prt" or listed:
            return f"{lemma} {child.lower_}"
    return lemma


def verb_class(token: Token) -> str | None:
    """The class of a verb with its particle, or of the verb alone."""
    known = classes("verb")
    return known.get(phrase(token)) or known.get(token.lemma_.lower())


def negation(token: Token) -> Token | None:
    """The word that negates a predicate or a noun: `not`, `never`, a subject or object with `no`."""
    adverbs, determiners = classes("adv"), classes("det")
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and adverbs.get(child.lower_) == "deny"):
            return None if _only(child) else child
        if child.dep_ == "det" and child.lower_ in determiners:
            return child
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "expl") and token.pos_ in ("VERB", "AUX"):
            if child.lower_ in determiners:
                return child
            for inner in child.lefts:
                if inner.dep_ == "det" and inner.lower_ in determiners:
                    return inner
    return None


def _only(word: Token) -> bool:
    """`not only`, `not just` negate nothing."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in ("only", "just", "merely", "simply")


def dropped(token: Token) -> tuple[Token, ...]:
    """The words by which a predicate holds `no longer`, or `any longer`; none when it does."""
    for child in token.children:
        if child.dep_ == "advmod" and child.lower_ in ("longer", "more"):
            before = child.nbor(-1) if child.i else child
            if before.lower_ == "no" or (before.lower_ == "any" and negation(token) is not None):
                return (before, child)
    return ()


def class_of(head: Token) -> str | None:
    if (
        head.tag_ == "VBN"
        and head.lemma_.lower() in classes("passive")
        and any(c.dep_ == "auxpass" for c in head.children)
    ):
        return classes("passive")[head.lemma_.lower()]
    if head.pos_ in ("VERB", "AUX"):
        return verb_class(head)
    if head.pos_ in ("NOUN", "PROPN"):
        return classes("noun").get(head.lemma_.lower())
    if head.pos_ == "ADJ":
        return classes("adj").get(head.lower_)
    return None


def is_new(token: Token) -> bool:
    """Whether a noun is told as new: `an attack`, `attacks`, not `the attack` or `its attack`."""
    return not any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any") for c in token.children)


def conditional(token: Token) -> bool:
    """Whether a clause with `if` or `unless` hangs on the predicate; `even if` sets no condition."""
    return any(
        mark.lower_ in ("if", "unless") and not (mark.i and mark.nbor(-1).lower_ == "even")
        for clause in token.children if clause.dep_ == "advcl" for mark in clause.children
    )  # fmt: skip
