"""A day that no masthead gives: furniture before text, and no day without evidence of its year."""

from __future__ import annotations

from pathlib import Path

from made import read

BODY = (
    "The harbour at Tollen was closed on Monday after a ferry ran aground in fog, the port authority said on the radio.\n\n"
    "Nobody was hurt, but forty passengers spent the night on board while tugs waited for the tide to turn."
)


def test_a_date_that_the_text_tells_of_is_not_the_reports(tmp_path: Path) -> None:
    text = f"Ferry aground\n\nBy Mira Tolland\n\nMarch 10 at 7:00 AM\n\n{BODY} The ferry was built on Sept. 9, 1990, in Osk.\n"
    assert read(tmp_path, text).published.value is None


def test_a_day_of_the_furniture_with_the_year_of_the_copyright_line(tmp_path: Path) -> None:
    foot = "© 2031 The Tollen Herald. All rights reserved."
    text = f"Ferry aground\n\nBy Mira Tolland\n\nMarch 10 at 7:00 AM\n\n{BODY}\n\n{foot}\n"
    made = read(tmp_path, text).published
    assert (made.value, made.basis) == ("2031-03-10", "inferred")
    assert made.cite is not None
    assert made.cite.text == "March 10"


def test_a_day_of_the_furniture_with_a_full_date_near_it(tmp_path: Path) -> None:
    text = f"Ferry aground\n\nMarch 10 at 7:00 AM\n\n{BODY} It had left Osk on March 9, 2031, and was built on May 2, 1990.\n"
    assert read(tmp_path, text).published.value == "2031-03-10"


def test_the_latest_date_of_the_lead_that_stands_with_its_weekday(tmp_path: Path) -> None:
    text = f"Ferry aground\n\n{BODY} It had left Osk on Sunday, March 9, 2031, with forty people aboard.\n"
    made = read(tmp_path, text).published
    assert (made.value, made.basis) == ("2031-03-09", "inferred")


def test_a_day_that_is_still_to_come_is_not_the_reports(tmp_path: Path) -> None:
    text = f"Ferry aground\n\n{BODY} Its captain will open a gala, televised live on Sunday, March 9, 2031, in Osk.\n"
    assert read(tmp_path, text).published.value is None


def test_a_date_without_a_weekday_may_be_of_any_year_before(tmp_path: Path) -> None:
    text = f"Ferry aground\n\n{BODY} Its captain had been fined on March 9, 2031, for a collision off Osk.\n"
    assert read(tmp_path, text).published.value is None


def test_an_old_date_in_a_text_that_knows_later_years(tmp_path: Path) -> None:
    text = f"Ferry aground\n\n{BODY} It was built on Sept. 9, 1990, and rebuilt in 2018.\n"
    assert read(tmp_path, text).published.value is None


def test_a_date_in_a_line_of_its_own(tmp_path: Path) -> None:
    assert read(tmp_path, f"Ferry aground\n\nHarbour Post, March 9, 2031\n\n{BODY}\n").published.value == "2031-03-09"
