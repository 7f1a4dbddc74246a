"""What each mention of an event shows of itself: its kind, who takes part by role, its words, numbers and days, its place.

A trait is read from one mark alone; what the story makes of it (rarity of words, how a kind is used) is `seen.py`'s.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from dateline import edtf, language
from dateline.cite import Span
from dateline.language import Language
from dateline.language.words import LETTERS
from dateline.records.marks import EventMention, Marked, Name, Participant, Role, Status, Time
from dateline.records.report import Label
from dateline.records.story import Story

LEADS = 2  # sentences of the body that lead
YEARS = 3653  # days: more is an age, and dates nothing
WIDEST = 45  # days: an event that may lie anywhere in more is as good as undated
SPREAD = ("GPE", "LOC", "FAC")
NEWS = 30  # days before its report in which an event is part of what is going on
BESIDE = 4  # content words on either side of a head
ROLES: tuple[Role, ...] = ("agent", "patient", "place", "other")
M = TypeVar("M", Name, Time)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence that has events: what its mentions share. `line` counts the report's sentences; `lead` says that it leads;
    `told_on` is the ordinal of the report's day.

    `marks` are its names, `names` the ids of who has them; `times` are the expressions of time as they were read; `words` are
    the stems of its content words in order, and `offsets` where each stands in the text; `every` are these words, each once;
    `kinds` are the mark and the kind of each event in it, `said` its text on one line.
    """

    span: Span
    line: int
    label: Label
    told_on: int | None
    lead: bool
    marks: tuple[Name, ...]
    names: Words
    times: Words
    words: tuple[str, ...]
    offsets: tuple[int, ...]
    kinds: tuple[tuple[int, str], ...]
    every: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Trait:
    """One mention. `report` and `mark` place it: the report's index in the story, the event's index in its marks.

    `named` and `phrased` hold per role (`ROLES`) the ids of who takes part and the stems of their phrases; `persons` are the
    persons among them. `days` are the first and last possible day as ordinals, or `long_days` where they lie far apart (`in
    2029`); those of a weekday that may be a week later are `doubtful`; `unread` says that its own words date it, and nobody can
    say when. `states` are the countries in which it takes place; `counted` is how many it befalls. `setting` is its sentence.
    `empty` says that its word tells of no event by itself (`go on`). Words that few mentions share stand in order: a set takes
    five times as much.
    """

    report: int
    mark: int
    lemma: str
    kind: str
    head: str
    noun: bool
    spoken: bool
    empty: bool
    status: Status
    setting: Setting
    first: bool
    named: tuple[Words, ...]
    persons: Words
    states: Words
    phrased: tuple[Words, ...]
    clause: tuple[str, ...]
    clause_names: Words
    numbers: Words
    around: Words
    near: tuple[str, ...]
    before: str
    after: str
    days: tuple[int, int] | None
    doubtful: tuple[int, int] | None
    long_days: tuple[int, int] | None
    unread: bool
    offset: int
    counted: float | None

    @property
    def arguments(self) -> Words:
        """Stems of the phrases of all who take part."""
        return frozenset().union(*self.phrased)

    @property
    def told_on(self) -> int | None:
        """The ordinal of the day of its report."""
        return self.setting.told_on

    @property
    def place(self) -> tuple[int, int]:
        """Its sentence: the report, and the number of the sentence there."""
        return self.report, self.setting.line


def traits(story: Story) -> tuple[Trait, ...]:
    """Every mention of the story, report after report, in the order of the marks."""
    once: dict[Words, Words] = {}
    read: dict[tuple[object, ...], tuple[Trait, ...]] = {}
    found: list[Trait] = []
    for at, marked in enumerate(story.reports):
        # Copies have their marks in common: what these show is read once, where their names mean the same.
        who = tuple(story.who.get((marked.report.id, name.name)) for name in marked.names)
        key = (id(marked.events), marked.report.language, marked.report.published.day, who)
        known = read.get(key)
        if known is None:
            read[key] = known = tuple(_of_report(story.who, at, marked, once))
            found += known
        else:
            found += [replace(trait, report=at) for trait in known]
    return tuple(found)


def _of_report(
    who: Mapping[tuple[str, str], str], at: int, marked: Marked, once: dict[Words, Words]
) -> Iterator[Trait]:
    tongue = language.of(marked.report.language)
    day = marked.report.published.day
    told_on = _ordinal(day) if day and len(day) == 10 else None
    persons = frozenset(name.name for name in marked.names if name.type == "PERSON")
    states = tongue.places.country if tongue.places else str
    towns = frozenset(name.name for name in marked.names if name.type == "GPE" and not states(name.name))
    people = _People(who, marked, persons, towns, tongue, _Roots(tongue), once)
    settings = _settings(people, told_on)
    dated = _dated(marked.events)
    for mark, event in enumerate(marked.events):
        before = dated.get(event.sentence, event)
        dating = before if _follows(event, before) and not _fresh(before, told_on) else event
        yield _trait((at, mark), event, settings[event.sentence], people, dating)


@dataclass(frozen=True, slots=True)
class _People:
    """Who the names of one report are in the story."""

    who: Mapping[tuple[str, str], str]
    marked: Marked
    persons: frozenset[str]
    towns: frozenset[str]
    language: Language
    roots: _Roots
    once: dict[Words, Words]  # each set of words that the story holds: a large story's mentions share most of theirs

    def same(self, some: Iterable[str]) -> Words:
        """Some words as a set, the same for the same words."""
        made = frozenset(some)
        return self.once.setdefault(made, made)

    def id(self, name: str) -> str:
        """The id of who a name means; its country's name for a capital or people; the name itself for others."""
        return self.who.get((self.marked.report.id, name)) or self._country(name) or name.casefold()

    def _country(self, name: str) -> str | None:
        return self.language.places.country(name) if self.language.places else None

    def stems(self, text: str) -> Words:
        """Roots of a text's content words."""
        return frozenset(map(self.roots.__getitem__, LETTERS.findall(text))) - _NO_ROOT

    def named(self, some: Sequence[Participant]) -> Words:
        """Ids of those who take part with a name; a town does not (`the Holm summit`)."""
        if not some:
            return _NOTHING
        return self.same(self.id(part.name) for part in some if part.name and part.name not in self.towns)

    def states(self, some: Sequence[Participant]) -> Words:
        """The countries that places stand for."""
        if not some:
            return _NOTHING
        return self.same(state for part in some if part.name and (state := self._country(part.name)))

    def phrased(self, some: Sequence[Participant]) -> Words:
        """Stems of the phrases of those who take part, of their full names too."""
        if not some:
            return _NOTHING
        text = self.marked.report.text
        return self.same(
            self.stems(" ".join([part.span.of(text) for part in some] + [part.name or "" for part in some]))
        )


def _dated(events: Sequence[EventMention]) -> Mapping[Span, EventMention]:
    """The event that has the one time of a sentence, where its main clause tells it, or a noun in it."""
    found: dict[Span, EventMention] = {}
    several = set()
    for event in events:
        if event.time is not None and event.sentence in found and found[event.sentence].time != event.time:
            several.add(event.sentence)
        if event.time is not None and event.rank in ("main", "noun") and not event.speaks:
            found.setdefault(event.sentence, event)
    return {sentence: event for sentence, event in found.items() if sentence not in several}


def _follows(event: EventMention, day: EventMention) -> bool:
    """Whether an event has no day but that of another before it (`hit the town in 2003, killing ten`)."""
    beside = event.rank in ("adverbial", "relative") and not event.speaks
    return beside and event.time is None and event.span.start > day.span.start


def _fresh(event: EventMention, told_on: int | None) -> bool:
    """Whether an event is of the weeks before its report: whoever tells of those dates little, and loosely."""
    days = _days(event, 0, YEARS)
    return days is not None and told_on is not None and days[1] > told_on - NEWS


def _trait(
    place: tuple[int, int], event: EventMention, around: Setting, people: _People, dating: EventMention
) -> Trait:
    text = people.marked.report.text
    by_role: list[list[Participant]] = [[] for _ in ROLES]
    for part in event.participants:
        by_role[ROLES.index(part.role)].append(part)
    clause = event.clause.of(text)
    head = people.language.words.root(event.head.casefold())
    in_clause = [name for name in around.marks if event.clause.overlaps(name.span)] if around.marks else []
    doubtful = people.marked.doubts(dating)
    return Trait(
        report=place[0],
        mark=place[1],
        lemma=event.lemma,
        kind=_kind_of(event, people.language),
        head=head,
        noun=event.rank == "noun",
        spoken=event.speaks,
        empty=not event.speaks and not _happens(event, people.language),
        status=event.status,
        setting=around,
        first=around.kinds[0][0] == place[1],
        named=tuple(people.named(some) for some in by_role),
        persons=people.named([part for part in event.participants if part.name in people.persons]),
        states=people.states(by_role[ROLES.index("place")]),
        phrased=tuple(people.phrased(some) for some in by_role),
        clause=tuple(sorted(people.stems(clause) - {head})),
        clause_names=people.same(people.id(name.name) for name in in_clause),
        numbers=people.same(_NUMBER.findall(clause)),
        around=people.same(kind for mark, kind in around.kinds if mark != place[1]),
        near=tuple(sorted(set(_near(around, event.span.start)))),
        before=next((kind for mark, kind in reversed(around.kinds) if mark < place[1]), ""),
        after=next((kind for mark, kind in around.kinds if mark > place[1]), ""),
        days=None if doubtful else _days(dating, 0, WIDEST),
        doubtful=_days(dating, 0, WIDEST) if doubtful else None,
        long_days=_days(dating, WIDEST + 1, YEARS),
        unread=event.time is not None and not event.date,
        offset=event.span.start - around.span.start,
        counted=_counted(text, by_role[ROLES.index("patient")] or by_role[ROLES.index("agent")], people.language),
    )


def _counted(text: str, parts: Sequence[Participant], tongue: Language) -> float | None:
    """How many people or things it befalls (`killed ten people`), where one number of them is given."""
    if tongue.measures is None:
        return None
    found = [one for part in parts if not part.name for one in tongue.measures.bare(text, part.span)]
    return found[0] if len(found) == 1 else None


def _near(around: Setting, at: int) -> Sequence[str]:
    """Stems of the few content words on either side of what stands at an offset."""
    place = bisect_left(around.offsets, at)
    return around.words[max(0, place - BESIDE) : place] + around.words[place + 1 : place + 1 + BESIDE]


def _days(event: EventMention, least: int, most: int) -> tuple[int, int] | None:
    """The first and last possible day as ordinals, where both are known and so many days apart."""
    if not event.earliest or not event.latest:
        return None
    first, last = _ordinal(event.earliest), _ordinal(event.latest)
    return (first, last) if first is not None and last is not None and least <= last - first <= most else None


def _ordinal(day: str) -> int | None:
    try:
        return int(edtf.ordinal(day[:10]))
    except ValueError:  # a day before the calendar's first year
        return None


def _settings(people: _People, told_on: int | None) -> Mapping[Span, Setting]:
    """What stands in each sentence that has an event."""
    marked, tongue = people.marked, people.language
    labels: dict[Span, Label] = {sentence.span: sentence.label for sentence in marked.sentences}
    spans = sorted({*labels, *(event.sentence for event in marked.events)}, key=lambda span: (span.start, span.end))
    kinds: dict[Span, list[tuple[int, str]]] = {}
    for mark, event in enumerate(marked.events):
        kinds.setdefault(event.sentence, []).append((mark, _kind_of(event, tongue)))
    body = 0
    out = {}
    names, times = _Sweep(marked.names), _Sweep(marked.times)
    for line, span in enumerate(spans):
        label = labels.get(span, "body")
        body += label == "body"
        inside, dated = names.within(span), times.within(span)
        if span in kinds:
            words = _words(marked.report.text, span, tongue)
            out[span] = Setting(
                span=span,
                line=line,
                label=label,
                told_on=told_on,
                lead=label in ("headline", "deck") or (label == "body" and body <= LEADS),
                marks=tuple(inside),
                names=people.same(people.id(name.name) for name in inside),
                times=people.same(time.timex for time in dated if time.timex and time.type in ("DATE", "TIME")),
                words=tuple(word for word, _ in words),
                offsets=tuple(offset for _, offset in words),
                kinds=tuple(kinds[span]),
                every=tuple(sorted({word for word, _ in words})),
                said=" ".join(span.of(marked.report.text).split()),
            )
    return out


def _words(text: str, span: Span, tongue: Language) -> list[tuple[str, int]]:
    found = (
        (_stem(word.group().casefold(), tongue), word.start()) for word in LETTERS.finditer(text, span.start, span.end)
    )
    return [pair for pair in found if pair[0]]


def _stem(word: str, tongue: Language) -> str:
    """The root of a word; empty where it is one of grammar."""
    return "" if len(word) < 2 or word in tongue.words.function_words() else tongue.words.root(word)


_NO_ROOT = frozenset({""})
_NOTHING: Words = frozenset()


class _Roots(dict[str, str]):
    """The roots of words, however they are written: those of a report's clauses are asked for again and again."""

    def __init__(self, tongue: Language) -> None:
        super().__init__()
        self._tongue = tongue

    def __missing__(self, word: str) -> str:
        self[word] = root = _stem(word.casefold(), self._tongue)
        return root


def _kind_of(event: EventMention, tongue: Language) -> str:
    return tongue.predicates.kind_of(event) if tongue.predicates else event.lemma


def _happens(event: EventMention, tongue: Language) -> bool:
    return tongue.predicates is None or tongue.predicates.happens(event)


class _Sweep(Generic[M]):
    """Marks in text order, handed out sentence by sentence."""

    def __init__(self, marks: Sequence[M]) -> None:
        self._marks: Sequence[M] = marks
        self._next = 0

    def within(self, span: Span) -> list[M]:
        """The marks that begin in a sentence; sentences must be asked for in text order."""
        while self._next < len(self._marks) and self._marks[self._next].span.start < span.start:
            self._next += 1
        first = self._next
        while self._next < len(self._marks) and self._marks[self._next].span.start < span.end:
            self._next += 1
        return list(self._marks[first : self._next])
