"""A story's events. Which mentions are one is told by grouping; here each gets its days, standing, parties and a label."""

from dateline.weigh.events.whole import dated, events

__all__ = ["dated", "events"]
