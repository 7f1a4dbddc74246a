"""Which pairs of mentions are compared at all: of one kind, of kinds near in sense, or with rare words in common.

Small groups are compared whole. In a large one a mention meets those most like it and a sample spread evenly over the group, so
that the number of pairs grows with the number of mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import numpy as np
from scipy import sparse

from dateline.group.events import kin
from dateline.group.events.seen import Seen

Matrix = Any  # scipy's sparse matrices and numpy's arrays, their shapes said where they are made

WHOLE = 48  # mentions of a kind that are compared whole
NEAREST, SPREAD = 20, 10  # of a larger group: the most alike that a mention meets, and those spread over the group
OTHERS = 20  # mentions of other kinds that a mention meets
KINDRED = 0.02  # likeness from which mentions of near kinds are compared
ALIKE = 0.1  # likeness from which mentions of other kinds are compared
CROWDED = 400  # mentions that share a word: then it proposes none of them
AT_ONCE = 256  # mentions whose neighbours are sought together
AREA = 1_000_000  # likenesses of a large group that are held together
PENDING = 1_000_000  # pairs that are found before they are put among those that were


def candidates(seen: Seen, nodes: Matrix, known: Mapping[kin.Pair, float]) -> tuple[Matrix, Matrix]:
    """The pairs to compare, each once and in order, among some mentions (`nodes`, rising numbers).

    `known` are the log-odds of pairs of words.
    """
    rows = _rows(seen)
    by_kind: dict[int, list[int]] = defaultdict(list)
    for node, kind in zip(nodes.tolist(), seen.kinds.of[nodes].tolist(), strict=True):
        by_kind[kind].append(node)
    groups = {kind: np.array(members) for kind, members in by_kind.items()}
    near = np.array(sorted(_near(seen, groups, known)), np.int64)
    alike = (pairs for members in groups.values() if len(members) > 1 for pairs in _within(rows, members))
    span = len(seen.traits)
    codes = _once(_coded(pairs, span) for pairs in chain(alike, _others(rows, nodes, seen.kinds.of, near)))
    return (codes // span).astype(np.int32), (codes % span).astype(np.int32)


def _once(several: Iterable[Matrix]) -> Matrix:
    """All numbers of several arrays, each once and in order; held together a little at a time."""
    codes, waiting, many = np.zeros(0, np.int64), list[Matrix](), 0
    for some in several:
        waiting.append(some)
        many += len(some)
        if many > PENDING:
            codes, waiting, many = np.unique(np.concatenate([codes, *waiting])), [], 0
    return np.unique(np.concatenate([codes, *waiting]))


def _coded(pairs: Matrix, span: int) -> Matrix:
    """Pairs of two things as one number each, the same whichever way round they stand."""
    low, high = np.minimum(pairs[:, 0], pairs[:, 1]), np.maximum(pairs[:, 0], pairs[:, 1])
    return (low * span + high)[low < high]


def _rows(seen: Seen) -> Matrix:
    """What mentions are sought by: their arguments and the words beside them."""
    return sparse.hstack([seen.fields["arguments"].rows, seen.fields["near"].rows], format="csr") / np.sqrt(2)


def _within(rows: Matrix, members: Matrix) -> Iterator[Matrix]:
    if len(members) <= WHOLE:
        a, b = np.triu_indices(len(members), 1)
        yield np.stack([members[a], members[b]], axis=1)
    else:
        yield from _met(rows, members)


def _met(rows: Matrix, members: Matrix) -> Iterator[Matrix]:
    """Of each member of a large group the others most like it, and some spread evenly over the group."""
    held = rows[members]
    columns = held.T.tocsr()
    steps = np.linspace(0, len(members), SPREAD, endpoint=False).astype(int)
    step = max(1, AREA // len(members))
    for start in range(0, len(members), step):
        like = (held[start : start + step] @ columns).toarray()
        least = np.partition(like, -NEAREST - 1, axis=1)[:, [-NEAREST - 1]]
        row, column = np.nonzero((like >= least) & (like > 0))
        which, nearest = _best(row, column, like[row, column], NEAREST + 1).T
        own = np.arange(start, start + like.shape[0])
        lone, first = _unlike(which, nearest, like.shape)
        evenly = (steps[None, :] + own[:, None]) % len(members)
        met = np.concatenate([own[which], own[lone], np.repeat(own, SPREAD)])
        yield np.stack([members[met], members[np.concatenate([nearest, first, evenly.ravel()])]], axis=1)


def _unlike(which: Matrix, nearest: Matrix, shape: tuple[int, int]) -> tuple[Matrix, Matrix]:
    """What fills up the rows that have too few that are like them at all: the first that are not. Rows, and columns."""
    most = min(shape[1], 2 * (NEAREST + 1))  # of so many some are left, whichever the row has
    free = np.ones((shape[0], most), bool)
    early = nearest < most
    free[which[early], nearest[early]] = False
    missing = NEAREST + 1 - np.bincount(which, minlength=shape[0])
    rows, columns = np.nonzero(free & (np.cumsum(free, axis=1) <= missing[:, None]))
    return rows, columns


def _near(seen: Seen, groups: dict[int, Matrix], known: Mapping[kin.Pair, float]) -> set[int]:
    """Pairs of kinds that may well be one, both ways round, each as one number: first kind times all kinds plus second.

    Some of their words are near in sense, or were found to tell one event.
    """
    kinds: dict[str, int] = {}
    for kind, members in groups.items():
        kinds.update({seen.words[seen.lemmas[member]]: kind for member in members.tolist()})
    span = len(seen.kinds.often)
    pairs = [(kinds[a], kinds[b]) for a, b in kin.related(sorted(kinds), known)]
    return {first * span + second for a, b in pairs if a != b for first, second in ((a, b), (b, a))}


def _others(rows: Matrix, nodes: Matrix, kinds: Matrix, near: Matrix) -> Iterator[Matrix]:
    """Mentions of other kinds with words in common, the most alike of each mention; of kinds that are near, more."""
    held = rows[nodes]
    crowded = np.bincount(held.indices, minlength=held.shape[1]) > CROWDED
    held = (held @ sparse.diags((~crowded).astype(np.float32))).tocsr()
    held.eliminate_zeros()
    columns = held.T.tocsr()
    span = int(kinds.max()) + 1
    for start in range(0, len(nodes), AT_ONCE):
        like = (held[start : start + AT_ONCE] @ columns).tocoo()
        kept = like.data >= KINDRED
        first, second, alike = nodes[start + like.row[kept]], nodes[like.col[kept]], like.data[kept]
        pair = kinds[first].astype(np.int64) * span + kinds[second]
        other = kinds[first] != kinds[second]
        kindred = other & np.isin(pair, near)
        for some, most in ((kindred, NEAREST), (other & ~kindred & (alike >= ALIKE), OTHERS)):
            yield _best(first[some], second[some], alike[some], most)


def _best(first: Matrix, second: Matrix, like: Matrix, most: int) -> Matrix:
    """Of some pairs the `most` alike of each first."""
    order = np.lexsort((second, -like, first))
    first, second = first[order], second[order]
    _, starts, counts = np.unique(first, return_index=True, return_counts=True)
    rank = np.arange(len(first)) - np.repeat(starts, counts)
    return np.stack([first, second], axis=1)[rank < most]
