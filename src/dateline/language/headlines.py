"""What is asked of a language about lines that are set in capitals: headlines like `Two Killed In Mall Shooting`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Headlines(Protocol):
    """How a line set in capitals would stand in a running text."""

    def quiet(self, lines: Sequence[str]) -> list[str]:
        """The lines of one report, those set in capitals with small letters where a running text has them.

        What the other lines write with a capital keeps it. Each line keeps its length; most come back as they are.
        """
        ...
