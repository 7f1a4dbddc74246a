"""Lines that could be the title of a story, and the plain signs by which a good one is told from a bad one.

A line is the headline of a report, a first sentence that is short enough, or what a weighty event is called. A good one tells
by a verb what most origins tell first, and the newest of them, of those whom most of them name; a bad one asks, quotes, leans
on words before it, says what one origin alone says, or is old where the story has gone on. Weights learnt from judged lines
were no better on stories that they had not seen than these round ones, so they are set by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline import edtf, language
from dateline.language.words import content
from dateline.records.findings import Event
from dateline.records.marks import MAINLY, EventMention, Marked, Name, Sentence, Status, inside
from dateline.records.story import Story

MOST = 100  # characters of a line
FEWEST, FEW = 3, 5  # words of a line, and of one that is not short
SEVERAL = 3  # origins from which what one alone says is odd
LEADS = 2  # first sentences of a report's body that tell what it is about
CORE = 12  # words that most leads have: what a story is about
WEIGHTY = 16  # events whose names are looked at
OTHER = 0.9  # what another name of an event than its label is worth
NEWEST = 2, 3  # of the days in order: where the newest third of the reports begins
FRESH = 7  # days for which what a story began with is still what it says
OPEN: tuple[Status, ...] = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "alleged")
QUOTES = ("“", "‘", '"', "'", "«", "„", "`")
MARKS = ".,;:!?\"'“”‘’`()"
WEIGHTS: Mapping[str, float] = {
    "shared": 2.0, "covers": 2.0, "newest": 0.5, "worth": 1.0, "who": 0.5, "late": 0.3, "headline": 0.3,
    "alone": -1.0, "asks": -1.0, "quotes": -1.0, "dated": -1.0, "stale": -1.0, "lead": -0.6,
    "shouts": -0.5, "leans": -0.5, "capitals": -0.5, "named": -0.5, "noun": -0.5, "lone": -0.5,
    "timed": -0.3, "short": -0.3, "inner": -0.3, "none": -0.3, "parts": -0.4,
}  # fmt: skip

Kind = Literal["headline", "lead", "name"]
Roots = dict[str, set[str]]  # by origin


@dataclass(frozen=True, slots=True)
class Heading:
    """A line, the report that it is of, and the events that it tells, each with how much a mention there tells of it.

    `marks` are the mentions whose word is that by which a name tells its event.
    """

    text: str
    kind: Kind
    report: str
    tells: tuple[tuple[Event, float], ...]
    marks: tuple[EventMention, ...] = ()


class Headings:
    """The lines of one story that could be its title, and how each stands to what the origins tell first."""

    def __init__(self, story: Story, events: Sequence[Event]) -> None:
        self._story = story
        spoken = language.of(story.reports[0].report.language)
        self._words, self._labels = spoken.words, spoken.labels
        self._events = [one for one in events if one.label and one.status in OPEN and not (one.said or one.background)]
        self._top = max((event.worth for event in self._events), default=0.0) or 1.0
        self._told = {(one.report, one.start): event for event in self._events for one in event.mentions}
        self._marks = {(marked.report.id, mark.span.start): mark for marked in story.reports for mark in marked.events}
        self._times = {marked.report.id: tuple(sorted({*_days_named(marked)})) for marked in story.reports}
        self._dating = {marked.report.id: self._content(" ".join(_dates(marked))) for marked in story.reports}
        self._day = {marked.report.id: marked.report.published.day for marked in story.reports}
        self._days = sorted(day for day in self._day.values() if day)
        self._count(story)

    def _count(self, story: Story) -> None:
        """By how many origins each word is used at all, in the leads, in the leads of the newest, and in names of the leads."""
        origin = story.origin_by_report()
        self._newest = newest = self._days[len(self._days) * NEWEST[0] // NEWEST[1]] if self._days else None
        whole, led, last, named = Roots(), Roots(), Roots(), Roots()
        for marked in story.reports:
            own, text = origin.get(marked.report.id, marked.report.id), marked.report.text
            whole.setdefault(own, set()).update(self._content(text))
            for sentence in _leads(marked):
                roots = self._content(sentence.span.of(text))
                led.setdefault(own, set()).update(roots)
                if newest and (self._day[marked.report.id] or "") >= newest:
                    last.setdefault(own, set()).update(roots)
                for name in inside(marked.names, sentence.span):
                    named.setdefault(own, set()).update(self._content(_called(name)))
        self._whole, self._led, self._last, self._named = map(_shares, (whole, led, last, named))
        self._size = len(whole)

    def _content(self, text: str) -> frozenset[str]:
        return content(text, self._words)

    def best(self) -> Heading | None:
        """The line that is worth most; None where there is none that fits."""
        return max(self.lines(), key=lambda line: (self.worth(line), line.text), default=None)

    def lines(self) -> list[Heading]:
        """The lines that are neither too long nor too short, each once."""
        found: dict[str, Heading] = {}
        for line in (*self._of_reports(), *self._of_events()):
            if len(line.text) <= MOST and len(line.text.split()) >= FEWEST:
                found.setdefault(line.text, line)
        return list(found.values())

    def _of_reports(self) -> Iterator[Heading]:
        spun = {copy.report for copy in self._story.machine_rewritten}
        for marked in (marked for marked in self._story.reports if marked.report.id not in spun):
            report = marked.report
            told: list[tuple[Sentence, Kind]] = [
                (one, "headline") for one in marked.sentences if one.label == "headline"
            ]
            told += [(one, "lead") for one in marked.sentences if one.label == "body"][:1]
            for sentence, kind in told:
                marks = [mark for mark in inside(marked.events, sentence.span) if mark.sentence == sentence.span]
                events = ((self._told.get((report.id, mark.span.start)), MAINLY[mark.rank]) for mark in marks)
                text = " ".join(sentence.span.of(report.text).split())
                tells = tuple((event, much) for event, much in events if event is not None)
                yield Heading(text, kind, report.id, tells)

    def _of_events(self) -> Iterator[Heading]:
        for event in sorted(self._events, key=lambda event: (-event.worth, event.id))[:WEIGHTY]:
            for name in dict.fromkeys((event.label, *event.names)):
                said = name.split()
                places = ((told.report, told.start) for told in event.mentions if told.text in said)
                marks = tuple(self._marks[place] for place in places if place in self._marks)
                much = 1.0 if name == event.label else OTHER
                yield Heading(name, "name", event.mentions[0].report, ((event, much),), marks)

    def worth(self, line: Heading) -> float:
        """What a line is worth as the title, by its signs and their weights."""
        return sum(WEIGHTS[sign] * value for sign, value in self.signs(line).items())

    def signs(self, line: Heading) -> dict[str, float]:
        """The signs of a line."""
        return self._of_words(line) | self._of_votes(line) | self._of_events_told(line)

    def _of_words(self, line: Heading) -> dict[str, float]:
        """What the words are like by themselves."""
        said = line.text.split()
        plain = [word.strip(MARKS) for word in said]
        part, times = self._labels, self._times[line.report]
        return {
            "headline": float(line.kind == "headline"),
            "lead": float(line.kind == "lead"),
            "asks": float("?" in line.text),
            "quotes": float(line.text.startswith(QUOTES)),
            "dated": float(line.text.startswith(times)),
            "timed": float(any(f" {time} " in f"{line.text.rstrip(MARKS)} " for time in times)),
            "shouts": float(any(mark in line.text for mark in ("!", "…", "..."))),
            "leans": float(part is not None and any(part.leans(word) for word in plain)),
            "capitals": sum(word.isupper() and len(word) > FEWEST for word in plain) / len(plain),
            "short": float(max(0, FEW - len(said))),
            "inner": float(any(mark in line.text for mark in ("“", '"', "``", "''"))),
            "parts": float(": " in line.text or " / " in line.text),
        }

    def _of_votes(self, line: Heading) -> dict[str, float]:
        """How far the words are those of the other origins, and name whom they name."""
        if len(self._story.reports) < 2:
            return {}  # nobody else has a vote
        own = sorted(self._content(line.text) - self._dating[line.report])
        lone = [root for root in own if self._size >= SEVERAL and self._whole.get(root, 0.0) * self._size <= 1]
        size = max(1, len(own))
        return {
            "shared": sum(self._led.get(root, 0.0) for root in own) / size,
            "covers": _covered(own, self._led),
            "newest": _covered(own, self._last),
            "who": max((self._named.get(root, 0.0) for root in own), default=0.0),
            "alone": len(lone) / size,
        }

    def _of_events_told(self, line: Heading) -> dict[str, float]:
        """What the best event that it tells is worth, whether it tells it by a verb, and how late it is told."""
        day = self._day.get(line.report)
        if not line.tells:
            return {"none": 1.0, "late": self._late(day), "stale": float(self._is_stale(day))}
        best, much = max(line.tells, key=lambda one: (one[0].worth * one[1], one[0].id))
        day = best.earliest if line.kind == "name" else day
        return {
            "worth": best.worth * much / self._top,
            "named": float(best.named),
            "noun": float(bool(line.marks) and all(mark.noun or mark.tense == "none" for mark in line.marks)),
            "lone": float(self._size >= SEVERAL and len(best.origins) <= 1 and not self._is_new(day)),
            "late": self._late(day),
            "stale": float(self._is_stale(day)),
        }

    def _is_new(self, day: str | None) -> bool:
        """Whether a day is of the newest third, which few reports can have told yet."""
        return day is not None and self._newest is not None and day >= self._newest

    def _is_stale(self, day: str | None) -> bool:
        """Whether a day lies long before the newest third of the reports."""
        began = edtf.interval(day)[0] if day else None
        return began is not None and self._newest is not None and edtf.apart(began, self._newest) > FRESH

    def _late(self, day: str | None) -> float:
        """Where a day stands among those of the reports, 0 to 1; a half where that is not known."""
        if day is None or len(set(self._days)) < 2:
            return 0.5
        days = sorted(set(self._days))
        return sum(one <= day for one in days) / len(days)


def _leads(marked: Marked) -> tuple[Sentence, ...]:
    """The sentences that tell what a report is about."""
    heads = [one for one in marked.sentences if one.label == "headline"]
    return (*heads[:1], *[one for one in marked.sentences if one.label == "body"][:LEADS])


def _days_named(marked: Marked) -> Iterator[str]:
    """The words by which a report gives single days."""
    for time in marked.times:
        if time.type == "DATE" and time.earliest is not None and time.earliest == time.latest:
            yield time.span.of(marked.report.text)


def _dates(marked: Marked) -> Iterator[str]:
    """The words by which a report gives times: each report says the same one in its own."""
    return (time.span.of(marked.report.text) for time in marked.times if time.type == "DATE")


def _called(name: Name) -> str:
    """What somebody or something is called in short: the last name of a person; nothing where the name is of no actor."""
    if name.type == "PERSON":
        return name.name.split()[-1]
    return name.name if name.type in ("ORG", "GPE") else ""


def _shares(by_origin: Roots) -> dict[str, float]:
    """By what share of the origins each word is used."""
    counted = Counter(root for roots in by_origin.values() for root in roots)
    return {root: count / len(by_origin) for root, count in counted.items()}


def _covered(own: Sequence[str], shares: Mapping[str, float]) -> float:
    """How much of what most origins say is said by some words: the shares squared, by those of the words that most have."""
    best = sorted(shares.values(), reverse=True)[:CORE]
    return sum(shares.get(root, 0.0) ** 2 for root in own) / (sum(share * share for share in best) or 1.0)
