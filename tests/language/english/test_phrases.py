"""Words before a place, phrases for a leader, words of captions."""

from __future__ import annotations

import pytest

from dateline.language.english import phrases


@pytest.mark.parametrize(
    ("before", "lead"),
    [("met in ", "in"), ("went to the ", "to"), ("talks on ", "about"), ("visited the ", "visiting"), ("said ", None)],
)
def test_what_leads_to_a_place(before: str, lead: str | None) -> None:
    assert phrases.lead(f"{before}Karst", len(before)) == lead


def test_which_leader() -> None:
    assert phrases.which_leader("the Korland leader") == {"korland"}
    assert phrases.which_leader("the new prime minister") == frozenset()
    assert phrases.which_leader("a leader") is None and phrases.which_leader("former president") is None
    assert phrases.is_leader("Prime Minister") and not phrases.is_leader("harbour master")


def test_what_is_told_of_the_same_hours() -> None:
    assert phrases.same_hours("She resigned hours after the two ")
    assert not phrases.same_hours("She resigned when the two ")


def test_the_seat_of_a_state() -> None:
    assert phrases.is_seat("the Estmark capital")
