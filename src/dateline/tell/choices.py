"""The sentences of which a brief is chosen: what each tells, and what it is worth beside those that were chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.cite import Cite, Span
from dateline.records.account import LineMark
from dateline.records.marks import Marked, Sentence

ALSO = 0.3  # the worth of what a sentence tells beside the thing that it tells mainly
OVERLAP = 0.45  # share of the shorter line's words, names apart, from which it repeats another; beyond it, gain is lost

Place = tuple[str, Span]  # a report's id, and a sentence's span there


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that the brief should say: how much it is needed, its day, how it stands, and the words that tell it.

    `said`: it is only that somebody says or thinks something.
    """

    key: str
    need: float
    day: str
    mark: LineMark
    told: tuple[tuple[Cite, float], ...]  # the words, and how much they tell of it (0 to 1)
    said: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that may be a line: what it tells, and how much of each."""

    marked: Marked
    sentence: Sentence
    tells: tuple[tuple[Topic, float], ...]
    words: frozenset[str]
    cost: float

    @property
    def place(self) -> Place:
        """Its report's id, and where it stands there."""
        return self.marked.report.id, self.sentence.span

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.sentence.span.of(self.marked.report.text).split())

    def worth(self, told: dict[str, float]) -> float:
        """What that is worth in all, less what the sentence costs: the worthiest, and a part of the two that come next."""
        adds = [topic.need * max(0.0, share - told.get(topic.key, 0.0)) for topic, share in self.tells]
        first, *more = sorted(adds, reverse=True)
        return first + ALSO * sum(more[:2]) - self.cost

    def adds(self, told: dict[str, float]) -> list[tuple[float, Topic]]:
        """What it tells that the lines chosen do not, and how much that is worth, the worthiest first.

        `told` is how much of each topic they tell.
        """
        worth = [(topic.need * max(0.0, share - told.get(topic.key, 0.0)), topic) for topic, share in self.tells]
        return sorted(worth, key=lambda pair: (-pair[0], pair[1].key))

    def shared(self, other: Choice) -> float:
        """The share of its content words, or of the other's, if these are fewer, that both have."""
        return len(self.words & other.words) / max(1, min(len(self.words), len(other.words)))


class Left:
    """The sentences from which lines are chosen, with what each is worth beside those that were: what a line that is chosen
    does not touch is not reckoned again.
    """

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.all = list(choices)
        self._order = {id(choice): (-choice.length, choice.place) for choice in choices}
        self._worst = {id(choice): 0.0 for choice in choices}
        self._worth: dict[int, float] = {}
        self._of: dict[str, list[Choice]] = defaultdict(list)
        for choice in choices:
            for topic, _ in choice.tells:
                self._of[topic.key].append(choice)

    def best(self, told: dict[str, float]) -> tuple[float, Choice]:
        """The worthiest, and what it is worth: what the lines chosen say already counts less, or not at all."""
        gains = {}
        for choice in self.all:
            if (worth := self._worth.get(id(choice))) is None:
                worth = self._worth[id(choice)] = choice.worth(told)
            gains[id(choice)] = worth - 2.0 * max(0.0, self._worst[id(choice)] - OVERLAP)
        best = max(self.all, key=lambda choice: (gains[id(choice)], *self._order[id(choice)]))
        return gains[id(best)], best

    def told(self, keys: Iterable[str]) -> None:
        """More is told of these topics."""
        for key in keys:
            for choice in self._of[key]:
                self._worth.pop(id(choice), None)

    def chosen(self, line: Choice) -> None:
        """A line was chosen: what shares its words is worth less."""
        for choice in self.all:
            self._worst[id(choice)] = max(self._worst[id(choice)], choice.shared(line))
