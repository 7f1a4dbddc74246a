"""The sentences that a story's reports tell themselves, made ready to be held side by side.

Two sentences of different reports are a pair when they share content words; words that stand in many sentences
propose no pair, so that the work grows with what reports share and not with the square of their sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.cite import Cite, Span
from dateline.language import tables
from dateline.language.english.exchanged import turned
from dateline.records.marks import EventMention, Status
from dateline.weigh.index import Index, Page, Place
from dateline.weigh.mentions import kind_of
from dateline.weigh.roles import Deed, opposed

COMMON = 40  # a word in more sentences than this proposes no pair
FEWEST = 3  # content words that a pair shares

_HANGING = re.compile(r"^[“\"'‘]*(?:he|she|they|it|his|her|their|its|this|that|these|those|but|and)\b", re.IGNORECASE)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_YEARS = range(1500, 2101)
_NEVER = ("cancelled", "denied", "postponed")


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what, and which words say so. Money is of `$`, a share of `%`; `kind` is what happens to them."""

    number: float
    noun: str
    kind: str | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One sentence: where it stands, its words, what it is about, the events in it, and who does what to whom."""

    place: tuple[str, int]
    cite: Cite
    words: frozenset[str]
    counts: tuple[Count, ...]
    days: tuple[tuple[str, str], ...]
    events: tuple[EventMention, ...]
    deeds: frozenset[Deed]

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(self.cite.text.split())

    @property
    def hangs(self) -> bool:
        """Whether it begins with a word that leans on the sentence before."""
        return bool(_HANGING.match(self.cite.text))

    def meets(self, other: Told) -> bool:
        """Whether what both say of time can be one time: one names no day, or their days overlap."""
        if not self.days or not other.days:
            return True
        return any(a[0] <= b[1] and b[0] <= a[1] for a in self.days for b in other.days)

    def agrees(self, other: Told) -> bool:
        """Whether nothing in one stands against the other: roles, time, status of an event, number of a thing."""
        mine = {kind_of(one): one.status for one in self.events}
        theirs = {kind_of(one): one.status for one in other.events}
        same_status = all(_together(mine[kind], theirs[kind]) for kind in mine.keys() & theirs.keys())
        return (
            same_status and self.meets(other) and not any(True for _ in rivals(self, other)) and not self.opposes(other)
        )

    def opposes(self, other: Told) -> bool:
        """Whether those who do something in the one have it done to them in the other."""
        return opposed(self.deeds, other.deeds) or turned(self.cite.text, other.cite.text)


Pair = tuple[Told, Told, int]


def _together(one: Status, other: Status) -> bool:
    return (one in _NEVER) == (other in _NEVER)


def rivals(one: Told, other: Told) -> Iterator[tuple[Count, Count]]:
    """Numbers by which two sentences count the same thing differently."""
    for mine in one.counts:
        against = [each for each in other.counts if each.noun == mine.noun and _one_kind(mine, each)]
        numbers = {each.number for each in against}
        own = {each.number for each in one.counts if each.noun == mine.noun}
        if against and not own & numbers:
            yield mine, against[0]


def _one_kind(one: Count, other: Count) -> bool:
    return one.kind is None or other.kind is None or one.kind == other.kind


class Sentences:
    """Every body sentence of a story."""

    def __init__(self, index: Index) -> None:
        pages = [index.pages[key] for key in sorted(index.pages)]
        self.all = tuple(_told(page, one) for page in pages for one in page.places() if one.sentence.label == "body")

    def pairs(self) -> Iterator[Pair]:
        """Sentences of different reports with how many content words they share (at least `FEWEST`)."""
        by_word: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self.all):
            for word in one.words:
                by_word[word].append(at)
        proposed: set[tuple[int, int]] = set()
        for some in by_word.values():
            if len(some) <= COMMON:
                for index, a in enumerate(some):
                    proposed |= {(a, b) for b in some[index + 1 :] if self.all[a].place[0] != self.all[b].place[0]}
        for a, b in sorted(proposed):
            both = len(self.all[a].words & self.all[b].words)
            if both >= FEWEST:
                yield self.all[a], self.all[b], both


def _told(page: Page, place: Place) -> Told:
    span = place.sentence.span
    events = page.events(span)
    days = tuple((one.earliest, one.latest) for one in page.times(span) if one.earliest and one.latest)
    return Told(
        place=(place.report, place.at),
        cite=page.cite(span),
        words=page.bag(span).every,
        counts=tuple(_counts(page, span, events)),
        days=days,
        events=events,
        deeds=page.deeds(span),
    )


def _counts(page: Page, span: Span, events: tuple[EventMention, ...]) -> Iterator[Count]:
    """The things that a sentence counts; what a time counts (`three days`) is none of them."""
    times = page.times(span)
    for match in _count().finditer(page.text, span.start, span.end):
        where = Span(match.start(), match.end())
        number = amount(match["number"])
        if number is None or any(where.overlaps(one.span) for one in times):
            continue
        noun = "$" if match["sign"] else "%" if match["share"] else (match["noun"] or "").casefold().removesuffix("s")
        if not noun:
            continue
        yield Count(number * _SCALES.get((match["scale"] or "").casefold(), 1.0), noun, _happens(events, where), where)


def _happens(events: tuple[EventMention, ...], where: Span) -> str | None:
    """The kind of the event that what is counted takes part in."""
    for event in events:
        if any(one.span.overlaps(where) for one in event.participants):
            return kind_of(event)
    return None


def amount(word: str) -> float | None:
    """The value of a number in digits or of a plain number word; None for any other word, and for a year."""
    plain = word.replace(",", "")
    if plain.replace(".", "", 1).isdigit():
        value = float(plain)
        return None if value in _YEARS and "," not in word and "." not in word else value
    return _number_words().get(word.casefold())


@cache
def _count() -> re.Pattern[str]:
    """How many, and of what: a number in digits or a word, with its scale, and the noun that it counts."""
    words = "|".join(sorted(_number_words(), key=lambda word: (-len(word), word)))
    function = "|".join(sorted(word for word in tables.words("stopwords") if word.isalpha()))
    return re.compile(
        rf"(?P<sign>[$£€]\s?)?\b(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{words})\b"
        rf"(?:[ -](?P<scale>{'|'.join(_SCALES)})\b)?(?P<share>\s?%|[ -]per ?cent\b)?"
        rf"(?:[ -](?:of (?:(?:her|his|its|the|their|our) )?)?(?!(?:{function})\b)(?P<noun>[a-z]{{3,}}))?",
        re.IGNORECASE,
    )


@cache
def _number_words() -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in tables.table("numbers")}
