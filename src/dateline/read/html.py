"""Saved pages, and pages that other formats carry: parsed apart, then labelled like any text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import asdict

from dateline.read import decode, masthead, page_worker, plain
from dateline.read.source import Source
from dateline.records import Report


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The report in a saved page. Raises Unreadable when there is no text in it."""
    raw = source.data()
    digest = hashlib.sha256(raw).hexdigest()
    given = masthead.Given(path=source.path, url=source.url, published=source.published)
    yield of_html(source.where, names(source.stem, digest), decode.decoded(source.where, raw), given, digest)


def of_html(where: str, name: str, page: str, given: masthead.Given, digest: str) -> Report:
    """A report made of a page and of what was given with it. Raises Unreadable, naming `where`."""
    found = page_worker.parsed(where, page, asdict(given))
    return plain.of_passages(name, found["passages"], masthead.given(found["known"]), digest)
