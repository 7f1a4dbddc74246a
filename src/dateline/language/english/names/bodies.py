"""Bodies: their short forms and acronyms, the article that is a part of a name, and what is but a noun with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.language.english.names import gazetteer, lists
from dateline.language.english.names.drafting import words_of
from dateline.language.english.names.persons import fold
from dateline.language.names import Acronym, Draft
from dateline.records.marks import NameType

if TYPE_CHECKING:
    from dateline.language.tokens import Doc

LONGEST = 14  # tokens of a name that is looked for before its acronym
_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{0,8}[A-Z]s?\.?$")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to", "de", "la", "du", "&", "-", "against", "with"))
_TELLING = frozenset(("announce", "confirm", "deny", "warn", "state", "add", "claim", "insist"))
_OF = re.compile(r"\b(ministry|department) of (?:the )?(.+)$")


# -------------------------------------------------------------------------------------------- by words


def is_firm(name: str) -> bool:
    """Whether a name ends in a firm's legal form."""
    return lists.is_company(name.split()[-1])


def short_forms(words: tuple[str, ...]) -> frozenset[str]:
    """What a body may be called after its full name: its head (`the Ministry`), its name without its legal form,
    its first word where that is no word of the dictionary, and no place's."""
    ends, last = lists.heads("end"), words[-1]
    forms = {last} if ends.get(last) == "ORG" else set()
    if words[0] in ends and len(words) > 2:
        forms.add(words[0])
    firm = lists.is_company(last)
    first = next((word.rstrip(",") for word in words if not (firm and "." in word)), words[0])
    if first not in gazetteer.singles() and (not lists.is_ordinary(first) or (firm and first not in ends)):
        forms.add(first)
    if firm:
        forms.add(" ".join(words[:-1]).rstrip(","))
    return frozenset(map(fold, forms))


def body_key(name: str) -> str:
    """A body's name as it is compared: no legal form, and `Ministry of Defence` as `Defence Ministry`."""
    words = _OF.sub(r"\2 \1", fold(name).replace(",", "").replace("-", " ")).split()
    while len(words) > 1 and words[-1] in lists.small("company"):
        words.pop()
    return " ".join(words)


# ------------------------------------------------------------------------------------------ in a sentence


def acronyms(doc: Doc) -> Iterator[Acronym]:
    """`Lakes Water Authority (LWA)`: the letters in brackets stand for the words before them."""
    words = list(doc)
    for index in range(2, len(words) - 2):
        if words[index].text != "(" or words[index + 2].text != ")":
            continue
        short = words[index + 1].text
        if _ACRONYM.match(short):
            first = _expansion(doc, index - 1, short)
            if first is not None:
                spans = (first, index - 1), (index + 1, index + 1)
                yield Acronym(*(Draft(begin, end, "ORG", words_of(doc, begin, end), True) for begin, end in spans))


def may_be_short(doc: Doc, first: int, form: str) -> bool:
    """Whether a form is short for a body: a head noun only after `the`."""
    return form not in lists.heads("end") or _after_the(doc, first)


def with_article(doc: Doc, first: int, words: tuple[str, ...]) -> str:
    """The name with its `The` where that is part of it: one word, a capital in mid-sentence (`The Herald`)."""
    name = " ".join(words)
    return f"The {name}" if len(words) == 1 and _has_article(doc, first, name) else name


def plural_of(doc: Doc, first: int, words: tuple[str, ...]) -> str | None:
    """The name of whose plural one of one word may be, after `the`."""
    return words[0][:-1] if _after_the(doc, first) and not words[1:] and words[0][-1] == "s" else None


def is_noun_alone(doc: Doc, first: int, word: str, kind: NameType) -> bool:
    """Whether a word of the dictionary is but a noun with a capital: a head, or a verb or adjective that the parser
    takes for nothing; not what it takes for the end of a person's name, nor a newspaper with its `The`."""
    if kind == "PERSON" and doc[first].ent_iob_ != "I":
        return False
    if speaks(doc, first):
        return False
    plain = lists.is_plain(word) and (first == 1 or not doc[first].ent_type_)
    return (word in lists.heads("end") or plain) and not _has_article(doc, first, word)


def speaks(doc: Doc, first: int) -> bool:
    """Whether a noun with a capital is a body's that says something (`the Academy announced that`): no arm of a state, which
    every state has.
    """
    word = doc[first]
    body = lists.heads("end").get(word.text) == "ORG" and word.lower_ not in lists.organ_sectors()
    return body and _after_the(doc, first) and is_said_by(doc, first)


def is_said_by(doc: Doc, first: int) -> bool:
    """Whether a word is who says something, so that it can be the first of a name (`Karst Foods`, `Karst said`)."""
    if doc[first].pos_ != "PROPN":
        return False  # `People forget`
    return _reports(doc, first) or (doc[first].dep_ == "nsubj" and doc[first].head.lemma_ in _TELLING)


def paired(doc: Doc, last: int) -> int | None:
    """The token after `and` or `&` behind a name."""
    return last + 2 if last + 2 < len(doc) and doc[last + 1].text in ("and", "&") else None


def _after_the(doc: Doc, first: int) -> bool:
    return first > 0 and doc[first - 1].lower_ == "the"


def _has_article(doc: Doc, first: int, word: str) -> bool:
    """Whether a `The` before a name is a part of it: of a newspaper's, or a capital in mid-sentence."""
    if first < 1 or doc[first - 1].lower_ != "the":
        return False
    if doc[first - 1].text == "the":
        return word in lists.small("paper") and _reports(doc, first)
    return word in lists.small("paper") or (first > 1 and doc[first - 2].is_alpha)


def _reports(doc: Doc, at: int) -> bool:
    """Whether a word is who says something, or was told it (`the Post reported`, `told the Sun that`)."""
    verb = doc[at].head.lemma_
    if doc[at].dep_ == "pobj" and verb == "to":
        return doc[at].head.head.lower_ == "according" or doc[doc[at].head.i - 1].lower_ == "according"
    if doc[at].dep_ == "nsubj":
        return verb in lists.small("speaking") or verb in lists.small("publishing")
    return doc[at].dep_ in ("dobj", "dative") and verb == "tell"


def _expansion(doc: Doc, last: int, acronym: str) -> int | None:
    """The first token of the words, ending at `last`, whose initials give the acronym; None without."""
    letters = [c.lower() for c in acronym.rstrip("s.") if c.isalpha()]
    start = None
    index = last
    while index >= 0 and last - index < LONGEST and (doc[index].text[0].isupper() or doc[index].lower_ in _SMALL):
        initial = doc[index].text[0]
        if initial.isupper() and initial.lower() == letters[0] and _spells(doc, index, last, letters):
            start = index
        index -= 1
    return start


def _spells(doc: Doc, first: int, last: int, letters: list[str]) -> bool:
    initials = [token.text[0].lower() for token in doc[first : last + 1] if token.text[0].isalnum()]
    left = iter(initials)
    return len(initials) <= len(letters) + 4 and all(any(c == initial for initial in left) for c in letters)
