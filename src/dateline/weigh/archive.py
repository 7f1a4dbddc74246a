"""The timeline of a large story: the days that matter most, what happened on them, and the sentence that tells it best.

In a pile of hundreds of reports few tellings of an event are joined, so a day is weighed first: by the sentences that name it
and the story's main figure, by the independent reports that name it, and by those that appeared on it and just after. What
tells of a day best is what lies nearest to all that is told of it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import cite, edtf
from dateline.cite import Cite, Cites, Span
from dateline.records.findings import Entry, Event
from dateline.records.marks import Marked
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.events.dates import PAST, Dating
from dateline.weigh.events.whole import LONG_AGO
from dateline.weigh.mentions import Mention

LARGE = 60  # reports from which a story is told by its days
FIGURE = 0.8  # share of the reports that name whom an archive is about; in running news nobody is in that many
AFTER = 2  # days after a day on which reports of it appear
OPENING = 3  # sentences of a report that tell its news
# The weight, beside that of a sentence, of a report that names a day, and of one that appears then.
REPORTS, PRINTED = 0.5, 0.34
FEWEST = 1.5  # the weight that a day needs
POOL = 200  # sentences of a day that are compared
SHORT, LONG = 6, 60  # words of a sentence that can stand for a day
DAYS, A_DAY = 200, 7  # the most days, and events of a day
PER_EVENT = 3  # the weight of a day for each of its events after the first
ALIKE = 0.15  # share of its nearness to the nearest entry from which a sentence rests under an earlier one
SAID = 0.85  # the worth of a sentence that tells only what was said

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that tells events: its origin, its number in its report, the days that it gives them, and its words."""

    cite: Cite
    origin: str
    printed: str | None
    number: int
    mentions: tuple[Mention, ...]
    days: frozenset[str]
    main: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Day:
    """A day, what tells of it, and its weight (in sentences)."""

    day: str
    naming: tuple[Passage, ...]
    printed: tuple[Passage, ...]
    weight: float


def days(
    story: Story, seen: Sequence[Mention], dated: Mapping[int, Dating | None], most: int | None = None
) -> tuple[Day, ...]:
    """The days of a story, those that matter most first; at most `most`. `dated` gives each mention its date."""
    passages = tuple(_passages(story, seen, dated))
    naming: dict[str, list[Passage]] = defaultdict(list)
    told: set[tuple[str, frozenset[str]]] = set()
    for passage in passages:
        if (passage.origin, passage.words) not in told:  # a copy says nothing of its own
            told.add((passage.origin, passage.words))
            for day in passage.days:
                naming[day].append(passage)
    leads: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.printed and passage.number < OPENING:
            leads[passage.printed].append(passage)
    made = [_day(day, some, leads) for day, some in naming.items()]
    ranked = sorted((one for one in made if one.weight >= FEWEST), key=lambda one: (-one.weight, one.day))
    return tuple(ranked[: most or DAYS])


def _day(day: str, naming: Sequence[Passage], leads: Mapping[str, Sequence[Passage]]) -> Day:
    near = [passage for number in range(AFTER + 1) for passage in leads.get(_later(day, number), ())]
    weight = (
        sum(passage.main for passage in naming)
        + REPORTS * len({passage.origin for passage in naming})
        + PRINTED * len({passage.origin for passage in near})
    )
    fresh = tuple(p for p in near if not p.days and p.printed is not None and p.printed <= _later(day, 1))
    return Day(day, tuple(naming), fresh, weight)


def _later(day: str, number: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(number)).isoformat()
    except (ValueError, OverflowError):  # a day before the year 1
        return day


def _passages(story: Story, seen: Sequence[Mention], dated: Mapping[int, Dating | None]) -> Iterator[Passage]:
    """Each sentence that tells events, in the order of reports and of the text."""
    origin = story.origin_by_report()
    figure = _figure(story)
    by_sentence: dict[tuple[str, Span], list[Mention]] = defaultdict(list)
    for mention in seen:
        by_sentence[mention.marked.report.id, mention.event.sentence].append(mention)
    for marked in story.reports:
        report = marked.report
        body = [sentence.span for sentence in marked.sentences if sentence.label in ("body", "headline", "deck")]
        named = [name.span for name in marked.names if story.who.get((report.id, name.name)) == figure]
        for number, span in enumerate(body):
            if (report.id, span) not in by_sentence:
                continue
            some = by_sentence[report.id, span]
            yield Passage(
                cite=cite.cite(report.id, report.text, span),
                origin=origin.get(report.id, report.id),
                printed=report.published.day,
                number=number,
                mentions=tuple(some),
                days=frozenset(filter(None, (_told(mention, dated) for mention in some))) | _named(marked, span),
                main=figure is None or any(span.holds(name) for name in named),
                words=words.content(span.of(report.text), report.language),
            )


def _named(marked: Marked, sentence: Span) -> frozenset[str]:
    """The past days that a sentence names."""
    printed = marked.report.published.day or "~"
    return frozenset(
        time.earliest
        for time in marked.times
        if sentence.holds(time.span) and time.earliest and time.earliest == time.latest and time.earliest <= printed
    )


def _told(mention: Mention, dated: Mapping[int, Dating | None]) -> str | None:
    """The day that a report gives a deed in so many words."""
    dating = dated.get(id(mention))
    if dating is None or not dating.exact or dating.basis != "told" or mention.event.status not in PAST:
        return None
    return dating.earliest


def _figure(story: Story) -> str | None:
    """The person or body that the story is about: whom most of its reports name, if as many do as to be its subject."""
    kinds = {person.id: person.kind for person in story.people}
    named = Counter(
        person
        for marked in story.reports
        for person in {story.who.get((marked.report.id, name.name)) for name in marked.names}
        if person is not None and kinds.get(person) in ("PERSON", "ORG")
    )
    first = min(named, key=lambda person: (-named[person], person), default=None)
    return first if first is not None and named[first] >= FIGURE * len(story.reports) else None


def entries(story: Story, chosen: Sequence[Day], events: Sequence[Event], a_day: int | None = None) -> Iterator[Entry]:
    """The events of the days, each with the sentence that tells it best; at most `a_day` of a day."""
    event_of = {(told.report, told.start): event for event in events for told in event.mentions}
    rarity = _rarity(chosen)
    used: set[str] = set()
    top = max((one.weight for one in chosen), default=1.0)
    for one in chosen:
        many = min(a_day or A_DAY, 1 + int(one.weight / PER_EVENT))
        told = []
        for passage in _telling(one, rarity, len(one.naming) + len(one.printed)):
            event = _event(passage, one.day, event_of, used)
            if event is not None:
                used.add(event.id)
                told.append((passage, event))
            if len(told) == many:
                break
        yield from _of_day(story, one, told, rarity, top)


def _event(passage: Passage, day: str, event_of: Mapping[tuple[str, int], Event], used: set[str]) -> Event | None:
    """The event that a sentence tells of a day: the weightiest that is not told yet and that its votes leave on that day."""
    here = (event_of.get((passage.cite.report, mention.event.span.start)) for mention in passage.mentions)
    fit = [
        event
        for event in here
        if event is not None and event.id not in used and event.status in PAST and _can_be(event, day)
    ]
    return max(fit, key=lambda event: (event.date == day, not event.said, event.weight, event.id), default=None)


def _can_be(event: Event, day: str) -> bool:
    return (event.earliest or "") <= day <= (event.latest or "~")


def _rarity(chosen: Sequence[Day]) -> dict[str, float]:
    """How much a word tells: the rarer among the sentences, the more."""
    every = {p.cite: p for one in chosen for p in (*one.naming, *one.printed)}
    counts = Counter(word for passage in every.values() for word in passage.words)
    return {word: math.log((1 + len(every)) / (1 + count)) + 1 for word, count in counts.items()}


def _vector(some: frozenset[str], rarity: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(rarity[word] ** 2 for word in some)) or 1.0
    return {word: rarity[word] / length for word in sorted(some)}


def _mean(vectors: Sequence[Vector]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, worth in vector.items():
            total[word] += worth / len(vectors)
    return total


def _evenly(some: Sequence[Passage]) -> Sequence[Passage]:
    return some if len(some) <= POOL else [some[(2 * n + 1) * len(some) // (2 * POOL)] for n in range(POOL)]


def _telling(one: Day, rarity: Mapping[str, float], most: int) -> Iterator[Passage]:
    """The sentences of a day in the order in which they are to tell it: each the one that, with those before it, lies nearest
    to all that names the day or appeared on it."""
    naming, printed = _evenly(one.naming), _evenly(one.printed)
    vectors = {p.cite: _vector(p.words, rarity) for p in (*naming, *printed)}
    shared = _mean(list(vectors.values()))
    pool = {p.cite: p for p in (*naming, *printed) if SHORT <= len(p.cite.text.split()) <= LONG}
    summary: dict[str, float] = defaultdict(float)
    near = {key: math.fsum(worth * shared.get(word, 0.0) for word, worth in vectors[key].items()) for key in pool}
    reached = length = 0.0
    for _ in range(most):
        if not pool:
            return
        values: dict[Cite, tuple[float, float, float]] = {}
        for key, passage in pool.items():
            cross = math.fsum(worth * summary[word] for word, worth in vectors[key].items() if word in summary)
            size = length + 2 * cross + 1.0
            fit = 1.0 if passage.main else 0.8
            fit *= SAID if all(mention.event.speaks for mention in passage.mentions) else 1.0
            values[key] = fit * (reached + near[key]) / math.sqrt(size), near[key], size
        best = min(values, key=lambda key: (-values[key][0], key))
        reached, length = reached + values[best][1], values[best][2]
        for word, worth in vectors[best].items():
            summary[word] += worth
        yield pool.pop(best)


def _of_day(
    story: Story, one: Day, told: Sequence[tuple[Passage, Event]], rarity: Mapping[str, float], top: float
) -> Iterator[Entry]:
    """The entries of a day. What tells of the day rests under the entry that it is nearest to, as much as the day weighs."""
    if not told:
        return
    heads = [_vector(passage.words, rarity) for passage, _ in told]
    resting: list[list[Cite]] = [[passage.cite] for passage, _ in told]
    scored = []
    for passage in (*one.naming, *one.printed):
        vector = _vector(passage.words, rarity)
        nearness = [math.fsum(worth * head.get(word, 0.0) for word, worth in vector.items()) for head in heads]
        number = next(n for n, near in enumerate(nearness) if near >= ALIKE * max(nearness))
        scored.append((not passage.days, -nearness[number], passage.cite, number))
    for _, _, cited, number in sorted(scored)[: round(one.weight)]:
        resting[number].append(cited)
    for (passage, event), some in zip(told, resting, strict=True):
        if event.date == one.day and event.mentions[0].sentence not in some:  # the words that its label is of
            some[max(1, len(some) - 1) :] = [event.mentions[0].sentence]
        yield _entry(story, one, event, passage, (cite.cites(some), one.weight / top))


def _entry(story: Story, one: Day, event: Event, passage: Passage, rests: tuple[Cites, float]) -> Entry:
    cites, weight = rests
    people = {party.person for party in event.participants if party.person}
    first = min((m.report.published.day for m in story.reports if m.report.published.day), default=None)
    return Entry(
        id=cite.content_id("t", event.id, one.day),
        date=one.day,
        earliest=one.day,
        latest=one.day,
        text=" ".join(passage.cite.text.split()),
        status=event.status,
        people=tuple(person.id for person in story.people if person.id in people),
        plan=None,
        cites=cites,
        origins=story.origins_of(cites),
        background=first is not None and edtf.apart(one.day, first) > LONG_AGO,
        weight=round(weight, 3),
        event=event.id,
        label=event.label if event.date == one.day else "",
    )
