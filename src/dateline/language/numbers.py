"""What a language is asked about numbers in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Numbers(Protocol):
    """Numbers in words: cardinals, scales and ordinals."""

    def value(self, text: str) -> float | None:
        """The number that words or figures make, in any case; None where any of them belongs to no number.

        `seven`, `twenty-one`, `1,200`, `2.5`, `two hundred and fifty`, `3.4 million`, `dozen`. A year is a number like others.
        """

    def ordinal(self, word: str) -> int | None:
        """The number that an ordinal stands for, in words or with figures, in any case: `third`, `thirty-first`, `21st`."""

    def cardinals(self) -> Mapping[str, float]:
        """Each single word of a plain number, in lower case, with its value: no scales."""

    def scales(self) -> Mapping[str, float]:
        """Each word that multiplies what stands before it, in lower case, with its value: `dozen`, `million`."""
