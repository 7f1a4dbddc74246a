"""A story's reports made ready for comparing: their sentences, and what each stretch of them is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline import cite, language
from dateline.cite import Cite, Span
from dateline.language.words import WORD
from dateline.records.marks import EventMention, Marked, Name, Sentence, Time
from dateline.records.report import TOLD
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.mentions import kind_of
from dateline.weigh.roles import Deed, deeds

M = TypeVar("M", bound=Name | Time | EventMention)
_NAMED = ("PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "FAC", "LAW", "WORK", "PRODUCT")


@dataclass(frozen=True, slots=True)
class Bag:
    """What a stretch of text is about: roots of its content words, and who and what it names."""

    words: frozenset[str]
    who: frozenset[str]

    @staticmethod
    def of(several: Iterable[Bag]) -> Bag:
        """All of several as one."""
        bags = tuple(several)
        return Bag(
            frozenset(word for bag in bags for word in bag.words),
            frozenset(name for bag in bags for name in bag.who),
        )

    @property
    def every(self) -> frozenset[str]:
        """Both: names begin with `@`, so that no name is a word."""
        return self.words | self.who


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a report that it tells itself (headline, deck, body)."""

    report: str
    at: int  # its number among the report's told sentences
    sentence: Sentence


class Page:
    """One report of a story: marks by place, sentences by number, and bags of words."""

    def __init__(self, marked: Marked, story: Story) -> None:
        self.marked = marked
        self.report = marked.report
        self.text = marked.report.text
        self.sentences = tuple(mark for mark in marked.sentences if mark.label in TOLD)
        self._story = story
        self._starts = [mark.span.start for mark in self.sentences]
        self._names = _Sorted(marked.names)
        self._times = _Sorted(marked.times)
        self._events = _Sorted(marked.events)
        self._bags: dict[Span, Bag] = {}
        found = list(WORD.finditer(self.text))
        self._words = [(word.start(), word[0].casefold()) for word in found]
        self._begins, self._ends = [word.start() for word in found], [word.end() for word in found]

    def number(self, offset: int) -> int | None:
        """The number of the told sentence that holds the code point `at`."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.sentences[number].span.end else None

    def sentence(self, offset: int) -> Sentence | None:
        """The told sentence that holds the code point `at`."""
        number = self.number(offset)
        return None if number is None else self.sentences[number]

    def places(self) -> Iterator[Place]:
        """Its told sentences."""
        for number, sentence in enumerate(self.sentences):
            yield Place(self.report.id, number, sentence)

    def cite(self, span: Span) -> Cite:
        """Cite a span of this report."""
        return cite.cite(self.report.id, self.text, span)

    def names(self, span: Span) -> tuple[Name, ...]:
        """Names inside a span."""
        return self._names.within(span)

    def times(self, span: Span) -> tuple[Time, ...]:
        """Times inside a span."""
        return self._times.within(span)

    def events(self, span: Span) -> tuple[EventMention, ...]:
        """Events whose head stands inside a span."""
        return self._events.within(span)

    def deeds(self, span: Span) -> frozenset[Deed]:
        """Who does what to whom inside a span."""
        return frozenset(
            deed
            for one in self.events(span)
            for deed in deeds(
                kind_of(self.report, one), map(self.who, one.names("agent")), map(self.who, one.names("patient"))
            )
        )

    def who(self, name: str) -> str:
        """Who a canonical name of this report is, for comparing across the story's reports."""
        country = words.country(name)
        if country:
            return f"@{country}"
        person = self._story.who.get((self.report.id, name))
        return f"@{person or name.casefold()}"

    def bag(self, span: Span) -> Bag:
        """What a stretch is about."""
        if span not in self._bags:
            self._bags[span] = self._bag(span)
        return self._bags[span]

    def _bag(self, span: Span) -> Bag:
        names = self.names(span)
        taken = [*(name.span for name in names), *(time.span for time in self.times(span))]
        heads = {event.span.start: event.lemma for event in self.events(span)}
        own = language.of(self.report.language).words
        function = own.function_words()
        roots = set()
        for start, word in self._within(span):
            if word in function or any(mark.start <= start < mark.end for mark in taken):
                continue
            lemma = heads.get(start, word)
            if lemma not in function:
                roots.add(own.root(lemma))
        return Bag(frozenset(roots), frozenset([self.who(name.name) for name in names if name.type in _NAMED]))

    def _within(self, span: Span) -> Sequence[tuple[int, str]]:
        """Where words of a stretch begin, and these, folded. A stretch that begins or ends inside a word has a piece of it."""
        low, high = bisect_left(self._begins, span.start), bisect_left(self._begins, span.end)
        if (low and self._ends[low - 1] > span.start) or (high > low and self._ends[high - 1] > span.end):
            return [(word.start(), word[0].casefold()) for word in WORD.finditer(self.text, span.start, span.end)]
        return self._words[low:high]


class _Sorted(Generic[M]):
    """Marks of one kind in text order, found by place."""

    def __init__(self, marks: Iterable[M]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._marks]

    def within(self, span: Span) -> tuple[M, ...]:
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple(mark for mark in self._marks[low:high] if mark.span.end <= span.end)


class Index:
    """The pages of a story, by report id."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.pages = {marked.report.id: Page(marked, story) for marked in story.reports}
        self.spun = frozenset(spun.report for spun in story.machine_rewritten)
        self._origin = story.origin_by_report()

    def origin(self, report: str) -> str:
        """The origin of a report's words; the report itself where none was told."""
        return self._origin.get(report, report)

    def told_apart(self, report: str, other: str) -> bool:
        """Whether two reports can disagree: they have two origins, or are two outlets' versions of one."""
        if self.origin(report) != self.origin(other):
            return True
        mine, theirs = (self.pages[each].report.outlet for each in (report, other))
        return bool(mine and theirs) and mine != theirs

    def origins(self, cites: Iterable[Cite]) -> frozenset[str]:
        """The origins of what is cited."""
        return frozenset(self.origin(cited.report) for cited in cites)

    def day(self, report: str) -> str:
        """The day a report was published; an empty string when it is not known."""
        return self.pages[report].report.published.day or ""

    def of(self, cited: Cite) -> Place | None:
        """The told sentence that a cite begins in."""
        page = self.pages[cited.report]
        number = page.number(cited.start)
        return None if number is None else Place(cited.report, number, page.sentences[number])

    def bag(self, cited: Cite) -> Bag:
        """What the cited words are about."""
        return self.pages[cited.report].bag(cited.span)
