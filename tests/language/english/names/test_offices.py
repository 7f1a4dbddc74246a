"""What a role says of somebody, and a body's name of its state."""

from __future__ import annotations

import pytest

from dateline.language.english import names
from dateline.language.names import Office


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("French Foreign Minister", Office("FRA", "GOV", False)),
        ("former foreign minister", Office(None, "GOV", True)),
        ("Harrow United president", None),
        ("his wife", None),
    ],
)
def test_an_office_of_a_state(role: str, office: Office | None) -> None:
    assert names.office(role) == office


def test_an_arm_of_a_state() -> None:
    assert names.organ("French Foreign Ministry") == Office("FRA", "GOV", False)
    assert names.organ("Harrow Rowing Club") is None


def test_a_known_body_of_no_one_state_has_a_code_that_is_empty() -> None:
    assert names.body_code("Agence France-Presse") == ""
    assert names.body_code("African Union") == "IGOAFB"
    assert names.body_code("Harrow Rowing Club") is None


def test_an_address_is_no_office() -> None:
    assert names.office_words("Mr") == names.office_words(None) == frozenset()
    assert names.office_words("Prime Minister") == {"prime", "minister"}


def test_a_relative_is_told_by_the_last_word() -> None:
    assert names.is_kin("her late husband")
    assert not names.is_kin("mayor")
    assert names.role_gender("her late husband") == "m"
    assert names.role_gender("spokeswoman") == "f"
