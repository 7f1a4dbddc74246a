"""What a language knows of predicates: of what kind of event one tells, and whether it tells of any."""

from __future__ import annotations

from typing import Protocol

from dateline.records.marks import EventMention

JOURNEYS = frozenset({"visit", "meet", "invite", "host"})
"""Kinds of event that a journey is told by: a visit is often told as the meeting that it is for.

Kinds are codes and the same in every language (`group` in `data/event_groups.tsv`); an event that stands in no
group has its lemma for its kind.
"""


class Predicates(Protocol):
    """What the words for events say of them."""

    def kind_of(self, event: EventMention) -> str:
        """The kind of event: the group of its verb, or the verb itself."""

    def happens(self, event: EventMention) -> bool:
        """Whether it tells of something that happens: not of saying or thinking, nor with an empty verb (`begin`) alone."""

    def acts(self, event: EventMention) -> float:
        """How far its verb tells that somebody does something or that something changes, 0 to 1: not of states and thoughts."""
