"""Evidence: what in a sentence speaks for a name's being a person's, a place's or a body's, each with its weight.

`in X`, `the trawler X`, `X, a port`, `X President Y`, `X, 45,`, `X, who`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.language.english.names import gazetteer, lists, persons
from dateline.language.english.names.cut import TYPES
from dateline.language.english.names.runs import PARTIES
from dateline.language.names import Draft
from dateline.records.marks import NameType

if TYPE_CHECKING:
    from dateline.language.tokens import Doc

_QUOTES = frozenset(("“", "”", '"', "``", "''", "‘", "’"))
_WAYS = frozenset(("to", "from", "into", "toward", "towards"))
_PAIR = 2  # words of a name
_AGE = 3  # tokens of `year-old`
_PARSER = {"PERSON": 0.9, "GPE": 1.0, "LOC": 1.0, "ORG": 0.6}  # what the parser's word weighs; 0.4 for other types
Evidence = Iterable[tuple[NameType, float]]


def evidence(doc: Doc, draft: Draft) -> Evidence:
    """What speaks for a type of the name: the parser's word, the name's own words, and what stands around it."""
    first, last, words = draft.first, draft.last, draft.words
    parser = TYPES.get(doc[first].ent_type_)
    single = len(words) == 1
    if parser is not None:
        yield parser, _PARSER.get(parser, 0.4) * (1.0 if single else 1.6)
    if draft.type == "PERSON" and persons.is_given(words[0]) and not single:
        yield "PERSON", 1.5
    elif single and words[0].isupper() and len(words[0]) < 7:
        yield "ORG", 1.2
    if parser is None and first and doc[first].pos_ == "PROPN" and not all(map(lists.is_ordinary, words)):
        yield "ORG", 0.4
    if parser is None and not single:
        if _is_of_nobody_known(doc, draft):
            yield "PERSON", 1.0
            yield from _governed(doc, first, last)
        return
    doubt = 0.5 if parser is None and lists.is_ordinary(words[0]) else 1.0
    for part in (_before(doc, first, last, single), _after(doc, last), _apposed(doc, first, last), _aged(doc, first)):
        for kind, weight in part:
            yield kind, weight * doubt
    yield from _governed(doc, first, last)


def _is_of_nobody_known(doc: Doc, draft: Draft) -> bool:
    """Whether two words of no dictionary do something, or own it: so a person is called whose given name no list has.

    `Edda Cole denied it`; not `Tarn Rail denied it`, nor `Novo Tarn lies on the river`.
    """
    head = doc[draft.first : draft.last + 1].root
    if len(draft.words) != _PAIR or head.i != draft.last or head.dep_ not in ("nsubj", "poss", "conj"):
        return False
    given, surname = draft.words
    rare = not lists.is_ordinary(surname) and not lists.is_ordinary(given)
    if not all(word.istitle() and word.isalpha() and not lists.is_plain(word) for word in draft.words):
        return False
    if not (rare or persons.is_given(surname)) or head.head.lemma_ in lists.small("lying"):
        return False
    return head.dep_ != "conj" or head.head.ent_type_ == "PERSON"


def _governed(doc: Doc, first: int, last: int) -> Evidence:
    """`reached X`, `X said`, `Y and X`: what the name's governor says of it."""
    head = doc[first : last + 1].root
    if head.dep_ == "dobj" and head.head.lemma_ in lists.small("reaching"):
        yield "GPE", 1.0
    if head.dep_ == "nsubj" and head.head.lemma_ in lists.small("speaking"):
        yield "PERSON", 1.0
        yield "ORG", 0.5
    if head.dep_ == "nsubj" and head.head.lemma_ in lists.small("publishing"):
        yield "ORG", 0.8
    if head.dep_ == "conj" and head.head.text[0].isupper():
        body = gazetteer.bodies().get(head.head.text)
        other = body[1] if body else TYPES.get(head.head.ent_type_)
        if other is not None:
            yield other, 1.0 if body else 0.5


def _before(doc: Doc, first: int, last: int, single: bool) -> Evidence:
    if not first:
        return
    word = doc[first - 1].lower_
    quoted = word in _QUOTES and last + 1 < len(doc) and doc[last + 1].text in _QUOTES
    if quoted and doc[first].ent_type_ not in ("EVENT", "LAW", "FAC"):
        yield "WORK", 1.2
    if word == "at" and first > 1 and doc[first - 2].lower_ in lists.roles():
        yield "ORG", 1.2
    if word in lists.small("inside"):
        yield "GPE", 1.5
    elif word in lists.small("toward"):
        going = word in _WAYS and doc[first - 1].head.lemma_.lower() in lists.small("going")
        yield "GPE", 1.6 if going else 0.5
    elif word == "the" and single and not (last + 1 < len(doc) and doc[last].dep_ == "compound"):
        yield "PERSON", -2.0
        yield "GPE", -1.0
        yield "ORG", 0.5
        yield "LOC", 0.4
    kind = lists.heads("kind").get(word)
    if kind is not None:
        yield kind, 1.0 if kind == "ORG" and word in lists.roles() else 3.0  # `publisher X` may be either
    if word == "of" and first > 1 and doc[first - 2].text == ",":
        yield "GPE", 1.5
    if word == "of" and first > 1 and doc[first - 2].lower_ in lists.holders():
        yield "GPE", 0.0 if doc[first].lower_ in lists.offices() else 1.2
    if word == "-" and first > 1 and doc[first - 2].text in PARTIES:
        yield "GPE", 3.0
    if word == "of" and first > 1 and lists.heads("kind").get(doc[first - 2].lower_) in ("GPE", "LOC"):
        yield lists.heads("kind")[doc[first - 2].lower_], 3.0


def _aged(doc: Doc, first: int) -> Evidence:
    """`25-year-old X`."""
    if first > _AGE and doc[first - 1].lower_ == "old" and doc[first - _AGE].lower_ == "year":
        yield "PERSON", 3.0


def _after(doc: Doc, last: int) -> Evidence:
    rest = [token.lower_ for token in doc[last + 1 : last + 4]] + ["", "", ""]
    if (
        rest[0] == ","
        and rest[1]
        and gazetteer.bodies().get(doc[last + 2].text, ("", None))[1] == "GPE"
        and "." in rest[1]
    ):
        yield "GPE", 2.0
    if rest[0] == "," and ((rest[1].isdigit() and rest[2] == ",") or rest[1] == "who"):
        yield "PERSON", 3.0
    if rest[0] in ("'s", "’s") and rest[1] in lists.small("owned"):
        yield "GPE", 1.0
    if last + 1 < len(doc) and doc[last].whitespace_ and _is_office(rest[0], rest[1]):
        state = any(word in lists.holders() for word in rest)
        yield "GPE" if state else "ORG", 2.0 if doc[last + 1].text[0].isupper() else 0.7
        yield "PERSON", -1.0 if doc[last + 1].text[0].isupper() else 0.0
    if last + 1 < len(doc) and rest[0] in lists.heads("kind") and doc[last + 1].text == rest[0]:
        yield lists.heads("kind")[rest[0]], 0.8
    if rest[0] in lists.small("personal"):
        yield "PERSON", 1.0
    if rest[0] in lists.small("errand"):
        yield "GPE", 0.7


def _is_office(word: str, after: str) -> bool:
    """Whether an office starts here: `president`, `ministry`, or `foreign` before `minister`."""
    return word in lists.roles() or word in lists.holders() or (word in lists.offices() and after in lists.roles())


def _apposed(doc: Doc, first: int, last: int) -> Evidence:
    """`the capital, X`, `X, a port`, `X, the mayor`: what is said beside the name."""
    head = doc[first : last + 1].root
    beside = [child for child in head.children if child.dep_ == "appos" and child.i > last]
    if head.dep_ == "appos":
        beside.append(head.head)
    for noun in beside:
        word = noun.lower_
        kind = lists.heads("kind").get(word)
        if kind is not None:
            yield kind, 2.5
        elif word in lists.roles() and not noun.text[0].isupper():
            yield "PERSON", 2.5
