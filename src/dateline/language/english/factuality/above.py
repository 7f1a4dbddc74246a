"""How an event stands by what it stands under: `failed to`, `plans to`, `alleges that`, `accused of`, `put off the`.

The climb goes from the predicate through what governs it. The words and their classes are `data/event_status.tsv`; the
climb is the same for every class. Every answer is a Standing, or None where nothing is said.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.factuality.governor import FIRM, GOVERNED, NOT_YET, PUTS_OFF, Governor
from dateline.language.english.factuality.own import class_of, left_open, own, tense, under_condition, verb_class
from dateline.language.english.factuality.rules import Rule, always, asked_once, decide, nothing
from dateline.language.english.status_words import (
    CLAUSE_ONLY,
    FORESEEN,
    FROM_NOW,
    MADE,
    PASSING,
    SETTING,
    WEAK_OBJECT,
    classes,
)
from dateline.language.factuality import Standing
from dateline.records.marks import Status

if TYPE_CHECKING:
    from dateline.language.tokens import Token

DEPTH = 6  # governors looked at: what stands further up says nothing of the event
CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "pcomp", "csubj", "csubjpass"})
NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "compound", "dative", "oprd"})


@dataclass(frozen=True)
class Under:
    """A word under a governor; `depth` counts the governors that were passed on the way."""

    token: Token
    head: Token
    depth: int

    @property
    def label(self) -> str:
        """What it is to the governor."""
        return self.token.dep_

    @asked_once
    def adjective(self) -> Token | None:
        """`It is possible that`: the adjective that governs a clause in the place of its `be`."""
        of_be = self.head.lemma_ == "be" and self.label in ("ccomp", "csubj")
        return grammar.child(self.head, "acomp") if of_be else None

    @asked_once
    def kind(self) -> str | None:
        """The class of the governor."""
        return class_of(self.adjective or self.head)

    @asked_once
    def denied(self) -> Standing | None:
        """What a denied adjective makes of the clause that its opposite governs: `not clear` is `unclear`."""
        no = grammar.negation(self.head)
        if self.adjective is None or no is None:
            return None
        opposite = classes("adj").get(f"un{self.adjective.lower_}", "")
        return Standing(MADE[opposite], (no, self.adjective)) if opposite in MADE else None

    @asked_once
    def infinitive(self) -> bool:
        """Whether it is an infinitive, with or without `to`."""
        return self.token.tag_ == "VB" or grammar.infinitive(self.token) is not None

    @asked_once
    def inherited(self) -> Standing | None:
        """How the governor itself stands."""
        return inherited(self.head, self.depth)

    def governed(self) -> Standing | None:
        """What the class of the governor makes of it."""
        return made(self.kind or "", self.adjective or self.head, self.depth)


Rules = Sequence[Rule[Under, Standing | None]]


def above(token: Token, depth: int = 0) -> Standing | None:
    """What the words that `token` stands under make of it."""
    head = token.head
    if head.i == token.i or depth > DEPTH:
        return None
    label = token.dep_
    if label == "conj":
        return _joined(token, head, depth)
    if label == "prep":
        return above(head, depth + 1)
    if label in ("pobj", "pcomp") and head.pos_ == "ADP":
        return None if head.head.i == head.i else decide(PREPOSED, Preposed(token, head, depth))
    under = Under(token, head, depth)
    if label == "advcl":
        return decide(ADVERBIAL, under)
    if label in CLAUSAL or (label == "relcl" and under.infinitive):
        return decide(CLAUSES, under)
    if label in NOMINAL:
        return decide(NOUNS, under)
    return under_condition(head) if label == "relcl" and grammar.is_new(head) else None


def inherited(head: Token, depth: int) -> Standing | None:
    """The standing of the governor itself, for what shares it: `managed to`, the object of a verb."""
    return own(head) or above(head, depth + 1)


def _joined(token: Token, first: Token, depth: int) -> Standing | None:
    """A conjunct shares what its first stands under, and its modal verb, when it has no subject or tense of its own."""
    bare = token.tag_ in ("VB", "VBG", "VBN", "NN", "NNS") and grammar.child(token, *grammar.SUBJECT, "aux") is None
    if not bare:
        return None
    shared = own(first)
    return shared if shared is not None and shared.status != "denied" else above(first, depth + 1)


def made(kind: str, word: Token, depth: int) -> Standing | None:
    """What a governor of a class makes of the event under it."""
    return decide(GOVERNED, Governor(kind, word, lambda: inherited(word, depth)))


# --------------------------------------------------------------------------------------------------- under a preposition


class Preposed(Under):
    """A word under a preposition, which is its `head`: the preposition passes its own governor on."""

    @asked_once
    def governor(self) -> Token:
        """What the preposition hangs on; the verb where the parser hung it on the object (`accused the fund of`)."""
        beside = self.head.head
        return beside.head if self.misplaced else beside

    @asked_once
    def misplaced(self) -> bool:
        """Whether the preposition hangs on the object of a verb, and may belong to the verb."""
        beside = self.head.head
        of_object = beside.dep_ == "dobj" and beside.head.pos_ == "VERB"
        return of_object and class_of(beside) is None and self.head.lower_ in ("of", "from")

    @asked_once
    def kind(self) -> str | None:
        """The class of what the preposition hangs on."""
        return class_of(self.governor)

    @property
    def passes(self) -> bool:
        """Whether the preposition passes that class on: `accused of`, `worries over a strike`."""
        worry = self.kind == "doubt" and self.head.lower_ in ("on", "over", "about") and grammar.is_new(self.token)
        return worry or self.head.lower_ in PASSING.get(self.kind or "", ())

    @property
    def particle(self) -> bool:
        """Whether the preposition is a particle of a known verb."""
        verb = self.head.head
        return grammar.verb(verb).endswith(f" {self.head.lower_}") and verb_class(verb) is not None

    def governed(self) -> Standing | None:
        """What the class of what the preposition hangs on makes of it."""
        return made(self.kind or "", self.governor, self.depth)


PREPOSED: Sequence[Rule[Preposed, Standing | None]] = (
    Rule(
        "put off the vote: the object of a particle is the verb's",
        lambda case: case.particle,
        lambda case: made(verb_class(case.head.head) or "", case.head.head, case.depth),
    ),
    Rule("after the strike", lambda case: case.head.lower_ in SETTING, nothing),
    Rule("met the head of", lambda case: case.misplaced and case.kind not in ("allege", "prevent"), nothing),
    Rule("by striking", lambda case: not case.passes and case.label == "pcomp", lambda case: case.inherited),
    Rule("in the strike", lambda case: not case.passes, nothing),
    Rule(
        "agreed with the raid",
        lambda case: case.governor.pos_ == "VERB" and case.kind == "plan" and case.head.lower_ != "for",
        nothing,
    ),
    Rule("accused of hacking, accused the fund of fraud, plans for talks", always, Preposed.governed),
)


# ------------------------------------------------------------------------------------------------------- under a clause


def _is_condition(case: Under) -> bool:
    return left_open(case.token) is not None


def _conditional(case: Under) -> Standing:
    word = left_open(case.token)
    return Standing("hypothetical", () if word is None else (word,))


def _to_be(case: Under) -> Standing:
    return Standing("cancelled" if grammar.is_perfect(case.token) else "planned", (case.head,))


def _told_as_past(case: Under) -> bool:
    """`decided that`, `warned that … had fallen`: the tense of the clause itself counts."""
    foretold = ("plan", "wish", "try", "fail", "prevent", "postpone", "cancel")
    finite = case.label == "ccomp" and not case.infinitive and case.kind in foretold
    return finite and tense(case.token) == "happened"


CONDITION: Rule[Under, Standing | None] = Rule("whether it will leave, that it leave", _is_condition, _conditional)
CLAUSES: Rules = (
    CONDITION,
    Rule("it is not clear that", lambda case: case.denied is not None, lambda case: case.denied),
    Rule("it is possible that", lambda case: case.adjective is not None and case.kind is not None, Under.governed),
    Rule("rioting stopped the vote", lambda case: case.label == "csubj" and case.adjective is None, nothing),
    Rule(
        "is to speak, was to have spoken",
        lambda case: case.kind is None and case.label == "xcomp" and case.infinitive and case.head.lemma_ == "be",
        _to_be,
    ),
    Rule("the second climber to die", lambda case: grammar.is_counted(case.token), lambda case: case.inherited),
    Rule(
        "the man to lead it",
        lambda case: case.kind is None and case.label in ("acl", "relcl") and case.infinitive,
        lambda _: Standing("planned"),
    ),
    Rule(
        "began to close",
        lambda case: case.kind is None and case.label in ("xcomp", "pcomp"),
        lambda case: case.inherited,
    ),
    Rule("said that it closed", lambda case: case.kind is None, nothing),
    Rule("managed to land", lambda case: case.kind == "manage", lambda case: case.inherited),
    Rule(
        "dropped to reach a low: it drops nothing",
        lambda case: case.infinitive and case.kind in ("cancel", "postpone", "prevent") and case.head.pos_ == "VERB",
        lambda case: case.inherited,
    ),
    Rule("decided that it had fallen", _told_as_past, nothing),
    Rule(
        "the plan approved in May, reports saying so",
        lambda case: case.label == "acl" and case.token.tag_ in ("VBN", "VBG"),
        nothing,
    ),
    Rule("refused to resign, denied that, plans to sell", always, Under.governed),
)


def _goes_on(case: Under) -> bool:
    """`went on to win`, `returned only to lose`: no purpose."""
    to = grammar.infinitive(case.token)
    objects = (word for side in case.head.rights for word in side.children if word.dep_ == "pobj")
    went_on = verb_class(case.head) == "manage" and next(objects, None) is None
    return to is not None and (went_on or (to.i > 0 and to.nbor(-1).lower_ == "only"))


def _has_to(case: Under) -> bool:
    return grammar.infinitive(case.token) is not None


def _purpose(case: Under) -> Standing:
    to = grammar.infinitive(case.token)
    return Standing("planned", () if to is None else (to,))


def _later(case: Under) -> Standing | None:
    """`will stay until the court rules`: what is waited for is still to come, where the waiting is."""
    marks = (word for word in case.token.children if word.dep_ in ("mark", "advmod"))
    later = next((word for word in marks if word.lower_ in FROM_NOW), None)
    if later is None or case.token.tag_ not in ("VBZ", "VBP", "VB"):
        return None
    return Standing("planned", (later,)) if standing(case.head).status in ("planned", "postponed") else None


ADVERBIAL: Rules = (
    CONDITION,
    Rule("went on to win, returned only to lose", _goes_on, lambda case: case.inherited),
    Rule(
        "tried hard to win",
        lambda case: _has_to(case) and case.head.pos_ == "VERB" and case.kind in ("plan", "wish", "try", "fail"),
        Under.governed,
    ),
    Rule("met to discuss it", _has_to, _purpose),
    Rule("until the court rules", always, _later),
)


# ------------------------------------------------------------------------------------------------------- under a verb


def _supposed(case: Under) -> Standing | None:
    """What the verb of which it is the subject makes of an event: `a raid would cost lives` supposes the raid."""
    verb = case.inherited if grammar.is_new(case.token) else None
    return verb if verb is not None and verb.status in (*NOT_YET, "alleged") else None


def _delayed(case: Under) -> bool:
    """The passive of a headline: `Flight delayed after storm`."""
    bare = case.head.tag_ in ("VBD", "VBN") and grammar.child(case.head, "dobj", "aux", "auxpass", "prt") is None
    return bare and case.kind in ("postpone", "cancel") and case.label == "nsubj"


def _taken_as_it_is(case: Under) -> bool:
    verb = grammar.verb(case.head)
    if verb in FORESEEN and case.label == "dobj" and grammar.is_new(case.token):
        return False
    return case.kind in CLAUSE_ONLY or verb in WEAK_OBJECT


def _is_object(case: Under) -> bool:
    return grammar.is_verb(case.head) and case.label in ("dobj", "nsubjpass", "attr")


NOUNS: Rules = (
    CONDITION,
    Rule("flight delayed after storm", _delayed, Under.governed),
    Rule("a raid would cost lives", lambda case: case.label == "nsubj", _supposed),
    Rule(
        "will hold a summit",
        lambda case: case.kind is None and case.label in ("dobj", "pobj", "attr", "nsubjpass"),
        lambda case: case.inherited,
    ),
    Rule("the summit venue", lambda case: case.kind is None, nothing),
    Rule(
        "dropped the raid plan",
        lambda case: not _is_object(case) and case.label in ("attr", "compound"),
        lambda case: case.inherited,
    ),
    Rule("the plans before raids", lambda case: not _is_object(case), nothing),
    Rule("reviewed the attack", _taken_as_it_is, lambda case: case.inherited),
    Rule("the summit was missed", lambda case: case.kind == "fail" and case.label == "nsubjpass", nothing),
    Rule("postponed the summit, fear an attack", always, Under.governed),
)


# --------------------------------------------------------------------------------------------------------- the event


def standing(token: Token, headline: bool = False) -> Standing:
    """The status of the event whose head is `token`: its own words first, then what it stands under.

    Without words where tense alone says it.
    """
    missed = _missed(token)
    if missed is not None:
        return missed
    verb = _occurring(token)
    if verb is not None:
        return standing(verb, headline)
    by_own, by_above = own(token), above(token)
    if by_own is not None and by_own.status in FIRM:
        return _firm(by_own, by_above)
    if by_above is not None and by_own is not None and by_above.status != "happened":
        firmer = by_own.status == "happened" or by_above.status in ("denied", "alleged", "hypothetical")
        return by_above if firmer else by_own  # an alleged plan is alleged
    return by_own or by_above or Standing(tense(token, headline))


def _firm(by_own: Standing, by_above: Standing | None) -> Standing:
    """What is denied by its own words, under what is over it: `denied that it did not pay`. Others stay as they are."""
    if by_above is None or by_own.status != "denied" or by_above.words == by_own.words:  # one `no` denies once
        return by_own
    under: dict[Status, Status] = {"denied": "happened", "hypothetical": "hypothetical", "alleged": "alleged"}
    status = under.get(by_above.status)
    return by_own if status is None else Standing(status, (*by_above.words, *by_own.words))


def _missed(token: Token) -> Standing | None:
    """What a second predicate says of its subject: `the hearing was due on Monday but was cancelled`."""
    if token.dep_ not in grammar.SUBJECT:
        return None
    for verb in grammar.conjuncts(token.head):
        bare = verb.tag_ == "VBN" and grammar.child(verb, "dobj", "nsubj") is None
        if bare and verb.i > token.head.i and verb_class(verb) in PUTS_OFF:
            return made(verb_class(verb) or "", verb, 0)
    return None


def _occurring(token: Token) -> Token | None:
    """The verb that says of an event noun, its subject, that it takes place: `the trial is due to begin`."""
    if token.pos_ == "VERB" or token.dep_ not in grammar.SUBJECT:
        return None
    waiting = deque([token.head])
    occurs = classes("occur")
    while waiting:
        word = waiting.popleft()
        if grammar.verb(word) in occurs or any(
            f"{word.lemma_.lower()} {side.lower_}" in occurs for side in word.rights
        ):
            return word
        if word.dep_ == "acomp" and word.lower_ in classes("adj") and grammar.child(word, "xcomp") is None:
            return word if word.head.lemma_ == "be" and grammar.negation(word.head) is None else None
        further = (side for side in word.children if side.dep_ in ("xcomp", "acomp", "oprd", "conj"))
        waiting.extend(side for side in further if side.i > word.i)
    return None
