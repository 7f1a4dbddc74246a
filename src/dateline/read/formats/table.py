"""Tables: one report a row, with a text or HTML column; rows of bare addresses lend dates and titles to other inputs.

Media Cloud and GDELT lists hold addresses, titles, outlets and dates and no text: each row joins the report of its
address (`lists`).
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from dateline.errors import Unreadable
from dateline.read.formats import gdelt, html, lists, markup, plain
from dateline.read.masthead import byline
from dateline.read.masthead import fields as masthead
from dateline.read.source import decode
from dateline.read.source.inputs import LARGEST, Source
from dateline.records.report import Failure, Report

Names = Callable[[str, str], str]

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


_FIRST_LINE = 1 << 20  # bytes in which a list is told: a line of a GKG is long


def reports(source: Source, names: Names) -> Iterator[Report | Failure]:
    """The rows of a table with a head, or of GDELT's without. Raises Unreadable where no column holds reports or addresses."""
    text = decode.decoded(source.where, source.data()).replace("\0", "")
    if kind := gdelt.shape(text.partition("\n")[0]):
        yield from _of_gdelt(source, kind, text, names)
        return
    csv.field_size_limit(LARGEST)
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text))
    known = _known(rows.fieldnames or [])
    if not {"text", "html", "title", "url"} & known.keys():
        raise Unreadable(source.where, "has no column text, html, title or url: name the column that holds the reports")
    make = _report if _holds_text(known) else _row
    try:
        for number, row in enumerate(rows, 2):
            try:
                yield make(source, number, {key: (row.get(name) or "").strip() for key, name in known.items()}, names)
            except Unreadable as error:
                yield Failure(error.where, error.why)
    except csv.Error as error:
        yield Failure(f"{source.where}:{rows.line_num}", f"is no table from here on ({error}): mend it")


def is_list(source: Source) -> bool:
    """Whether a table holds addresses and no text, by its first line."""
    try:
        with source.stream() as stream:
            line = decode.decoded(source.where, stream.readline(_FIRST_LINE))
    except (OSError, EOFError, Unreadable):
        return False  # what is wrong with it is said when it is read
    if gdelt.shape(line):
        return True
    known = _known(next(csv.reader([line], _dialect(line)), []))
    return "url" in known and not _holds_text(known)


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(text[:8192].partition("\n")[0], delimiters=",;\t|")
    except csv.Error:
        return csv.excel


def _known(head: Sequence[str]) -> dict[str, str]:
    """The columns that are read, by what they hold."""
    columns = {(name or "").strip().casefold(): name for name in head}
    return {key: columns[name] for key, some in _COLUMNS.items() for name in reversed(some) if name in columns}


def _holds_text(known: dict[str, str]) -> bool:
    return bool({"text", "html"} & known.keys())


def _of_gdelt(source: Source, kind: gdelt.Shape, text: str, names: Names) -> Iterator[Report | Failure]:
    """The rows of one of GDELT's tables. A mention of what is not on the web has no address."""
    for number, line in enumerate(text.split("\n"), 1):
        found = gdelt.cells(line)
        try:
            if kind.fits(found):
                yield _row(source, number, gdelt.row(kind, found), names)
            elif line.strip():
                why = f"is no row of GDELT {kind.name}, as the first is: fetch the list anew"
                raise Unreadable(f"{source.where}:{number}", why)
        except Unreadable as error:
            yield Failure(error.where, error.why)


def _row(source: Source, number: int, row: dict[str, str], names: Names) -> Report | Failure:
    """A row without text: what it lends to the report of its address. Raises Unreadable where it has no address."""
    if markup.address(row.get("url")) is None:
        return _report(source, number, row, names)
    alone = partial(_report, source, number, row, names) if row.get("title") else None
    return lists.listed(f"{source.where}:{number}", _given(source, row), alone)


def _given(source: Source, row: dict[str, str]) -> masthead.Given:
    return masthead.Given(
        path=source.path,
        url=markup.address(row.get("url")),
        outlet=row.get("outlet") or None,
        title=row.get("title") or None,
        authors=byline.listed(
            (one.strip() for one in row.get("author", "").split(";") if one.strip()), row.get("outlet")
        ),
        published=row.get("published") or None,
        language=row.get("language") or None,
    )


def _report(source: Source, number: int, row: dict[str, str], names: Names) -> Report:
    where = f"{source.where}:{number}"
    given = _given(source, row)
    digest = hashlib.sha256("\x1f".join(row.values()).encode()).hexdigest()
    name = row.get("id") or f"{source.stem}:{number}"
    if row.get("text"):
        return plain.of_text(names(name, digest), row["text"], given, digest)
    if row.get("html"):
        return html.of_html(where, names(name, digest), row["html"], given, digest)
    if given.title:
        return plain.of_paragraphs(names(name, digest), (), given, digest)
    raise Unreadable(where, "the row holds no text, title or web address: fill it or drop it")
