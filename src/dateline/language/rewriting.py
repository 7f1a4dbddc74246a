"""What a machine that rewrites, translates or cuts a text leaves in its words: the questions that a language answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

Slip = tuple[int, int, str]  # start and end in the words asked about, and what is wrong with them


class Rewriting(Protocol):
    """Slips of a rewriting machine in a text of one language. Places are code points in the words that are given."""

    def swapped(self, words: str) -> Iterator[Slip]:
        """Where a word of a fixed phrase is put for another, in order, none within another: `World Battle Two`."""
        ...

    def garbled(self, words: str) -> Iterator[Slip]:
        """Where a word stands twice that no writer doubles (`the the`), or contradicts its sentence."""
        ...

    def cut_title(self, title: str) -> Slip | None:
        """Where a title ends inside a phrase: `Ferry aground off the`."""
        ...
