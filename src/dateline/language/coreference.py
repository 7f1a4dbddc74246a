"""Coreference: by which words somebody is meant who is named elsewhere. The questions asked of a language.

A language tells a pronoun from a relative or a role and what a role is an office of; who of a report's people is meant is
decided by the room that knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

Gender = Literal["m", "f", ""]  # empty: not known, or either
# By what a phrase means somebody: a pronoun for a person, one for a body (`it`), one for several (`they`) or nobody,
# a relative (`who`), two or more together (`Dolan and Voss`), or its own words: a name or a role.
Means = Literal["person", "body", "group", "nobody", "relative", "several", "words"]
Sort = Literal["person", "body", "group"]  # what somebody is who speaks: one person, a body, several
Fit = Literal[0, 1, 2, 3]  # no; not excluded; the role says so; and both are without a place


@dataclass(frozen=True, slots=True)
class Reference:
    """By what a phrase means somebody; `gender` is a pronoun's."""

    means: Means
    gender: Gender = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A role taken apart: what somebody is (`president`), of what, whether that holds a place, and whether it is over."""

    head: str
    of: frozenset[str]
    located: bool
    past: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A sort of body (`company`); `word` is what its name has to hold (`university`), empty where any name will do. With `told`
    it has to be one that spoke (`the newspaper`).
    """

    word: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """The words by which a body is meant whose name has them (`the sheriff's department`), `head` the one for what it is."""

    head: str
    words: frozenset[str]


class Coreference(Protocol):
    """What a language knows of words that stand for somebody. A phrase is given by its head word in the parse."""

    def pronouns(self, doc: Doc) -> Iterator[tuple[Token, Gender]]:
        """The pronouns of a sentence that mean one person, with the gender that they tell."""

    def reference(self, head: Token) -> Reference:
        """By what the phrase means somebody."""

    def is_where(self, word: Token) -> bool:
        """Whether a word tells where something is or happens (`in Sund`)."""

    def is_several(self, head: Token) -> bool:
        """Whether a phrase is of more than one (`officials`), so that a pronoun for several can mean them."""

    def is_organ(self, head: Token) -> bool:
        """Whether a noun is a body (`the navy`), so that a pronoun for a thing can mean it."""

    def is_medium(self, head: Token) -> bool:
        """Whether a noun is a body by which others are told (`the news agency ARKA`)."""

    def below(self, pronoun: Token) -> Iterator[Token]:
        """The words that a pronoun's own verb takes behind it: whom they name the pronoun does not mean."""

    def agents(self, pronoun: Token) -> Iterator[Token]:
        """The nouns before a pronoun, without a name, for persons who do something in its sentence, the last first."""

    def is_name(self, head: Token) -> bool:
        """Whether the parser has a word for a name, whatever else is known of it."""

    def crowds(self, doc: Doc, before: Token | None) -> Iterator[Token]:
        """The words for several people who do something in a sentence, before a word in it, the last first; with None only who
        does what its main clause tells.
        """

    def stretch(self, head: Token) -> tuple[Token, Token]:
        """The first and last word of a phrase, without a clause that tells of it."""

    def is_one(self, head: Token) -> bool:
        """Whether the name of a people or party stands for somebody of it (`a Democrat`)."""

    def is_personal(self, relative: Token) -> bool:
        """Whether a relative pronoun can only mean people (`who`)."""

    def antecedents(self, relative: Token) -> Iterator[Token]:
        """The words that a relative pronoun's clause hangs on, the likeliest first."""

    def prominence(self, word: Token) -> int:
        """How well a pronoun later can stand for a word: 2 for the subject of a main clause, 1 of another, 0 for none."""

    def asked(self, doc: Doc, before: int | None) -> Iterator[Sequence[Token]]:
        """Who is asked something in a sentence (before the token `before`): the words that can name each."""

    def hearers(self, verb: Token) -> Iterator[Token]:
        """The words for whom a verb has as its object (`told Ben Farr`)."""

    def beside(self, head: Token) -> Sequence[Token]:
        """The names that stand with a noun as what it is called (`the singer Ida Falk`, `spokesman Ben Farr`)."""

    def apposed(self, head: Token) -> Token | None:
        """The name that stands in apposition with a noun (`the operator, Sundcom,`)."""

    def author(self, paper: Token) -> Token | None:
        """The word for who gave out a paper (`a statement by Ida Falk`)."""

    def is_his(self, office: Token, between: str, role: str | None) -> bool:
        """Whether a name stands with an office, `between` the words from that to it; `role` is that of the name."""

    def is_the(self, head: Token) -> bool:
        """Whether a noun means one thing or person that is known already (`the ministry`)."""

    def speaks_for_body(self, head: Token) -> bool:
        """Whether the noun is a voice of some body (`spokesman`, `statement`) rather than a person of its own."""

    def is_person(self, head: Token) -> bool:
        """Whether the noun can only be a person (`the owner`, `the 52-year-old`)."""

    def attends(self, head: Token) -> bool:
        """Whether the noun is one who has to do with somebody, and is another (`the judge`, `the doctor`)."""

    def is_somebody(self, head: Token) -> bool:
        """Whether the noun is one person, or one who speaks for a body (`a spokeswoman`), whatever the name."""

    def is_another(self, head: Token) -> bool:
        """Whether a phrase brings in somebody of whom nothing was told (`a second juror`)."""

    def gender_of(self, head: Token) -> Gender:
        """The gender that a noun tells (`spokeswoman`)."""

    def means_unnamed(self, pronoun: Token) -> bool:
        """Whether a pronoun means somebody whom its sentence tells of without a name (`a climber died after he fell`)."""

    def is_reflexive(self, pronoun: Token) -> bool:
        """Whether a pronoun can only mean who does it (`himself`)."""

    def is_owner(self, word: Token) -> bool:
        """Whether a name only says whose something is (`Moe's record`)."""

    def is_mere_mark(self, word: Token) -> bool:
        """Whether a name only says of what sort a thing is (`a Sund Police jail`)."""

    def owners(self, word: Token) -> Iterator[Token]:
        """The words for whose somebody is (`the | Herald |'s Ida Falk`)."""

    def is_ours(self, head: Token) -> bool:
        """Whether the noun is one who writes for the paper that the report is from (`our correspondent`)."""

    def brings_in(self, head: Token) -> bool:
        """Whether a phrase brings in one person by what he is (`A Sund judge`)."""

    def brings_in_one(self, head: Token) -> bool:
        """Whether a phrase is of one person without a name, of whom nothing need be known (`A neighbour`, `his mother`)."""

    def is_object(self, pronoun: Token) -> bool:
        """Whether a pronoun means somebody to whom something is done, and so another than who does it (`him`)."""

    def doer(self, pronoun: Token) -> Token | None:
        """The word for who does what is done to a pronoun; none where its clause has none."""

    def ahead(self, pronoun: Token) -> Token | None:
        """The word behind it for whom a pronoun means that stands before the main clause (`After she left, Ada Marsh said`)."""

    def office(self, role: str) -> Office | None:
        """A role as a report words it, taken apart; None where nothing is left of it."""

    def is_short_for(self, letters: str, role: str) -> bool:
        """Whether letters are the initials of an office, as a role words it."""

    def office_meant(self, head: Token, bare: bool = False) -> Office | None:
        """The office that a phrase means somebody by (`the Lodovian leader`); None where it is not a certain one. With `bare`
        it stands where articles are left out, as in a headline.
        """

    def is_renowned(self, meant: Office) -> bool:
        """Whether who holds such an office needs no introduction: it need not be one whom the report has named."""

    def titled(self, words: str) -> str:
        """Words for a source as far as they name him (`Captain Moe, 40`); empty where they lead to others (`aide to Moe`)."""

    def renowned(self, words: str) -> Office | None:
        """The office that words mean somebody by who needs no introduction (`the governor`); None for other words."""

    def body_meant(self, head: Token) -> Body | None:
        """The sort of body that a phrase means one by (`the company`); None for other words."""

    def is_body(self, name: str, meant: Body) -> bool:
        """Whether a body of this name can be meant."""

    def called_by(self, head: Token) -> Called | None:
        """The words by which a phrase means one body whose name has them; None for other words."""

    def is_called(self, name: str, meant: Called) -> bool:
        """Whether a body of this name has these words."""

    def sort_meant(self, head: Token) -> str | None:
        """The sort of body that a phrase means one by (`the studio`); None for other words."""

    def sorts_told(self, word: Token) -> Iterator[str]:
        """The sorts of body that stand beside a word of a name (`the software maker Sundsoft`)."""

    def is_sort(self, name: str, word: str) -> bool:
        """Whether a body of this name is known for one of a sort, whatever the report says."""

    def may_be_firm(self, name: str) -> bool:
        """Whether a body of this name can be a company."""

    def paper_of(self, head: Token) -> Iterator[Token]:
        """The words for who gives out a paper that a phrase means (`an article in the Herald`)."""

    def fit(self, held: Sequence[Office], meant: Office) -> Fit:
        """How well somebody who holds these offices is meant by another."""

    def gender(self, role: str) -> Gender:
        """The gender that a title gives (`Mr`, `Queen`)."""

    def pronoun_gender(self, words: str) -> Gender:
        """The gender that a pronoun for one person tells; none of other words."""

    def called(self, name: str) -> Gender:
        """The gender that a full name gives."""

    def likely(self, name: str) -> Gender:
        """The gender that a full name gives only likely, where `called` has none for it."""

    def state(self, head: Token) -> str | None:
        """The country whose government a phrase means (`the Indian government`), or None."""

    def is_asker(self, head: Token) -> bool:
        """Whether somebody does something only to whom the sentence is about (`Asked by the judge, he said`)."""

    def government(self, name: str) -> str | None:
        """The country whose government is named by this name of its capital, or None."""
