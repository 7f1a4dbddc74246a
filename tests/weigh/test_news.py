"""What is news: deeds told in headlines and main clauses are, states, habits and what is only said or named are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from made import events, one

LEAD = "Brandt buys Tessen yard\n\nThe shipowner Ivo Brandt bought the Tessen yard on Tuesday."


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("Greta Holm lives in a house beside the yard.", "lives"),
        ("Brandt is represented by the lawyer Greta Holm.", "represented"),
        ("“Nobody believed it,” said Greta Holm.", "believed"),
    ],
)
def test_a_state_is_less_news_than_the_deed_that_a_report_leads_with(tmp_path: Path, told: str, head: str) -> None:
    found = events(tmp_path, ("2031-03-12", f"{LEAD} {told}"))
    assert one(found, "bought").news > 0.7
    assert one(found, head).news < 0.3


def test_what_the_leads_of_other_reports_tell_is_news(tmp_path: Path) -> None:
    told = "Quiet week in Tessen\n\nThe harbour was quiet. Ivo Brandt bought the Tessen yard."
    alone = one(events(tmp_path / "a", ("2031-03-12", told)), "bought")
    beside = one(events(tmp_path / "b", ("2031-03-12", told), ("2031-03-12", LEAD)), "bought")
    assert beside.news > alone.news
