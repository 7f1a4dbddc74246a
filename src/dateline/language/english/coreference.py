"""English words that stand for somebody: pronouns, relatives, roles (`the Lodovian leader`), titles with a gender.

Roles are what a report itself says of its people (`Russian President`, `president of Lodovia`). A role that is not said
of anybody is nobody's, however well known its holder is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from dateline.language import tables
from dateline.language.coreference import Gender, Reference
from dateline.language.english import grammar, places
from dateline.language.english.called import body_meant as body_meant
from dateline.language.english.called import called_by as called_by
from dateline.language.english.called import is_body as is_body
from dateline.language.english.called import is_called as is_called
from dateline.language.english.called import is_sort as is_sort
from dateline.language.english.called import may_be_firm as may_be_firm
from dateline.language.english.called import paper_of as paper_of
from dateline.language.english.called import sort_meant as sort_meant
from dateline.language.english.called import sorts_told as sorts_told
from dateline.language.english.held import GONE
from dateline.language.english.held import fit as fit
from dateline.language.english.held import is_renowned as is_renowned
from dateline.language.english.held import office as office
from dateline.language.english.held import office_meant as office_meant
from dateline.language.english.held import renowned as renowned
from dateline.language.english.held import titled as titled
from dateline.language.english.names import persons
from dateline.language.english.phrase import apposed as apposed
from dateline.language.english.phrase import asked as asked
from dateline.language.english.phrase import author as author
from dateline.language.english.phrase import below as below
from dateline.language.english.phrase import carrier
from dateline.language.english.phrase import hearers as hearers
from dateline.language.english.phrase import is_asker as is_asker
from dateline.language.english.phrase import is_his as is_his
from dateline.language.english.phrase import is_medium as is_medium
from dateline.language.english.phrase import is_mere_mark as is_mere_mark
from dateline.language.english.phrase import is_name as is_name
from dateline.language.english.phrase import is_organ as is_organ
from dateline.language.english.phrase import is_ours as is_ours
from dateline.language.english.phrase import is_owner as is_owner
from dateline.language.english.phrase import is_the as is_the
from dateline.language.english.phrase import is_where as is_where
from dateline.language.english.phrase import owners as owners
from dateline.language.english.phrase import state as state
from dateline.language.english.phrase import stretch as stretch
from dateline.language.english.sorts import ATTENDING, CROWDS, RENOWNED, TELLERS
from dateline.language.english.titles import is_short_for as is_short_for

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

_PRONOUNS: Mapping[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_KIN: Mapping[str, Gender] = {
    **dict.fromkeys(("wife", "mother", "daughter", "sister", "girlfriend", "widow", "aunt", "niece", "fiancee"), "f"),
    **dict.fromkeys(("husband", "father", "son", "brother", "boyfriend", "widower", "uncle", "nephew", "fiance"), "m"),
}  # fmt: skip
_RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_VOICES = frozenset(("spokesman", "spokeswoman", "spokesperson", "statement", "report", "press"))  # no mere `official`
_SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson", "official"))
_UNNAMED = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "official", "source", "insider", "aide", "diplomat", "rep")
)
_NEW = frozenset(("a", "an", "another", "one", "second", "third"))
ANYBODY = frozenset(("man", "woman", "boy", "girl", "person", "teenager", "youth", "child", "pensioner"))
_SOMEBODIES = _SPEAKERS | ANYBODY | ATTENDING | TELLERS | _KIN.keys()
_SOMEBODY = frozenset(("one", "another", "somebody", "someone"))


_RELATIVE, _SEVERAL, _WORDS = Reference("relative"), Reference("several"), Reference("words")


def pronouns(doc: Doc) -> Iterator[tuple[Token, Gender]]:
    """The pronouns of a sentence that mean one person, with the gender that they tell."""
    if _PRONOUNS.keys().isdisjoint(doc.forms):
        return
    for word in doc.words:
        if word.lower_ in _PRONOUNS and (gender := reference(word).gender):
            yield word, gender


def reference(head: Token) -> Reference:
    """By what the phrase means somebody."""
    word = head.lower_
    if word in _RELATIVES:
        return _RELATIVE
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN", "PRON"):
            return _SEVERAL
    if word in _PRONOUNS:
        return Reference("person", _PRONOUNS[word])
    if head.pos_ == "PRON":
        return Reference("body" if word == "it" else "group" if word == "they" else "nobody")
    return _WORDS


def is_several(head: Token) -> bool:
    """Whether a phrase is of more than one, so that `they` can be they."""
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in CROWDS or reference(head).means == "several"


def agents(pronoun: Token) -> Iterator[Token]:
    """The common nouns before a pronoun for persons who do something in its sentence, the last first."""
    for word in reversed(pronoun.doc.words[: pronoun.i]):
        person = word.dep_ in _SUBJECTS and word.tag_ == "NN" and (is_person(word) or word.lower_ in _SPEAKERS)
        if person and not any(child.dep_ in ("appos", "compound") and child.pos_ == "PROPN" for child in word.children):
            yield word


def crowds(doc: Doc, before: Token | None) -> Iterator[Token]:
    """The words for several people who do something in a sentence, before a word in it, the last first."""
    for word in reversed(doc.words[: None if before is None else before.i]):
        if word.dep_ in _SUBJECTS and (before is not None or word.head.dep_ == "ROOT") and is_several(word):
            lemma = word.lemma_.lower()
            if word.ent_type_ == "PERSON" or lemma in _human() or lemma in _SOMEBODIES:
                yield word


def is_one(head: Token) -> bool:
    """Whether the name of a people is in the singular, with an article."""
    return head.tag_ in ("NN", "NNP") and any(child.dep_ == "det" for child in head.children)


def is_personal(relative: Token) -> bool:
    """Whether a relative pronoun can only mean people."""
    return relative.lower_ in ("who", "whom")


def antecedents(relative: Token) -> Iterator[Token]:
    """The words that a relative pronoun's clause hangs on: its noun, then what stands in apposition with that."""
    clause = relative.head
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl":
        return
    noun = clause.head
    yield noun
    for word in (*noun.children, noun.head):
        if word.dep_ == "appos" or noun.dep_ == "appos":
            yield word


def prominence(word: Token) -> int:
    """2 for the subject of a main clause, 1 for that of another, 0 for what is none."""
    word = carrier(word)  # `the professor, Ida Falk, said`
    if word.dep_ not in _SUBJECTS:
        return 0
    return 2 if word.head.dep_ == "ROOT" else 1


def is_reflexive(pronoun: Token) -> bool:
    """Whether a pronoun can only mean who does it (`himself`)."""
    return pronoun.lower_ in ("himself", "herself")


def is_object(pronoun: Token) -> bool:
    """Whether a pronoun means somebody to whom something is done (`him`; `her`, but for `her house`)."""
    return pronoun.lower_ in ("him", "her") and pronoun.dep_ != "poss"


def doer(pronoun: Token) -> Token | None:
    """The subject of the verb that a pronoun is an object of, also by a preposition; of one without, of the verb over it."""
    verb = pronoun.head
    found = grammar.subject(verb) if verb.pos_ in ("VERB", "AUX") else None
    while found is None and verb.dep_ not in ("ROOT", "relcl", "ccomp", "conj") and verb.head != verb:
        verb = verb.head
        found = grammar.subject(verb) if verb.pos_ in ("VERB", "AUX") else None
    return None if found is None or found.token.i == pronoun.i else found.token


def ahead(pronoun: Token) -> Token | None:
    """The subject of the main clause, where a pronoun stands in a clause or phrase that leads to it."""
    word = pronoun
    while word.dep_ not in ("advcl", "prep", "ROOT") or (word.dep_ == "prep" and word.head.dep_ != "ROOT"):
        word = word.head
    main = word.head
    if word.dep_ == "ROOT" or main.dep_ != "ROOT" or word.i > main.i:
        return None
    subjects = [child for child in main.children if child.dep_ in _SUBJECTS and pronoun.i < child.i < main.i]
    return subjects[0] if subjects and subjects[0].pos_ == "PROPN" else None


def means_unnamed(pronoun: Token) -> bool:
    """Whether a pronoun means the subject of its clause, or of one that this hangs on, of whom the report tells without a name
    (`a climber died after he fell`, `the owner lost his hat`).
    """
    clause = pronoun.head
    while clause.dep_ not in ("ROOT", "advcl", "relcl", "ccomp") and clause.head != clause:
        clause = clause.head
    over = clause.head if clause.dep_ in ("advcl", "relcl", "ccomp") else clause
    if any(_is_kin(word, _PRONOUNS[pronoun.lower_]) for word in pronoun.doc[: pronoun.i]):
        return True
    if any(map(_is_told_by, pronoun.ancestors)):
        return True
    subjects = [word for at in (clause, over) for word in at.children if word.dep_ in _SUBJECTS and word.i < pronoun.i]
    if any(word.lower_ in _SOMEBODY for word in subjects):
        return True
    nouns = [word for word in subjects if word.pos_ != "PRON"]
    return bool(nouns) and all(_is_anybody(word) for word in nouns)


def _is_told_by(clause: Token) -> bool:
    """Whether a relative clause tells of somebody without a name (`a clerk who came back after he was dismissed`)."""
    who = any(word.lower_ == "who" for word in clause.children)
    return clause.dep_ == "relcl" and who and _is_anybody(clause.head) and clause.head.dep_ not in ("attr", "appos")


def _is_kin(head: Token, gender: Gender) -> bool:
    """Whether a noun is a kinswoman of a man, or a kinsman of a woman, who has no name (`his wife`): `she` is she."""
    if _KIN.get(head.lower_) != gender:
        return False
    owner = next((child for child in head.children if child.dep_ == "poss"), None)
    other = owner is not None and _PRONOUNS.get(owner.lower_, gender) != gender
    return other and not any(child.dep_ in ("appos", "compound") and child.pos_ == "PROPN" for child in head.children)


def _is_anybody(head: Token) -> bool:
    """Whether a noun is a person in the singular whom no name and no office of one holder stands for."""
    if any(child.dep_ in ("appos", "compound", "conj") and child.pos_ == "PROPN" for child in head.children):
        return False
    return is_somebody(head) and head.lower_ not in RENOWNED and any(child.dep_ == "det" for child in head.children)


def beside(head: Token) -> Sequence[Token]:
    """The names that stand with a noun as what it is called (`the singer Ida Falk`, `spokesman Ben Farr`)."""
    kinds = ("appos", "compound", "nmod") if head.tag_ != "NNS" else ("appos",)  # `Sund officials` have no name
    return [child for child in head.children if child.dep_ in kinds and child.pos_ == "PROPN"]


def speaks_for_body(head: Token) -> bool:
    """Whether the noun is a voice of some body (`spokesman`, `statement`) rather than a person of its own."""
    return head.lower_ in _VOICES and not any(child.lower_ in GONE for child in head.children)


def is_person(head: Token) -> bool:
    """Whether the noun can only be a person (`the owner`, `the 52-year-old`)."""
    if head.lower_.endswith("year-old") or (head.lower_ == "old" and head.i > 1 and head.nbor(-2).lower_ == "year"):
        return True
    return head.lower_ in _human() and head.lower_ not in _VOICES and not head.is_title  # `The Reporter` is a paper


def attends(head: Token) -> bool:
    """Whether the noun is one who tries, guards, heals, hears or sees somebody, or is of his kin: another than that one."""
    kin = head.lower_ in _KIN and any(child.dep_ == "poss" for child in head.children)
    return kin or head.lower_ in ATTENDING


def is_somebody(head: Token) -> bool:
    """Whether the noun is one person, or one who speaks for a body (`a spokeswoman`), whatever the name."""
    if head.tag_ not in ("NN", "NNP"):
        return False
    return head.lower_ in _SOMEBODIES or head.ent_type_ == "PERSON" or is_person(head)


def is_another(head: Token) -> bool:
    """Whether a phrase brings in somebody of whom nothing was told (`a second juror`)."""
    return any(child.lower_ in _NEW for child in head.children)


def brings_in(head: Token) -> bool:
    """Whether a phrase brings in one person by what he is (`A Sund judge`), and not as one of his kind (`a second juror`)."""
    if head.tag_ != "NN" or head.lower_ in _SPEAKERS | ANYBODY | TELLERS | _KIN.keys() or not is_person(head):
        return False
    if any(child.dep_ in ("relcl", "acl", "prep", "appos", "conj", "nummod", "poss") for child in head.children):
        return False
    return any(child.lower_ in ("a", "an") for child in head.children)


def brings_in_one(head: Token) -> bool:
    """Whether a phrase is of one person without a name (`A neighbour`, `his mother`), and of none who speaks for many."""
    if head.tag_ != "NN" or head.lower_ in _UNNAMED or not (is_person(head) or is_somebody(head)):
        return False
    words = {child.lower_ for child in head.children}
    kin = head.lower_ in _KIN and ("of" in words or any(child.dep_ == "poss" for child in head.children))
    return kin or bool(words & {"a", "an"})


def gender_of(head: Token) -> Gender:
    """The gender that a noun tells (`spokeswoman`)."""
    word = head.lower_
    return "f" if word.endswith("woman") else "m" if word.endswith("man") else ""


def gender(role: str) -> Gender:
    """The gender that a title gives (`Mr`, `Queen`)."""
    return _genders().get(role.rstrip("."), "")


def pronoun_gender(words: str) -> Gender:
    return _PRONOUNS.get(words.casefold(), "")


def called(name: str) -> Gender:
    """`f` or `m` where the given name is nearly always a woman's or a man's; else not known."""
    return cast(Gender, persons.gender(name))


def likely(name: str) -> Gender:
    """`m` where the given name is one of those listed that are neither a man's nor a woman's nearly always."""
    words = name.split()
    return "m" if len(words) > 1 and persons.is_given(words[0]) and not persons.gender(name) else ""


def government(name: str) -> str | None:
    """The country whose government is named by this name of its capital, or None."""
    country = places.find(name)
    return country.name if country is not None and country.called == "capital" else None


@cache
def _genders() -> Mapping[str, Gender]:
    return {row["title"].rstrip("."): cast(Gender, row["gender"]) for row in tables.table("titles") if row["gender"]}


@cache
def _human() -> frozenset[str]:
    """Nouns for what a person is (`owner`, `coach`), in the singular."""
    return frozenset(row["role"] for row in tables.table("roles"))
