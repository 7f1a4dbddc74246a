"""quotes."""

from __future__ import annotations

from dateline.mark.parse import Parse
from dateline.records import Name, Quote, Time

VERSION = "0"


def quotes(parse: Parse, names: tuple[Name, ...], times: tuple[Time, ...]) -> tuple[Quote, ...]:
    """Find them, in text order."""
    return ()
