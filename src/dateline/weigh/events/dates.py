"""When one report's mentions of events lie: from the words that date them, else from what is told around them.

A date is worth the more the nearer it stands: beside the event's own word, in its sentence, earlier in the tale, or no nearer
than the day of the lead. A past deed that its own words put after the day of its report is a contradiction: they date nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline import edtf
from dateline.cite import Span
from dateline.language.names import HYPHENS
from dateline.records.findings import EventBasis
from dateline.records.marks import Marked, Status, Time, inside
from dateline.weigh import words
from dateline.weigh.mentions import Mention

# What a date is worth in a vote, by where it stands: exact days; a coarser date is worth less.
BESIDE, SENTENCE, TALE, LEAD = 1.0, 0.7, 0.3, 0.4
COARSE = 0.5
RECENT = 366  # days before its report from which what is told is history
WEEK = 7  # days
SAME = 0.5  # share of a headline's content words that the first sentence has where both tell one thing
FAR = 1  # sentences after which a day told in the tale is no longer the day of what follows
PAST: tuple[Status, ...] = ("happened", "ongoing", "alleged", "denied")


_LONG = re.compile(r"P[\dX.]+(?:[YM]|DE|CE)")  # a duration of years or months
Told = tuple[Span, bool]  # a sentence, and whether what it tells had been before


@dataclass(frozen=True, slots=True)
class Dating:
    """The days on which an event can lie, ISO 8601, first and last; the EDTF words of them; what they rest on and are worth.

    `own`: the event's own words say so.
    """

    earliest: str
    latest: str
    value: str
    basis: EventBasis
    worth: float
    own: bool = False

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest

    def meets(self, other: Dating) -> bool:
        """Whether both can be one time."""
        return self.earliest <= other.latest and other.earliest <= self.latest


def datings(marked: Marked, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Dating | None]]:
    """The date of each mention of one report, in text order, where the report gives one."""
    published = marked.report.published.day
    told_on = published or max(
        (time.latest for time in marked.times if time.type == "DATE" and time.latest), default=""
    )
    running: tuple[int, Dating] | None = None
    order = {span: number for number, span in enumerate(sorted({mention.event.sentence for mention in mentions}))}
    shared = _by_sentence(mentions, published)
    for mention in mentions:
        if mention.label == "caption":  # its day is the picture's
            yield mention, None
            continue
        number = order[mention.event.sentence]
        own = of_words(mention, published)
        past = mention.event.status in PAST and not only_plans(mention)
        if own is not None and own.exact and mention.label == "body" and past:
            running = (number, own) if _recent(own, told_on) else None
        if own is not None and own.exact and _is_long(mention):
            own = None
        near = None if lasts(mention) else _around(mention, shared, running, number) or _of_lead(mention, published)
        yield mention, own or _of_hours(mention) or near


def _recent(day: Dating, told_on: str) -> bool:
    """Whether a day is of the year before its report (or before what an undated one tells last): a tale of that runs on, one of
    long ago leaps from year to year.
    """
    return edtf.apart(day.latest, told_on) <= RECENT


def lasts(mention: Mention) -> bool:
    """Whether its own words say that it went on for months or years (`feigned illness for decades`): no day is its day.

    A length that stands before a noun with a hyphen is the noun's (`an eight-year offer`).
    """
    if mention.event.status not in PAST:
        return False
    event = mention.event
    clause = Span(event.sentence.start, event.clause.end) if event.rank == "main" else event.clause  # `For years he …`
    times = inside(mention.marked.times, clause)
    lengths = (time for time in times if time.type == "DURATION" and _LONG.match(time.value or ""))
    return any(not _is_of_noun(mention, time) for time in lengths)


def _is_of_noun(mention: Mention, length: Time) -> bool:
    """Whether a length of time is told of the noun behind it (`a two-year contract`)."""
    return bool(HYPHENS & set(length.span.of(mention.marked.report.text)))


def _is_long(mention: Mention) -> bool:
    """Whether its words say that it took months or years, and then name something else before a day (`served two years for
    the robbery of 4 May`): that day is another's.
    """
    event = mention.event
    if event.time is None or event.time.start < event.span.end:
        return False
    between = Span(event.span.end, event.time.start)
    others = inside(mention.marked.events, between)
    first_verb = min((one.span.start for one in others if one.rank not in ("noun", "attributive")), default=between.end)
    last_noun = max((one.span.start for one in others if one.rank == "noun"), default=between.start)
    return any(
        time.type == "DURATION" and _LONG.match(time.value or "") and time.span.end < min(first_verb, last_noun)
        for time in inside(mention.marked.times, between)
        if not _is_of_noun(mention, time)
    )


def of_words(mention: Mention, published: str | None) -> Dating | None:
    """The date that the event's own words give it; a doubtful one is worth no more than what is told around it."""
    event = mention.event
    if event.date is None or event.earliest is None or event.latest is None:
        return None
    if event.status in PAST and published is not None and event.earliest > published:
        return None
    if mention.marked.doubts(event):
        return Dating(event.earliest, event.latest, event.date, "inferred", TALE)
    exact = event.earliest == event.latest
    return Dating(event.earliest, event.latest, event.date, "told", BESIDE if exact else COARSE, own=True)


def _of_hours(mention: Mention) -> Dating | None:
    """The day of what it is told to be hours from (`hours after the two met`)."""
    day = mention.beside
    return None if day is None or mention.event.status not in PAST else Dating(day, day, day, "told", SENTENCE)


def _by_sentence(mentions: Sequence[Mention], published: str | None) -> dict[Told, Dating]:
    """The one exact day that a sentence gives the past events in it; none where it gives two. What had been is apart."""
    found: dict[Told, set[str]] = {}
    for mention in mentions:
        own = of_words(mention, published)
        if (
            own is not None
            and own.exact
            and mention.event.status in PAST
            and not (mention.event.speaks or only_plans(mention))
        ):
            found.setdefault(told_with(mention), set()).add(own.earliest)
    return {
        told: Dating(day, day, day, "told", SENTENCE) for told, days in found.items() if len(days) == 1 for day in days
    }


def only_plans(mention: Mention) -> bool:
    """Whether it only tells for when something is planned (`is scheduled for 15 December`): that day is the plan's."""
    planning = mention.language.planning
    return planning is not None and planning.act(mention.event) == "planned"


def told_with(mention: Mention) -> Told:
    """What past events of one sentence share when they are told as of one time."""
    return mention.event.sentence, mention.event.tense == "pluperfect"


def _around(
    mention: Mention, shared: dict[Told, Dating], running: tuple[int, Dating] | None, number: int
) -> Dating | None:
    """The day of what is told with it, or just before it in the tale: what somebody says has neither, what a noun names only
    the first.
    """
    if mention.event.status not in PAST or mention.event.speaks:
        return None
    if mention.event.time is not None and mention.event.date is None and mention.marked.report.published.day is None:
        return None  # it has a day of its own that cannot be read (`on Friday`)
    if (day := shared.get(told_with(mention))) is not None:
        return day
    if running is None or mention.label != "body" or mention.quoted or mention.is_noun or number - running[0] > FAR:
        return None
    if mention.event.tense == "pluperfect" or _of_unknown_day(mention):
        return None
    day = running[1]
    return Dating(day.earliest, day.latest, day.value[:10], "inferred", TALE)


def _of_unknown_day(mention: Mention) -> bool:
    """Whether its words name a day that nobody can tell: the `yesterday` of a report without a date is no day of the tale."""
    span = mention.event.time
    times = inside(mention.marked.times, span) if span is not None else ()
    return any(time.type in ("DATE", "TIME") and time.earliest is None and time.latest is None for time in times)


def _of_lead(mention: Mention, published: str | None) -> Dating | None:
    """The day of the report, for the news that its lead tells."""
    if published is None or not mention.lead or mention.event.status not in ("happened", "ongoing"):
        return None
    if mention.event.rank not in ("main", "content") or mention.event.tense != "past":
        return None
    day = _named(mention, published)
    return Dating(day, day, day, "lead", LEAD)


def _named(mention: Mention, published: str) -> str:
    """The day that a lead's news is of: the one day of the week before that it names (`said on Friday`), else its report's. The
    news of a headline is that of the first sentence, where that says most of what the headline does.
    """
    where, text = mention.event.sentence, mention.marked.report.text
    first = next((one.span for one in mention.marked.sentences if one.label == "body"), where)
    if mention.label != "body":
        told = words.content(where.of(text), mention.marked.report.language)
        shared = told & words.content(first.of(text), mention.marked.report.language)
        where = first if len(shared) >= SAME * len(told) else where
    times = inside(mention.marked.times, where)
    days = {time.earliest for time in times if time.type == "DATE" and time.earliest and time.earliest == time.latest}
    day = days.pop() if len(days) == 1 else published
    return day if 0 <= edtf.apart(day, published) < WEEK else published
