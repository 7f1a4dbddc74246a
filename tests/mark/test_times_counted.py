"""Times that are counted from others: days of a month alone, weeks from a day; and numbers that are no years."""

from __future__ import annotations

import pytest

from made import marked, report

DAY = "2031-03-12"  # a Wednesday


def values(text: str) -> dict[str, str]:
    made = report(text, day=DAY)
    return {mark.span.of(made.text): mark.timex for mark in marked(made, "time").times}


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("The barges left on the 14th.", "the 14th", "2031-02-14"),
        ("The next audit is on the 24th.", "the 24th", "2031-03-24"),
        ("The council must answer by the 20th.", "the 20th", "2031-03-20"),
        ("The siege began on 3 February. It was lifted on the 19th.", "the 19th", "2031-02-19"),
        ("The inquest opens a week from Monday.", "a week from Monday", "2031-03-24"),
        ("The ferry sails two weeks from tomorrow.", "two weeks from tomorrow", "2031-03-27"),
        ("He was last seen the night before last.", "the night before last", "2031-03-10TNI"),
        ("Rents fell the year before last.", "the year before last", "2029"),
        ("The pit was flooded on Monday last week.", "Monday last week", "2031-03-03"),
        ("The pit was closed from Tuesday to Friday last week.", "Tuesday", "2031-03-04"),
        ("The tribunal resumes Monday morning.", "Monday morning", "2031-03-17TMO"),
        ("The closing date for bids is 30 September.", "30 September", "2031-09-30"),
        ("He was kept in for a day and a half.", "a day and a half", "P1.5D"),
        ("The power was off for half an hour.", "half an hour", "PT30M"),
    ],
)
def test_what_a_time_is_counted_from(text: str, words: str, timex: str) -> None:
    assert values(text).get(words) == timex, values(text)


@pytest.mark.parametrize(
    "text",
    ["Flight 2014 was late.", "Room 1998 was locked.", "He was found at 2030 Mill Street.", "Bus 2016 ran empty."],
)
def test_a_number_that_names_a_thing_is_no_year(text: str) -> None:
    assert values(text) == {}
