"""What a language knows of phrases without a name: who is meant, where something is, what words beside it say of it."""

from __future__ import annotations

from typing import Literal, Protocol

Lead = Literal["in", "to", "about", "visiting"]


class Phrases(Protocol):
    """What stands around events and those who take part in them. Offsets are code points of a report's text."""

    def lead(self, text: str, start: int) -> Lead | None:
        """What the words just before a place or name say: that it is where (`in`), where to, what it is for (`about`)
        or what is visited; None where they say none of these.
        """

    def same_hours(self, before: str) -> bool:
        """Whether the words before an event tell it as one of the same hours as another (`hours after the two met`)."""

    def is_seat(self, phrase: str) -> bool:
        """Whether a phrase means the capital of the state that it names (`the Estmark capital`)."""

    def which_leader(self, phrase: str) -> frozenset[str] | None:
        """Of a phrase for one leader (`the Korland leader`) the words that say which, in lower case; else None."""

    def is_leader(self, office: str) -> bool:
        """Whether an office is that of one who leads (`prime minister`)."""
