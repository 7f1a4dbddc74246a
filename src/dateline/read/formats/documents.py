"""Documents whose parser runs apart: what it tells of each report, as plain data, and the reports made of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from dateline.read.formats import plain
from dateline.read.masthead import fields as masthead
from dateline.read.source import worker as apart
from dateline.read.source.inputs import Source
from dateline.records.report import Failure, Report


def item(given: masthead.Given, paragraphs: Sequence[str], digest: str, number: int | None = None) -> dict[str, Any]:
    """A report as a parser tells it; `number` where its document holds many."""
    return {"given": asdict(given), "paragraphs": list(paragraphs), "digest": digest, "number": number}


def refused(why: str, number: int | None = None) -> dict[str, Any]:
    """An item of a document that cannot be read, and why."""
    return {"why": why, "number": number}


def reports(source: Source, parser: str, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The reports that a parser (`module:function`) tells of a source. Raises Unreadable."""
    for item in apart.parsed(source.where, parser, source.data()):
        number = item["number"]
        if "why" in item:
            yield Failure(source.where if number is None else f"{source.where}:item {number}", item["why"])
            continue
        name = names(source.stem if number is None else f"{source.stem}:{number}", item["digest"])
        given = replace(masthead.given(item["given"]), path=source.path)
        yield plain.of_paragraphs(name, item["paragraphs"], given, item["digest"])
