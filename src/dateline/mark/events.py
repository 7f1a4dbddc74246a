"""events."""

from __future__ import annotations

from dateline.mark.parse import Parse
from dateline.records import Event, Name, Quote, Time

VERSION = "0"


def events(parse: Parse, names: tuple[Name, ...], times: tuple[Time, ...], quotes: tuple[Quote, ...]) -> tuple[Event, ...]:
    """Find them, in text order."""
    return ()
