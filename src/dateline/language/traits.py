"""What a language is asked about the traits of those who have a name: how many children, how many live there, how bad it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from dateline.cite import Span

TraitKind = Literal["children", "population", "condition", "home", "record", "cause"]


@dataclass(frozen=True, slots=True)
class Trait:
    """A trait in a text: the words of its value, a number from `low` to `high`, or else grades (`critical`): what is told in
    grades cannot be two that have none in common.

    `rounded`: it is hardly exact. `beside` are the words in which whose it is is to be looked for, nearest first.
    """

    kind: TraitKind
    span: Span
    beside: tuple[Span, ...]
    low: float = 0.0
    high: float = 0.0
    rounded: bool = False
    grades: frozenset[str] = frozenset()


class Traits(Protocol):
    """What those who have a name are told to have."""

    def traits(self, text: str, within: Span) -> Iterator[Trait]:
        """The traits between two offsets, in text order."""

    def asks(self, kind: TraitKind, whose: str, answers: Sequence[str]) -> str:
        """A conflict as a question about a trait of somebody, or of some place, with its answers."""
