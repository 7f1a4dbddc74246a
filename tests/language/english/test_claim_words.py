"""Reasons, what is left open, how a conflict is worded."""

from __future__ import annotations

import pytest

from dateline.cite import Span
from dateline.language.english import claims


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The fair was put off because of the storm.", "because of the storm"),
        ("It was scrapped, citing a lack of ships; nobody minded.", "citing a lack of ships"),
        ("The fair was put off until next year.", None),
        ("He handed the keys over on Monday.", None),
    ],
)
def test_a_reason_is_given_in_words_that_lead_to_it(text: str, reason: str | None) -> None:
    span = claims.reason(text, Span(0, len(text)))
    assert (span and span.of(text)) == reason


def test_what_is_not_known_is_found_where_it_is_said() -> None:
    text = "It is not clear whether she will come."
    assert [start for start, _ in claims.left_open(text, Span(0, len(text)))] == [0]
    assert not list(claims.left_open("She will come.", Span(0, 14)))


@pytest.mark.parametrize(
    "text",
    [
        "There are contradictory accounts of how the dam broke.",
        "Two of the crew were still missing on Monday.",
        "The jury was still out on Friday.",
        "Police are looking for a man with a limp.",
        "The search of the valley continued at dawn.",
        "He faces up to nine years in prison.",
        "A post-mortem is to be held on Tuesday.",
        "The mayor questioned why the alarm had been switched off.",
        "The question now is whether the bank will lend to anybody.",
        "No official would comment on the wreck.",
        "We are not in a position to say who will pay.",
        "The harbour office couldn’t say how many boats were out.",
    ],
)
def test_ways_to_leave_a_question_open(text: str) -> None:
    assert list(claims.left_open(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "text",
    [
        "The captain questioned the crew.",
        "Reports of the wreck came in all night.",
        "No official was hurt.",
        "The bank could say no more than yes.",
    ],
)
def test_what_leaves_nothing_open(text: str) -> None:
    assert not list(claims.left_open(text, Span(0, len(text))))


def test_a_conflict_is_a_question() -> None:
    assert claims.which(["Twelve ships", "Fourteen ships"]) == "Twelve ships, or fourteen ships?"
    assert claims.which(["postponed", "cancelled"]) == "Postponed, or cancelled?"
    assert claims.which_reason("postponed", ["because of ice", "amid a strike"]) == (
        "Why postponed: because of ice, or amid a strike?"
    )


def test_what_answers_by_a_word_alone() -> None:
    assert claims.is_mere_no(["no"]) and not claims.is_mere_no(["no", "ship"])
    assert claims.asks("asked him") and not claims.asks("said")


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office has not yet decided whether the pier will be rebuilt or not.",
        "The store will be closed until further notice.",
        "Details of the sale have not been made public.",
    ],
)
def test_what_no_set_phrase_leaves_open_is_told_by_its_words(text: str) -> None:
    assert claims.openness(text) > 0.6
    assert claims.openness("The mayor opened the pier on Tuesday.") < 0.2
