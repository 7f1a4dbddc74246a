"""Word documents: their paragraphs; Nexis and Factiva exports are taken apart."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import docx
from docx.table import Table
from lxml import etree

from dateline.errors import Unreadable
from dateline.read import exports
from dateline.read.source import LARGEST, Source
from dateline.records import Report

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
    AttributeError,
)


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The reports in a document. Raises Unreadable where it is broken, too large or empty."""
    raw = source.data()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            size = sum(one.file_size for one in parts.infolist())
        if size > 4 * LARGEST:
            raise Unreadable(source.where, f"inflates to more than the limit of {4 * LARGEST >> 20} MiB: refused")
        document = docx.Document(io.BytesIO(raw))
        lines = [line for one in document.iter_inner_content() for line in _lines(one)]
    except _BROKEN as error:
        raise Unreadable(
            source.where, f"cannot be opened as a Word document ({str(error)[:60]}): save it anew"
        ) from error
    if not any(line.strip() for line in lines):
        raise Unreadable(source.where, "the document holds no text: nothing to read in it")
    yield from exports.reports(lines, hashlib.sha256(raw).hexdigest(), source, names)


def _lines(one: object) -> list[str]:
    if isinstance(one, Table):
        return [line for row in one.rows for cell in row.cells for line in cell.text.split("\n")]
    return str(getattr(one, "text", "")).split("\n")
