"""An account in a notebook: frames of either library, what a cell shows, and what is said where something is missing."""

from __future__ import annotations

import sys
from dataclasses import replace

import pandas as pd
import polars as pl
import pytest

from dateline.errors import InputError
from dateline.records import Account
from dateline.show.forms import tables


@pytest.mark.parametrize("name", tables.NAMES)
def test_both_libraries_have_each_table(name: str, cup: Account) -> None:
    table = tables.table(cup, name)
    wide, tall = cup.frame(name, "pandas"), cup.frame(name, "polars")
    assert list(wide.columns) == tall.columns == list(table.columns)
    assert len(wide) == tall.height == len(table.rows)


def test_pandas_comes_first_and_cells_that_are_not_known_are_missing(cup: Account) -> None:
    told = cup.frame("statements")
    assert isinstance(told, pd.DataFrame)
    assert told["name"].isna().sum() == sum(one.speaker is None for one in cup.stories[0].findings.statements)
    said = told.groupby("name").size()
    assert said.sum() == sum(one.speaker is not None for one in cup.stories[0].findings.statements)
    cites = cup.frame("cites").merge(cup.frame("timeline")[["id", "label"]], on="id")
    assert set(cites["of"]) == {"timeline"}


def test_polars_keeps_kinds_where_there_is_no_row(account: Account) -> None:
    deeds = account.frame("deeds", "polars")
    assert deeds.schema["quad"] == pl.Int64
    assert deeds.height == 0


def test_the_other_library_is_taken_where_one_is_missing(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert isinstance(account.frame("people"), pl.DataFrame)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(InputError, match="pip install pandas"):
        account.frame("people")
    with pytest.raises(InputError, match="pip install polars"):
        account.frame("people", "polars")


def test_a_table_that_is_none_is_named_with_those_that_are(account: Account) -> None:
    with pytest.raises(InputError, match="one of reports, stories, brief"):
        account.frame("quotes")


def test_a_cell_shows_an_account_a_story_and_a_timeline(account: Account) -> None:
    whole, story = account._repr_html_(), account.stories[0]._repr_html_()
    timeline = account.stories[0].findings._repr_html_()
    assert "Footbridge to Rask put off" in whole
    assert "Nine or eleven people were hurt." in story
    assert "[01-wire and 03-echo] disputed" in story
    assert "<td>2 Feb 2032</td><td>The old bridge fell</td>" in timeline
    assert timeline in story


def test_nothing_of_a_report_is_markup_in_a_cell(account: Account) -> None:
    told = replace(account.stories[0], title="<script>alert(1)</script>")
    assert "<script" not in told._repr_html_()
    assert "<script" not in replace(account, stories=(told,))._repr_html_()
