"""A person's decisions, replayed on top of every run: a small record a kind, and the one door by which they come in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from dateline.errors import InputError
from dateline.records.report import EARLIEST, LATEST

ReportsKind = Literal["same-story", "not-same-story", "copy-of", "not-copy-of"]
PeopleKind = Literal["same-person", "not-same-person"]
FindingKind = Literal["no-statement", "no-plan", "no-conflict", "called"]
DateKind = Literal["when"]

LONGEST = 300  # code points of what something is called

# Every kind, in the order in which people are told of them.
KINDS: tuple[str, ...] = (
    *get_args(ReportsKind), *get_args(PeopleKind), *get_args(FindingKind), *get_args(DateKind),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OnReports:
    """What two reports, `a` and `b` (ids), are to one another; for copies, whether `a` is a copy of `b`.

    `by` is who decided and `on` when (ISO 8601), where that is known; no run reads either.
    """

    kind: ReportsKind
    a: str
    b: str
    by: str | None = field(default=None, metadata={"absent": None})
    on: str | None = field(default=None, metadata={"absent": None})


@dataclass(frozen=True, slots=True)
class OnPeople:
    """Whether two names, `a` and `b`, are one person's. `by` and `on` as in `OnReports`."""

    kind: PeopleKind
    a: str
    b: str
    by: str | None = field(default=None, metadata={"absent": None})
    on: str | None = field(default=None, metadata={"absent": None})


@dataclass(frozen=True, slots=True)
class OnFinding:
    """That a finding (its id) is none, or what an event, a plan or a story is `called`: `words`; `report` is one of those that
    it rests on. `by` and `on` as in `OnReports`.

    In JSON finding and report are called `a` and `b`. Where the finding changes so that it has another id, the decision waits;
    what is `called` may be named by words of the report that tell it (`start-end`), which stay.
    """

    kind: FindingKind
    finding: str = field(metadata={"json": "a"})
    report: str = field(metadata={"json": "b"})
    by: str | None = field(default=None, metadata={"absent": None})
    on: str | None = field(default=None, metadata={"absent": None})
    words: str | None = field(default=None, metadata={"absent": None})


@dataclass(frozen=True, slots=True)
class OnDate:
    """On which ISO day a report (its id) was published. `by` and `on` as in `OnReports`.

    In JSON report and day are called `a` and `b`, as the parts of every decision are.
    """

    kind: DateKind = field(default="when", init=False)
    report: str = field(metadata={"json": "a"})
    day: str = field(metadata={"json": "b"})
    by: str | None = field(default=None, metadata={"absent": None})
    on: str | None = field(default=None, metadata={"absent": None})


Judgement = OnReports | OnPeople | OnFinding | OnDate


def judgement(
    kind: str, a: str, b: str, by: str | None = None, on: str | None = None, words: str | None = None
) -> Judgement:
    """The decision of a kind on `a` and `b`: ids of reports, names of people, the ids of a finding and of a report that it
    rests on (`no-plan`), or a report's id and an ISO day (`when`). `words` are what something is `called`.

    Raises InputError for a kind that is none, an empty part, words where there are none to give or none where there are, and
    a day on which no report can have been published.

    >>> judgement("when", "014", "2031-03-12").day
    '2031-03-12'
    """
    if kind not in KINDS:
        raise InputError(f"no such judgement: {kind} (there are {', '.join(KINDS)})")
    if not a.strip() or not b.strip():
        raise InputError(f"{kind} needs two parts, and one is empty: {a!r}, {b!r}")
    if words is not None and kind != "called":
        raise InputError(f"{kind} takes no words: {words[:40]!r}")
    for reports_kind in get_args(ReportsKind):
        if kind == reports_kind:
            return OnReports(reports_kind, a, b, by, on)
    for people_kind in get_args(PeopleKind):
        if kind == people_kind:
            return OnPeople(people_kind, a, b, by, on)
    for finding_kind in get_args(FindingKind):
        if kind == finding_kind:
            return OnFinding(finding_kind, a, b, by, on, _name(words) if kind == "called" else None)
    return OnDate(a, _day(b), by, on)


def _name(value: str | None) -> str:
    name = " ".join((value or "").split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise InputError(
            f"what something is called is a line of at most {LONGEST} characters, not {(value or '')[:40]!r}"
        )
    return name


def _day(value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"{value!r} is no ISO day such as 2031-03-14") from error
    if not EARLIEST <= day.year <= LATEST:
        raise InputError(f"{value} is no day on which a report can have been published ({EARLIEST} to {LATEST})")
    return day.isoformat()
