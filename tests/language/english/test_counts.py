"""How many of what: figures and words, scales, units; a year counts nothing."""

from __future__ import annotations

import pytest

from dateline.cite import Span
from dateline.language.english.counts import amount, counts


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", 12.0),
        ("1,200", 1200.0),
        ("2.5", 2.5),
        ("Twelve", 12.0),
        ("1987", None),
        ("1,987", 1987.0),
        ("most", None),
    ],
)
def test_amount(word: str, value: float | None) -> None:
    assert amount(word) == value


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("Twelve ships sank", 12, "ship"),
        ("it cost $3.5 million", 3.5e6, "$"),
        ("40 per cent voted", 40, "%"),
        ("two of its sailors", 2, "sailor"),
    ],
)
def test_what_is_counted(text: str, number: float, noun: str) -> None:
    (count,) = counts(text, Span(0, len(text)))
    assert (count.number, count.noun) == (number, noun)


def test_a_year_and_a_number_alone_count_nothing() -> None:
    text = "In 1987 it was one."
    assert list(counts(text, Span(0, len(text)))) == []
