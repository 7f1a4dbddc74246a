"""How it was said: asserted, denied, or not said at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.subject import SUBJECTS
from dateline.language.reporting import QUOTED, Draft
from dateline.records.marks import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVES = frozenset(
    ["give", "gives", "gave", "given", "offer", "offers", "offered", "make", "makes", "made", "provide", "provided"]
)
_NOT_SAID = frozenset(
    [
        "would",
        "could",
        "might",
        "if",
        "unless",
        "should",
        "will",
        "shall",
        "may",
        "must",
        "'ll",
        "’ll",
        "wo",
        "ca",
        "can",
    ]
)
_NOT_YET = frozenset(("intend", "wish", "promise", "nonstatement", "order", "ask", "propose", "think"))
_FALSE = (
    r"(?:not true|untrue|false|a lie|lies|baseless|unfounded|groundless|nonsense|rubbish|fabricated|a fabrication|invented"
    r"|fake|made[- ]up|a myth|without foundation)"
)
_IS_FALSE = re.compile(rf"(?:\b(?:is|was|are|were|be|been)|['’]s)\s+(?:\w+ly\s+)?[“\"‘']?{_FALSE}\b", re.IGNORECASE)
_CALLED_FALSE = re.compile(rf"[“\"‘'\s]{_FALSE}\W*$", re.IGNORECASE)
_NO = re.compile(r"[\"“'‘]?(?:no|never)\b[.,!\"”'’]*$", re.IGNORECASE)
_NEGATIVE = frozenset(("not", "n't", "n’t", "never", "no", "nothing", "nobody", "none", "neither", "nor"))
_NOBODY = frozenset(("nobody", "none", "neither", "no"))
_SPOKEN = frozenset(("say", "show", "claim", "admit", "warn", "complain", "ask", "promise"))
_OBJECTS = frozenset(("obj", "obj-prep", "obj-to", "small", QUOTED))  # frames whose content is a thing, not a clause
_POINTS = frozenset(("it", "this", "that", "them", "these", "those", "talk", "report", "reports", "fears", "denial"))


def polarity(draft: Draft, text: str) -> Polarity:
    """Asserted, denied, or not said at all."""
    verb = draft.line.doc[draft.head]
    base = draft.cue.polarity
    if base == "nonstatement" or _no_word(verb):
        return "nonstatement"
    if base == "deny":
        if draft.cue.pos == "verb" and _unsaid(verb):
            return "nonstatement"
        return "deny" if not draft.negated and _charged(draft) else "assert"
    negated = draft.negated or any(c.lower_ in _NOBODY or _nobody(c) for c in verb.children if c.dep_ in SUBJECTS)
    if draft.cue.pos == "verb" and ((negated and draft.cue.act in _SPOKEN) or _unsaid(verb)):
        return "nonstatement"
    return "deny" if _denies(draft, draft.content[0].of(text)) else "assert"


def _denies(draft: Draft, content: str) -> bool:
    """Whether the content itself is a denial: `no`, `it is not true`, what somebody insists is not so."""
    if _NO.match(content) or ("insists" in draft.cue.traits and _negative(draft)):
        return True
    if draft.cue.act == "name":
        return bool(_CALLED_FALSE.search(content)) and _charged(draft)
    return draft.cue.class_ == "statement" and draft.cue.act != "ask" and bool(_IS_FALSE.search(content))


def _charged(draft: Draft) -> bool:
    """Whether what is rejected or dismissed is a charge or a claim, not an offer; denying needs no such noun."""
    if "flat" in draft.cue.traits or draft.cue.pos != "verb" or draft.frame not in _OBJECTS:
        return True
    charges = tables.words("charges")
    for token in filter(draft.holds, draft.line.doc):
        if token.lower_ in charges or (token.lower_ in _POINTS and token.dep_ != "mark"):
            return True
        cue = cues.noun(token)
        if cue is not None and cue.class_ == "statement" and cue.act in ("claim", "say", "show", "warn"):
            return True
    return False


def _no_word(word: Token) -> bool:
    """`gave no indication`, `made no comment`."""
    given = word.head.lower_ in _GIVES
    return given and any(child.dep_ == "det" and child.lower_ == "no" for child in word.children)


def _nobody(subject: Token) -> bool:
    return any(child.lower_ in _NOBODY and child.dep_ in ("det", "preconj", "cc") for child in subject.children)


def _unsaid(verb: Token) -> bool:
    """Whether the words are yet to be said, or are only supposed: `will say`, `if she says`, `left without saying`."""
    if any(child.lower_ in _NOT_SAID for child in verb.children if child.dep_ in ("aux", "mark")):
        return True
    above = verb.head
    if verb.dep_ == "pcomp":
        return above.lower_ == "without" or (above.lower_ == "of" and above.i > 0 and above.nbor(-1).lower_ == "short")
    if not any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children):
        return False
    if verb.i > 1 and verb.nbor(-2).lower_ in ("yet", "failed", "declined", "refused"):
        return True
    if verb.dep_ in ("acl", "relcl"):
        return True
    cue = cues.verb(above) if verb.dep_ in ("xcomp", "ccomp") else None
    return cue is not None and cue.act in _NOT_YET


def _negative(draft: Draft) -> bool:
    """Whether the content's first clause is negative (`insisted it had not`, `insists it did nothing wrong`)."""
    first = draft.content[0]
    for token in draft.line.doc:
        if first.start <= draft.line.offset(token) < first.end:
            if token.dep_ == "neg" or token.lower_ in _NEGATIVE:
                return token.lower_ in _NEGATIVE
            if token.dep_ == "mark" and token.lower_ != "that":
                return False
    return False
