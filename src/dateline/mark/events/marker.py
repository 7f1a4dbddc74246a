"""The marker of events: predicates and event nouns with who takes part, when, how they stand, and what they are about.

The language says what the predicates of a sentence are (`events`), who takes part in them (`grammar`) and whether they
took place (`factuality`). Here they are joined to the names and times that were marked, and held against the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline import edtf
from dateline.language.compression import Compression
from dateline.language.deeds import Coded, Deeds
from dateline.language.events import EventWords, Predicate
from dateline.language.factuality import Factuality
from dateline.mark.coreference import Referents
from dateline.mark.events.scene import Scene, by_token
from dateline.mark.parse import Parse
from dateline.records.marks import EventMention, Name, Quote, Status, Tense, Time
from dateline.records.report import Report

VERSION = "30"
_SIGNED = re.compile(r"\s*[-–—]+\s?[^\n]{2,60}?\(@\w+\)")  # `— Ada Marsh (@adamarsh) July 15, 2031` under her post


Mark = TypeVar("Mark", Name, Time)


def events(
    parse: Parse, names: tuple[Name, ...], times: tuple[Time, ...], quotes: tuple[Quote, ...]
) -> tuple[EventMention, ...]:
    """The events of a report, in text order; none where the language lacks a part. `about` counts in what is returned."""
    known = parse.language
    if known.grammar is None or known.events is None or known.factuality is None:
        return ()
    referents = None if known.coreference is None else Referents(parse, names, known.coreference)
    if referents is not None:
        referents.heard(quotes)
    made: list[EventMention] = []
    maker = _Maker(known.events, known.factuality, parse.report, known.deeds, known.compression)
    # Lines set in capitals are read as a running text has them; names and times have their places all the same.
    marked = zip(parse.quiet, _within(parse, names), _within(parse, times), strict=True)
    for index, (parsed, named, timed) in enumerate(marked):
        scene = Scene(parsed, index, known.grammar, by_token(parsed, named), timed, referents)
        made += maker.of_sentence(scene, len(made))
    return tuple(made)


def _within(parse: Parse, marks: tuple[Mark, ...]) -> list[list[Mark]]:
    """The marks of each sentence; both in text order."""
    out: list[list[Mark]] = [[] for _ in parse.sentences]
    sentence = 0
    for mark in marks:
        while sentence < len(out) and parse.sentences[sentence].sentence.span.end <= mark.span.start:
            sentence += 1
        if sentence < len(out) and parse.sentences[sentence].sentence.span.overlaps(mark.span):
            out[sentence].append(mark)
    return out


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the events of a report, sentence by sentence."""

    words: EventWords
    factuality: Factuality
    report: Report
    deeds: Deeds | None
    compression: Compression | None

    def of_sentence(self, scene: Scene, before: int) -> Iterator[EventMention]:
        """The events of one sentence; `before` counts those of the sentences before it."""
        drafts = [draft for draft in self.words.predicates(scene.parsed.doc) if not _is_taken(scene, draft)]
        if not drafts or _SIGNED.match(scene.parsed.sentence.span.of(self.report.text)):
            return
        heads = {draft.verb.i: draft.token for draft in drafts} | {draft.token.i: draft.token for draft in drafts}
        dated = scene.dated(heads)
        place = {draft.token.i: index for index, draft in enumerate(drafts, before)}
        deeds = self.deeds.deeds(scene.parsed.doc, drafts) if self.deeds is not None else {}
        for number, draft in enumerate(drafts):
            topics = (heads[topic.i] for topic in self.words.topics(draft) if topic.i in heads)
            about = next((place[topic.i] for topic in topics if topic.i != draft.token.i), None)
            yield self._event(scene, draft, _best(dated.get(draft.token.i, [])), about, deeds.get(number))

    def _event(
        self, scene: Scene, draft: Predicate, time: Time | None, about: int | None, coded: Coded | None
    ) -> EventMention:
        parsed = scene.parsed
        headline = parsed.sentence.label == "headline"
        standing = self.factuality.standing(draft.token, draft.carrier, headline)
        is_done = time is not None and self.words.is_done(draft) and not self.words.plans(draft)
        if time is not None and is_done and (self._is_ahead(time) or self._is_over(time)):
            time = None  # `has been pumped dry for Sunday`: what it is for; `has been charged in the 2006 fraud`
        span = parsed.place(draft.opening or draft.token, draft.token)
        tense = self.words.tense(draft, headline)
        told = tense != "none" and (not draft.noun or draft.carrier is not None)
        core = self.compression.core(draft.verb) if told and self.compression is not None else ()
        return EventMention(
            span=span,
            clause=parsed.place(*scene.grammar.clause(draft.verb)),
            sentence=parsed.sentence.span,
            head=span.of(self.report.text),
            lemma=draft.lemma,
            status=self._by_calendar(standing.status, draft, time, tense),
            date=time.value if time else None,
            earliest=time.earliest if time else None,
            latest=time.latest if time else None,
            time=time.span if time else None,
            participants=scene.participants(draft),
            evidence=tuple(parsed.place(word) for word in standing.words),
            about=about,
            speaks=self.words.speaks(draft),
            noun=draft.noun,
            rank=self.words.rank(draft),
            tense=tense,
            plover=coded.plover if coded else None,
            cameo=coded.cameo if coded else None,
            deed=scene.deed(coded) if coded else None,
            core=tuple(parsed.place(*run) for run in core),
        )

    def _by_calendar(self, status: Status, draft: Predicate, time: Time | None, tense: Tense) -> Status:
        """The status, corrected by the calendar: what is dated after the report's day has not happened yet.

        An hour takes its day from the tale, and may take a wrong one (`came in around 4 p.m.`, in a report of a Christmas
        party): what a past verb tells of it has happened, whenever it was.
        """
        if time is None or not self._is_ahead(time):
            return status
        if time.type == "TIME" and tense in ("past", "pluperfect") and not draft.noun:
            return status
        act = self.words.plans(draft) and not self.words.keeps(draft)
        return "planned" if status in ("happened", "ongoing") and not act else status

    def _is_ahead(self, time: Time) -> bool:
        day = self.report.published.day
        return day is not None and time.earliest is not None and time.earliest > day

    def _is_over(self, time: Time) -> bool:
        """Whether a time is a year or month that was over before the report: what has been done till now is not of one (the
        present perfect puzzle, Klein 1992).
        """
        day = self.report.published.day
        over = day is None or (time.latest is not None and time.latest < day)
        return over and time.earliest is not None and _width(time) in ((3,) if day is None else (2, 3))


def _is_taken(scene: Scene, draft: Predicate) -> bool:
    """Whether a word is part of a time (`the fall`) or of a name that the parser took for a verb."""
    if draft.token.i in scene.names and not draft.noun:
        return True
    span = scene.parsed.place(draft.token) if scene.times else None
    return span is not None and any(time.span.holds(span) for time in scene.times)


def _best(times: Sequence[Time]) -> Time | None:
    """The time that dates the event: a date that the calendar knows, the tightest, the first of several; else the first that it
    does not know (`on Tuesday`, in a report without a day).
    """
    dates = [time for time in times if time.type in ("DATE", "TIME")]
    known = [time for time in dates if _is_known(time.value)]
    bare = next((time for time in dates if time.value is None), None)
    return min(known, key=lambda time: (_width(time), time.span.start), default=bare)


def _is_known(value: str | None) -> bool:
    if value is None:
        return False
    try:
        edtf.interval(value)
    except ValueError:
        return False
    return True


def _width(time: Time) -> int:
    """Coarseness: an exact day before a week, a month, a year, what is open."""
    value = time.value or ""
    if "/" in value:
        return 5
    return {10: 0, 7: 1, 4: 3}.get(len(value.rstrip("~?%")), 0 if "T" in value else 4)
