"""News sitemaps: headlines with their address and date, each a report of one line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from dateline.errors import Unreadable
from dateline.read import markup, masthead, plain
from dateline.read.source import Source
from dateline.records import Report


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The headlines of a news sitemap. Raises Unreadable for a sitemap of bare addresses: no report is fetched."""
    root = markup.tree(source.where, source.data())
    number = 0
    for entry in root.iter("url"):
        title = markup.words(entry.find("news/title"))
        if not title:
            continue
        number += 1
        given = masthead.Given(
            path=source.path,
            url=markup.address(markup.words(entry.find("loc"))),
            outlet=markup.words(entry.find("news/publication/name")),
            title=title,
            published=markup.words(entry.find("news/publication_date")),
            language=markup.words(entry.find("news/publication/language")),
        )
        digest = hashlib.sha256(f"{given.url}\n{title}".encode()).hexdigest()
        yield plain.of_paragraphs(names(f"{source.stem}:{number}", digest), (), given, digest)
    if not number:
        raise Unreadable(source.where, "the sitemap holds addresses and no headlines: fetch its pages and give those")
