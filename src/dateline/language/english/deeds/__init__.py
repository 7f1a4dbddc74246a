"""Deeds in English: who did what to whom (the questions of `dateline.language.deeds`).

`lexicon` holds the frames and what operators make of deeds, `slots` finds the parts of a clause, `reading` reads a word by
its frame and by what governs it, `parties` finds who does it, `actors` whether it is a political actor, `codes` his code,
`talk` what a text is of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from dateline.language.deeds import Coded, Phrase
from dateline.language.english import grammar
from dateline.language.english.deeds import actors, lexicon, parties, slots
from dateline.language.english.deeds.codes import actor, holder, is_vague
from dateline.language.english.deeds.reading import Reader, Reading
from dateline.language.english.deeds.talk import contexts, setting
from dateline.language.events import Predicate

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

_ON_THINGS = frozenset({"ASSAULT", "COERCE", "PROTEST", "ACCUSE", "CONSULT"})  # deeds that may be done to a thing
_AT_HOME = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "YIELD"})  # deeds that are done to one's own country too
_PLACES = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "poss", "dative"})
__all__ = ["actor", "contexts", "deeds", "holder", "is_vague", "setting"]


def deeds(doc: Doc, predicates: Sequence[Predicate]) -> Mapping[int, Coded]:
    """The deeds of a sentence, by the index of the predicate (in `predicates`) that tells each; one deed a predicate."""
    reader = Reader(doc)
    read = [(word, found) for word in reader.telling() if (found := reader.read(word)) is not None]
    if not read:
        return {}
    places = _places(predicates)
    governed = reader.unreal.union(head.i for _, found in read for head in found.heads[1:])
    out: dict[int, Coded] = {}
    for word, found in read:
        if word.i in governed:
            continue
        place = next((places[head.i] for head in found.heads if places.get(head.i, -1) not in (-1, *out)), None)
        coded = None if place is None else _coded(found, reader.said)
        if place is not None and coded is not None:
            out[place] = coded
    return out


def _places(predicates: Sequence[Predicate]) -> dict[int, int]:
    places: dict[int, int] = {}
    for index, predicate in enumerate(predicates):
        for token in (predicate.token, predicate.carrier):
            if token is not None:
                places.setdefault(token.i, index)
    return places


def _coded(found: Reading, said: Set[str]) -> Coded | None:
    """A deed with its parties; None where nobody does it, or where it is no matter of politics."""
    source, target = _somebody(found.doer), found.target
    if source is None and target is None:
        return None
    head = found.heads[0]
    if grammar.is_noun(head) and (source is None or target is None or not found.cameo.startswith(lexicon.ALONE)):
        return None
    if source is None and not _is_finite_passive(head):
        return None  # `lifting sanctions would help`
    abroad = found.plover not in _AT_HOME
    if abroad and target is not None and source is not None and parties.is_own(source, target):
        target = None  # `the Korland envoy spoke in Korland`
    if found.plover not in _ON_THINGS and (target is None or not actors.bears_actor(target)):
        target = _further(found, source) or target
    if target is None:
        target = _told_to(head)
    others: tuple[Token, ...] = ()
    whole: Token | None = None  # what two named before it share (`Korland and Estmark | envoys`)
    mutual = found.cameo.startswith(lexicon.MUTUAL) and not _is_offer(found)
    if source is not None and mutual and (target is None or _alike(source, target, found)):
        two = parties.two_of(source)
        whole = source if two and two[0].i < source.i else None
        source, others = (two[0], two[1:]) if two else (source, tuple(parties.partners(source)))
        target = target if not others and target is not None and target.i != source.i else None
    if not actors.are_political(head, [token for token in (source, target) if token is not None], found.cameo, said):
        return None
    if source is not None and target is not None and source.i == target.i:
        target = None
    with_him = target is not None and actors.bears_actor(target)
    both = bool(others) or (with_him and found.cameo.startswith(lexicon.BOTH))
    return Coded(
        plover=found.plover,
        cameo=found.cameo,
        mode=found.mode,
        source=(parties.phrase(source, not others, named=True),) if source is not None else (),
        target=_targets(target, others, whole),
        mutual=both,
        why=" + ".join(found.rows),
        words=found.heads,
    )


def _is_offer(found: Reading) -> bool:
    """Whether each of those who are joined means to do it, and not with the other: `Korland and Estmark offered a reward`."""
    alone = found.cameo.startswith(lexicon.AGREE) and not found.cameo.startswith(lexicon.BOTH)
    return alone and grammar.lemma_of(found.heads[0]) != "agree"


def _somebody(token: Token | None) -> Token | None:
    """Who does it: of a thing (`the statement of the envoy`) whose it is, where that is told; a weapon does it itself."""
    if token is None or actors.is_actor(token) or actors.is_armed(slots.thing(token)):
        return token
    inner = slots.thing(token)
    return token if actors.is_actor(inner) else next(slots.owner(inner), token)


def _further(found: Reading, source: Token | None) -> Token | None:
    """Somebody whom the words after a verb name, where nobody stands in the places of its frame: `the curbs put on Korland`."""
    own = frozenset() if source is None else {word.i for word in source.subtree}
    verb = (
        found.heads[0] if grammar.is_noun(found.base) else found.base
    )  # `reduced tariffs on $1 billion of Korland's exports`
    for word in verb.subtree:
        if word.i <= found.base.i or word.i in own or word.dep_ not in _PLACES or not actors.is_named(word):
            continue
        if not parties.is_aside(word, found.base) and not (source is not None and parties.is_own(source, word)):
            return word
    return None


def _told_to(head: Token) -> Token | None:
    """Whom the verb above a participle is done to (`wrote to the envoy, | threatening to close the port`)."""
    above = head.head
    if head.tag_ != "VBG" or head.dep_ != "advcl" or not grammar.is_verb(above) or above.i > head.i:
        return None
    told = (slots.indirect(above), *slots.prepositional(above, "to"), slots.object_(above))
    return next((token for token in told if token is not None and actors.is_actor(token)), None)


def _is_finite_passive(verb: Token) -> bool:
    """`was arrested`, and a headline's `Editor jailed in Halvern`: done to somebody, by whoever it was."""
    helper = grammar.child(verb, "auxpass")
    if helper is not None:
        return helper.tag_ != "VB" or grammar.child(verb, "aux") is not None  # not `a plan that they be allowed in`
    return verb.tag_ == "VBN" and verb.dep_ in ("ROOT", "acl") and not verb.doc[-1].is_punct


def _alike(source: Token, target: Token, found: Reading) -> bool:
    """Whether those that are joined do it with one another: `Korland and Estmark agreed to a truce in the north`."""
    if parties.is_both(target) or target.i == source.i or any(word.i == target.i for word in grammar.conjuncts(source)):
        return True
    if not found.cameo.startswith(lexicon.TOGETHER) or (target.dep_ == "pobj" and target.head.lower_ == "with"):
        return False
    if target.dep_ != "pobj":
        return not actors.is_actor(target)
    return target.head.lower_ in ("in", "on", "at", "over") or not actors.is_actor(target)


def _targets(target: Token | None, others: tuple[Token, ...], whole: Token | None) -> tuple[Phrase, ...]:
    if others:
        first, last = parties.phrase(others[0]), parties.phrase(others[-1])
        return (Phrase(first.first, whole or last.last, first.head),)
    return (parties.phrase(target, named=target.ent_type_ == "PERSON"),) if target is not None else ()
