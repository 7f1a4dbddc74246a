"""In what words sentences that say the same are told, and which of them say that.

Sentences that say the same say other things too. What they agree on is told by the clause that most of them say, and rests on
those alone; two of them that it leaves apart may agree on something else, which another clause tells. How surely a sentence
says a clause of another is learnt from judged stories (`language/data/said_signs.tsv`, which bench/learn_same.py makes).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from dateline.cite import Cite, Cites, Span, cites
from dateline.language import Language, tables
from dateline.records.marks import Rank, Status
from dateline.weigh.claims.same import NUMBER, Line, Lines, grouped
from dateline.weigh.events.clauses import Cut, Kind, alone, cuts, quotes_of, reaches
from dateline.weigh.events.naming import Naming
from dateline.weigh.index import Index
from dateline.weigh.mentions import Mention

# how surely a sentence must say a clause of another; and one of another kind than is told already
SAYS, SURELY = 0.4, 0.75
READS = 0.5  # how surely less of a clause must be a good name of what it tells
LITTLE = 0.8  # the share of a sentence that a clause is from which the sentence says little more
WHOLE = 4.0  # nats that a sentence carries in which nothing happens and that is told as it stands
FEWEST, TELLS = 2, 2.0  # words of content in a clause that says something, and the nats that they carry
_NEVER: tuple[Status, ...] = ("cancelled", "denied", "postponed")
_COMING: tuple[Status, ...] = ("planned", "hypothetical")
_TELLING: tuple[Rank, ...] = ("main", "content", "relative", "adverbial")  # in these somebody does something


@dataclass(frozen=True, slots=True)
class Agreed:
    """Words that can stand alone, and the sentences that hold them."""

    text: str
    cites: Cites


def said_alike(index: Index, seen: Sequence[Mention], groups: Sequence[Sequence[Mention]]) -> Iterator[Agreed]:
    """What sentences of several reports say alike; `seen` are the story's mentions of events, `groups` those of one event."""
    told = Wording(index, seen, groups)
    for group in grouped(told.lines.scores()):
        yield from told.of([told.lines.all[number] for number in group])


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause of a sentence says: in words that stand alone, its content, what that weighs in nats, and its numbers."""

    line: Line
    mention: Mention | None  # none where nothing that happens is told in it (`the boats had a crew of 26`)
    text: str
    words: frozenset[str]
    weight: float
    numbers: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """Of what kind of event it tells; empty where of none."""
        return "" if self.mention is None else self.mention.kind


@dataclass(frozen=True, slots=True)
class _Tells:
    """What a sentence tells: the events and their kinds, how these stand, and what its content weighs in nats."""

    events: frozenset[int]
    kinds: frozenset[str]
    stands: frozenset[tuple[bool, bool]]
    weight: float


class Wording:
    """The clauses of a story's sentences, and which sentences hold what they say."""

    def __init__(self, index: Index, seen: Sequence[Mention], groups: Sequence[Sequence[Mention]]) -> None:
        self.index = index
        self.lines = Lines(index)
        self._number = {id(line): number for number, line in enumerate(self.lines.all)}
        self._told: dict[tuple[str, int], list[Mention]] = defaultdict(list)
        for mention in seen:
            report = mention.marked.report.id
            number = index.pages[report].number(mention.event.span.start)
            if number is not None:
                self._told[report, number].append(mention)
        self._event = {id(mention): number for number, group in enumerate(groups) for mention in group}
        self._tells: dict[tuple[str, int], _Tells] = {}
        self._groups = groups
        self._naming: dict[tuple[int, Status], Naming] = {}
        self._known: dict[str, set[Line]] = defaultdict(set)
        # A sentence is in several groups: what its clauses say, and who says that, is asked once.
        self._clauses: dict[tuple[str, int], list[Clause]] = {}
        self._chances: dict[tuple[int, int], float] = {}

    def clauses(self, line: Line) -> Sequence[Clause]:
        """What the clauses of a sentence say, of those that say something."""
        key = _key(line)
        if (known := self._clauses.get(key)) is None:
            made = (self._clause(line, mention) for mention in self._told.get(key, ()))
            whole = [clause for clause in made if clause is not None] or list(self._alone(line))
            known = self._clauses[key] = [one for clause in whole for one in (clause, *self._cuts(clause))]
        return known

    def of(self, group: Sequence[Line]) -> Iterator[Agreed]:
        """What a group of sentences that say the same agrees on: a clause for each two of them, as long as there is one that
        both say; that first which most of them say most surely, of those the one that says most. What they surely say of
        something else that is done in them is told too.
        """
        clauses = [clause for line in group for clause in self.clauses(line)]
        held = [
            {at: chance for at, line in enumerate(group) if (chance := self.chance(line, clause)) >= SAYS}
            for clause in clauses
        ]
        pairs = [set(combinations(those, 2)) for those in held]
        surely = [{pair for pair in some if min(map(those.__getitem__, pair)) >= SURELY}
                  for those, some in zip(held, pairs, strict=True)]  # fmt: skip
        worth = [(self._is_plain(clause), clause.weight) for clause in clauses]
        rest = set(combinations(range(len(group)), 2))
        told = set[str]()
        while True:
            new = {
                at: fresh
                for at, clause in enumerate(clauses)
                if (fresh := surely[at] if told and clause.kind not in told else rest & pairs[at])
            }
            if not new:
                return
            best = max(
                new,
                key=lambda at: (
                    worth[at][0],
                    round(sum([held[at][one] * held[at][other] for one, other in sorted(new[at])]), 6),
                    worth[at][1],
                ),
            )
            rest -= new[best]
            told.add(clauses[best].kind)
            lines = [group[at] for at in sorted(held[best])]
            known = self._known[clauses[best].text]
            if 2 * len(known.intersection(lines)) < len(lines):
                known.update(lines)
                yield Agreed(clauses[best].text, cites(map(self._cite, lines)))

    def _is_plain(self, clause: Clause) -> bool:
        """Whether it is told in a report's own sentence, not in a headline, nor in words that a machine exchanged."""
        place = clause.line.place
        return place.sentence.label == "body" and place.report not in self.index.spun

    def _alone(self, line: Line) -> Iterator[Clause]:
        """A sentence as it stands, where no clause of it tells of anything that happens; not somebody's words without him."""
        context, weight = line.language.context, self.lines.weight(line.words)
        body = line.place.sentence.label == "body"  # a headline without a verb says nothing (`Belic on Marsh`)
        quotes, span = self.index.pages[line.place.report].marked.quotes, line.place.sentence.span
        spoken = any(
            any(map(span.overlaps, quote.content)) and not any(map(span.overlaps, (*quote.source, *quote.cue)))
            for quote in quotes
        )
        if body and weight >= WHOLE and not (spoken or (context and context.needs_context(line.text))):
            text = " ".join(line.text.split())
            yield Clause(line, None, text, line.words, weight, frozenset(NUMBER.findall(text)))

    def _clause(self, line: Line, mention: Mention) -> Clause | None:
        """A clause as words that stand alone: the whole sentence where it cannot; none where it says nothing."""
        words = self._told_in(mention)
        if words is None:
            return None
        text = alone(mention)
        if not text and self._leans(line, mention):
            return None
        says = any(True for _ in quotes_of(mention))
        if not text and not says and self.lines.weight(words) < LITTLE * self.lines.weight(line.words):
            words = line.words
        text = text or " ".join(line.text.split())
        return Clause(line, mention, text, words, self.lines.weight(words), frozenset(NUMBER.findall(text)))

    def _cuts(self, clause: Clause) -> Iterator[Clause]:
        """What less of a clause says by itself."""
        mention = clause.mention
        if mention is None or mention.quoted or any(True for _ in quotes_of(mention)):
            return
        page = self.index.pages[mention.marked.report.id]
        for cut in cuts(mention):
            held = mention.event.core if cut.kind is Kind.CORE else (cut.span,)
            words = frozenset().union(*(page.bag(span).every for span in held))
            weight = self.lines.weight(words)
            if len(words) >= FEWEST and weight >= TELLS and self._reads(cut, mention):
                yield Clause(clause.line, mention, cut.text, words, weight, frozenset(NUMBER.findall(cut.text)))

    def _reads(self, cut: Cut, mention: Mention) -> bool:
        """Whether words of a clause would do as the name of its event."""
        key = number, status = self._event[id(mention)], mention.event.status
        if key not in self._naming:
            self._naming[key] = Naming(self._groups[number], status, frozenset(self.index.spun))
        return self._naming[key].good(cut, mention) >= READS

    def _leans(self, line: Line, mention: Mention) -> bool:
        """Whether a sentence needs what stands before it: who says it, or who `she` is."""
        if any(quote.speaker for quote in quotes_of(mention) if quote.type != "indirect"):
            return False  # `“I saw it,” Ada Marsh said`
        context = line.language.context
        return mention.quoted or (context is not None and context.needs_context(line.text))

    def _told_in(self, mention: Mention) -> frozenset[str] | None:
        """The content of a clause, where it is somebody's saying it of what is said; None where it says nothing."""
        if mention.event.rank not in _TELLING or not reaches(mention, mention.event.sentence):
            return None  # `a spokesman said`, without what
        page = self.index.pages[mention.marked.report.id]
        said = [span for quote in quotes_of(mention) for span in quote.content]
        content = frozenset[str]().union(*(page.bag(span).every for span in said or [mention.event.clause]))
        return content if len(content) >= FEWEST and self.lines.weight(content) >= TELLS else None

    def chance(self, line: Line, clause: Clause) -> float:
        """How surely a sentence says what a clause does, 0 to 1."""
        pair = id(line), id(clause)  # both are kept as long as this
        if (known := self._chances.get(pair)) is None:
            known = self._chances[pair] = self._chance(line, clause)
        return known

    def _chance(self, line: Line, clause: Clause) -> float:
        """How surely a sentence says what a clause does, 0 to 1: not where it tells of nothing that is done in it, where what
        it tells stands otherwise, or where it gives another number.
        """
        if line is clause.line:
            return 1.0
        mention, there = clause.mention, self._telling(line)
        if mention is not None and there.stands and _stands(mention) not in there.stands:
            return 0.0
        if clause.numbers and line.numbers and line.numbers.isdisjoint(clause.numbers):
            return 0.0
        if _counts_otherwise(clause, line):
            return 0.0
        if mention is not None:
            same = mention.kind in there.kinds or self._event.get(id(mention)) in there.events
            if not (same or self._does(clause, mention) & line.words):
                return 0.0
        weights = _weights()
        odds = weights[""] + sum(weights[sign] * value for sign, value in self.signs(line, clause).items())
        return 1 / (1 + math.exp(-odds))

    def signs(self, line: Line, clause: Clause) -> dict[str, float]:
        """What speaks for a sentence's saying what a clause of another does: how much of it it holds, how much also where it
        tells of the same event, how much else it says, how alike the two sentences are.
        """
        there = self._telling(line)
        one = self._event.get(id(clause.mention)) in there.events
        both = self.lines.weight(clause.words & line.words)
        return {
            "held": both / clause.weight,
            "held of one event": one * both / clause.weight,
            "covers": both / there.weight,
            "long": float(len(clause.words)),
            "alike": self.lines.score(self._number[id(line)], self._number[id(clause.line)]),
        }

    def _telling(self, line: Line) -> _Tells:
        """What a sentence tells, which is asked beside each clause of its group."""
        key = _key(line)
        if (known := self._tells.get(key)) is None:
            told = self._told.get(key, ())
            known = self._tells[key] = _Tells(
                frozenset(self._event[id(mention)] for mention in told if id(mention) in self._event),
                frozenset(mention.kind for mention in told),
                frozenset(map(_stands, told)),
                max(1.0, self.lines.weight(line.words)),
            )
        return known

    def _does(self, clause: Clause, mention: Mention) -> frozenset[str]:
        """The words of a clause that tell what is done in it."""
        page = self.index.pages[clause.line.place.report]
        told = page.events(mention.event.clause)
        return frozenset().union(*(page.bag(event.span).every for event in told)) or clause.words

    def _cite(self, line: Line) -> Cite:
        return self.index.pages[line.place.report].cite(line.place.sentence.span)


def _counts_otherwise(clause: Clause, line: Line) -> bool:
    """Whether a sentence gives another number of what a clause counts (`fourteen of the crew`, `seventeen of her crew`)."""
    here, there = _counted(clause.text, line.language), _counted(line.text, line.language)
    return any(of in there and here[of].isdisjoint(there[of]) for of in here)


@lru_cache(maxsize=2**12)  # of a sentence it is asked beside each clause of its group
def _counted(text: str, tongue: Language) -> Mapping[str, frozenset[float]]:
    """How much of what a text tells, by what is counted."""
    found: dict[str, frozenset[float]] = {}
    for measure in tongue.measures.measures(text, Span(0, len(text))) if tongue.measures else ():
        found[measure.of] = found.get(measure.of, frozenset()) | {measure.low, measure.high}
    return found


def _stands(mention: Mention) -> tuple[bool, bool]:
    """Whether what a mention tells is not to be, and whether it is to come."""
    return mention.event.status in _NEVER, mention.event.status in _COMING


def _key(line: Line) -> tuple[str, int]:
    return line.place.report, line.place.at


@cache
def _weights() -> Mapping[str, float]:
    """What each sign adds to the log-odds that a sentence says a clause; the empty one is what all begin with."""
    return {row["sign"]: float(row["weight"]) for row in tables.table("said_signs")}
