"""How often each part is right, as the page's foot says it, is what the bench measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dateline
from dateline import contract
from dateline.language import tables
from dateline.show.page import html
from made import files

FLOORS = json.loads((Path(__file__).parents[2] / "bench" / "floors.json").read_text())


@pytest.mark.parametrize("row", tables.table("measured"), ids=lambda row: row["part"])
def test_each_figure_is_that_of_the_bench(row: tables.Row) -> None:
    floor = FLOORS[row["area"]]["floors"][row["key"]]
    assert abs(float(row["right"]) - floor) <= 1, "write the figure of bench/floors.json into data/measured.tsv"


def test_the_account_and_the_foot_of_its_page_say_them(tmp_path: Path) -> None:
    account = dateline.tell(
        files(tmp_path, one="Ferry stops\n\n3 March 2031\n\nThe ferry Sula stopped in Rask on Monday.\n")
    )
    page = html(account)
    assert "How often each part is right" in page
    assert all(row["part"] in page for row in tables.table("measured"))
    told = contract.account(account)["measured"]
    assert told == [
        {"part": row["part"], "right": int(row["right"]), "on": row["on"]} for row in tables.table("measured")
    ]
