"""Roles: what somebody is by the words that stand with the name.

Before it (`police chief X`, `Minister of Trade X`, `the mayor, X,`), or after it in apposition (`X, the mayor of
Y,`, `X, who is mayor of Y`). The role is the report's own words, without article or possessive pronoun.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dateline.mark.names import known
from dateline.mark.names.found import Mention

REACH = 14  # tokens that a role may take
_ENDS = frozenset(',;:.()—–-!?“”"')
_JOINTS = frozenset(("'s", "’s", "-", "&"))
_NO_PART = ("VERB", "ADV", "ADP", "CCONJ", "SCONJ", "AUX", "INTJ", "PART", "NUM")
_OPEN = frozenset({"DET", "PRON"})
_AFTER = frozenset(("under", "during", "since", "until", "before", "after", "by", "from", "when", "while"))
_NOT = frozenset(("own", "late", "counterpart"))


def role(mention: Mention) -> str | None:
    """The role that the words around a person's name give; None when there is none."""
    doc = mention.parsed.doc
    return _before(doc, mention.first) or _after(doc, mention.last) or _ahead(doc, mention.first, mention.last)


def _before(doc: Doc, first: int) -> str | None:
    """`Harrow police chief X`: the noun phrase that runs up to the name."""
    end = first - 1
    while (
        end >= 0
        and doc[end].text in known.abbreviated()
        and doc[end].text.lower().rstrip(".") in ("mr", "mrs", "ms", "dr")
    ):
        end -= 1
    if end < 0 or not _is_word(doc[end]):
        return None
    if _is_role(doc, end):
        return _phrase(doc, _left(doc, end), end)
    head = end  # `Secretary of Defence X`: the head stands before `of`, and is written with a capital
    while head > 0 and end - head < 6 and (_is_word(doc[head]) or doc[head].lower_ in ("of", "for", "and", "the")):
        if doc[head].lower_ in ("of", "for") and doc[head - 1].text[0].isupper() and _is_role(doc, head - 1):
            return _phrase(doc, _left(doc, head - 1), end)
        head -= 1
    return None


def _left(doc: Doc, head: int) -> int:
    """The first token of the noun phrase whose head is `head`."""
    at = head
    while at > 0 and head - at < REACH:
        before = doc[at - 1]
        joint = before.text in _JOINTS and at > 1 and not (doc[at - 2].whitespace_ and before.text == "-")
        if not (_is_word(before) or joint or _is_of(doc, at - 1)) or _is_age(doc, at - 1):
            break
        if doc[at].lower_ in ("former", "then") and before.tag_ == "NNS":
            break
        at -= 1
    while at < head and (doc[at].text in ("'s", "’s", "-", "&", "’", "'") or doc[at].lower_ in ("of", "for")):
        at += 1
    return at


def _is_of(doc: Doc, at: int) -> bool:
    """Whether an `of` or `for` stands inside a body's name (`Ministry of Trade`)."""
    if doc[at].lower_ not in ("of", "for") or at < 1 or at + 1 >= len(doc) or not doc[at + 1].text[0].isupper():
        return False
    head = doc[at - 1].text
    return head in known.heads("end") or head in known.heads("of")


def _after(doc: Doc, last: int) -> str | None:
    """`X, the mayor of Y,` and `X, 45, who was mayor of Y`: the phrase after the name's comma."""
    at = last + 1
    if at >= len(doc) or doc[at].text != ",":
        return None
    at += 1
    if at + 1 < len(doc) and doc[at].like_num and doc[at + 1].text == ",":
        at += 2
    if at + 1 < len(doc) and doc[at].lower_ == "who" and doc[at + 1].lower_ in ("is", "was"):
        at += 2
    while at < len(doc) and doc[at].pos_ in _OPEN:
        at += 1
    head = at
    while head < len(doc) and (_is_word(doc[head]) or doc[head].text in ("'s", "’s", "-", "&")):
        head += 1
    head -= 1
    if head >= at and doc[head].dep_ in ("nsubj", "nsubjpass") and head + 1 < len(doc) and doc[head + 1].text != ",":
        return None
    if head < at or head - at >= REACH or not _is_role(doc, head):
        return None
    end = head
    if head + 1 < len(doc) and doc[head + 1].lower_ in ("of", "for", "at", "in", "to", "with", "on", "and"):
        end = head + 1
        while end < len(doc) and end - at < REACH and not _stops(doc[end]):
            end += 1
        end -= 1
    elif head + 1 < len(doc) and not (doc[head + 1].is_punct or doc[head + 1].pos_ in ("PRON", "VERB", "ADP", "AUX")):
        return None
    return _phrase(doc, at, end)


def _ahead(doc: Doc, first: int, last: int) -> str | None:
    """`the mayor of Y, X,`: a phrase with its article just before the name's comma."""
    if first < 2 or doc[first - 1].text != "," or (last + 1 < len(doc) and doc[last + 1].text not in ",.;:)—–"):
        return None
    at = end = first - 2
    head = end
    while at >= 0 and end - at < REACH:
        token = doc[at]
        if token.lower_ in ("of", "for", "at", "in", "to", "on"):
            head = at - 1
        elif not _is_word(token) and token.text not in ("'s", "’s", "-", "&") and token.pos_ not in _OPEN:
            return None
        if token.pos_ in _OPEN and (at == 0 or doc[at - 1].lower_ not in ("of", "for", "at", "in", "to", "on")):
            break
        at -= 1
    if at < 0 or doc[at].pos_ not in _OPEN or head <= at or not _is_role(doc, head):
        return None
    return _phrase(doc, at + 1, end)


def _stops(token: Token) -> bool:
    return token.text in _ENDS or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or token.lower_ in _AFTER


def _is_word(token: Token) -> bool:
    if token.text in known.small("calendar") or not any(c.isalnum() for c in token.text):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or (
        token.text[0].isupper() and token.is_alpha and token.pos_ not in _NO_PART
    )


def _is_age(doc: Doc, at: int) -> bool:
    """Whether an age stands here (`36-year-old`): no part of a role."""
    if doc[at].lower_ == "year" and doc[at - 1].text == "-":
        return True
    return doc[at].lower_ == "old" and at > 1 and doc[at - 2].lower_ in ("year", "years")


def _is_role(doc: Doc, at: int) -> bool:
    word = doc[at].lower_.rstrip(".")
    if word == "fellow":  # `Senior Fellow at X` is a post, `fellow senator` is none
        return doc[at].text[0].isupper() or (at + 1 < len(doc) and doc[at + 1].lower_ in ("at", "of", "with"))
    return word in known.roles() and word not in _NOT


def _phrase(doc: Doc, first: int, last: int) -> str | None:
    while first < last and (
        doc[first].pos_ in _OPEN or doc[first].lower_ in ("then", "longtime", "own", "late", "said")
    ):
        first += 1
    text = " ".join(doc[first : last + 1].text.split()).removesuffix(" at the time")
    return text or None
