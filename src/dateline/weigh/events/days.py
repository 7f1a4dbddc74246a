"""The day of what no words of its report date, by learnt weights of plain signs.

A report dates little of what it tells. The rest is of the day that it has just told of, of the day of its news, of a day of
which the story's reports tell in such words, or of none that anybody could say. Each such day is a candidate, and that none can
be said is one more; the chance of each is that of a choice among them (a conditional logit: McFadden, *Conditional logit
analysis of qualitative choice behavior*, 1974). The weights (`language/data/day_signs.tsv`) are learnt by bench/learn_days.py
from stories whose events were dated by hand.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from dateline import edtf
from dateline.cite import Span
from dateline.language import tables
from dateline.records.marks import Marked, inside
from dateline.weigh import words
from dateline.weigh.events.dates import PAST, RECENT, WEEK, Dating, lasts, of_words, only_plans
from dateline.weigh.mentions import Mention

NONE = ""  # the candidate that no day can be said
ENOUGH, SURER = 0.42, 0.6  # how surely a day must be the one; against what the report tells around it
WORTH = 0.4  # what a day that is surely the one is worth in a vote, beside one that is told
MONTH = 31  # days before a report of which it may tell more
MOST = 12  # days that are compared by their words: those most told of, in all and in the month before a report
RESEMBLES = 0.05  # likeness to the words told of a day from which it is a candidate
NEAREST = 3  # of them, those most alike
LEAD = 3  # sentences of a body with which a report leads
PRINTED = "printed"
BEHIND = "behind"
LAST = "last"
EVE = "eve"
WORD = "word"
CROSSED = (PRINTED, BEHIND, LAST, EVE, WORD)  # signs that are worth more or less by the form of a mention
LIKE = 0.2  # likeness that the words of a day that nobody told have
Signs = Mapping[str, float]
Times = tuple[str, str]  # first and last day


class Days:
    """Of which days the mentions of a story can be.

    `groups` are the mentions of one event each, `origin` says whose words a report's are.
    """

    def __init__(self, seen: Sequence[Mention], groups: Iterable[Sequence[Mention]], origin: Mapping[str, str]) -> None:
        self._known: dict[int, str] = {}
        self._by: dict[int, str] = {}  # the day by which each was told as done
        origins: dict[str, set[str]] = defaultdict(set)
        self._who: dict[str, set[str]] = defaultdict(set)  # who takes part in what is of a day
        self._words: dict[str, Counter[str]] = defaultdict(Counter)  # what is dated, by its word and day
        told: dict[str, set[tuple[str, Span]]] = defaultdict(set)
        for group in groups:
            day = _own_day(group, origin)
            by = _told_by(group)
            self._by |= {id(mention): by for mention in group}
            for mention in group if day else ():
                self._words[mention.event.lemma][day] += 1
                self._who[day] |= mention.who
                where = mention.marked.report.id
                self._known[id(mention)] = day
                origins[day].add(origin.get(where, where))
                if mention.event.status in PAST:
                    told[day].add((where, mention.event.clause))
        every = max(1, len(set(origin.values())))
        self._share = {day: len(some) / every for day, some in origins.items()}
        self._first = sorted(origins, key=lambda day: (-len(origins[day]), day))
        self._topics = _Topics({mention.marked.report.id: mention.marked for mention in seen}, told)
        self._tales: dict[str, _Tale] = {}
        by_report: dict[str, list[Mention]] = defaultdict(list)
        for mention in seen:
            by_report[mention.marked.report.id].append(mention)
        for where, some in by_report.items():
            self._tales[where] = _Tale(some, self._known)

    def of(self, mention: Mention, ruled: Dating | None = None) -> Dating | None:
        """The day of a mention that its own words do not date; None where none is sure enough.

        `ruled` is the day that what is told around it in its report would give it.
        """
        if not is_asked(mention):
            return ruled
        weights = _weights()
        odds = {
            day: math.exp(sum(weights.get(sign, 0.0) * value for sign, value in signs.items()))
            for day, signs in self.signs(mention, ruled).items()
        }
        best = max(odds, key=lambda day: (odds[day], day))
        chance = odds[best] / sum(odds.values())
        if ruled is not None and (best == ruled.earliest or chance < SURER or best == NONE):
            return ruled
        return Dating(best, best, best, "inferred", WORTH * chance) if best != NONE and chance >= ENOUGH else None

    def signs(self, mention: Mention, ruled: Dating | None = None) -> dict[str, Signs]:
        """The signs of each day of which it can be, and (under `NONE`) of that none can be said."""
        tale = self._tales[mention.marked.report.id]
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for day in tale.near(mention):
            found[day]["told"] = 1.0
        if tale.printed:
            found[tale.printed] |= _of_print(mention)
        days = [day for day in self._first if not tale.printed or day <= tale.printed]
        if days and days[0] == self._first[0] and not tale.is_old(days[0]):
            found[days[0]]["main"] = self._share[days[0]]
        likeness = self._topics.likeness(mention, self._near(days, tale.printed))
        every = sum(likeness.values())
        for day in sorted(likeness, key=lambda day: (-likeness[day], day))[:NEAREST]:
            if likeness[day] > RESEMBLES:
                found[day] |= {"topic": likeness[day], "share": likeness[day] / (every + LIKE)}
        if ruled is not None and ruled.exact:
            found[ruled.earliest][f"ruled {ruled.basis}"] = 1.0
        by, forms, times = self._by.get(id(mention), ""), tuple(_forms(mention)), _named_times(mention)
        for day, signs in found.items():
            signs["day"] = 1.0
            signs["no room"] = float(bool(times) and not any(first <= day <= last for first, last in times))
            signs[WORD] = self._word(mention, day)
            who = self._who.get(day, set())
            signs["who"] = float(bool(mention.who & who))
            signs["strangers"] = float(bool(mention.who and who) and not mention.who & who)
            signs |= tale.stands(mention, day)
            signs |= {f"{form} {sign}": signs.get(sign, 0.0) for form in forms for sign in CROSSED}
        return {NONE: _of_none(mention), **{day: signs for day, signs in found.items() if not by or day <= by}}

    def _word(self, mention: Mention, day: str) -> float:
        """Of what the story's reports tell by the same word, and date, how much is of a day."""
        known = self._words.get(mention.event.lemma, Counter())
        return known[day] / max(1, known.total())

    def _near(self, days: Sequence[str], printed: str) -> frozenset[str]:
        """The days most told of, in all and in the month before a report."""
        late = (day for day in days if printed and edtf.apart(day, printed) <= MONTH)
        return frozenset((*days[:MOST], *islice(late, MOST)))


def is_asked(mention: Mention) -> bool:
    """Whether a day is sought for a mention: it is past, and has no day of its own that cannot be read."""
    event = mention.event
    unread = event.time is not None and event.date is None
    return event.status in PAST and mention.label != "caption" and not unread and not lasts(mention)


class _Tale:
    """What one report tells of which day, in the order of its sentences: `told` are the days, `printed` its own."""

    def __init__(self, mentions: Sequence[Mention], known: Mapping[int, str]) -> None:
        marked = mentions[0].marked
        self.printed = marked.report.published.day or ""
        self._number = {sentence.span: number for number, sentence in enumerate(marked.sentences)}
        where: dict[str, set[int]] = defaultdict(set)
        for mention in mentions:
            day = _day(mention, self.printed, known)
            if day and (not self.printed or day <= self.printed):
                where[day].add(self._number.get(mention.event.sentence, 0))
        self.told: Mapping[str, set[int]] = where
        self._leads = self._first_told([one.span for one in marked.sentences if one.label == "body"][:LEAD])
        self._times: list[Times] = []  # what the report's words date, a year too
        self._running: dict[Span, Times | None] = {}  # the last of these in the body before a sentence
        times = {mention.event.sentence: told for mention in mentions if (told := _times(mention))}
        running = None
        for sentence in marked.sentences:
            self._running[sentence.span] = running
            if sentence.span in times:
                self._times.append(times[sentence.span])
                running = times[sentence.span] if sentence.label == "body" else running

    def _first_told(self, sentences: Sequence[Span]) -> str:
        """The day that the first of some sentences which tell of one tells of; the report's own where none does."""
        numbers = [self._number[span] for span in sentences]
        told = sorted((at, day) for day, places in self.told.items() for at in places if at in numbers)
        return told[0][1] if told else self.printed

    def near(self, mention: Mention) -> Iterator[str]:
        """The days that the report tells of; those of long ago only in their own sentence: a tale of a year runs on, one of a
        life leaps.
        """
        at = self._number.get(mention.event.sentence, 0)
        return (day for day, places in self.told.items() if at in places or not self.is_old(day))

    def is_old(self, day: str) -> bool:
        """Whether it lies a year and more before the report, or before what an undated one tells last."""
        return edtf.apart(day, self.printed or max(self.told, default=day)) > RECENT

    def stands(self, mention: Mention, day: str) -> dict[str, float]:
        """How a day stands in the report: how near it is told before and behind a mention, whether it is the one that the
        report leads with, its last, or the eve of its own, and how much is of other times.
        """
        at = self._number.get(mention.event.sentence, 0)
        gaps = [at - one for one in self.told.get(day, ())]
        running = self._running.get(mention.event.sentence)
        apart = edtf.apart(day, self.printed) if self.printed else None
        others = sum(_is_apart(times, day) for times in self._times)
        return {
            BEHIND: max((1 / (1 + gap) for gap in gaps if gap >= 0), default=0.0),
            "ahead": max((1 / (1 - gap) for gap in gaps if gap < 0), default=0.0),
            "leads": float(day == self._leads),
            LAST: float(day == max(self.told, default="")),
            EVE: float(apart == 1),
            "week": float(apart is not None and 0 <= apart <= WEEK),
            "other times": others / max(1, len(self._times)),
            "other time": float(running is not None and _is_apart(running, day)),
        }


class _Topics:
    """The words told of each day, and how like them those of a mention are: the cosine, a word counting by how rare it is."""

    def __init__(self, reports: Mapping[str, Marked], told: Mapping[str, Iterable[tuple[str, Span]]]) -> None:
        self._rare = _rarity(reports.values())
        self._days: dict[str, dict[str, float]] = defaultdict(dict)  # by word, then day
        self._long: dict[str, float] = {}
        for day, places in told.items():
            often = Counter(word for where, span in sorted(places) for word in _content(reports[where], span))
            weights = {word: self._rare.get(word, 0.0) * math.log1p(count) for word, count in sorted(often.items())}
            self._long[day] = math.sqrt(sum(weight**2 for weight in weights.values()))
            for word, weight in weights.items():
                self._days[word][day] = weight

    def likeness(self, mention: Mention, days: frozenset[str]) -> dict[str, float]:
        """How like, 0 to 1, by day; of days of whose words it has none, nothing."""
        own_words = sorted(_content(mention.marked, mention.event.clause))
        found: dict[str, float] = defaultdict(float)
        for word in own_words:
            for day, weight in self._days.get(word, {}).items():
                if day in days:
                    found[day] += weight * self._rare.get(word, 0.0)
        long = math.sqrt(sum(self._rare.get(word, 0.0) ** 2 for word in own_words))
        return {day: value / (long * self._long[day]) for day, value in sorted(found.items()) if value}


def _rarity(reports: Iterable[Marked]) -> dict[str, float]:
    """How rare each content word is in a story's sentences, in nats."""
    sentences = [_content(marked, sentence.span) for marked in reports for sentence in marked.sentences]
    often = Counter(word for content in sentences for word in content)
    return {word: math.log((len(sentences) + 1) / count) for word, count in often.items()}


def _content(marked: Marked, span: Span) -> frozenset[str]:
    return words.content(span.of(marked.report.text), marked.report.language)


def _told_by(group: Sequence[Mention]) -> str:
    """The first day on which a report told an event as done; empty where none that did has a day."""
    past = (mention.marked.report.published.day for mention in group if mention.event.status in PAST)
    return min((day for day in past if day), default="")


def _own_day(group: Sequence[Mention], origin: Mapping[str, str]) -> str:
    """The day that most origins' own words give a past event; empty where none does."""
    past = [mention for mention in group if mention.event.status in PAST]
    if 2 * len(past) < len(group):
        return ""
    votes: dict[str, set[str]] = defaultdict(set)
    for mention in past:
        where = mention.marked.report
        told = of_words(mention, where.published.day)
        if told is not None and told.exact and told.own and not only_plans(mention):
            votes[told.earliest].add(origin.get(where.id, where.id))
    return max(votes, key=lambda day: (len(votes[day]), day), default="")


def _day(mention: Mention, printed: str, known: Mapping[int, str]) -> str:
    """The day of a past mention: by its own words, else by those of other reports; empty where there is none."""
    if mention.event.status not in PAST or mention.label == "caption" or only_plans(mention):
        return ""
    told = of_words(mention, printed or None)
    if told is not None:
        return told.earliest if told.exact else ""
    day = known.get(id(mention), "")
    return day if not printed or day <= printed else ""


def _named_times(mention: Mention) -> list[Times]:
    """The times that its sentence names."""
    times = inside(mention.marked.times, mention.event.sentence)
    return [(time.earliest, time.latest) for time in times if time.type == "DATE" and time.earliest and time.latest]


def _times(mention: Mention) -> Times | None:
    """The first and last day that a past mention's own words give it."""
    event = mention.event
    if event.status not in PAST or event.earliest is None or event.latest is None or mention.label == "caption":
        return None
    return event.earliest, event.latest


def _is_apart(times: Times, day: str) -> bool:
    """Whether times lie more than a week from a day."""
    first, last = times
    return edtf.apart(last, day) > WEEK or edtf.apart(day, first) > WEEK


def _of_print(mention: Mention) -> dict[str, float]:
    """The signs of the day on which its report came out."""
    return {
        PRINTED: 1.0,
        "printed said": float(mention.event.speaks),
        "printed quoted": float(mention.quoted),
        "printed lead": float(mention.lead),
    }


def _forms(mention: Mention) -> Iterator[str]:
    """The forms of a mention that change what a sign is worth."""
    event = mention.event
    if event.rank == "main":
        yield "main"
    if event.tense == "pluperfect":
        yield "had been"
    if mention.is_noun:
        yield "noun"
    if mention.label == "headline":
        yield "headline"


def _of_none(mention: Mention) -> dict[str, float]:
    """The signs that no day can be said."""
    event = mention.event
    return {
        "none": 1.0,
        "none quoted": float(mention.quoted),
        "none alleged": float(event.status in ("alleged", "denied")),
        "none acts": mention.acts,
        "none lead": float(mention.lead),
    }


@cache
def _weights() -> Mapping[str, float]:
    """What each sign adds to the log-odds of a day."""
    return {row["sign"]: float(row["weight"]) for row in tables.table("day_signs")}
