"""What a language knows of what reports claim: reasons, what is left open, denials, and words that change a sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from dateline.cite import Span
from dateline.records.findings import Drift, PlanStatus


class Claims(Protocol):
    """Words by which claims agree, differ, deny or stay open. Spans and offsets are code points of the text given."""

    def reason(self, text: str, within: Span, *, plainly: bool = False) -> Span | None:
        """The words that give a reason, with the one that leads to it (`because of the storm`); None where none is given.

        `plainly`: only where they can tell nothing else, as `after the storm` can.
        """

    def gives_another(self, text: str, within: Span) -> bool:
        """Whether a sentence says no more than that somebody gives another reason than the one told before it."""

    def awaited(self, text: str, within: Span) -> Span | None:
        """What something waits for (`once the storm is over`), with the word that leads to it; None where nothing is."""

    def left_open(self, text: str, within: Span) -> Iterator[tuple[int, int]]:
        """Where a stretch says that something is not known (`it is not clear whether`), in text order, with the number of the
        phrase that says so.
        """

    def openness(self, text: str) -> float:
        """How surely words leave something open (not known, not told, awaited, still to be decided), 0 to 1."""

    def drift(self, dropped: Sequence[str], added: Sequence[str]) -> tuple[Drift, ...]:
        """What may have changed in sense where words (lower case) went and others came, each kind once."""

    def charges(self) -> frozenset[str]:
        """Words by which a denial points back at what others said, without repeating it (`the allegations`)."""

    def is_mere_no(self, words: Sequence[str]) -> bool:
        """Whether words (lower case) are all of an answer that repeats nothing of its question (`No`)."""

    def asks(self, cue: str) -> bool:
        """Whether the cue of a statement is one of asking."""

    def which(self, answers: Sequence[str]) -> str:
        """A conflict worded as a question: which of the answers holds (`Two ships, or three?`)."""

    def which_reason(self, status: PlanStatus, reasons: Sequence[str]) -> str:
        """The question for which of the reasons a plan came to stand so."""
