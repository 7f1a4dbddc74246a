"""Whether a month, a season or a weekday is part of a name: June Castell, Theresa May, the boat April Star."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.names import lists, persons
from dateline.language.english.times.verbs import words

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

_WHEN = frozenset(("in", "on", "since", "until", "during", "last", "next"))  # times stand behind these, and no names
_BESIDE = frozenset(("by", "from", "before", "after", "of", "for"))  # either does
_BODIES = ("ORG", "FAC", "PRODUCT", "LOC", "GPE")
_ACTING = (*grammar.SUBJECT, "poss", "dobj", "dative", "pobj")


def personal(token: Token, report: Iterable[Doc]) -> bool:
    """Whether a word of the calendar is part of a person's name, or of a thing's: by itself, or as its report has it."""
    if token.pos_ != "PROPN":
        return False
    if _heads_name(token) or _follows_name(token) or _is_told_who(token) or _names_thing(token) or _is_kin(token):
        return True
    if token.dep_ == "nsubj" and token.head.lemma_ in ("say", "tell", "ask", "add") and not any(token.lefts):
        return True  # `June said she was cold`
    if token.dep_ not in _ACTING or (token.i and token.nbor(-1).lower_ in _WHEN | _BESIDE | {"this"}):
        return False
    # `that May would resign`
    return any(
        word.text == token.text and (_follows_name(word) or _heads_name(word) or _is_kin(word))
        for doc in report
        for word in doc
    )


def _heads_name(token: Token) -> bool:
    """Whether it is the first word of a name whose next word is a surname: `Sunday Okoro`; not `June Summit`."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None or after.pos_ != "PROPN" or not after.is_title or token.dep_ != "compound":
        return False
    last = _hyphened(after)
    if token.head.i != last.i:
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and _is_dated(before, last):
        return False
    longer = last.i + 1 < len(token.doc) and last.nbor(1).pos_ in ("NOUN", "PROPN") and last.dep_ == "compound"
    kind = after.lower_ in words("scheduled") or after.text.rstrip(".") in lists.small("calendar")
    is_name = last.ent_type_ == "PERSON" or not lists.is_ordinary(after.lower_) or _is_told_who(last)
    return not longer and not kind and is_name


def _hyphened(word: Token) -> Token:
    """The last part of a name with hyphens: of `Jones-Weld`."""
    doc = word.doc
    while word.i + 2 < len(doc) and word.nbor(1).text == "-" and word.nbor(2).pos_ == "PROPN":
        word = word.nbor(2)
    return word


def _is_dated(before: Token, last: Token) -> bool:
    """Whether the word before says that a time follows: `in June`, `the May`, `4 May`; not `after June Castell left`."""
    if before.i and before.nbor(-1).text == "-":
        return False  # `mother-of-two April Rowe`
    if before.tag_ in ("DT", "CD", "PRP$", "POS", "JJ") or before.lower_ in _WHEN:
        return True
    governs = before.dep_ == "prep" and (last.head.i != before.i or last.ent_type_ != "PERSON")
    return before.lower_ in _BESIDE and governs


def _is_told_who(token: Token) -> bool:
    """Whether commas hold who that is behind it: `April, her sister, …`; not `April, the wettest month, …`."""
    behind = list(token.doc[token.i + 1 : token.i + 6])
    if not behind or behind[0].text != ",":
        return False
    end = next((place for place, word in enumerate(behind[1:], 1) if word.text == ","), 0)
    noun = behind[end - 1].lower_ if end > 1 else ""
    return noun in lists.small("relative") or lists.is_role(noun)


def _follows_name(token: Token) -> bool:
    """Whether it is the last word of a name that begins with a title or a given name: `Theresa May`."""
    before = token.nbor(-1) if token.i else None
    if before is None or before.pos_ != "PROPN" or before.dep_ not in ("compound", "nmod"):
        return False
    if before.head.i not in (token.i, token.head.i):
        return False
    return before.text in lists.abbreviated() or persons.is_given(before.text)


def _is_kin(token: Token) -> bool:
    """Whether it stands behind a word for somebody's kin: `her sister April`."""
    return token.i > 0 and token.nbor(-1).lower_ in lists.small("relative")


def _names_thing(token: Token) -> bool:
    """Whether it is part of a thing's name: `the boat April Star`, `the sprinter Autumn Reyes`, `the Friday Club`."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    name = token.head
    if "&" in (before.text if before else "", after.text if after else ""):
        return True  # `May & Sons`
    if before is not None and after is not None and before.lower_ in lists.heads("kind") and before.text.islower():
        return after.pos_ == "PROPN" or (
            after.lower_ == "and" and after.i + 1 < len(token.doc) and after.nbor().is_title
        )
    if token.dep_ != "compound" or name.pos_ != "PROPN" or name.i < token.i or not name.is_title:
        return False
    if before is None or before.tag_ == "DT":
        games = token.lower_ in words("season") and name.lower_ in words("scheduled")  # `the Winter Olympics`
        return games or lists.heads("end").get(name.text) in _BODIES
    if before.tag_ != "NN":
        return False
    return (before.i == name.head.i and name.dep_ == "appos") or (
        before.head.i == name.i and lists.is_role(before.lower_)
    )
