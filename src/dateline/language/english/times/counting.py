"""Whether a number of four figures counts something, and is no year."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english.names import lists
from dateline.language.english.times.verbs import words

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_SOME = frozenset(("some", "about", "around", "over", "than", "least", "most", "nearly", "almost"))  # before a count
_SURELY = _SOME - {"about", "around", "over"}  # before a count, and no year
_WHEN = frozenset(("in", "since", "until", "during", "before", "after"))


def is_count(token: Token) -> bool:
    """Whether the number counts or measures: `a crowd of 2000`, `it rose to 2050`; not `the 2016 elections`."""
    head, before = token.head, token.nbor(-1) if token.i else None
    if before is not None and before.lower_ in _SURELY:
        return True
    if before is not None and before.lower_ in ("early", "late"):
        return False
    if token.dep_ == "pobj" and _is_of_amount(head):
        return True
    if token.dep_ == "dobj" and head.pos_ == "VERB" and head.i == token.i - 1:
        return head.lemma_ not in words("lived")  # `the hall seats 2050`; not `it ended 2030 in debt`
    if token.dep_ not in ("nummod", "compound", "amod", "nmod") or head.tag_ != "NNS" or head.i < token.i:
        return False
    if before is not None and before.lower_ in _SOME:
        return True
    return (
        not _is_led(before, _is_counted(head))
        and _is_before(token, head)
        and (_is_counted(head) or token.ent_type_ in ("CARDINAL", "QUANTITY"))
    )


def _is_counted(noun: Token) -> bool:
    return noun.lemma_.lower() in words("counted") | units() or lists.is_role(noun.lemma_)


def _is_before(token: Token, noun: Token) -> bool:
    """Whether only what describes a noun stands between a number and it: `2040 new homes`."""
    return all(word.dep_ in ("amod", "compound") for word in token.doc[token.i + 1 : noun.i])


def _is_led(before: Token | None, counted: bool) -> bool:
    """Whether the word before says that a year follows: `the 2016 elections`, `in 2016 families fled`."""
    if before is None:
        return False
    of = before.lower_ in ("of", "from") and not counted  # `a fine of 2000 crowns`
    return before.tag_ in ("DT", "PRP$", "POS", "NNP") or before.lower_ in {*_WHEN, "as"} or of


def _is_of_amount(word: Token) -> bool:
    """Whether a preposition leads to an amount: `a crowd of`, `rose to`, `closed at`."""
    over = word.head
    if word.lower_ == "of":
        return over.lemma_.lower() in words("amount")
    if word.lower_ == "at":
        return over.pos_ == "VERB"
    spans = any(child.lower_ == "from" and child.i < word.i for child in over.children)  # `rose from 2016 to 2020`
    return word.lower_ == "to" and over.lemma_ in words("rising") and not spans


@cache
def units() -> frozenset[str]:
    """What is measured in: `volt`, `hectare`; but for time itself."""
    return frozenset(row["word"] for row in tables.table("measure_units")) - words("unit") - words("units")
