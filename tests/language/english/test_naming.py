"""When two names of persons may be one."""

from __future__ import annotations

import pytest

from dateline.language.english import naming


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ada Fenwick", "Ada R. Fenwick"),
        ("Ana Reyes", "Ana Reyes Vega"),
        ("Jim Ferrow", "James Ferrow"),
        ("J. Ferrow", "James Ferrow"),
        ("José Álvarez", "Jose Alvarez"),
    ],
)
def test_forms_of_one_name_are_the_same(a: str, b: str) -> None:
    assert naming.same(a, b)
    assert naming.same(b, a)


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
    assert not naming.same(a, b)


def test_a_hyphened_given_name_is_given_by_its_first_part() -> None:
    assert naming.is_given("Jean-Luc")
    assert not naming.is_given("Orlan")


def test_a_third_may_be_named_without_his_number() -> None:
    assert naming.same("Robert S. Fenwick III", "Robert Fenwick")
    assert not naming.same("Robert Fenwick Jr.", "Robert Fenwick III")
