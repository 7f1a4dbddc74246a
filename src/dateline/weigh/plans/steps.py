"""The steps of a plan: moves that say the same are one row, and each row is told by the sentence that tells it best.

No report repeats what comes after it: a later report that only tells a step again adds its cites and no step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline import cite, edtf
from dateline.cite import Cite
from dateline.records.findings import PlanStatus, Step
from dateline.weigh.plans.acts import OFF, SET, act
from dateline.weigh.plans.aims import overlap
from dateline.weigh.plans.moves import OFFER, Move

MOST_WORDS = 45  # of a sentence that tells a step, where another does as well
YEARLESS = "XXXX-"  # how a TIMEX3 value begins that leaves the year open
SEASONS = ("SP", "SU", "FA", "WI")  # in TIMEX3
NEAR = 7  # days within which reports that say the same of a plan tell of one step


@dataclass(slots=True)
class Row:
    """Moves that say the same of a plan."""

    moves: list[Move]
    status: PlanStatus

    @property
    def aim(self) -> str | None:
        """The tightest aim that a move gives, the first of several."""
        return min((one.aim for one in self.moves if one.aim and not one.repeats), key=_width, default=None)

    @property
    def acts(self) -> frozenset[str]:
        """The events that its acts are."""
        return frozenset(one.act for one in self.moves if one.act)

    @property
    def date(self) -> str | None:
        """The first day that a move gives."""
        return min((one.date for one in self.moves if one.date and not one.repeats), default=None)


def _width(aim: str) -> int:
    """Days that an aim allows; an open one is wider than any."""
    earliest, latest = edtf.interval(aim)
    return edtf.apart(earliest, latest) if earliest and latest else 10**6


def rows(some: list[Move]) -> list[Row]:
    """The moves as rows, oldest first; those that say the same are one."""
    made: list[Row] = []
    ended = {one.mention.marked.report.id for one in some if one.status in OFF and not one.mention.lead}
    for one in sorted(
        some, key=lambda m: (m.repeats, m.date is None, not (m.aim or _known(m)), m.date or m.day, m.cite())
    ):
        report = one.mention.marked.report
        home = _home(made, one, report.published.day is None and one.mention.lead and report.id in ended)
        if home is not None:
            home.moves.append(one)
            home.status = _stronger(home.status, one.status)
        elif not one.repeats:
            made.append(Row([one], one.status))
    off = min((row.date for row in made if row.status in OFF and row.date), default=None)
    made.sort(key=lambda row: _order(row, off))
    over = False
    for row in made:
        if over and row.status in ("planned", "offered"):
            row.status = "renewed"  # an offer that follows a postponement or an end is that offer renewed
        over = over or row.status in OFF
    return made


def _home(rows: list[Row], one: Move, latest: bool) -> Row | None:
    """The row that a move repeats; None when it is news. No report repeats what comes after it.

    `latest`: its report has no date, leads with it, and goes on to tell how an earlier offer ended.
    """
    if known := next((row for row in rows if row.status == one.status and one.act in row.acts), None):
        return known
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
    fresh = one.status == "renewed" or (one.status == "offered" and one.core != OFFER)
    fresh = fresh and last is not None
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


def step(row: Row) -> Step:
    ranked = sorted(row.moves, key=_rank)
    best = ranked[0].cite()
    return Step(
        date=row.date,
        status="planned" if row.status == "postponed" and all(map(_hastens, row.moves)) else row.status,
        for_=row.aim,
        text=" ".join(best.text.split()),
        cites=cite.cites(move.cite() for move in row.moves),
        by=next((move.by for move in ranked if move.by), None),
        why=_why(ranked[0]) if row.status in OFF else None,
    )


def _hastens(move: Move) -> bool:
    """Whether a move brings the plan forward: it is planned as before, for an earlier day."""
    planning = move.mention.language.planning
    return planning is not None and planning.hastens(move.mention.event)


def _rank(move: Move) -> tuple[object, ...]:
    """The move that tells a step best: dated, an act, not too long, in the body, not leaning on the sentence before."""
    text, context = move.cite().text, move.mention.language.context
    leans = context is not None and context.needs_context(text)
    return (
        move.repeats, move.date is None, move.bare, move.mention.label != "body", leans, len(text.split()) > MOST_WORDS,
        move.cite(),
    )  # fmt: skip


def _why(move: Move) -> str | None:
    """The reason that the sentence of a move gives, in its own words."""
    claims, text = move.mention.language.claims, move.mention.marked.report.text
    reason = claims.reason(text, move.mention.event.sentence) if claims else None
    return " ".join(reason.of(text).split()) if reason else None
