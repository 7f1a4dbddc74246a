"""How much of what: figures and words, scales, units; a year and a number alone measure nothing. Who is counted."""

from __future__ import annotations

import pytest

from dateline.cite import Span
from dateline.language.english.measures import is_people, measures


@pytest.mark.parametrize(
    ("text", "number", "of"),
    [
        ("Twelve ships sank", 12, "ship"),
        ("it cost $3.5 million", 3.5e6, "$"),
        ("40 per cent voted", 40, "%"),
        ("two of its sailors", 2, "sailor"),
        ("1,987 crates burnt", 1987, "crate"),
        ("a drop of 2.5 km", 2500, "length"),
    ],
)
def test_what_is_measured(text: str, number: float, of: str) -> None:
    (measure,) = measures(text, Span(0, len(text)))
    assert (measure.low, measure.of) == (number, of)


def test_a_year_and_a_number_alone_measure_nothing() -> None:
    text = "In 1987 it was one."
    assert list(measures(text, Span(0, len(text)))) == []


@pytest.mark.parametrize(
    ("of", "people"), [("injured", True), ("casualtie", True), ("passenger", True), ("crate", False), ("tonne", False)]
)
def test_who_is_counted(of: str, people: bool) -> None:
    assert is_people(of) is people
