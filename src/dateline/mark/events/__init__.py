"""Mentions of events: predicates and event nouns with who takes part, when, and how they stand."""

from dateline.mark.events.marker import VERSION, events

__all__ = ["VERSION", "events"]
