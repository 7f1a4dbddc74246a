"""What is asked of a language about deeds: who did what to whom, coded in PLOVER and CAMEO."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dateline.language.events import Predicate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Phrase = tuple["Token", "Token"]  # its first and its last word


@dataclass(frozen=True, slots=True)
class Coded:
    """A deed as a sentence tells it: its codes, who did it and to whom it was done (the words), and why it is coded so.

    `plover` is a root of PLOVER, `cameo` the number of CAMEO behind it, `mode` PLOVER's mode where it has one. `mutual`: done by
    both alike. `why` names the row of the lexicon, `words` are those that matched.
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
