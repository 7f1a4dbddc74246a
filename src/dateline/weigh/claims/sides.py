"""Values of one slot that rival one another, parted into the sides of a dispute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from dateline.records.findings import SlotKind
from dateline.weigh.events.slots import Given

FARTHEST = 10.0  # a number that is so many times another is of something else
GAP = 4.0  # so many times the next smaller one: where a chain of numbers breaks that as a whole spans too much


def joined(pairs: Iterable[tuple[Given, Given]], who: Callable[[Given], frozenset[str]]) -> Iterator[list[Given]]:
    """Values that rival one another, directly or by others, each group once; none of two people at once.

    Pairs of whom both are named come first, so that a value of nobody in particular joins no two of them.
    """
    groups: dict[int, list[Given]] = {}
    people: dict[int, frozenset[str]] = {}
    for a, b in sorted(pairs, key=lambda pair: -sum(bool(who(one)) for one in pair)):
        for one in (a, b):
            if id(one) not in people:
                groups[id(one)], people[id(one)] = [one], who(one)
        mine, theirs = groups[id(a)], groups[id(b)]
        if mine is theirs or (people[id(a)] and people[id(b)] and not people[id(a)] & people[id(b)]):
            continue
        both = people[id(a)] & people[id(b)] or people[id(a)] | people[id(b)]
        mine += theirs
        for one in mine:
            groups[id(one)], people[id(one)] = mine, both
    told = {id(group): group for group in groups.values() if len(group) > 1}
    yield from told.values()


def sided(values: Sequence[Given]) -> list[list[Given]]:
    """Values that do not exclude one another together, each once, the smaller first. What fits several sides is in none."""
    sides: list[list[Given]] = []
    open_ = []
    for value in values:
        if value.bound in ("min", "max"):
            open_.append(value)
            continue
        same = next((side for side in sides if not any(value.excludes(one) for one in side)), None)
        if same is None:
            sides.append([value])
        else:
            same.append(value)
    for value in open_:
        fit = [side for side in sides if not any(value.excludes(one) for one in side)]
        like = [side for side in fit if any(one.low <= value.high and value.low <= one.high for one in side)]
        if not fit:
            sides.append([value])
        elif len(fit) == 1 or like:
            (like or fit)[0].append(value)
    return sides


def near(kind: SlotKind, sides: Sequence[list[Given]]) -> Iterator[Sequence[list[Given]]]:
    """Sides of a number; where the greatest is too far from the smallest, each run of them without a wide gap for itself."""
    ordered = sorted(sides, key=lambda side: side[0].high)
    if kind not in ("number", "term") or ordered[-1][0].high <= FARTHEST * ordered[0][0].high:
        yield sides
        return
    run: list[list[Given]] = []
    for side in ordered:
        if run and side[0].high > GAP * run[-1][0].high:
            yield run
            run = []
        run.append(side)
    yield run


def words(side: Sequence[Given]) -> str:
    """The shortest words of a side, of those that most give."""
    return min(side, key=lambda one: (one.bound is not None, len(one.text), one.cite)).text
