"""Days of what no words of its report date: from the words that other reports have for a day, the tale, the day of print."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import flow
from dateline.group import group, with_events
from dateline.records.story import Story
from dateline.weigh import grouped
from dateline.weigh.events.days import ENOUGH, NONE, WORTH, Days
from dateline.weigh.mentions import mentions
from made import events, one, rows

LEAD = "Fire in Tessen yard\n\nA fire destroyed the Tessen yard on Monday. Nobody in Tessen slept that night."
LATER = (
    "Tessen mourns its yard\n\nThe town of Tessen mourned its old yard. The mayor Greta Holm thanked all firemen of the "
    "town. Many had come from Ulm. The cranes of the yard fell into the harbour when the fire destroyed the yard. {}"
)


def _story(folder: Path, *reports: tuple[str, str]) -> Story:
    lines = ({"title": text.split("\n")[0], "text": text, "published": day} for day, text in reports)
    marked = tuple(flow.marked(flow.read(rows(folder, *lines, language="en"))))
    return with_events(group(marked, one_story=True)[0])


def days_of(tmp_path: Path, *reports: tuple[str, str]) -> dict[str, list[str]]:
    """The days of which a story's mentions can be, by their words."""
    story = _story(tmp_path, *reports)
    seen = tuple(mentions(story))
    days = Days(seen, grouped(story, seen), story.origin_by_report())
    return {mention.event.head: list(days.signs(mention)) for mention in seen}


def test_what_is_told_in_the_words_of_a_day_is_of_that_day(tmp_path: Path) -> None:
    found = events(tmp_path, ("2031-03-12", LEAD), ("2031-03-13", LATER.format("Flames reached the cranes.")))
    fell = one(found, "fell")
    assert (fell.date, fell.basis) == ("2031-03-10", "inferred")


def test_its_day_can_be_the_one_that_other_reports_tell_or_none(tmp_path: Path) -> None:
    candidates = days_of(tmp_path, ("2031-03-12", LEAD), ("2031-03-13", LATER.format("")))
    assert set(candidates["fell"]) >= {NONE, "2031-03-10"}


def test_no_day_after_its_report_is_its_day(tmp_path: Path) -> None:
    early = "Cranes of Tessen\n\nThe cranes of the Tessen yard fell into the harbour, and the yard burned."
    candidates = days_of(tmp_path, ("2031-03-12", LEAD), ("2031-03-05", early))
    assert not [day for day in candidates["fell"] if day > "2031-03-05"]


@pytest.mark.parametrize("when", ["in 1999", "for three years", "two decades ago"])
def test_a_sentence_that_names_another_time_takes_no_day(tmp_path: Path, when: str) -> None:
    text = LATER.format(f"Thieves damaged the cranes of the yard {when}.")
    found = events(tmp_path, ("2031-03-12", LEAD), ("2031-03-13", text))
    assert one(found, "damaged").date != "2031-03-10"


def test_where_no_report_tells_a_day_nothing_has_one(tmp_path: Path) -> None:
    text = LATER.format("Flames reached the cranes.")
    assert {event.date for event in events(tmp_path, ("", text), ("", text.replace("mourn", "bewail")))} == {None}


def test_a_day_that_is_only_inferred_is_worth_less_than_one_that_is_told(tmp_path: Path) -> None:
    story = _story(tmp_path, ("2031-03-12", LEAD), ("2031-03-13", LATER.format("")))
    seen = tuple(mentions(story))
    days = Days(seen, grouped(story, seen), story.origin_by_report())
    (fell,) = (dating for mention in seen if mention.event.head == "fell" and (dating := days.of(mention)))
    assert ENOUGH * WORTH <= fell.worth <= WORTH
