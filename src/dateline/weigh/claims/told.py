"""In what words sentences that say the same are told, and which of them say that.

Sentences that say the same say other things too. What they agree on is told by the clause that most of them hold, and rests on
those alone; two of them that it leaves apart may agree on something else, which another clause tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.cite import Cite, Cites, cites
from dateline.records.marks import Rank, Status
from dateline.weigh.claims.same import NUMBER, Line, Lines, grouped
from dateline.weigh.events.clauses import alone, quotes_of, reaches
from dateline.weigh.index import Index
from dateline.weigh.mentions import Mention

HELD = 0.5  # the share of a clause's content that a sentence which tells of its event must hold to say it
MOST = 0.6  # and one that tells of another event, or of none
LITTLE = 0.8  # the share of a sentence that a clause is from which the sentence says little more
FEWEST, TELLS = 3, 3.0  # words of content in a clause that says something, and the nats that they carry
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
    told = _Told(index, seen, groups)
    for group in grouped(told.lines.scores()):
        yield from told.of([told.lines.all[number] for number in group])


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause of a sentence says: in words that stand alone, its content, and what that weighs in nats."""

    line: Line
    mention: Mention
    text: str
    words: frozenset[str]
    weight: float


class _Told:
    """The clauses of a story's sentences, and which sentences hold what they say."""

    def __init__(self, index: Index, seen: Sequence[Mention], groups: Sequence[Sequence[Mention]]) -> None:
        self.index = index
        self.lines = Lines(index)
        self._told: dict[tuple[str, int], list[Mention]] = defaultdict(list)
        for mention in seen:
            report = mention.marked.report.id
            number = index.pages[report].number(mention.event.span.start)
            if number is not None:
                self._told[report, number].append(mention)
        self._event = {id(mention): number for number, group in enumerate(groups) for mention in group}
        self._known: dict[str, set[Line]] = defaultdict(set)

    def of(self, group: Sequence[Line]) -> Iterator[Agreed]:
        """What a group of sentences that say the same agrees on: a clause for each two of them, as long as there is one that
        both hold; that first which most of them hold, of those the one that says most.
        """
        clauses = [
            clause for line in group for mention in self._told[_key(line)] if (clause := self._clause(line, mention))
        ]
        held = [
            frozenset(at for at, line in enumerate(group) if line is clause.line or self._says(line, clause))
            for clause in clauses
        ]
        fit = [
            self._fit(clause, [group[at] for at in sorted(those)]) for clause, those in zip(clauses, held, strict=True)
        ]
        rest = set(combinations(range(len(group)), 2))
        while clauses:
            new = [rest.intersection(combinations(sorted(those), 2)) for those in held]
            best = max(
                range(len(clauses)),
                key=lambda at: (len(new[at]), not self._is_spun(clauses[at]), fit[at], clauses[at].weight),
            )
            if not new[best]:
                return
            rest -= new[best]
            lines = [group[at] for at in sorted(held[best])]
            known = self._known[clauses[best].text]
            if 2 * len(known.intersection(lines)) < len(lines):
                known.update(lines)
                yield Agreed(clauses[best].text, cites(map(self._cite, lines)))

    def _is_spun(self, clause: _Clause) -> bool:
        return clause.line.place.report in self.index.spun

    def _fit(self, clause: _Clause, lines: Sequence[Line]) -> float:
        """The share of a clause's content that the sentences which say it hold, in the mean: what says least more is first."""
        held = sum(self.lines.weight(clause.words & line.words) for line in lines)
        return held / (len(lines) * clause.weight)

    def _clause(self, line: Line, mention: Mention) -> _Clause | None:
        """A clause as words that stand alone: the whole sentence where it cannot; none where it says nothing."""
        if not self._tells(mention):
            return None
        text, words = alone(mention), self._content(mention)
        if not text and self._leans(line, mention):
            return None
        says = any(True for _ in quotes_of(mention))
        if not text and not says and self.lines.weight(words) < LITTLE * self.lines.weight(line.words):
            words = line.words
        return _Clause(line, mention, text or " ".join(line.text.split()), words, self.lines.weight(words))

    def _leans(self, line: Line, mention: Mention) -> bool:
        """Whether a sentence needs what stands before it: who says it, or who `she` is."""
        if any(quote.speaker for quote in quotes_of(mention) if quote.type != "indirect"):
            return False  # `“I saw it,” Ada Marsh said`
        context = line.language.context
        return mention.quoted or (context is not None and context.needs_context(line.text))

    def _tells(self, mention: Mention) -> bool:
        """Whether a clause says something."""
        if mention.event.rank not in _TELLING or not reaches(mention, mention.event.sentence):
            return False  # `a spokesman said`, without what
        content = self._content(mention)
        return len(content) >= FEWEST and self.lines.weight(content) >= TELLS

    def _content(self, mention: Mention) -> frozenset[str]:
        """What a clause says; where it is somebody's saying it, what is said."""
        page = self.index.pages[mention.marked.report.id]
        said = [span for quote in quotes_of(mention) for span in quote.content]
        return frozenset().union(*(page.bag(span).every for span in said or [mention.event.clause]))

    def _says(self, line: Line, clause: _Clause) -> bool:
        """Whether a sentence tells of a clause's event, or of what is done in it, holds its words, and no other number."""
        mention, there = clause.mention, self._told[_key(line)]
        if there and not any(_stand_alike(mention, other) for other in there):
            return False
        numbers = NUMBER.findall(clause.text)
        if numbers and line.numbers and not line.numbers.intersection(numbers):
            return False
        event = {self._event.get(id(mention), id(mention)), mention.kind}
        same = any(not event.isdisjoint((self._event.get(id(other)), other.kind)) for other in there)
        if not (same or self._does(clause) & line.words):
            return False
        return self.lines.weight(clause.words & line.words) >= (HELD if same else MOST) * clause.weight

    def _does(self, clause: _Clause) -> frozenset[str]:
        """The words of a clause that tell what is done, not who takes part."""
        page = self.index.pages[clause.line.place.report]
        parts = (page.bag(part.span).every for part in clause.mention.event.participants)
        return (clause.words - frozenset().union(*parts)) or clause.words

    def _cite(self, line: Line) -> Cite:
        return self.index.pages[line.place.report].cite(line.place.sentence.span)


def _stand_alike(one: Mention, other: Mention) -> bool:
    """Whether what two mentions tell stands alike: to come, or not to be."""
    a, b = one.event.status, other.event.status
    return (a in _NEVER) == (b in _NEVER) and (a in _COMING) == (b in _COMING)


def _key(line: Line) -> tuple[str, int]:
    return line.place.report, line.place.at
