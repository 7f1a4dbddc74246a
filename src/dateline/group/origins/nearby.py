"""Which reports may share words? An inverted index that proposes pairs; no other pair is ever compared.

Each report leaves fingerprints: of every four shingles in a row the least hash (winnowing; Schleimer, Wilkerson and
Aiken, 2003), so that any eight words in a row that two reports share leave one in both. The first few holders of a
fingerprint stand for all: a dispatch that a thousand reports carry costs each of them a few comparisons, not a thousand.
The more reports have a fingerprint, the likelier it is a stock phrase, and the more of them a pair must share: what two
reporters have in common by chance grows with the pile, and would soon be most of what is proposed. Most of that are five or
six words in a row, on which alone no tie hangs; so with each fingerprint goes what stands around it, and one that is in no run
of eight words of both reports does not propose a pair alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dateline.group.stories.postings import ranges

WINDOW = 4  # shingles, so eight words
HOLDERS = 40  # reports that a fingerprint is kept for
PARTNERS = 60  # reports that one is compared with at most
ALONE, TWO = (
    4,
    12,
)  # a fingerprint of so few reports proposes a pair alone, of so few with a second; one of more wants three
ENOUGH = 6  # the weight of the fingerprints that a pair must share
BITS = 5  # of each shingle that stands around a fingerprint
AROUND = WINDOW - 1  # of them are looked at on each side
BRIEF = 45  # shingles: in a text of fewer, five words are much
SHORT = np.uint32(1 << 31)  # says that a fingerprint is of such a text
PRINT = np.dtype([("hash", np.uint64), ("around", np.uint32)])  # a fingerprint, and the shingles before and after it

Array = Any


class Nearby:
    """Fingerprints of reports by number; grows by batches.

    They are kept in sorted runs, each at most a quarter of the one before, so that what is large is seldom copied.
    """

    def __init__(self) -> None:
        self._runs: list[tuple[Array, Array, Array]] = []  # hashes, holders, and what stands around

    def add(self, prints: Sequence[Array], first: int) -> list[tuple[int, int]]:
        """Take in the fingerprints of reports numbered from `first`; propose pairs (a new report, an earlier one), sorted."""
        fresh = np.concatenate([np.zeros(0, PRINT), *prints])
        who = np.repeat(np.arange(first, first + len(prints), dtype=np.int32), [len(text) for text in prints])
        order = np.argsort(fresh["hash"], kind="stable")  # what is sought in order is found in a fraction of the time
        run = np.ascontiguousarray(fresh["hash"][order]), who[order], fresh["around"][order]
        self._insert(*run)
        return self._propose(*run)

    def _insert(self, prints: Array, who: Array, around: Array) -> None:
        """Add a run of sorted fingerprints; a holder beyond the first HOLDERS is left out."""
        before = sum((many for _, many in self._held(prints)), np.zeros(len(prints), np.int64))
        keep = before + np.arange(len(prints)) - np.searchsorted(prints, prints, "left") < HOLDERS
        run = prints[keep], who[keep], around[keep]
        while self._runs and 4 * len(run[0]) > len(self._runs[-1][0]):
            run = _merged(self._runs.pop(), run)
        self._runs.append(run)

    def _held(self, prints: Array) -> list[tuple[Array, Array]]:
        """In each run, where the holders of the fingerprints begin, and how many there are."""
        low = [np.searchsorted(run, prints, "left") for run, *_ in self._runs]
        return [
            (start, np.searchsorted(run, prints, "right") - start)
            for start, (run, *_) in zip(low, self._runs, strict=True)
        ]

    def _propose(self, prints: Array, who: Array, around: Array) -> list[tuple[int, int]]:
        held = self._held(prints)
        many = sum((times for _, times in held), np.zeros(len(prints), np.int64))
        weight = np.where(many <= ALONE, ENOUGH, np.where(many <= TWO, ENOUGH // 2, ENOUGH // 3))
        pairs, worth = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for (low, times), (_, holders, theirs) in zip(held, self._runs, strict=True):
            at = ranges(low, times)
            new, old = np.repeat(who, times).astype(np.int64), holders[at].astype(np.int64)
            past = old < new
            pairs.append(new[past] << 32 | old[past])
            most = np.where(_in_a_run(np.repeat(around, times)[past], theirs[at][past]), ENOUGH, 2 * ENOUGH // 3)
            worth.append(np.minimum(most, np.repeat(weight, times)[past]))
        key, back = np.unique(np.concatenate(pairs), return_inverse=True)
        score = np.bincount(back, np.concatenate(worth), len(key)).astype(np.int64)
        key, score = key[score >= ENOUGH], score[score >= ENOUGH]
        order = np.lexsort((key, -score, key >> 32))
        key = key[order]
        first: Array = np.searchsorted(key >> 32, key >> 32, "left")
        rank = np.arange(len(key)) - first
        key = np.sort(key[rank < PARTNERS])
        return [(int(pair >> 32), int(pair & 0xFFFFFFFF)) for pair in key]


def _merged(run: tuple[Array, Array, Array], other: tuple[Array, Array, Array]) -> tuple[Array, Array, Array]:
    """Two runs as one, the holders of each fingerprint in order."""
    where = np.searchsorted(run[0], other[0], "right")
    hashes, who, around = (np.insert(mine, where, more) for mine, more in zip(run, other, strict=True))
    return hashes, who, around


def _in_a_run(around: Array, other: Array) -> Array:
    """Whether the shingles around a fingerprint in two reports are such that it stands in eight words which both have."""
    differ, many = around ^ other, np.zeros(len(around), np.int8)
    for side in (0, AROUND):
        same = np.ones(len(around), bool)
        for place in range(side, side + AROUND):
            same &= differ >> np.uint32(BITS * place) & np.uint32(2**BITS - 1) == 0
            many += same
    return (many >= AROUND) | ((around | other) & SHORT > 0)


def fingerprints(shingles: Array) -> Array:
    """The least hash of each four shingles in a row, each once, sorted; all hashes of a text that is shorter.

    With each go some bits of the shingles around it, where it first stands: three before it, three after it, the nearest first.
    """
    least = shingles
    if len(shingles) >= WINDOW:
        least = np.lib.stride_tricks.sliding_window_view(shingles, WINDOW).min(axis=1)
    hashes = np.unique(least)
    found = np.zeros(len(hashes), PRINT)
    found["hash"] = hashes
    order = np.argsort(shingles, kind="stable")
    at = AROUND + order[np.searchsorted(shingles, hashes, sorter=order)]
    bits = np.pad((shingles & np.uint64(2**BITS - 1)).astype(np.uint32), AROUND)
    for place in range(AROUND):
        found["around"] |= bits[at - place - 1] << np.uint32(BITS * place)
        found["around"] |= bits[at + place + 1] << np.uint32(BITS * (AROUND + place))
    if len(shingles) < BRIEF:
        found["around"] |= SHORT
    return found
