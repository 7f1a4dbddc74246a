"""Countries by every form of their names, and their codes."""

from __future__ import annotations

import pytest

from dateline.language import tables
from dateline.language.english import places
from dateline.language.places import Country


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("France", Country("France", "FRA", "name")),
        ("the U.K.", Country("United Kingdom", "GBR", "name")),
        ("british", Country("United Kingdom", "GBR", "people")),
        ("Paris", Country("France", "FRA", "capital")),
        ("TURKIYE", Country("Turkey", "TUR", "name")),
        ("Orlan", None),
    ],
)
def test_a_form_is_one_countrys(form: str, country: Country | None) -> None:
    assert places.find(form) == country


def test_a_capital_that_is_a_word_is_found_as_it_is_written() -> None:
    assert places.country("Male") == "Maldives"
    assert places.country("The Valley") == "Anguilla"
    assert places.country("male") is places.country("the Valley") is None


def test_a_form_of_two_is_the_first_ones() -> None:
    assert places.country("Frenchmen") == "France"
    assert places.country("Congolese") == "Democratic Republic of the Congo"


def test_a_shared_code_is_the_sovereigns() -> None:
    assert [places.state(code) for code in ("FRAGOV", "GBR", "PSE")] == ["France", "United Kingdom", "Palestine"]
    assert places.state("IGOEUR") is places.state(None) is None


def test_every_form_leads_to_a_country() -> None:
    forms = places.forms()
    assert len(forms) > 500
    assert [form for form in sorted(forms) if places.country(form) is None] == []
    names = [row["name"] for row in tables.table("countries")]
    assert [name for name in names if places.country(name) != name] == []
