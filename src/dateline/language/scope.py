"""What a language is asked about words that turn what is said: left out or put in, they make another thing of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Scope(Protocol):
    """Words (in plain form) by which a thing is denied, possible, planned, said by somebody, conditional or bounded."""

    def turns(self, word: str) -> bool:
        """Whether a word, left out or put in, can change whether, when or by whose word a thing is so."""

    def governs(self, word: str) -> bool:
        """Whether a word denies the verb behind it, or leaves it open (`not`, `would`)."""

    def denies(self, word: str) -> bool:
        """Whether a word denies the verb behind it (`not`, `nothing`)."""

    def is_condition(self, words: Sequence[str]) -> bool:
        """Whether words begin that on which depends what stands before them (`if`, `unless`, `provided that`)."""

    def is_bound(self, words: Sequence[str]) -> bool:
        """Whether words end in what bounds the amount that follows them (`at least`, `more than`, `about`)."""
