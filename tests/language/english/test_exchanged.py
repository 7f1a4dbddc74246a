"""The same words with the parts exchanged are no match; a list, a passive and what two do together are."""

from __future__ import annotations

import pytest

from dateline.language.english.exchanged import swaps_roles

TURNED = [
    ("Marsh invites Belic to Halvern", "Belic invites Marsh to Drava"),
    ("Ada Marsh invited Goran Belic on Friday.", "On Friday Goran Belic invited Ada Marsh."),
    (
        "President Ada Marsh of Estmark has invited Prime Minister Goran Belic of Korland to her capital.",
        "Prime Minister Goran Belic of Korland has invited President Ada Marsh of Estmark to his capital.",
    ),
    ("The brewer Brandt sued its rival Hask over a label.", "The brewer Hask has sued its rival Brandt over a label."),
    ("Sund beat Tarnmouth 3-1 in the final.", "Tarnmouth beat Sund 3-1 in the final."),
    ("Marsh was invited by Belic.", "Belic was invited by Marsh."),
]
ONE_THING = [
    ("Marsh invited Belic to Halvern.", "Belic was invited to Halvern by Marsh."),
    ("Marsh invited Belic.", "Belic was invited by Marsh."),
    ("Marsh and Belic praised the crew.", "Belic and Marsh praised the crew."),
    ("Marsh met Belic in Sund.", "Belic met Marsh in Sund."),
    ("Marsh said the ferry sank off Birkholm.", "The ferry sank off Birkholm, Marsh said."),
    ("In Halvern, Marsh told reporters of the loss.", "Marsh told reporters of the loss in Halvern."),
    ("France, Germany and Italy signed.", "Italy, Germany and France signed."),
    ("Marsh invited Belic.", "Marsh invited Belic."),
    ("", "Belic invited Marsh."),
]


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_exchanged_parts_are_seen(one: str, other: str) -> None:
    assert swaps_roles(one, other)
    assert swaps_roles(other, one)


@pytest.mark.parametrize(("one", "other"), ONE_THING)
def test_one_thing_in_another_order_is_no_exchange(one: str, other: str) -> None:
    assert not swaps_roles(one, other)
    assert not swaps_roles(other, one)
