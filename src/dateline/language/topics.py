"""What a language is asked about topics: the names and words that tell one story from another where nothing is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol


class Topics(Protocol):
    """What a text is about, read from its words alone."""

    def names(self, text: str) -> Iterator[str]:
        """Particular names, in text order, as they are written, without titles before them or a genitive behind.

        No state, capital, month or agency, for a story cannot be told by these.
        """

    def words(self, text: str) -> Mapping[str, str]:
        """The words of a text that say what it is about, each by its stem as it is written last.

        No names, and no words that any report may have: of grammar, of offices, of saying.
        """
