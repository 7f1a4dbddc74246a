"""What is weighed out of one story: timeline, plans, statements, claims, questions, deeds."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from importlib import import_module
from typing import Literal

from dateline.cite import Cite, Cites
from dateline.records.marks import Polarity, QuoteClass, QuoteType, Role, Status

PlanStatus = Literal[
    "planned", "offered", "accepted", "agreed", "rejected", "postponed", "renewed", "cancelled", "withdrawn",
    "held", "unknown",
]  # fmt: skip
ClaimKind = Literal["fact", "number", "date", "place", "actor", "status", "reason", "wording"]


EventBasis = Literal["told", "lead", "bound", "inferred"]
SlotKind = Literal["number", "date", "place", "age", "term", "name", "reason", "standing"]
Bound = Literal["min", "max", "about"]


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part in an event: in which role, the id of the person where the story knows one, and the words."""

    role: Role
    person: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of an event: its head word, and the sentence that it stands in."""

    report: str
    start: int
    end: int
    text: str
    sentence: Cite


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One value that reports give a slot; `bound` where they give it as at least, at most or about that."""

    value: str
    bound: Bound | None
    cites: Cites
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """What reports say of one thing about an event: `of` is what is counted or whose it is (`killed`)."""

    kind: SlotKind
    of: str
    values: tuple[SlotValue, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event, however many reports and words tell it. What it is stands in its slots, by vote of its independent origins.

    `label` is made of its own words; `basis` says what its date rests on: told beside it, the day of the lead that tells it, a
    bound (it lies before the report that tells it) or inferred from what is told around it. `weight` ranks (0 to 1).
    `said` tells that it is something that was said, `named` that reports for the most part only name it (`the
    visit`), `negated` that a `not` of the reports alone denies it (`nothing changed`), and nobody's word. `news` says how
    surely an editor would list it among what happened (0 to 1). `names` are what else it could be called, the best first: none
    once it is told.
    """

    id: str
    label: str
    kind: str
    status: Status
    participants: tuple[Party, ...]
    date: str | None
    earliest: str | None
    latest: str | None
    basis: EventBasis
    weight: float
    background: bool
    origins: tuple[str, ...]
    mentions: tuple[Telling, *tuple[Telling, ...]]
    slots: tuple[Slot, ...] = ()
    said: bool = False
    named: bool = False
    negated: bool = field(default=False, metadata={"absent": False})
    news: float = field(default=1.0, metadata={"absent": 1.0})
    names: tuple[str, ...] = field(default=(), metadata={"absent": ()})

    @property
    def worth(self) -> float:
        """What it is worth to a reader, 0 to 1: how surely it is news, and how much of the story rests on it."""
        return self.news * math.sqrt(self.weight)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event on the timeline: the event `event`, called `label`; `text` is the sentence that tells it.

    `background` says that it lies before the story's own days; `weight` ranks (0 to 1); `news` says how surely an editor would
    list it (0 to 1).
    """

    id: str
    date: str | None
    earliest: str | None
    latest: str | None
    text: str
    status: Status
    people: tuple[str, ...]
    plan: str | None
    cites: Cites
    origins: tuple[str, ...]
    background: bool = False
    weight: float = 0.0
    event: str | None = None
    label: str = ""
    news: float = field(default=1.0, metadata={"absent": 1.0})

    @property
    def worth(self) -> float:
        """What it is worth to a reader, 0 to 1, as an event is."""
        return self.news * math.sqrt(self.weight)

    @property
    def name(self) -> str:
        """What it is called where it is shown: its label; its sentence where none says it."""
        return self.label or self.text


@dataclass(frozen=True, slots=True)
class Step:
    """A row in a plan's history: on `date` it was reported or took effect; `for_` is what the plan then aims at.

    `by` is the id of who did it, `why` the reason in a report's own words, each where a report gives it.
    """

    date: str | None
    status: PlanStatus
    for_: str | None
    text: str
    cites: Cites
    by: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned event as a thread of steps, oldest first. `status` and `for_` are where it stands at the end."""

    id: str
    title: str
    status: PlanStatus
    for_: str | None
    history: tuple[Step, *tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words in one report. `same_as`: the same statement elsewhere; `denies`: what it answers."""

    id: str
    report: str
    speaker: str | None
    source: Cite | None
    cue: Cite | None
    content: Cites
    type: QuoteType
    class_: QuoteClass
    polarity: Polarity
    through: str | None
    said_on: str | None
    same_as: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()


Retelling = Literal["first", "same", "cut", "longer", "changed", "paraphrase"]
Drift = Literal["negation", "tense", "number"]


@dataclass(frozen=True, slots=True)
class Version:
    """One report's telling of a statement, held against the first: `how` it differs, which words went and which came.

    `statement` is the id of the report's own Statement. `drift` says what the change of words may change in sense.
    """

    statement: str
    report: str
    day: str | None
    how: Retelling
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    drift: tuple[Drift, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement as all reports tell it, the earliest version first.

    `first` is the report that carried it first, None where the dates do not tell.
    """

    id: str
    speaker: str | None
    first: str | None
    versions: tuple[Version, *tuple[Version, ...]]


@dataclass(frozen=True, slots=True)
class Side:
    """What some of the reports say."""

    text: str
    cites: Cites
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What reports agree on, what one alone says, or where they conflict."""

    id: str
    text: str
    verdict: Literal["agreed", "single", "conflict"]
    kind: ClaimKind
    sides: tuple[Side, *tuple[Side, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """What the reports themselves leave open, and the words that later answer it, if any."""

    id: str
    text: str
    asked: Cites
    answered: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did what to whom, coded in PLOVER and CAMEO: a view of the event `event`.

    `source` and `target` are ids of people where the story knows them, with the words for each beside them; a deed that both
    do alike stands once from each side. `mode` is PLOVER's; `context` are what its sentences are of beside it (PLOVER's tags);
    `why` names the rows of the lexicon by which it is coded.
    """

    id: str
    event: str
    date: str | None
    source: str | None
    source_text: str
    source_code: str | None
    plover: str
    cameo: str | None
    mode: str | None
    target: str | None
    target_text: str
    target_code: str | None
    status: Status
    context: tuple[str, ...]
    why: str
    cites: Cites
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was weighed out of one story. Each statement is in one of the sayings."""

    events: tuple[Event, ...] = ()
    timeline: tuple[Entry, ...] = ()
    plans: tuple[Plan, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    deeds: tuple[Deed, ...] = ()
    sayings: tuple[Saying, ...] = field(default=(), metadata={"absent": ()})  # not in the JSON where there is none

    def _repr_html_(self) -> str:
        """What a notebook shows of it: the timeline."""
        return str(import_module("dateline.show.frames").of_timeline(self.timeline))
