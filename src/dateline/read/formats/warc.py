"""WARC archives of crawled news, read record by record in constant memory; a record's address is data, never a path."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dateline.errors import Unreadable
from dateline.read.formats import html, markup, plain
from dateline.read.masthead import fields as masthead
from dateline.read.source import decode
from dateline.read.source.inputs import LARGEST, Source, unopened
from dateline.records.report import Failure, Report

_PAGES = ("text/html", "application/xhtml+xml")
_CHUNK = re.compile(rb"\s*[0-9a-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n", re.IGNORECASE)  # the size of a chunk, in a line
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The pages and texts of an archive, as they come; one that cannot be read is named with its address."""
    try:
        stream = source.opened()
    except OSError as error:
        raise unopened(source.where, error) from error
    number = 0
    with stream:
        try:
            for record in ArchiveIterator(stream, record_types=_KINDS, parse_http=True):
                number += 1
                try:
                    made = _report(f"{source.stem}:{number}", record, source, names)
                except Unreadable as error:
                    yield Failure(error.where, error.why)
                    continue
                if made is not None:
                    yield made
        except (OSError, ValueError, EOFError) as error:
            yield Failure(source.where, f"cannot be read after record {number} ({str(error)[:60]}): fetch it anew")
    if not number:
        raise Unreadable(source.where, "the archive holds no response, resource or conversion record")


def _report(name: str, record: WarcRecord, source: Source, names: Callable[[str, str], str]) -> Report | None:
    """The report of a record; None for a picture, a script, a failed answer. Raises Unreadable."""
    target = record.headers.get("WARC-Target-URI") or ""
    where = f"{source.where}:{target.strip('<>') or name}"
    kind = (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""
    kind = kind.partition(";")[0].strip().lower()
    answer = record.http_headers
    failed = record.is_http and answer.status_code not in (None, 200, 203)
    if failed or kind not in (*_PAGES, "text/plain"):
        return None
    try:
        raw = _decoded(record).read(LARGEST + 1)
    except (OSError, ValueError, EOFError) as error:
        raise Unreadable(where, f"the record cannot be inflated ({str(error)[:60]}): fetch it anew") from error
    if len(raw) > LARGEST:
        raise Unreadable(where, f"the record inflates to more than the limit of {LARGEST >> 20} MiB: refused")
    if not raw.strip():
        return None
    digest = hashlib.sha256(raw).hexdigest()
    given = masthead.Given(path=source.path, url=markup.address(target.strip("<>")))
    text = decode.decoded(where, raw)
    if kind == "text/plain":
        return plain.of_text(names(name, digest), text, given, digest)
    return html.of_html(where, names(name, digest), text, given, digest)


def _decoded(record: WarcRecord) -> Any:
    """A record's payload as a stream, out of its transfer and content encodings.

    Decoded here and not by the iterator, which loses its place when a record is not read to its end.
    """
    held = record.reader.read(LARGEST + 1) if record.reader is not None else b""
    stream: Any = io.BytesIO(held)
    if not record.is_http:
        return stream
    headers = record.http_headers
    chunked = (headers.get("Transfer-Encoding") or "").strip().lower() == "chunked"
    if chunked and _CHUNK.match(held):  # else the crawler put it together and left the field
        stream = ChunkedReader(stream)
    coding = (headers.get("Content-Encoding") or "").strip().lower()
    if coding in ("gzip", "x-gzip") and not isinstance(stream, ChunkedReader) and not held.startswith(b"\x1f\x8b"):
        return stream  # the crawler undid the encoding and left the field
    if coding and held.lstrip()[:1] == b"<":
        return stream  # so did this one, with an encoding that has no mark of its own
    if coding in ("gzip", "x-gzip", "deflate"):
        return GzipReader(stream, zlib=coding == "deflate")
    return BrotliReader(stream) if coding == "br" else stream
