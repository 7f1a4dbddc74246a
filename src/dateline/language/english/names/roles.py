"""Roles: what somebody is by the words that stand with the name.

Before it (`police chief X`, `Minister of Trade X`, `the mayor, X,`), or after it in apposition (`X, the mayor of
Y,`, `X, who is mayor of Y`). The role is the report's own words, without article or possessive pronoun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english.names import lists

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

REACH = 14  # tokens that a role may take
_ENDS = frozenset(',;:.()—–-!?“”"')
_JOINTS = frozenset(("'s", "’s", "-", "&"))
_NO_PART = ("VERB", "ADV", "ADP", "CCONJ", "SCONJ", "AUX", "INTJ", "PART", "NUM")
_OPEN = frozenset({"DET", "PRON"})
_AFTER = frozenset(("under", "during", "since", "until", "before", "after", "by", "from", "when", "while"))
_NOT = frozenset(("own", "late", "counterpart"))


def role(doc: Doc, first: int, last: int) -> str | None:
    """The role that the words around a person's name, tokens `first` to `last`, give; None when there is none."""
    return _before(doc, first) or _after(doc, last) or _ahead(doc, first, last)


def _before(doc: Doc, first: int) -> str | None:
    """`Harrow police chief X`: the noun phrase that runs up to the name."""
    end = first - 1
    while (
        end >= 0
        and doc[end].text in lists.abbreviated()
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
    start = head
    while start > 0 and head - start < REACH:
        before = doc[start - 1]
        joint = before.text in _JOINTS and start > 1 and not (doc[start - 2].whitespace_ and before.text == "-")
        if not (_is_word(before) or joint or _is_of(doc, start - 1)) or _is_age(doc, start - 1):
            break
        if doc[start].lower_ in ("former", "then") and before.tag_ == "NNS":
            break
        start -= 1
    while start < head and (doc[start].text in ("'s", "’s", "-", "&", "’", "'") or doc[start].lower_ in ("of", "for")):
        start += 1
    return start


def _is_of(doc: Doc, start: int) -> bool:
    """Whether an `of` or `for` stands inside a body's name (`Ministry of Trade`)."""
    if (
        doc[start].lower_ not in ("of", "for")
        or start < 1
        or start + 1 >= len(doc)
        or not doc[start + 1].text[0].isupper()
    ):
        return False
    head = doc[start - 1].text
    return head in lists.heads("end") or head in lists.heads("of")


def _after(doc: Doc, last: int) -> str | None:
    """`X, the mayor of Y,` and `X, 45, who was mayor of Y`: the phrase after the name's comma."""
    start = last + 1
    if start >= len(doc) or doc[start].text != ",":
        return None
    start += 1
    if start + 1 < len(doc) and doc[start].like_num and doc[start + 1].text == ",":
        start += 2
    if start + 1 < len(doc) and doc[start].lower_ == "who" and doc[start + 1].lower_ in ("is", "was"):
        start += 2
    while start < len(doc) and doc[start].pos_ in _OPEN:
        start += 1
    head = start
    while head < len(doc) and (_is_word(doc[head]) or doc[head].text in ("'s", "’s", "-", "&")):
        head += 1
    head -= 1
    if head >= start and doc[head].dep_ in ("nsubj", "nsubjpass") and head + 1 < len(doc) and doc[head + 1].text != ",":
        return None
    if head < start or head - start >= REACH or not _is_role(doc, head):
        return None
    end = head
    if head + 1 < len(doc) and doc[head + 1].lower_ in ("of", "for", "at", "in", "to", "with", "on", "and"):
        end = head + 1
        while end < len(doc) and end - start < REACH and not _stops(doc[end]):
            end += 1
        end -= 1
    elif head + 1 < len(doc) and not (doc[head + 1].is_punct or doc[head + 1].pos_ in ("PRON", "VERB", "ADP", "AUX")):
        return None
    return _phrase(doc, start, end)


def _ahead(doc: Doc, first: int, last: int) -> str | None:
    """`the mayor of Y, X,`: a phrase with its article just before the name's comma."""
    if first < 2 or doc[first - 1].text != "," or (last + 1 < len(doc) and doc[last + 1].text not in ",.;:)—–"):
        return None
    start = end = first - 2
    head = end
    while start >= 0 and end - start < REACH:
        token = doc[start]
        if token.lower_ in ("of", "for", "at", "in", "to", "on"):
            head = start - 1
        elif not _is_word(token) and token.text not in ("'s", "’s", "-", "&") and token.pos_ not in _OPEN:
            return None
        if token.pos_ in _OPEN and (start == 0 or doc[start - 1].lower_ not in ("of", "for", "at", "in", "to", "on")):
            break
        start -= 1
    if start < 0 or doc[start].pos_ not in _OPEN or head <= start or not _is_role(doc, head):
        return None
    return _phrase(doc, start + 1, end)


def _stops(token: Token) -> bool:
    return token.text in _ENDS or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or token.lower_ in _AFTER


def _is_word(token: Token) -> bool:
    if token.text in lists.small("calendar") or not any(c.isalnum() for c in token.text):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or (
        token.text[0].isupper() and token.is_alpha and token.pos_ not in _NO_PART
    )


def _is_age(doc: Doc, start: int) -> bool:
    """Whether an age stands here (`36-year-old`): no part of a role."""
    if doc[start].lower_ == "year" and doc[start - 1].text == "-":
        return True
    return doc[start].lower_ == "old" and start > 1 and doc[start - 2].lower_ in ("year", "years")


def _is_role(doc: Doc, start: int) -> bool:
    word = doc[start].lower_.rstrip(".")
    if word == "fellow":  # `Senior Fellow at X` is a post, `fellow senator` is none
        return doc[start].text[0].isupper() or (start + 1 < len(doc) and doc[start + 1].lower_ in ("at", "of", "with"))
    return word in lists.roles() and word not in _NOT


def _phrase(doc: Doc, first: int, last: int) -> str | None:
    while first < last and (
        doc[first].pos_ in _OPEN or doc[first].lower_ in ("then", "longtime", "own", "late", "said")
    ):
        first += 1
    text = " ".join(doc[first : last + 1].text.split()).removesuffix(" at the time")
    return text or None
