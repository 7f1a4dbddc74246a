"""Reports that have no day and tell of none: a weekday, a yesterday, a month of theirs give no date."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from made import files

UNDATED = [
    "Two men were rescued from the lake near Ostel on Sunday after their canoe overturned in high wind.\n\n"
    "The fire service said that both were unhurt. A search for the canoe will go on tomorrow.",
    "The ferry Alma will sail again on 4 October, the line said yesterday. It had been in dock since March.",
    "Ostel, Monday. The council voted last night to shut the swimming bath, which had never paid its way.",
    "The court in Rask will hear the case against Jon Berg next Tuesday, his lawyer said today.",
    "Prices of salt rose last month, the Institute of Prices said on Wednesday. They had fallen in the first quarter.",
    "A fire burned for three hours in a paper mill at Tarn early this morning. Mayor Ada Brandt will visit it on Friday.",
    "The bridge of Rask will stay shut until the autumn, Mayor Petra Vell told the town council on Friday afternoon.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_an_undated_report_gives_no_day(tmp_path: Path, text: str) -> None:
    told = dateline.tell(files(tmp_path, one=text))
    assert told.reports[0].published.value is None and told.as_of is None
    found = [story.findings for story in told.stories]
    assert [entry.date for one in found for entry in one.timeline] == []
    assert {plan.for_ for one in found for plan in one.plans} <= {None}
    assert {made.said_on for one in found for made in one.statements} <= {None}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The bridge of Rask was opened on 12 May 1931 by Mayor Ole Friske. It has been shut since Sunday.",
            "1931-05-12",
        ),
        ("A fire destroyed the mill of Tarn on 3 June 2031, the fire service said on Sunday.", "2031-06-03"),
        ("The council of Holm sold the ferry Alma in 1987. It will buy her back next week.", "1987"),
        ("Ada Brandt was elected mayor of Holm on May 4, 2029. She resigned yesterday.", "2029-05-04"),
        ("The two leaders met in Sund in March 2030, and will meet again on Friday.", "2030-03"),
    ],
)
def test_a_day_that_it_tells_in_full_it_gives(tmp_path: Path, text: str, day: str) -> None:
    told = dateline.tell(files(tmp_path, one=text))
    assert told.reports[0].published.value is None
    assert [entry.date for story in told.stories for entry in story.findings.timeline if entry.date] == [day]
