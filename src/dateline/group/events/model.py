"""How surely two mentions are one event: a sum over small decision trees, learnt from annotated stories, read from one table.

The trees are numbers in `data/event_identity.tsv` (`bench/learn_events.py` writes it). A node asks whether a feature is at most
a threshold; the value of the leaf that a pair ends in is added up, and the sum is the log-odds that the two are one event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from dateline.group.events import kin
from dateline.language import tables

Matrix = Any  # numpy's arrays, their shapes said where they are made

Node = tuple[int, float, int, int, float]
"""The feature that a node asks for (-1 in a leaf), its threshold, the nodes to its left and right, its value."""

ENOUGH = "enough"  # the row that holds the mean score from which groups are one event
BASE = "base"  # the row that holds the log-odds before any question


@dataclass(frozen=True, slots=True)
class Trees:
    """All nodes of all trees in one line: `feature` asked (-1 in a leaf), `threshold`, `left` and `right` node, `value`.

    `roots` are the first nodes of the trees, `names` the features that are asked for.
    """

    names: tuple[str, ...]
    roots: Matrix
    feature: Matrix
    threshold: Matrix
    left: Matrix
    right: Matrix
    value: Matrix
    base: float
    enough: float

    def scores(self, columns: dict[str, Matrix]) -> Matrix:
        """The probability of each pair, 0 to 1; `columns` holds the features by name."""
        table = [np.asarray(columns[name], np.float64) for name in self.names]
        total = np.full(len(table[0]), self.base)
        lines = (line.tolist() for line in (self.feature, self.threshold, self.left, self.right, self.value))
        nodes: list[Node] = list(zip(*lines, strict=True))
        for root in self.roots.tolist():
            total += _values(nodes, root, table)
        return 1 / (1 + np.exp(-total))

    def shares(self, columns: dict[str, float]) -> dict[str, float]:
        """What each feature adds to one pair's log-odds: the changes of value along the paths, by the feature asked."""
        out: dict[str, float] = {BASE: self.base}
        for root in self.roots.tolist():
            node = root
            out[BASE] += float(self.value[root])
            while self.feature[node] >= 0:
                name = self.names[self.feature[node]]
                then = int((self.left if columns[name] <= self.threshold[node] else self.right)[node])
                out[name] = out.get(name, 0.0) + float(self.value[then] - self.value[node])
                node = then
        return out


def _values(nodes: Sequence[Node], number: int, table: Sequence[Matrix]) -> Matrix | float:
    """The value of the leaf below a node that each pair ends in."""
    feature, threshold, left, right, value = nodes[number]
    if feature < 0:
        return value
    first, second = _values(nodes, left, table), _values(nodes, right, table)
    return np.where(table[feature] <= threshold, first, second)


@dataclass(frozen=True, slots=True)
class Model:
    """What was learnt: the trees, and the log-odds of pairs of words (`kin.odds`)."""

    trees: Trees
    odds: Mapping[kin.Pair, float]


@cache
def learnt() -> Model:
    """The model of the tables."""
    return Model(planted(tables.table("event_identity")), kin.odds())


def planted(table: Sequence[Mapping[str, str]]) -> Trees:
    """The trees of a table's rows; nodes count from 0 in each tree, and the rows of a tree stand together."""
    rows = [row for row in table if row["tree"]]
    single = {row["feature"]: float(row["value"]) for row in table if not row["tree"]}
    names = tuple(sorted({row["feature"] for row in rows} - {""}))
    number = {name: at for at, name in enumerate(names)}
    first: dict[str, int] = {}
    for at, row in enumerate(rows):
        first.setdefault(row["tree"], at)
    asked = [number.get(row["feature"], -1) for row in rows]
    left, right = ([first[row["tree"]] + int(row[way] or 0) for row in rows] for way in ("left", "right"))
    return Trees(
        names=names,
        roots=np.array(sorted(first.values())),
        feature=np.array(asked),
        threshold=np.array([float(row["threshold"] or 0) for row in rows]),
        left=np.array(left),
        right=np.array(right),
        value=np.array([float(row["value"]) for row in rows]),
        base=single[BASE],
        enough=single[ENOUGH],
    )
