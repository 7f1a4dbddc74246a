"""Slots: amounts are read in words, ranges and units; exclusive values of one slot conflict, a rising toll does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.cite import Span
from dateline.language.english import measures
from dateline.records import Told

Tell = Callable[[dict[str, tuple[str, str]]], Told]


@pytest.mark.parametrize(
    ("text", "of", "low", "high", "bound"),
    [
        ("The boat drifted about 2,000ft from the pier.", "length", 609.6, 609.6, "about"),
        ("He served four and a half months in Holm.", "duration", 136.98, 136.98, None),
        ("The mill was sold for $30 million.", "$", 3e7, 3e7, None),
        ("At least two dozen sailors were saved.", "sailor", 24, 24, "min"),
        ("Between them four to six boats were lost.", "boat", 4, 6, None),
        ("The slide was more than three miles long.", "length", 4828.03, 4828.03, "min"),
        ("Some 12 per cent voted.", "%", 12, 12, "about"),
    ],
)
def test_amounts(text: str, of: str, low: float, high: float, bound: str | None) -> None:
    (found,) = measures.measures(text, Span(0, len(text)))
    assert (found.of, found.bound) == (of, bound)
    assert (round(found.low, 2), round(found.high, 2)) == (low, high)


@pytest.mark.parametrize("text", ["In 1957 they left.", "The 36-year-old man left.", "One of them left."])
def test_what_is_no_amount(text: str) -> None:
    assert list(measures.measures(text, Span(0, len(text)))) == []


def pile(*lines: str, days: tuple[int, ...] | None = None) -> dict[str, tuple[str, str]]:
    """Reports of one line each, on the days of March that are given, else on one."""
    on = days or (14,) * len(lines)
    heads = ("Quake shakes the valley", "Towns count their losses", "Rescuers dig on", "Morning after in Orsa", "A valley waits")
    return {
        f"r{number}": (f"{on[number]} March 2031", f"{heads[number % 5]} {number}\n{line}") for number, line in enumerate(lines)
    }


def numbers(story: Told) -> list[set[str]]:
    return [{side.text for side in c.sides} for c in story.claims if c.verdict == "conflict" and c.kind == "number"]


def test_ten_reports_that_disagree_are_one_conflict(tell: Tell) -> None:
    tolls = ("twelve", "14", "17", "twenty", "23", "26", "29", "31", "35", "forty")
    lines = [f"The earthquake in the Torvane valley killed {toll} people on Thursday, agency {toll} said." for toll in tolls]
    (found,) = numbers(tell(pile(*lines)))
    assert len(found) == len(tolls)


def test_a_toll_that_rises_is_a_course(tell: Tell) -> None:
    line = "The strong earthquake that struck the Torvane valley on Thursday killed {} people, police said."
    story = tell(pile(*(line.format(toll) for toll in ("12", "17", "23")), days=(14, 15, 16)))
    assert numbers(story) == []
    assert [slot.of for event in story.events for slot in event.slots if len(slot.values) == 3] == ["people"]


def test_a_bound_and_another_unit_are_no_conflict(tell: Tell) -> None:
    lines = (
        "Climber Dan Orrell fell 200 feet from the Torvane ridge on Thursday, police said.",
        "Climber Dan Orrell fell about 60 metres from the Torvane ridge on Thursday, rescuers said.",
        "Climber Dan Orrell fell at least 50m from the Torvane ridge on Thursday, the mayor said.",
    )
    assert numbers(tell(pile(*lines))) == []


def test_a_distance_and_an_age(tell: Tell) -> None:
    lines = (
        "Dan Orrell, 32, fell 200 feet from the Torvane ridge on Thursday, police said.",
        "The 31-year-old climber Dan Orrell fell about 150 metres from the Torvane ridge on Thursday, rescuers said.",
    )
    assert numbers(tell(pile(*lines))) == [{"200 feet", "about 150 metres"}, {"31", "32"}]
