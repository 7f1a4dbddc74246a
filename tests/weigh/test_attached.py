"""Disputes on what is told of one person: where he lives, his record, what he died of, his age, how his name is spelled."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Told

Tell = Callable[[dict[str, tuple[str, str]]], Told]
HEADS = ("The valley wakes", "What the night left", "Neighbours speak")


def pile(*lines: str, days: tuple[int, ...] = (14, 14, 14)) -> dict[str, tuple[str, str]]:
    return {
        f"r{at}": (f"{day} March 2031", f"{HEADS[at]} {at}\n{line}")
        for at, (line, day) in enumerate(zip(lines, days, strict=False))
    }


def told(story: Told) -> list[tuple[str, set[str]]]:
    return [(one.kind, {side.text for side in one.sides}) for one in story.claims if one.verdict == "conflict"]


TWO_TOWNS = (
    "Police held Ivo Rask, 36, of Brandel, after a crash.",
    "Ivo Rask, 36, of Tarnholm, was held after a crash.",
)


def test_two_homes_of_one_person(tell: Tell) -> None:
    assert told(tell(pile(*TWO_TOWNS))) == [("place", {"Brandel", "Tarnholm"})]
    assert told(tell(pile(*TWO_TOWNS, "The road to Brandel, Tarnholm, is closed."))) == []  # one lies in the other
    assert told(tell(pile(TWO_TOWNS[0], "Ivo Rask, 36, of Texas, was held after a crash."))) == []


def test_two_records_of_one_fighter(tell: Tell) -> None:
    one = "Ivo Rask (31-2-1) beat Dan Orrell in Brandel on Friday night."
    other = "The winner, Ivo Rask, 33-2-1, 20 KOs, beat Dan Orrell in Brandel on Friday night."
    assert told(tell(pile(one, other))) == [("number", {"31-2-1", "33-2-1"})]
    assert told(tell(pile(one, other, days=(3, 14)))) == []  # there are fights between


DIED = "Dan Orrell died on Thursday of {}, his family said."


def test_two_causes_of_a_death(tell: Tell) -> None:
    said = told(
        tell(pile(DIED.format("pneumonia"), "The rower Dan Orrell died from heart failure at a hospice in Brandel."))
    )
    assert said == [("reason", {"pneumonia", "heart failure"})]
    for other in ("complications of pneumonia", "natural causes", "his injuries"):
        assert told(tell(pile(DIED.format("pneumonia"), f"The rower Dan Orrell died of {other} at home."))) == []


def test_a_cause_that_is_not_known_yet_is_no_dispute(tell: Tell) -> None:
    lines = DIED.format("pneumonia"), "The cause of death of Dan Orrell was unknown, a spokeswoman said."
    assert told(tell(pile(*lines))) == [("reason", {"pneumonia", "unknown"})]
    assert told(tell(pile(*lines, days=(14, 12)))) == []


@pytest.mark.parametrize(
    ("one", "other", "ages"),
    [
        (
            "The sixty-year-old clerk Ida Marsh was freed.",
            "A crowd met Ida Marsh, age 64, at the gate.",
            {"sixty", "64"},
        ),
        ("Ida Marsh (aged 58) was freed on Friday.", "Ida Marsh, 64, was freed at noon.", {"58", "64"}),
        ("Ida Marsh (23) scored for Holm on Friday.", "Ida Marsh (67) scored for Holm in the rain.", set()),  # minutes
        ("Ida Marsh, 60, was freed. She was then 58-year-old Ida Marsh.", "Ida Marsh, 60, was freed at noon.", set()),
    ],
)
def test_ages_in_words_and_brackets(tell: Tell, one: str, other: str, ages: set[str]) -> None:
    assert told(tell(pile(one, other))) == ([("number", ages)] if ages else [])


@pytest.mark.parametrize(
    ("one", "other"), [("Jon Orrell", "John Orrell"), ("Ida LaMarre", "Ida Lamarre"), ("Ivo Del Rask", "Ivo DelRask")]
)
def test_names_that_differ_by_a_letter_or_a_gap(tell: Tell, one: str, other: str) -> None:
    lines = (
        f"The mayor of Holm, {one}, opened the dam on Friday.",
        f"Crowds at the dam sang for {other}, the mayor, at dawn.",
    )
    ((kind, sides),) = told(tell(pile(*lines)))
    assert kind == "wording"
    assert len(sides) == 2


@pytest.mark.parametrize(("one", "other"), [("Ivo Del-Rask", "Ivo Del Rask"), ("Ida Marsh-lane", "Ida Marsh-Lane")])
def test_hyphens_in_names_are_a_matter_of_style(tell: Tell, one: str, other: str) -> None:
    lines = (
        f"The mayor of Holm, {one}, opened the dam on Friday.",
        f"Crowds at the dam sang for {other}, the mayor, at dawn.",
    )
    assert told(tell(pile(*lines))) == []


def test_towns_that_one_report_tells_apart_are_two(tell: Tell) -> None:
    one, other = "The flood reached Gavarzin in the valley.", "The flood reached Gavarzan in the valley at dawn."
    assert told(tell(pile(one, other))) == [("wording", {"Gavarzin", "Gavarzan"})]
    assert told(tell(pile(one, other, "The flood went from Gavarzin in the valley to Gavarzan in an hour."))) == []


SAID = "“If there was any more to give the town, I would,” Judge Ida Falk said on Friday."


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ("The crowd fell silent. “If there was any more to lend the town, I would,” Judge Ida Falk said.", "wording"),
        ("The crowd fell silent. “If there was any more to give the town, I would,” Judge Ida Falk said.", None),
        ("The crowd fell silent. “... any more to give the town, I would,” Judge Ida Falk said.", None),
        ("The crowd fell silent. “If there was any more to give the town, I would,” Mayor Ivo Rask said.", "actor"),
        ("The crowd fell silent. “I would never give any more of the land,” Mayor Ivo Rask said.", None),
    ],
)
def test_words_that_are_quoted_in_two_ways_or_of_two_people(tell: Tell, other: str, kind: str | None) -> None:
    found = told(tell(pile(f"The hall was full. {SAID}", other)))
    assert [one for one, _ in found] == ([kind] if kind else [])


def test_a_day_of_the_week_alone_can_be_disputed(tell: Tell) -> None:
    lines = "The rower Dan Orrell died on Friday, his club said.", "Dan Orrell died on Thursday at his home in Holm."
    reports = {name: ("", text) for name, (_, text) in pile(*lines).items()}
    assert told(tell(reports)) == [("date", {"Friday", "Thursday"})]
    apart = "The rower Dan Orrell left his home on Friday, his club said."
    assert told(tell({name: ("", text) for name, (_, text) in pile(lines[1], apart).items()})) == []


def test_people_of_whom_other_things_are_told_are_others(tell: Tell) -> None:
    lines = (
        "The flood in Holm killed 40 people on Friday.",
        "At the fair of Holm 60 people sang of the flood on Friday.",
    )
    assert told(tell(pile(*lines))) == []


TAKEN = "Robbers made off with $137 million of gems from a bank in Holm on Friday."


@pytest.mark.parametrize(
    ("other", "sides"),
    [
        (
            "Gems worth $160 million have been stolen from the bank in Holm, a clerk said.",
            {"$137 million", "$160 million"},
        ),
        ("Gems worth $360 million lie in the bank in Holm, a clerk said.", set()),  # too many times the other
        (
            "Gems worth $160 million, and a ring of $137 million, were stolen from the bank in Holm.",
            set(),
        ),  # of several
        ("Robbers may try to steal gems worth $160 million from the bank in Holm.", set()),
    ],
)
def test_a_large_number_that_each_report_gives_once(tell: Tell, other: str, sides: set[str]) -> None:
    assert [those for _, those in told(tell(pile(TAKEN, other)))] == ([sides] if sides else [])


def test_numbers_in_the_same_words_rival_whoever_he_is_taken_for(tell: Tell) -> None:
    served = "He was sent down for {} years, with nine months to serve."
    lines = (
        f"Ivo Rask was held at the old mill on Friday after a neighbour called. {served} The mill has been empty since spring.",
        f"A neighbour, Dan Orrell, had seen lights for a week and feared Ivo Rask. {served} The judge was Ida Falk of Tarn.",
    )
    assert told(tell(pile(lines[0].format("2"), lines[1].format("2 1/2")))) == [("number", {"2 years", "2 1/2 years"})]
    assert told(tell(pile(lines[0].format("2"), lines[1].format("2")))) == []


def test_a_count_in_full_hundreds_may_be_a_rounded_one(tell: Tell) -> None:
    lines = (
        "The quake in Holm killed {} people on Friday, the governor said.",
        "On Friday a quake in Holm killed {} people.",
    )
    assert told(tell(pile(lines[0].format(600), lines[1].format(612)))) == []
    assert told(tell(pile(lines[0].format(600), lines[1].format(712)))) == [("number", {"600 people", "712 people"})]


def test_undated_reports_that_begin_with_two_days_tell_of_two_quakes(tell: Tell) -> None:
    one, other = "A quake in Holm hurt 15 people on {}, the governor said.", "On {} a quake in Holm hurt 28 people."
    for day, sides in (("Sunday", [("number", {"15 people", "28 people"})]), ("Monday", [])):
        reports = {name: ("", text) for name, (_, text) in pile(one.format("Sunday"), other.format(day)).items()}
        assert told(tell(reports)) == sides
