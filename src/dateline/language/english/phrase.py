"""Phrases by which somebody is meant without a name: how far one goes, what sort of thing it is, whom it cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.language.english import grammar, places, sorts
from dateline.language.english.names import lists

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

_WRITERS = frozenset(("correspondent", "reporter", "editor", "analyst", "writer"))
_ASKS = frozenset(("ask", "asks", "asked", "asking"))


def is_organ(head: Token) -> bool:
    """Whether a noun is a body, or a paper of one, so that `it` can be it (`the navy said …, it said`)."""
    return head.pos_ == "NOUN" and sorts.is_organ(head.lower_)


def is_medium(head: Token) -> bool:
    """Whether a noun is a body by which others are told (`the news agency ARKA`)."""
    return head.lower_ in sorts.MEDIA


def apposed(head: Token) -> Token | None:
    """The name that stands in apposition with a noun (`the operator, Sundcom,`)."""
    return next(
        (word for word in head.children if word.dep_ == "appos" and word.pos_ == "PROPN" and word.i > head.i), None
    )


def author(paper: Token) -> Token | None:
    """The word for who gave out a paper (`a statement by | Ida Falk`, `a letter from the club`)."""
    by = next((child for child in paper.rights if child.dep_ == "prep" and child.lower_ in ("by", "from")), None)
    return grammar.child(by, "pobj") if by is not None else None


def is_his(office: Token, between: str, role: str | None) -> bool:
    """Whether a name stands with an office of which more is told before it (`Secretary of the Interior | Ida Falk`)."""
    words = between.split()
    if not words or "," in between:
        return False
    return words == ["in", "chief"] or (
        role is not None and role.split()[0] == office.text and role.endswith(" ".join(words))
    )


def is_the(head: Token) -> bool:
    """Whether a noun means one thing that is known already (`the ministry`)."""
    return head.tag_ in ("NN", "NNP") and any(child.lower_ == "the" for child in head.children)


def carrier(word: Token) -> Token:
    """The word that one in apposition stands beside; of a phrase of which it ends another (`the head of security, Ida Falk,`)
    that phrase's own.
    """
    while (word.dep_ == "appos" and word.head != word) or _is_second(word):
        word = word.head if word.dep_ == "appos" else _first_of(word)
        while (
            word.dep_ == "pobj" and word.head.lower_ == "of" and word.pos_ == "NOUN" and grammar.is_noun(word.head.head)
        ):
            word = word.head.head
    return word


def _is_second(word: Token) -> bool:
    """Whether a preposition has a word besides the one before it, which it stands beside (`head of the guard, | Ida Falk`)."""
    return (
        word.dep_ == "pobj" and word.pos_ == "PROPN" and _first_of(word) != word and word.left_edge.nbor(-1).text == ","
    )


def _first_of(word: Token) -> Token:
    return next(child for child in word.head.children if child.dep_ == "pobj")


def below(pronoun: Token) -> Iterator[Token]:
    """The words that a pronoun's own verb takes behind it: whom they name is another (`he praised | Moe's pier`)."""
    verb = pronoun.head
    if pronoun.dep_ not in grammar.SUBJECT:
        return
    for child in verb.children:
        apart = child.dep_ in ("conj", "parataxis", "cc", "punct") or (child.dep_ == "advcl" and child.tag_ != "VBG")
        if child.i > max(verb.i, pronoun.i) and not apart:
            yield from child.subtree


def is_owner(word: Token) -> bool:
    """Whether a name only says whose something is (`Moe's record`), or what (`the Moe report`)."""
    return word.dep_ in ("poss", "compound")


def owners(word: Token) -> Iterator[Token]:
    """The words for whose somebody is (`the | Herald |'s Ida Falk`)."""
    yield from (child for child in word.children if child.dep_ == "poss")


def is_mere_mark(word: Token) -> bool:
    """Whether a name only says of what sort a thing is (`a | Sund Police | jail`)."""
    return word.dep_ == "compound" and word.head.pos_ == "NOUN" and not lists.is_role(word.head.lemma_)


def state(head: Token) -> str | None:
    """The country whose government a phrase means (`the Indian government`, `the government of India`)."""
    if head.lower_ != "government":
        return None
    of = [word for child in head.children if child.lower_ == "of" for word in child.children if word.dep_ == "pobj"]
    near = [child for child in head.children if child.i < head.i and child.dep_ in ("amod", "compound", "poss", "nmod")]
    found = (places.country(word.text) for word in (*of, *near))
    return next((country for country in found if country), None)


def is_asker(head: Token) -> bool:
    """Whether somebody does something only to whom the sentence is about (`Asked by | the judge |, he said`)."""
    verb = head.head.head
    return head.dep_ == "pobj" and head.head.dep_ == "agent" and verb.dep_ == "advcl" and verb.i < verb.head.i


def is_ours(head: Token) -> bool:
    """Whether the noun is one who writes for the paper that the report is from (`our correspondent`)."""
    return head.lower_ in _WRITERS and any(child.lower_ == "our" for child in head.children)


def is_where(word: Token) -> bool:
    """Whether a word stands after a preposition of place (`in Sund`)."""
    return word.dep_ == "pobj" and word.head.lower_ in ("in", "at", "near", "outside")


def is_name(head: Token) -> bool:
    """Whether the parser has a word for a name, and not for a body's or a place's."""
    return head.tag_ == "NNP" and head.ent_type_ in ("", "PERSON")


def stretch(head: Token) -> tuple[Token, Token]:
    """The first and last word of a phrase, without a clause that tells of it."""
    clause = next((child for child in head.children if child.i > head.i and child.dep_ in ("relcl", "acl")), None)
    last = head.right_edge if clause is None else clause.left_edge.nbor(-1)
    return head.left_edge, last.nbor(-1) if last.is_punct and last.i > head.i else last


def asked(doc: Doc, before: int | None) -> Iterator[Sequence[Token]]:
    """Who is asked something in a sentence (before the token `before`): the words that can name each."""
    for token in doc[:before]:
        if token.lower_ in _ASKS:
            for child in token.children:
                if child.dep_ in ("dobj", "dative"):
                    yield [word for word in child.subtree if word == child or word.dep_ == "appos"]


def hearers(verb: Token) -> Iterator[Token]:
    """Whom a verb has as its object (`told Ben Farr to go`)."""
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.i > verb.i:
            yield child
        elif child.dep_ in ("ccomp", "xcomp") and grammar.infinitive(child) is not None:
            yield from (word for word in child.children if word.dep_ == "nsubj")
