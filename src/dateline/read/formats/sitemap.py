"""News sitemaps: headlines with their address and date, each a report of one line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from dateline.errors import Unreadable
from dateline.read.formats import documents, markup
from dateline.read.masthead import fields as masthead
from dateline.read.source.inputs import Source
from dateline.records.report import Failure, Report

PARSER = "dateline.read.formats.sitemap:parsed"


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The headlines of a news sitemap. Raises Unreadable for a sitemap of bare addresses: no report is fetched."""
    yield from documents.reports(source, PARSER, names)


def parsed(raw: bytes) -> Iterator[dict[str, Any]]:
    """The headlines of a news sitemap, for the worker. Raises Unreadable."""
    root = markup.tree("sitemap", raw)
    number = 0
    for entry in root.iter("url"):
        title = markup.words(entry.find("news/title"))
        if not title:
            continue
        number += 1
        given = masthead.Given(
            url=markup.address(markup.words(entry.find("loc"))),
            outlet=markup.words(entry.find("news/publication/name")),
            title=title,
            published=markup.words(entry.find("news/publication_date")),
            language=markup.words(entry.find("news/publication/language")),
        )
        digest = hashlib.sha256(f"{given.url}\n{title}".encode()).hexdigest()
        yield documents.item(given, (), digest, number)
    if not number:
        raise Unreadable("sitemap", "the sitemap holds addresses and no headlines: fetch its pages and give those")
