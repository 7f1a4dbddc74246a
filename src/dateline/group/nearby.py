"""Which reports may share words? An inverted index that proposes pairs; no other pair is ever compared.

Each report leaves fingerprints: of every four shingles in a row the least hash (winnowing; Schleimer, Wilkerson and
Aiken, 2003), so that any eight words in a row that two reports share leave one in both. The first few holders of a
fingerprint stand for all: a dispatch that a thousand reports carry costs each of them a few comparisons, not a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

WINDOW = 4  # shingles, so eight words
HOLDERS = 40  # reports that a fingerprint is kept for
PARTNERS = 60  # reports that one is compared with at most
RARE = 12  # a fingerprint of so few reports proposes a pair alone; one of more wants a second

Array = Any


class Nearby:
    """Fingerprints of reports by number, sorted; grows by batches."""

    def __init__(self) -> None:
        self._prints = np.zeros(0, np.uint64)
        self._holders = np.zeros(0, np.int32)

    def add(self, shingles: Sequence[Array], first: int) -> list[tuple[int, int]]:
        """Take in reports numbered from `first`, and propose pairs (a new report, an earlier one), sorted."""
        prints = [fingerprints(one) for one in shingles]
        fresh = np.concatenate([np.zeros(0, np.uint64), *prints])
        who = np.repeat(np.arange(first, first + len(prints), dtype=np.int32), [len(one) for one in prints])
        self._insert(fresh, who)
        return self._propose(fresh, who)

    def _insert(self, prints: Array, who: Array) -> None:
        """Merge fingerprints in; a holder beyond the first HOLDERS is left out."""
        order = np.argsort(prints, kind="stable")
        prints, who = prints[order], who[order]
        start = np.searchsorted(prints, prints, "left")
        held = np.searchsorted(self._prints, prints, "right") - np.searchsorted(self._prints, prints, "left")
        keep = held + np.arange(len(prints)) - start < HOLDERS
        prints, who = prints[keep], who[keep]
        where = np.searchsorted(self._prints, prints, "right")
        self._prints = np.insert(self._prints, where, prints)
        self._holders = np.insert(self._holders, where, who)

    def _propose(self, prints: Array, who: Array) -> list[tuple[int, int]]:
        low: Array = np.searchsorted(self._prints, prints, "left")
        many = np.searchsorted(self._prints, prints, "right") - low
        total = int(many.sum())
        at = np.repeat(low - np.concatenate(([0], np.cumsum(many)[:-1])), many) + np.arange(total) if total else low[:0]
        new, old = np.repeat(who, many).astype(np.int64), self._holders[at].astype(np.int64)
        weight = np.repeat(np.where(many <= RARE, 2, 1), many)
        past = old < new
        key, back = np.unique(new[past] << 32 | old[past], return_inverse=True)
        score = np.bincount(back, weight[past], len(key)).astype(np.int64)
        key, score = key[score >= 2], score[score >= 2]
        order = np.lexsort((key, -score, key >> 32))
        key = key[order]
        first: Array = np.searchsorted(key >> 32, key >> 32, "left")
        rank = np.arange(len(key)) - first
        key = np.sort(key[rank < PARTNERS])
        return [(int(one >> 32), int(one & 0xFFFFFFFF)) for one in key]


def fingerprints(shingles: Array) -> Array:
    """The least hash of each four shingles in a row, each once, sorted; all hashes of a text that is shorter."""
    if len(shingles) < WINDOW:
        return np.unique(shingles)
    return np.unique(np.lib.stride_tricks.sliding_window_view(shingles, WINDOW).min(axis=1))
