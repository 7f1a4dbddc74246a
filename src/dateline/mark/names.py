"""names."""

from __future__ import annotations

from dateline.mark.parse import Parse
from dateline.records import Name

VERSION = "0"


def names(parse: Parse) -> tuple[Name, ...]:
    """Find them, in text order."""
    return ()
