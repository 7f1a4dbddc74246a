"""Tables: one report a row, with a text or HTML column; rows of bare addresses lend dates and titles to other inputs.

Media Cloud and GDELT lists hold addresses, titles, outlets and dates and no text: each row is a report of its headline,
with its address, so that it joins the page of that address.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterator

from dateline.errors import Unreadable
from dateline.read import decode, html, markup, masthead, plain
from dateline.read.source import LARGEST, Source
from dateline.records import Failure, Report

# What columns are called, in order of trust. Media Cloud: title url publish_date media_name; GDELT DOC: URL Title Date.
_COLUMNS = {
    "text": ("text", "body", "content", "article_text", "full_text", "fulltext", "story_text"),
    "html": ("html", "raw_html", "page"),
    "title": ("title", "headline"),
    "url": ("url", "link", "documentidentifier", "sourceurl", "address"),
    "outlet": ("outlet", "media_name", "source", "sourcecommonname", "publication", "publisher", "domain"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "publish_date", "date", "pubdate", "published_at", "seendate"),
    "language": ("language", "lang"),
    "id": ("id", "stories_id"),
}


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The rows of a table with a head. Raises Unreadable where no column holds text, a title or an address."""
    text = decode.decoded(source.where, source.data()).replace("\0", "")
    csv.field_size_limit(LARGEST)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:8192].partition("\n")[0], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect)
    columns = {(name or "").strip().casefold(): name for name in rows.fieldnames or []}
    known = {key: columns[name] for key, some in _COLUMNS.items() for name in reversed(some) if name in columns}
    if not {"text", "html", "title"} & known.keys():
        raise Unreadable(source.where, "has no column text, html or title: name the column that holds the reports")
    try:
        for number, row in enumerate(rows, 2):
            try:
                yield _report(
                    source, number, {key: (row.get(name) or "").strip() for key, name in known.items()}, names
                )
            except Unreadable as error:
                yield Failure(error.where, error.why)
    except csv.Error as error:
        yield Failure(f"{source.where}:{rows.line_num}", f"is no table from here on ({error}): mend it")


def _report(source: Source, number: int, row: dict[str, str], names: Callable[[str, str], str]) -> Report:
    where = f"{source.where}:{number}"
    given = masthead.Given(
        path=source.path,
        url=markup.address(row.get("url")),
        outlet=row.get("outlet") or None,
        title=row.get("title") or None,
        authors=tuple(one.strip() for one in row.get("author", "").split(";") if one.strip()),
        published=row.get("published") or None,
        language=row.get("language") or None,
    )
    digest = hashlib.sha256("\x1f".join(row.values()).encode()).hexdigest()
    name = row.get("id") or f"{source.stem}:{number}"
    if row.get("text"):
        return plain.of_text(names(name, digest), row["text"], given, digest)
    if row.get("html"):
        return html.of_html(where, names(name, digest), row["html"], given, digest)
    if given.title:
        return plain.of_paragraphs(names(name, digest), (), given, digest)
    raise Unreadable(where, "the row holds neither text nor a title: fill it or drop it")
