"""Who does a deed, and the words of a party: the whole phrase, without its clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.deeds import Phrase
from dateline.language.english import grammar, places
from dateline.language.english.deeds import actors, lexicon, slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.language.tokens import Token

_SPARED = frozenset(
    {"relcl", "acl", "advcl", "appos", "ccomp", "parataxis", "punct", "cc", "conj", "prep", "case", "dep"}
)
_KEPT = frozenset({"of", "in", "for", "from", "on", "to", "against", "near", "with", "at"})
_SIDES = frozenset(
    {"country", "side", "party", "nation", "leader", "government", "state", "man", "president", "neighbour", "neighbor"}
)
_SPEECH_DEPTH = 4
_SHORT = 2  # letters of a word in capitals that is no body's name
_GROUNDS = frozenset({"for", "of", "from", "into", "with"})


def doer(word: Token, carrier: Token | None = None) -> Token | None:
    """Who does what a verb tells, or a noun with the verb that carries it."""
    verb = carrier if carrier is not None else word
    if grammar.is_verb(verb) or verb.pos_ == "ADJ":
        found = _of_verb(verb)
        if found is not None or (carrier is None and grammar.is_verb(word)):
            return found
    return _of_noun(word)


def _of_verb(verb: Token) -> Token | None:
    if verb.pos_ == "ADJ":
        return _of_verb(verb.head) if grammar.is_verb(verb.head) else None
    if slots.is_main(verb):
        return verb.head
    bare = verb.tag_ == "VBN" and not grammar.auxiliaries(verb)  # `when asked about it, she said`
    if (verb.dep_ in ("acl", "advcl") and bare) or grammar.is_passive(verb) or _bare(verb):
        by = next((child for child in verb.children if child.dep_ == "agent"), None)
        by = by or next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "by"), None)
        found = None if by is None else next((inner for inner in by.children if inner.dep_ == "pobj"), None)
        return None if found is None or actors.is_time(found) else found
    blamed = _blamed(verb)
    if blamed is not None:
        return blamed
    who = grammar.subject(verb)
    if who is None:
        return _right_before(verb)
    return None if who.passive else antecedent(who.token, verb)


def _blamed(verb: Token) -> Token | None:
    """Whom a verb is said of that a gerund gives the ground for: `thanked Marsh for hosting`, `was held for helping`."""
    lead = verb.head
    if verb.dep_ != "pcomp" or lead.lower_ not in _GROUNDS or not grammar.is_verb(lead.head):
        return None
    whom = slots.object_(lead.head)
    return whom if whom is not None and actors.is_actor(whom) else None


def _right_before(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parser gave no subject: `In all, Korland provided tents`."""
    helpers = [word for word in verb.lefts if word.dep_ in ("aux", "neg", "advmod") and not _in_capitals(word)]
    first = min([verb, *helpers], key=lambda word: word.i)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in helpers)
    before = first.nbor(-1) if first.i else None
    if not finite or before is None:
        return None
    return before if _in_capitals(before) or (grammar.is_noun(before) and actors.is_actor(before)) else None


def _in_capitals(word: Token) -> bool:
    """Whether a word that was taken for an adverb is a body's name (`USAID provided`)."""
    return word.dep_ == "advmod" and word.is_upper and len(word) > _SHORT


def _bare(verb: Token) -> bool:
    """A headline's passive."""
    labels = {child.dep_ for child in verb.children}
    return verb.tag_ in ("VBN", "VBD") and "agent" in labels and not labels & {"dobj", "auxpass"}


def antecedent(token: Token, verb: Token) -> Token:
    """Who a pronoun is that speaks of its speaker: `Korland said it would close`."""
    its = token.lower_ in actors.PRONOUNS or any(
        child.dep_ == "poss" and child.tag_ == "PRP$" for child in token.children
    )
    if not its:
        return token
    speaker = speaking(verb)
    who = grammar.subject(speaker) if speaker is not None else None
    if who is None or who.passive or who.token.i == token.i or not _agrees(token, who.token):
        return token
    return who.token


def _agrees(pronoun: Token, who: Token) -> bool:
    """Whether a pronoun can stand for somebody by its number: `he` for no body, `it` for no person."""
    several = who.tag_ in ("NNS", "NNPS") or who.lemma_.lower() == "police"
    if pronoun.lower_ in grammar.PERSONAL:
        return not several and who.ent_type_ not in ("ORG", "GPE", "NORP")
    return pronoun.lower_ != "it" or not (several or who.ent_type_ == "PERSON")


def speaking(verb: Token) -> Token | None:
    """The verb of saying that a clause is the content of."""
    word, steps = verb, 0
    while word.head.i != word.i and steps < _SPEECH_DEPTH:
        if word.dep_ == "ccomp" and word.head.lemma_.lower() in lexicon.words("speak") | lexicon.words("demand"):
            return word.head
        if word.dep_ == "ROOT" or word.dep_ not in ("ccomp", "conj", "xcomp", "advcl"):
            break
        word, steps = word.head, steps + 1
    said = next((child for child in verb.children if child.dep_ in ("ccomp", "parataxis")), None)
    return said if said is not None and said.lemma_.lower() in lexicon.words("speak") else None


def _of_noun(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss" and child.tag_ != "PRP$":
            return child
    for child in actors.inside(noun):  # `the invasion of Korland by Estmark`
        if child.dep_ in ("prep", "agent") and child.lower_ == "by":
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    between = next(slots.prepositional(noun, "between"), None)
    if between is not None:
        return between
    for child in noun.children:
        named = child.ent_type_ in ("GPE", "NORP", "ORG") or places.find(child.text) is not None
        if child.dep_ in ("compound", "amod", "nmod") and (named or actors.lemma(child) in lexicon.words("political")):
            return child
    return None


def phrase(token: Token, joined: bool = True, named: bool = False) -> Phrase:
    """The words of a party: from the first that goes with its head to the last, its clauses and appositions aside.

    `joined` takes in those that are joined to it (`France and Britain`), `named` what names it once more.
    """
    last = _last(token, joined)
    if named and last.i == token.i:
        again = next((child for child in token.rights if child.dep_ == "appos"), None)
        last = last if again is None else max(last, _last(again, joined), key=lambda word: word.i)
    first = token.left_edge
    while first.i < token.i and (
        first.is_punct or first.dep_ in ("cc", "mark") or first.ent_type_ in ("DATE", "TIME") or _is_aside(first, token)
    ):
        first = first.nbor(1)
    return Phrase(first, last, token)


def _is_aside(word: Token, token: Token) -> bool:
    """Whether an adverb only goes with the whole party (`precisely the two leaders`)."""
    return word.dep_ == "advmod" and word.head.i == token.i


def _last(token: Token, joined: bool) -> Token:
    last = token
    for child in token.rights:
        if child.dep_ == "conj" and joined:
            last = max(last, _last(child, joined), key=lambda word: word.i)
        elif child.dep_ == "prep" and child.lower_ in _KEPT:
            inner = next((word for word in child.children if word.dep_ == "pobj"), None)
            if inner is not None and not actors.is_time(inner):
                last = max(last, _last(inner, joined), key=lambda word: word.i)
        elif child.dep_ not in _SPARED or (child.dep_ == "appos" and child.pos_ == "PROPN" and token.pos_ != "PROPN"):
            last = max(last, child.right_edge, key=lambda word: word.i)
    return last


def is_own(source: Token, target: Token) -> bool:
    """Whether whom a deed is said to be done to is but the country of who does it (`the Korland minister`, `in Korland`)."""
    country = places.find(target.text)
    if country is None or target.dep_ not in ("pobj", "poss", "compound", "amod"):
        return False
    named = (source, *(child for child in source.children if child.dep_ in ("compound", "amod", "nmod", "poss")))
    return any((found := places.find(word.text)) is not None and found.name == country.name for word in named)


def is_both(token: Token) -> bool:
    """Whether a party is but those who do it, taken together (`the two sides`, `each other`)."""
    if token.lower_ in ("other", "another") and token.i and token.nbor(-1).lower_ in ("each", "one"):
        return True
    counted = any(child.lower_ in ("two", "both", "three") for child in token.children)
    return (
        counted
        and actors.lemma(token) in _SIDES
        and not any(child.dep_ in ("prep", "amod") for child in token.children)
    )


def is_aside(word: Token, base: Token) -> bool:
    """Whether a word stands in a clause under another that tells something else, or of somebody else."""
    while word.i != base.i and word.head.i != word.i:
        own = word.dep_ in ("advcl", "ccomp") and grammar.child(word, *grammar.SUBJECT) is not None
        if own or word.dep_ in ("relcl", "parataxis") or (word.dep_ == "conj" and grammar.is_verb(word)):
            return True
        word = word.head
    return False


def two_of(token: Token) -> tuple[Token, ...]:
    """The sides that some are of, taken together: of `Korland and Estmark envoys`, `the leaders of both` the two."""
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("GPE", "NORP", "ORG"):
            joined = [word for word in child.rights if word.dep_ == "conj" and word.ent_type_ in ("GPE", "NORP", "ORG")]
            if joined and joined[-1].i < token.i:
                return (child, *joined)
    of = next(slots.prepositional(token, "of"), None) if token.tag_ == "NNS" else None
    joined = [] if of is None else [word for word in of.rights if word.dep_ == "conj"]
    named = of is not None and all(word.ent_type_ in ("GPE", "NORP", "ORG") for word in (of, *joined))
    return (of, *joined) if of is not None and joined and named and actors.is_actor(token) else ()


def partners(token: Token) -> Iterator[Token]:
    """Those that are joined to a party by `and`, each that follows it."""
    return (word for word in grammar.conjuncts(token) if word.i != token.i)
