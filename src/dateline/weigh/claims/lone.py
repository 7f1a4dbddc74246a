"""Numbers that rival whatever verb tells of them: large ones of which each report has one, and those told in the same words.

Small numbers count too many things, and who gives several counts several; but a large one, near another, in sentences that say
alike, is of one thing. So is any in two sentences of which nothing is left that differs when the numbers are taken out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from dateline.language.words import WORD
from dateline.weigh.claims.same import Lines
from dateline.weigh.events.slots import Given
from dateline.weigh.index import Index

LARGE, FARTHEST = 30, 2.0  # from which a number is large; so many times another it is of something else
LONG, SAME = 8, 0.9  # words of a sentence without its number; share of them that are the same words in the same order
ALIKE, FEWEST = 0.2, 2  # how surely their sentences say the same, and words that they share


class Lone:
    """The values of a story that are the only ones of their thing in their reports."""

    def __init__(self, index: Index, given: Sequence[Given]) -> None:
        self.index = index
        self._given = given
        self._lines: Lines | None = None

    def pairs(self) -> Iterator[tuple[Given, Given]]:
        """Two such values in reports of unlike origins, of which both cannot be true though both are of one thing."""
        tables: dict[tuple[str, str], dict[str, list[Given]]] = defaultdict(lambda: defaultdict(list))
        for value in self._given:
            if value.kind in ("number", "term"):
                tables[value.kind, value.of][value.report].append(value)
        for key in sorted(tables):
            alone = [values for _, values in sorted(tables[key].items()) if not _differ(values)]
            for some, others in combinations(alone, 2):
                if self.index.told_apart(some[0].report, others[0].report):
                    yield from ((one, other) for one in some for other in others if self._rival(one, other))

    def told_in_the_same_words(self) -> Iterator[tuple[Given, Given]]:
        """Two values in reports of unlike origins whose sentences differ in hardly more than the two."""
        tables: dict[tuple[str, str], list[tuple[Given, list[str]]]] = defaultdict(list)
        for value in self._given:
            if value.kind in ("number", "term"):
                tables[value.kind, value.of].append((value, _without(value)))
        for key in sorted(tables):
            for (one, mine), (other, theirs) in combinations(tables[key], 2):
                if not one.excludes(other) or min(len(mine), len(theirs)) < LONG or not self._apart(one, other):
                    continue
                both = set(mine) & set(theirs)
                if len(both) >= SAME * max(len(set(mine)), len(set(theirs))) and _ratio(mine, theirs) >= SAME:
                    yield one, other

    def _apart(self, one: Given, other: Given) -> bool:
        return self.index.told_apart(one.report, other.report)

    def _rival(self, one: Given, other: Given) -> bool:
        low, high = sorted((one.low, other.low))
        if not one.exact or not one.excludes(other) or low < LARGE or high > FARTHEST * low:
            return False
        if any(each.mention.event.status != "happened" for each in (one, other)):
            return False
        a, b = (self.index.bag(each.cite).every for each in (one, other))
        return len(a & b) >= FEWEST and self._score(one, other) >= ALIKE

    def _score(self, one: Given, other: Given) -> float:
        if self._lines is None:
            self._lines = Lines(self.index)
        at = [self._lines.number(each.report, each.mention.event.sentence) for each in (one, other)]
        return 0.0 if at[0] is None or at[1] is None else self._lines.score(at[0], at[1])


def _without(value: Given) -> list[str]:
    """The words of its sentence without those of the value, folded."""
    before, _, behind = " ".join(value.cite.text.split()).partition(value.text)
    return [word[0].casefold() for word in WORD.finditer(f"{before} {behind}")]


def _ratio(mine: list[str], theirs: list[str]) -> float:
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def _differ(values: Sequence[Given]) -> bool:
    return any(one.excludes(other) for one, other in combinations(values, 2))
