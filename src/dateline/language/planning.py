"""What a language knows of plans: what is planned ahead, and with which words it is offered, put off or called off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from dateline.cite import Span
from dateline.records.findings import PlanStatus
from dateline.records.marks import EventMention

Asking = Literal["invites", "hosts", "wants", "asks"]
"""How somebody is asked to come or to do something: invited, received, wished for, asked."""


@dataclass(frozen=True, slots=True)
class PlanKind:
    """A kind of event that is planned ahead. `shown_by` are the kinds of event that show that such a plan was kept;
    `between` says that several do it with one another, so that one of them does not tell it from another.
    """

    kind: str
    shown_by: frozenset[str]
    between: bool = False


class Planning(Protocol):
    """Planning acts and planned events, by their words. Kinds are the codes of `Predicates.kind_of`.

    `text` is the whole text of the report that an event stands in; what is `before` or `between` is a piece of it.
    """

    # ------------------------------------------------------------------------------------- what is planned

    def kinds(self) -> Mapping[str, PlanKind]:
        """Kinds of event that are planned ahead."""

    def plannable(self, text: str, event: EventMention) -> str | None:
        """The kind of an event, where it is one that is planned ahead; `exit` where somebody leaves a treaty."""

    def leaves(self, text: str, event: EventMention) -> bool:
        """Whether it tells of leaving a treaty or union: `withdraw` is then what is planned, and no act on a plan."""

    def is_plan_noun(self, event: EventMention) -> bool:
        """Whether a noun that names a plannable event tells it (`the tour`)."""

    def planned_nouns(self, text: str, within: Span) -> tuple[tuple[Span, str], ...]:
        """The nouns of a stretch that name a plannable event, each with its kind, in text order."""

    def own_words(self) -> frozenset[str]:
        """Every noun for a planning act or a plannable event, in lower case: they do not tell one plan from another."""

    # ------------------------------------------------------------------------------------------ the acts

    def act(self, event: EventMention) -> PlanStatus | None:
        """What a planning act makes of its plan; None when the event is no act."""

    def is_act_noun(self, event: EventMention) -> bool:
        """Whether a noun tells the act (`the offer`)."""

    def is_offer(self, text: str, event: EventMention) -> bool:
        """Whether somebody is offered something by it, or asked to take a place (`asked her to be surgeon general`)."""

    def is_offered(self, phrase: str) -> bool:
        """Whether a phrase means what somebody can be offered, or the offer (`accepted the job`)."""

    def hastens(self, event: EventMention) -> bool:
        """Whether an act moves a plan to an earlier time (`brought forward`): it is a postponement in all but the word."""

    def asking(self, event: EventMention) -> Asking | None:
        """How somebody is asked to come or to do something by an event; None where nobody is."""

    def announces(self, event: EventMention) -> bool:
        """Whether an act only makes known what another did to the plan (`announced that it had rejected`)."""

    def commits(self, event: EventMention) -> bool:
        """Whether by an act somebody means to do what it is about, whatever that is (`promised to name the donor`)."""

    def leads_on(self, event: EventMention) -> bool:
        """Whether a verb under an act only leads on to what is planned (`plans to attend the final`)."""

    def is_loose(self, event: EventMention) -> bool:
        """Whether an act is said of many things, so that only what the parse puts under it is what it is about."""

    # ----------------------------------------------------------------------------- what an act is done to

    def means_plan(self, phrase: str) -> bool:
        """Whether a noun phrase points at a plan that was named before (`it`, `that decision`)."""

    def speaks_of_plan(self, text: str, within: Span) -> bool:
        """Whether any word of a stretch can mean a plan (`it`, `the date`, `the visit`)."""

    def turns_back(self, between: str) -> bool:
        """Whether the words between an event and an act after it make the act one on that event (`, which had been`)."""

    # ------------------------------------------------------------------------------------- how it is told

    def only_wished(self, text: str, event: EventMention) -> bool:
        """Whether an act is demanded, weighed or denied and not done (`urged him to cancel`), or done to a claim."""

    def can_be_command(self, event: EventMention) -> bool:
        """Whether the form of its verb is one in which somebody is told to do it (`cancel it`)."""

    def only_supposed(self, text: str, event: EventMention) -> bool:
        """Whether its sentence leaves open whether an event will be (`not known how she will`, `could`, a question)."""

    def only_possible(self, text: str, event: EventMention) -> bool:
        """Whether a modal before an event tells it as a mere possibility or duty (`could be shut down`, `must go`)."""

    def only_sought(self, text: str, event: EventMention) -> bool:
        """Whether what leads to an event only asks for it, advises, wishes or tries it (`urged him to leave`)."""

    def judges(self, text: str, event: EventMention) -> bool:
        """Whether an act only says what somebody thinks of a thing (`dismissed as a sham`)."""

    def waits(self, text: str, event: EventMention) -> bool:
        """Whether it is denied only until something else has been (`will not be named until they are told`): it is to come."""

    def was_ahead(self, text: str, event: EventMention) -> bool:
        """Whether the words before an event tell of a time at which it was still to come (`had planned to`, `was about to`)."""

    def told_later(self, text: str, event: EventMention) -> bool:
        """Whether the words at an act tell it as one that lies before the day of the report (`had`, `after`)."""

    def aims(self, before: str) -> Literal["until", "for"] | None:
        """Whether the words before a time make it one that a plan aims at: what it is put off to (`until`), or is `for`."""
