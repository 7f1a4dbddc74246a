"""The units that a text is cut into to be labelled: paragraphs, or lines where a text has a line a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.records.report import Label

RUNNING = 14  # words from which a unit that ends like a sentence is running text
_ROW = re.compile(r"[^\n\r]+")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
# The end of a sentence; an agency may be named behind it: `… he said. (AFP)`
_END = re.compile(r"""[.!?…:;。！？।؟] ?["'”’»)\]」』）]*(?:\s*\([A-Z][\w &./-]{1,30}\))?$""")
# A quotation that somebody signs: `“We are glad of it.” – Rosa Wendt, chairwoman`
_SIGNED = re.compile(
    r"""^["“„«‘'].+[.!?…]["”“»’']\s*(?:[-–—―]{1,2}\s*\S[^.!?]{2,90}|\([A-ZÀ-Þ][^().!?]{2,90}\))$""", re.S
)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_NARROW, _WIDE, _RAGGED = (
    45,
    100,
    45,
)  # code points: the least and the most of a wrapped line, and how much two may differ


def closed(text: str) -> bool:
    """Whether a text ends as a sentence does, or is a quotation and who signs it."""
    return bool(_END.search(text) or _SIGNED.match(text))


@dataclass(slots=True)
class Unit:
    """A paragraph or line while it is being labelled."""

    start: int
    end: int
    text: str
    label: Label | None = None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return closed(self.text)


def cut(text: str) -> Iterator[Unit]:
    """Paragraphs at blank lines; where lines are not wrapped, each line is one."""
    for paragraph in _paragraphs(text):
        lines = list(_LINE.finditer(text, *paragraph))
        if _wrapped([line[0] for line in lines]):
            yield Unit(lines[0].start(), lines[-1].end(), _bare(" ".join(line[0] for line in lines)))
        else:
            for line in lines:
                yield Unit(line.start(), line.end(), _bare(line[0]))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs begin and end: rows in which something stands, one line break between them."""
    start = end = None
    for row in _ROW.finditer(text):
        if row[0].isspace():
            continue
        if start is None or end is None or text[end : row.start()] not in ("\n", "\r\n"):
            if start is not None and end is not None:
                yield start, end
            start = row.start()
        end = row.end()
    if start is not None and end is not None:
        yield start, end


def _wrapped(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are one text that was wrapped at a width."""
    if len(lines) < 2:
        return False
    widths = [len(line) for line in lines[:-1]]
    goes_on = sum(not closed(line) for line in lines[:-1])
    even = min(widths) >= _NARROW and max(widths) <= _WIDE and max(widths) - min(widths) < _RAGGED
    return even and goes_on * 2 >= len(widths)


def _bare(text: str) -> str:
    return " ".join(_TAG.sub("", text).split())
