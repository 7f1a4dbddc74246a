"""Text files: the report's text is the decoded input, unaltered; a database export is taken apart."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from dateline.read.formats import exports, plain
from dateline.read.masthead import fields as masthead
from dateline.read.source import decode
from dateline.read.source.inputs import Source
from dateline.records.report import Report


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The report in a text file, or those in an export. Raises Unreadable when the bytes are no text."""
    raw = source.data()
    digest = hashlib.sha256(raw).hexdigest()
    text = decode.decoded(source.where, raw)
    lines = text.splitlines()
    if exports.is_export(lines):
        yield from exports.reports(list(exports.unwrapped(lines)), digest, source, names)
        return
    given = masthead.Given(path=source.path, url=source.url, published=source.published)
    yield plain.of_text(names(source.stem, digest), text, given, digest)
