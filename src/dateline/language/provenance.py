"""What a language is asked about provenance: which words of a report are its own, and what it says of where they are from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

Paper = Literal["court-paper", "press-statement"]


class Provenance(Protocol):
    """The signs of borrowed words. Lines and sentences are given without the line break behind them."""

    def pointers(self, text: str) -> Iterator[str]:
        """The words in a text that name where it is from, each from its sign (`via`, `originally published by`) on.

        To the end of their line; no longer than 90 code points.
        """

    def paper(self, text: str) -> Paper | None:
        """Of which kind of paper a text is by its head, where no reporter wrote it; None where that is not to be seen."""

    def posted(self, line: str) -> bool:
        """Whether a line belongs to an embedded post: the words of its buttons."""

    def to_reader(self, sentence: str) -> bool:
        """Whether a sentence speaks to its reader, as the furniture of a page does."""

    def in_first_person(self, sentence: str) -> bool:
        """Whether a sentence speaks of its speaker: outside quotation marks, somebody's post or statement without them."""

    def time_notes(self, text: str) -> Iterator[int]:
        """Where a text says of which zone the clock times of a rolling report are (`all times local`), as offsets."""
