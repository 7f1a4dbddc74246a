"""Pairs become events: the two groups most surely one are made one, while the mean of their pairs is high enough.

Only pairs that were compared have a score. What was not compared counts as no evidence for, as far as a mention could
have met so many of the other group; so two small groups need most of their pairs, two large ones a few for each mention.
Two large groups need surer pairs than two small ones: what many reports tell in many words is easily like all else.
"""

from __future__ import annotations

import heapq
import math
from typing import Any

import numpy as np

from dateline.group.connected import connected

Matrix = Any  # numpy's arrays, their shapes said where they are made

MET = 10  # pairs that each mention of the smaller group can be asked to have in the other
FAINT = 0.04  # a score nearer to none than this says nothing
SMALL = 12  # mentions in the smaller group up to which two are joined by the least mean score
AT_ONCE = 100_000  # pairs that are taken in together
STEEP = 0.06  # how much the least score rises with each doubling of the smaller group

Link = list[float]  # the sum of the scores between two groups, and how many pairs


def clusters(count: int, pairs: tuple[Matrix, Matrix], scores: Matrix, enough: float) -> Matrix:
    """The number of its group for each of `count` things, by average linkage over the scored pairs.

    A score is from -1 (never one) to 1 (surely one). Groups are joined while the mean score of their pairs is at least
    `enough`, the surest first; of equals the one with the lower numbers.
    """
    strong = (np.abs(scores) >= FAINT) & _may_join(count, pairs, scores >= enough)
    links: list[dict[int, Link]] = [{} for _ in range(count)]
    queue: list[tuple[float, int, int]] = []
    size = [1] * count
    home = list(range(count))
    found = np.flatnonzero(strong)
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        sides = (pairs[0][some].tolist(), pairs[1][some].tolist())
        for one, other, score in zip(*sides, scores[some].tolist(), strict=True):
            a, b = home[one], home[other]  # one number for each thing, however many pairs it is in
            links[a][b] = links[b][a] = [score, 1.0]
            if score >= enough:
                queue.append((-score, min(a, b), max(a, b)))
    heapq.heapify(queue)
    while queue:
        score, a, b = heapq.heappop(queue)
        if home[a] != a or home[b] != b or b not in links[a] or -score != _mean(links[a][b], size[a], size[b]):
            continue  # of groups that have changed since
        if -score < enough + _more(size[a], size[b]):
            continue  # sure enough for the smaller ones that they were
        home[b] = a
        before, gained = size[a], set(links[b])
        size[a] += size[b]
        _joined(links, a, b)
        for other, link in links[a].items():
            if other not in gained and size[other] <= before >= MET:
                continue  # its mean and what it must reach are as they were: it is in the queue
            if (mean := _mean(link, size[a], size[other])) >= enough + _more(size[a], size[other]):
                heapq.heappush(queue, (-mean, min(a, other), max(a, other)))
    return _roots(home)


def _may_join(count: int, pairs: tuple[Matrix, Matrix], sure: Matrix) -> Matrix:
    """Whether a chain of sure pairs leads from one thing of each pair to the other: without one no mean can be high enough."""
    part = np.array(connected(count, zip(pairs[0][sure].tolist(), pairs[1][sure].tolist(), strict=True)), np.int32)
    return part[pairs[0]] == part[pairs[1]]


def _mean(link: Link, a: int, b: int) -> float:
    return link[0] / max(link[1], min(a * b, MET * min(a, b)))


def _more(a: int, b: int) -> float:
    """How much surer the pairs of two groups must be, for their size."""
    return STEEP * max(0.0, math.log2(min(a, b) / SMALL))


def _joined(links: list[dict[int, Link]], a: int, b: int) -> None:
    """Give the links of group b to group a."""
    del links[a][b]
    for other, link in links[b].items():
        if other == a:
            continue
        del links[other][b]
        mine = links[a].get(other)
        if mine is None:
            links[a][other] = links[other][a] = link
        else:
            mine[0] += link[0]
            mine[1] += link[1]
    links[b] = {}


def _roots(home: list[int]) -> Matrix:
    """The group that each thing ended in."""
    out = np.arange(len(home))
    for at in range(len(home)):
        root = at
        while home[root] != root:
            root = home[root]
        out[at] = root
        home[at] = root
    return out
