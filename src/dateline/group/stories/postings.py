"""Which reports share a rare term? An inverted index that grows; no pair is compared that it has not proposed."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse

CROWDED = 1000  # reports that share a term: then it proposes none of them

Matrix = Any  # scipy's sparse matrices and numpy's arrays, their shapes said where they are made


class Postings:
    """The holders of each term with its weight in them: three arrays in order of term, then of report.

    What arrives is merged in, so that an addition costs a copy of the arrays and no sort of all that was there.
    """

    def __init__(self) -> None:
        self._terms = np.zeros(0, np.int32)
        self._holders = np.zeros(0, np.int32)
        self._weights = np.zeros(0, np.float32)

    def add(self, rows: Matrix, first: int) -> None:
        """Take in the rows of reports numbered from `first`, which no earlier report's number exceeds."""
        order = np.argsort(rows.indices, kind="stable")
        terms = rows.indices[order].astype(np.int32)
        holders = np.repeat(np.arange(first, first + rows.shape[0], dtype=np.int32), np.diff(rows.indptr))[order]
        where = np.searchsorted(self._terms, terms, "right")
        self._terms = np.insert(self._terms, where, terms)
        self._holders = np.insert(self._holders, where, holders)
        self._weights = np.insert(self._weights, where, rows.data[order])

    def sharing(self, rows: Matrix, many: int) -> Matrix:
        """For each row the reports, of `many`, that hold its terms, and the product of both by these."""
        terms, back = np.unique(rows.indices, return_inverse=True)
        low: Matrix = np.searchsorted(self._terms, terms, "left")
        held: Matrix = np.searchsorted(self._terms, terms, "right") - low
        held[held > CROWDED] = 0
        at = ranges(low, held)
        ends = np.concatenate(([0], np.cumsum(held)))
        by_term = sparse.csr_matrix((self._weights[at], self._holders[at], ends), shape=(len(terms), many))
        mine = sparse.csr_matrix((rows.data, back, rows.indptr), shape=(rows.shape[0], len(terms)))
        return (mine @ by_term).tocsr()


def ranges(low: Matrix, many: Matrix) -> Matrix:
    """The numbers from each of `low` on, so `many` of them, one range after the other."""
    return np.repeat(low - np.concatenate(([0], np.cumsum(many)[:-1])), many) + np.arange(int(many.sum()))
