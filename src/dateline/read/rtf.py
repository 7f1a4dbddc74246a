"""RTF: its paragraphs; Nexis and Factiva exports are taken apart."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from striprtf.striprtf import rtf_to_text

from dateline.errors import Unreadable
from dateline.read import exports
from dateline.read.source import Source
from dateline.records import Report


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The reports in a document. Raises Unreadable where it is broken or empty."""
    raw = source.data()
    try:
        text = rtf_to_text(raw.decode("latin-1"), encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]  # ships no types
    except (ValueError, LookupError, IndexError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise Unreadable(source.where, f"cannot be read as RTF ({str(error)[:60]}): save it anew") from error
    if not text.strip():
        raise Unreadable(source.where, "the document holds no text: nothing to read in it")
    yield from exports.reports(text.split("\n"), hashlib.sha256(raw).hexdigest(), source, names)
