"""What a language knows of who does what to whom, by the order of words alone."""

from __future__ import annotations

from typing import Protocol


class Exchanged(Protocol):
    """The same words with the parts exchanged."""

    def swaps_roles(self, one: str, other: str) -> bool:
        """Whether two sentences give the same deed to the same two names in exchanged parts."""
