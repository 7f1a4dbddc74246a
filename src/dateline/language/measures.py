"""What a language is asked about amounts: how far, how long, how much, how many, how old, with their bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.cite import Span
from dateline.records.findings import Bound

ONE_EACH = frozenset(("strength",))
"""Dimensions of which an event has one value, however many instruments read it: two in one report are a dispute too."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount in a text: from `low` to `high` (the same but for a range), in the unit of its dimension, and its words.

    `of` is the dimension (`length` in metres, `duration` in days, `age` in years), a currency, `%`, or the noun that is
    counted, lower case and singular. `exact` says that it is a count, which allows no rounding. `toll` are the words of
    what it counts, where that is not what its clause tells of: `the death toll rose to 61` counts deaths, not what rose.
    """

    low: float
    high: float
    bound: Bound | None
    of: str
    unit: str
    exact: bool
    span: Span
    toll: Span | None = None


class Measures(Protocol):
    """How much of what."""

    def measures(self, text: str, within: Span) -> Iterator[Measure]:
        """The amounts between two offsets, in text order; a year, an age or an hour is none."""

    def counted(self, text: str, measure: Measure, phrase: Span) -> Measure:
        """A count as the phrase that it stands in has it: what is counted is the head (`99 alleged gang members`: members)."""

    def bare(self, text: str, within: Span) -> Iterator[float]:
        """The numbers between two offsets, whatever is counted, in text order."""

    def befallen(self, text: str, part: Span, lemma: str) -> Measure | None:
        """How many people it befalls, where a number is all that names them: of `killing 10 and wounding 80 others` the parts
        `10` and `80 others`, with the lemmas `kill` and `wound`. None for what befalls others than people.
        """

    def ages(self, text: str, within: Span) -> Iterator[tuple[Measure, Span]]:
        """How old somebody is, and the words beside it in which his name is to be looked for."""

    def is_people(self, of: str) -> bool:
        """Whether what is counted are people, so that the number may rise with the days."""

    def is_once(self, kind: str) -> bool:
        """Whether what is of that kind befalls somebody once at most (`die`)."""

    def asks(self, of: str, about: str, answers: Sequence[str]) -> str:
        """A conflict as a question about a slot: of which kind or dimension, about what (words of the reports), its answers."""
