"""Feeds: RSS, RDF and Atom, each item a report with the feed as its outlet."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from typing import Any

from dateline.errors import Unreadable
from dateline.read.formats import documents, markup
from dateline.read.masthead import byline
from dateline.read.masthead import fields as masthead
from dateline.read.source.inputs import Source
from dateline.records.report import Failure, Report

PARSER = "dateline.read.formats.feed:parsed"


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The items of a feed. An item without words is a failure named by its number. Raises Unreadable."""
    yield from documents.reports(source, PARSER, names)


def parsed(raw: bytes) -> Iterator[dict[str, Any]]:
    """The items of a feed, for the worker, which alone loads its parser. Raises Unreadable."""
    import feedparser

    root = markup.tree("feed", raw)  # refuses entities before another parser meets them
    plain = io.BytesIO(markup.plainly("feed", raw))
    try:
        found = feedparser.parse(plain, sanitize_html=True, resolve_relative_uris=False)
    except (LookupError, ValueError, OverflowError, AttributeError) as error:  # of tags and numbers that make no sense
        raise Unreadable("feed", f"cannot be read as a feed ({str(error)[:60]}): fetch it anew") from error
    if not found.entries:
        raise Unreadable("feed", "the feed holds no items: fetch it anew")
    language = found.feed.get("language") or root.get("lang")
    for number, item in enumerate(found.entries, 1):
        title = markup.line(item.get("title"))
        body = markup.paragraphs(_content(item))
        if not title and not body:
            yield documents.refused("the item has neither a title nor text: nothing to read in it", number)
            continue
        given = masthead.Given(
            url=markup.address(item.get("link")) or markup.address(item.get("id")),
            outlet=markup.line(item.get("source", {}).get("title") or found.feed.get("title")),
            title=title,
            authors=byline.listed(_authors(item), found.feed.get("title")),
            published=item["published"] if "published" in item else _updated(item),
            updated=_updated(item) if "published" in item else None,
            language=language,
        )
        digest = hashlib.sha256("\n".join([given.url or "", title or "", *body]).encode()).hexdigest()
        yield documents.item(given, body, digest, number)


def _content(item: Any) -> str:
    """The longest that the item says of itself: its content, or its summary."""
    told = [element.get("value") or "" for element in item.get("content", [])] + [item.get("summary") or ""]
    return str(max(told, key=len))


def _authors(item: Any) -> tuple[str, ...]:
    found = [element.get("name") for element in item.get("authors", []) if element.get("name")] or [item.get("author")]
    return tuple(name for element in found if (name := markup.line(element)))


def _updated(item: Any) -> str | None:
    """When the item was changed; feedparser would give its first date for it."""
    return dict.get(item, "updated")
