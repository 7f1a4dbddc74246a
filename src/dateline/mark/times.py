"""times."""

from __future__ import annotations

from dateline.mark.parse import Parse
from dateline.records import Time

VERSION = "0"


def times(parse: Parse) -> tuple[Time, ...]:
    """Find them, in text order."""
    return ()
