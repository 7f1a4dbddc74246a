"""What is asked of a language about factuality: did it happen, will it, is it denied, and which words say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dateline.records.marks import Status

if TYPE_CHECKING:
    from dateline.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an event, and the words of its sentence that say so, in text order."""

    status: Status
    words: tuple[Token, ...] = ()


class Factuality(Protocol):
    """How the events that a text tells of stand, by its own words."""

    def standing(self, token: Token, carrier: Token | None = None, headline: bool = False) -> Standing:
        """How the event stands whose head is `token`, a verb or a noun; `carrier` is the light verb of a noun.

        Its words are never none: where no other word says it, they are the auxiliaries, or the verb itself.
        """
        ...
