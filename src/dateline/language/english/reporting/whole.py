"""Where a clause that is told goes on though the parser gave the rest of it to another word.

A verb tells by its form whose it is: in a row with what is told, not with who tells, where it has the form of that alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS, form
from dateline.language.english.reporting.speakers import is_channel
from dateline.language.reporting import Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_JOINS = frozenset(("and", "or", "but"))
_SHIFTED = frozenset(("could", "would", "might"))  # modals in the past, which reported words have
_DAYS = frozenset(("DATE", "TIME"))
_STRAY = frozenset(("prep", "advmod"))


def grown(verb: Token, clause: Token, last: int) -> int:
    """The end of a clause behind its verb, with what goes on with it (`said it was late | and had lost its way`)."""
    while (found := _broken(verb, clause, last) or _lost_row(verb, clause, last) or _listed(verb, last)) is not None:
        last = found.right_edge.i
    return last


def _listed(verb: Token, last: int) -> Token | None:
    """The next of several things that are told to be done (`said he flew in, | boarded it and left`)."""
    if last + 2 >= len(verb.doc) or verb.doc[last + 1].text != ",":
        return None
    for child in verb.rights:
        if (
            child.dep_ == "ccomp"
            and child.i == last + 2
            and child.tag_ in FINITE
            and grammar.child(child, *SUBJECTS) is None
        ):
            return child
    return None


def _broken(verb: Token, clause: Token, last: int) -> Token | None:
    """A predicate right behind a row of nouns, the last of which is its subject (`to the coast and people there | fled`)."""
    doc = verb.doc
    if last + 1 >= len(doc):
        return None
    word = doc[last + 1]
    if word.tag_ not in FINITE or word.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in word.children):
        return None
    rows = any(row.dep_ == "conj" and grammar.is_noun(row) for row in doc[clause.i + 1 : last + 1])
    return word if rows and word.head.i <= verb.i else None


def _lost_row(verb: Token, clause: Token, last: int) -> Token | None:
    """A verb in a row with the clause that the parser put in a row with who tells it."""
    for word in verb.rights:
        owned = any(child.dep_ in SUBJECTS for child in word.children)
        if word.dep_ != "conj" or word.i <= last or (owned and form(word) != "MD"):
            continue  # with a subject of its own only what is told by its modal (`said it burnt | but the mill would open`)
        between = verb.doc[last + 1 : word.left_edge.i]
        joins = [token for token in between if token.dep_ == "cc" and token.lower_ in _JOINS]
        if owned and any(token.is_quote for token in between):
            return None  # `said it is “old,” but they could not say`
        if (
            len(between) != len(joins) + sum(token.text == "," or token.is_quote for token in between)
            or len(joins) > 1
            or not len(between)
        ):
            return None
        return word if _is_of(clause, verb, word, bare=not joins) else None
    return None


def _is_of(clause: Token, verb: Token, word: Token, *, bare: bool) -> bool:
    """Whether a verb behind a clause is in a row with that, by its form or, where no `and` joins it, by a row behind it."""
    cue, own = cues.verb(word), form(word)
    may = own == "MD" and cue is not None and cue.act != "say" and grammar.child(word, "neg") is None
    if cue is not None and not may and (cue.class_ == "statement" or grammar.child(word, "ccomp") is not None):
        return False
    if own == "MD":
        modal = next(child for child in word.lefts if child.tag_ == "MD")
        return form(verb) == "VBD" and modal.lower_ in _SHIFTED
    if own not in FINITE or own != form(clause):
        return False
    return own != form(verb) or (bare and any(child.dep_ == "conj" for child in word.rights))


def up_to(verb: Token, last: int, end: int) -> int:
    """The end of a clause before its cue, with what stands between them and is no time (`a boat, | under tow, they said`)."""
    for child in verb.lefts:
        if child.dep_ not in _STRAY or not last < child.left_edge.i or child.right_edge.i >= end:
            continue
        inside = verb.doc[child.left_edge.i : child.right_edge.i + 1]
        apart = all(token.text == "," for token in verb.doc[last + 1 : child.left_edge.i])
        told = any(token.ent_type_ in _DAYS or is_channel(token) or cues.verb(token) is not None for token in inside)
        if apart and not told and verb.doc[child.right_edge.i + 1].text == "," and child.dep_ == "prep":
            last = child.right_edge.i
    return last


def owned(verb: Token, run: Run) -> Run:
    """The run with the noun of a possessive at its end that the parser took for a verb (`the rival | 's disrespect`)."""
    first, last = run
    doc = verb.doc
    if last + 2 >= len(doc) or doc[last + 1].tag_ != "POS" or not grammar.is_noun(doc[last]):
        return run
    mark = doc[last + 1]
    behind = mark if mark.right_edge.i > mark.i else mark.nbor(1)
    return first, behind.right_edge.i
