"""What a language knows of naming a plan: how its title is made, and the phrases by which reports call it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.cite import Span
from dateline.records.marks import EventMention


@dataclass(frozen=True, slots=True)
class PlanParts:
    """What the title of a plan is made from; None or empty where the reports do not tell.

    `kind` is the code of the planned event, `noun` what it is called; `going` who is to come somewhere (a journey, or a
    meeting to which somebody was asked); `people` and `bodies` who takes part; `states` theirs where nobody has a name;
    `agent` and `patient` by whom and to whom it is done, as the reports put it; `called` the event's own name; `treaty` what is
    left or joined; `phrase` the words of a report for it; `place` where it is to be.
    """

    kind: str
    noun: str
    going: str | None = None
    people: Sequence[str] = ()
    bodies: Sequence[str] = ()
    states: Sequence[str] = ()
    agent: str | None = None
    patient: str | None = None
    called: str | None = None
    treaty: str | None = None
    phrase: str | None = None
    place: str | None = None


class PlanTitles(Protocol):
    """Titles of plans. Offsets are code points of a report's whole text."""

    def journey(self, parts: PlanParts) -> str:
        """The title of a plan that somebody comes somewhere: `Ada Marsh’s visit to Drava`."""

    def title(self, parts: PlanParts) -> str:
        """The title of any other plan: `Takeover of Hask Town by Brandt`."""

    def offer(self, giver: str | None, taker: str) -> str:
        """The title of an offer: `Lake City’s offer to Ada Marsh`."""

    def is_journey(self, kind: str) -> bool:
        """Whether a kind of event is one whose title is a journey's."""

    def noun(self, kind: str, heads: Sequence[str]) -> str:
        """What an event of a kind is called: the most frequent of the reports' own nouns (lower case), where one can be
        in a title; else the plain noun.
        """

    def name_with(self, kind: str, text: str, name: Span, until: int) -> str | None:
        """A name with the word for the kind of event after it (`Lake Cup final`); None where another word follows."""

    def is_named(self, kind: str, name: str) -> bool:
        """Whether a name ends in a word for the kind of event."""

    def bare_name(self, name: str) -> str:
        """A name without its article."""

    def treaty(self, text: str, name: Span, canonical: str) -> str | None:
        """A name with the word for a treaty or union that follows it; None where none does."""

    def done_to(self, text: str, event: EventMention) -> str | None:
        """The phrase after the noun of an event for what it is done to (`takeover of Hask Town`)."""

    def phrase(self, text: str, event: EventMention) -> str | None:
        """The noun of a planned event with the words before it that name it (`Donors’ conference`), and `by` whom."""
