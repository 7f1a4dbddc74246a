"""Kinds of expressions of time, ten sentences of our own each: what they are worth, told on a Wednesday in May.

A value of None: the words are no time. Of several values each is what a reader may take them for.
"""

from __future__ import annotations

import pytest

from made import marked, report

PUBLISHED = "2031-05-14"
KINDS: dict[str, list[tuple[str, str, tuple[str, ...] | None]]] = {
    "month-in-a-name": [
        ("May Brandt said the mill would close.", "May", None),
        ("The bill was backed by Augusta and June Ferrow.", "June", None),
        ("April, her sister, was not hurt.", "April", None),
        ("Summer Aldous won the 400 metres.", "Summer", None),
        ("The Sunday Courier reported the deal.", "Sunday", None),
        ("Autumn Leigh, a nurse, was the first to arrive.", "Autumn", None),
        ("Judge Friday Osei ruled for the union.", "Friday", None),
        ("Mr March denied that he had been paid.", "March", None),
        ("The work begins in May, Brandt said.", "May", ("2031-05",)),
        ("He joined the March on Drava as a boy.", "March", None),
    ],
    "number-not-year": [
        ("The ferry carried 1950 passengers.", "1950", None),
        ("Some 2010 of the ballots were void.", "2010", None),
        ("He drove a 2019 pickup.", "2019", ("2019",)),
        ("The shop at 1999 Mill Road burned down.", "1999", None),
        ("Flight 2031 was late.", "2031", None),
        ("The firm works out of a house at 2016 Ferrow, by the quay.", "2016", None),
        ("The bridge is 1980 feet long.", "1980", None),
        ("It cost 2025 crowns.", "2025", None),
        ("The law of 2018 was repealed.", "2018", ("2018",)),
        ("Engineers found 1960 volts in the wire.", "1960", None),
        ("The 2024 vote was close.", "2024", ("2024",)),
        ("Apartment 2020 was empty.", "2020", None),
        ("About 1900 hectares burned.", "1900", None),
    ],
    "quarter-of-a-game": [
        ("The coach saw his team lose the game in the fourth quarter.", "the fourth quarter", None),
        ("Ferrow's goal late in the first half won the match for the home side.", "the first half", None),
        ("Brandt threw a touchdown pass in the second quarter, and the league was theirs.", "the second quarter", None),
        ("The striker was sent off in the second half, and the fans left the stadium.", "the second half", None),
        (
            "The club's profit from the league fell in the third quarter of 2030.",
            "the third quarter of 2030",
            ("2030-Q3",),
        ),
        ("Profit rose in the fourth quarter.", "the fourth quarter", ("2030-Q4",)),
        ("Exports fell in the first half, the bank said.", "the first half", ("2031-H1", "2030-H1")),
    ],
    "weekday-by-tense": [
        ("She will be sworn in Monday.", "Monday", ("2031-05-19",)),
        ("The mill shut its gates Tuesday.", "Tuesday", ("2031-05-13",)),
        ("The panel is due to meet on Friday.", "Friday", ("2031-05-16",)),
        ("Ferrow, who left on Sunday, could not be reached.", "Sunday", ("2031-05-11",)),
        ("A vote is scheduled for Wednesday next week.", "Wednesday next week", ("2031-05-21",)),
        ("The strike that began Monday goes on.", "Monday", ("2031-05-12",)),
        ("Police plan to question him on Saturday.", "Saturday", ("2031-05-17",)),
        ("She had hoped to sail on Saturday but fell ill.", "Saturday", ("2031-05-10", "2031-05-17")),
        ("The union says it won't work Monday.", "Monday", ("2031-05-19",)),
        ("The court has until Friday to rule.", "Friday", ("2031-05-16",)),
    ],
    "day-and-month-by-tense": [
        ("The inquiry opened on 3 November.", "3 November", ("2030-11-03",)),
        ("The inquiry opens on 3 November.", "3 November", ("2031-11-03",)),
        ("The mill is to close by 30 June.", "30 June", ("2031-06-30",)),
        ("She was born on 20 December in Sund.", "20 December", ("2030-12-20",)),
        ("He has been held since 9 September.", "9 September", ("2030-09-09",)),
        ("Voters will choose on 2 March.", "2 March", ("2032-03-02",)),
        ("The accord, signed on 1 May, is void.", "1 May", ("2031-05-01",)),
        ("The trial starts June 12.", "June 12", ("2031-06-12",)),
        ("Ferries will not sail until 1 June.", "1 June", ("2031-06-01",)),
        ("The deal was struck on 12 April.", "12 April", ("2031-04-12",)),
    ],
    "planned-in-the-past": [
        ("The bridge was to open on Friday, but the rain came.", "Friday", ("2031-05-16",)),
        ("They were due to meet on Thursday.", "Thursday", ("2031-05-15", "2031-05-08")),
        ("The launch had been set for Monday.", "Monday", ("2031-05-19", "2031-05-12")),
        ("She was supposed to testify on Tuesday.", "Tuesday", ("2031-05-13", "2031-05-20")),
        ("The hearing, which was to have begun Thursday, is off.", "Thursday", ("2031-05-15",)),
        ("A match that should have been played on Sunday was called off.", "Sunday", ("2031-05-11", "2031-05-18")),
    ],
    "past-day-with-a-modal": [
        ("Ferrow could not be reached for comment on Tuesday.", "Tuesday", ("2031-05-13",)),
        ("The ministry would not say on Monday who had signed.", "Monday", ("2031-05-12",)),
        ("Divers could not find the boat on Sunday.", "Sunday", ("2031-05-11",)),
        ("A spokesman could not confirm the report Tuesday.", "Tuesday", ("2031-05-13",)),
        ("She may have left on Saturday.", "Saturday", ("2031-05-10",)),
        ("The vote could come as early as Friday.", "Friday", ("2031-05-16",)),
        ("He must have seen it on Monday.", "Monday", ("2031-05-12",)),
        ("Officials would not discuss the case on Sunday.", "Sunday", ("2031-05-11",)),
    ],
    "part-of-a-period": [
        ("Sales rose in the first half of the year.", "the first half of the year", ("2031-H1",)),
        ("Output fell in Q3 2030.", "Q3 2030", ("2030-Q3",)),
        ("In the second quarter of last year it lost money.", "the second quarter of last year", ("2030-Q2",)),
        ("It opened in the latter half of the 1990s.", "the latter half of the 1990s", ("199",)),
        ("They met in the third week of June.", "the third week of June", ("2031-06",)),
        ("The last weekend of April was wet.", "The last weekend of April", ("2031-04",)),
        ("Profit doubled in the fourth quarter of 2029.", "the fourth quarter of 2029", ("2029-Q4",)),
        ("The mill will close in the second half.", "the second half", ("2031-H2",)),
        ("It was built in the early part of the 20th century.", "the early part of the 20th century", ("19",)),
        ("In late 2029 he left.", "late 2029", ("2029",)),
    ],
    "date-range": [
        ("The fair ran October 4-6, 2030.", "6, 2030", ("2030-10-06",)),
        ("He was mayor in 2021-24.", "24", ("2024",)),
        ("Between 3 March and 9 April she was abroad.", "3 March", ("2031-03-03",)),
        ("The talks of 28 February to 2 March failed.", "28 February", ("2031-02-28",)),
        ("It lasted from Monday to Thursday.", "Thursday", ("2031-05-15",)),
        ("From May 2029 through July 2030 it was shut.", "May 2029", ("2029-05",)),
        ("The school was closed 12–14 May.", "12", ("2031-05-12",)),
        ("She served from 1998 until 2004.", "1998", ("1998",)),
    ],
    "fall-and-season": [
        ("His fall from the ladder broke two ribs.", "fall", None),
        ("The fall in prices hurt farmers.", "fall", None),
        ("The vote is due in the fall.", "the fall", ("2031-FA",)),
        ("In the fall of 2029 the mill closed.", "the fall of 2029", ("2029-FA",)),
        ("A hot spring was found near Sund.", "spring", None),
        ("Prices tend to spring back.", "spring", None),
        ("Last winter was mild.", "Last winter", ("2030-WI",)),
        ("They reopen this spring.", "this spring", ("2031-SP",)),
        ("The fall of Drava ended the war.", "fall", None),
        ("The climbers survived the fall.", "the fall", None),
    ],
    "holiday-and-year": [
        ("Nobody worked on Christmas Day 2029.", "Christmas Day 2029", ("2029-12-25",)),
        ("The storm on New Year's Eve killed two.", "New Year's Eve", ("2030-12-31",)),
        ("The talks end before Christmas.", "Christmas", ("2031-12-25",)),
        ("At Easter the mill was shut.", "Easter", ("2031-04-13",)),
        ("The Boxing Day flood of 2028 is not forgotten.", "Boxing Day", ("2028-12-26",)),
        ("Shops will be shut on May Day 2032.", "May Day 2032", ("2032-05-01",)),
        ("They met last Christmas.", "last Christmas", ("2030-12-25",)),
        ("On Halloween a shed burned.", "Halloween", ("2030-10-31",)),
        ("Next Thanksgiving will be quiet.", "Next Thanksgiving", ("2031-11-27", "2032-11-25")),
    ],
}


@pytest.mark.parametrize(("text", "words", "values"), [row for rows in KINDS.values() for row in rows])
def test_kinds(text: str, words: str, values: tuple[str, ...] | None) -> None:
    times = marked(report(("body", text), day=PUBLISHED), "name", "time").times
    found = [time.timex for time in times if words.lower() in time.span.of(text).lower()]
    assert found == [] if values is None else set(found) & set(values)


@pytest.mark.parametrize(
    "words",
    [
        "on Sunday",
        "yesterday",
        "last week",
        "three days ago",
        "tomorrow",
        "this month",
        "on 4 May",
        "last Christmas",
        "next year",
    ],
)
def test_where_no_day_is_given_none_is_told(words: str) -> None:
    (time,) = marked(report(("body", f"The mill in Rask was shut {words}, its owners said.")), "time").times
    assert (time.earliest, time.latest) == (None, None)
