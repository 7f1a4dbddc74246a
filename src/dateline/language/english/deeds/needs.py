"""Whether a clause has what a frame asks for: each part of it is looked up once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.deeds import actors, slots
from dateline.language.english.deeds.lexicon import Frame, Need

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_SAID_OF = (
    "hostage",
    "captive",
    "prisoner",
    "guilty",
    "responsible",
)  # words by which a verb is told wherever they stand under it


class Clause:
    """A word with the parts of its clause by which frames are told."""

    def __init__(self, word: Token) -> None:
        self.word = word
        self._parts: dict[str, tuple[Token, ...]] = {}
        self._forms: dict[int, frozenset[str]] = {}

    def fits(self, frame: Frame) -> bool:
        """Whether it has all that a frame asks for."""
        for need in frame.needs:
            for slot in need.slots:
                if self._fills(slot, need):
                    if need.absent:
                        return False
                    break
            else:
                if not need.absent:
                    return False
        return True

    def _fills(self, slot: str, need: Need) -> bool:
        for token in self._part(slot):
            if need.person and not _is_somebody(token, slot):
                continue
            if not need.words or not need.words.isdisjoint(self._forms_of(token)):
                return True
        return slot in _SAID_OF and any(token.lower_ == slot for token in self.word.subtree)

    def _part(self, slot: str) -> tuple[Token, ...]:
        found = self._parts.get(slot)
        if found is None:
            self._parts[slot] = found = tuple(_slot(self.word, slot))
        return found

    def _forms_of(self, token: Token) -> frozenset[str]:
        found = self._forms.get(token.i)
        if found is None:
            self._forms[token.i] = found = _forms(token)
        return found


def _forms(token: Token) -> frozenset[str]:
    """The forms of a word, or of what it is one of (`a series of raids`), alone and with the word before."""
    forms = {"money"} if token.ent_type_ == "MONEY" else set()
    inner = slots.thing(token)
    form = actors.lemma(inner)
    return frozenset(forms | {form, inner.lower_, f"{actors.before(inner)}{form}"})


def _is_somebody(token: Token, slot: str) -> bool:
    if actors.is_actor(token):
        return True
    inner = slots.thing(token)
    if inner.i != token.i and actors.is_actor(inner):
        return True
    # `missiles struck`, `the raid killed`: a weapon or an attack does it
    return slot == "doer" and actors.is_armed(inner)


def _slot(word: Token, slot: str) -> Iterator[Token]:
    if slot == "anywhere":
        yield from (token for token in word.doc if grammar.is_noun(token))
    elif slot in _SINGLE:
        found = _SINGLE[slot](word)
        if found is not None:
            yield found
            yield from (other for other in found.rights if slot == "obj" and other.dep_ == "conj")
    else:
        yield from slots.prepositional(word, slot)
        held = slots.object_(word) if grammar.is_verb(word) else None
        if held is not None:
            yield from slots.prepositional(held, slot)
            if slot == "to":  # `returned a cross with the image of a king | to the town`: it may hang on any of these
                yield from (led for inner in slots.under([word]) for led in slots.prepositional(inner, slot))


def _doer(word: Token) -> Token | None:
    """Who does what a verb tells: its subject, or whom a passive names with `by`."""
    who = grammar.subject(word)
    if who is not None and not who.passive and not grammar.is_passive(word):
        return who.token
    return next(slots.prepositional(word, "by"), None)


def _subject(word: Token) -> Token | None:
    who = grammar.subject(word)
    return who.token if who is not None else None


_SINGLE: Mapping[str, Callable[[Token], Token | None]] = {
    "obj": slots.object_,
    "comp": slots.complement,
    "inf": slots.infinitive,
    "iobj": slots.indirect,
    "oprd": lambda word: grammar.child(word, "oprd", "acomp"),
    "doer": _doer,
    "subj": _subject,
    "particle": lambda word: grammar.child(word, "prt"),
}
