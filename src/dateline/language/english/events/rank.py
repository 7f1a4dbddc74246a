"""Where a predicate stands in its sentence: in its main clause, in what a source says, in a relative clause, as a noun …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.events import Predicate
from dateline.records.marks import Rank

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_DEPTH = 8  # words above a predicate that are asked what it stands in
_ATTRIBUTES = frozenset({"compound", "amod", "nmod", "poss"})
_SHARED = frozenset({"conj", "appos", "parataxis", "dep"})
_ADVERBIAL = frozenset({"advcl", "pcomp", "csubj", "csubjpass", "prep"})


def rank(predicate: Predicate) -> Rank:
    """Where a predicate stands; a noun that a verb carries (`held talks`) stands where the verb does."""
    if predicate.noun and predicate.carrier is None:
        return _of_noun(predicate.token, 0)
    return _of_verb(predicate.verb, 0)


def _of_noun(noun: Token, depth: int) -> Rank:
    """A noun is an attribute or a noun; one that is all a line tells (`Quake in Halvern`, `there was a quake`) is more."""
    head = noun.head
    if head.i == noun.i or (head.head.i == head.i and head.i < noun.i and noun.dep_ == "amod"):
        return "main"  # `Driver dead after crash`
    if noun.dep_ in _ATTRIBUTES:
        return "attributive"
    if grammar.is_verb(head):
        there = noun.dep_ in ("attr", "nsubj") and grammar.child(head, "expl") is not None
        return _of_verb(head, depth + 1) if there else "noun"
    return _of_noun(head, depth + 1) if noun.dep_ in _SHARED and depth < _DEPTH else "noun"


def _of_verb(verb: Token, depth: int) -> Rank:
    label, head = verb.dep_, verb.head
    if head.i == verb.i or depth > _DEPTH or _is_passive_line(verb) or grammar.is_line_to_come(verb):
        return "main"
    if label == "ccomp" and (head.i < verb.i or cues.verb(head) is not None):
        return "content"
    if label in ("relcl", "acl") and grammar.infinitive(verb) is None:
        return "relative"
    if label in ("relcl", "acl", "xcomp"):
        return "infinitive"
    if label in _ADVERBIAL:
        return "adverbial"
    if label in _ATTRIBUTES:
        return "attributive"
    # it shares the place of the word that it is joined to; a clause before one that says nothing of it is a sentence more
    return _of_verb(head, depth + 1) if grammar.is_verb(head) else _of_noun(head, depth + 1)


def _is_passive_line(verb: Token) -> bool:
    """`Two Killed In Mall Shooting`: a headline's passive, which the parser hung on its subject."""
    bare = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.head.i == verb.head.i
    return bare and not verb.doc[-1].is_punct
