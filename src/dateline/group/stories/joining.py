"""Same story? Reports joined by average linkage of their smoothed likeness, inside the connected parts of the graph.

How alike two groups must be hangs on their sizes. The average over a large group is low, since its ends lie far apart, so
it takes in a stray report for less; but two groups that are both large are two bodies of reporting, each of which holds
together by itself, and are one story only if they are more alike than two strays must be. Average linkage never joins two
groups without one pair as alike as that, so nothing is lost by looking at the connected parts one by one; and when
reports arrive, only the parts that they touch are joined anew.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from dateline import language
from dateline.engines import HERE, Engine
from dateline.group.connected import connected
from dateline.group.learnt import NOTHING, Learnt
from dateline.group.stories.likeness import Likeness, Products, terms, terms_of, told_text
from dateline.records.report import Report
from dateline.records.story import Edge

GROUP = 6  # reports from which on a group is as large as counts
STRAY, BOTH = 0.04, 0.07  # how much less alike a group must be to what it meets, and how much more, as its size doubles
LOOSEST = 1 - STRAY * math.log2(GROUP)  # as alike as two reports may be that hold two groups together
LARGEST = 1000  # reports in one dense linkage; of a part that is larger
MORE = 0.2  # of their neighbours that those must share, each time, that stay connected
CERTAIN = 0.15  # of a report's sentences: an excerpt that makes two reports one story, and is no background alone
LEAST = 0.12  # cosine of two reports, before any smoothing, that holds a story together
CHUNK = 500  # reports compared with those around them at once

Matrix = Any  # scipy's sparse matrices carry no types


class Stories:
    """A partition of a pile that grows. Reports go by their numbers, in the order in which they were added."""

    def __init__(self, learnt: Learnt = NOTHING) -> None:
        self.likeness = Likeness(learnt)
        self._label = array("q")
        self._place: dict[str, int] = {}
        self._strong: list[array[int]] = []  # who is as alike as may be needed, both ways
        self._tied: dict[int, set[int]] = defaultdict(set)
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._fresh = 0

    def add(
        self,
        reports: Sequence[Report],
        tied: Iterable[Edge] = (),
        engine: Engine = HERE,
        apart: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Take in reports and the edges that come with them; join anew what they touch.

        `apart` are pairs of reports (by their ids) that are alike by their template alone: they are none of each other's.
        """
        self._place.update((report.id, number) for number, report in enumerate(reports, len(self._label)))
        self._label.extend([-1] * len(reports))
        self._strong += [array("i") for _ in reports]
        changed = self.likeness.add(reports, engine)
        for edge in tied:
            if edge.kind in ("copy", "rewrite") or (edge.kind == "excerpt" and edge.containment >= CERTAIN):
                a, b = self._place[edge.from_], self._place[edge.to]
                self._tied[a].add(b)
                self._tied[b].add(a)
        for one, other in apart:
            a, b = self._place[one], self._place[other]
            self._apart[a].add(b)
            self._apart[b].add(a)
        for number, others in self._apart.items():
            self.likeness.near[number] = [met for met in self.likeness.near[number] if met[1] not in others]
        if len(changed) == len(self._label):  # all was weighed anew
            self._strong = [array("i") for _ in self._label]
        self._strengthen(changed, engine)
        self._relabel(changed)

    def parts(self) -> list[list[int]]:
        """The stories, each as its reports' numbers in order; what a copy, rewrite or excerpt ties is one story."""
        of = list(range(len(self._label)))

        def root(number: int) -> int:
            while of[number] != number:
                of[number] = of[of[number]]
                number = of[number]
            return number

        first: dict[int, int] = {}
        for number, label in enumerate(self._label):
            of[root(number)] = root(first.setdefault(label, number))
        for number, others in self._tied.items():
            for other in others:
                a, b = sorted((root(number), root(other)))
                of[b] = a
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(of)):
            members[root(number)].append(number)
        return list(members.values())

    def _strengthen(self, changed: Iterable[int], engine: Engine) -> None:
        """Compare reports with their neighbours and with the neighbours of these.

        A report is smoothed by its own neighbours alone, so only pairs of which one has changed can have changed.
        """
        near, strong = self.likeness.near, self._strong
        order = sorted(changed, key=lambda number: (min(near.of(number), default=number), number))
        for start in range(0, len(order), CHUNK):
            several = order[start : start + CHUNK]
            around = []
            for number in several:
                here = near.of(number)
                around.append(
                    sorted({*here, *strong[number], *(far for mid in here for far in near.of(mid))} - {number})
                )
            used = sorted({*several, *(other for others in around for other in others)})
            products = Products(self.likeness.smoothed(used))
            every, many = np.array([other for met in around for other in met], np.int64), [len(met) for met in around]
            asked, place = self.likeness.asked(np.repeat(several, many), every), np.searchsorted(used, every)
            ends = np.cumsum(many).tolist()
            for number, met, end in zip(several, around, ends, strict=True):
                span = slice(end - len(met), end)
                times = products.of(bisect_left(used, number), place[span]) / asked[span]
                before, apart = set(strong[number]), self._apart.get(number, ())
                for other, value in zip(met, times.tolist(), strict=True):
                    is_strong = value >= LOOSEST and other not in apart
                    if is_strong and other not in before:
                        strong[number].append(other)
                        strong[other].append(number)
                    elif other in before and not is_strong:
                        strong[number].remove(other)
                        strong[other].remove(number)
            engine.progress("grouping", start + len(several), len(order))

    def _relabel(self, changed: Iterable[int]) -> None:
        """Join anew every connected part that holds a changed report, or one that was of its story."""
        old = {self._label[number] for number in changed}
        waiting = [number for number, label in enumerate(self._label) if label in old]
        for members in self._connected(waiting):
            labels = self._joined(members)
            for number, label in zip(members, labels, strict=True):
                self._label[number] = self._fresh + label
            self._fresh += max(labels) + 1

    def _connected(self, waiting: Sequence[int]) -> Iterator[list[int]]:
        """The connected parts that hold the reports given.

        In a part that is too large, reports are connected only where they share neighbours: others that both are alike to.
        A link that chains two stories shares none, those inside a story do. Such a part is not walked to its end; its
        reports wait for the parts of those that share more.
        """
        least = 0.0
        while waiting:
            done: set[int] = set()
            large: set[int] = set()
            later = []
            for start in waiting:
                if start in done:
                    continue
                part: set[int] = set()
                edge = [start]
                while edge and len(part) <= LARGEST and edge[-1] not in large:
                    number = edge.pop()
                    if number not in part:
                        part.add(number)
                        edge += [
                            other for other in self._strong[number] if self._shared_neighbours(number, other) >= least
                        ]
                if edge:
                    large |= part
                    later.append(start)
                else:
                    done |= part
                    yield sorted(part)
            waiting, least = later, least + MORE

    def _shared_neighbours(self, number: int, other: int) -> float:
        """The share of neighbours (reports alike) of the one of two that has fewer which are the other's too."""
        a, b = set(self._strong[number]), set(self._strong[other])
        return len(a & b) / (min(len(a), len(b)) - 1 or 1)

    def _joined(self, members: list[int]) -> list[int]:
        """Average linkage of a connected part."""
        if len(members) == 1:
            return [0]
        like = self.likeness.among(members)
        numbers = np.array(members)
        like = like / self.likeness.asked(numbers[:, None], numbers[None, :])
        place = {number: row for row, number in enumerate(members)}
        for number in place.keys() & self._apart.keys():
            like[place[number], [place[other] for other in self._apart[number] & place.keys()]] = 0
        return self._held(members, agglomerated((like + like.T) / 2))

    def _held(self, members: list[int], labels: Matrix) -> list[int]:
        """The labels, with each group parted that no chain of neighbours who share enough words holds together."""
        place = {number: row for row, number in enumerate(members)}
        held: dict[tuple[int, int], bool] = {}  # of two who share enough words: whether they meet
        for row, number in enumerate(members):
            for score, other in self.likeness.near[number]:
                column = place.get(other)
                if (
                    column is not None
                    and labels[row] == labels[column]
                    and self.likeness.shared(number, other, score) >= LEAST
                ):
                    pair = (row, column) if row < column else (column, row)
                    if pair not in held:
                        held[pair] = self.likeness.meet(number, other)
        return connected(len(members), (pair for pair, both in held.items() if both))


def asked_of(size_a: Matrix, size_b: Matrix) -> Matrix:
    """How alike groups of so many reports must be, beside two single reports (1)."""
    small, large = (
        np.log2(np.minimum(size, GROUP)) for size in (np.minimum(size_a, size_b), np.maximum(size_a, size_b))
    )
    return (1 - STRAY * large) * (1 + BOTH * small)


def agglomerated(like: Matrix) -> list[int]:
    """The group of each report, by how alike each two are (1 is enough for two single ones).

    Average linkage (Sokal and Michener, 1958): the two groups that are most alike, beside what groups of their sizes must
    be, become one, until none are alike enough. Of each group its best partner is kept, so that a step costs a row.
    """
    like = like.astype(np.float64)
    size, label = np.ones(len(like)), np.arange(len(like))
    np.fill_diagonal(like, -math.inf)
    times = like / asked_of(size[:, None], size[None, :])
    partner = times.argmax(1)
    best = times[label, partner]
    while best[a := int(best.argmax())] >= 1:
        a, b = sorted((a, int(partner[a])))
        like[a] = (size[a] * like[a] + size[b] * like[b]) / (size[a] + size[b])
        like[a, a] = -math.inf
        like[:, a] = like[a]
        size[a] += size[b]
        label[label == b] = a
        like[b], like[:, b], best[b] = -math.inf, -math.inf, -math.inf
        times[b], times[:, b] = -math.inf, -math.inf
        times[a] = times[:, a] = like[a] / asked_of(size[a], size)
        anew = np.flatnonzero((partner == a) | (partner == b) | (times[a] > best))
        anew = anew[best[anew] > -math.inf]
        partner[anew] = times[anew].argmax(1)
        partner[a] = times[a].argmax()
        best[anew], best[a] = times[anew, partner[anew]], times[a, partner[a]]
    return [int(group) for group in label]


def when(report: Report) -> tuple[str, str]:
    """What orders reports: their date, those without one last, then their id."""
    return (report.published.value or "9999", report.id)


def title(reports: Sequence[Report]) -> str:
    """The headline whose words most of the story's reports use; a first line where no report has a headline."""
    used = Counter(term for report in reports for term in set(terms_of(report)))
    clean = [r for r in reports if len({s.kind for s in r.signs}) < 2] or list(reports)
    heads = [(r, r.title) for r in clean if r.title] or [(r, _first_line(r)) for r in clean]

    def worth(head: tuple[Report, str]) -> tuple[float, tuple[str, str]]:
        report, line = head
        own = set(terms(line, language.of(report.language).words))
        common = math.fsum(math.log1p(used[term]) for term in own)  # exact: a set has no order
        return (-common / math.sqrt(max(5, len(own))), when(report))

    return min(heads, key=worth)[1]


def _first_line(report: Report) -> str:
    line = next((line.strip() for line in told_text(report).splitlines() if line.strip()), "Untitled")
    return line if len(line) <= 120 else line[:119].rsplit(" ", 1)[0] + "…"
