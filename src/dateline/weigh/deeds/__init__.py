"""A story's deeds, each a view of one of its events: who did what to whom, coded, by vote of the origins."""

from __future__ import annotations

from dateline.weigh.deeds.coded import deeds

__all__ = ["deeds"]
