"""What is known of a report before its times are read: whether it holds its own time, and how it writes dates in figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.language.times import Context, Reading, Times
from dateline.records.report import Report

_MANY = 6  # years that a text must name to be one that holds its own time
_ERAS = 3  # words for an era by which a text counts its years before Christ: then `in 480` is such a year too


def opened(readings: Sequence[Reading], report: Report, grammar: Times) -> Context:
    """The context in which the first of a report's times is read."""
    published = date.fromisoformat(report.published.day) if report.published.day else None
    return Context(
        published,
        narrative=told_by_itself(readings, published),
        day_first=day_before_month(readings, grammar.day_first(report.language)),
        era=sum(reading.eras for reading in readings) >= _ERAS,
        game=grammar.of_a_game(report.text),
    )


def told_by_itself(readings: Sequence[Reading], published: date | None) -> bool:
    """Whether a text is a narrative: it names many years long before its publication, and seldom says `yesterday`.

    Such a text gives its dates by the year it is in; what it leaves out is to be taken from what it told last.
    """
    near = sum(reading.near for reading in readings)
    eras = sum(reading.eras for reading in readings)
    years = [year for reading in readings for year in reading.years]
    old = eras + sum(published is None or year < published.year for year in years)
    return old >= _MANY and old > 2 * near


def day_before_month(readings: Sequence[Reading], usual: bool) -> bool:
    """Whether `07/08/2018` is in August: as the report's other dates have it, else as is usual where it is from."""
    pairs = (pair for reading in readings for pair in reading.numeric)
    return next((first > 12 for first, second in pairs if (first > 12) != (second > 12)), usual)
