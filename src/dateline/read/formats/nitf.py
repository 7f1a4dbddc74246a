"""NITF: one report a document, in the news agencies' older XML."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any

from dateline.errors import Unreadable
from dateline.language import furniture
from dateline.read.formats import documents, markup
from dateline.read.masthead import fields as masthead
from dateline.read.source.inputs import Source
from dateline.records.report import Failure, Report

PARSER = "dateline.read.formats.nitf:parsed"

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?$")


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The report in an NITF document. Raises Unreadable where it has no text."""
    yield from documents.reports(source, PARSER, names)


def parsed(raw: bytes) -> list[dict[str, Any]]:
    """The report in an NITF document, for the worker. Raises Unreadable."""
    given, body = of_tree(markup.tree("NITF", raw), masthead.Given())
    return [documents.item(given, body, hashlib.sha256(raw).hexdigest())]


def of_tree(root: Any, outer: masthead.Given) -> tuple[masthead.Given, list[str]]:
    """What an NITF element and the document around it say of a report, and its paragraphs. Raises Unreadable."""
    title = markup.words(root.find(".//body.head/hedline/hl1")) or outer.title or markup.words(root.find("head/title"))
    bylines = [
        markup.words(element.find("person")) or markup.words(element)
        for element in root.iterfind(".//body.head/byline")
    ]
    body = [line for element in root.iterfind(".//body.content") for line in markup.lines(element)]
    deck = markup.words(root.find(".//body.head/hedline/hl2"))
    place = markup.words(root.find(".//body.head/dateline"))
    if not title and not body:
        raise Unreadable("NITF", "the document has neither headline nor text: nothing to read in it")
    given = masthead.Given(
        url=outer.url,
        outlet=outer.outlet
        or _attribute(root, ".//doc.copyright", "holder")
        or markup.words(root.find(".//distributor")),
        title=title,
        authors=tuple(furniture.bylines.bare(line) for line in bylines if line) or outer.authors,
        published=outer.published
        or _date(_attribute(root, ".//date.issue", "norm") or _attribute(root, ".//date.release", "norm"))
        or _date(_attribute(root, ".//pubdata", "date.publication")),
        updated=outer.updated,
        language=outer.language or root.get("lang"),
    )
    if place and body and not body[0].startswith(place):
        body[0] = f"{place} — {body[0]}"
    return given, [*([deck] if deck else []), *body]


def _attribute(root: Any, path: str, name: str) -> str | None:
    found = root.find(path)
    return None if found is None else found.get(name)


def _date(value: str | None) -> str | None:
    """ISO 8601 of the basic form that NITF writes (`20310314T093000Z`); any other is left as it is."""
    match = _BASIC.match(value or "")
    if not match:
        return value
    year, month, day, hour, minute, _, zone = match.groups()
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}{zone or ''}" if hour else "")
