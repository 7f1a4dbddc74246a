"""What is asked of a language about deeds: who did what to whom, coded in PLOVER and CAMEO."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dateline.language.events import Predicate

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token


class Phrase(NamedTuple):
    """The words of a party: the first, the last, and the one that it is about."""

    first: Token
    last: Token
    head: Token


@dataclass(frozen=True, slots=True)
class Coded:
    """A deed as a sentence tells it: its codes, who did it and to whom (the words), and why it is coded so.

    `plover` is a root of PLOVER, `cameo` the number of CAMEO behind it, `mode` PLOVER's mode where it has one. `mutual`:
    both do it alike. `why` names the row of the lexicon, `words` are those that matched.
    """

    plover: str
    cameo: str
    mode: str | None
    source: tuple[Phrase, ...]
    target: tuple[Phrase, ...]
    mutual: bool
    why: str
    words: tuple[Token, ...]


class Deeds(Protocol):
    """The vocabulary of political and social deeds of one language."""

    def deeds(self, doc: Doc, predicates: Sequence[Predicate]) -> Mapping[int, Coded]:
        """The deeds of a sentence, by the index of the predicate (in `predicates`) that tells each; one deed a predicate."""
        ...

    def actor(self, text: str, day: str | None = None) -> str | None:
        """CAMEO's code of an actor by its name or its words (state and role: `FRAGOV`, `COLREB`); None where no table has it.

        Who held an office counts on the ISO day `day`, where one is given.
        """
        ...

    def holder(self, name: str, day: str | None = None) -> str | None:
        """The code of the office that a person of this name held on the ISO day `day` (any day, where none is given)."""
        ...

    def setting(self, text: str) -> str | None:
        """What a text is of where it is of no politics (`sport`, `crime`, `show`); None for politics, in doubt."""
        ...

    def contexts(self, text: str) -> tuple[str, ...]:
        """PLOVER's contexts that the words of a text name (`military`, `migration`), in the order of its list."""
        ...

    def is_vague(self, text: str) -> bool:
        """Whether the words for a party only stand for somebody (`it`, `who`)."""
        ...
