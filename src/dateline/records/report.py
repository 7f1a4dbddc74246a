"""A report as it was read: its text, its labelled stretches, its masthead, and the signs of a machine in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from dateline.cite import Cite, Span

Label = Literal[
    "headline", "deck", "byline", "dateline", "date", "body", "caption", "credit",
    "related", "social", "comments", "notice", "boilerplate", "debris",
]  # fmt: skip
Basis = Literal["explicit", "metadata", "url", "inferred", "none"]
SignKind = Literal["scraper-id", "garbled", "orphan-fragment", "odd-synonym", "truncated", "translated"]

TOLD: tuple[Label, ...] = ("headline", "deck", "body")  # the labels in which a report speaks
PARSED: tuple[Label, ...] = (*TOLD, "caption")  # the labels whose sentences are parsed
EARLIEST, LATEST = 1605, 2099  # the years in which a report can have been published: from the first newspaper on


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of a report's text. Blocks do not overlap; between them stands only white space."""

    start: int
    end: int
    label: Label

    @property
    def span(self) -> Span:
        """The place of the block."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a report gives of itself, ISO 8601, and where it was read from."""

    value: str | None = None
    basis: Basis = "none"
    cite: Cite | None = None

    @property
    def day(self) -> str | None:
        """The ISO day, without time of day; None when no date is known."""
        return self.value[:10] if self.value else None


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a machine rewrote, translated or cut the text."""

    kind: SignKind
    cite: Cite
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: its text unaltered, every stretch of it labelled, and its masthead.

    `sha256` is of the input's bytes as they came (a file, or one line of JSONL), in hex. `sources` says for
    each masthead field that was read from the text which words it was read from. `canonical` is the address that a page
    names as its own where that is another site's than `url`: the page says that its words are published there.
    """

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    place: str | None
    credits: tuple[str, ...]
    language: str | None
    published: Stamp
    updated: Stamp | None
    text: str
    blocks: tuple[Block, ...]
    signs: tuple[Sign, ...] = ()
    sources: Mapping[str, Cite] = field(default_factory=dict)
    sha256: str = ""
    canonical: str | None = field(default=None, metadata={"absent": None})  # not in the JSON where there is none

    def told(self) -> tuple[Block, ...]:
        """The blocks in which the report itself speaks: headline, deck and body."""
        return tuple(block for block in self.blocks if block.label in TOLD)

    @property
    def body(self) -> str:
        """The body blocks' text, joined by blank lines."""
        return "\n\n".join(block.span.of(self.text) for block in self.blocks if block.label == "body")


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: where it is, and why, in one line."""

    where: str
    why: str


def renamed(report: Report, name: str) -> Report:
    """The report under another id, its own cites with it."""
    if name == report.id:
        return report

    def stamped(stamp: Stamp) -> Stamp:
        return replace(stamp, cite=replace(stamp.cite, report=name)) if stamp.cite else stamp

    return replace(
        report,
        id=name,
        published=stamped(report.published),
        updated=stamped(report.updated) if report.updated else None,
        signs=tuple(replace(sign, cite=replace(sign.cite, report=name)) for sign in report.signs),
        sources={field: replace(one, report=name) for field, one in report.sources.items()},
    )
