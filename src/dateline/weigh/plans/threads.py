"""Plans as a view of events: what is still to come, the acts that govern it, and what became of it, step by step.

An act belongs to the event that it acts on. Acts on mentions of one event are one plan, and so are those on events of one
form by guest, host, place and time; people alone never make two plans one. What only points at a plan (`it`, `the visit`)
belongs to the event that the story groups it with, or to the only plan that its report speaks of. A plan has been held
when a report tells of such an event, by the same people, on the day or at the place it was planned for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline import cite, edtf
from dateline.cite import Cite
from dateline.language.predicates import JOURNEYS
from dateline.records.findings import Event, Plan, Step
from dateline.records.marks import Status
from dateline.records.story import Story
from dateline.weigh.mentions import Mention, where
from dateline.weigh.plans.acts import OFF, act, is_planned_ahead
from dateline.weigh.plans.aims import overlap
from dateline.weigh.plans.foreseen import foreseen
from dateline.weigh.plans.moves import OFFER, Move, moves
from dateline.weigh.plans.steps import rows, step
from dateline.weigh.plans.titles import title
from dateline.weigh.roles import opposed

_OPEN: tuple[Status, ...] = ("planned", "postponed", "cancelled")
LONGEST = 10  # words of a phrase that names a plan
NEAR = 2  # sentences before a pointing word within which what it means was named
Events = Mapping[tuple[str, int], Event]  # by report and the place of a mention's head word


@dataclass(slots=True)
class Thread:
    """The moves of one plan, and the events that they are about."""

    core: str
    who: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    guest: str | None = None
    moves: list[Move] = field(default_factory=list)
    events: dict[str, Event] = field(default_factory=dict)
    acts: set[str] = field(default_factory=set)

    def takes(self, one: Move, about: Event | None) -> bool:
        """Whether a move speaks of this plan."""
        kin = one.core == self.core or {one.core, self.core} <= JOURNEYS
        if not kin or (one.places and self.places and not one.places & self.places):
            return False
        if one.guest and self.guest and one.guest != self.guest:
            return False  # A asked to B's capital and B asked to A's are two plans
        if one.status in ("offered", "renewed") and self.guest and one.guest is None and one.by == self.guest:
            return False
        turned = (one.mention.opposes(each.mention) or opposed(one.deeds, each.deeds) for each in self.moves)
        if one.core != OFFER and any(turned):
            return False  # A to take over B and B to take over A
        if about is not None and about.id in self.events:
            return not self._of_others(one)
        return not self._apart(one) and (self._one_journey(one) if self.core in JOURNEYS else self._alike(one))

    def _of_others(self, one: Move) -> bool:
        """Whether it is something that people do with one another, and the move is about quite other people."""
        planning = one.mention.language.planning
        kind = planning.kinds().get(self.core) if planning is not None else None
        return kind is not None and kind.between and bool(one.who and self.who) and not one.who & self.who

    def _apart(self, one: Move) -> bool:
        """Whether they aim at times that exclude each other, and nothing has been moved from one to the other."""
        aims = [move.aim for move in self.moves if move.aim]
        if not one.aim or not aims or any(overlap(one.aim, aim) for aim in aims):
            return False
        return not any(move.status in (*OFF, "renewed") for move in (one, *self.moves))

    def _one_journey(self, one: Move) -> bool:
        shared = one.who & self.who
        if one.places & self.places:
            return bool(shared) or not self.who or (not one.who and (not one.sides or bool(one.sides & self.sides)))
        return len(shared) >= 2 or (bool(shared) and one.guest is not None and one.guest == self.guest)

    def _alike(self, one: Move) -> bool:
        """Of two events of one form: what it is done to, where, when, between whom."""
        shared, things = one.who & self.who, one.things & self.things
        placed, sides = bool(one.places & self.places), len(one.sides & self.sides) >= 2
        meet = bool(one.aim) and any(overlap(one.aim or "", move.aim) for move in self.moves if move.aim)
        if one.things and self.things and not things and not (placed or sides):
            return False
        same = bool(things) or placed or meet
        if not is_planned_ahead(one.mention, self.core):  # a deed of whatever kind
            return bool(things or shared) or not (one.things and self.things)
        if not one.who or not self.who:
            return same
        planning = one.mention.language.planning
        if planning is not None and planning.kinds()[self.core].between:
            return len(shared) >= 2 or (bool(shared) and same) or (sides and bool(shared))
        return bool(shared) and (same or sides or shared in (one.who, self.who))

    def add(self, one: Move, about: Event | None, by: Event | None) -> None:
        """Take a move in, with the event that it is about and the event of the act itself."""
        self.moves.append(one if by is None else replace(one, act=by.id))
        self.who |= one.who
        self.places |= one.places
        self.sides |= one.sides
        self.things |= one.things
        self.guest = self.guest or one.guest
        if about is not None:
            self.events[about.id] = about
        if by is not None:
            self.acts.add(by.id)


def plans(story: Story, seen: Sequence[Mention], events: Sequence[Event]) -> tuple[Plan, ...]:
    """The plan threads of a story, by when they begin; `events` are those of which `seen` are the mentions."""
    by_place = {(told.report, told.start): event for event in events for told in event.mentions}
    threads = _merged(_threads(sorted(moves(story, seen), key=_told), by_place))
    happened = [one for one in seen if one.event.status == "happened" and one.days and one.label != "caption"]
    made: list[Plan] = []
    for thread in threads:
        plan = _plan(story, thread, happened)
        if plan is not None and not any(_cited(plan) <= _cited(other) for other in made):
            made.append(plan)  # `fight to keep it and work to undo it`: one sentence, one plan
    made += foreseen(story, seen, events, made)
    return tuple(sorted(made, key=lambda one: (min((s.date for s in one.history if s.date), default="~"), one.id)))


def _cited(plan: Plan) -> frozenset[Cite]:
    return frozenset(one for each in plan.history for one in each.cites)


def _threads(every: Sequence[Move], events: Events) -> list[Thread]:
    """Moves that name their plan, by the plan; then those that only point at one."""
    threads: list[Thread] = []
    for one in sorted(every, key=lambda each: each.core == OFFER and each.guest is None):
        if not one.bare:
            about, by = _event(one.target or one.mention, events), _event(one.mention, events)
            homes = [thread for thread in threads if thread.takes(one, about)]
            if one.core == OFFER and one.guest is None and len(homes) > 1:
                continue  # whose offer, nobody knows
            home = homes[0] if homes else Thread(one.core)
            threads += [] if homes else [home]
            home.add(one, about, by)
    for one in every:
        if one.bare and (known := _meant(one, threads, events)) is not None:
            known.add(one, None, None)
    return threads


def _event(mention: Mention, events: Events) -> Event | None:
    return events.get((mention.marked.report.id, mention.event.span.start))


def _meant(one: Move, threads: list[Thread], events: Events) -> Thread | None:
    """The plan that `the visit` or `that decision` means: of an act, that of the words right before it; else that of its
    event; else the one of its form that its report speaks of, where there is but one.
    """
    about, by = _event(one.target or one.mention, events), _event(one.mention, events)
    named = is_planned_ahead(one.mention, one.core)
    open_ = [thread for thread in threads if not (one.guest and thread.guest and one.guest != thread.guest)]
    fits = [t for t in open_ if not named or one.core == t.core or {one.core, t.core} <= JOURNEYS]
    same = [t for t in fits if (about is not None and about.id in t.events) or (by is not None and by.id in t.acts)]
    report = one.mention.marked.report.id
    spoken = [t for t in fits if any(move.mention.marked.report.id == report for move in t.moves)]
    before = [(behind, t) for t in (spoken or ([] if named else open_)) if (behind := _behind(one, t)) is not None]
    if before and not one.repeats:
        return min(before, key=lambda pair: pair[0])[1]
    if same:
        return same[0]
    if len(spoken) == 1 and named and not (one.repeats and spoken[0].core != one.core):
        return spoken[0]
    known = [thread for thread in fits if one.who & thread.who] if one.who else fits
    return known[0] if len(known) == 1 and one.status in OFF and not spoken else None


def _behind(one: Move, thread: Thread) -> int | None:
    """How far, in code points, a move stands behind the last that its report tells of a plan; None where that is not near."""
    marked, at = one.mention.marked, one.mention.event.sentence.start
    starts = [sentence.span.start for sentence in marked.sentences if sentence.span.start <= at]
    reach = starts[-1 - min(NEAR, len(starts) - 1)] if starts else at
    inside = (move.mention.event for move in thread.moves if move.mention.marked.report.id == marked.report.id)
    ends = [
        event.span.end
        for event in inside
        if event.sentence.start >= reach and event.span.end <= one.mention.event.span.start
    ]
    return one.mention.event.span.start - max(ends) if ends else None


def _told(one: Move) -> tuple[str, Cite, int]:
    """The order of telling: by report, then by place in it."""
    return one.mention.marked.report.published.value or "~", one.cite(), one.mention.event.span.start


def _merged(threads: list[Thread]) -> list[Thread]:
    """One plan where a journey is to another planned event: the same people, place and time."""
    out: list[Thread] = []
    for one in sorted(threads, key=lambda t: t.core in JOURNEYS):
        aims = {move.aim for move in one.moves if move.aim}
        home = next(
            (
                each
                for each in out
                if one.core in JOURNEYS
                and each.core not in JOURNEYS
                and one.who & each.who
                and one.places & each.places
                and aims & {move.aim for move in each.moves if move.aim}
            ),
            None,
        )
        if home is None:
            out.append(one)
            continue
        for move in one.moves:
            home.add(move, None, None)
    return out


# ---------------------------------------------------------------------------------------------- the thread


def _plan(story: Story, thread: Thread, happened: list[Mention]) -> Plan | None:
    """The thread as a plan; None where nobody who can plan it does."""
    told = rows(thread.moves)
    if not told:
        return None
    if not _is_planned(story, thread, len(told)) or (told[0].status in ("accepted", "held") and len(told) == 1):
        return None
    first_day = min((one.report.published.day for one in story.reports if one.report.published.day), default="")
    aims = [row.aim for row in told if row.aim]
    if not any(row.date for row in told) and any((edtf.interval(aim)[1] or "~") < first_day for aim in aims):
        return None  # last year's
    steps = [step(row) for row in told]
    if all(one.status != "held" for one in steps):
        steps += _held(story, thread, steps, happened)
    name_ = _label(story, thread) or title(story, thread.core, thread.guest, (thread.who, thread.places), thread.moves)
    aims = [one.for_ for one in steps if one.for_]
    first, *rest = steps
    leading = min(thread.moves, key=_told)  # the first report that tells of it: the same in every later run
    name = cite.content_id("k", thread.core, thread.guest or "", leading.cite().report, str(leading.cite().start))
    return Plan(name, name_, steps[-1].status, aims[-1] if aims else None, (first, *rest))


def _label(story: Story, thread: Thread) -> str | None:
    """What a deed that is of no planned kind is called: its event's label, else who is to do it and the word for it."""
    if is_planned_ahead(thread.moves[0].mention, thread.core):
        return None
    titles = thread.moves[0].mention.language.plan_titles
    people = {person.id: person for person in story.people if person.id in thread.who}
    taker = next((one.name for one in people.values() if one.id != thread.guest and one.kind == "PERSON"), None)
    if thread.core == OFFER and taker and titles:
        return titles.offer(people[thread.guest].name if thread.guest in people else None, taker)
    if called := _called(thread):
        return called
    label = next((event.label for event in thread.events.values() if event.label), None)
    doer = next((person.name for person in story.people if person.id in thread.who), None)
    head = thread.moves[0].planned.head
    return label or (f"{doer}: {head}" if doer else head.capitalize())


def _called(thread: Thread) -> str | None:
    """What reports call what is put off, where a noun tells it: the longest phrase that can stand alone."""
    phrases = []
    for move in thread.moves:
        context, planned = move.mention.language.context, move.planned
        if move.target is None or not move.target.is_noun or move.status not in OFF or context is None:
            continue
        words = " ".join(planned.clause.of(move.mention.marked.report.text).split())
        if len(words.split()) <= LONGEST and not context.needs_context(words):
            phrases.append(words)
    best = max(phrases, key=lambda words: (len(words.split()), words), default=None)
    return best and best[0].upper() + best[1:]


def _is_planned(story: Story, thread: Thread, steps: int) -> bool:
    """Whether somebody plans it: two signs of it at least, of which one odd mention has not enough.

    The signs: two origins tell it; a lead does; it has a time; there is more than one step; it is announced or promised;
    who plans it has a name. The last two are signs beside another alone.
    """
    firm = [move for move in thread.moves if not move.bare]
    if not firm:
        return False
    origins = story.origins_of(tuple(move.cite() for move in firm))
    planning = firm[0].mention.language.planning
    if planning is None or thread.core not in planning.kinds():
        if thread.core == OFFER and thread.guest and len(thread.who) > 1:
            return len(origins) >= 2 or steps > 1 or any(move.mention.lead for move in firm)
        put_off = any(move.status in OFF for move in firm)
        whose = any(move.by or move.planned.names("agent") for move in firm)
        return (len(origins) >= 2 and (whose or put_off)) or (put_off and any(move.aim for move in firm))
    acted = any(act(move.mention) for move in firm)
    if not acted and thread.events and all(event.status not in _OPEN for event in thread.events.values()):
        return False
    more = len(origins) >= 2, any(move.mention.lead for move in firm), any(move.aim for move in firm), steps > 1
    signs = (
        *more,
        any(planning.announces(move.mention.event) or planning.commits(move.mention.event) for move in firm),
        any(move.by or move.guest or move.planned.names("agent") for move in firm),
    )
    return any(more) and sum(signs) >= 2


def _held(story: Story, thread: Thread, steps: list[Step], happened: Iterable[Mention]) -> list[Step]:
    """The step that tells that it took place, where a report does."""
    kept = _shown_by(thread) | (JOURNEYS if thread.core in JOURNEYS else set())
    begun = min((one.date for one in steps if one.date), default=None)
    last = max((one.date for one in steps if one.date), default=None)
    aim = next((one.for_ for one in reversed(steps) if one.for_), None)
    off = steps[-1].status in OFF and steps[-1].status != "postponed"
    if not off and aim and begun and (kept_step := _kept(story, thread, last or begun, aim)) is not None:
        return [kept_step]
    some = [
        one for one in happened if one.kind in kept and begun and _takes_place(thread, one, last or begun, aim, off)
    ]
    if not some:
        return []
    best = min(some, key=lambda one: (one.label != "body", not one.lead, one.cite()))
    cites = cite.cites(
        cite.cite(one.marked.report.id, one.marked.report.text, one.event.sentence)
        for one in some
        if one.days == best.days
    )
    day = (best.days or ("", ""))[0]
    text = " ".join(best.event.sentence.of(best.marked.report.text).split())
    return [Step(date=day, status="held", for_=day, text=text, cites=cites)]


def _kept(story: Story, thread: Thread, last: str, aim: str) -> Step | None:
    """The step that a planned event itself gives: by vote it happened, on a day that was aimed at."""
    done = {
        (marked.report.id, event.span.start)
        for marked in story.reports
        for event in marked.events
        if event.status == "happened"
    }
    for event in thread.events.values():
        day = event.earliest
        if event.status != "happened" or day is None or day != event.latest or day < last or not overlap(aim, day):
            continue
        if told := [one.sentence for one in event.mentions if (one.report, one.start) in done]:
            text = " ".join(told[0].text.split())
            return Step(date=day, status="held", for_=day, text=text, cites=cite.cites(told))
    return None


def _shown_by(thread: Thread) -> frozenset[str]:
    """Kinds of event that show that the plan was kept."""
    planning = thread.moves[0].mention.language.planning
    kind = planning.kinds().get(thread.core) if planning else None
    return kind.shown_by if kind else frozenset({thread.core})


def _takes_place(thread: Thread, one: Mention, last: str, aim: str | None, off: bool) -> bool:
    """Whether an event is what was planned: on its day, or, where it was called off, later and by all the same people."""
    days = one.days
    if days is None or days[0] < last or days[0] != days[1] or act(one) is not None:
        return False
    shared, placed = len(one.who & thread.who), bool(where(one.places) & thread.places)
    if off:
        return days[0] > last and shared >= 2 and thread.core not in JOURNEYS
    if aim and not overlap(aim, days[0]):
        return False
    if thread.core in JOURNEYS:
        return bool(aim) and (shared >= 2 or (placed and shared >= 1))
    exact = aim == days[0] or (one.kind == thread.core and bool(aim) and thread.who <= one.who)
    return shared >= 2 or (shared >= 1 and (exact or placed or bool(one.things & thread.things)))
