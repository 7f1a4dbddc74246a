"""What a language knows of counting: how many of what a text says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from dateline.cite import Span


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what, and which words say so. Money is of `$`, a share of `%`; else `noun` is lower case and singular."""

    number: float
    noun: str
    span: Span


class Counts(Protocol):
    """How many of what."""

    def counts(self, text: str, within: Span) -> Iterator[Count]:
        """What is counted between two offsets, in text order; a year counts nothing."""
