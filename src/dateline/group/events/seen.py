"""A story's mentions as rows of sparse matrices, and its kinds of events as the story uses them.

Words and names weigh by how few of the story's reports have them, and rows are of unit length, so that the product of two
rows is their likeness (0 to 1), above zero as soon as they share anything.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any

import numpy as np
from scipy import sparse

from dateline.group.events.traits import ROLES, Trait

Matrix = Any  # scipy's sparse matrices and numpy's arrays, their shapes said where they are made

COMING = frozenset({"planned", "postponed", "cancelled", "hypothetical"})
LEAST = 0.1  # weight of what all reports have: little, but more than nothing


@dataclass(frozen=True, slots=True)
class Rows:
    """Sets as rows of unit length: `rows` is sparse, so many sets by so many members; `full` says which are not empty."""

    rows: Matrix
    full: Matrix


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of a story: of each mention which it is, and of each kind what it is told with.

    `arguments` and `sentences` are kinds by stems, of unit length; `where` is kinds by sentences (1 where told there);
    `often` is in how many sentences, `spread` in what share of the reports a kind is told.
    """

    of: Matrix
    arguments: Matrix
    sentences: Matrix
    where: Matrix
    often: Matrix
    reports: Matrix
    spread: Matrix


@dataclass(frozen=True, slots=True)
class Seen:
    """A story as its events are compared in it.

    `flags` say yes or no of each mention, `numbers` count or code it; `fields` are mentions by what they hold;
    `place` is the number of each mention's sentence in the story, `reports` how alike each two reports are (reports by
    reports), `again` how many mentions of its kind its report has, `lemmas` the number of each mention's lemma in `words`,
    `rare` how rarely the story uses that (1: once).
    """

    traits: tuple[Trait, ...]
    flags: dict[str, Matrix]
    numbers: dict[str, Matrix]
    fields: dict[str, Rows]
    place: Matrix
    sentences: Rows
    reports: Matrix
    kinds: Kinds
    again: Matrix
    lemmas: Matrix
    words: tuple[str, ...]
    rare: Matrix


def seen(traits: tuple[Trait, ...]) -> Seen:
    """The story of some mentions; there is at least one."""
    report = [trait.report for trait in traits]
    count = max(report) + 1
    places: dict[tuple[int, int], int] = {}
    place = np.array([places.setdefault(trait.place, len(places)) for trait in traits], np.int32)
    firsts = {int(where): at for at, where in reversed(list(enumerate(place)))}
    told = [traits[firsts[where]] for where in range(len(places))]
    sets: dict[str, Iterable[Collection[str]]] = {}
    for number, role in enumerate(ROLES):
        sets[role] = map(itemgetter(number), map(attrgetter("named"), traits))
        sets[f"{role} words"] = map(itemgetter(number), map(attrgetter("phrased"), traits))
    sets["people"] = (frozenset().union(*trait.named) for trait in traits)
    sets["arguments"] = (trait.arguments for trait in traits)
    sets["sentence names"] = map(attrgetter("setting.names"), traits)
    sets["times"] = map(attrgetter("setting.times"), traits)
    for name in ("clause", "clause_names", "numbers", "around", "near"):
        sets[name.replace("_", " ")] = map(attrgetter(name), traits)
    lemmas: dict[str, int] = {}
    own = np.array([lemmas.setdefault(trait.lemma, len(lemmas)) for trait in traits], np.int32)
    by_lemma = np.bincount(own)
    kinds = _kinds(traits, place, told)
    return Seen(
        traits=traits,
        flags=_flags(traits),
        numbers=_numbers(traits),
        fields={name: _rows(some, report, count) for name, some in sets.items()} | _acting(traits, report, count),
        place=place,
        sentences=_rows([trait.setting.every for trait in told], [trait.report for trait in told], count),
        reports=_reports(told, count),
        kinds=kinds,
        again=_again(report, kinds.of),
        lemmas=own,
        words=tuple(lemmas),
        rare=(1 / (1 + np.log2(np.maximum(1, by_lemma)))).astype(np.float32)[own],
    )


def _flags(traits: Sequence[Trait]) -> dict[str, Matrix]:
    said = {
        "noun": [trait.noun for trait in traits],
        "spoken": [trait.spoken for trait in traits],
        "lead": [trait.setting.lead for trait in traits],
        "first": [trait.first and trait.setting.lead for trait in traits],
        "headline": [trait.setting.label == "headline" for trait in traits],
        "coming": [trait.status in COMING for trait in traits],
        "denied": [trait.status == "denied" for trait in traits],
        "led": [bool(trait.before) for trait in traits],
        "leads": [bool(trait.after) for trait in traits],
    }
    return {name: np.array(values, bool) for name, values in said.items()}


def _numbers(traits: Sequence[Trait]) -> dict[str, Matrix]:
    """The report and line of each mention, and a number for each head, status and neighbour."""
    report, line = np.array([trait.place for trait in traits], np.int32).T
    out = {"report": report, "line": line}
    for name in ("head", "status", "before", "after"):
        codes: dict[str, int] = {}
        out[name] = np.array([codes.setdefault(getattr(trait, name), len(codes)) for trait in traits], np.int32)
    return out


def _acting(traits: Sequence[Trait], report: Sequence[int], count: int) -> dict[str, Rows]:
    """Who does it and whom it is done to, in one vocabulary."""
    agent, patient = ROLES.index("agent"), ROLES.index("patient")
    both = _rows([trait.named[role] for role in (agent, patient) for trait in traits], [*report, *report], count)
    half = len(traits)
    return {"doers": Rows(both.rows[:half], both.full[:half]), "sufferers": Rows(both.rows[half:], both.full[half:])}


def _again(report: Sequence[int], kind: Matrix) -> Matrix:
    """How many mentions of its kind each mention's report has."""
    _, back, times = np.unique(np.array(report) * (int(kind.max()) + 1) + kind, return_inverse=True, return_counts=True)
    return times[back].astype(np.float32)


def _incidence(some: Iterable[Collection[str]]) -> Matrix:
    """Sets (or their members in order) by members, 1 where a set has the member."""
    vocabulary: dict[str, int] = {}
    known: dict[Collection[str], list[int]] = {}  # a large story's mentions share most of their sets
    columns: list[int] = []
    ends = [0]
    for members in some:
        own = known.get(members)
        if own is None:
            own = known[members] = [vocabulary.setdefault(member, len(vocabulary)) for member in sorted(members)]
        columns += own
        ends.append(len(columns))
    shape = (len(ends) - 1, max(1, len(vocabulary)))
    held = np.ones(len(columns), np.float32), np.array(columns, np.int32), np.array(ends, np.int32)
    return sparse.csr_matrix(held, shape=shape)


def _rows(some: Iterable[Collection[str]], report: Sequence[int], count: int) -> Rows:
    """Sets as rows, their members weighed by how few of the reports hold them."""
    held = _incidence(some)
    which = _row_of(held)
    width = held.shape[1]
    pairs = np.unique(np.asarray(report, np.int64)[which] * width + held.indices)
    reports = np.bincount(pairs % width, minlength=width)
    weight = LEAST + np.log((1 + count) / (0.5 + np.maximum(0.5, reports)))
    _scale(held, np.maximum(LEAST, weight)[held.indices])
    return Rows(unit(held), np.diff(held.indptr) > 0)


def unit(rows: Matrix) -> Matrix:
    """Sparse rows, made of unit length in place; empty ones stay empty."""
    which = _row_of(rows)
    length = np.sqrt(np.bincount(which, rows.data * rows.data, rows.shape[0]))
    _scale(rows, (1 / np.where(length > 0, length, 1))[which])
    rows.data = rows.data.astype(np.float32)
    return rows


def _row_of(rows: Matrix) -> Matrix:
    """The row of each value that sparse rows hold."""
    return np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))


def _scale(rows: Matrix, by: Matrix) -> None:
    """Multiply each value that sparse rows hold; a product of matrices does the same, at a hundred times the cost."""
    rows.data = rows.data * by


def _reports(told: Sequence[Trait], count: int) -> Matrix:
    """How alike the reports are in all that they tell: cosines, reports by reports."""
    bags: list[Counter[str]] = [Counter() for _ in range(count)]
    for trait in told:
        bags[trait.report].update(trait.setting.every)
    return _likeness(bags)


def _likeness(bags: Sequence[Counter[str]]) -> Matrix:
    rows = unit(_weighed(bags))
    return (rows @ rows.T).toarray().astype(np.float32)


def _weighed(bags: Sequence[Counter[str]]) -> Matrix:
    """Bags of words by words: frequency, damped, by how few bags have the word."""
    held = _incidence(map(frozenset, bags))
    held.data = np.array([1 + math.log(bag[word]) for bag in bags for word in sorted(bag)], np.float32)
    rarity = np.log(1 + len(bags) / np.maximum(1, np.bincount(held.indices, minlength=held.shape[1])))
    _scale(held, rarity[held.indices])
    return held


def _kinds(traits: Sequence[Trait], place: Matrix, told: Sequence[Trait]) -> Kinds:
    numbers: dict[str, int] = {}
    of = np.array([numbers.setdefault(trait.kind, len(numbers)) for trait in traits], np.int32)
    bags: list[Counter[str]] = [Counter() for _ in numbers]
    for kind, trait in zip(of, traits, strict=True):
        bags[kind].update(trait.arguments)
    where = sparse.csr_matrix((np.ones(len(traits), np.float32), (of, place)), shape=(len(numbers), len(told)))
    where.data = np.minimum(1, where.data)
    report = np.array([trait.report for trait in told])
    by_report = sparse.csr_matrix((np.ones(len(told), np.float32), (range(len(told)), report)))
    by_report = ((where @ by_report) > 0).astype(np.float32).tocsr()
    return Kinds(
        of=of,
        arguments=unit(_weighed(bags)),
        sentences=unit(where @ _weighed([Counter(trait.setting.every) for trait in told])),
        where=where,
        often=np.asarray(where.sum(1)).ravel(),
        reports=by_report,
        spread=np.asarray(by_report.sum(1)).ravel().astype(np.float32) / by_report.shape[1],
    )
