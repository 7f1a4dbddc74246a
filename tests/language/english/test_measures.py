"""How much of what: figures and words, scales, units; a year and a number alone measure nothing. Who is counted."""

from __future__ import annotations

import pytest

from dateline.cite import Span
from dateline.language.english.measures import befallen, counted, is_people, measures


@pytest.mark.parametrize(
    ("text", "number", "of"),
    [
        ("Twelve ships sank", 12, "ship"),
        ("it cost $3.5 million", 3.5e6, "$"),
        ("40 per cent voted", 40, "%"),
        ("two of its sailors", 2, "sailor"),
        ("1,987 crates burnt", 1987, "crate"),
        ("a drop of 2.5 km", 2500, "length"),
        ("worth €2m", 2e6, "€"),
        ("11m euros in cash", 11e6, "€"),
        ("a fee of 3.5 bn dollars", 3.5e9, "$"),
        ("between $5-6 million", 5e6, "$"),
        ("12m of rope", 12, "length"),
        ("at a depth of 9 km", 9000, "depth"),
        ("a shaft 40 metres deep", 40, "depth"),
        ("fell 60 metres from the ridge", 60, "length"),
        ("a magnitude of 6.1", 6.1, "strength"),
        ("a magnitude-5. 9 quake", 5.9, "strength"),
        ("measured 5.6 on the Richter scale", 5.6, "strength"),
    ],
)
def test_what_is_measured(text: str, number: float, of: str) -> None:
    (measure,) = measures(text, Span(0, len(text)))
    assert (measure.low, measure.of) == (number, of)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("99 alleged gang members", "member"),
        ("two unarmed security guards", "guard"),
        ("12 new oil wells", "well"),
        ("ten crew members", "crew"),
        ("five hurt men", "people"),
    ],
)
def test_what_is_counted_is_the_head_of_the_phrase_but_for_people(text: str, of: str) -> None:
    whole = Span(0, len(text))
    (measure,) = measures(text, whole)
    assert counted(text, measure, whole).of == of


def test_a_year_and_a_number_alone_measure_nothing() -> None:
    text = "In 1987 it was one."
    assert list(measures(text, Span(0, len(text)))) == []


@pytest.mark.parametrize(
    "text",
    [
        "They sailed in a town 40 miles (64 km) north of Lund",
        "50 were lost",
        "12 of them",
        "It struck 70 km from the port",
    ],
)
def test_where_a_place_lies_and_who_is_not_named_measure_nothing(text: str) -> None:
    assert list(measures(text, Span(0, len(text)))) == []


@pytest.mark.parametrize(
    ("text", "lemma", "number"),
    [
        ("other 70", "wound", 70),
        ("at least 50", "injure", 50),
        ("the 80", "hurt", 80),
        ("1,400 others", "arrest", 1400),
    ],
)
def test_a_number_alone_counts_those_whom_it_befalls(text: str, lemma: str, number: float) -> None:
    measure = befallen(text, Span(0, len(text)), lemma)
    assert measure is not None
    assert (measure.low, measure.of) == (number, "people")


@pytest.mark.parametrize(("text", "lemma"), [("another 20", "kill"), ("two houses", "kill"), ("40", "buy")])
def test_who_is_none_of_a_number(text: str, lemma: str) -> None:
    assert befallen(text, Span(0, len(text)), lemma) is None


@pytest.mark.parametrize(
    ("of", "people"), [("injured", True), ("casualtie", True), ("passenger", True), ("crate", False), ("tonne", False)]
)
def test_who_is_counted(of: str, people: bool) -> None:
    assert is_people(of) is people
