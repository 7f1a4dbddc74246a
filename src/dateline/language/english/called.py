"""Bodies that are meant by words of their own names, or by what sort of body they are (`the navy`, `the newspaper`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.coreference import Body, Called
from dateline.language.english import grammar
from dateline.language.english.names import lists
from dateline.language.english.sorts import FIRMS, MEDIA, NAMED_BODIES

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_BARE = frozenset(("police", "parliament", "congress"))  # that need no article
_WHOLE = frozenset(("department", "dept", "service", "force", "forces"))
_KNOWN = frozenset(("same", "very"))  # adjectives that only say that it was named before
_OPEN = frozenset(("det", "punct", "case", "predet"))
_ANY = frozenset(("a", "an", "no", "some", "any", "other", "another"))
_NAMING = frozenset(("compound", "poss", "nmod", "amod"))
_LINKS = frozenset(("of", "for", "on", "in"))
# the last letters of an acronym that say what it is
_LETTERS: Mapping[str, tuple[str, ...]] = {"PD": ("police", "department"), "FD": ("fire", "department")}
# sorts of bodies, by the CAMEO codes of those that the tables know
_STATE = ("SPY", "COP")
_SORTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(MEDIA, ("MED",)), "agency": _STATE, "bureau": _STATE, "company": ("MNC",), "firm": ("MNC",),
    "military": ("MIL",), "militia": ("REB",),
}  # fmt: skip
_ON_AIR = frozenset(("tv", "radio", "television", "fm", "channel", "news", "broadcasting"))
_WRITTEN = MEDIA - {"station", "broadcaster", "network", "channel"}
_PAPERS = frozenset(("article", "story", "release", "editorial", "dispatch", "bulletin", "communique", "report"))
_OUT_OF = frozenset(("in", "from", "by"))


def called_by(head: Token) -> Called | None:
    """The words by which a phrase means one body whose name has them (`the sheriff's department`); None for other words."""
    word = head.lower_
    if not (head.pos_ == "NOUN" or (head.pos_ == "PROPN" and head.text == word)) or not _is_body(word):
        return None
    articles = {child.lower_ for child in (*head.children, *_owner(head)) if child.dep_ in _OPEN}
    if "the" not in articles and (word not in _BARE or articles & _ANY):
        return None
    words = {word}
    for child in head.children:
        if child.dep_ in _NAMING and child.i < head.i:
            part = {inner.lower_ for inner in child.subtree if inner.is_alpha and inner.dep_ != "det"}
            words |= part - _KNOWN
        elif child.dep_ not in _OPEN and child.lower_ != "'s":
            return None  # `the department in Sund`, `the police who came`
    return Called(word, frozenset(words))


def _owner(head: Token) -> Sequence[Token]:
    """The words that hang on what owns a thing (`| the | sheriff's department`)."""
    owner = grammar.child(head, "poss")
    return owner.children if owner is not None and owner.pos_ == "NOUN" else ()


def is_called(name: str, meant: Called) -> bool:
    """Whether a body of this name is meant: its name, or another that the tables have for it, has all the words, and more."""
    return any(_has(form, meant) for form in (name, *_forms().get(name, ())))


def _has(form: str, meant: Called) -> bool:
    letters = _LETTERS.get(form[-2:], ()) if form.isupper() and len(form) > 2 else ()
    words = re.findall(r"[^\W_]+", form.lower())
    own = next((words[: at + 1] for at in range(len(words) - 1) if words[at + 1] in _LINKS), words)
    if not words or not meant.words <= {*words, *letters}:
        return False
    if len({*words, *letters}) == 1:
        return False
    while own[-1:] != [meant.head] and own and own[-1] in _WHOLE:
        own = own[:-1]  # `Harrow Police Department`, but not the Police Federation
    return meant.head in own[-1:] or meant.head in letters


def _is_body(word: str) -> bool:
    body = "ORG" in (lists.heads("end").get(word.title()), lists.heads("kind").get(word))
    return body or word in lists.organ_sectors() or word in _BARE


def body_meant(head: Token) -> Body | None:
    """The sort of body that `the company`, `the software giant` or `the university` means one by; None for other words."""
    word = head.lower_
    if head.pos_ != "NOUN" or not any(child.lower_ == "the" for child in head.children):
        return None
    if any(child.dep_ in ("prep", "relcl", "acl", "appos") for child in head.children):
        return None  # `the firm in Sund that builds it` is one of its own
    if word in FIRMS or word in MEDIA:
        return Body("", word in MEDIA)
    return Body(word) if word in NAMED_BODIES else None


def is_body(name: str, meant: Body) -> bool:
    """Whether a body of this name can be meant: it has the word, where its sort stands in its names."""
    return not meant.word or meant.word in name.lower().split()


def sort_meant(head: Token) -> str | None:
    """The sort of body that a phrase means one by (`the studio`); None for other words."""
    if head.pos_ != "NOUN" or not any(child.lower_ == "the" for child in head.children):
        return None
    if any(child.dep_ in ("prep", "relcl", "acl", "appos", "poss", "conj") for child in head.children):
        return None
    word = head.lower_
    if (
        word in _SORTS
        and word not in FIRMS
        and any(child.dep_ in _NAMING and child.lower_ not in _KNOWN for child in head.children)
    ):
        return None  # `the energy agency`
    return word if lists.heads("kind").get(word) == "ORG" or word in FIRMS or word in _SORTS else None


def sorts_told(word: Token) -> Iterator[str]:
    """The sorts of body that a report says one is, beside the head word of its name (`the software maker | Sundsoft`)."""
    others = [child for child in word.children if child.dep_ in ("appos", "compound", "nmod")]
    if word.dep_ == "appos":
        others.append(word.head)
    if word.dep_ in grammar.SUBJECT and word.head.lemma_ == "be":
        others += [child for child in word.head.children if child.dep_ == "attr"]
    for other in others:
        if other.pos_ == "NOUN" and other.tag_ == "NN" and other.text.islower():
            yield other.lower_


def is_sort(name: str, word: str) -> bool:
    """Whether a body of this name is known for one of this sort: by the tables, or by what papers and stations are called."""
    code = _code(name)
    if word == "agency" and name in tables.words("agencies"):
        return True
    if code and code.endswith(_SORTS.get(word, ("-",))):
        return True
    if word not in MEDIA or (code and not code.endswith("MED")):
        return False
    words = name.split()
    paper = len(words) > 1 and words[-1] in lists.small("paper") and word in _WRITTEN
    air = word not in _WRITTEN and any(part.lower() in _ON_AIR for part in re.split(r"[\s-]", name))
    return paper or air


def may_be_firm(name: str) -> bool:
    """Whether a body of this name can be a company: no arm of a state, no school, no paper that is known for one."""
    last = name.split()[-1].title()
    code = _code(name)
    sort = lists.heads("end").get(last) is not None or last.lower() in lists.organ_sectors()
    return (not code or code == "MNC") and not sort and last not in lists.small("paper")


def paper_of(head: Token) -> Iterator[Token]:
    """The words for who gives out a paper that the phrase means (`this | Herald story`, `an article in the Herald`)."""
    if head.lower_ not in _PAPERS:
        return
    for child in head.children:
        if child.dep_ in ("compound", "nmod", "poss") and child.i < head.i:
            yield child
        elif child.dep_ == "prep" and child.lower_ in _OUT_OF and (noun := grammar.child(child, "pobj")) is not None:
            yield noun


def _code(name: str) -> str:
    return _codes().get(name.removeprefix("The "), "")


@cache
def _codes() -> Mapping[str, str]:
    return {
        form: row["code"]
        for row in tables.table("organisations")
        for form in (row["name"], *row["aliases"].split("|"))
        if form
    }


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    """The other names of each body of the tables."""
    rows = ((row["name"], row["aliases"].split("|")) for row in tables.table("organisations"))
    return {name: tuple(form for form in forms if " " in form) for name, forms in rows}
