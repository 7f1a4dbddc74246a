"""WARC archives of crawled news, read record by record in constant memory; a record's address is data, never a path."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dateline.errors import Unreadable
from dateline.read.formats import encodings, html, markup, plain
from dateline.read.masthead import fields as masthead
from dateline.read.source import decode
from dateline.read.source.inputs import LARGEST, Source, unopened
from dateline.records.report import Failure, Report

_PAGES = ("text/html", "application/xhtml+xml")
_UNSAID = ("", "application/octet-stream")  # what may be a page of which nobody said so
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|<head|<body)\b", re.IGNORECASE)
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
    if failed or kind not in (*_PAGES, "text/plain", *_UNSAID):
        return None
    try:
        raw = _decoded(record)
    except (OSError, ValueError, EOFError) as error:
        raise Unreadable(where, f"the record cannot be inflated ({str(error)[:60]}): fetch it anew") from error
    if len(raw) > LARGEST:
        raise Unreadable(where, f"the record inflates to more than the limit of {LARGEST >> 20} MiB: refused")
    if not raw.strip() or (kind in _UNSAID and not _PAGE.match(raw)):
        return None
    digest = hashlib.sha256(raw).hexdigest()
    given = masthead.Given(path=source.path, url=markup.address(target.strip("<>")))
    text = decode.decoded(where, raw)
    if kind == "text/plain":
        return plain.of_text(names(name, digest), text, given, digest)
    return html.of_html(where, names(name, digest), text, given, digest)


def _decoded(record: WarcRecord) -> bytes:
    """A record's payload out of its transfer and content encodings.

    Decoded here and not by the iterator, which loses its place when a record is not read to its end.
    """
    held = record.reader.read(LARGEST + 1) if record.reader is not None else b""
    if not record.is_http:
        return held
    headers = record.http_headers
    return encodings.undone(held, headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding") or "")
