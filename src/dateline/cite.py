"""Spans and cites: the places in reports that everything Dateline says rests on.

Offsets are Unicode code points into the report's text, end-exclusive. `Cites` cannot be empty by type,
so a finding or a line without a source does not type-check.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.errors import BadCite


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one report's text: code points `start` to `end`, end-exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Cite:
    """The very words of a report, and where they stand."""

    report: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The place of the words."""
        return Span(self.start, self.end)


Cites = tuple[Cite, *tuple[Cite, ...]]


def cite(report: str, text: str, span: Span) -> Cite:
    """Cite `span` of a report's whole `text`."""
    return Cite(report, span.start, span.end, text[span.start : span.end])


def cites(several: Iterable[Cite]) -> Cites:
    """The same cites, each once, in order of report and place. Raises BadCite when there is none."""
    found = sorted(set(several))
    if not found:
        raise BadCite("nothing is cited")
    return (found[0], *found[1:])


def check(one: Cite, text: str) -> None:
    """Re-read a cite against its report's text. Raises BadCite when the words differ."""
    there = text[one.start : one.end]
    if not 0 <= one.start < one.end or there != one.text or not one.text:
        raise BadCite(f"{one.report} [{one.start}, {one.end}]: cited {one.text!r}, the report has {there!r}")


def content_id(prefix: str, *parts: str) -> str:
    """An id that is hashed from content: the same content has the same id in every run.

    `prefix` is the contract's letter (`t`, `k`, `q` …); the rest is 10 hex digits of a SHA-256.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:10]}"
