"""Who is most like each report of a pile: a few others each, in two arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

NEAREST = 10  # neighbours that smooth a report


class Neighbours:
    """Of each report, by its number, the NEAREST others that are most like it, best first: how alike, negated, and which.

    As lists of pairs they would take a kilobyte a report, as arrays 121 bytes.
    """

    def __init__(self) -> None:
        self._count = 0
        self._many = np.zeros(0, np.int8)
        self._alike = np.zeros((0, NEAREST))
        self._others = np.zeros((0, NEAREST), np.int32)

    def grow(self, count: int) -> None:
        """Let there be so many reports; those that are new have no neighbours."""
        if count > len(self._many):
            more = max(count, 2 * len(self._many)) - len(self._many)
            self._many = np.concatenate([self._many, np.zeros(more, np.int8)])
            self._alike = np.concatenate([self._alike, np.zeros((more, NEAREST))])
            self._others = np.concatenate([self._others, np.zeros((more, NEAREST), np.int32)])
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> list[tuple[float, int]]:
        if number >= self._count:
            raise IndexError(number)
        many = int(self._many[number])
        return list(zip(self._alike[number, :many].tolist(), self._others[number, :many].tolist(), strict=True))

    def of(self, number: int) -> list[int]:
        """Which reports are the neighbours of one."""
        found: list[int] = self._others[number, : self._many[number]].tolist()
        return found

    def __setitem__(self, number: int, met: Sequence[tuple[float, int]]) -> None:
        met = met[:NEAREST]
        self._many[number] = len(met)
        if met:
            self._alike[number, : len(met)], self._others[number, : len(met)] = zip(*met, strict=True)
