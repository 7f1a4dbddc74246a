"""What is asked of a language's vocabulary of events: which words tell of one, and what an act of planning is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dateline.records.marks import Rank, Tense

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that tells of an event: a verb, or a noun with the verb that carries it (`held talks`), where it has one.

    `lemma` is what events are compared by: the verb's, or that of the verb behind the noun. An adjective that tells one
    (`is dead`) is as a noun. `opening` is the first part of a word of several (`break-in`), where it is one.
    """

    token: Token
    lemma: str
    noun: bool = False
    carrier: Token | None = None
    opening: Token | None = None

    @property
    def verb(self) -> Token:
        """The word that has its tense and arguments: the carrier, or the word itself."""
        return self.carrier or self.token


class EventWords(Protocol):
    """The vocabulary of events of one language."""

    def predicates(self, doc: Doc) -> Iterator[Predicate]:
        """The predicates of a sentence, in text order."""
        ...

    def rank(self, predicate: Predicate) -> Rank:
        """Where it stands in its sentence; a noun stands where the verb does that carries it."""
        ...

    def tense(self, predicate: Predicate, headline: bool) -> Tense:
        """The form of its verb: `pluperfect` of what was before, `present` of what is usual; in a headline that is the past."""
        ...

    def speaks(self, predicate: Predicate) -> bool:
        """Whether it tells what somebody says or thinks (`said that`), rather than a deed (`convicted him of`)."""
        ...

    def plans(self, predicate: Predicate) -> bool:
        """Whether it is an act of planning (`offered`, `invitation`), which is about another event."""
        ...

    def keeps(self, predicate: Predicate) -> bool:
        """Whether it is what becomes of a plan that is kept (`hold`, `open`): told of a day to come it is the plan itself."""
        ...

    def is_done(self, predicate: Predicate) -> bool:
        """Whether its verb says that it is done by now (`has been closed`)."""
        ...

    def topics(self, predicate: Predicate) -> Iterator[Token]:
        """The words that may head what an act of planning is about, the nearest tie first; none of other predicates."""
        ...
