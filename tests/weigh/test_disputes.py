"""Disputes that no event alone shows: what a quake was, traits of those who have a name, denials that somebody utters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.cite import Span
from dateline.language.english import traits
from dateline.records import Claim, Told

Tell = Callable[[dict[str, tuple[str, str]]], Told]
HEADS = ("The valley wakes", "What the night left", "Neighbours speak", "After the noise", "A long week")


def pile(*lines: str, days: tuple[int, ...] | None = None) -> dict[str, tuple[str, str]]:
    """Reports of one line each behind a headline of their own, on the days of March that are given, else on one."""
    on = days or (14,) * len(lines)
    return {f"r{at}": (f"{on[at]} March 2031", f"{HEADS[at]} {at}\n{line}") for at, line in enumerate(lines)}


def disputes(story: Told) -> list[Claim]:
    return [one for one in story.claims if one.verdict == "conflict"]


def sides(story: Told) -> list[set[str]]:
    return [{side.text for side in one.sides} for one in disputes(story)]


def test_two_strengths_of_one_quake(tell: Tell) -> None:
    one = "A 5.6-magnitude quake shook the Orsa valley on Friday and drove people out of their beds."
    other = "The 6.1-magnitude quake shook the Orsa valley at dawn, the observatory of Marsh said."
    assert sides(tell(pile(one, other))) == [{"5.6-magnitude", "6.1-magnitude"}]


def test_an_older_quake_is_another_one(tell: Tell) -> None:
    one = "A 5.6-magnitude quake shook the Orsa valley on Friday and drove people out of their beds."
    other = "A 6.1-magnitude quake shook the Orsa valley in 2019, the observatory of Marsh said."
    assert sides(tell(pile(one, other))) == []


def test_clauses_that_differ_in_a_count_alone(tell: Tell) -> None:
    one = "The agency bought 235 barges for the dam, most of them from yards along the coast."
    other = "Since May the agency has bought 300 barges for the new dam, the mayor of Holm told us over lunch."
    assert sides(tell(pile(one, other))) == [{"235 barges", "300 barges"}]
    apart = "The agency bought a hall with a view of 300 barges and the harbour of Tarn."
    assert sides(tell(pile(one, apart))) == []
    games = [
        f"In {number} games for Holm the striker Ivo Renn {what}."
        for number, what in ((54, "shone"), (157, "did well"))
    ]
    assert sides(tell(pile(*games))) == []


def test_two_years_in_the_same_words(tell: Tell) -> None:
    one = "Voters of Holm approved a bond for the harbour in 2029."
    other = "The voters approved a bond for the harbour in 2030, the clerk of Holm said."
    assert sides(tell(pile(one, other))) == [{"2029", "2030"}]
    fresh = "Voters of Holm approved a bond for the harbour on Friday."
    assert sides(tell(pile(one, fresh))) == []


def test_a_toll_of_long_ago_rises_no_more(tell: Tell) -> None:
    one = "A quake killed more than 26,000 people in the old city of Tarn in December 2003."
    other = "In December 2003 a quake killed more than 31,000 people in the city of Tarn."
    assert sides(tell(pile(one, other))) == [{"more than 26,000 people", "more than 31,000 people"}]
    fresh = [
        line.replace("in December 2003", "on Friday").replace("In December 2003", "On Friday") for line in (one, other)
    ]
    assert sides(tell(pile(*fresh))) == []


def test_days_before_something_are_no_length(tell: Tell) -> None:
    one = "Mayor Ada Marsh opened the bridge nine days before the vote."
    other = "Mayor Ada Marsh opened the bridge six weeks before the vote."
    assert sides(tell(pile(one, other))) == []


def test_children_of_one_mother(tell: Tell) -> None:
    one = "Ada Marsh, a mother of 12, was shot on her way home on Friday."
    other = "The shot hit Ada Marsh, 34, a mother of 13, outside a school."
    nameless = "Police are looking for the man who shot a mother of 12 on Friday."
    (dispute,) = disputes(tell(pile(one, other, nameless)))
    assert dispute.text == "How many children has Ada Marsh: 12, or 13?"
    assert [len(side.cites) for side in dispute.sides] == [2, 1]  # the one mother whom the story names


def test_people_of_one_island(tell: Tell) -> None:
    one = "The storm struck Skerry island, home to 120,000 people, on Friday."
    other = "The storm was worst near Skerry, home to 200,000 people, the coast guard said."
    above = "Skerry has a population of more than 100,000."
    (dispute,) = disputes(tell(pile(one, other, above)))
    assert {side.text for side in dispute.sides} == {"120,000", "200,000", "more than 100,000"}
    assert disputes(tell(pile(one, above))) == []  # 120,000 are more than 100,000


def test_a_condition_is_one_day_s(tell: Tell) -> None:
    one = "The crash left Ben Holm in critical condition at a hospital, police said."
    other = "Doctors said on Friday that Ben Holm was in stable condition after the crash."
    (dispute,) = disputes(tell(pile(one, other)))
    assert (dispute.kind, {side.text for side in dispute.sides}) == ("status", {"critical", "stable"})
    assert disputes(tell(pile(one, other, days=(14, 18)))) == []  # he has got better
    assert disputes(tell(pile(one, "Ben Holm was in critical but stable condition after the crash."))) == []


def test_a_denial_that_somebody_utters(tell: Tell) -> None:
    one = "Officers shot Ben Holm on Friday. Holm pointed a gun at the officers, the police chief said."
    other = "Officers shot Ben Holm on Friday. Neighbours said Holm did not point the gun at the officers."
    assert [one.kind for one in disputes(tell(pile(one, other)))] == ["status"]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "grades"),
    [
        ("Ada Marsh, a mother of three, left.", "children", 3, 3, set()),
        ("Skerry, home to about 4,000 people, woke.", "population", 4000, 4000, set()),
        ("Skerry has a population of at least 4,000.", "population", 4000, 6000, set()),
        ("Ben Holm is in critical but stable condition.", "condition", 0, 0, {"critical", "stable"}),
        ("Ben Holm's condition was described as serious.", "condition", 0, 0, {"serious"}),
    ],
)
def test_traits(text: str, kind: str, low: float, high: float, grades: set[str]) -> None:
    (found,) = traits.traits(text, Span(0, len(text)))
    assert (found.kind, found.low, found.high, set(found.grades)) == (kind, low, high, grades)


@pytest.mark.parametrize(
    "text", ["She is the mother of three of his eight children.", "A mother of one left.", "It is in good shape."]
)
def test_what_is_no_trait(text: str) -> None:
    assert list(traits.traits(text, Span(0, len(text)))) == []


def test_two_last_weeks_are_no_two_days_of_one_deed(tell: Tell) -> None:
    line = "Ivo Moe, the mayor of Tessen, stunned a harbour meeting last week when he shut the docks of Brann"
    one = f"{line} to all boats. Skippers of the coast wrote him an angry letter. Their guild met on the quay."
    other = f"{line} for good. Rain has flooded three villages near the dam. A school in Holm stays closed."
    assert disputes(tell(pile(one, other, days=(12, 19)))) == []
