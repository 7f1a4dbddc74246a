"""How alike are two reports? Stems, names and pairs of words, weighted by rarity, asked for more where texts are long.

Reports become rows of a sparse matrix over hashed terms. An inverted index over each report's rarest terms proposes
its neighbours; no other pair is ever compared. A report is then smoothed: drawn towards its nearest neighbours, so that
headlines that share few words are compared through those that share more.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
from scipy import sparse

from dateline import language
from dateline.engines import HERE, Engine, chunks
from dateline.group.learnt import NOTHING, Learnt
from dateline.group.shelf import Shelf
from dateline.group.stories.neighbours import NEAREST, Neighbours
from dateline.group.stories.postings import Postings
from dateline.language.words import COMPOUND, Words
from dateline.records.report import Report

NEEDED, SHORT, GROWTH, LONGEST = (
    0.092,
    8,
    0.81,
    80,
)  # likeness that texts of 8 stems need; it grows with length, up to 80
FAINT = 0.3  # of what is needed: a neighbour that is less alike is none
PULL = 0.4  # how much more a short text is drawn to its neighbours, as a power of its length
LEAD = 600  # characters, a hundred words: headline and lead, which say what a report is about, count twice in a longer text
PAIR = 0.45  # weight of two words in a row beside that of a word
FEW = 50  # reports that a small pile is taken to stand among, so that what all of it shares still counts
# Stems beside names of a report that has a body, and of one that has a line of it; as many of them two reports of one story
# share that have a body each. Two that have a line share one.
BODY, LINE, DEEDS = 6, 3, 2
COLUMNS = 1 << 22  # hashed terms
RAREST, CANDIDATES = 24, 40  # terms that propose; pairs then compared
READY = 20_000  # rows that are held ready, some 2.5 kB each
TOGETHER = 250  # reports whose neighbours are sought at once
KEPT = 2000  # reports of which what they tell beside names is kept at hand
STARTS = re.compile(r"(?:^|[.!?\n])[\"”“'\s]*$")

Matrix = Any  # scipy's sparse matrices and numpy's arrays, their shapes said where they are made


def told_text(report: Report) -> str:
    """Headline, deck and body; the whole text where nothing is labelled so."""
    words = "\n".join(block.span.of(report.text) for block in report.told()) or report.text
    return words if not report.title or report.title in words else f"{report.title}\n{words}"


NO_ROWS = sparse.csr_matrix((0, COLUMNS), dtype=np.float32)


def terms(text: str, words: Words) -> list[str]:
    """Stems, pairs of neighbouring stems (`a_b`), and once more as names (`N:a`) what is capitalised mid-sentence.

    `words` are those of the language that the text is in.
    """
    out: list[str] = []
    common, before = words.common_words(), ""
    for token in COMPOUND.finditer(text):
        word = token[0]
        folded = word.lower()
        if folded in common or len(word) < 2:
            before = ""
            continue
        stem = words.stem(folded)
        out.append(stem)
        if word[0].isupper() and not STARTS.search(text[max(0, token.start() - 6) : token.start()]):
            out.append(f"N:{stem}")
        if before:
            out.append(f"{before}_{stem}")
        before = stem
    return out


def terms_of(report: Report) -> list[str]:
    """The terms of what a report tells, by the words of its own language."""
    return terms(told_text(report), language.of(report.language).words)


def weighed(text: str, words: Words) -> Counter[str]:
    """The terms of a text; those of its lead count twice, where it is so long that background fills most of it."""
    bag = Counter(terms(text, words))
    if len(text) > 2 * LEAD:
        bag.update(terms(text[:LEAD], words))
    return bag


def bags(reports: Sequence[Report]) -> list[tuple[tuple[Matrix, Matrix], float, Matrix]]:
    """Of each report its columns and weights, how alike it must be, and what it tells beside names (of a short one).

    A call that can be sent to another process.
    """
    out = []
    for report in reports:
        text, words = told_text(report), language.of(report.language).words
        bag = weighed(text, words)
        size = sum(1 for term in bag if "_" not in term and term[:2] != "N:")
        deeds = unnamed(text, words) if size < LONGEST else np.zeros(0, np.int32)
        out.append((_columns(bag), NEEDED * (max(3, min(LONGEST, size)) / SHORT) ** GROWTH, deeds))
    return out


def unnamed(text: str, words: Words) -> Matrix:
    """The stems of a text that name nobody in it, and say nothing of who says so; and, below zero, its names of two words.

    Hashed, in order.
    """
    common = words.common_words() | words.function_words()
    stems, names, full = set[str](), set[str](), set[str]()
    before, end = "", 0
    for token in COMPOUND.finditer(text):
        word, folded = token[0], token[0].lower()
        if folded not in common and len(folded) > 1:
            inside = not STARTS.search(text[max(0, token.start() - 6) : token.start()])
            (names if word[0].isupper() and inside else stems).add(words.stem(folded))
        if before and word[0].isupper() and token.start() == end + 1:
            full.add(f"{before} {folded}")
        before, end = (folded if word[0].isupper() else ""), token.end()
    return np.array(sorted([*(_hash(stem) for stem in stems - names), *(~_hash(name) for name in full)]), np.int32)


class Likeness:
    """The reports of a pile as rows, and their neighbours. Grows; rarity is weighed anew when the pile has doubled.

    Only columns and frequencies are kept, once; rows are weighed when they are asked for.
    """

    def __init__(self, learnt: Learnt = NOTHING) -> None:
        self._learnt = learnt
        self.days = np.zeros(0)
        self._bags = Shelf()  # columns (32 bits each), then weights by frequency alone (as many)
        self._unnamed = Shelf()  # what short reports tell beside names
        self._told: dict[int, tuple[frozenset[int], int]] = {}
        self._need = np.zeros(0)
        self._seen = np.zeros(COLUMNS, np.int32)  # reports that hold a term
        self._rarity = np.zeros(0, np.float32)
        self._weighed = 0
        self._postings = Postings()
        self.near = Neighbours()

    def add(self, reports: Sequence[Report], engine: Engine = HERE) -> list[int]:
        """Take in reports. Returns which reports' neighbours changed, the new ones among them."""
        first = len(self._bags)
        needs = []
        for record in self._records(reports, engine):
            needs.append(float(np.frombuffer(record, np.float64, 1)[0]))
            size = int(np.frombuffer(record, np.int32, 1, 8)[0])
            self._bags.append(record[12 : 12 + 8 * size])
            self._seen[np.frombuffer(record, np.int32, size, 12)] += 1
            self._unnamed.append(record[12 + 8 * size :])
        self._need = np.concatenate([self._need, needs])
        self.days = np.concatenate([self.days, [_day(report) for report in reports]])
        if len(self._bags) >= 2 * self._weighed:
            self._weigh()
            first = 0
        return self._find(first)

    def _records(self, reports: Sequence[Report], engine: Engine) -> Iterator[bytes]:
        """Of each report, in one piece as it is remembered: how alike it must be (64 bits), how many columns (32), these,
        their weights, and what it tells beside names (32 bits each).
        """
        known = [self._learnt.of("bag", (report,)) for report in reports]
        fresh = (report for report, record in zip(reports, known, strict=True) if record is None)
        made = (one for several in engine.over(bags, chunks(fresh, TOGETHER)) for one in several)
        for report, record in zip(reports, known, strict=True):
            if record is None:
                (columns, weights), need, deeds = next(made)
                head = np.float64(need).tobytes() + np.int32(len(columns)).tobytes()
                record = b"".join((head, columns.tobytes(), weights.tobytes(), deeds.tobytes()))
                self._learnt.keep("bag", (report,), record)
            yield record

    def _weigh(self) -> None:
        """Rarity of each term; one that most of a large pile has says nothing. Neighbours are to be sought anew."""
        count = len(self._bags)
        held = np.flatnonzero(self._seen)  # of all columns: a small pile has a few thousand
        seen = self._seen[held]
        rarity = np.log((1 + count + FEW) / (1 + seen)) + 1
        rarity[seen > max(FEW, count // 2)] = 0
        self._rarity = np.zeros(COLUMNS, np.float32)
        self._rarity[held] = rarity
        self._weighed = count
        self._postings = Postings()
        self.near = Neighbours()
        self._ready = self._rows(range(count)) if count <= READY else NO_ROWS

    def rows(self, numbers: Iterable[int]) -> Matrix:
        """The rows of some reports, of unit length."""
        some = list(numbers)
        if some and max(some) < self._ready.shape[0]:
            return self._ready[some]
        return self._rows(some)

    def _rows(self, numbers: Iterable[int]) -> Matrix:
        bags = [np.frombuffer(self._bags[number], np.int32).reshape(2, -1) for number in numbers]
        ends = np.cumsum([0, *(bag.shape[1] for bag in bags)])
        both = np.concatenate([np.zeros((2, 0), np.int32), *bags], axis=1)
        columns, weights = both[0], both[1].view(np.float32)
        rows = sparse.csr_matrix((weights * self._rarity[columns], columns, ends), shape=(len(bags), COLUMNS))
        rows.eliminate_zeros()
        return unit(rows)

    def _find(self, first: int) -> list[int]:
        """Neighbours of the reports from `first`, who become those of earlier ones too where they are nearer."""
        count = len(self._bags)
        changed = set(range(first, count))
        self.near.grow(count)
        chunks = [range(start, min(start + TOGETHER, count)) for start in range(first, count, TOGETHER)]
        if not chunks:
            return []
        rare = sparse.vstack([heaviest(self.rows(chunk)) for chunk in chunks], format="csr")
        self._postings.add(rare, first)
        for chunk in chunks:
            sharing = self._postings.sharing(rare[chunk.start - first : chunk.stop - first], count)
            self._meet(chunk, first, sharing, changed)
        return sorted(changed)

    def _meet(self, chunk: range, first: int, sharing: Matrix, changed: set[int]) -> None:
        """Compare each report of a chunk with the best of those found for it."""
        met = []
        for place, row in enumerate(chunk):
            span = slice(sharing.indptr[place], sharing.indptr[place + 1])
            others, shared = sharing.indices[span], sharing.data[span]
            others, shared = others[others != row], shared[others != row]
            met.append(others[np.lexsort((others, -shared))[:CANDIDATES]])
        every = np.concatenate(met)
        used = np.unique(np.concatenate([np.array(chunk), every]))
        products = Products(self.rows(used.tolist()))
        sizes = [len(others) for others in met]
        asked, where = self.asked(np.repeat(np.array(chunk), sizes), every), np.searchsorted(used, every)
        ends = np.cumsum(sizes).tolist()
        for row, others, end in zip(chunk, met, ends, strict=True):
            span = slice(end - len(others), end)
            score = products.of(int(np.searchsorted(used, row)), where[span]) / asked[span]
            own = []
            for value, other in zip(score.tolist(), others.tolist(), strict=True):
                if value >= FAINT:
                    own.append((-value, other))
                    if other < first:
                        theirs = self.near[other]
                        if len(theirs) < NEAREST or (-value, row) < theirs[-1]:
                            self.near[other] = sorted([*theirs, (-value, row)])
                            changed.add(other)
            self.near[row] = sorted(own)

    def asked(self, a: Matrix, b: Matrix) -> Matrix:
        """How alike the reports a and b (arrays of numbers) must be: by their lengths and the days between them."""
        return np.sqrt(self._need[a] * self._need[b]) * _apart(self.days[a], self.days[b])

    def shared(self, a: int, b: int, score: float) -> float:
        """The cosine behind the score of two neighbours."""
        return abs(score) * math.sqrt(self._need[a] * self._need[b])

    def meet(self, a: int, b: int) -> bool:
        """Whether two short reports that tell something have more in common than single words of names."""
        (one, tells), (other, tells_too) = self._deeds(a), self._deeds(b)
        told = min(tells, tells_too)
        asked = DEEDS if told >= BODY else 1 if told >= LINE else 0
        return not asked or len(one & other) >= asked

    def _deeds(self, number: int) -> tuple[frozenset[int], int]:
        """What a report tells beside names, its names of two words with it, and how much of that is no name."""
        if (known := self._told.get(number)) is None:
            if len(self._told) >= KEPT:
                self._told.clear()
            every = frozenset(np.frombuffer(self._unnamed[number], np.int32).tolist())
            known = self._told[number] = every, sum(stem >= 0 for stem in every)
        return known

    def smoothed(self, numbers: Sequence[int]) -> Matrix:
        """Rows of some reports, each drawn towards its neighbours; the more, the shorter it is. Of unit length."""
        mix, used = self._mixed(numbers)
        return unit(mix @ self.rows(used))

    def among(self, numbers: Sequence[int]) -> Matrix:
        """How alike some reports are, each with each: the cosines of `smoothed`, from the products of what is mixed.

        A mix has ten times the terms of a row, so this costs a fraction of multiplying the mixes.
        """
        mix, used = self._mixed(numbers)
        rows = narrowed(self.rows(used))
        like = mix @ (mix @ (rows @ rows.T).toarray()).T
        length = np.sqrt(np.maximum(like.diagonal(), np.finfo(np.float32).tiny))
        return like / length[:, None] / length[None, :]

    def _mixed(self, numbers: Sequence[int]) -> tuple[Matrix, list[int]]:
        """How much of which reports' rows is in each smoothed row."""
        rows, to, how = list(range(len(numbers))), list(numbers), [1.0] * len(numbers)
        for row, number in enumerate(numbers):
            near = self.near[number]
            total = sum(score for score, _ in near)
            pull = (NEEDED * (LONGEST / SHORT) ** GROWTH / self._need[number]) ** (PULL / GROWTH)
            for score, other in near:
                rows.append(row)
                to.append(other)
                how.append(pull * score / total)
        used, back = np.unique(to, return_inverse=True)
        mix = sparse.csr_matrix((np.array(how, np.float32), (rows, back)), shape=(len(numbers), len(used)))
        return mix, used.tolist()


class Products:
    """The products of some rows, one with others at a time, by spreading that one out over all the columns."""

    def __init__(self, rows: Matrix) -> None:
        self._rows = rows
        self._spread = np.zeros(rows.shape[1], np.float32)  # zero again after each use

    def of(self, row: int, others: Matrix) -> Matrix:
        """The products of one row with some others (an array of their numbers), in their order."""
        span = slice(self._rows.indptr[row], self._rows.indptr[row + 1])
        columns = self._rows.indices[span]
        self._spread[columns] = self._rows.data[span]
        products = self._rows[others] @ self._spread
        self._spread[columns] = 0
        return products


def narrowed(rows: Matrix) -> Matrix:
    """The same rows without the columns that are empty: what is done column by column would pass over millions of them."""
    used, back = np.unique(rows.indices, return_inverse=True)
    return sparse.csr_matrix((rows.data, back, rows.indptr), shape=(rows.shape[0], len(used)))


def unit(rows: Matrix) -> Matrix:
    """The same rows, made of unit length."""
    whole = np.concatenate(([0.0], np.cumsum(rows.data.astype(np.float64) ** 2)))
    length = np.sqrt(whole[rows.indptr[1:]] - whole[rows.indptr[:-1]])
    length[length == 0] = 1
    rows.data *= np.repeat((1 / length).astype(np.float32), np.diff(rows.indptr))
    return rows


def _hash(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass")) % COLUMNS


def _columns(bag: Counter[str]) -> tuple[Matrix, Matrix]:
    """Hashed terms in order, each once, and what their frequency alone makes them weigh."""
    weight: dict[int, float] = {}
    for term, times in bag.items():
        column = _hash(term)
        alone = PAIR if "_" in term else 1.0
        weight[column] = alone if times == 1 else alone * (1 + math.log(times))
    columns = np.fromiter(weight.keys(), np.int32, len(weight))
    order = np.argsort(columns)
    return columns[order], np.fromiter(weight.values(), np.float32, len(weight))[order]


def heaviest(rows: Matrix) -> Matrix:
    """The rows with their heaviest terms alone, by which they meet others."""
    keep = np.zeros(len(rows.data), bool)
    for start, stop in zip(rows.indptr[:-1], rows.indptr[1:], strict=True):
        keep[start + np.argsort(-rows.data[start:stop], kind="stable")[:RAREST]] = True
    out = rows.copy()
    out.data = np.where(keep, out.data, np.float32(0))
    out.eliminate_zeros()
    return out


def _day(report: Report) -> float:
    try:
        return float(date.fromisoformat(report.published.day or "").toordinal())
    except ValueError:  # no date, or a part of one
        return math.nan


def _apart(a: Matrix, b: Matrix) -> Matrix:
    """How much more alike two reports must be for the days between them: 1 within a month, 2 at some years."""
    gap = np.nan_to_num(np.abs(a - b))
    return 1 + 0.2 * np.log2(np.maximum(1, gap / 30))
