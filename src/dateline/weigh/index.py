"""A story's reports made ready for comparing: their sentences, and what each stretch of them is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline import cite
from dateline.cite import Cite, Span
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
    """What a stretch of text is about: stems of its content words, and who and what it names."""

    words: frozenset[str]
    who: frozenset[str]

    @staticmethod
    def of(several: Iterable[Bag]) -> Bag:
        """All of several as one."""
        some = tuple(several)
        return Bag(
            frozenset(word for bag in some for word in bag.words),
            frozenset(name for bag in some for name in bag.who),
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
        self.sentences = tuple(one for one in marked.sentences if one.label in TOLD)
        self._story = story
        self._starts = [one.span.start for one in self.sentences]
        self._names = _Sorted(marked.names)
        self._times = _Sorted(marked.times)
        self._events = _Sorted(marked.events)
        self._bags: dict[Span, Bag] = {}

    def number(self, at: int) -> int | None:
        """The number of the told sentence that holds the code point `at`."""
        found = bisect_right(self._starts, at) - 1
        return found if found >= 0 and at < self.sentences[found].span.end else None

    def sentence(self, at: int) -> Sentence | None:
        """The told sentence that holds the code point `at`."""
        found = self.number(at)
        return None if found is None else self.sentences[found]

    def places(self) -> Iterator[Place]:
        """Its told sentences."""
        for at, one in enumerate(self.sentences):
            yield Place(self.report.id, at, one)

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
        taken = [one.span for one in names] + [one.span for one in self.times(span)]
        heads = {one.span.start: one.lemma for one in self.events(span)}
        found = set()
        for match in words.WORD.finditer(self.text, span.start, span.end):
            if any(one.start <= match.start() < one.end for one in taken):
                continue
            word = match[0].casefold()
            lemma = heads.get(match.start(), word)
            if word not in words.function_words() and lemma not in words.function_words():
                found.add(words.stem(lemma))
        return Bag(frozenset(found), frozenset(self.who(one.name) for one in names if one.type in _NAMED))


class _Sorted(Generic[M]):
    """Marks of one kind in text order, found by place."""

    def __init__(self, marks: Iterable[M]) -> None:
        self._marks = sorted(marks, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._marks]

    def within(self, span: Span) -> tuple[M, ...]:
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple(one for one in self._marks[low:high] if one.span.end <= span.end)


class Index:
    """The pages of a story, by report id."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.pages = {one.report.id: Page(one, story) for one in story.reports}
        self.spun = frozenset(one.report for one in story.spun)
        self._origin = {report: one.id for one in story.origins for report in one.reports}

    def origin(self, report: str) -> str:
        """The origin of a report's words; the report itself where none was told."""
        return self._origin.get(report, report)

    def origins(self, cites: Iterable[Cite]) -> frozenset[str]:
        """The origins of what is cited."""
        return frozenset(self.origin(one.report) for one in cites)

    def day(self, report: str) -> str:
        """The day a report was published; an empty string when it is not known."""
        return self.pages[report].report.published.day or ""

    def of(self, one: Cite) -> Place | None:
        """The told sentence that a cite begins in."""
        page = self.pages[one.report]
        at = page.number(one.start)
        return None if at is None else Place(one.report, at, page.sentences[at])

    def bag(self, one: Cite) -> Bag:
        """What the cited words are about."""
        return self.pages[one.report].bag(one.span)
