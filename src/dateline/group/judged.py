"""A person's decisions on stories, replayed on top of every run, in their order: a later one overrules an earlier one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from dateline.group.likeness import terms, told
from dateline.records import Judgement, Report


def replayed(
    parts: Sequence[Sequence[int]], reports: Sequence[Report], judgements: Sequence[Judgement]
) -> list[list[int]]:
    """The stories as judged. A report that is not in the pile is passed over: its decision waits for it."""
    of = {at: label for label, part in enumerate(parts) for at in part}
    place = {report.id: at for at, report in enumerate(reports)}
    for one in judgements:
        if one.a not in place or one.b not in place:
            continue
        a, b = place[one.a], place[one.b]
        if one.kind in ("same-story", "copy-of"):
            of.update(dict.fromkeys([at for at, label in of.items() if label == of[b]], of[a]))
        elif one.kind == "not-same-story" and of[a] == of[b]:
            _parted(of, a, b, reports)
    found: dict[int, list[int]] = defaultdict(list)
    for at in sorted(of):
        found[of[at]].append(at)
    return list(found.values())


def _parted(of: dict[int, int], a: int, b: int, reports: Sequence[Report]) -> None:
    """Part a story in two: each report goes with the one of the two whose words it shares more of."""
    members = [at for at, label in of.items() if label == of[a]]
    words = {at: set(terms(told(reports[at]))) for at in members}

    def alike(one: int, other: int) -> float:
        return len(words[one] & words[other]) / math.sqrt(max(1, len(words[one]) * len(words[other])))

    fresh = max(of.values()) + 1
    for at in members:
        if at == b or (at != a and alike(at, b) > alike(at, a)):
            of[at] = fresh
