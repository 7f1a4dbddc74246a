"""Opposite roles do not match because the words do: A invites B, and B invites A."""

from __future__ import annotations

import pytest
from tests.weigh.conftest import Tell

ASKED = (
    "Marsh invites Belic\nPresident Ada Marsh has invited Prime Minister Goran Belic for talks on fishing in June, "
    "officials said on Saturday. The two leaders last met in the port of Sund in March."
)
ASKED_BACK = (
    "Belic invites Marsh\nPrime Minister Goran Belic has invited President Ada Marsh for talks on fishing in June, "
    "officials said on Sunday. The two leaders last met in the port of Sund in March."
)
ACCUSED = "Marsh on Belic\nAda Marsh accused Goran Belic on Friday of lying to parliament about the strait accord."
ACCUSED_BACK = "Belic on Marsh\nGoran Belic accused Ada Marsh on Friday of lying to parliament about the strait accord."
SAID = (
    "Talks\n“{} invited {} to come to the strait for a frank talk about herring quotas,” Petra Almqvist said on Friday."
)


def test_two_invitations_are_two_plans(tell: Tell) -> None:
    told = tell({"a": ("May 3, 2031", ASKED), "b": ("May 4, 2031", ASKED_BACK)})
    assert [plan.title for plan in told.plans] == ["Goran Belic’s visit", "Ada Marsh’s visit"]
    assert all(len({one.report for step in plan.history for one in step.cites}) == 1 for plan in told.plans)


def test_who_bids_for_whom_parts_two_plans(tell: Tell) -> None:
    text = "{0} plans bid\nThe brewer {0} plans to buy its rival {1} in June, the paper said on Saturday."
    told = tell(
        {
            "a": ("May 3, 2031", text.format("Brandt Ltd", "Hask Group")),
            "b": ("May 4, 2031", text.format("Hask Group", "Brandt Ltd")),
        }
    )
    assert len(told.plans) == 2
    assert all(len({one.report for step in plan.history for one in step.cites}) == 1 for plan in told.plans)


@pytest.mark.parametrize(("one", "other", "verb"), [(ASKED, ASKED_BACK, "invited"), (ACCUSED, ACCUSED_BACK, "accused")])
def test_opposite_deeds_are_neither_one_claim_nor_one_event(tell: Tell, one: str, other: str, verb: str) -> None:
    told = tell({"a": ("May 3, 2031", one), "b": ("May 4, 2031", other)})
    stem = verb.removesuffix("d")
    events = [entry for entry in told.timeline if stem in entry.label]
    sides = [side for claim in told.claims for side in claim.sides if stem in side.text]
    assert len(events) == 2
    assert sides
    assert all(len({cite.report for cite in record.cites}) == 1 for record in (*events, *sides))
    assert not any(claim.verdict == "conflict" for claim in told.claims)


def test_what_both_tell_stays_agreed(tell: Tell) -> None:
    told = tell({"a": ("May 3, 2031", ASKED), "b": ("May 4, 2031", ASKED_BACK)})
    agreed = [claim.text for claim in told.claims if claim.verdict == "agreed"]
    assert agreed == ["The two leaders last met in the port of Sund in March"]


def test_opposite_deeds_on_two_days_are_no_conflict_of_dates(tell: Tell) -> None:
    back = ACCUSED_BACK.replace("on Friday", "on Saturday")
    told = tell({"a": ("May 5, 2031", ACCUSED), "b": ("May 5, 2031", back)})
    assert told.claims
    assert not any(claim.verdict == "conflict" for claim in told.claims)


def test_a_statement_with_the_parts_exchanged_is_another(tell: Tell) -> None:
    names = ("Goran Belic", "Ada Marsh")
    told = tell(
        {"a": ("May 3, 2031", SAID.format(*names)), "b": ("May 4, 2031", SAID.format(*reversed(names)))},
    )
    assert [statement.same_as for statement in told.statements] == [(), ()]


def test_the_passive_tells_the_same(tell: Tell) -> None:
    active = (
        "Marsh invites Belic\nPresident Ada Marsh has invited Prime Minister Goran Belic to Halvern in June, he said."
    )
    passive = (
        "Belic invited to Halvern by Marsh\n"
        "Prime Minister Goran Belic has been invited to Halvern in June by President Ada Marsh, his office said."
    )
    told = tell({"a": ("May 3, 2031", active), "b": ("May 4, 2031", passive)})
    assert [plan.title for plan in told.plans] == ["Goran Belic’s visit to Halvern"]
    assert any(claim.verdict == "agreed" for claim in told.claims)
