"""Saved pages, and pages that other formats carry: parsed apart, then labelled like any text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from dateline.errors import Unreadable
from dateline.read.formats import plain
from dateline.read.masthead import fields as masthead
from dateline.read.source import decode
from dateline.read.source import worker as apart
from dateline.read.source.inputs import Source
from dateline.records.report import Report

LARGEST_PAGE = 12 << 20  # code points; what is larger is no page that anybody reads
PARSER = "dateline.read.page.content:parsed"
_EXTRACTORS = ("trafilatura", "resiliparse")  # the second is simpler: it reads what the first overruns on
MANY = 20_000  # paragraphs: the first extractor takes time by their square, so that such a page is left to the second


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The report in a saved page. Raises Unreadable when there is no text in it."""
    raw = source.data()
    digest = hashlib.sha256(raw).hexdigest()
    given = masthead.Given(path=source.path, url=source.url, published=source.published)
    yield of_html(source.where, names(source.stem, digest), decode.decoded(source.where, raw), given, digest)


def of_html(where: str, name: str, page: str, given: masthead.Given, digest: str) -> Report:
    """A report made of a page and of what was given with it. Raises Unreadable, naming `where`."""
    found = _parsed(where, page, asdict(given))
    return plain.of_passages(name, found["passages"], masthead.given(found["known"]), digest)


def _parsed(where: str, page: str, given: dict[str, Any]) -> Any:
    """What `page.extract` reads in a page of which the fields `given` are known. Raises Unreadable."""
    if len(page) > LARGEST_PAGE:
        raise Unreadable(where, f"larger than the limit of {LARGEST_PAGE >> 20} MiB for a page: save its text instead")
    raw = page.encode("utf-8", "replace")
    first, simpler = _EXTRACTORS
    if raw.count(b"</p>") > MANY:
        return apart.parsed(where, PARSER, raw, extractor=simpler, given=given)
    try:
        return apart.parsed(where, PARSER, raw, extractor=first, given=given)
    except apart.Overrun:
        return apart.parsed(where, PARSER, raw, extractor=simpler, given=given)
