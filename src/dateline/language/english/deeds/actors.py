"""Who can do a deed: somebody, by the words; and whether he is a political actor, or the talk is of sport or business."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar, places
from dateline.language.english.deeds import codes, lexicon
from dateline.language.english.names import lists, offices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from dateline.language.tokens import Token

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_WHEN = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom"})
_SPEAKING = frozenset({"GOV", "LEG", "OPP", "PTY"})
_ANSWERING = frozenset(
    {"media", "press", "critics", "opponents", "rivals", "rival", "allies", "ally", "policy", "policies"}
)
_APART = frozenset({"ccomp", "conj", "parataxis", "relcl"})
_SETTINGS = ("sport", "business")
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "appos", "parataxis"})
# CAMEO's classes of deeds that only states and armed groups do, whatever their names: sanctions, truces, mobilization ...
OF_STATES = ("0871", "0874", "14", "15", "161", "163", "166", "191", "196", "085", "086", "054")


def lemma(token: Token) -> str:
    """The lemma of a noun in lower case; of a word that was taken for a name, without the ending of a plural."""
    word: str = token.lemma_.lower()
    return lexicon.singular(word) if token.pos_ == "PROPN" else word


def before(token: Token) -> str:
    """The word before, with the space or the hyphen between: of `cease-fire` and `war game` the first part."""
    if token.i >= 2 and token.nbor(-1).text == "-":
        return f"{token.nbor(-2).lower_}-"
    return f"{token.nbor(-1).lower_} " if token.i else ""


def is_time(token: Token) -> bool:
    """Whether a word is a time, an amount or a share: no one."""
    return token.ent_type_ in _WHEN


def is_actor(token: Token) -> bool:
    """Whether a word is somebody: a name, a pronoun, a role, a group or body."""
    if is_time(token):
        return False
    if token.ent_type_ in _NAMED or token.lower_ in PRONOUNS:
        return True
    word = lemma(token)
    if word in lexicon.words("abstract"):
        return False
    return token.pos_ == "PROPN" or word in lexicon.words("actor") or word in tables.words("roles")


def is_named(token: Token) -> bool:
    """Whether a word is a name of somebody, or a political role or group."""
    if is_time(token) or token.lower_ in PRONOUNS:
        return False
    form = lemma(token)
    group = form in lexicon.words("political") and form not in lexicon.words("troops")
    return token.ent_type_ in _NAMED or (group and is_actor(token))  # sanctions and truces are nobody


def inside(token: Token) -> Iterator[Token]:
    """The words of a phrase, its clauses and appositions aside."""
    yield token
    for word in token.children:
        if word.dep_ not in _CLAUSES:
            yield from inside(word)


def is_armed(token: Token) -> bool:
    """Whether a word is a weapon, an attack, or a force."""
    form = lemma(token)
    return any(form in lexicon.words(kind) for kind in ("attack*", "military_aid", "troops"))


def is_of_words(who: Token, whom: Token) -> bool:
    """Whether an attack of one on another can only be one of words: of somebody in office on a person, the press, a policy."""
    speaks = _sector(who) in _SPEAKING or (who.ent_type_ == "PERSON" and is_political(who))
    if not speaks or whom.ent_type_ in ("GPE", "NORP", "LOC", "FAC") or is_armed(whom):
        return False
    if _sector(whom) in _SPEAKING or whom.lower_ in _ANSWERING or whom.ent_type_ == "PERSON":
        return True
    return any(lemma(whom) in lexicon.words(kind) for kind in ("abstract", "proposal"))


def _sector(word: Token) -> str | None:
    """What somebody is in a state, by the word for him."""
    return codes.sectors().get(lemma(word))


def bears_actor(token: Token) -> bool:
    """Whether a phrase is somebody, or names somebody."""
    return is_actor(token) or any(
        word.ent_type_ in _NAMED or lemma(word) in lexicon.words("actor") for word in inside(token)
    )


def is_political(token: Token) -> bool:
    """Whether a phrase is, or names, a political actor: a country or its people, an arm of a state, a group, a population."""
    return any(_is_political(word) for word in inside(token))


def _is_political(word: Token) -> bool:
    if word.ent_type_ in ("GPE", "NORP") or _is_of_state(word) or _names_body(word.text):
        return True
    return word.ent_type_ == "PERSON" and codes.is_holder(_full_name(word))


@lru_cache(maxsize=20_000)
def _names_body(text: str) -> bool:
    """Whether a word names a country or its people, an international body, a group."""
    return places.find(text) is not None or bool(offices.body_code(text)) or codes.is_group(text)


def _full_name(word: Token) -> str:
    """The name of a person up to a word of it."""
    first = word
    while first.i and first.nbor(-1).ent_type_ == "PERSON" and first.ent_iob_ == "I":
        first = first.nbor(-1)
    return str(word.doc[first.i : word.i + 1].text)


def are_political(head: Token, parties: Sequence[Token], cameo: str, said: Set[str]) -> bool:
    """Whether a deed between these is a matter of politics: by who they are, by what is done, and by what the talk is of.

    `said` are the words of the sentence.
    """
    if cameo.startswith(OF_STATES):
        return True
    kind = None if said.isdisjoint(_settings()) else setting(head)
    if kind == "sport":
        return any(_is_of_state(word) for token in parties for word in inside(token))
    if any(is_political(token) for token in parties) or any(_is_of_state(word) for word in _about(head)):
        return True
    return kind is None and any(_is_body(word) for one in parties for word in inside(one))


def _is_body(word: Token) -> bool:
    return word.ent_type_ == "ORG" or (word.pos_ == "PROPN" and word.is_upper and len(word) > 2)


def _is_of_state(word: Token) -> bool:
    form = lemma(word)
    return form in lexicon.words("political") or form in lists.role_sectors() or form in lists.organ_sectors()


def _about(head: Token) -> Iterator[Token]:
    """What a deed is about: the words of the object of its verb."""
    yield head
    for child in head.children:
        if child.dep_ in ("dobj", "nsubjpass", "oprd"):
            yield from inside(child)


@cache
def _settings() -> frozenset[str]:
    return frozenset().union(*map(lexicon.words, _SETTINGS))


def setting(head: Token) -> str | None:
    """What the talk is of where it is of no politics: sport or business, by the words that go with a deed."""
    words = [head, *(inner for child in head.children if child.dep_ not in _APART for inner in child.subtree)]
    said = {lemma(word) for word in words if grammar.is_noun(word) and before(word) != "war "}
    return next((kind for kind in _SETTINGS if said & lexicon.words(kind)), None)
