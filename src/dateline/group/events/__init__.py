"""Same event? A story's mentions of events, parted into events across its reports.

Traits of each mention, pairs worth comparing, features of each pair, learnt trees that score it, limits that no event
breaks, groups of mentions, joined by what most of each tell: one event, one record. What stands word for word in several
reports is one mention with one vote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.group.events.candidates import candidates
from dateline.group.events.clusters import clusters
from dateline.group.events.features import AT_ONCE, by_name
from dateline.group.events.limits import limited
from dateline.group.events.model import Model, learnt
from dateline.group.events.profiles import profiled
from dateline.group.events.seen import Seen, seen
from dateline.group.events.traits import Trait, traits
from dateline.records.story import Story

Matrix = Any  # numpy's arrays, their shapes said where they are made
Place = tuple[int, int]  # the report's index in the story's, the event's in the report's marks

FEWEST_WORDS = 5  # a shorter sentence may stand in two reports by chance


@dataclass(frozen=True, slots=True)
class Same:
    """The mentions of one event: (index of the report in the story, index of the event in its marks), in order.

    `cohesion` is the mean score (0 to 1) of those of its pairs that were compared; 1 where there is one wording alone.
    """

    members: tuple[Place, ...]
    cohesion: float


@dataclass(frozen=True, slots=True)
class Compared:
    """The pairs of a story's mentions that were compared.

    `nodes` are the mentions, each wording once; `stands` says for each mention which node it is; `a` and `b` are places
    in `nodes`; `scores` are from -1 to 1.
    """

    view: Seen
    stands: Matrix
    nodes: Matrix
    a: Matrix
    b: Matrix
    scores: Matrix


def events(story: Story) -> tuple[Same, ...]:
    """Every event mention of a story, parted into events; each mention is in one. In order of the first mention."""
    every = traits(story)
    model = learnt()
    return grouped(compared(seen(every), model), model.trees.enough) if every else ()


def compared(view: Seen, model: Model) -> Compared:
    """Find and score the pairs of mentions that may be one event."""
    worded = _worded(view.traits)
    nodes, stands = np.unique(worded, return_inverse=True)
    a, b = candidates(view, nodes, model.odds)
    scores = scored(view, a, b, model)
    first, second = (np.searchsorted(nodes, side).astype(np.int32) for side in (a, b))
    return Compared(view, stands, nodes, first, second, scores)


def grouped(pairs: Compared, enough: float) -> tuple[Same, ...]:
    """The events: groups of mentions whose pairs score `enough` in the mean."""
    groups = clusters(len(pairs.nodes), (pairs.a, pairs.b), pairs.scores, enough)
    groups = profiled(pairs.view.traits, groups, pairs.stands)
    inside = groups[pairs.a] == groups[pairs.b]
    sums = np.bincount(groups[pairs.a], np.where(inside, pairs.scores, 0), len(pairs.nodes))
    count = np.bincount(groups[pairs.a], inside, len(pairs.nodes))
    found: dict[int, list[Place]] = {}
    for trait, group in zip(pairs.view.traits, groups[pairs.stands].tolist(), strict=True):
        found.setdefault(group, []).append((trait.report, trait.mark))
    mean = {group: round(max(0.0, float(sums[group] / count[group])), 3) if count[group] else 1.0 for group in found}
    return tuple(Same(tuple(members), mean[group]) for group, members in found.items())


def why(story: Story, a: Place, b: Place) -> tuple[tuple[str, float], ...]:
    """What speaks for (above 0) and against two mentions being one event, in log-odds, the weightiest first."""
    every = traits(story)
    place = {(trait.report, trait.mark): at for at, trait in enumerate(every)}
    pair = np.array([place[a]]), np.array([place[b]])
    columns = by_name(seen(every), *pair, learnt().odds)
    shares = learnt().trees.shares({name: float(column[0]) for name, column in columns.items()})
    return tuple(sorted(((name, round(share, 3)) for name, share in shares.items()), key=lambda one: -abs(one[1])))


def scored(view: Seen, a: Matrix, b: Matrix, model: Model) -> Matrix:
    """How surely each pair of mentions is one event, -1 to 1."""
    parts = [
        model.trees.scores(by_name(view, a[start : start + AT_ONCE], b[start : start + AT_ONCE], model.odds))
        for start in range(0, len(a), AT_ONCE)
    ]
    return limited(view, (a, b), np.concatenate([np.zeros(0), *parts]))


def _worded(every: tuple[Trait, ...]) -> Matrix:
    """For each mention the first one with the same word in the same place of the same sentence."""
    first: dict[tuple[object, ...], int] = {}
    out = []
    for at, trait in enumerate(every):
        long = trait.setting.said.count(" ") + 1 >= FEWEST_WORDS
        out.append(first.setdefault((trait.setting.said, trait.offset, trait.lemma) if long else (at,), at))
    return np.array(out)
