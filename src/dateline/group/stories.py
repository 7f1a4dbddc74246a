"""Same story? Reports compared by their words and names, within windows of time, and joined by average linkage.

TF-IDF over told text, each report smoothed by its nearest neighbours (so that headlines that share few words are
compared through those that share more), then average linkage inside the connected parts of the neighbour graph:
average linkage never joins two groups without one pair as alike as the threshold, so nothing is lost by the cut.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from dateline.records import Edge, Judgement, Marked, Report

NEAREST = 10  # neighbours that smooth a report
NEEDED = 0.1  # likeness that two texts of SHORT terms need to be one story
SHORT, GROWTH, LONGEST = 8, 0.6, 250  # longer texts share more words by chance, so more is asked of them
FEW = 50  # reports that a small pile is taken to stand among, so that what all of it shares still counts
LARGEST = 3000  # reports in one dense linkage
CERTAIN = 0.15  # of a report's sentences: an excerpt that makes two reports one story, and is no background alone
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
STARTS = re.compile(r"(?:^|[.!?\n])[\"”“'\s]*$")

Matrix = Any  # scipy's sparse matrices carry no types


def stories(
    marked: Sequence[Marked], tied: Sequence[Edge] = (), judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Marked, ...], ...]:
    """A partition of the reports into stories, each in order of date and id, the earliest story first."""
    texts: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(marked):
        texts[hashlib.sha256(_told(one.report).encode("utf-8", "surrogatepass")).hexdigest()].append(at)
    same = list(texts.values())
    labels = _labels([marked[some[0]].report for some in same])
    of = {at: label for some, label in zip(same, labels, strict=True) for at in some}
    place = {one.report.id: at for at, one in enumerate(marked)}
    for edge in tied:
        if edge.kind in ("copy", "rewrite") or (edge.kind == "excerpt" and edge.containment >= CERTAIN):
            _join(of, place[edge.from_], place[edge.to])
    _replay(of, place, judgements, [_bag(one.report) for one in marked] if judgements else [])
    found: dict[int, list[Marked]] = defaultdict(list)
    for at, one in enumerate(marked):
        found[of[at]].append(one)
    ordered = [tuple(sorted(some, key=lambda one: _when(one.report))) for some in found.values()]
    return tuple(sorted(ordered, key=lambda some: _when(some[0].report)))


def _when(report: Report) -> tuple[str, str]:
    return (report.published.value or "9999", report.id)


def title(reports: Sequence[Report]) -> str:
    """The headline whose words most of the story's reports use; a first line where no report has a headline."""
    used = Counter(term for report in reports for term in set(_bag(report)))
    clean = [r for r in reports if len({s.kind for s in r.signs}) < 2] or list(reports)
    heads = [(r, r.title) for r in clean if r.title] or [(r, _first_line(r)) for r in clean]

    def worth(head: tuple[Report, str]) -> tuple[float, tuple[str, str]]:
        terms = set(_terms(head[1]))
        told = sum(math.log1p(used[term]) for term in terms)
        return (-told / math.sqrt(max(5, len(terms))), _when(head[0]))

    return min(heads, key=worth)[1]


def _first_line(report: Report) -> str:
    line = next((line.strip() for line in _told(report).splitlines() if line.strip()), "Untitled")
    return line if len(line) <= 120 else line[:119].rsplit(" ", 1)[0] + "…"


def _join(of: dict[int, int], a: int, b: int) -> None:
    old, new = max(of[a], of[b]), min(of[a], of[b])
    if old != new:
        of.update({at: new for at, label in of.items() if label == old})


def _replay(
    of: dict[int, int], place: dict[str, int], judgements: Sequence[Judgement], bags: list[Counter[str]]
) -> None:
    """A person's decisions, in their order: a later one overrules an earlier one."""
    for one in judgements:
        if one.a not in place or one.b not in place:
            continue
        a, b = place[one.a], place[one.b]
        if one.kind in ("same-story", "copy-of"):
            _join(of, a, b)
        elif one.kind == "not-same-story" and of[a] == of[b]:
            fresh = max(of.values()) + 1
            for at in [at for at, label in of.items() if label == of[a] and at != a]:
                if at == b or _alike(bags[at], bags[b]) > _alike(bags[at], bags[a]):
                    of[at] = fresh


def _alike(a: Counter[str], b: Counter[str]) -> float:
    return len(a.keys() & b.keys()) / math.sqrt(max(1, len(a)) * max(1, len(b)))


# -------------------------------------------------------------------------------------------- likeness


def _told(report: Report) -> str:
    told = "\n".join(block.span.of(report.text) for block in report.told()) or report.text
    return told if not report.title or report.title in told else f"{report.title}\n{told}"


def _stem(word: str) -> str:
    """A word without its commonest English endings; enough to make `invites` meet `invited`."""
    word = word.replace("’", "'").removesuffix("'s")
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: len(word) - len(ending)] + instead
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _terms(text: str) -> list[str]:
    """Stems, pairs of neighbouring stems (`a_b`), and once more as names (`N:a`) what is capitalised mid-sentence."""
    out: list[str] = []
    before = ""
    for found in WORD.finditer(text):
        word = found.group()
        if word.lower() in ENGLISH_STOP_WORDS or len(word) < 2:
            before = ""
            continue
        stem = _stem(word.lower())
        out.append(stem)
        if word[0].isupper() and not STARTS.search(text[max(0, found.start() - 6) : found.start()]):
            out.append(f"N:{stem}")
        if before:
            out.append(f"{before}_{stem}")
        before = stem
    return out


def _bag(report: Report) -> Counter[str]:
    return Counter(_terms(_told(report)))


def _matrix(bags: Sequence[Counter[str]]) -> Matrix:
    """Rows of unit length; terms of one report alone or of most of a large pile say nothing and are left out."""
    count = len(bags)
    seen = Counter(term for bag in bags for term in bag)
    most = max(FEW, count // 2)
    column = {t: at for at, t in enumerate(sorted(t for t, n in seen.items() if 2 <= n <= most))}
    rows, columns, values = [], [], []
    for row, bag in enumerate(bags):
        for term, times in bag.items():
            if term in column:
                rarity = math.log((1 + count + FEW) / (1 + seen[term])) + 1
                weight = 0.3 if "_" in term else 1.0
                rows.append(row)
                columns.append(column[term])
                values.append(weight * (1 + math.log(times)) * rarity)
    return _unit(sparse.csr_matrix((values, (rows, columns)), shape=(count, max(1, len(column)))))


def _unit(rows: Matrix) -> Matrix:
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    length[length == 0] = 1
    return (sparse.diags(1 / length) @ rows).tocsr()


def _smoothed(rows: Matrix, need: Any) -> Matrix:
    """Each row drawn towards its nearest rows, the more the more alike they are."""
    near, to, how = [], [], []
    for at in range(rows.shape[0]):
        like = (rows[at] @ rows.T).tocoo()
        score = like.data / np.sqrt(need[at] * need[like.col])
        keep = [(-s, c) for s, c in zip(score, like.col, strict=True) if c != at and s >= 0.3]
        best = sorted(keep)[:NEAREST]
        total = 1 - sum(s for s, _ in best)
        near += [at] * len(best)
        to += [c for _, c in best]
        how += [1.5 * -s / total for s, _ in best]
    pull = sparse.csr_matrix((how, (near, to)), shape=(rows.shape[0], rows.shape[0]))
    return _unit(rows + pull @ rows)


def _labels(reports: Sequence[Report]) -> list[int]:
    if len(reports) < 2:
        return [0] * len(reports)
    bags = [_bag(report) for report in reports]
    sizes = [sum(1 for term in bag if "_" not in term and term[:2] != "N:") for bag in bags]
    need = np.array([NEEDED * (max(3, min(LONGEST, size)) / SHORT) ** GROWTH for size in sizes])
    rows = _smoothed(_matrix(bags), need)
    like = (rows @ rows.T).tocoo()
    value = like.data / np.sqrt(need[like.row] * need[like.col])
    days = np.array([_day(report) for report in reports])
    value = value / _apart(days[like.row], days[like.col])
    graph = sparse.csr_matrix((value, (like.row, like.col)), shape=like.shape)
    return _linked(graph, 1.0)


def _day(report: Report) -> float:
    day = report.published.day
    return float(date.fromisoformat(day).toordinal()) if day and len(day) == 10 else math.nan


def _apart(a: Any, b: Any) -> Any:
    """How much more alike two reports must be for the days between them: 1 within a month, 2 at some years."""
    gap = np.nan_to_num(np.abs(a - b))
    return 1 + 0.2 * np.log2(np.maximum(1, gap / 30))


def _linked(graph: Matrix, needed: float) -> list[int]:
    """Average linkage of likeness at `needed`, part by part; a part too large is first cut at a higher likeness."""
    strong = graph.multiply(graph >= needed)
    count, part = connected_components(strong, directed=False)
    labels = [0] * graph.shape[0]
    fresh = 0
    for one in range(count):
        members = np.flatnonzero(part == one)
        inside = graph[members][:, members]
        if len(members) > LARGEST:
            own = _linked(inside, needed * 1.2)
        elif len(members) > 1:
            apart = 100 - np.minimum(100, inside.toarray())
            apart = (apart + apart.T) / 2
            np.fill_diagonal(apart, 0)
            tree = linkage(squareform(apart, checks=False), "average")
            own = [int(label) for label in fcluster(tree, 100 - needed, "distance")]
        else:
            own = [0]
        for at, label in zip(members, own, strict=True):
            labels[int(at)] = fresh + label
        fresh += max(own) + 1
    return labels
