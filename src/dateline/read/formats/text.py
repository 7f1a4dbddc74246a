"""Text files: the report's text is the decoded input, unaltered; a database export is taken apart."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from dateline.read.formats import exports, plain
from dateline.read.masthead import fields as masthead
from dateline.read.source import decode
from dateline.read.source.inputs import Source
from dateline.records.report import Report

_FULL = 55  # code points of a line from which the next may go on with its paragraph
_SET_IN = 8  # blanks from which a line is set by itself


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The report in a text file, or those in an export. Raises Unreadable when the bytes are no text."""
    raw = source.data()
    digest = hashlib.sha256(raw).hexdigest()
    text = decode.decoded(source.where, raw)
    lines = text.splitlines()
    if exports.is_export(lines):
        yield from exports.reports(list(_paragraphs(lines)), digest, source, names)
        return
    given = masthead.Given(path=source.path, url=source.url, published=source.published)
    yield plain.of_text(names(source.stem, digest), text, given, digest)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Paragraphs of lines that are wrapped: one of some length is gone on with by the next, up to an empty line."""
    part = above = ""
    for line in lines:
        bare = line.strip()
        set_in = len(line) - len(line.lstrip()) >= _SET_IN
        goes_on = len(above) >= _FULL and bare and not set_in and not exports.stands_alone(bare)
        if part and not goes_on:
            yield part
            part = ""
        part = f"{part} {bare}".strip()
        above = "" if set_in else bare
    if part:
        yield part
