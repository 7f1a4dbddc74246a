"""A person's decisions on stories and edges, replayed on every run in their order: a later one overrules an earlier."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from dateline.group.stories.likeness import terms_of
from dateline.records.judgements import Judgement
from dateline.records.report import Report
from dateline.records.story import Edge


def replayed(
    parts: Sequence[Sequence[int]], reports: Sequence[Report], judgements: Sequence[Judgement]
) -> list[list[int]]:
    """The stories as judged. A report that is not in the pile is passed over: its decision waits for it."""
    found = {label: list(part) for label, part in enumerate(parts)}
    of = {at: label for label, part in found.items() for at in part}
    place = {report.id: at for at, report in enumerate(reports)}
    for one in judgements:
        if one.a not in place or one.b not in place:
            continue
        a, b = place[one.a], place[one.b]
        if one.kind in ("same-story", "copy-of"):
            if of[a] != of[b]:
                moved = found.pop(of[b])
                found[of[a]] += moved
                of.update(dict.fromkeys(moved, of[a]))
        elif one.kind == "not-same-story" and of[a] == of[b]:
            fresh = max(found) + 1
            found[of[a]], found[fresh] = _parted(found[of[a]], a, b, reports)
            of.update(dict.fromkeys(found[fresh], fresh))
    return sorted(sorted(part) for part in found.values())


def differences(
    parts: Sequence[Sequence[int]], reports: Sequence[Report], judgements: Sequence[Judgement]
) -> dict[int, list[str]]:
    """Where decisions make other stories than the words do (`parts`): a sentence each, by the numbers of its reports."""
    of = {at: label for label, part in enumerate(parts) for at in part}
    place = {report.id: at for at, report in enumerate(reports)}
    last = {
        frozenset((one.a, one.b)): one
        for one in judgements
        if one.kind in ("same-story", "not-same-story", "copy-of") and one.a in place and one.b in place
    }
    found: dict[int, list[str]] = defaultdict(list)
    for one in last.values():
        a, b = place[one.a], place[one.b]
        apart = one.kind == "not-same-story"
        if (of[a] == of[b]) == apart:
            said, else_ = ("two stories", "one") if apart else ("one story", "two")
            words = f"A person judged that {one.a} and {one.b} are {said}; by their words they would be {else_}."
            for at in (a, b) if apart else (a,):
                found[at].append(words)
    return found


def _parted(members: Sequence[int], a: int, b: int, reports: Sequence[Report]) -> tuple[list[int], list[int]]:
    """A story parted in two: each report goes with the one of the two whose words it shares more of."""
    words = {at: set(terms_of(reports[at])) for at in members}

    def alike(one: int, other: int) -> float:
        return len(words[one] & words[other]) / math.sqrt(max(1, len(words[one]) * len(words[other])))

    second = {at for at in members if at == b or (at != a and alike(at, b) > alike(at, a))}
    return [at for at in members if at not in second], sorted(second)


def tied_by_hand(found: Sequence[Edge], reports: Sequence[Report], judgements: Sequence[Judgement]) -> tuple[Edge, ...]:
    """The edges with those that a person joined (`copy-of`) or cut (`not-copy-of`), in order of their ids."""
    tied = {frozenset((one.from_, one.to)): one for one in found}
    here = {report.id for report in reports}
    for one in judgements:
        pair = frozenset((one.a, one.b))
        if not pair <= here:
            continue
        if one.kind == "not-copy-of":
            tied.pop(pair, None)
        elif one.kind == "copy-of":
            before = tied.get(pair)
            said = "nothing" if before is None else "a copy" if before.kind == "copy" else before.kind
            why = f"A person judged that the first is a copy of the second; by their words they would be {said}."
            share, cites = (before.containment, before.cites) if before else (0.0, ())
            if before and before.from_ != one.a:
                cites = tuple(cite for at in range(0, len(cites), 2) for cite in reversed(cites[at : at + 2]))
            tied[pair] = Edge(one.a, one.b, "copy", "from-to", share, why, cites)
    return tuple(sorted(tied.values(), key=lambda one: (one.from_, one.to)))
