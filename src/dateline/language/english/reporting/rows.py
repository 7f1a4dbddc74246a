"""Where what a verb takes goes on behind an `and` though the parser gave the rest to the verb itself or to one above it.

A word tells by its form what it stands in a row with: a noun with a noun, an infinitive with an infinitive, a gerund with a
gerund. Nothing that could be a second deed of who speaks is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.edges import remark
from dateline.language.reporting import Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_ABOVE = 3  # verbs above the cue that the rest can have been given to
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_APART = frozenset((",", "—", "–", "--"))
_BARE = frozenset(("VB", "VBP"))


def whole_row(verb: Token, run: Run) -> Run:
    """The run with what stands in a row with its end (`promised to meet | and exceed it`, `cites her work | and a need`)."""
    first, last = run
    while (found := _lost(verb, first, last)) is not None:
        last = found.right_edge.i
    return first, last


def _lost(verb: Token, first: int, last: int) -> Token | None:
    """The word in a row with what ends at `last`, given to the verb or to one above it."""
    above = verb
    for _ in range(_ABOVE):
        for child in above.rights:
            if above == verb and _is_next(last, child):
                return child
            if (
                child.dep_ == "conj"
                and child.i > last
                and _joined(last, child)
                and _is_alike(verb, above, first, child)
            ):
                return child
        if above.head == above:
            return None
        above = above.head
    return None


def _is_next(last: int, word: Token) -> bool:
    """Whether a bare infinitive behind a comma goes on a row of them (`plans to build a pier, | dredge the bay and …`)."""
    comma = word.left_edge.i - 1
    if word.dep_ != "xcomp" or word.tag_ != "VB" or comma not in (last, last + 1) or word.doc[comma].text != ",":
        return False
    return not any(child.dep_ == "aux" or child.dep_ in SUBJECTS for child in word.lefts)


def _joined(last: int, word: Token) -> bool:
    """Whether only a comma and `and` or `or` stand between the end of a run and a word with its own."""
    between = word.doc[last + 1 : word.left_edge.i]
    ands = [token for token in between if token.dep_ == "cc" and token.lower_ in ("and", "or")]
    return len(ands) == 1 and all(token in ands or token.text == "," for token in between)


def _is_alike(verb: Token, above: Token, first: int, word: Token) -> bool:
    """Whether a word has the form of what a run starts with, and not the form of the verb that the parser gave it to."""
    if any(child.dep_ in (*SUBJECTS, "expl", "aux", "auxpass") for child in word.lefts):
        return False
    start = verb.doc[first]
    if word.tag_ in _BARE and word.lower_ == word.lemma_.lower():
        does = any(
            child.dep_ == "aux" and child.lemma_.lower() == "do" for child in above.lefts
        )  # `they do want it to | and …`
        bare = (above.tag_ in _BARE and not does) or grammar.infinitive(above) is not None
        return not bare and any(token.tag_ == "TO" for token in verb.doc[first : word.left_edge.i])
    if word.tag_ == "VBG":
        return start.tag_ == "VBG" and above.tag_ != "VBG" and verb.tag_ != "VBG"
    if word.pos_ not in ("NOUN", "PROPN") or not grammar.is_verb(above):
        return False
    return start.tag_ not in (*FINITE, "TO", "VB") and cues.verb(word) is None


def short_of_row(verb: Token, run: Run) -> Run:
    """The run without a verb at its end that stands in a row with the cue (`accused them of lying | and urged them to go`)."""
    doc, (first, last) = verb.doc, run
    for token in doc[first + 1 : last + 1]:
        above = token.head
        if (
            token.dep_ != "conj"
            or token.tag_ != verb.tag_
            or not first <= above.i < token.i
            or not grammar.is_verb(token)
        ):
            continue
        joined = next((child for child in above.rights if child.dep_ == "cc" and child.i < token.i), None)
        own = any(child.dep_ in (*SUBJECTS, "expl") for child in token.lefts)
        if joined is None or own:
            continue
        if grammar.infinitive(above) is not None and token.tag_ in FINITE and not grammar.auxiliaries(token):
            return first, joined.i - 1  # `refused to go | and kept the post`
        if _is_other(above, token) and cues.verb(token) is not None:
            return first, joined.i - 1
    return run


def _is_other(above: Token, word: Token) -> bool:
    """Whether a verb cannot stand in a row with the one above it: a gerund or a participle with none of these, or a noun."""
    if (above.tag_ in ("VBG", "VBN") and above.tag_ != word.tag_) or grammar.is_noun(above):
        return not (above.tag_ == "VBN" and word.tag_ == "VBD" and word.lower_.endswith("ed"))
    return False


def short_of_added(run: Run, head: Token, *, of_thing: bool) -> Run:
    """The run without what only adds to it at its end: of a thing also a clause, of all a comment."""
    return short_of_aside(run, head) if of_thing else short_of_remark(run, head)


def short_of_aside(run: Run, head: Token) -> Run:
    """The run of a thing without the clause after a comma that only adds to it (`praised the plan, | which she had read`)."""
    doc, (first, last) = head.doc, run
    for token in doc[first + 1 : last + 1]:
        comma = _opens_aside(token) if token.dep_ == "relcl" and token.right_edge.i >= last else None
        if comma is not None and comma > first:
            return first, comma - 1
    return short_of_remark(run, head)


def short_of_remark(run: Run, head: Token) -> Run:
    """The run without what comments on it at its end (`her claim that they paid, | a hint at the board`)."""
    first, last = run
    for token in head.doc[first + 1 : last + 1]:
        if token.right_edge.i >= last and token.left_edge.i > first + 1 and remark(token):
            return first, token.left_edge.i - 1
    return run


def _opens_aside(clause: Token) -> int | None:
    """The comma before a relative clause with a relative pronoun, or none."""
    at = clause.left_edge.i
    doc = clause.doc
    word = doc[at + 1] if doc[at].pos_ == "ADP" and at + 1 < len(doc) else doc[at]
    if word.tag_ not in _RELATIVE:
        return None
    while at > 1 and doc[at - 1].is_quote:
        at -= 1
    return at - 1 if at > 0 and doc[at - 1].text in _APART else None


def row_behind(verb: Token) -> Run | None:
    """What stands in a row with the words before a cue clause (`They could break in, she said, | and take it`)."""
    rest = next((child for child in verb.rights if child.dep_ == "conj" and child.tag_ == "VB"), None)
    if (
        rest is None
        or verb.tag_ not in FINITE
        or any(child.dep_ in (*SUBJECTS, "aux", "auxpass") for child in rest.lefts)
    ):
        return None
    joined = rest.left_edge.nbor(-1)
    return (joined.i, rest.right_edge.i) if joined.dep_ == "cc" else None
