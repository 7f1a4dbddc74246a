"""Who did what to whom as a small matrix: a row for each who did something, a column for each to whom it was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.records.findings import Deed

MOST = 8  # rows, and columns: those with most deeds
NOBODY = "—"  # of whom the reports do not tell


@dataclass(frozen=True, slots=True)
class Matrix:
    """Names of rows and columns, the deeds of each cell, and how many deeds stand in none."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Deed, ...]]
    left: int


def matrix(deeds: Sequence[Deed]) -> Matrix | None:
    """The matrix of a story's deeds; None where it has none."""
    if not deeds:
        return None
    pairs = [(deed.source_text or NOBODY, deed.target_text or NOBODY, deed) for deed in deeds]
    rows, columns = _most(who for who, _, _ in pairs), _most(whom for _, whom, _ in pairs)
    cells: dict[tuple[str, str], tuple[Deed, ...]] = {}
    for who, whom, deed in pairs:
        if who in rows and whom in columns:
            cells[who, whom] = (*cells.get((who, whom), ()), deed)
    shown = sum(map(len, cells.values()))
    used = {who for who, _ in cells}, {whom for _, whom in cells}
    return Matrix(
        tuple(who for who in rows if who in used[0]),
        tuple(whom for whom in columns if whom in used[1]),
        cells,
        len(deeds) - shown,
    )


def _most(names: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(names)
    order = sorted(counted, key=lambda name: (name == NOBODY, -counted[name], name))
    return tuple(order[:MOST])
