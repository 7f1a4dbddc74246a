"""The parts of a clause by which frames are told: object, complement, what prepositions lead to; the owner of a thing."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from dateline.language.english import grammar, places
from dateline.language.english.deeds import actors, lexicon

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_PREPOSED = ("prep", "dative", "agent")
_OWNERS = ("of", "by", "from", "in", "against")
_PLAIN = frozenset({"obj", "obj:person", "in", "at", "near", "along", "iobj", "against", "on", "on:obj", "against:obj"})
_PLACES = frozenset(
    {"owner", "maker", "particle", "subj2", "purpose", "subject", "obj", "iobj"}
)  # others: prepositions
WITHIN = 4  # words down from an object at which a preposition may still be the deed's
_MAKERS = ("of", "by", "from")
_LEADING = frozenset(
    {"by", "with", "on", "for", "at", "to", "against", "in", "into", "from"}
)  # never a particle after an object
_SMALL = ("ccomp", "xcomp")
_OF_OBJECT = frozenset({"auxpass", "nsubjpass", *_SMALL})
_HELD_ON = ("xcomp", "ccomp", "advcl", "acl", "relcl")


def thing(token: Token) -> Token:
    """The noun that a phrase is about: of `a series of attacks` the attacks."""
    if actors.lemma(token) in lexicon.words("transparent") or (token.like_num and token.ent_type_ == "CARDINAL"):
        inner = next(prepositional(token, "of"), None)
        if inner is not None:
            return thing(inner)
    return token


def is_main(verb: Token) -> bool:
    """`The rebels called on the king to yield.`: a verb that the parser hung on its subject, as if it were done to that."""
    head = verb.head
    hung = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and head.dep_ == "ROOT" and grammar.is_noun(head)
    if not hung or not verb.doc[-1].is_punct or not verb.lower_.endswith("ed"):
        return False
    if grammar.child(verb, "agent", "auxpass") is not None:
        return False
    if grammar.child(verb, "dobj", "xcomp", "ccomp") is not None:
        return True
    clause = grammar.child(verb, "advcl")
    return (clause is not None and _is_infinitive(clause)) or next(prepositional(verb, "for"), None) is not None


def object_(word: Token) -> Token | None:
    """What a verb is done to: its object, or the subject of its passive."""
    parts: dict[str, Token] = {}
    for child in word.children:
        label = child.dep_
        if label == "dobj":
            return child
        if label in _OF_OBJECT:
            parts.setdefault(label, child)
    passive = "auxpass" in parts
    own = parts.get("nsubjpass") if passive else None
    if own is not None:
        return own
    if word.dep_ == "acl" and word.tag_ == "VBN" and grammar.is_noun(word.head) and not is_main(word):
        return word.head
    small = None if parts.keys().isdisjoint(_SMALL) else _small_clause(word)
    if small is not None:
        return small
    own = parts.get("nsubjpass")
    if own is None and passive and word.dep_ == "conj":
        return grammar.child(word.head, "nsubjpass")
    return own if own is not None and own.tag_ != "WDT" else (word.head if own is not None else None)


def _small_clause(word: Token) -> Token | None:
    """`found him guilty`, `welcomed Marsh to mediate`: whom the parser made the subject of what is said of him."""
    for clause in word.children:
        if clause.dep_ in _SMALL and clause.i > word.i and (clause.pos_ == "ADJ" or _is_infinitive(clause)):
            own = grammar.child(clause, "nsubj")
            if own is not None and own.i > word.i:
                return own
    return None


def indirect(word: Token) -> Token | None:
    """Whom something is given to, without a preposition."""
    given = next((child for child in word.children if child.dep_ == "dative" and child.pos_ != "ADP"), None)
    if given is None and grammar.is_passive(word) and grammar.child(word, "dobj") is not None:
        return grammar.child(word, "nsubjpass")  # `she was granted asylum`
    return given


def complement(word: Token) -> Token | None:
    """The clause or infinitive that a word governs."""
    labels = ("acl", "ccomp", "relcl") if grammar.is_noun(word) else ("xcomp", "ccomp", "pcomp")
    for child in word.children:
        if child.dep_ in labels and child.i > word.i and (not grammar.is_noun(word) or _is_infinitive(child)):
            return child
    if word.pos_ != "ADJ" and not grammar.is_noun(word):
        return next((child for child in word.children if child.dep_ == "advcl" and _is_infinitive(child)), None)
    return None


def infinitive(word: Token) -> Token | None:
    """The infinitive that a word governs."""
    found = complement(word)
    return found if found is not None and _is_infinitive(found) else None


def _is_infinitive(word: Token) -> bool:
    return grammar.infinitive(word) is not None


def prepositional(word: Token, preposition: str) -> Iterator[Token]:
    """What a preposition under a word leads to; `out of`, `up to` too."""
    for child in word.children:
        if child.dep_ in _PREPOSED and child.pos_ in ("ADP", "SCONJ", "VERB"):
            if child.lower_ == preposition:
                yield from (inner for inner in child.children if inner.dep_ in ("pobj", "pcomp"))
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ == preposition:
                    yield from (last for last in inner.children if last.dep_ == "pobj")


def particle_object(word: Token, particle: str) -> Token | None:
    """Whom a verb with its particle is done to (`clashed with police`, `took over the town`)."""
    for carrier in under([word]):
        led = next(prepositional(carrier, particle.split()[-1]), None)
        if led is not None:
            return led
    return object_(word)


def has_particle(word: Token, particle: str) -> bool:
    """Whether a verb has this particle: one, or a preposition (`call on`), or two words (`pull out of`)."""
    first, _, second = particle.partition(" ")
    for child in word.children:
        if child.dep_ in ("prt", "prep", "advmod", "dative") and child.lower_ == first and child.i > word.i:
            if (
                child.lower_ in _LEADING
                and child.dep_ != "prt"
                and any(own.dep_ == "dobj" and own.i < child.i for own in word.children)
            ):
                continue  # `stood guard by the gate`
            if not second:
                return True
            return any(inner.lower_ == second for side in (child, word) for inner in side.children)
    if not first or second:
        return bool(second) and _follows(word, particle)
    return _follows(word, particle)


def _follows(word: Token, particle: str) -> bool:
    parts = particle.split()
    after = word.doc.words[word.i + 1 : word.i + 1 + len(parts)]
    return [token.lower_ for token in after] == parts


# ------------------------------------------------------------------------------------------------------- to whom


def target(
    word: Token, where: tuple[str, ...], content: Token | None, said: Set[str], particle: str = ""
) -> Token | None:
    """Whom a deed is done to, by the order of the places where its frame looks: somebody before anything.

    `said` are the words of the sentence: a preposition that is not among them leads to nobody.
    """
    carriers = [word, *([content] if content is not None and content.i != word.i else [])]
    found: list[Token] = []
    for slot in where:
        name = slot.partition(":")[0]
        if name not in _PLACES and name not in said:
            continue
        for word_ in _target(carriers, slot, particle):
            token = _resolved(word_, slot)
            if token is None or actors.is_time(token):
                continue
            if actors.bears_actor(token):
                return token
            found.append(token)
    return found[0] if found else None


def _target(carriers: list[Token], slot: str, particle: str) -> Iterator[Token]:
    word = carriers[0]
    name, _, side = slot.partition(":")
    if slot == "owner":
        thing_ = object_(word) if grammar.is_verb(word) else word
        yield from owner(thing(thing_)) if thing_ is not None else ()
    elif slot == "maker":
        thing_ = object_(word) if grammar.is_verb(word) else word
        yield from owner(thing(thing_), _MAKERS) if thing_ is not None else ()
    elif slot == "particle":
        found = particle_object(word, particle) if particle else None
        yield from (found,) if found is not None else ()
    elif slot == "subj2":
        clause = complement(word)
        found = None if clause is None else _first_noun(clause)
        yield from (found,) if found is not None else ()
    elif slot == "purpose":
        yield from _of_purpose(carriers)
    elif slot == "subject":
        who = grammar.subject(word)
        yield from (who.token,) if who is not None else ()
    elif name == "obj":
        found = object_(word)
        if found is not None and (side != "person" or actors.is_actor(found)):
            yield found
    elif name == "iobj":
        found = indirect(word)
        yield from (found,) if found is not None else ()
    else:
        for carrier in under(carriers[1:] if side else carriers):
            yield from prepositional(carrier, name)


def _resolved(token: Token, slot: str) -> Token | None:
    """Whom a phrase is about: of a gerund its object, of a thing that a preposition leads to its owner."""
    if grammar.is_verb(token):
        held = object_(token)
        return None if held is None else next(owner(thing(held)), held)
    if slot in _PLAIN or actors.is_actor(token) or actors.is_actor(thing(token)):
        return token
    return next(owner(thing(token)), token)


def under(carriers: list[Token]) -> Iterator[Token]:
    """The words that a preposition may hang on: the verb, its object, and what stands within that, the nearest first."""
    for carrier in carriers:
        yield carrier
        if grammar.is_verb(carrier):
            yield from (child for child in carrier.children if child.dep_ == "npadvmod")
            led = (found for child in carrier.children if child.dep_ == "prep" for found in child.children)
            beside = [found for found in led if found.dep_ == "pobj"]
            held = object_(carrier)
        else:
            held, beside = carrier, []
        if held is not None:
            yield from within(held)
        for token in beside:
            yield from within(token, 2)


def within(token: Token, depth: int = WITHIN) -> Iterator[Token]:
    """A word and what stands in its phrase, so many words down."""
    yield token
    if depth:
        for child in token.children:
            if child.dep_ in ("prep", "pobj", "conj", "npadvmod", "pcomp") or (
                child.dep_ == "acl" and child.tag_ == "VBN"
            ):
                yield from within(child, depth - 1)  # of `a cup engraved with a lion to Korland` the lion too


def _of_purpose(carriers: list[Token]) -> Iterator[Token]:
    for carrier in under(carriers):
        for clause in carrier.children:
            if clause.dep_ in _HELD_ON and _is_infinitive(clause):
                found = object_(clause)
                yield from (found,) if found is not None else ()


def _first_noun(clause: Token) -> Token | None:
    """Who is to do what a clause says; of one that the parser took for a noun (`that the governor resign`) its first part."""
    if grammar.is_noun(clause):
        return grammar.child(clause, "compound", "nmod", "poss")
    return grammar.child(clause, "nsubj", "nsubjpass")


def owner(token: Token, by: tuple[str, ...] = _OWNERS) -> Iterator[Token]:
    """Whose a thing is: `Marsh's plan`, `the plan of Marsh`, `a Korland plan`; none where it is somebody itself."""
    if actors.is_actor(token) and actors.lemma(token) not in lexicon.words("abstract"):
        return
    for child in token.children:
        if child.dep_ == "poss" and child.tag_ != "PRP$":
            yield child
    if "by" in by:  # `an appeal lodged by the council`
        for child in token.children:
            if child.dep_ == "acl" and child.tag_ == "VBN":
                yield from (found for found in prepositional(child, "by") if actors.is_actor(found))
    for preposition in by:
        for found in prepositional(token, preposition):
            yield from (found,) if actors.is_actor(found) else owner(found, by)
    for child in token.children:
        if child.dep_ in ("compound", "nmod", "amod") and (
            child.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") or places.find(child.text) is not None
        ):
            yield child
