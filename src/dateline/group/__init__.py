"""Marked reports in, stories out: same story? same words, and who from whom? same person?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Judgement, Marked, Story


def group(marked: Sequence[Marked], judgements: Sequence[Judgement] = ()) -> tuple[Story, ...]:
    """Group reports into stories with their edges, origins, spun copies and people."""
    return ()
