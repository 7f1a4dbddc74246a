"""What speaks for and against two mentions being one event: a row of numbers a pair, each with a name.

Likenesses go from 0 to 1. `NAME apart` is 1 where both mentions have such a thing and share none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from dateline.group.events import kin
from dateline.group.events.seen import Rows, Seen
from dateline.group.events.traits import ROLES

Matrix = Any  # numpy's arrays, their shapes said where they are made

CASES = ("same", "kin", "other")  # one word, words of one kind or near in sense, other words
AT_ONCE = 20_000  # pairs whose features are made together
DENSE = 64  # products for each pair that is asked for, up to which all are made at once
_LIKE = ("people", "arguments", "clause", "clause names", "sentence names", "numbers", "times", "around", "near")
_APART = (*ROLES, "people", "clause names", "numbers", "times")


def likeness(rows: Matrix, a: Matrix, others: Matrix, b: Matrix) -> Matrix:
    """The products of the rows a with the rows b of others, pair by pair."""
    if not (rows.nnz and others.nnz):  # as nothing in a small story has a number, or a patient with a name
        return np.zeros(len(a), np.float32)
    if rows.shape[0] * others.shape[0] <= DENSE * len(a):  # cheaper than to take out both rows of each pair
        return (rows @ others.T).toarray()[a, b]
    out = np.zeros(len(a), np.float32)
    held, there = np.diff(rows.indptr) > 0, np.diff(others.indptr) > 0  # most of many rows are empty
    both = np.flatnonzero(held[a] & there[b])
    out[both] = np.asarray(rows[a[both]].multiply(others[b[both]]).sum(1), np.float32).ravel()
    return out


def _alike(rows: Matrix, a: Matrix, b: Matrix) -> Matrix:
    return likeness(rows, a, rows, b)


def features(seen: Seen, a: Matrix, b: Matrix) -> tuple[tuple[str, ...], Matrix, Matrix]:
    """The names of the features, pairs by features, and the case of each pair (its place in `CASES`).

    `a` and `b` are the numbers of the mentions of each pair.
    """
    columns, case = _kinds(seen, a, b)
    for name in (*ROLES, *(f"{role} words" for role in ROLES), *_LIKE):
        columns[name] = _alike(seen.fields[name].rows, a, b)
    for name in (*_APART, *(f"{role} words" for role in ROLES)):
        columns[f"{name} apart"] = _apart(seen.fields[name], columns[name], a, b)
    columns["sentence"] = _alike(seen.sentences.rows, seen.place[a], seen.place[b])
    columns["crossed"] = _crossed(seen, a, b)
    columns |= _standing(seen, a, b) | _story(seen, a, b)
    columns |= _profiles(seen, a, b, case)
    names = tuple(columns)
    return names, np.stack([columns[name] for name in names], axis=1).astype(np.float32), case


def _apart(rows: Rows, like: Matrix, a: Matrix, b: Matrix) -> Matrix:
    return (rows.full[a] & rows.full[b] & (like == 0)).astype(np.float32)


def _kinds(seen: Seen, a: Matrix, b: Matrix) -> tuple[dict[str, Matrix], Matrix]:
    """What the two words are to one another, and the case."""
    here, there = seen.lemmas[a], seen.lemmas[b]
    heads = seen.numbers["head"]
    lemma, head = here == there, heads[a] == heads[b]
    kind = seen.kinds.of[a] == seen.kinds.of[b]
    span = len(seen.words)
    pairs, back = np.unique(
        np.minimum(here, there).astype(np.int64) * span + np.maximum(here, there), return_inverse=True
    )
    near = np.array(kin.nearness([(seen.words[pair // span], seen.words[pair % span]) for pair in pairs]), np.float32)
    near = near.reshape(-1, 2)[back]
    case = np.where(lemma | head, 0, np.where(kind | (near[:, 0] >= kin.NEAR), 1, 2))
    noun, spoken = seen.flags["noun"], seen.flags["spoken"]
    columns = {
        "head": head, "kind": kind & ~lemma, "senses": near[:, 0] * (case > 0), "letters": near[:, 1] * (case > 0),
        "noun one": noun[a] != noun[b], "noun both": noun[a] & noun[b],
        "spoken one": spoken[a] != spoken[b], "spoken both": spoken[a] & spoken[b],
    }  # fmt: skip
    return columns, case


def _crossed(seen: Seen, a: Matrix, b: Matrix) -> Matrix:
    """Whether who does it in one is whom it is done to in the other."""
    doers, sufferers = seen.fields["doers"].rows, seen.fields["sufferers"].rows
    return (likeness(doers, a, sufferers, b) + likeness(sufferers, a, doers, b) > 0).astype(np.float32)


def _standing(seen: Seen, a: Matrix, b: Matrix) -> dict[str, Matrix]:
    """How the two stand: in their reports, and as done, planned or denied."""
    flags, report, line = seen.flags, seen.numbers["report"], seen.numbers["line"]
    lead, first, headline, coming = (flags[name] for name in ("lead", "first", "headline", "coming"))
    before, after, status = (seen.numbers[name] for name in ("before", "after", "status"))
    same = report[a] == report[b]
    return {
        "lead both": lead[a] & lead[b], "lead one": lead[a] != lead[b], "first both": first[a] & first[b],
        "headline one": headline[a] != headline[b],
        "report": same, "same sentence": seen.place[a] == seen.place[b],
        "near by": same / (1.0 + np.abs(line[a] - line[b])),
        "line apart": np.minimum(1, np.abs(line[a] - line[b]) / 20.0),
        "before": (before[a] == before[b]) & flags["led"][a], "after": (after[a] == after[b]) & flags["leads"][a],
        "status": status[a] == status[b], "coming one": coming[a] != coming[b],
        "denied one": flags["denied"][a] != flags["denied"][b],
    }  # fmt: skip


def _story(seen: Seen, a: Matrix, b: Matrix) -> dict[str, Matrix]:
    """What the story is like, and how it tells the two kinds."""
    report = seen.numbers["report"]
    spread = seen.kinds.spread[seen.kinds.of]
    again = np.minimum(3, seen.again - 1) / 3
    return {
        "reports": seen.reports[report[a], report[b]],
        "spread": np.minimum(spread[a], spread[b]), "spread one": np.abs(spread[a] - spread[b]),
        "again": np.maximum(again[a], again[b]),
        "rare": np.minimum(seen.rare[a], seen.rare[b]),
        "small story": np.full(len(a), 1 / np.log2(1 + len(seen.reports)), np.float32),
    }  # fmt: skip


def _profiles(seen: Seen, a: Matrix, b: Matrix, case: Matrix) -> dict[str, Matrix]:
    """How the two kinds are used across the story: with what arguments, in what sentences, and whether in one sentence."""
    kinds, span = seen.kinds, len(seen.kinds.often)
    here, there = kinds.of[a].astype(np.int64), kinds.of[b].astype(np.int64)
    pairs, back = np.unique(np.minimum(here, there) * span + np.maximum(here, there), return_inverse=True)
    one, other = pairs // span, pairs % span
    together = _alike(kinds.where, one, other) / np.maximum(1, np.minimum(kinds.often[one], kinds.often[other]))
    held = kinds.spread * kinds.reports.shape[1]
    fewer = np.maximum(1, np.minimum(held[one], held[other]))
    meet = _alike(kinds.reports, one, other) / fewer
    expected = np.maximum(kinds.spread[one], kinds.spread[other])
    size = np.minimum(1, np.log1p(np.minimum(kinds.often[one], kinds.often[other])) / 3)
    asked = (one != other).astype(np.float32)
    arguments, sentences = _alike(kinds.arguments, one, other), _alike(kinds.sentences, one, other)
    columns = {
        "profile arguments": arguments, "profile sentences": sentences, "profile together": together, "profile size": size,
        "profile arguments, size": arguments * size, "profile together, size": together * size,
        "profile reports": meet, "profile reports, above": meet - expected,
    }  # fmt: skip
    return {name: (value * asked)[back] for name, value in columns.items()}


def by_name(seen: Seen, a: Matrix, b: Matrix, known: Mapping[kin.Pair, float]) -> dict[str, Matrix]:
    """Every feature of some pairs by its name; `known` are the log-odds of pairs of words in annotated news."""
    names, table, case = features(seen, a, b)
    columns = {name: table[:, at] for at, name in enumerate(names)}
    span = len(seen.words)
    pairs, back = np.unique(seen.lemmas[a].astype(np.int64) * span + seen.lemmas[b], return_inverse=True)
    odds = [known.get(kin.ordered(seen.words[pair // span], seen.words[pair % span])) for pair in pairs.tolist()]
    return columns | tabled(case, [odds[at] for at in back.tolist()], seen.lemmas[a] == seen.lemmas[b])


def tabled(case: Matrix, odds: Sequence[float | None], one: Sequence[bool]) -> dict[str, Matrix]:
    """The case, and the log-odds of two words in annotated news where they are known: of one word, of two."""
    value = np.array([known or 0.0 for known in odds], np.float32)
    has, same = np.array([known is not None for known in odds], bool), np.array(one, bool)
    return {
        "case": case, "odds of one": value * same, "one known": has & same, "odds of two": value * ~same,
        "two known": has & ~same,
    }  # fmt: skip
