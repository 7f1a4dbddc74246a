"""Findings in, an account out: a brief whose lines are guarded, and what is new since the last edition."""

from __future__ import annotations

from dateline.records import Findings, Story, Told


def tell(story: Story, findings: Findings) -> Told:
    """Tell one story."""
    raise NotImplementedError
