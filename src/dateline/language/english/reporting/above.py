"""The verb above that a verb stands in a row with, and shares its subject with, though the parser gave it to what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.speakers import ability
from dateline.language.reporting import Cue

if TYPE_CHECKING:
    from dateline.language.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
_PLEDGES = frozenset(("promise", "deny", "nonstatement", "order", "ask", "warn"))  # acts of one who speaks


def form(verb: Token) -> str:
    """The tag of what is finite in a verb: of its first helper, or its own (`has closed`: that of `has`)."""
    helpers = (child.tag_ for child in verb.lefts if child.dep_ in ("aux", "auxpass") and child.tag_ in (*FINITE, "MD"))
    return next(helpers, verb.tag_)


def row_of(verb: Token) -> Token | None:
    """The verb of saying that a verb stands in a row with, though the parser gave it to what is said.

    Its tense is the teller's and not that of what is told (`added that it is so and urged them to stay`).
    """
    told = verb.head
    if verb.dep_ != "conj" or form(verb) not in FINITE or told.dep_ != "ccomp" or told.i > verb.i:
        return None
    teller = told.head
    own = any(child.dep_ in SUBJECTS for child in verb.children)
    cue = cues.verb(verb)
    if own or teller.i > told.i or (cues.verb(teller) is None and cue is None):
        return None
    helped, above = form(verb) != verb.tag_, cues.verb(teller)
    modal = any(child.tag_ == "MD" for child in told.children)
    if helped and (above is None or above.class_ != "statement" or modal):
        return None  # `thinks he made an offer but has withdrawn it`, `said he would have gone but was held up`
    joined = next((child for child in told.children if child.dep_ == "cc" and child.i < verb.i), None)
    apart = joined is not None and joined.i > 0 and joined.nbor(-1).text == ","
    if cue is not None and not helped and _is_tellers(verb, cue, told, apart=apart):
        return teller
    passive = grammar.child(teller, "auxpass")  # `was asked whether it is so and replied`
    if (passive.tag_ if passive is not None else form(teller)) != form(verb):
        return None
    if told.tag_ == "VBN" and verb.lower_.endswith("ed") and not helped:
        return None  # `that they have paid and thanked him`: nothing tells the participle from the past
    tenses = {told.tag_, *(child.tag_ for child in told.children if child.dep_ in ("aux", "auxpass"))}
    return None if form(verb) in tenses or not tenses & {*FINITE, "MD"} else teller


def _is_tellers(verb: Token, cue: Cue, told: Token, *, apart: bool) -> bool:
    """Whether a word of speech in a row with what is told is surely of who tells that; `apart` behind a comma."""
    teller = told.head
    above = cues.verb(teller)
    if "adds" in cue.traits and above is not None and verb.tag_ == teller.tag_:
        return True  # `said that he left – he “was tired” – and added: “…”`
    if apart and cue.act in _PLEDGES:
        return True  # `says he is well, and promised to come`
    words = grammar.child(verb, "ccomp") is not None and cue.class_ == "statement"
    bare = told.tag_ == "VB" and verb.tag_ == teller.tag_  # `said he did not go and claimed he was ill`
    if words and (_is_closed_by_marks(verb, told) or not _can_say(told) or bare):
        return True  # `said, “We will stay” and claims it was so`, `that her eyes lit up and said she would`
    marked = verb.i + 1 < len(verb.doc) and verb.nbor(1).is_quote
    if marked and cue.act == "say" and cue.takes_marks and above is not None and cues.verb(told) is None:
        return True  # `says the port is open and said “we will stay”`
    return (
        verb.lower_ == teller.lower_ and cue.class_ == "statement" and not apart
    )  # `said it is old and said it will close`


def _is_closed_by_marks(verb: Token, told: Token) -> bool:
    """Whether what is told before a verb stands in quotation marks of its own, closed before the `and`."""
    joined = next((child for child in told.children if child.dep_ == "cc" and child.i < verb.i), None)
    first = told.left_edge
    opened = _is_mark(first) or (first.i > 0 and _is_mark(first.nbor(-1)))
    return opened and joined is not None and _is_mark(joined.nbor(-1))


def _is_mark(word: Token) -> bool:
    return word.is_quote or word.tag_ in ("``", "''")


def _can_say(told: Token) -> bool:
    """Whether the subject of a clause is somebody, or may be; a mere thing says nothing."""
    own = grammar.child(told, *SUBJECTS)
    return own is None or own.pos_ != "NOUN" or ability(own) == "yes"


def open_row(verb: Token) -> Token | None:
    """The verb of a row that only a verb given to a clause in it closes (`mocked him, talked as they met | and left`)."""
    inner = verb.head
    outer = inner.head
    if verb.dep_ != "conj" or inner.dep_ != "advcl" or outer.dep_ != "conj" or verb.tag_ not in FINITE:
        return None
    if verb.tag_ != outer.tag_ or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    joined = any(child.dep_ == "cc" and child.i < outer.i for child in outer.head.children)
    return None if joined else outer


def far_row(verb: Token) -> Token | None:
    """The verb of saying that a verb given to a noun or gerund stands in a row with (`to blame him for it | and urge us`)."""
    odd = verb.head.tag_ in (("VBG", "VBN") if verb.tag_ == "VB" else FINITE) and not grammar.auxiliaries(verb)
    if verb.dep_ != "conj" or verb.tag_ not in ("VB", "VBG") or not (odd or grammar.is_noun(verb.head)):
        return None
    above = next((word for word in verb.head.ancestors if grammar.is_verb(word) and word.tag_ == verb.tag_), None)
    return above if above is not None and cues.verb(above) is not None else None
