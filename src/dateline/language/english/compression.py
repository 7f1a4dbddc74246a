"""The core of a clause: the few words that tell an event, cut out of its sentence by the parse.

The subject, the verb with its helpers, its object, complement and particle stand; what can be spared comes back as far as there
is room, what stands nearest to the core first: `by` whom, where, of what. Asides, appositions, relative clauses, other
clauses, adverbs and the time never do. It is what is known as sentence compression (Clarke and Lapata 2008), by rules of which
words a clause cannot do without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.coreference import is_person
from dateline.language.english.status_words import classes

if TYPE_CHECKING:
    from dateline.language.tokens import Token

MOST = 13  # words
_OBJECTS = ("dobj", "dative", "attr", "acomp", "oprd")
_HELD = ("ccomp", "xcomp")
_HELPERS = ("aux", "auxpass", "neg", "prt")
_IN_NOUN = (
    "det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod", "case", "neg", "pobj", "npadvmod",
)  # fmt: skip
_WHEN = ("DATE", "TIME")
_WAYS = frozenset((
    "aboard", "abroad", "ahead", "apart", "ashore", "aside", "away", "back", "dead", "down", "forward", "home", "in", "off",
    "out", "over", "through", "together", "up",
))  # fmt: skip
# approximators (Quirk et al. 1985, 8.111): without them it is told as done
_NEARLY = frozenset(("almost", "nearly", "practically", "virtually", "barely", "hardly", "scarcely"))
_PAUSES = (",", ";", ":", "--", "–", "—", "...", "…")
_IN_A_LIST = ("conj", "cc", "amod", "compound", "nummod")
_SAYS_WHICH = ("compound", "nummod", "amod", "nmod")
_ASKED = 1  # how well what a verb asks for can be spared: rather than it, what people are goes
_DEEPEST = 3  # clauses within one another

_KEPT = frozenset(classes("adv")) | _NEARLY
Piece = tuple[int, frozenset[int]]  # how well it can be spared (0: not at all), and the places of its words


def core(verb: Token) -> tuple[tuple[Token, Token], ...]:
    """The words of the core of a verb's clause, as runs: first and last of each, in order. None where it cannot be so short."""
    subject = grammar.subject(verb)
    if subject is None or subject.token.i == verb.i or verb.dep_ == "acl":  # `efforts led by the council`
        return ()
    who = subject.token
    if who.tag_ == "WP" and verb.dep_ == "relcl" and who.head.i == verb.i:
        who = verb.head  # `a clerk who was dismissed`
        if who.pos_ != "PROPN" and not is_person(who):
            return ()
    if who.i > verb.i or who.tag_ == "WP" or _disagree(who, verb) or _is_not_until(verb):
        return ()
    pieces = [*_noun(who, verb), *_verb(verb, 0)]
    needed = frozenset[int]().union(*(words for spare, words in pieces if not spare))
    told = frozenset[int]().union(needed, *(words for spare, words in pieces if spare and spare <= _ASKED))
    titles = _titles(verb, needed)
    if _count(verb, needed) > MOST or _count(verb, told - titles) <= MOST < _count(verb, told):
        needed -= titles
    if _count(verb, needed) > MOST:
        return ()
    kept = needed
    for _, words in sorted((piece for piece in pieces if piece[0]), key=lambda piece: (piece[0], min(piece[1]))):
        if _count(verb, kept | words) <= MOST:
            kept |= words
    return tuple(_runs(verb, frozenset(place for place in kept if not verb.doc[place].is_punct)))


def _titles(verb: Token, places: frozenset[int]) -> frozenset[int]:
    """The places of the words before people's names that say what they are (`club owner Ada Marsh`)."""
    people = [word for word in (verb.doc[place] for place in sorted(places)) if word.ent_type_ == "PERSON"]
    before = (word for person in people for word in person.children if word.i < person.i and word.dep_ in _SAYS_WHICH)
    gone = {one.i for word in before if word.ent_type_ != "PERSON" for one in word.subtree}
    articles = {word.i for person in people for word in person.children if word.dep_ == "det" and word.i + 1 in gone}
    return frozenset(gone | articles)


def _is_not_until(verb: Token) -> bool:
    """Whether it did not happen until something (`did not speak until 2008`): without that it is turned round."""
    if not any(word.dep_ == "neg" for word in verb.children):
        return False
    return any(word.lower_ == "until" for word in verb.subtree if word.i > verb.i)


def _disagree(subject: Token, verb: Token) -> bool:
    """Whether a verb of many has a subject of one: then the parse has lost some of them."""
    plural = any(word.tag_ == "VBP" for word in verb.children if word.dep_ in ("aux", "auxpass")) or verb.tag_ == "VBP"
    several = subject.tag_ not in ("NN", "NNP") or any(word.dep_ == "conj" for word in subject.children)
    return plural and not several


def _verb(verb: Token, depth: int) -> Iterator[Piece]:
    """The verb with its helpers, its objects, and what it holds."""
    own = {verb.i, *(word.i for word in verb.children if word.dep_ in _HELPERS or word.lower_ in _KEPT)}
    own |= {one.i for word in verb.children if _leads_off(word, verb) for one in word.subtree if one.dep_ != "prep"}
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and len(own) == 1:  # `was treated and released`
        own |= {word.i for word in verb.head.children if word.dep_ in ("aux", "auxpass") and word.i < verb.head.i}
    shared = _shared(verb)
    if shared is not None:
        own |= {*range(verb.i, shared.i)}
        yield from _verb(shared, _DEEPEST)
    yield 0, frozenset(own)
    for word in verb.children:
        if word.dep_ in _OBJECTS and word.pos_ != "ADP" and (word.dep_ == "dobj" or not _is_time(word)):
            yield from _adjective(word) if word.pos_ in ("ADJ", "ADV", "VERB") else _noun(word, verb)
        elif word.dep_ in _HELD and word.i > verb.i and depth < _DEEPEST:
            yield from _content(word, depth)
        elif word.i > verb.i:
            yield from _behind(word, verb)


def _content(held: Token, depth: int) -> Iterator[Piece]:
    """A clause that a verb holds, with its own subject and what leads to it; of a noun (`made her an offer`) its words."""
    for spare, words in _noun(held, held.head) if held.pos_ == "NOUN" else _verb(held, depth + 1):
        yield min(spare, max(1, spare - 1)), words
    for word in held.children:
        if word.dep_ in grammar.SUBJECT or word.dep_ == "expl":
            yield from _noun(word, held)
        elif word.dep_ in ("mark", "aux") or word.tag_ in ("WRB", "WP"):
            yield 0, frozenset({word.i})


def _behind(word: Token, verb: Token) -> Iterator[Piece]:
    """What can be spared behind a verb: by whom, where, what for, how (`get online`)."""
    if word.dep_ in ("agent", "prep", "dative"):
        yield from _preposition(word, 1 if word.dep_ in ("agent", "dative") else 2)
    elif word.dep_ == "advcl" and _is_purpose(word):
        yield from _purpose(word)
    elif word.dep_ == "advmod" and word.i == verb.i + 1 and not any(one.dep_ in _OBJECTS for one in verb.children):
        yield 1, frozenset({word.i})
    elif _is_time(word):
        yield from _behind_a_time(word)


def _shared(verb: Token) -> Token | None:
    """The verb joined to one that has its object in common with it (`shot and killed two men`)."""
    joined = next((word for word in verb.children if word.dep_ == "conj" and word.tag_ == verb.tag_), None)
    if joined is None or joined.i != verb.i + 2 or joined.nbor(-1).dep_ != "cc":
        return None
    alone = not any(word.i > verb.i and word.dep_ not in ("cc", "conj", "punct") for word in verb.children)
    return joined if alone and any(word.dep_ == "dobj" for word in joined.children) else None


def _purpose(clause: Token) -> Iterator[Piece]:
    """What it is done for; nothing where that is told by what somebody does for it in turn (`to help to find the crew`)."""
    if any(word.dep_ in _HELD for word in clause.children):
        return
    words = frozenset(word.i for word in clause.children if word.dep_ == "aux")
    for spare, places in _verb(clause, _DEEPEST):
        if spare:
            yield 2 + spare, places
        else:
            words |= places
    yield 2, words


def _is_purpose(clause: Token) -> bool:
    """Whether a clause tells what for (`worked to contain the blaze`)."""
    return clause.tag_ == "VB" and any(word.dep_ == "aux" and word.lower_ == "to" for word in clause.children)


def _leads_off(word: Token, verb: Token) -> bool:
    """Whether a word behind a verb, or behind its object, says where to or what became of whom (`shot him dead`)."""
    return word.i > verb.i and word.dep_ in ("advmod", "oprd", "acomp") and word.lower_ in _WAYS


def _adjective(word: Token) -> Iterator[Piece]:
    yield 0, frozenset({word.i, *(one.i for one in word.children if one.dep_ in ("advmod", "neg") and one.i < word.i)})
    for one in word.children:
        if one.dep_ == "prep":
            yield from _preposition(one, 1)
        elif one.dep_ in _HELD:
            yield from _verb(one, _DEEPEST)
            yield 0, frozenset(inner.i for inner in one.children if inner.dep_ == "aux")


def _noun(noun: Token, verb: Token) -> Iterator[Piece]:
    """A noun with the words before it, what is joined to it, and what it is of; the rest can be spared."""
    own = {noun.i}
    for word in noun.children:
        if word.i == verb.i or (_is_time(word) and word.dep_ not in _SAYS_WHICH):
            continue
        if word.dep_ in _IN_NOUN and word.i < noun.i:
            own |= {one.i for one in word.subtree if one.dep_ not in ("relcl", "acl", "appos") and not one.is_punct}
        elif word.dep_ == "case":
            own.add(word.i)
        elif word.dep_ == "appos" and word.left_edge.i == noun.i + 1:  # `the shipowner Ivo Brandt`
            own |= next(words for _, words in _noun(word, verb))
        elif word.dep_ == "conj" and word.i > noun.i:
            own |= {one.i for one in noun.children if one.dep_ == "cc" and one.i < word.i}
            own |= next(words for _, words in _noun(word, verb))
    yield 0, frozenset(own)
    for word in noun.children:
        if word.dep_ == "prep" and word.i > noun.i:
            yield from _preposition(word, 0 if word.lower_ == "of" else 3)
        elif word.dep_ == "acl" and (word.tag_ == "VB" or any(one.dep_ == "mark" for one in word.children)):
            # `an offer to buy the mill`, `word that the mill had closed`
            yield 4, frozenset(one.i for one in word.subtree if not one.is_punct)


def _preposition(preposition: Token, spare: int) -> Iterator[Piece]:
    """What a preposition adds, as one piece."""
    inner = [word for word in preposition.children if word.dep_ in ("pobj", "prep", "pcomp", "amod", "acomp")]
    if preposition.lower_ == "according":  # who says so is no part of it
        return
    if not inner or any(map(_is_time, inner)) or preposition.ent_type_ in _WHEN:
        for word in inner:
            yield from _behind_a_time(word)
        return
    before = (word.i for word in preposition.children if word.dep_ in ("neg", "advmod") and word.i < preposition.i)
    words = {preposition.i, *before}
    later: list[Piece] = []
    for word in inner:
        if word.dep_ == "pobj":
            for more, places in _noun(word, preposition):
                if more:
                    later.append((more + spare, places))
                else:
                    words |= places
        elif word.dep_ == "pcomp" and word.tag_ == "VBG":
            whole = frozenset(one.i for one in word.subtree if not one.is_punct)
            words |= frozenset[int]().union(*(places for more, places in _verb(word, _DEEPEST) if not more))
            later.append((spare, whole))
        else:
            words |= {one.i for one in word.subtree if not one.is_punct}
    yield spare, frozenset(words)
    yield from later


def _behind_a_time(time: Token) -> Iterator[Piece]:
    """What the parse hangs on a time and is its verb's: `was convicted on Tuesday of fraud`."""
    for word in time.children:
        if _is_time(time) and word.dep_ == "prep" and word.lower_ == "of":
            yield from _preposition(word, 1)


def _is_time(word: Token) -> bool:
    return word.ent_type_ in _WHEN


def _count(verb: Token, places: frozenset[int]) -> int:
    """Words as they are written: what stands without a space is one."""
    return sum(place + 1 not in places or bool(verb.doc[place].whitespace_) for place in places)


def _runs(verb: Token, kept: frozenset[int]) -> Iterator[tuple[Token, Token]]:
    """The kept words as runs; what is written between two of them stands, but for a pause that is not one of a list."""
    doc = verb.doc
    places = sorted(kept)
    start = last = places[0]
    for place in places[1:]:
        between = [doc[at] for at in range(last + 1, place)]
        pause = any(word.text in _PAUSES for word in between) and doc[place].dep_ not in _IN_A_LIST
        if pause or not all(word.is_punct or word.is_space for word in between):
            yield doc[start], doc[last]
            start = place
        last = place
    yield doc[start], doc[last]
