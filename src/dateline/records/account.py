"""The account: what is told of each story, and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

from dateline.cite import Cites
from dateline.records.findings import Findings
from dateline.records.judgements import Judgement
from dateline.records.reasons import Reasons
from dateline.records.report import Failure, Report
from dateline.records.story import Edge, Link, MachineRewritten, Origin, Person

LineMark = Literal["agreed", "single", "disputed", "denied", "planned"]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the brief. `mark` says how it stands: agreed, one origin only, disputed, denied, planned."""

    text: str
    cites: Cites
    origins: tuple[str, ...]
    mark: LineMark = "agreed"


@dataclass(frozen=True, slots=True)
class Told:
    """One story as told in an account: its findings, and the brief. `changes` are those of its Story."""

    id: str
    title: str
    reports: tuple[str, ...]
    origins: tuple[Origin, ...]
    edges: tuple[Edge, ...]
    people: tuple[Person, ...]
    findings: Findings = field(metadata={"flat": True})  # in the JSON its fields stand among the story's
    brief: tuple[Line, ...]
    machine_rewritten: tuple[MachineRewritten, ...] = field(default=(), metadata={"json": "spun"})
    changes: Reasons = field(default=(), metadata={"absent": ()})
    links: tuple[Link, ...] = field(default=(), metadata={"absent": ()})  # neither is in the JSON where there is none

    def _repr_html_(self) -> str:
        """What a notebook shows of it: its brief and its timeline."""
        return str(_shown("of_story", self))


@dataclass(frozen=True, slots=True)
class Input:
    """What an account was made from: a report's id and the SHA-256 of its input's bytes, in hex."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A story of the account before, under whose id its reports go on: its id, and the ids of its reports."""

    id: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """How an account is asked for. `as_of` (an ISO day): what was known on that day. `one_story`: the pile is one story by the
    user's word. `most`: so many days of each timeline, those that matter most; `per_day`: so many events a day.
    """

    as_of: str | None = None
    one_story: bool = False
    most: int | None = None
    per_day: int | None = None


AS_USUAL = Options()


@dataclass(frozen=True, slots=True)
class Measured:
    """How often a part of an account is right: so many of 100, when its version was last measured; and on what."""

    part: str
    right: int
    on: str


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a pile of reports. A pure value: the same reports, judgements and version give the same bytes.

    All that it was made with stands in it: `options`, `judgements` and, where stories go on under ids that they had or say
    what was merged, the stories `before`; `verify` makes it again from these. `measured` says how often its parts are right.
    """

    dateline: str
    as_of: str | None
    inputs: tuple[Input, ...]
    failed: tuple[Failure, ...]
    reports: tuple[Report, ...]
    stories: tuple[Told, ...]
    schema: int = 1
    options: Options = field(default=AS_USUAL, metadata={"absent": AS_USUAL})  # not in the JSON where nothing was asked
    judgements: tuple[Judgement, ...] = field(default=(), metadata={"absent": ()})
    before: tuple[Kept, ...] = field(default=(), metadata={"absent": ()})
    measured: tuple[Measured, ...] = field(default=(), metadata={"absent": ()})

    def frame(self, table: str, library: Literal["pandas", "polars"] | None = None) -> Any:
        """A table of it (`reports`, `timeline`, `plans`, `statements`, `deeds`, `cites` …) as a data frame of pandas or polars.

        Without `library` it is pandas where that is installed, else polars. Raises InputError, which names the tables or what
        to install.
        """
        return _shown("frame", self, table, library)

    def _repr_html_(self) -> str:
        """What a notebook shows of it: its stories."""
        return str(_shown("of_account", self))


def _shown(how: str, *given: object) -> Any:
    """What the room that shows makes of a record. It is loaded when somebody looks; a record itself needs no room."""
    return getattr(import_module("dateline.show.frames"), how)(*given)
