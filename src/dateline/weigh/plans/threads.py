"""Plans as threads: who offered what, for when, and what became of it, step by step, each with its date and cites.

Moves with the same kind of event, people and place are one thread; one that says only `the visit` belongs to the plan
that its report spoke of last. A later report that only repeats a step adds its cites and no step. A plan has been held
when a report tells of such an event, by the same people, on the day or at the place it was planned for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline import cite, edtf
from dateline.cite import Cite
from dateline.language.predicates import JOURNEYS
from dateline.records.findings import Plan, PlanStatus, Step
from dateline.records.story import Story
from dateline.weigh.mentions import Mention, where
from dateline.weigh.plans.acts import OFF, SET, act, is_planned_ahead
from dateline.weigh.plans.aims import overlap
from dateline.weigh.plans.moves import Move, moves
from dateline.weigh.plans.titles import title
from dateline.weigh.roles import opposed

MOST_WORDS = 45  # of a sentence that tells a step, where another does as well
YEARLESS = "XXXX-"  # how a TIMEX3 value begins that leaves the year open
SEASONS = ("SP", "SU", "FA", "WI")  # in TIMEX3
NEAR = 7  # days within which reports that say the same of a plan tell of one step


@dataclass(slots=True)
class Thread:
    """The moves of one plan."""

    core: str
    who: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    guest: str | None = None
    moves: list[Move] = field(default_factory=list)

    def takes(self, one: Move) -> bool:
        """Whether a move speaks of this plan."""
        kin = one.core == self.core or {one.core, self.core} <= JOURNEYS
        if not kin or (one.places and self.places and not one.places & self.places):
            return False
        if one.guest and self.guest and one.guest != self.guest:
            return False  # A asked to B's capital and B asked to A's are two plans
        if one.status in ("offered", "renewed") and self.guest and one.guest is None and one.by == self.guest:
            return False
        if self._opposed(one):
            return False  # A to take over B and B to take over A
        shared, placed = one.who & self.who, bool(one.places & self.places)
        if self.core not in JOURNEYS:
            if not (one.who or one.places) or not (self.who or self.places):
                aims = [move.aim for move in self.moves if move.aim]
                apart = bool(one.things and self.things) and not one.things & self.things
                meet = any(overlap(one.aim, aim) for aim in aims) if one.aim else False
                return bool(one.things & self.things) or meet or (one.status in OFF and not apart)
            same = bool(one.things & self.things) or placed
            if len(one.sides & self.sides) >= 2 and (shared or same):
                return True
            if one.things and self.things and not same:
                return False
            return bool(shared) or (same and not (one.who and self.who))
        if placed:
            return bool(shared) or not self.who or (not one.who and (not one.sides or bool(one.sides & self.sides)))
        return len(shared) >= 2 or (bool(shared) and one.guest is not None and one.guest == self.guest)

    def _opposed(self, one: Move) -> bool:
        """Whether a move has those who act as those who are acted upon."""
        return any(one.mention.opposes(each.mention) or opposed(one.deeds, each.deeds) for each in self.moves)

    def add(self, one: Move) -> None:
        """Take a move in."""
        self.moves.append(one)
        if not one.weak:
            self.who |= one.who
            self.places |= one.places
            self.sides |= one.sides
            self.things |= one.things
            self.guest = self.guest or one.guest


@dataclass(slots=True)
class Row:
    """Moves that say the same of a plan."""

    moves: list[Move]
    status: PlanStatus

    @property
    def aim(self) -> str | None:
        """The tightest aim that a move gives, the first of several."""
        firm = [one for one in self.moves if not one.weak] or self.moves
        return min((one.aim for one in firm if one.aim), key=_width, default=None)

    @property
    def date(self) -> str | None:
        """The first day that a move gives."""
        firm = [one for one in self.moves if not one.weak] or self.moves
        return min((one.date for one in firm if one.date), default=None)


def _width(aim: str) -> int:
    """Days that an aim allows; an open one is wider than any."""
    earliest, latest = edtf.interval(aim)
    return edtf.apart(earliest, latest) if earliest and latest else 10**6


def plans(story: Story, seen: Sequence[Mention]) -> tuple[Plan, ...]:
    """The plan threads of a story, by when they begin."""
    threads: list[Thread] = []
    spoken: dict[str, list[Thread]] = {}
    for one in sorted(moves(story, seen), key=_told):
        report = one.mention.marked.report.id
        home = next((thread for thread in threads if not one.bare and thread.takes(one)), None)
        if home is None and one.bare:
            home = _meant(one, spoken.get(report, []), threads)
        if home is None:
            if one.bare or one.weak:
                continue  # `the visit`, when nothing said which
            home = Thread(one.core)
            threads.append(home)
        home.add(one)
        spoken.setdefault(report, []).append(home)
    threads = _merged(threads)
    happened = [one for one in seen if one.event.status == "happened" and one.days and one.label != "caption"]
    made = [plan for thread in threads if (plan := _plan(story, thread, happened)) is not None]
    return tuple(sorted(made, key=lambda one: (min((s.date for s in one.history if s.date), default="~"), one.id)))


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
            home.add(move)
    return out


def _meant(one: Move, spoken: list[Thread], threads: list[Thread]) -> Thread | None:
    """The plan that `the visit` or `that decision` means: the last one of its kind that the report spoke of.

    Where the report spoke of none yet (a headline), the one plan of the story that those named there are part of.
    """
    kin = [t for t in spoken if t.core == one.core or {t.core, one.core} <= JOURNEYS]
    if one.invites:
        kin = [t for t in kin if t.core == one.core] or kin  # an invitation is to a visit, before a meeting
    if kin or (spoken and not is_planned_ahead(one.mention, one.core) and one.status in OFF):
        return (kin or spoken)[-1]
    if is_planned_ahead(one.mention, one.core):
        known = [t for t in threads if one.core == t.core and (one.who & t.who or one.status in OFF)]
    else:
        known = [t for t in threads if one.who & t.who]
    return known[0] if len(known) == 1 and not spoken else None


# ---------------------------------------------------------------------------------------------- the thread


def _plan(story: Story, thread: Thread, happened: list[Mention]) -> Plan | None:
    rows = _rows(thread.moves)
    reports = {one.mention.marked.report.id for one in thread.moves}
    acted = any(act(one.mention) for one in thread.moves)
    if not (thread.who or thread.places) and len(thread.sides) < 2:
        moved = any(row.status in OFF for row in rows)
        if not moved and (len(rows) < 2 or len(reports) < 2):
            return None  # nobody, nowhere, and nothing came of it
    first_day = min((one.report.published.day for one in story.reports if one.report.published.day), default="")
    if not any(row.date for row in rows) and any(
        row.aim and (edtf.interval(row.aim)[1] or "~") < first_day for row in rows
    ):
        return None  # last year's
    if not acted and len(reports) < 2 and not any(one.mention.lead for one in thread.moves):
        return None
    if rows[0].status in ("accepted", "held") and len(rows) == 1:
        return None
    steps = [_step(row) for row in rows]
    if all(step.status != "held" for step in steps):
        steps += _held(story, thread, steps, happened)
    name_ = title(story, thread.core, thread.guest, (thread.who, thread.places), thread.moves)
    aims = [step.for_ for step in steps if step.for_]
    first, *rest = steps
    told = min(thread.moves, key=_told)  # the first report that tells of it: the same in every later run
    name = cite.content_id("k", thread.core, thread.guest or "", told.cite().report, str(told.cite().start))
    return Plan(name, name_, steps[-1].status, aims[-1] if aims else None, (first, *rest))


def _rows(some: list[Move]) -> list[Row]:
    """The moves as rows, oldest first; those that say the same are one."""
    rows: list[Row] = []
    ended = {one.mention.marked.report.id for one in some if one.status in OFF and not one.mention.lead}
    for one in sorted(
        some, key=lambda m: (m.weak, m.date is None, not (m.aim or _known(m)), m.date or m.day, m.cite())
    ):
        report = one.mention.marked.report
        home = _home(rows, one, report.published.day is None and one.mention.lead and report.id in ended)
        if home is not None:
            home.moves.append(one)
            home.status = _stronger(home.status, one.status)
        else:
            rows.append(Row([one], one.status))
    off = min((row.date for row in rows if row.status in OFF and row.date), default=None)
    rows.sort(key=lambda row: _order(row, off))
    over = False
    for row in rows:
        if over and row.status in ("planned", "offered"):
            row.status = "renewed"  # an offer that follows a postponement or an end is that offer renewed
        over = over or row.status in OFF
    return rows


def _home(rows: list[Row], one: Move, latest: bool) -> Row | None:
    """The row that a move repeats; None when it is news. No report repeats what comes after it.

    `latest`: its report has no date, leads with it, and goes on to tell how an earlier offer ended.
    """
    published = one.mention.marked.report.published.day or "~"
    rows = [row for row in rows if (row.date or "") <= published]
    if one.status in SET and one.status != "accepted":
        return _repeats_set(rows, one, latest)
    same = [row for row in rows if row.status == one.status]
    for row in reversed(same):
        if one.status not in OFF or (_aims_meet(row, one) and _near(row, one)):
            return row
    return None


def _repeats_set(rows: list[Row], one: Move, latest: bool) -> Row | None:
    """The row in which the same plan was already set: one with a time that can be the same."""
    offs = [row.date for row in rows if row.status in OFF and row.date and one.date and row.date <= one.date]
    last = max(offs, default=None)
    fresh = one.status in ("offered", "renewed") and last is not None
    known = [row for row in rows if row.status == "postponed" and row.aim] if not fresh else []
    known += [row for row in rows if row.status in SET and not (fresh and (row.date or "") <= (last or ""))]
    if one.status == "agreed" and one.date and act(one.mention):
        return next((row for row in rows if row.status == "agreed" and _near(row, one)), None)
    if one.aim:
        fit = [row for row in known if row.aim and overlap(row.aim, one.aim)]
        open_ = [row for row in known if row.aim is None and row.status in SET and _near(row, one)]
        return next(reversed(fit or open_), None)
    fit = [row for row in known if row.aim and any(_partly(each, row) for each in _known(one))]
    if fit:
        return fit[-1]
    known = [
        row for row in known if row.status in SET
    ] or known  # told without a day: what it was put off to still stands
    if one.date is None:
        return max(known, key=lambda row: (0 if latest else _same_report(row, one), row.date or ""), default=None)
    return min((row for row in known if not fresh or _near(row, one)), key=lambda row: _gap(row, one), default=None)


def _same_report(row: Row, one: Move) -> int:
    """How many moves of a row are in the report of another."""
    return sum(each.mention.marked.report.id == one.mention.marked.report.id for each in row.moves)


def _known(one: Move) -> tuple[str, ...]:
    """The times of a move that say something without their year: a season, a month."""
    parts = ((timex, timex.removeprefix(YEARLESS)[:2]) for timex in one.aimed if timex.startswith(YEARLESS))
    return tuple(timex for timex, part in parts if part.isdigit() or part in SEASONS)


def _partly(timex: str, row: Row) -> bool:
    """Whether a TIMEX3 value without its year (`XXXX-FA`) fits a row's: by those of the moves that are in it."""
    values = {t.timex for m in row.moves for t in m.mention.marked.times if t.value and t.value == m.aim}
    return any(re.fullmatch(timex.replace("X", "."), value) for value in values)


def _stronger(one: PlanStatus, other: PlanStatus) -> PlanStatus:
    return "offered" if {one, other} == {"planned", "offered"} else one


def _aims_meet(row: Row, one: Move) -> bool:
    return not (row.aim and one.aim) or overlap(row.aim, one.aim)


def _near(row: Row, one: Move) -> bool:
    return _gap(row, one) <= NEAR


def _gap(row: Row, one: Move) -> int:
    """Days between a row and a move; none where either has no day."""
    if one.date is None or row.date is None:
        return 0
    return abs(edtf.apart(one.date, row.date))


def _order(row: Row, off: str | None) -> tuple[str, int, Cite]:
    """By date. Without one, an end of the plan stands by the end that is dated, what went before it before that."""
    told = row.date or min(one.day for one in row.moves)
    if row.date is None and off and row.status in (*OFF, *SET):
        return off, 2 if row.status in OFF else 0, row.moves[0].cite()
    return told, 1, row.moves[0].cite()


# ------------------------------------------------------------------------------------------------ the steps


def _step(row: Row) -> Step:
    ranked = sorted(row.moves, key=_rank)
    best = ranked[0].cite()
    return Step(
        date=row.date,
        status=row.status,
        for_=row.aim,
        text=" ".join(best.text.split()),
        cites=cite.cites(move.cite() for move in row.moves),
        by=next((move.by for move in ranked if move.by), None),
        why=_why(ranked[0]) if row.status in OFF else None,
    )


def _rank(move: Move) -> tuple[object, ...]:
    """The move that tells a step best: dated, an act, not too long, in the body, not leaning on the sentence before."""
    text, context = move.cite().text, move.mention.language.context
    leans = context is not None and context.needs_context(text)
    return (
        move.weak, move.date is None, move.bare, move.mention.label != "body", leans, len(text.split()) > MOST_WORDS,
        move.cite(),
    )  # fmt: skip


def _why(move: Move) -> str | None:
    """The reason that the sentence of a move gives, in its own words."""
    claims, text = move.mention.language.claims, move.mention.marked.report.text
    reason = claims.reason(text, move.mention.event.sentence) if claims else None
    return " ".join(reason.of(text).split()) if reason else None


def _held(story: Story, thread: Thread, steps: list[Step], happened: Iterable[Mention]) -> list[Step]:
    """The step that tells that it took place, where a report does."""
    kept = _shown_by(thread) | (JOURNEYS if thread.core in JOURNEYS else set())
    begun = min((step.date for step in steps if step.date), default=None)
    last = max((step.date for step in steps if step.date), default=None)
    aim = next((step.for_ for step in reversed(steps) if step.for_), None)
    off = steps[-1].status in OFF and steps[-1].status != "postponed"
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


def _shown_by(thread: Thread) -> frozenset[str]:
    """Kinds of event that show that the plan was kept."""
    planning = thread.moves[0].mention.language.planning
    return planning.kinds()[thread.core].shown_by if planning else frozenset()


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
