"""A story: reports that belong together, what ties them, where their words come from, and who is who in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.cite import Cite, Cites
from dateline.records.marks import Marked, NameType
from dateline.records.reasons import Reasons
from dateline.records.report import Report, Sign

JOINED = {"joined": True}  # of a field of reasons: in the JSON they are one text

EdgeKind = Literal["copy", "excerpt", "rewrite", "shared-quote"]


@dataclass(frozen=True, slots=True)
class Edge:
    """What ties two reports. `from_` took words from `to`, where the direction is known."""

    from_: str
    to: str
    kind: EdgeKind
    direction: Literal["from-to", "unknown"]
    containment: float
    why: Reasons = field(metadata=JOINED)
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class MachineRewritten:
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
    why: Reasons = field(metadata=JOINED)
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
    why: Reasons = field(metadata=JOINED)
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Reports that are one story, before anybody looks at their marks. `from_` are the edges from its reports, `to` those to
    them; the rest is as in its Story.
    """

    id: str
    title: str
    reports: tuple[Report, ...]
    from_: tuple[Edge, ...] = ()
    to: tuple[Edge, ...] = ()
    changes: Reasons = ()
    links: tuple[Link, ...] = ()


Place = tuple[str, int]
"""A mention of an event: its report's id, and its number among the events of that report's marks."""


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on one running story. `who` gives (report id, canonical name there) the id of a person; `events` are the mentions
    of events, each with those that tell of the same.

    `changes` says what was merged into it or split from it since the last run, and where a person judged against words.
    """

    id: str
    title: str
    reports: tuple[Marked, ...]
    edges: tuple[Edge, ...] = ()
    origins: tuple[Origin, ...] = ()
    people: tuple[Person, ...] = ()
    machine_rewritten: tuple[MachineRewritten, ...] = ()
    changes: Reasons = ()
    who: Mapping[tuple[str, str], str] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    events: tuple[tuple[Place, ...], ...] = ()

    def origin_by_report(self) -> dict[str, str]:
        """The id of the origin of each report that has one."""
        return {report: origin.id for origin in self.origins for report in origin.reports}

    def origins_of(self, cited: tuple[Cite, ...]) -> tuple[str, ...]:
        """Ids of the origins of the reports that are cited, sorted."""
        reports = {cite.report for cite in cited}
        return tuple(sorted(o.id for o in self.origins if not reports.isdisjoint(o.reports)))
