"""Reports made of plain text, or of paragraphs and passages that were taken out of something else."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.errors import Unreadable
from dateline.read import language
from dateline.read.labels import blocks, signs
from dateline.read.masthead import fields as masthead
from dateline.records.report import Block, Label, Report

LONGEST = 12_000_000  # code points of a report: some six thousand pages


def of_paragraphs(name: str, paragraphs: Sequence[str], given: masthead.Given, digest: str) -> Report:
    """A report made of paragraphs that were taken out of a page, a feed or a document, under the title given."""
    return of_passages(name, formed(paragraphs, given.title), given, digest)


def formed(paragraphs: Sequence[str], title: str | None) -> list[tuple[str, Label]]:
    """Paragraphs each with the label that its form gives; the title again is the headline."""
    lines = [line.strip() for line in paragraphs if line.strip()]
    named = (title or "").strip()
    return [(line, "headline" if line == named else blocks.form(line) or "body") for line in lines]


def of_passages(name: str, passages: Sequence[tuple[str, Label]], given: masthead.Given, digest: str) -> Report:
    """A report made of passages whose labels are known, under the title given."""
    told = list(passages)
    if given.title and not any(label == "headline" for _, label in told):
        told.insert(0, (given.title, "headline"))
    text, labelled = blocks.joined(told)
    return of_text(name, text, given, digest, labelled)


def of_text(
    name: str, text: str, given: masthead.Given, digest: str, labelled: tuple[Block, ...] | None = None
) -> Report:
    """A report made of its text and of what was given with it; `labelled` where a page's markup gave the blocks.

    Raises Unreadable for a text that is longer than any report.
    """
    if len(text) > LONGEST:
        raise Unreadable(given.path or name, f"is longer than the limit of {LONGEST:,} characters: split it")
    tongue = language.of(text, given.language)
    labelled = labelled or blocks.blocks(text, given.title)
    head = masthead.masthead(name, text, labelled, given)
    return Report(
        id=name,
        path=given.path,
        url=given.url or head.url,
        outlet=head.outlet,
        title=head.title,
        authors=head.authors,
        place=head.place,
        credits=head.credits,
        language=tongue,
        published=head.published,
        updated=head.updated,
        text=text,
        blocks=labelled,
        signs=signs.signs(name, text, labelled, tongue),
        sources=head.sources,
        sha256=digest,
        canonical=given.canonical,
    )
