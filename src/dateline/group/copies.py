"""Same words? Pairs that share runs of words, by kind: copy, rewrite, excerpt, or only the same quotation.

What is quoted in either text is masked: two reporters who quote one statement share a source, not a text. Then the
sentences of each that stand in the other are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.cite import Cite
from dateline.group.direction import direction
from dateline.group.narrative import SHINGLE, Array, Narrative, Narratives, covering
from dateline.group.nearby import Nearby
from dateline.records import Edge, EdgeKind, Report

QUOTED = 8  # words of shared speech in a row that tie two reports
STANDS = 0.6  # of a sentence's narrative words: then it stands in the other text
BATCH = 2000  # reports that the index takes in at once
PASSAGES = 3  # common passages that an edge cites


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share, each pair for the one and the other.

    `told` are the sentences with narrative of their own, `both` those that stand in the other text; `longest` is the
    narrative of the longest such sentence in words, `words` of all such, `said` the shared words that are quoted.
    `lead` says that the first sentence of each is one of them.
    """

    told: tuple[int, int]
    both: tuple[int, int]
    longest: int
    words: int
    said: int
    lead: bool

    @property
    def shares(self) -> tuple[float, float]:
        """The shares of each text's sentences that stand in the other."""
        a, b = (both / told if told else 0.0 for both, told in zip(self.both, self.told, strict=True))
        return a, b

    @property
    def own(self) -> int:
        """Sentences that only one of them has, for the one that has more."""
        return max(told - both for both, told in zip(self.both, self.told, strict=True))


class Copies:
    """The ties of a pile that grows."""

    def __init__(self) -> None:
        self.narratives = Narratives()
        self._nearby = Nearby()

    def add(self, reports: Sequence[Report]) -> list[Edge]:
        """Take in reports; the edges between them, and from them to earlier ones, in order of the pairs."""
        found: list[Edge] = []
        for start in range(0, len(reports), BATCH):
            some = reports[start : start + BATCH]
            first = len(self.narratives.reports)
            self.narratives.reports += some
            shingles = [self.narratives[at].shingles for at in range(first, first + len(some))]
            found += self._edges(self._nearby.add(shingles, first))
        return found

    def _edges(self, pairs: Iterable[tuple[int, int]]) -> list[Edge]:
        made = (edge(self.narratives[a], self.narratives[b]) for a, b in pairs)
        return [one for one in made if one]


def edge(a: Narrative, b: Narrative) -> Edge | None:
    """What ties two reports by their words; None where they share none that count."""
    found = overlap(a, b)
    kind = _kind(found, a.log, b.log)
    if kind is None:
        return None
    runs = _runs(a, b)
    passages = [pair for pair in runs if _said(a, b, pair) == (kind == "shared-quote")][:PASSAGES] or runs[:PASSAGES]
    if not passages or (kind == "shared-quote" and len(passages[0][0]) < QUOTED):
        return None
    taker, giver, reason = direction(a, b, kind, passages[0])
    turned = taker is not a
    return Edge(
        from_=taker.report.id,
        to=giver.report.id,
        kind=kind,
        direction="from-to" if reason else "unknown",
        containment=round(max(found.shares), 4),
        why=_why(kind, found, len(passages[0][0]), turned)
        + (reason or " Nothing in them says which took it from which."),
        cites=_cites(b, a, [(there, here) for here, there in passages]) if turned else _cites(a, b, passages),
    )


def overlap(a: Narrative, b: Narrative) -> Overlap:
    """Compare two texts."""
    (told, both, said), (told_there, both_there, said_there) = _told(a, b), _told(b, a)
    return Overlap(
        told=(len(told), len(told_there)),
        both=(int((both > 0).sum()), int((both_there > 0).sum())),
        longest=int(max(both.max(initial=0), both_there.max(initial=0))),
        words=int(max(both.sum(), both_there.sum())),
        said=max(said, said_there),
        lead=bool(len(both) and len(both_there) and both[0] and both_there[0]),
    )


def _told(text: Narrative, other: Narrative) -> tuple[Array, Array, int]:
    """Of each sentence that tells: its narrative words; the shared ones where it stands in the other text, else 0.

    And how many quoted words are shared.
    """
    size = len(text.words)
    shared = covering(np.isin(text.shingles, other.shingles), size)
    quoted = text.quoted | covering(np.isin(text.shingles, other.speech), size)
    own = np.concatenate(([0], np.cumsum(~quoted)))
    hit = np.concatenate(([0], np.cumsum(~quoted & shared)))
    first, last = text.sentences[:, 0], text.sentences[:, 1]
    words, hits = own[last] - own[first], hit[last] - hit[first]
    told = words >= SHINGLE
    words, hits = words[told], hits[told]
    return words, np.where(hits >= STANDS * words, hits, 0), int((shared & quoted).sum())


def _kind(found: Overlap, *logs: bool) -> EdgeKind | None:
    """The kind, by how many sentences stand in both: the same report is a copy or a rewrite of another.

    A rolling log that takes in a story, or shares items with another log, is another text: an excerpt.
    """
    most, least = max(found.shares), min(found.shares)
    enough = min(found.both) >= 6 or (found.lead and most >= 0.8 and min(found.both) >= 3)
    apart = any(logs) and not (all(logs) and most >= 0.8)
    few = (least >= 0.8 and found.own <= 5) or (most >= 0.85 and found.own <= 6 and enough)
    if (least >= 0.9 or (few and not apart)) and (found.words >= 20 or least == 1):
        return "copy"
    if enough and (least >= 0.2 or found.lead) and not apart:
        return "rewrite"
    if max(found.both) and (found.longest >= 15 or found.words >= 20):
        return "excerpt"
    return "shared-quote" if found.said >= QUOTED else None


def _runs(a: Narrative, b: Narrative) -> list[tuple[range, range]]:
    """The common runs of at least five words, longest first."""
    where: dict[int, int] = {}
    for at, shingle in enumerate(b.shingles.tolist()):
        where.setdefault(shingle, at)
    found, at, shingles = [], 0, a.shingles.tolist()
    while at < len(shingles):
        there = where.get(shingles[at])
        if there is None:
            at += 1
            continue
        most = min(len(a.words) - at, len(b.words) - there)
        differ = np.flatnonzero(a.words[at : at + most] != b.words[there : there + most])
        long = int(differ[0]) if len(differ) else most
        found.append((range(at, at + long), range(there, there + long)))
        at += max(1, long - SHINGLE + 1)
    return sorted(found, key=lambda pair: (-len(pair[0]), pair[0].start))


def _said(a: Narrative, b: Narrative, pair: tuple[range, range]) -> bool:
    """Whether a common run is mostly speech."""
    here, there = (slice(run.start, run.stop) for run in pair)
    return 2 * int((a.quoted[here] | b.quoted[there]).sum()) > len(pair[0])


def _cites(a: Narrative, b: Narrative, passages: Sequence[tuple[range, range]]) -> tuple[Cite, ...]:
    """The passages in the one and the other, in turn."""
    return tuple(one for here, there in passages for one in (a.cite(here), b.cite(there)))


def _why(kind: EdgeKind, found: Overlap, words: int, turned: bool) -> str:
    if kind == "shared-quote":
        return f"Both quote the same {words} words in a row; what they tell themselves differs."
    pairs = list(zip(found.both, found.told, strict=True))
    (a, of_a), (b, of_b) = reversed(pairs) if turned else pairs
    return (
        f"Of the sentences of the first {a} of {of_a} stand in the second, of the second {b} of {of_b} in the first; "
        f"the longest common passage has {words} words."
    )
