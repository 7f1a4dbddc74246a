"""Does the sentence look back or ahead at a time? Read off the verb that governs it in the parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import factuality, grammar
from dateline.language.english.names import lists, persons

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

# verbs whose participle points ahead (`scheduled for Friday`), and verbs whose infinitive is done with them
_AHEAD_WORDS = frozenset(
    ("schedule", "plan", "set", "expect", "slate", "intend", "hope", "want", "aim", "propose", "invite", "arrange",
     "prepare", "book")
)  # fmt: skip
_AHEAD_PREPOSITIONS = frozenset(("until", "till", "by", "before"))
_TELLING = frozenset(
    ("be", "have", "do", "say", "tell", "report", "show", "write", "add", "note", "remember", "recall")
)
_MOVED = frozenset(("push", "put", "move", "shift", "switch", "reschedule", "bring", "delay", "postpone"))
_DONE = frozenset(("manage", "begin", "start", "fail", "continue", "refuse", "use", "seem", "appear", "help"))
_WHEN = frozenset(
    ("in", "on", "by", "since", "until", "from", "during", "before", "after", "of", "for", "last", "next")
)
_SOME = frozenset(("some", "about", "around", "over", "than", "least", "most"))  # before a count
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
        bound = True  # on the verb itself, not on a noun beside it
        for step in range(_DEPTH):
            if (step < 3 and _until(token)) or _moved_to(token) or token.lower_ == "effective":
                return 1  # `by Friday`, `put off to May`, `effective 1 February`
            if token.pos_ in ("VERB", "AUX"):
                if _unkept(token):
                    return 0
                look = _of_verb(token)
                if look:
                    return look
                if (bound and self._present(token)) or self._is(token, offset):
                    return 1  # `voters go to the polls in May`, `the lease expires in May`
            bound = bound and (token.pos_ != "NOUN" or token.dep_ == "npadvmod")  # `resumes Monday morning`
            if token.head.i == token.i:
                return 0
            token = token.head
        return 0

    def scheduled(self, offset: int) -> bool:
        """Whether the time stands beside an event of the calendar that a verb only speaks of: `discussed the May vote`."""
        noun = _event_noun(self._token(offset)) if len(self.doc) else None
        if noun is None:
            return False
        if noun.dep_ == "pobj":
            return noun.head.lower_ in ("about", "on", "for", "of", "to", "before")
        return noun.dep_ == "dobj" and noun.head.lemma_ in _words("foreseeing")

    def telling(self, offset: int) -> bool:
        """Whether the time hangs on a verb of saying: `she said on Monday`."""
        if not len(self.doc):
            return False
        token = self._token(offset)
        for _ in range(4):
            if token.pos_ == "VERB":
                return token.lemma_.lower() in _reporting()
            token = token.head
        return False

    def personal(self, offset: int) -> bool:
        """Whether the word there is part of a person's name: `June Castell`, `Ms May`, `Joe Friday`."""
        if not len(self.doc):
            return False
        token = self._token(offset)
        if token.pos_ != "PROPN":
            return False
        if _heads_name(token) or _follows_name(token) or _is_told_who(token):
            return True
        acts = token.dep_ in (*grammar.SUBJECT, "poss", "dobj", "dative")  # `that May would resign`
        return acts and any(
            word.text == token.text and (_follows_name(word) or _heads_name(word))
            for doc in self.report
            for word in doc
        )

    def counting(self, offset: int) -> bool:
        """Whether the number there counts what stands behind it: `some 2000 people`; not `the 2016 elections`."""
        if not len(self.doc):
            return False
        token = self._token(offset)
        head = token.head
        if token.dep_ not in ("nummod", "compound", "amod", "nmod") or head.tag_ != "NNS" or head.i < token.i:
            return False
        beside = token.nbor(-1) if token.i else None
        if beside is not None and beside.lower_ in _SOME:
            return True
        led = beside is not None and beside.tag_ in ("DT", "PRP$", "POS", "IN", "NNP")
        return not led and head.i == token.i + 1 and head.lemma_.lower() in _words("counted") | _units()

    def unkept(self, offset: int) -> bool:
        """Whether it is told what was to be then, and perhaps was not: `it had been due to open on Sunday`."""
        token = self._token(offset) if len(self.doc) else None
        for _ in range(_DEPTH):
            if token is None or token.pos_ in ("VERB", "AUX"):
                return token is not None and _unkept(token)
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
        hurt = any(token.lemma_.lower() in _words("hurt") for token in self.doc)
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
        return head.dep_ in ("amod", "acl") and head.tag_ in ("VBN", "VBD", "JJ")

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

    def _present(self, verb: Token) -> bool:
        return not self.headline and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in _TELLING


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


def _heads_name(token: Token) -> bool:
    """Whether it is the first word of a name whose next word is a surname: `Sunday Okoro`; not `June Summit`."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if (
        after is None
        or after.pos_ != "PROPN"
        or not after.is_title
        or token.dep_ != "compound"
        or token.head.i != after.i
    ):
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and (before.tag_ in ("DT", "CD", "PRP$", "POS", "JJ") or before.lower_ in _WHEN):
        return False
    longer = after.i + 1 < len(token.doc) and after.nbor(1).pos_ in ("NOUN", "PROPN") and after.dep_ == "compound"
    kind = after.lower_ in _words("scheduled") or after.text.rstrip(".") in lists.small("calendar")
    called = after.ent_type_ == "PERSON" or not lists.is_ordinary(after.lower_) or _is_told_who(after)
    return not longer and not kind and called


def _is_told_who(token: Token) -> bool:
    """Whether commas hold who that is behind it: `April, her sister, …`; not `April, the wettest month, …`."""
    behind = list(token.doc[token.i + 1 : token.i + 6])
    if not behind or behind[0].text != ",":
        return False
    end = next((place for place, word in enumerate(behind[1:], 1) if word.text == ","), 0)
    noun = behind[end - 1].lower_ if end > 1 else ""
    return noun in lists.small("relative") or lists.is_role(noun)


def _follows_name(token: Token) -> bool:
    """Whether it is the last word of a name that begins with a title or a given name: `Theresa May`."""
    before = token.nbor(-1) if token.i else None
    if before is None or before.pos_ != "PROPN" or before.dep_ not in ("compound", "nmod"):
        return False
    if before.head.i not in (token.i, token.head.i):
        return False
    return before.text in lists.abbreviated() or persons.is_given(before.text)


def _unkept(verb: Token) -> bool:
    """Whether it tells what was to be, and perhaps was not: neither past nor to come.

    `It was to have opened`, `it had been due to open`.
    """
    planned = verb.head if verb.head.lemma_ in _AHEAD_WORDS or verb.head.lower_ == "due" else None
    if planned is not None and verb.tag_ == "VB":
        carrier = planned if planned.tag_ == "VBN" else planned.head
        return any(child.lower_ == "had" for child in carrier.children if child.dep_ == "aux")
    if verb.tag_ != "VBN" or not _has(verb) or not any(child.tag_ == "TO" for child in verb.children):
        return False
    return verb.head.lemma_ in ("be", "suppose", "mean", "due") and verb.dep_ in ("xcomp", "acl", "ccomp")


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
    return _words("sudden")


def _until(token: Token) -> bool:
    """Whether it is a preposition of what is to come: `by Friday`, but not `had left by Friday`, `six left by Friday`."""
    ahead = token.lower_ in _AHEAD_PREPOSITIONS and token.dep_ in ("prep", "mark")
    return ahead and not (token.lower_ == "by" and (_has(token.head) or _is_past(token.head)))


def _is_past(verb: Token) -> bool:
    """Whether it tells a deed in the past tense, and not one that was only planned then."""
    passive = verb.tag_ == "VBN" and any(child.tag_ == "VBD" for child in verb.children if child.dep_ == "auxpass")
    return (verb.tag_ == "VBD" or passive) and verb.lemma_ not in _AHEAD_WORDS and verb.lemma_ != "be"


def _moved_to(token: Token) -> bool:
    """Whether it is the `to` of `pushed back to May`."""
    moved = token.head.lemma_ in _MOVED or token.head.lower_ == "back"
    return moved and token.lower_ == "to" and token.dep_ == "prep"


@cache
def _words(kind: str) -> frozenset[str]:
    """`scheduled`: nouns of events that stand in calendars first; `foreseeing`: verbs that can speak of them before."""
    return frozenset(row["form"] for row in tables.table("time_words") if row["class"] == kind)


@cache
def _units() -> frozenset[str]:
    """What is measured in: `volt`, `hectare`; but for time itself."""
    return frozenset(row["word"] for row in tables.table("measure_units")) - _words("unit") - _words("units")


@cache
def _reporting() -> frozenset[str]:
    """Verbs by which something is said, by their lemma."""
    rows = tables.table("reporting")
    return frozenset(row["word"] for row in rows if row["pos"] == "verb" and row["kind"] == "statement")


def _event_noun(token: Token) -> Token | None:
    """The noun of an event of the calendar that a time stands beside: `the vote in May`, `the May vote`."""
    head = token.head
    if head.pos_ == "ADP":
        before = head.nbor(-1) if head.i else head
        beside = (
            before.head.i == head.head.i
            and before.dep_ in ("dobj", "pobj")
            and before.lemma_.lower() in _words("scheduled")
        )
        head = before if beside else head.head
    beside_noun = head.pos_ in ("NOUN", "PROPN") and head.i != token.i
    return head if beside_noun and head.lemma_.lower() in _words("scheduled") else None


def _has(verb: Token) -> bool:
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


def _is_made(verb: Token) -> bool:
    """Whether `set` tells what somebody made: `a record set on 6 August`; not `a trial set for 6 August`."""
    return verb.lemma_ == "set" and not any(child.lower_ in ("for", "to") for child in verb.children)


def _failed(verb: Token, helpers: list[Token]) -> bool:
    """Whether a modal tells what did not come about: `could not be reached`, `would not comment`."""
    if not any(child.dep_ == "neg" for child in verb.children):
        return False
    modals = {child.lower_ for child in helpers if child.tag_ == "MD"}
    telling = verb.lemma_.lower() in _reporting() | _TELLING | _words("disclosing")
    return "could" in modals or ("would" in modals and telling)


def _of_verb(verb: Token) -> int:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    tags = {child.tag_ for child in helpers}
    have = _has(verb)
    if "MD" in tags:
        return -1 if have or _failed(verb, helpers) else 1
    active = have and not any(child.dep_ == "auxpass" for child in helpers)  # `had invited her in March`
    if verb.lemma_ in _AHEAD_WORDS and verb.tag_ in ("VBN", "JJ") and not active and not _is_made(verb):
        return 1
    if any(child.tag_ == "TO" for child in helpers) and verb.tag_ in ("VB", "VBN"):
        head = verb.head
        if have or (verb.dep_ == "xcomp" and head.lemma_ in _DONE):
            return -1
        if grammar.is_counted(verb):  # `the second climber to die at the weekend`
            return -1 if factuality.standing(verb).status == "happened" else 0
        return 1
    if have or verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return -1
    if verb.tag_ == "VBG":
        return 1 if tags & {"VBZ", "VBP"} else 0
    if verb.tag_ == "VBN" and helpers and tags == {"VBG"}:
        return 0  # `is going to start getting hit`: what stands over it tells
    if verb.tag_ == "VBN":
        return -1 if helpers or verb.dep_ == "acl" else 0
    return 0
