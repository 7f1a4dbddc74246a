"""When two names of persons may be one."""

from __future__ import annotations

import pytest

from dateline.language.english import names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ada Fenwick", "Ada R. Fenwick"),
        ("Ana Reyes", "Ana Reyes Vega"),
        ("Jim Ferrow", "James Ferrow"),
        ("J. Ferrow", "James Ferrow"),
        ("José Álvarez", "Jose Alvarez"),
        ("P. Aldo Ferrow", "Aldo Ferrow"),
        ("Paul Aldo Ferrow", "Aldo Ferrow"),
        ("Aldo Ferrow Sr.", "Aldo Ferrow"),
    ],
)
def test_forms_of_one_name_are_the_same(a: str, b: str) -> None:
    assert names.same(a, b)
    assert names.same(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Henry Ferrow", "Henry Ferrow Jr."),
        ("Daniel Osei", "Kofi Osei"),
        ("George W. Bell", "George H. Bell"),
        ("Fenwick", "Ada Fenwick"),
    ],
)
def test_others_are_not(a: str, b: str) -> None:
    assert not names.same(a, b)


def test_a_hyphened_given_name_is_given_by_its_first_part() -> None:
    assert names.is_given("Jean-Luc")
    assert not names.is_given("Orlan")


def test_a_third_may_be_named_without_his_number() -> None:
    assert names.same("Robert S. Fenwick III", "Robert Fenwick")
    assert not names.same("Robert Fenwick Jr.", "Robert Fenwick III")


def test_a_surname_is_the_last_word_without_a_suffix() -> None:
    assert names.surname("Henry Ferrow, Jr.") == "Ferrow"
    assert names.surname("Fenwick") is None
    assert names.surname("Ada Ng") is None  # too short to be looked for by itself


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("ferrow", "ferow", True),
        ("ferrow", "ferraw", True),
        ("ferrow", "ferorw", True),
        ("ferrow", "ferrows", False),
        ("rao", "rae", False),
        ("ferrow", "farrew", False),
        ("ferrow", "ferrow", False),
    ],
)
def test_a_slip_of_spelling_is_one_letter(a: str, b: str, slip: bool) -> None:
    assert names.is_slip(a, b) is slip
    assert names.is_slip(b, a) is slip
