"""A story's events: which mentions are one is told by grouping; here each gets its days, its standing, its parties and a label."""

from dateline.weigh.events.whole import events

__all__ = ["events"]
