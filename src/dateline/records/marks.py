"""The marks of one report: sentences, names, times, quotes and mentions of events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import ClassVar, Literal, Protocol, TypeVar

from dateline import edtf
from dateline.cite import Span
from dateline.records.report import Label, Report

NameType = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "LAW", "WORK", "FAC", "PRODUCT"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER"]
QuoteType = Literal["direct", "indirect", "mixed"]
QuoteClass = Literal["statement", "attitude"]
Polarity = Literal["assert", "deny", "nonstatement"]
Status = Literal[
    "happened", "planned", "postponed", "cancelled", "denied", "alleged", "hypothetical", "ongoing"
]  # fmt: skip


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Placed)
_start = attrgetter("span.start")  # of any `Placed`


def inside(marks: Sequence[P], span: Span) -> Sequence[P]:
    """Those of some marks, which are in text order, that stand wholly inside a span.

    >>> inside([Sentence(Span(0, 4)), Sentence(Span(5, 9)), Sentence(Span(8, 12))], Span(3, 9))
    [Sentence(span=Span(start=5, end=9), label='body')]
    """
    first = bisect_left(marks, span.start, key=_start)
    last = bisect_left(marks, span.end, first, key=_start)
    return [mark for mark in marks[first:last] if mark.span.end <= span.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `label` is the label of the block that it stands in."""

    kind: ClassVar[str] = "sentence"
    span: Span
    label: Label = "body"


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of somebody or something with a name.

    `name` is the canonical name within the report (the fullest form, without title); a pronoun or a role that
    the report licenses (`the Russian leader`) is no Name but may be a Role. `role` is a title or role given with it.
    """

    kind: ClassVar[str] = "name"
    span: Span
    type: NameType
    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time with its value: EDTF (or an ISO duration or set), and as TIMEX3.

    Both ends of a range (`4 to 6 October`) have the whole range as `value`, and each its own `timex`. `anchor` tells whether
    it counts from the report's day, or from what its text told before.
    """

    kind: ClassVar[str] = "time"
    span: Span
    type: TimeType
    value: str | None
    timex: str
    mod: Mod | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: Literal["published", "text"] = "published"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words or thought as a report gives them: content, source and cue as spans.

    `speaker` is the canonical name of the source within the report, or None where the text does not tell. `told` tells a
    statement from what is only laid to somebody's account: a deed of words (`castigated the allies`), a feeling about a
    thing, what nobody is named for. `bearer` is what a pronoun as the source stands for (`the report, which says`).
    """

    kind: ClassVar[str] = "quote"
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    type: QuoteType
    class_: QuoteClass = "statement"
    polarity: Polarity = "assert"
    speaker: str | None = None
    through: str | None = None
    said_on: str | None = None
    told: bool = field(default=True, metadata={"absent": True})
    bearer: Span | None = field(default=None, metadata={"absent": None})

    @property
    def span(self) -> Span:
        """From the first to the last code point of source, cue and content."""
        every = (*self.content, *self.source, *self.cue)
        return Span(min(s.start for s in every), max(s.end for s in every))


# Where a mention stands in its sentence: in the main clause; in what a verb of saying tells; in an adverbial, relative or
# infinitive clause; as a noun among what the clause tells; as an attribute of another word.
Rank = Literal["main", "content", "adverbial", "relative", "infinitive", "noun", "attributive"]
# How much a mention tells of an event by where it stands in its sentence, 0 to 1.
MAINLY: Mapping[Rank, float] = {
    "main": 1.0, "content": 0.9, "adverbial": 0.7, "relative": 0.5, "infinitive": 0.3, "noun": 0.4, "attributive": 0.2,
}  # fmt: skip
# When a verb tells of its event, by its form: before what is told with it (`had sunk`), as what is usual or lasts (`sinks`
# outside a headline), at no time (`sinking`, `to sink`), or else as past.
Tense = Literal["past", "pluperfect", "present", "none"]
Role = Literal["agent", "patient", "other", "place"]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something that takes part in an event: the words, and the canonical name behind them."""

    role: Role
    span: Span
    name: str | None


@dataclass(frozen=True, slots=True)
class DeedMark:
    """Who did the deed that a mention tells, and to whom: the words, and the canonical name behind each where one is known.

    `mode` is PLOVER's, where the codebook has one; `mutual`: both do it alike; `why` names the rows of the lexicon, `words`
    are those that matched.
    """

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    source_name: str | None = None
    target_name: str | None = None
    mode: str | None = None
    mutual: bool = False
    why: str = ""
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class EventMention:
    """A predicate with its participants, time and status.

    `span` is the head word; `clause` the words that tell the event whole. `lemma` is what events are compared by: the
    verb's lemma, or for a noun and for a light verb with its noun (`hold a meeting`) the verb behind the noun (`meet`).
    `date` is when it took, takes or is to take place, `time` the words that say so, also where nobody can say the day of
    them. `evidence` are the words that say what its status is.
    `plover` and `cameo` code it where it is a deed, `deed` says whose.
    `about` is the index, in the same report's events, of the event that this one is about: what was invited to,
    postponed, agreed, proposed; None when there is none. `speaks` tells that the word, as it is used here, reports what
    somebody says or thinks; `noun` that a noun names it, whatever verb carries that (`held talks`); `rank` where it stands
    in its sentence; `tense` is the form of a verb (of a noun the usual one).
    `core` are the words that tell it in short, in their order; none where no few words do.
    """

    kind: ClassVar[str] = "event"
    span: Span
    clause: Span
    sentence: Span
    head: str
    lemma: str
    status: Status
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    time: Span | None = None
    participants: tuple[Participant, ...] = ()
    evidence: tuple[Span, ...] = ()
    about: int | None = None
    plover: str | None = None
    cameo: str | None = None
    deed: DeedMark | None = field(default=None, metadata={"absent": None})
    speaks: bool = field(default=False, metadata={"absent": False})
    noun: bool = field(default=False, metadata={"absent": False})
    rank: Rank = field(default="main", metadata={"absent": "main"})
    tense: Tense = field(default="past", metadata={"absent": "past"})
    core: tuple[Span, ...] = field(default=(), metadata={"absent": ()})

    def names(self, *roles: Role) -> tuple[str, ...]:
        """Canonical names of the participants in these roles (all roles when none is given), sorted, each once."""
        return tuple(sorted({p.name for p in self.participants if p.name and (not roles or p.role in roles)}))


_ALL_BUT_A_WEEK = 6  # days

Mark = Sentence | Name | Time | Quote | EventMention


@dataclass(frozen=True, slots=True)
class Marked:
    """A report and its marks, each kind in text order. `by` says which marker made which kind, with its version; `why` says
    why it is not marked, or not to its end, where that is so.
    """

    report: Report
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[EventMention, ...] = ()
    by: Mapping[str, str] = field(default_factory=dict)
    why: str | None = field(default=None, metadata={"absent": None})

    def doubts(self, event: EventMention) -> bool:
        """Whether a weekday's name alone puts an event six days before the report: a report that was written on after the day
        that it bears tells so of the day that followed.
        """
        day = self.report.published.day
        if not day or len(day) != 10 or not event.time or not event.earliest or event.earliest != event.latest:
            return False
        bare = not any(letter.isdigit() for letter in event.time.of(self.report.text))
        return bare and edtf.apart(event.earliest, day) == _ALL_BUT_A_WEEK
