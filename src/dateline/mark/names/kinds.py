"""Types: what kind of thing a name is that no list knows, by vote over the report.

The parser's word counts, and so does what stands around each mention: `in X`, `the trawler X`, `X, a port`,
`X President Y`, `X, 45,`, `X, who`. A name that is listed, headed or titled anywhere is of that type everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc

from dateline.language.english import naming
from dateline.mark.names import known
from dateline.mark.names.cut import TYPES
from dateline.mark.names.found import Mention
from dateline.records.marks import NameType

QUOTES = frozenset(("“", "”", '"', "``", "''", "‘", "’"))
LEAST = 0.3  # what must speak for a type
_PARSER = {"PERSON": 0.9, "GPE": 1.0, "LOC": 1.0, "ORG": 0.6}  # what the parser's word weighs; 0.4 for other types


def kinds(mentions: Iterable[Mention]) -> dict[str, NameType | None]:
    """The type of each name, by its folded form; None where nothing says that it is a name at all."""
    mentions = list(mentions)
    towns = {naming.fold(one.words[0]) for one in mentions if one.sure and one.type == "ORG" and one.words[1:]}
    sure: dict[str, Counter[NameType]] = {}
    votes: dict[str, dict[NameType, float]] = {}
    for mention in mentions:
        key = naming.fold(mention.text)
        if mention.sure:
            sure.setdefault(key, Counter())[mention.type] += 1
            continue
        told = votes.setdefault(key, {"GPE": 0.5} if key in towns else {})
        for kind, weight in _evidence(mention):
            told[kind] = told.get(kind, 0.0) + weight
    found: dict[str, NameType | None] = {}
    for key, told in votes.items():
        best = max(sorted(told), key=lambda kind: told[kind], default=None)
        found[key] = best if best is not None and told[best] > LEAST else None
    for key, seen in sure.items():
        found[key] = seen.most_common(1)[0][0]
    return found


def _evidence(mention: Mention) -> Iterable[tuple[NameType, float]]:
    doc, first, last = mention.parsed.doc, mention.first, mention.last
    parser = TYPES.get(doc[first].ent_type_)
    single = len(mention.words) == 1
    if parser is not None:
        yield parser, _PARSER.get(parser, 0.4) * (1.0 if single else 1.6)
    if mention.type == "PERSON" and naming.is_given(mention.words[0]) and not single:
        yield "PERSON", 1.5
    elif single and mention.text.isupper() and len(mention.text) < 7:
        yield "ORG", 1.2
    if parser is None and first and doc[first].pos_ == "PROPN" and not all(map(known.is_ordinary, mention.words)):
        yield "ORG", 0.4
    if parser is None and not single:
        return
    doubt = 0.5 if parser is None and known.is_ordinary(mention.words[0]) else 1.0
    for part in (_before(doc, first, last, single), _after(doc, last), _apposed(doc, first, last)):
        for kind, weight in part:
            yield kind, weight * doubt
    head = doc[first : last + 1].root
    if head.dep_ == "dobj" and head.head.lemma_ in known.small("reaching"):
        yield "GPE", 1.0
    if head.dep_ == "nsubj" and head.head.lemma_ in known.small("speaking"):
        yield "PERSON", 1.0
        yield "ORG", 0.5
    if head.dep_ == "conj" and head.head.text[0].isupper():
        listed = known.bodies().get(head.head.text)
        other = listed[1] if listed else TYPES.get(head.head.ent_type_)
        if other is not None:
            yield other, 1.0 if listed else 0.5


def _before(doc: Doc, first: int, last: int, single: bool) -> Iterable[tuple[NameType, float]]:
    if not first:
        return
    word = doc[first - 1].lower_
    quoted = word in QUOTES and last + 1 < len(doc) and doc[last + 1].text in QUOTES
    if quoted and doc[first].ent_type_ not in ("EVENT", "LAW", "FAC"):
        yield "WORK", 1.2
    if word == "at" and first > 1 and doc[first - 2].lower_ in known.roles():
        yield "ORG", 1.2
    if word in known.small("inside"):
        yield "GPE", 1.5
    elif word in known.small("toward"):
        going = word in ("to", "from", "into", "toward", "towards") and doc[
            first - 1
        ].head.lemma_.lower() in known.small("going")
        yield "GPE", 1.6 if going else 0.5
    elif word == "the" and single and not (last + 1 < len(doc) and doc[last].dep_ == "compound"):
        yield "PERSON", -2.0
        yield "GPE", -1.0
        yield "ORG", 0.5
        yield "LOC", 0.4
    kind = known.heads("kind").get(word)
    if kind is not None:
        yield kind, 1.0 if kind == "ORG" and word in known.roles() else 3.0  # `publisher X` may be either
    if word == "of" and first > 1 and doc[first - 2].text == ",":
        yield "GPE", 1.5
    if word == "of" and first > 1 and doc[first - 2].lower_ in known.holders():
        yield "GPE", 0.0 if doc[first].lower_ in known.offices() else 1.2
    if word == "-" and first > 1 and doc[first - 2].text in ("R", "D", "I"):
        yield "GPE", 3.0
    if word == "of" and first > 1 and known.heads("kind").get(doc[first - 2].lower_) in ("GPE", "LOC"):
        yield known.heads("kind")[doc[first - 2].lower_], 3.0


def _after(doc: Doc, last: int) -> Iterable[tuple[NameType, float]]:
    rest = [token.lower_ for token in doc[last + 1 : last + 4]] + ["", "", ""]
    if rest[0] == "," and rest[1] and known.bodies().get(doc[last + 2].text, ("", None))[1] == "GPE" and "." in rest[1]:
        yield "GPE", 2.0
    if rest[0] == "," and ((rest[1].isdigit() and rest[2] == ",") or rest[1] == "who"):
        yield "PERSON", 3.0
    if rest[0] in ("'s", "’s") and rest[1] in known.small("owned"):
        yield "GPE", 1.0
    if last + 1 < len(doc) and doc[last].whitespace_ and _is_office(rest[0], rest[1]):
        state = any(word in known.holders() for word in rest)
        yield "GPE" if state else "ORG", 2.0 if doc[last + 1].text[0].isupper() else 0.7
        yield "PERSON", -1.0 if doc[last + 1].text[0].isupper() else 0.0
    if last + 1 < len(doc) and rest[0] in known.heads("kind") and doc[last + 1].text == rest[0]:
        yield known.heads("kind")[rest[0]], 0.8
    if rest[0] in known.small("personal"):
        yield "PERSON", 1.0
    if rest[0] in known.small("errand"):
        yield "GPE", 0.7


def _is_office(word: str, after: str) -> bool:
    """Whether an office starts here: `president`, `ministry`, or `foreign` before `minister`."""
    return word in known.roles() or word in known.holders() or (word in known.offices() and after in known.roles())


def _apposed(doc: Doc, first: int, last: int) -> Iterable[tuple[NameType, float]]:
    """`the capital, X`, `X, a port`, `X, the mayor`: what is said beside the name."""
    head = doc[first : last + 1].root
    beside = [child for child in head.children if child.dep_ == "appos" and child.i > last]
    if head.dep_ == "appos":
        beside.append(head.head)
    for noun in beside:
        word = noun.lower_
        kind = known.heads("kind").get(word)
        if kind is not None:
            yield kind, 2.5
        elif word in known.roles() and not noun.text[0].isupper():
            yield "PERSON", 2.5
