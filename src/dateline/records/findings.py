"""What is weighed out of one story: timeline, plans, statements, claims, questions, deeds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dateline.cite import Cite, Cites
from dateline.records.marks import Polarity, QuoteClass, QuoteType, Status

PlanStatus = Literal[
    "planned", "offered", "accepted", "agreed", "rejected", "postponed", "renewed", "cancelled", "withdrawn",
    "held", "unknown",
]  # fmt: skip
ClaimKind = Literal["fact", "number", "date", "place", "actor", "status", "reason", "wording"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event on the timeline. `background` says that it lies before the story's own days; `weight` ranks (0 to 1)."""

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


Telling = Literal["first", "same", "cut", "longer", "changed", "paraphrase"]
Drift = Literal["negation", "tense", "number"]


@dataclass(frozen=True, slots=True)
class Version:
    """One report's telling of a statement, held against the first: `how` it differs, which words went and which came.

    `statement` is the id of the report's own Statement. `drift` says what the change of words may change in sense.
    """

    statement: str
    report: str
    day: str | None
    how: Telling
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
    """Who did what to whom, coded in PLOVER and CAMEO."""

    id: str
    date: str | None
    source: str | None
    source_code: str | None
    plover: str
    cameo: str | None
    target: str | None
    target_code: str | None
    status: Status
    cites: Cites


@dataclass(frozen=True, slots=True)
class Findings:
    """What was weighed out of one story. Each statement is in one of the sayings."""

    timeline: tuple[Entry, ...] = ()
    plans: tuple[Plan, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    deeds: tuple[Deed, ...] = ()
    sayings: tuple[Saying, ...] = field(default=(), metadata={"absent": ()})  # not in the JSON where there is none
