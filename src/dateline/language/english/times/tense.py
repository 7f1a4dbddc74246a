"""Does the sentence look back or ahead at a time? Read off the verb that governs it in the parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.language.english import factuality, grammar
from dateline.language.english.times import called, counting, verbs
from dateline.language.english.times.verbs import AHEAD, TELLING, has, is_past, reporting, unkept, words

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

_AHEAD_PREPOSITIONS = frozenset(("until", "till", "by", "before"))
_LEADING_TO = frozenset(("to", "until", "till", "for", "by", "from"))
_MOVED = frozenset(("push", "put", "move", "shift", "switch", "reschedule", "bring", "delay", "postpone"))
_CALLS = frozenset(("call", "announce", "declare", "order", "convene", "organise", "organize", "summon"))
_DEPTH = 12  # governors looked at


@dataclass(frozen=True, slots=True)
class Tense:
    """How one sentence looks at its times, read off its parse (`language.times.Sight`); an empty one looks nowhere."""

    doc: Doc
    headline: bool
    report: Sequence[Doc] = ()

    def orientation(self, offset: int) -> int:
        """-1 when the governing verb is past, 1 when it looks ahead, 0 when it tells neither."""
        if not len(self.doc):
            return 0
        token = self._token(offset)
        noun = _event_noun(token)
        if noun is not None and factuality.standing(noun).status in ("planned", "postponed"):
            return (
                1  # the noun that the time stands beside is planned or put off by its own words: `the election due in`
            )
        deed = _deed(token)
        if deed is not None and factuality.standing(deed, headline=self.headline).status == "happened":
            return -1  # `Police are looking into Friday's crash`
        if _is_called_for(token):
            return 1
        bound = True  # on the verb itself, not on a noun beside it
        for step in range(_DEPTH):
            if (step < 3 and _until(token)) or _moved_to(token) or token.lower_ == "effective":
                return 1  # `by Friday`, `put off to May`, `effective 1 February`
            if token.pos_ in ("VERB", "AUX"):
                if unkept(token):
                    return 0
                look = verbs.look(token)
                if look:
                    return look
                if (bound and self._present(token)) or self._is(token, offset):
                    return 1  # `voters go to the polls in May`, `the lease expires in May`
            bound = bound and (token.pos_ != "NOUN" or token.dep_ == "npadvmod")  # `resumes Monday morning`
            if token.head.i == token.i:
                return int(self._misread(token, offset))
            token = token.head
        return 0

    def done(self, offset: int) -> bool:
        """Whether the time stands with a verb that tells a deed of the past: `died on 30 June`; not `extended to 30 June`."""
        if not len(self.doc):
            return False
        day = self._token(offset)
        if day.i and day.nbor(-1).lower_ in _LEADING_TO:
            return False
        while day.pos_ == "NUM" and day.dep_ in ("nummod", "compound") and day.head.i != day.i:
            day = day.head
        verb = day.head.head if day.dep_ == "pobj" and day.head.lower_ in ("on", "in") else day.head
        if day.dep_ not in ("pobj", "npadvmod") or verb.pos_ != "VERB" or _event_noun(day) is not None or unkept(verb):
            return False
        return is_past(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_ not in AHEAD)

    def shown(self, offset: int) -> bool:
        """Whether a verb in the plain present has the time: `Moe speaks in Tessen on 25 May`."""
        token = self._token(offset) if len(self.doc) else None
        for _ in range(_DEPTH):
            if token is None or token.pos_ in ("VERB", "AUX"):
                break
            token = token.head
        helped = token is not None and any(word.dep_ in ("aux", "auxpass") for word in token.children)
        return token is not None and not helped and not verbs.look(token) and self._present(token)

    def coming(self, offset: int) -> bool:
        """Whether the time is told to come with `will` or `is to`, from the day of speaking: `will be buried on 3 June`."""
        token = self._token(offset) if len(self.doc) else None
        for _ in range(_DEPTH):
            if token is None or token.pos_ == "VERB":
                break
            token = token.head
        helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")] if token is not None else []
        will = any(child.lemma_ in ("will", "shall", "'ll") or child.lower_ in ("will", "shall") for child in helpers)
        over = token.head if token is not None else None
        bound = any(child.tag_ == "TO" for child in helpers) and over is not None and over.lemma_ == "be"
        return will or (bound and over is not None and over.tag_ in ("VBZ", "VBP"))

    def scheduled(self, offset: int) -> bool:
        """Whether the time stands beside an event of the calendar that a verb only speaks of: `discussed the May vote`."""
        noun = _event_noun(self._token(offset)) if len(self.doc) else None
        if noun is None:
            return False
        if noun.dep_ == "pobj":
            return noun.head.lower_ in ("about", "on", "for", "of", "to", "before")
        return noun.dep_ == "dobj" and noun.head.lemma_ in words("foreseeing")

    def telling(self, offset: int) -> bool:
        """Whether the time hangs on a verb of saying: `she said on Monday`."""
        if not len(self.doc):
            return False
        token = self._token(offset)
        for _ in range(4):
            if token.pos_ == "VERB":
                return token.lemma_.lower() in reporting()
            token = token.head
        return False

    def personal(self, offset: int) -> bool:
        """Whether the word there is part of a name: `June Castell`, `Ms May`, `Joe Friday`, `the boat April Star`."""
        return len(self.doc) > 0 and called.personal(self._token(offset), self.report)

    def counting(self, offset: int) -> bool:
        """Whether the number there counts or measures: `some 2000 people`, `at 1990 points`; not `the 2016 elections`."""
        return len(self.doc) > 0 and counting.is_count(self._token(offset))

    def unkept(self, offset: int) -> bool:
        """Whether it is told what was to be then, and perhaps was not: `it had been due to open on Sunday`."""
        token = self._token(offset) if len(self.doc) else None
        for _ in range(_DEPTH):
            if token is None or token.pos_ in ("VERB", "AUX"):
                return token is not None and unkept(token)
            token = token.head
        return False

    def describing(self, offset: int, of: int) -> bool:
        """Whether the word at an offset says of what kind that at the other is: `ten bitter months`."""
        if not len(self.doc):
            return False
        token = self._token(offset)
        return token.dep_ == "amod" and token.head.i == self._token(of).i

    def qualifying(self, offset: int) -> bool:
        """Whether the word there only says of what kind a noun is: `overnight losses`."""
        return len(self.doc) > 0 and self._token(offset).dep_ in ("amod", "compound", "nmod")

    def bodily(self) -> bool:
        """Whether the sentence tells of a body that was hurt, or its report of somebody who fell."""
        hurt = any(token.lemma_.lower() in words("hurt") for token in self.doc)
        return hurt or any(_is_fall(token) for doc in (self.doc, *self.report) for token in doc)

    def moved(self, offset: int) -> bool:
        """Whether something is put off or brought forward to the time there: `moved from Monday to Friday`, `to 9 June`."""
        if not len(self.doc):
            return False
        over = self._token(offset).head
        return _moved_to(over) or _moved_to(over.head)

    def attributive(self, offset: int) -> bool:
        """Whether the word at the offset only qualifies a participle before a noun: `the previously announced sale`."""
        if not len(self.doc):
            return False
        head = self._token(offset).head
        return head.dep_ in ("amod", "acl") and head.tag_ in ("VBN", "VBD", "JJ") and head.i < head.head.i

    def _token(self, offset: int) -> Token:
        """The token of the parse that stands at an offset of the sentence's text."""
        return self.doc[max(bisect_right(self.doc, offset, key=lambda token: token.idx) - 1, 0)]

    def _is(self, verb: Token, offset: int) -> bool:
        """Whether a verb says what day something is, or is on: `the deadline is 30 September`, `it is on the 24th`."""
        said = self._token(offset)
        day = said if said.dep_ in ("attr", "pobj") else said.head
        on = day.head if day.dep_ == "pobj" and day.head.lower_ == "on" else day
        says = on.dep_ in ("attr", "prep") and (on.dep_ == "attr" or on is not day) and on.head.i == verb.i
        return says and verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP")

    def _misread(self, root: Token, offset: int) -> bool:
        """Whether the parser took the verb of the sentence for a noun: `Talks resume Thursday`."""
        beside = [word for word in root.lefts if word.dep_ == "compound" and word.tag_ == "NNS"]
        day = self._token(offset)
        bare = not self.headline and not any(word.pos_ in ("VERB", "AUX") for word in self.doc)
        return bare and root.tag_ == "NN" and len(beside) == 1 and day.dep_ == "npadvmod" and day.head.i == root.i

    def _present(self, verb: Token) -> bool:
        return not self.headline and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in TELLING


def _is_fall(token: Token) -> bool:
    """Whether somebody falls, by a verb (not prices, which fall to a figure) or a noun: `a 60-foot fall`, `his fall`."""
    if token.lemma_.lower() != "fall" or token.pos_ not in ("VERB", "NOUN"):
        return False
    if token.pos_ == "NOUN":
        return any(word.lower_ in ("a", "his", "her") for word in token.lefts) and "in" not in {
            word.lower_ for word in token.rights
        }
    subject = grammar.child(token, *grammar.SUBJECT)
    return subject is not None and (subject.pos_ in ("PROPN", "PRON") or subject.ent_type_ == "PERSON")


def _deed(token: Token) -> Token | None:
    """The noun of a deed or happening that a time stands beside: `her death at the weekend`, `Friday's crash`."""
    head = token.head
    noun = head.head if head.pos_ == "ADP" else head
    if head.pos_ == "ADP" and head.i and head.nbor(-1).head.i == noun.i and head.nbor(-1).dep_ in ("dobj", "pobj"):
        noun = head.nbor(-1)  # `are investigating a crash on Saturday`
    beside = (
        noun.pos_ == "NOUN" and noun.i != token.i and token.dep_ in ("pobj", "poss", "compound", "npadvmod", "nmod")
    )
    return noun if beside and noun.lemma_.lower() in _sudden() else None


@cache
def _sudden() -> frozenset[str]:
    """Nouns of what comes over people, and is not planned: `crash`, `death`."""
    return words("sudden")


def _until(token: Token) -> bool:
    """Whether it is a preposition of what is to come: `by Friday`, but not `had left by Friday`, `six left by Friday`."""
    ahead = token.lower_ in _AHEAD_PREPOSITIONS and token.dep_ in ("prep", "mark")
    over = token.head
    told = over.tag_ == "VBD" or over.pos_ == "NOUN" or over.lemma_ == "be"
    if ahead and token.lower_ == "before" and told and any(_is_deeds(child) for child in token.children):
        return False  # `it had less before Friday's purchase`, `its share before Friday's purchase is small`
    if (
        ahead
        and token.lower_ in ("until", "till")
        and any(child.lower_ == "had" for child in over.children if child.dep_ == "aux")
    ):
        return False  # `it had been open until Monday`
    return ahead and not (token.lower_ == "by" and (has(over) or is_past(over) or _is_beside_past(over)))


def _is_called_for(day: Token) -> bool:
    """Whether something is called or announced for a day: `has called a strike for Friday`."""
    over = day.head
    if day.dep_ != "pobj" or over.lower_ != "for":
        return False
    verb = over.head.head if over.head.dep_ == "dobj" else over.head
    return verb.lemma_ in _CALLS and grammar.child(verb, "dobj", "nsubjpass") is not None


def _is_beside_past(verb: Token) -> bool:
    """Whether a participle says how a deed of the past was done: `it ended, with few tendering shares by the deadline`."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "pcomp", "acl"):
        return False
    over = verb.head if verb.dep_ == "advcl" or verb.head.pos_ in ("VERB", "AUX") else verb.head.head
    return is_past(over)


def _is_deeds(noun: Token) -> bool:
    """Whether a noun has a day as its owner, and is no event of the calendar: `Friday's purchase`, not `Friday's vote`."""
    owned = any(child.dep_ == "poss" and child.pos_ == "PROPN" for child in noun.children)
    return owned and noun.lemma_.lower() not in words("scheduled")


def _moved_to(token: Token) -> bool:
    """Whether it is the `to` of `pushed back to May`."""
    over = token.head.head if token.head.lower_ == "from" else token.head  # `put off from 2 July | to 9 July`
    moved = over.lemma_ in _MOVED or over.lower_ == "back"
    return moved and token.lower_ == "to" and token.dep_ == "prep"


def _event_noun(token: Token) -> Token | None:
    """The noun of an event of the calendar that a time stands beside: `the vote in May`, `the May vote`."""
    head = token.head
    if head.pos_ == "ADP":
        before = head.nbor(-1) if head.i else head
        beside = (
            before.head.i == head.head.i
            and before.dep_ in ("dobj", "pobj")
            and before.lemma_.lower() in words("scheduled")
        )
        head = before if beside else head.head
    beside_noun = head.pos_ in ("NOUN", "PROPN") and head.i != token.i
    return head if beside_noun and head.lemma_.lower() in words("scheduled") else None
