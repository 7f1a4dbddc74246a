"""A person's decisions on stories and edges, replayed on every run in their order: a later one overrules an earlier."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from dateline.group.stories.likeness import terms_of
from dateline.records.judgements import Judgement, OnReports
from dateline.records.reasons import Reason
from dateline.records.report import Report
from dateline.records.story import Edge


def replayed(
    parts: Sequence[Sequence[int]], reports: Sequence[Report], judgements: Sequence[Judgement]
) -> list[list[int]]:
    """The stories as judged. A report that is not in the pile is passed over: its decision waits for it."""
    stories = {label: list(part) for label, part in enumerate(parts)}
    of = {number: label for label, part in stories.items() for number in part}
    place = {report.id: number for number, report in enumerate(reports)}
    for judgement in _on(place, judgements):
        a, b = place[judgement.a], place[judgement.b]
        if judgement.kind in ("same-story", "copy-of"):
            if of[a] != of[b]:
                moved = stories.pop(of[b])
                stories[of[a]] += moved
                of.update(dict.fromkeys(moved, of[a]))
        elif judgement.kind == "not-same-story" and of[a] == of[b]:
            fresh = max(stories) + 1
            stories[of[a]], stories[fresh] = _parted(stories[of[a]], a, b, reports)
            of.update(dict.fromkeys(stories[fresh], fresh))
    return sorted(sorted(part) for part in stories.values())


def differences(
    parts: Sequence[Sequence[int]], reports: Sequence[Report], judgements: Sequence[Judgement]
) -> dict[int, list[Reason]]:
    """Where decisions make other stories than the words do (`parts`), by the numbers of the reports that they are on."""
    of = {number: label for label, part in enumerate(parts) for number in part}
    place = {report.id: number for number, report in enumerate(reports)}
    last = {
        frozenset((judgement.a, judgement.b)): judgement
        for judgement in _on(place, judgements)
        if judgement.kind != "not-copy-of"
    }
    judged: dict[int, list[Reason]] = defaultdict(list)
    for judgement in last.values():
        a, b = place[judgement.a], place[judgement.b]
        apart = judgement.kind == "not-same-story"
        if (of[a] == of[b]) == apart:
            reason = Reason("judged-two-stories" if apart else "judged-one-story", (judgement.a, judgement.b))
            for number in (a, b) if apart else (a,):
                judged[number].append(reason)
    return judged


def _on(known: Collection[str], judgements: Sequence[Judgement]) -> Iterator[OnReports]:
    """The decisions on two reports that are both among the known ones, by id."""
    for judgement in judgements:
        if isinstance(judgement, OnReports) and judgement.a in known and judgement.b in known:
            yield judgement


def _parted(members: Sequence[int], a: int, b: int, reports: Sequence[Report]) -> tuple[list[int], list[int]]:
    """A story parted in two: each report goes with the one of the two whose words it shares more of."""
    words = {number: set(terms_of(reports[number])) for number in members}

    def alike(one: int, other: int) -> float:
        return len(words[one] & words[other]) / math.sqrt(max(1, len(words[one]) * len(words[other])))

    second = {number for number in members if number == b or (number != a and alike(number, b) > alike(number, a))}
    return [number for number in members if number not in second], sorted(second)


def tied_by_hand(edges: Sequence[Edge], reports: Sequence[Report], judgements: Sequence[Judgement]) -> tuple[Edge, ...]:
    """The edges with those that a person joined (`copy-of`) or cut (`not-copy-of`), in order of their ids."""
    tied = {frozenset((edge.from_, edge.to)): edge for edge in edges}
    for judgement in _on({report.id for report in reports}, judgements):
        pair = frozenset((judgement.a, judgement.b))
        if judgement.kind == "not-copy-of":
            tied.pop(pair, None)
        elif judgement.kind == "copy-of":
            before = tied.get(pair)
            why = (Reason("judged-copy", (before.kind if before else "",)),)
            share, cites = (before.containment, before.cites) if before else (0.0, ())
            if before and before.from_ != judgement.a:
                cites = tuple(cite for start in range(0, len(cites), 2) for cite in reversed(cites[start : start + 2]))
            tied[pair] = Edge(judgement.a, judgement.b, "copy", "from-to", share, why, cites)
    return tuple(sorted(tied.values(), key=lambda edge: (edge.from_, edge.to)))
