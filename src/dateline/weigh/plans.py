"""Plans as threads: who offered what, for when, and what became of it, step by step, each with its date and cites.

A mention of a plan is a planned event, or a planning act (invited, postponed, called off) and the event it is about. Mentions
with the same kind of event, people and place are one thread; one that says only `the visit` or `that invitation` belongs to
the plan that its report spoke of last. A later report that only repeats a step adds its cites and no step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dateline import cite, lexicon
from dateline.cite import Cite
from dateline.records import Entry, Event, Plan, PlanStatus, Step, Story, Time
from dateline.weigh.timeline import Mention, mentions

JOURNEYS = frozenset({"visit", "meet", "invite", "host"})  # a visit is often told as the meeting that it is for
OFF: tuple[PlanStatus, ...] = ("postponed", "cancelled", "withdrawn", "rejected")
_AIM = re.compile(
    r"(?:\b(?:until|till|to|for|after|before|by|from)\s+(?:the\s+|at least\s+|early\s+|late\s+)?|\bnext\s+)$",
    re.IGNORECASE,
)
_SAID: dict[str, PlanStatus] = {"planned": "planned", "postponed": "postponed", "cancelled": "cancelled"}


@dataclass(frozen=True, slots=True)
class Move:
    """What one report says that became of a plan."""

    mention: Mention
    core: str
    who: frozenset[str]
    places: frozenset[str]
    status: PlanStatus
    date: str | None
    day: str
    aim: str | None
    bare: bool

    def cite(self) -> Cite:
        """The sentence that says it."""
        report = self.mention.marked.report
        return cite.cite(report.id, report.text, self.mention.event.sentence)


@dataclass(slots=True)
class Thread:
    """The moves of one plan."""

    core: str
    who: frozenset[str]
    places: frozenset[str]
    moves: list[Move] = field(default_factory=list)

    def takes(self, one: Move) -> bool:
        """Whether a move speaks of this plan."""
        kin = one.core == self.core or {one.core, self.core} <= JOURNEYS
        if not kin or (one.places and self.places and not one.places & self.places):
            return False
        shared = one.who & self.who
        if one.places & self.places:
            return bool(shared) or not one.who or not self.who
        return len(shared) >= 2 or (bool(shared) and min(len(one.who), len(self.who)) == 1)

    def add(self, one: Move) -> None:
        """Take a move in."""
        self.moves.append(one)
        self.who |= one.who
        self.places |= one.places


@cache
def acts() -> dict[str, PlanStatus]:
    """Words of planning acts, and what each makes of the plan it is about."""
    return {row["word"]: row["status"] for row in lexicon.table("plan_words")}  # type: ignore[misc]  # the table's own values


def plans(story: Story, entries: tuple[Entry, ...]) -> tuple[Plan, ...]:
    """The plan threads of a story, by when they begin."""
    threads: list[Thread] = []
    spoken: dict[str, Thread] = {}
    ordered = sorted(_moves(story), key=lambda one: (one.day, one.mention.marked.report.id, one.mention.event.span))
    for one in ordered:
        report = one.mention.marked.report.id
        home = next((thread for thread in threads if not one.bare and thread.takes(one)), None)
        if home is None and one.bare:
            home = spoken.get(report)
        if home is None:
            if one.bare:
                continue
            home = Thread(one.core, one.who, one.places)
            threads.append(home)
        home.add(one)
        spoken[report] = home
    made = [plan for thread in threads if (plan := _plan(story, thread)) is not None]
    return tuple(sorted(made, key=lambda one: (one.history[0].date or "~", one.id)))


def _moves(story: Story) -> Iterator[Move]:
    """Every move: a planning act with what it is about, or a planned event that no act is about."""
    by_report: dict[str, list[Mention]] = {}
    for one in mentions(story):
        by_report.setdefault(one.marked.report.id, []).append(one)
    for marked in story.reports:
        some = by_report.get(marked.report.id, [])
        about = {one.event.about for one in some if one.event.about is not None and _act(one.event)}
        for at, one in enumerate(some):
            if one.label == "caption":
                continue
            move = _move(story, some, at, at in about)
            if move is not None:
                yield move


def _act(event: Event) -> PlanStatus | None:
    return acts().get(event.lemma) or acts().get(event.head.casefold())


def _move(story: Story, some: list[Mention], at: int, told: bool) -> Move | None:
    one = some[at]
    event, status = one.event, _act(one.event)
    target = some[event.about] if event.about is not None and event.about < len(some) else None
    if status and event.status in ("happened", "ongoing", "planned", "alleged"):
        if status in ("held", "agreed", "accepted") and target is None:
            return None
        if target is None and event.lemma not in ("invite", "postpone", "cancel", "withdraw", "delay", "renew"):
            return None
        core = target.kind if target else "visit" if event.lemma == "invite" else event.lemma
        if event.status == "planned" and status == "offered":
            status = "planned" if event.lemma != "invite" else "offered"
    elif event.status in _SAID and not told and event.lemma not in acts() and (one.who or one.places):
        status, core, target = _SAID[event.status], one.kind, one
    else:
        return None
    return _made(story, one, target, core, status)


def _made(story: Story, one: Mention, target: Mention | None, core: str, status: PlanStatus) -> Move:
    marked, event = one.marked, one.event
    who = one.who | (target.who if target else frozenset())
    places = one.places | (target.places if target else frozenset())
    persons = frozenset(p.id for p in story.people if p.kind == "PERSON")
    towns = frozenset(p.id for p in story.people if p.kind in ("GPE", "LOC", "FAC"))
    if event.lemma == "invite" or core in JOURNEYS:
        places |= who & towns
        who = who & persons
    aim, when = _times(one, target)
    published = marked.report.published.day
    retold = event.status == "happened" and when is None and not one.lead
    bare = (not who or (core not in JOURNEYS and target is None)) and not places
    if status in OFF and not places:
        bare = True
    return Move(
        mention=one, core=core, who=who, places=places, status=status,
        date=when or (None if retold else published), day=when or published or "~", aim=aim, bare=bare,
    )  # fmt: skip


def _times(one: Mention, target: Mention | None) -> tuple[str | None, str | None]:
    """What a plan then aims at, and the day of the act: `until`, `for` and `next` lead to an aim, a day to the act."""
    marked = one.marked
    text = marked.report.text
    aim: str | None = target.event.date if target is not None and target is not one else None
    when: str | None = None
    published = marked.report.published.day or "~"
    for time in _inside(one):
        if time.value is None or time.type not in ("DATE", "TIME"):
            continue
        led = _AIM.search(text[max(0, time.span.start - 24) : time.span.start])
        ahead = (time.earliest or "") > published or (time.latest or "") > published
        if led or ahead:
            aim = aim or time.value
        elif time.earliest == time.latest and (time.latest or "") <= published:
            when = when or (time.value or "")[:10]
    if aim is None and target is one and one.event.date and (one.event.latest or "") > published:
        aim = one.event.date
    return aim, when


def _inside(one: Mention) -> tuple[Time, ...]:
    return tuple(time for time in one.marked.times if one.event.sentence.holds(time.span))


def _plan(story: Story, thread: Thread) -> Plan | None:
    steps = _steps(thread)
    reports = {one.mention.marked.report.id for one in thread.moves}
    acted = [step for step in steps if step.status != "planned"]
    if not acted and len(reports) < 2 and not any(one.mention.lead for one in thread.moves):
        return None
    if not thread.who and not thread.places:
        return None
    title = _title(story, thread)
    aims = [step.for_ for step in steps if step.for_]
    first, *rest = steps
    name = cite.content_id("k", title, first.cites[0].report, str(first.cites[0].start))
    return Plan(name, title, steps[-1].status, aims[-1] if aims else None, (first, *rest))


def _steps(thread: Thread) -> list[Step]:
    """The moves as dated rows: those that say the same are one."""
    rows: list[list[Move]] = []
    for one in sorted(
        thread.moves, key=lambda m: (m.date is None, m.date or "", m.mention.marked.report.id, m.mention.event.span)
    ):
        home = next((row for row in rows if _repeats(row, one)), None)
        if home is None:
            rows.append([one])
        else:
            home.append(one)
    rows.sort(key=lambda row: (min((m.date or m.day) for m in row), row[0].mention.event.span))
    steps: list[Step] = []
    for row in rows:
        status = _renewed(row[0].status, [step.status for step in steps])
        best = min(
            row, key=lambda m: (m.date is None, len(m.mention.event.sentence.of(m.mention.marked.report.text)) > 260)
        )
        aims = [m.aim for m in row if m.aim]
        dates = sorted(m.date for m in row if m.date)
        text = " ".join(best.cite().text.split())
        steps.append(
            Step(
                dates[0] if dates else None, status, aims[0] if aims else None, text, cite.cites(m.cite() for m in row)
            )
        )
    return steps


def _repeats(row: list[Move], one: Move) -> bool:
    """Whether a move says again what a row says: alike in status, and in aim where both give one."""
    same = {row[0].status, one.status} <= {"offered", "planned"} or row[0].status == one.status
    if not same:
        return False
    aims = {m.aim for m in row if m.aim}
    if one.aim and aims:
        return any(_meets(one.aim, aim) for aim in aims)
    if one.date is None or row[0].date is None:
        return True
    return one.date == row[0].date or one.mention.marked.report.id == row[0].mention.marked.report.id


def _meets(one: str, other: str) -> bool:
    return one == other or one.startswith(other) or other.startswith(one)


def _renewed(status: PlanStatus, before: list[PlanStatus]) -> PlanStatus:
    """An offer that follows a postponement or an end is that offer renewed."""
    return "renewed" if status in ("offered", "planned") and any(one in OFF for one in before[-1:]) else status


def _title(story: Story, thread: Thread) -> str:
    people = {one.id: one for one in story.people}
    order = [one.id for one in story.people]
    who = [people[key].name for key in order if key in thread.who and people[key].kind == "PERSON"]
    others = [people[key].name for key in order if key in thread.who and people[key].kind != "PERSON"]
    places = [people[key].name for key in order if key in thread.places]
    core = "visit" if thread.core in ("invite", "host") else thread.core
    named = who or others
    title = f"{core.capitalize()}: {', '.join(named[:3])}" if named else core.capitalize()
    return f"{title} ({', '.join(places[:2])})" if places else title
