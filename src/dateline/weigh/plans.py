"""Plans as threads: who offered what, for when, and what became of it, step by step, each with its date and cites.

A mention of a plan is a planned event, or a planning act (invited, postponed, called off) and the event it is about.
Mentions with the same kind of event, people and place are one thread; one that says only `the visit` belongs to
the plan that its report spoke of last. A later report that only repeats a step adds its cites and no step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from dateline import cite, lexicon
from dateline.cite import Cite
from dateline.records import Entry, Event, Plan, PlanStatus, Step, Story, Time
from dateline.weigh.timeline import Mention, mentions

NEAR = 7  # days within which reports that say the same of a plan tell of one step
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
    guest: str | None = None

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
    guest: str | None = None

    def takes(self, one: Move) -> bool:
        """Whether a move speaks of this plan."""
        kin = one.core == self.core or {one.core, self.core} <= JOURNEYS
        if not kin or (one.places and self.places and not one.places & self.places):
            return False
        if one.guest and self.guest and one.guest != self.guest:
            return False  # A asked to B's capital and B asked to A's are two plans
        shared = one.who & self.who
        if one.places & self.places:
            return bool(shared) or not one.who or not self.who
        return len(shared) >= 2 or (bool(shared) and min(len(one.who), len(self.who)) == 1)

    def add(self, one: Move) -> None:
        """Take a move in."""
        self.moves.append(one)
        self.who |= one.who
        self.places |= one.places
        self.guest = self.guest or one.guest


@cache
def acts() -> dict[str, PlanStatus]:
    """Words of planning acts, and what each makes of the plan it is about."""
    return {row["word"]: row["status"] for row in lexicon.table("plan_words")}  # type: ignore[misc]  # the table's own values


def plans(story: Story, entries: tuple[Entry, ...]) -> tuple[Plan, ...]:
    """The plan threads of a story, by when they begin."""
    threads: list[Thread] = []
    spoken: dict[str, list[Thread]] = {}
    ordered = sorted(_moves(story), key=_told)
    for one in (one for one in ordered if not one.bare or one.status in OFF):
        report = one.mention.marked.report.id
        home = next((thread for thread in threads if not one.bare and thread.takes(one)), None)
        if home is None and one.bare:
            home = _meant(one, spoken.get(report, []))
        if home is None:
            if one.bare:
                continue  # `the visit`, when nothing said which
            home = Thread(one.core, one.who, one.places)
            threads.append(home)
        home.add(one)
        spoken.setdefault(report, []).append(home)
    made = [plan for thread in threads if (plan := _plan(story, thread)) is not None]
    return tuple(sorted(made, key=lambda one: (one.history[0].date or "~", one.id)))


def _told(one: Move) -> tuple[str, Cite, int]:
    """The order of telling: by report, then by place in it."""
    return one.mention.marked.report.published.value or "~", one.cite(), one.mention.event.span.start


def _meant(one: Move, spoken: list[Thread]) -> Thread | None:
    """The plan that `the visit` or `that decision` means: the last one of its kind that the report spoke of."""
    kin = [t for t in spoken if t.core == one.core or {t.core, one.core} <= JOURNEYS]
    if kin:
        return kin[-1]
    said_of = one.status in ("postponed", "cancelled", "withdrawn") and one.core not in happenings()
    return spoken[-1] if spoken and said_of else None


@cache
def happenings() -> frozenset[str]:
    """Kinds of event that can be planned and held: those that a noun names."""
    named = {row["verb"] for row in lexicon.table("event_nouns") if row["kind"] == "event"}
    return frozenset(named | JOURNEYS | {"exit", "leave", "question", "join"}) - frozenset(acts())


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
    target = _target(some, event)
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


def _target(some: list[Mention], event: Event) -> Mention | None:
    """The event that a planning act is about in the end: `rejected the proposal to visit` is about the visit."""
    seen: set[int] = set()
    found: Mention | None = None
    while event.about is not None and event.about < len(some) and event.about not in seen:
        seen.add(event.about)
        found = some[event.about]
        if not _act(found.event):
            break
        event = found.event
    return found


def _guest(one: Mention, story: Story) -> str | None:
    """Who is asked to come: the person that an invitation goes to, or whom a journey takes somewhere."""
    role = "patient" if one.event.lemma == "invite" else "agent" if one.kind == "visit" else None
    persons = {p.id for p in story.people if p.kind == "PERSON"}
    for name in one.event.names(role) if role else ():  # type: ignore[arg-type]  # one of the roles
        person = story.who.get((one.marked.report.id, name))
        if person in persons:
            return person
    return None


def _made(story: Story, one: Mention, target: Mention | None, core: str, status: PlanStatus) -> Move:
    marked, event = one.marked, one.event
    who = one.who | (target.who if target else frozenset())
    places = one.places | (target.places if target else frozenset())
    persons = frozenset(p.id for p in story.people if p.kind == "PERSON")
    towns = frozenset(p.id for p in story.people if p.kind in ("GPE", "LOC", "FAC"))
    if event.lemma == "invite" or core in JOURNEYS:
        places |= who & towns
        who = who & persons
    guest = _guest(one, story) or (_guest(target, story) if target else None)
    aim, when = _times(one, target)
    when = when or one.said
    published = marked.report.published.day
    retold = event.status == "happened" and when is None and not one.lead
    bare = (not who or (core not in JOURNEYS and target is None)) and not places
    if not places and (status in OFF or _in_speech(one) or (target is None and guest is None and not one.lead)):
        bare = True
    return Move(
        mention=one, core=core, who=who, places=places, status=status,
        date=when or (None if retold else published), day=when or published or "~", aim=aim, bare=bare, guest=guest,
    )  # fmt: skip


def _in_speech(one: Mention) -> bool:
    """Whether somebody's quoted words tell it: `you` and `he` there need not be who the report names."""
    quoted = (q for q in one.marked.quotes if q.type == "direct")
    return any(span.holds(one.event.span) for quote in quoted for span in quote.content)


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
            aim = aim or time.value.removeprefix("../")  # `until next year`: it then aims at next year
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
    if thread.core not in happenings() or (not thread.who and not thread.places):
        return None
    if not acted and len(reports) < 2 and not any(one.mention.lead or one.aim for one in thread.moves):
        return None
    if steps[0].status in ("accepted", "held") and len(steps) == 1:
        return None
    title = _title(story, thread)
    aims = [step.for_ for step in steps if step.for_]
    first, *rest = steps
    name = cite.content_id("k", title, first.cites[0].report, str(first.cites[0].start))
    return Plan(name, title, steps[-1].status, aims[-1] if aims else None, (first, *rest))


def _steps(thread: Thread) -> list[Step]:
    """The moves as dated rows, oldest first; those that say the same are one."""
    rows: list[list[Move]] = []
    for one in sorted(thread.moves, key=lambda m: (m.date is None, m.date or "", m.cite())):
        home = next((row for row in rows if _repeats(row, one)), None)
        if home is None:
            rows.append([one])
        else:
            home.append(one)
    steps: list[Step] = []
    off = min((m.date for row in rows for m in row if m.status in OFF and m.date), default=None)
    for row in sorted(rows, key=lambda some: _order(some, off)):
        step = _step(row, [one.status for one in steps])
        again = next((at for at, one in enumerate(steps) if (one.status, one.for_) == (step.status, step.for_)), None)
        if again is None:
            steps.append(step)
        else:
            steps[again] = replace(steps[again], cites=cite.cites([*steps[again].cites, *step.cites]))
    return steps


def _order(row: list[Move], off: str | None) -> tuple[str, bool, Cite]:
    """By date; a row without one stands by the report that tells it, and an end of the plan by the end that is dated."""
    dates = [one.date for one in row if one.date]
    if not dates and off and row[0].status in OFF:
        dates = [off]
    return min(dates or [one.day for one in row]), not any(one.date for one in row), row[0].cite()


def _step(row: list[Move], before: list[PlanStatus]) -> Step:
    best = min(row, key=_rank)
    aims = [one.aim for one in row if one.aim]
    dates = sorted(one.date for one in row if one.date)
    return Step(
        date=dates[0] if dates else None,
        status=_renewed(row[0].status, before),
        for_=aims[0] if aims else None,
        text=" ".join(best.cite().text.split()),
        cites=cite.cites(one.cite() for one in row),
    )


def _rank(one: Move) -> tuple[object, ...]:
    """The move that tells a step best: dated, not too long, in the body, not leaning on the sentence before."""
    words = one.cite().text.split()
    leans = words[0].strip("“\"'‘").casefold() in lexicon.words("stopwords") - {"the", "a", "an", "in", "on"}
    return one.date is None, one.mention.label != "body", leans, len(words) > 45, one.cite()


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
    return abs((date.fromisoformat(one.date) - date.fromisoformat(row[0].date)).days) <= NEAR


def _meets(one: str, other: str) -> bool:
    return one == other or one.startswith(other) or other.startswith(one)


def _renewed(status: PlanStatus, before: list[PlanStatus]) -> PlanStatus:
    """An offer that follows a postponement or an end is that offer renewed."""
    return "renewed" if status in ("offered", "planned") and any(one in OFF for one in before) else status


def _title(story: Story, thread: Thread) -> str:
    people = {one.id: one for one in story.people}
    order = [one.id for one in story.people]
    who = [people[key].name for key in order if key in thread.who and people[key].kind == "PERSON"]
    others = [people[key].name for key in order if key in thread.who and people[key].kind != "PERSON"]
    unknown = sorted(key for key in thread.places if key not in people)
    places = [people[key].name for key in order if key in thread.places] + unknown
    core = "visit" if thread.core in ("invite", "host") else thread.core
    if core == "visit" and thread.guest in people and places:
        return f"Visit of {people[thread.guest].name} to {places[0]}"
    named = who or others
    title = f"{core.capitalize()}: {', '.join(named[:3])}" if named else core.capitalize()
    return f"{title} ({', '.join(places[:2])})" if places else title
