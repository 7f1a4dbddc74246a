"""Planning acts (`invited`, `put off`, `turned down the offer`) and the planned event that each is about.

What an act is about is read, in this order: from the parse (`rejected the proposal to buy`), from the first plannable event
after it, from the event noun whose clause holds it (`the tour, which had been put off`), from a plannable noun that the
parse made no event of. An act with none of these (`that decision was withdrawn`) speaks of a plan named before.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.cite import Span
from dateline.language.planning import Planning
from dateline.language.predicates import JOURNEYS
from dateline.records.findings import PlanStatus
from dateline.records.marks import Marked
from dateline.weigh.mentions import Mention

OFF: tuple[PlanStatus, ...] = ("postponed", "cancelled", "withdrawn", "rejected")
SET: tuple[PlanStatus, ...] = ("planned", "offered", "renewed", "agreed", "accepted")


def act(mention: Mention) -> PlanStatus | None:
    """What a planning act makes of its plan; None when the mention is of no act."""
    planning = mention.language.planning
    return planning.act(mention.event) if planning else None


def is_planned_ahead(mention: Mention, kind: str) -> bool:
    """Whether events of a kind are planned ahead, as the language of a mention tells of them."""
    planning = mention.language.planning
    return planning is not None and kind in planning.kinds()


class Scene:
    """The mentions of one report, in text order, and the planning acts among them."""

    def __init__(self, marked: Marked, planning: Planning, mentions: list[Mention]) -> None:
        self.text = marked.report.text
        self.planning = planning
        self.mentions = mentions
        self._number = {id(mention): number for number, mention in enumerate(mentions)}
        self.taken = {id(about) for mention in mentions if planning.act(mention.event) for about in self.chain(mention)}

    def chain(self, mention: Mention) -> list[Mention]:
        """The events that an act is about, through acts that are themselves about something."""
        seen = {self._number[id(mention)]}
        chain: list[Mention] = []
        event = mention.event
        while event.about is not None and event.about < len(self.mentions) and event.about not in seen:
            seen.add(event.about)
            chain.append(self.mentions[event.about])
            event = chain[-1].event
        return chain

    def lent(self, mention: Mention) -> list[Mention]:
        """The verb that a noun without a doer of its own hangs on (`made her an offer`)."""
        event = mention.event
        if not event.noun or any(part.role == "agent" for part in event.participants):
            return []
        holding = [
            other
            for other in self.mentions
            if other is not mention
            and other.event.clause.holds(event.span)
            and other.event.span.start < event.span.start
        ]
        return sorted(holding, key=lambda other: other.event.clause.end - other.event.clause.start)[:1]

    def leaves(self, mention: Mention) -> bool:
        """`withdraw` from a treaty is no act on a plan, it is what is planned."""
        return self.planning.leaves(self.text, mention.event)

    def plannable(self, mention: Mention) -> str | None:
        """The kind of event, where it is one that is planned ahead."""
        return self.planning.plannable(self.text, mention.event)

    def opens(self, mention: Mention) -> bool:
        """Whether an act of beginning is itself what is planned: `the pool will open on 1 June`."""
        return self.planning.act(mention.event) == "held" and not self.chain(mention)

    def target(self, mention: Mention, status: PlanStatus) -> tuple[Mention | None, str | None]:
        """The event that an act is about in the end (None where only a noun names it), and its kind (None: no plan)."""
        chain = self.chain(mention)
        inner = chain[-1] if chain else mention
        invited = any(self.planning.asking(link.event) == "invites" for link in (mention, *chain))
        follows = not chain and not invited and not self.planning.is_loose(mention.event)
        for candidate in self._candidates(mention, status, follows):
            if kind := self.plannable(candidate):
                return candidate, kind
        if invited and chain:  # `renewed his invitation to her to visit Drava`
            for later in self._after(inner, True):
                if later.event.status == "planned" and self.plannable(later) == "visit":
                    return later, "visit"
        if invited and (status in SET or chain):
            return (inner if chain else None), "visit"
        if chain and self.planning.act(inner.event):
            return None, next((kind for _, kind in self._nouns(inner)), None)  # `a takeover bid`
        return None, self._noun(mention) if follows else None

    def deed(self, mention: Mention) -> Mention | None:
        """What somebody means to do, of whatever kind: behind a verb that only leads on (`to go sailing`), what follows."""
        chain = self.chain(mention)
        if not chain or not self.planning.leads_on(chain[-1].event):
            return chain[-1] if chain else None
        return next((later for later in self._after(chain[-1], True) if later.event.status == "planned"), None)

    def put_off(self, mention: Mention) -> Mention | None:
        """The event of whatever kind that an act puts off or calls off (`postponed his testimony until Monday`); of those
        withdrawn only what offers something.
        """
        chain = self.chain(mention)
        if not chain or chain[-1].event.status not in ("postponed", "cancelled"):
            return None
        calls_off = self.planning.act(mention.event) in ("postponed", "cancelled")
        return chain[-1] if calls_off or self.planning.is_act_noun(chain[-1].event) else None

    def supposed(self, mention: Mention) -> bool:
        """`it is not known how she will vote`, `will she?`: nobody says that she will."""
        return self.planning.only_supposed(self.text, mention.event)

    def takes_nothing(self, mention: Mention) -> bool:
        """`relations have declined`, `dismissed as a sham`: nothing is turned down."""
        if self.planning.judges(self.text, mention.event):
            return True
        return not self.chain(mention) and not any(part.role == "patient" for part in mention.event.participants)

    def is_for_hours(self, mention: Mention) -> bool:
        """`was delayed by an hour`: it is still to be that day."""
        clause = mention.event.clause
        return any(time.timex.startswith("PT") and clause.holds(time.span) for time in mention.marked.times)

    def points_back(self, mention: Mention) -> bool:
        """`postponed it`, `that decision was withdrawn`: what the act is about is a plan that was named before."""
        event, chain = mention.event, self.chain(mention)
        patients = [part.span for part in event.participants if part.role == "patient"]
        if chain and (not patients or any(span.overlaps(chain[0].event.span) for span in patients)):
            return self.planning.act(chain[-1].event) is not None
        if patients:  # `cancelled it`, `this decision was withdrawn`, not `dropped the idea of a ban`
            return any(self.planning.means_plan(span.of(self.text)) for span in patients)
        if self.planning.is_act_noun(event):
            return False  # `the delay`: of what, nobody knows
        so_far = Span(event.sentence.start, max(event.clause.end, event.span.end))
        return self.planning.speaks_of_plan(self.text, so_far)

    def _candidates(self, mention: Mention, status: PlanStatus, follows: bool) -> Iterator[Mention]:
        """What an act may be about, the likeliest first; `follows`: also what comes after it."""
        chain = self.chain(mention)
        yield from chain[::-1]
        if follows:
            yield from self._after(mention, False)
        elif chain and self.planning.leads_on(chain[-1].event):
            yield from self._after(chain[-1], True)
        if not chain:
            yield from self._around(mention)
            if status in ("held", "renewed"):
                yield from self._before(mention)

    def _nouns(self, mention: Mention) -> tuple[tuple[Span, str], ...]:
        """The plannable nouns in the clause of a mention, each with its kind."""
        return self.planning.planned_nouns(self.text, mention.event.clause)

    def _after(self, mention: Mention, chained: bool) -> list[Mention]:
        """Events after an act in its clause that have not taken place; the purpose of a journey before the journey."""
        event = mention.event
        held = Span(event.clause.start, event.sentence.end) if chained else event.clause
        later = [
            other
            for other in self.mentions
            if other.event.span.start > event.span.start
            and held.holds(other.event.span)
            and other.event.status not in ("happened", "ongoing")
        ]
        return sorted(later, key=lambda other: (self.plannable(other) in JOURNEYS, other.event.span))

    def _around(self, mention: Mention) -> Iterator[Mention]:
        """The event noun whose clause holds the act: `the tour, which had been put off`."""
        act_span = mention.event.span
        for other in self.mentions:
            event = other.event
            before = event.span.start < act_span.start and event.clause.holds(act_span)
            if before and self.planning.is_plan_noun(event):
                yield other

    def _before(self, mention: Mention) -> Iterator[Mention]:
        """The subject of what begins, opens or goes on: `the trial will begin`, `talks would resume`."""
        start, end = mention.event.clause.start, mention.event.span.start
        for other in self.mentions:
            if start <= other.event.span.start < end and self.planning.is_plan_noun(other.event):
                yield other

    def _noun(self, mention: Mention) -> str | None:
        """The kind that a plannable noun names in the clause of an act, where the parse made no event of it."""
        clause = mention.event.clause
        heads = {other.event.span for other in self.mentions if clause.holds(other.event.span)}
        return next((kind for span, kind in self._nouns(mention) if span not in heads), None)
