"""The predicates of an English sentence: its verbs, and its event nouns with their light verbs (`held talks`)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar, misread
from dateline.language.english.events import nouns
from dateline.language.events import Predicate

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

EMPTY = frozenset({"be", "do", "get", "let", "'s", "seem", "appear"})  # tell of nothing without an object
_NO_EVENT = frozenset({"aux", "auxpass", "amod", "compound", "case", "mark", "prep", "punct", "det", "nmod"})
_OCCUR = frozenset({"take place", "go ahead", "play out", "come off", "occur", "happen", "unfold", "transpire"})
_KEPT = frozenset({"mark", "celebrate", "commemorate", "observe", "keep"})  # an anniversary, a feast
_PHRASES = {("open", "fire"): "shoot"}  # what no part says alone
_NAMING = frozenset({"call", "name", "dub", "title", "entitle", "nickname", "christen"})
_PAGE = frozenset({"update", "publish", "modify", "post", "edit"})  # what a page says of itself: `Last updated 13:26`
_RAISED = frozenset({"think", "believe", "expect", "know", "suppose", "say", "understand", "report", "rumour", "rumor"})
_TURNS = frozenset({"be", "become", "lie", "remain", "stay", "fall", "go", "appear"})  # verbs of what somebody is


def predicates(doc: Doc) -> Iterator[Predicate]:
    """The predicates of a sentence, in text order. A verb that carries a noun is none of its own."""
    words = {token.i: nouns.lemma(token) for token in doc if nouns.tells(token) and token.dep_ != "npadvmod"}
    carried = _carried(doc[noun] for noun, word in words.items() if word in nouns.listed())
    carriers = {noun: doc[verb] for verb, noun in carried.items()}
    for token in doc:
        if token.i in carried:
            continue
        if token.i in words:
            carrier = carriers.get(token.i)
            behind = _PHRASES.get((carrier.lemma_, token.lower_)) if carrier is not None else None
            behind = behind or nouns.verb_behind(words[token.i])
            yield Predicate(token, behind, noun=True, carrier=carrier, opening=nouns.opening(token))
        elif _is_predicate(token):
            yield Predicate(token, _moved(token, words) or grammar.verb(token))
        elif (state := _state(token)) is not None:
            yield state


def _moved(verb: Token, nouns_of: Container[int]) -> str | None:
    """The verb of `the visit had been moved`: what is an event and moves nowhere else is moved to another time."""
    if verb.lemma_ not in ("move", "shift") or not grammar.is_passive(verb):
        return None
    what = grammar.subject(verb)
    whither = any(word.dep_ == "prep" and word.lower_ in ("to", "from", "into", "on") for word in verb.children)
    return f"{verb.lemma_} to" if what is not None and what.token.i in nouns_of and not whither else None


def _state(token: Token) -> Predicate | None:
    """`is dead`, `found guilty`, `left three dead`: an adjective that is news, with the verb that says it of somebody."""
    behind = _states().get(token.lower_) if token.pos_ in ("ADJ", "ADV", "VERB") else None
    if behind is None or token.dep_ in ("compound", "nmod"):
        return None
    verb = token.head
    if token.dep_ in ("acomp", "oprd", "ccomp", "xcomp") and grammar.is_verb(verb) and token.i > verb.i:
        turns = verb.lemma_.lower() in _TURNS
        return Predicate(token, behind, noun=True, carrier=verb if turns or token.dep_ != "acomp" else None)
    return Predicate(token, behind, noun=True) if _is_told_by_a_line(token) else None


def _is_told_by_a_line(adjective: Token) -> bool:
    """`Driver dead after crash`, `Three dead in Halvern`: all that a headline tells, after whom it is told of."""
    if adjective.doc[-1].is_punct or any(word.pos_ in ("VERB", "AUX") for word in adjective.doc):
        return False
    return adjective.dep_ in ("ROOT", "advmod", "appos", "amod") and (
        adjective.dep_ != "amod" or adjective.i > adjective.head.i
    )


@cache
def _states() -> Mapping[str, str]:
    """Adjectives that tell news of somebody, and the verb that tells the same."""
    return {row["word"]: row["verb"] for row in tables.table("event_adjectives")}


def _carried(event_nouns: Iterable[Token]) -> Mapping[int, int]:
    """The verbs that only carry an event noun, and the noun of each: the first, by index."""
    carried: dict[int, int] = {}
    for noun in event_nouns:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.pos_ == "VERB" and (_lends(verb, noun) or _takes_place(verb, noun)):
            carried.setdefault(verb.i, noun.i)
    return carried


def _lends(verb: Token, noun: Token) -> bool:
    """`held talks`, `marked the anniversary`: a light verb without a particle, with the noun as its object."""
    light = verb.lemma_ in nouns.light() or (verb.lemma_ in _KEPT and nouns.verb_behind(nouns.lemma(noun)) in _KEPT)
    return light and noun.dep_ in ("dobj", "nsubjpass") and " " not in grammar.verb(verb)


def _takes_place(verb: Token, noun: Token) -> bool:
    """`the match is to take place`, `she went on trial`: the verb says no more than that it is."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "on" and noun.head.head.i == verb.i and verb.lemma_ == "go"
    if noun.dep_ != "nsubj":
        return False
    whole = [verb.lemma_, *(word.lower_ for word in verb.children if word.dep_ in ("dobj", "prt", "advmod"))]
    return " ".join(whole[:2]) in _OCCUR or verb.lemma_ in _OCCUR


def _is_predicate(token: Token) -> bool:
    if token.pos_ != "VERB" or token.dep_ in _NO_EVENT or not token.is_alpha or token.lemma_ == "have":
        return False
    if (
        misread.is_office(token)
        or _of_the_page(token)
        or _is_said_of(token)
        or _shows_where(token)
        or _says_its_name(token)
    ):
        return False
    if token.lemma_ not in EMPTY or grammar.child(token, "dobj") is not None:
        return True
    # `appear in court`
    before = (word.lower_ for word in token.children if word.dep_ == "prep")
    return token.lemma_ == "appear" and any(word in ("in", "at", "on", "before") for word in before)


def _shows_where(token: Token) -> bool:
    """`President Lenn, left, and Mira Sool talk`: where somebody stands in a picture."""
    between = 0 < token.i < len(token.doc) - 1 and token.nbor(-1).text == "," and token.nbor(1).text in (",", ")")
    return token.lower_ in ("left", "right") and between


def _says_its_name(verb: Token) -> bool:
    """`a firm called Orsa`, `a man named Moe`: what something is called, not that it is called so now."""
    name = grammar.child(verb, "oprd") if verb.dep_ == "acl" and verb.lemma_ in _NAMING else None
    return name is not None and name.pos_ == "PROPN"


def _of_the_page(verb: Token) -> bool:
    """`Last updated 13:26`: what a page says of itself."""
    last = verb.i > 0 and verb.nbor(-1).lower_ in ("last", "first", "originally")
    return verb.lemma_ in _PAGE and last and grammar.child(verb, "auxpass", "aux") is None


def _is_said_of(verb: Token) -> bool:
    """`is thought to`, `known as`: what is believed of somebody, and what he is called."""
    if verb.tag_ != "VBN" or verb.lemma_ not in _RAISED:
        return False
    if verb.lemma_ == "know" and grammar.child(verb, "prep", "xcomp", "agent") is not None:
        return True
    raised = grammar.child(verb, "xcomp")
    return grammar.is_passive(verb) and raised is not None and grammar.infinitive(raised) is not None
