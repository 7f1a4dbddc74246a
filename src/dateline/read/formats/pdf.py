"""PDF: the text of its pages, lines joined to paragraphs; database exports are taken apart."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any

from dateline.errors import Unreadable
from dateline.language import furniture
from dateline.language.words import HYPHENED
from dateline.read.formats import exports
from dateline.read.source import worker as apart
from dateline.read.source.inputs import Source
from dateline.records.report import Report

MOST = 5_000  # pages
PARSER = "dateline.read.formats.pdf:lines"
_HYPHEN = re.compile(r"(?<=[a-z])[-\xad\ufffe]$")
_LAST = re.compile(r"[^\W\d_]+(?=-$)")
_TAKEN = "\x02"
_ENDS = re.compile(r"[.!?:;”\"’'»)\]]$")


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The reports in a PDF. Raises Unreadable where it is broken, locked, or a scan without text."""
    raw = source.data()
    found = apart.parsed(source.where, PARSER, raw)
    yield from exports.reports(list(_paragraphs(found)), hashlib.sha256(raw).hexdigest(), source, names)


def lines(raw: bytes) -> list[str]:
    """The lines of a PDF, an empty one after each page: for the worker, which alone loads its parser. Raises Unreadable."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("PDF", f"cannot be opened as PDF ({str(error)[:60]}): unlock or mend it") from error
    try:
        if len(document) > MOST:
            raise Unreadable("PDF", f"has more than {MOST} pages: split it")
        found = [line for page in document for line in _lines(page)]
    except pypdfium2.PdfiumError as error:
        raise Unreadable("PDF", f"a page cannot be read ({str(error)[:60]}): mend it") from error
    finally:
        document.close()
    if not any(line.strip() for line in found):
        raise Unreadable("PDF", "holds no text, as a scan does: give its text")
    return found


def _lines(page: Any) -> list[str]:
    text = page.get_textpage().get_text_bounded()
    text = text.replace(_TAKEN, "-\n")  # so PDFium gives a hyphen at a line's end, and the two lines as one
    return [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Paragraphs of lines as they were set: a line much shorter than the measure ends one; a hyphen is taken back."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    measure = lengths[int(0.95 * (len(lengths) - 1))]
    known = frozenset(HYPHENED.findall("\n".join(lines).casefold()))
    part = ""
    for line in lines:
        bare = line.strip()
        if part and (_stands_alone(bare) or (not bare and _ENDS.search(part))):
            yield part  # a page's end alone may fall inside a paragraph
            part = ""
        if not bare:
            continue
        part = _joined(part, bare, known) if _HYPHEN.search(part) else f"{part} {bare}".strip()
        if (len(bare) < 0.75 * measure and not _HYPHEN.search(bare)) or _stands_alone(bare):
            yield part
            part = ""
    if part:
        yield part


def _stands_alone(line: str) -> bool:
    """Whether a line is no part of a paragraph: a field of an export, or a byline with its date."""
    return exports.stands_alone(line) or (furniture.bylines.opens(line) and furniture.dates.ends(line))


def _joined(part: str, line: str, known: frozenset[str]) -> str:
    """A paragraph and the line that goes on with its last, broken word, in the spelling that the document has elsewhere.

    Where it has neither, the hyphen is the word's own behind what forms compounds (`well-`, `long-`, `thirty-`).
    """
    left, right = _LAST.search(part), HYPHENED.match(line)
    whole = _HYPHEN.sub("", part)
    if left is None or right is None or part[-1] != "-":
        return whole + line  # a soft hyphen is never a word's own
    first, last = left[0].casefold(), right[0].casefold()
    if first + last in known:
        return whole + line
    compound = f"{first}-{last}" in known or furniture.forms.compounds(first, last)
    return part + line if compound else whole + line
