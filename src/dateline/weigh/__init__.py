"""One story in, findings out: timeline, plans, statements, claims, questions, deeds."""

from __future__ import annotations

from dateline.records import Findings, Story


def weigh(story: Story) -> Findings:
    """Weigh one story."""
    return Findings()
