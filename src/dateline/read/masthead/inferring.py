"""The day of a report that none gives: from a day without a year in its furniture, else from its text's own dates.

Furniture (`July 15 at 7:00 AM`) beats any date that the text tells of; its year must be said near it: in a copyright
line, or by a full date of the text close to that day. Else the latest full date near the start of the text, if it stands
with its weekday. A caption never dates a report, and a day without evidence of its year is no date.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.cite import Cite, Span, cite
from dateline.language import furniture
from dateline.records.report import Block, Label

_TOLD: tuple[Label, ...] = ("headline", "deck", "body")
_FURNITURE: tuple[Label, ...] = ("date", "byline", "dateline", "boilerplate", "notice")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’']?\s")
_LINE = 40  # code points of a line that is no sentence
_NEAR = 14  # days between a day of the furniture and a full date of the text that tells its year
_LEAD = 1200  # code points of told text in which a date may stand that dates the report


def inferred(name: str, text: str, blocks: tuple[Block, ...]) -> tuple[str, Cite] | None:
    """The ISO day of a report and the words it rests on; None where they do not tell."""
    yearless = _yearless(text, blocks)
    if yearless:
        return _with_year(name, text, blocks, yearless)
    return _told(name, text, blocks)


def _yearless(text: str, blocks: tuple[Block, ...]) -> tuple[int, int, int, int] | None:
    """Month and day, and where they stand, in the furniture that comes before the running text."""
    for block in blocks:
        words = block.span.of(text)
        if block.label == "body" and len(words) > 80:
            return None
        if block.label in _FURNITURE or (block.label in ("deck", "body") and len(words) <= _LINE):
            for start, end, month, day in furniture.dates.yearless(words):
                return month, day, block.start + start, block.start + end
    return None


def _with_year(
    name: str, text: str, blocks: tuple[Block, ...], found: tuple[int, int, int, int]
) -> tuple[str, Cite] | None:
    month, day, start, end = found
    lines = (block.span.of(text) for block in blocks if block.label not in _TOLD)
    years = {year for line in lines for year in furniture.notices.years_of_rights(line)}
    full = [
        date.fromisoformat(value[:10]) for block in blocks for _, _, value in furniture.dates.found(block.span.of(text))
    ]
    for year in sorted(years | {day.year + step for day in full for step in (-1, 0, 1)}, reverse=True):
        made = _day(year, month, day)
        if made and (year in years or any(abs((made - day).days) <= _NEAR for day in full)):
            return made.isoformat(), cite(name, text, Span(start, end))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # 29 February of a common year


def _told(name: str, text: str, blocks: tuple[Block, ...]) -> tuple[str, Cite] | None:
    """The latest full date of the lead that stands with its weekday (`on Saturday, March 9, 2031`), as news of the day does, or
    in a line of its own (`Harbour Post, March 9, 2031`).

    None where the text knows a later day or year, and of a day that its sentence tells as still to come.
    """
    latest = max((int(year) for year in _YEARS.findall(text)), default=0)
    best: tuple[date, Span, bool] | None = None
    read = 0
    for block in blocks:
        words = block.span.of(text)
        if block.label in _TOLD and read < _LEAD:
            for start, end, value in furniture.dates.found(words):
                day = date.fromisoformat(value[:10])
                if furniture.dates.is_ahead(_SENTENCE.split(words[:start])[-1]):
                    continue
                if day.year >= latest and (best is None or day > best[0]):
                    named = furniture.dates.begins(words, start) < start or len(words) <= _LINE
                    best = day, Span(block.start + start, block.start + end), named
            read += len(words) + 1
    return (best[0].isoformat(), cite(name, text, best[1])) if best is not None and best[2] else None
