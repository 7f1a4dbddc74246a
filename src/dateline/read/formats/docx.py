"""Word documents: their paragraphs; Nexis and Factiva exports are taken apart."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from lxml import etree

from dateline.errors import Unreadable
from dateline.read.formats import exports
from dateline.read.source import worker as apart
from dateline.read.source.inputs import LARGEST, Source
from dateline.records.report import Report

MOST = 24 << 20  # bytes of markup: a thousand pages have less
PARSER = "dateline.read.formats.docx:lines"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    IndexError,  # zipfile, of names that are none
    struct.error,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    etree.LxmlError,
    RuntimeError,  # zipfile, of a part that is encrypted
    AttributeError,
)


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The reports in a document. Raises Unreadable where it is broken, too large or empty."""
    raw = source.data()
    found = apart.parsed(source.where, PARSER, raw)
    yield from exports.reports(found, hashlib.sha256(raw).hexdigest(), source, names)


def lines(raw: bytes) -> list[str]:
    """The lines of a document: for the worker, which alone loads its parser. Raises Unreadable."""
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            size = sum(part.file_size for part in parts.infolist())
            words = sum(part.file_size for part in parts.infolist() if part.filename.endswith((".xml", ".rels")))
        if size > 4 * LARGEST:
            raise Unreadable("Word", f"inflates to more than the limit of {4 * LARGEST >> 20} MiB: refused")
        if words > MOST:
            raise Unreadable("Word", f"holds more than the limit of {MOST >> 20} MiB of markup: save its text instead")
        document = docx.Document(io.BytesIO(raw))
        found = [line for part in document.iter_inner_content() for line in _lines(part)]
    except _BROKEN as error:
        raise Unreadable("Word", f"cannot be opened as a Word document ({str(error)[:60]}): save it anew") from error
    if not any(line.strip() for line in found):
        raise Unreadable("Word", "the document holds no text: nothing to read in it")
    return found


def _lines(part: object) -> list[str]:
    from docx.table import Table

    if isinstance(part, Table):
        return [line for row in part.rows for cell in row.cells for line in cell.text.split("\n")]
    return str(getattr(part, "text", "")).split("\n")
