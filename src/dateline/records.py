"""The nouns: every record that one room hands to the next. Plain values, frozen; JSON only at the doors.

Reading gives a `Report`; marking gives a `Marked` (a report and its marks); grouping gives a `Story`;
weighing gives `Findings`; telling gives an `Account`. A field whose JSON name is a Python keyword ends in an
underscore here (`class_`, `for_`, `from_`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from dateline.cite import Cite, Cites, Span

# --------------------------------------------------------------------------------------------- reports

Label = Literal[
    "headline", "deck", "byline", "dateline", "date", "body", "caption", "credit",
    "related", "social", "comments", "notice", "boilerplate", "debris",
]  # fmt: skip
Basis = Literal["explicit", "metadata", "url", "inferred", "none"]
SignKind = Literal["scraper-id", "garbled", "orphan-fragment", "odd-synonym", "truncated", "translated"]

TOLD: tuple[Label, ...] = ("headline", "deck", "body")  # the labels in which a report speaks
_HELPED = re.compile(r"contribut|additional reporting|with (?:files|reporting|material)|^\s*with\b", re.IGNORECASE)
PARSED: tuple[Label, ...] = (*TOLD, "caption")  # the labels whose sentences are parsed


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of a report's text. Blocks do not overlap; between them stands only white space."""

    start: int
    end: int
    label: Label

    @property
    def span(self) -> Span:
        """The place of the block."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a report gives of itself, ISO 8601, and where it was read from."""

    value: str | None = None
    basis: Basis = "none"
    cite: Cite | None = None

    @property
    def day(self) -> str | None:
        """The ISO day, without time of day; None when no date is known."""
        return self.value[:10] if self.value else None


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a machine rewrote, translated or cut the text."""

    kind: SignKind
    cite: Cite
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: its text unaltered, every stretch of it labelled, and its masthead.

    `sha256` is of the input's bytes as they came (a file, or one line of JSONL), in hex. `sources` says for
    each masthead field that was read from the text which words it was read from. `canonical` is the address that a page
    names as its own where that is another site's than `url`: the page says that its words are published there.
    """

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    place: str | None
    credits: tuple[str, ...]
    language: str | None
    published: Stamp
    updated: Stamp | None
    text: str
    blocks: tuple[Block, ...]
    signs: tuple[Sign, ...] = ()
    sources: Mapping[str, Cite] = field(default_factory=dict)
    sha256: str = ""
    canonical: str | None = field(default=None, metadata={"absent": None})  # not in the JSON where there is none

    @property
    def in_english(self) -> bool:
        """Whether the markers read it: it is in English, or too short to tell."""
        return self.language is None or self.language.replace("_", "-").split("-")[0].lower() in ("en", "eng")

    @property
    def wire(self) -> str | None:
        """The agency that the report's own words come from; None where there is none, or such as only helped it."""
        lines = [block.span.of(self.text) for block in self.blocks if block.label == "credit"]
        helped = [line.lower() for line in lines if _HELPED.search(line)]
        return next((one for one in self.credits if not any(one.lower() in line for line in helped)), None)

    def told(self) -> tuple[Block, ...]:
        """The blocks in which the report itself speaks: headline, deck and body."""
        return tuple(block for block in self.blocks if block.label in TOLD)

    @property
    def body(self) -> str:
        """The body blocks' text, joined by blank lines."""
        return "\n\n".join(block.span.of(self.text) for block in self.blocks if block.label == "body")


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: where it is, and why, in one line."""

    where: str
    why: str


# ----------------------------------------------------------------------------------------------- marks

NameType = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "LAW", "WORK", "FAC", "PRODUCT"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER"]
QuoteType = Literal["direct", "indirect", "mixed"]
QuoteClass = Literal["statement", "attitude"]
Polarity = Literal["assert", "deny", "nonstatement"]
Status = Literal[
    "happened", "planned", "postponed", "cancelled", "denied", "alleged", "hypothetical", "ongoing"
]  # fmt: skip


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
    """An expression of time with its value: EDTF (or an ISO duration or set), and as TIMEX3."""

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

    `speaker` is the canonical name of the source within the report, or None where the text does not tell.
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

    @property
    def span(self) -> Span:
        """From the first to the last code point of source, cue and content."""
        every = (*self.content, *self.source, *self.cue)
        return Span(min(s.start for s in every), max(s.end for s in every))


Role = Literal["agent", "patient", "other", "place"]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something that takes part in an event: the words, and the canonical name behind them."""

    role: Role
    span: Span
    name: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A predicate with its participants, time and status.

    `span` is the head word; `clause` the words that tell the event whole. `lemma` is what events are compared by: the
    verb's lemma, or for a noun and for a light verb with its noun (`hold a meeting`) the verb behind the noun (`meet`).
    `date` is when it took, takes or is to take place. `evidence` are the words that say what its status is.
    `about` is the index, in the same report's events, of the event that this one is about: what was invited to,
    postponed, agreed, proposed; None when there is none.
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

    def names(self, *roles: Role) -> tuple[str, ...]:
        """Canonical names of the participants in these roles (all roles when none is given), sorted, each once."""
        return tuple(sorted({p.name for p in self.participants if p.name and (not roles or p.role in roles)}))


Mark = Sentence | Name | Time | Quote | Event


@dataclass(frozen=True, slots=True)
class Marked:
    """A report and its marks, each kind in text order. `by` says which marker made which kind, with its version."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    by: Mapping[str, str] = field(default_factory=dict)


# --------------------------------------------------------------------------------------------- stories

EdgeKind = Literal["copy", "excerpt", "rewrite", "shared-quote", "same-event"]


@dataclass(frozen=True, slots=True)
class Edge:
    """What ties two reports. `from_` took words from `to`, where the direction is known."""

    from_: str
    to: str
    kind: EdgeKind
    direction: Literal["from-to", "unknown"]
    containment: float
    why: str
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Spun:
    """A report that bears the signs of machine rewriting, their score, and its original where that is in the pile."""

    report: str
    signs: tuple[Sign, ...]
    original: str | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words come from: a dispatch, a statement, a reporter; and the reports that carry it."""

    id: str
    label: str
    reports: tuple[str, ...]
    why: str
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or a body that acts, across a story's reports."""

    id: str
    name: str
    kind: NameType
    role: str | None
    code: str | None
    aliases: tuple[str, ...]
    cites: Cites


LinkKind = Literal["continues", "branches", "resembles"]


@dataclass(frozen=True, slots=True)
class Link:
    """What a story has to do with an earlier one, `to`: it continues it, branches from it or merely resembles it.

    `days` are those from the earlier one's last report to this one's first; below zero where both ran at once, None where
    a day is not known.
    """

    to: str
    kind: LinkKind
    names: tuple[str, ...]
    days: int | None
    why: str
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on one running story. `who` gives (report id, canonical name there) the id of a person.

    `changes` says what was merged into it or split from it since the last run, and where a person judged against words.
    """

    id: str
    title: str
    reports: tuple[Marked, ...]
    edges: tuple[Edge, ...] = ()
    origins: tuple[Origin, ...] = ()
    people: tuple[Person, ...] = ()
    spun: tuple[Spun, ...] = ()
    changes: tuple[str, ...] = ()
    who: Mapping[tuple[str, str], str] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def origins_of(self, cited: tuple[Cite, ...]) -> tuple[str, ...]:
        """Ids of the origins of the reports that are cited, sorted."""
        reports = {one.report for one in cited}
        return tuple(sorted(o.id for o in self.origins if reports & set(o.reports)))


JudgementKind = Literal[
    "same-story", "not-same-story", "copy-of", "not-copy-of", "same-person", "not-same-person", "who", "when"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision, replayed on top of every run.

    `a` and `b` are report ids for stories and copies (`a` is a copy of `b`, or is none), names of people for
    `same-person` and `not-same-person`;
    for `who` `a` is a report's id and `b` the name to use for `value`, for `when` `b` is the report's date.
    """

    kind: JudgementKind
    a: str
    b: str
    value: str | None = None


# -------------------------------------------------------------------------------------------- findings

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
    """What was weighed out of one story."""

    timeline: tuple[Entry, ...] = ()
    plans: tuple[Plan, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    deeds: tuple[Deed, ...] = ()


# --------------------------------------------------------------------------------------------- account

LineMark = Literal["agreed", "single", "disputed", "alleged", "denied", "planned"]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the brief. `mark` says how it stands: agreed, one origin only, disputed, alleged, denied, planned."""

    text: str
    cites: Cites
    origins: tuple[str, ...]
    mark: LineMark = "agreed"


@dataclass(frozen=True, slots=True)
class Told:
    """One story as told in an account. `changes` are those of its Story."""

    id: str
    title: str
    reports: tuple[str, ...]
    origins: tuple[Origin, ...]
    edges: tuple[Edge, ...]
    people: tuple[Person, ...]
    timeline: tuple[Entry, ...]
    plans: tuple[Plan, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    deeds: tuple[Deed, ...]
    brief: tuple[Line, ...]
    spun: tuple[Spun, ...] = ()
    changes: tuple[str, ...] = field(default=(), metadata={"absent": ()})
    links: tuple[Link, ...] = field(default=(), metadata={"absent": ()})  # neither is in the JSON where there is none


@dataclass(frozen=True, slots=True)
class Input:
    """What an account was made from: a report's id and the SHA-256 of its input's bytes, in hex."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a pile of reports. A pure value: the same reports, judgements and version give the same bytes."""

    dateline: str
    as_of: str | None
    inputs: tuple[Input, ...]
    failed: tuple[Failure, ...]
    reports: tuple[Report, ...]
    stories: tuple[Told, ...]
    schema: int = 1
