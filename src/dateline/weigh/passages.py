"""The sentences that a story's reports tell themselves, made ready to be held side by side.

Two sentences of different reports are a pair when they share content words; words that stand in many sentences
propose no pair, so that the work grows with what reports share and not with the square of their sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline import language
from dateline.cite import Cite, Span
from dateline.language import Language
from dateline.language.measures import Measure
from dateline.records.marks import EventMention, Status
from dateline.weigh.index import Index, Page, Place
from dateline.weigh.mentions import kind_of
from dateline.weigh.roles import Deed, opposed

COMMON = 40  # a word in more sentences than this proposes no pair
FEWEST = 3  # content words that a pair shares
_NEVER = ("cancelled", "denied", "postponed")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sentence counts, and the kind of event that it takes part in, where it does in one."""

    count: Measure
    kind: str | None

    def rivals(self, other: Counted) -> bool:
        """Whether both count the same thing, in events of one kind, where the kinds are known."""
        kinds = {self.kind, other.kind} - {None}
        return self.count.of == other.count.of and len(kinds) < 2


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One sentence: where it stands, its words, what it is about, the events in it, and who does what to whom.

    `days` are the first and last possible day of each time that it names; `statuses` the kinds of its events and how
    each stands.
    """

    place: tuple[str, int]
    cite: Cite
    language: Language
    words: frozenset[str]
    counts: tuple[Counted, ...]
    days: tuple[tuple[str, str], ...]
    statuses: dict[str, Status]
    deeds: frozenset[Deed]

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(self.cite.text.split())

    @property
    def leans(self) -> bool:
        """Whether it begins with a word that leans on the sentence before."""
        context = self.language.context
        return context is not None and context.needs_context(self.cite.text)

    def meets(self, other: Passage) -> bool:
        """Whether what both say of time can be one time: one names no day, or their days overlap."""
        if not self.days or not other.days:
            return True
        return any(a[0] <= b[1] and b[0] <= a[1] for a in self.days for b in other.days)

    def agrees(self, other: Passage) -> bool:
        """Whether nothing in one stands against the other: roles, time, status of an event, number of a thing."""
        kinds = self.statuses.keys() & other.statuses.keys()
        return (
            all(_together(self.statuses[kind], other.statuses[kind]) for kind in kinds)
            and self.meets(other)
            and not any(True for _ in rivals(self, other))
            and not self.opposes(other)
        )

    def opposes(self, other: Passage) -> bool:
        """Whether those who do something in the one have it done to them in the other."""
        exchanged = self.language.exchanged
        return opposed(self.deeds, other.deeds) or (
            exchanged is not None and exchanged.swaps_roles(self.cite.text, other.cite.text)
        )


Pair = tuple[Passage, Passage, int]


def _together(status: Status, other: Status) -> bool:
    return (status in _NEVER) == (other in _NEVER)


def rivals(one: Passage, other: Passage) -> Iterator[tuple[Measure, Measure]]:
    """Numbers by which two sentences count the same thing differently."""
    for mine in one.counts:
        against = [theirs.count for theirs in other.counts if mine.rivals(theirs)]
        numbers = {count.low for count in against}
        own = {counted.count.low for counted in one.counts if counted.count.of == mine.count.of}
        if against and not own & numbers:
            yield mine.count, against[0]


class Passages:
    """Every body sentence of a story."""

    def __init__(self, index: Index) -> None:
        pages = [index.pages[key] for key in sorted(index.pages)]
        self.all = tuple(
            _passage(page, place) for page in pages for place in page.places() if place.sentence.label == "body"
        )

    def pairs(self) -> Iterator[Pair]:
        """Sentences of different reports with how many content words they share (at least `FEWEST`)."""
        by_word: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.all):
            for word in passage.words:
                by_word[word].append(number)
        rare = {word: numbers for word, numbers in by_word.items() if len(numbers) <= COMMON}
        for number, passage in enumerate(self.all):
            later = {other for word in passage.words for other in rare.get(word, ()) if other > number}
            for other in map(self.all.__getitem__, sorted(later)):
                both = len(passage.words & other.words) if other.place[0] != passage.place[0] else 0
                if both >= FEWEST:
                    yield passage, other, both


def _passage(page: Page, place: Place) -> Passage:
    span = place.sentence.span
    events = page.events(span)
    return Passage(
        place=(place.report, place.at),
        cite=page.cite(span),
        language=language.of(page.report.language),
        words=page.bag(span).every,
        counts=tuple(_counts(page, span, events)),
        days=tuple((time.earliest, time.latest) for time in page.times(span) if time.earliest and time.latest),
        statuses={kind_of(page.report, event): event.status for event in events},
        deeds=page.deeds(span),
    )


def _counts(page: Page, span: Span, events: tuple[EventMention, ...]) -> Iterator[Counted]:
    """The things that a sentence counts; what a time counts (`three days`) is none of them."""
    part = language.of(page.report.language).measures
    times = page.times(span)
    for count in part.measures(page.text, span) if part else ():
        if not any(count.span.overlaps(time.span) for time in times):
            yield Counted(count, _happens(page, events, count.span))


def _happens(page: Page, events: tuple[EventMention, ...], where: Span) -> str | None:
    """The kind of the event that what is counted takes part in."""
    for event in events:
        if any(part.span.overlaps(where) for part in event.participants):
            return kind_of(page.report, event)
    return None
