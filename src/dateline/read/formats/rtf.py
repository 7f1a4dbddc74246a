"""RTF: its paragraphs; Nexis and Factiva exports are taken apart."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from dateline.errors import Unreadable
from dateline.read.formats import exports
from dateline.read.source import worker as apart
from dateline.read.source.inputs import Source
from dateline.records.report import Report

PARSER = "dateline.read.formats.rtf:lines"


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The reports in a document. Raises Unreadable where it is broken or empty."""
    raw = source.data()
    found = apart.parsed(source.where, PARSER, raw)
    yield from exports.reports(found, hashlib.sha256(raw).hexdigest(), source, names)


def lines(raw: bytes) -> list[str]:
    """The lines of a document: for the worker, which alone loads its parser. Raises Unreadable."""
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(raw.decode("latin-1"), encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]  # ships no types
    except (ValueError, LookupError, IndexError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise Unreadable("RTF", f"cannot be read as RTF ({str(error)[:60]}): save it anew") from error
    if not text.strip():
        raise Unreadable("RTF", "the document holds no text: nothing to read in it")
    return text.split("\n")
