"""What is asked of a language's grammar: who does what to whom, what belongs to a verb.

Tokens are those of the parse that the language's own pipeline made; only the language reads their labels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dateline.records.marks import Role

if TYPE_CHECKING:
    from dateline.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Subject:
    """The word that a verb has as its subject; `passive` where the verb is done to it."""

    token: Token
    passive: bool


@dataclass(frozen=True, slots=True)
class Argument:
    """Somebody or something that takes part: the head of its phrase, and the part it has."""

    role: Role
    token: Token


class Grammar(Protocol):
    """One implementation of each question, asked by every marker."""

    def subject(self, verb: Token) -> Subject | None:
        """The subject of a verb: its own, or the one it shares through control, conjunction or a participle."""
        ...

    def arguments(self, head: Token, carrier: Token | None = None) -> Iterator[Argument]:
        """Who and what takes part in what the verb or noun `head` tells, conjuncts one by one; one may come twice.

        `carrier` is the light verb of a noun (`held talks`). Words that stand for nothing (`there`) are left out.
        """
        ...

    def appositions(self, token: Token) -> Iterator[Token]:
        """The words that name once more what `token` names: `the chancellor, Anna Kessler`."""
        ...

    def clause(self, verb: Token) -> tuple[Token, Token]:
        """The first and last of the words that tell a predicate whole, from its subject to its last argument."""
        ...

    def bearer(self, word: Token, heads: Collection[int]) -> Token | None:
        """Which of the words at `heads` (indices of tokens) a word such as a time belongs to; None where to none."""
        ...

    def occasion(self, word: Token, heads: Collection[int]) -> Token | None:
        """Which of the words at `heads` names that in which a predicate took place: `spoke at the talks`, `won in the vote`."""
        ...

    def negation(self, token: Token) -> Token | None:
        """The word that negates a predicate or a noun: `not`, `never`, a subject or object with `no`."""
        ...

    def verb(self, token: Token) -> str:
        """The lemma of a verb, in lower case, with its particle after a space where it has one (`put off`)."""
        ...
