"""Which sentences of a story's reports say the same.

How surely two do is learnt from stories whose sentences were judged: by the content that they share, each word counting by how
rare it is in the story, by numbers and by runs of two words (`language/data/same_signs.tsv`, which bench/learn_same.py makes).
Sentences are grouped around the surest pairs; one that tells several facts is in several groups.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from dateline import language
from dateline.cite import Span
from dateline.language import Language, tables
from dateline.records.marks import Status
from dateline.weigh.index import Index, Page, Place
from dateline.weigh.mentions import kind_of
from dateline.weigh.roles import Deed, opposed

FEW_LINES = 100  # of a story with fewer the rarity of words is taken as if it had so many
COMMON = 40  # a word in more sentences than this proposes no pair
LIGHT = 4.0  # nats of rare words that a pair shares at least
# how surely two sentences say the same: those that begin a group; in the mean, those that join one
SURE, ENOUGH = 0.5, 0.4
DOUBTFUL = 0.3  # what scores less is not looked at for what speaks against it
NEVER = -math.inf  # of two that gainsay one another, so that no group holds both
_NEVER: tuple[Status, ...] = ("cancelled", "denied", "postponed")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"\w+")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One sentence: where it stands, its content, its numbers and its runs of two words, who does what to whom in it, and the
    kinds of what is told in it not to be.
    """

    place: Place
    text: str
    language: Language
    words: frozenset[str]
    numbers: frozenset[str]
    runs: frozenset[tuple[str, str]]
    deeds: frozenset[Deed]
    kinds: Mapping[str, bool]

    def gainsays(self, other: Line) -> bool:
        """Whether those who do something in the one have it done to them in the other, or one tells that it is not."""
        both = self.kinds.keys() & other.kinds.keys()
        if any(self.kinds[kind] != other.kinds[kind] for kind in both) or opposed(self.deeds, other.deeds):
            return True
        exchanged = self.language.exchanged
        return exchanged is not None and exchanged.swaps_roles(self.text, other.text)


class Lines:
    """The sentences that the reports of a story tell themselves, and how surely two of them say the same."""

    def __init__(self, index: Index) -> None:
        pages = [index.pages[key] for key in sorted(index.pages)]
        self.all = tuple(_line(page, place) for page in pages for place in page.places())
        self._every = max(FEW_LINES, len(self.all)) + 1
        words = Counter(word for line in self.all for word in line.words)
        runs = Counter(run for line in self.all for run in line.runs)
        self.nats = {word: math.log(self._every / count) for word, count in words.items()}
        self._of_runs = {run: math.log(self._every / count) for run, count in runs.items()}
        self._long = [math.sqrt(sum(sorted([self.nats[word] ** 2 for word in line.words]))) for line in self.all]
        self._unseen = math.log(self._every)
        self._scores: dict[Pair, float] = {}
        self._numbers = {(line.place.report, line.place.sentence.span): number for number, line in enumerate(self.all)}

    def number(self, report: str, sentence: Span) -> int | None:
        """The number of a sentence of a report; None where it is none that the report tells."""
        return self._numbers.get((report, sentence))

    def weight(self, words: Iterable[str]) -> float:
        """The information of some content, in nats: rare words tell most."""
        nats, unseen = self.nats, self._unseen
        return sum(sorted([nats.get(word, unseen) for word in words]))

    def scores(self) -> dict[Pair, float]:
        """How surely two sentences of different reports say the same, 0 to 1, or `NEVER`; of those that share rare words."""
        by_word: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.all):
            for word in line.words:
                by_word[word].append(number)
        shared: dict[Pair, float] = defaultdict(float)
        for word in sorted(by_word):
            if 1 < len(by_word[word]) <= COMMON:
                for pair in combinations(by_word[word], 2):
                    shared[pair] += self.nats[word]
        pairs = (pair for pair, nats in shared.items() if nats >= LIGHT)
        scores = {(a, b): self.score(a, b) for a, b in sorted(pairs) if self._report(a) != self._report(b)}
        gainsaid = (
            pair
            for pair, score in scores.items()
            if score >= DOUBTFUL and self.all[pair[0]].gainsays(self.all[pair[1]])
        )
        return scores | dict.fromkeys(gainsaid, NEVER)

    def signs(self, a: int, b: int) -> dict[str, float]:
        """What speaks for two sentences' saying the same."""
        one, other = self.all[a], self.all[b]
        both = one.words & other.words
        length = self._long[a] * self._long[b]
        runs = sum(sorted(self._of_runs[run] for run in one.runs & other.runs))
        return {
            "cosine": sum(sorted(self.nats[word] ** 2 for word in both)) / length if length else 0.0,
            "shared": self.weight(both),
            "number": float(bool(one.numbers & other.numbers)),
            "runs": runs / max(1, min(len(one.runs), len(other.runs))),
        }

    def score(self, a: int, b: int) -> float:
        """How surely two sentences say the same, 0 to 1; the same for both ways round."""
        pair = (a, b) if a < b else (b, a)
        if (known := self._scores.get(pair)) is None:
            weights = _weights()
            odds = weights[""] + sum([weights[sign] * value for sign, value in self.signs(*pair).items()])
            known = self._scores[pair] = 1 / (1 + math.exp(-odds))
        return known

    def _report(self, number: int) -> str:
        return self.all[number].place.report


def grouped(scores: Mapping[Pair, float]) -> list[tuple[int, ...]]:
    """Groups of sentences around the surest pairs, the largest first; none that another holds whole."""
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        near[a][b] = near[b][a] = score
    open_ = {pair for pair, score in scores.items() if score >= SURE}
    groups: list[tuple[int, ...]] = []
    for pair in sorted(open_, key=lambda pair: (-scores[pair], pair)):
        if pair in open_:
            group = _grown(pair, near)
            open_.difference_update(combinations(group, 2))
            groups.append(group)
    kept: list[tuple[int, ...]] = []
    holding: dict[int, list[frozenset[int]]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: (-len(group), group)):
        those = frozenset(group)
        if not any(those <= other for one in group for other in holding[one]):
            kept.append(group)
            for one in group:
                holding[one].append(those)
    return kept


def _grown(pair: Pair, near: Mapping[int, Mapping[int, float]]) -> tuple[int, ...]:
    """A pair with all that, in the mean, says the same as those in before it; in order."""
    group = list(pair)
    sums = Counter(near[pair[0]])
    sums.update(near[pair[1]])
    while True:
        free = (one for one in sums if one not in group)
        best = max(free, key=lambda one: (sums[one], -one), default=None)
        if best is None or sums[best] < ENOUGH * len(group):
            return tuple(sorted(group))
        group.append(best)
        sums.update(near[best])


def _line(page: Page, place: Place) -> Line:
    span = place.sentence.span
    text = span.of(page.text)
    return Line(
        place=place,
        text=text,
        language=language.of(page.report.language),
        words=page.bag(span).every,
        numbers=frozenset(NUMBER.findall(text)),
        runs=frozenset(pairwise(word.casefold() for word in _WORD.findall(text))),
        deeds=page.deeds(span),
        kinds={kind_of(page.report, event): event.status in _NEVER for event in page.events(span)},
    )


@cache
def _weights() -> Mapping[str, float]:
    """What each sign adds to the log-odds; the empty one is what all begin with."""
    return {row["sign"]: float(row["weight"]) for row in tables.table("same_signs")}
