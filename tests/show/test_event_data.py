"""Deeds in the columns of other sets of event data."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import dateline
from dateline.show.forms import event_data
from made import files

SAID = "Norway expels two diplomats\nNorway expelled two diplomats of Chad on Monday over the raid on its embassy."


def rows(folder: Path, form: str, text: str = SAID) -> list[dict[str, str]]:
    head, body = text.split("\n")
    made = dateline.tell(files(folder, r0=f"{head}\n\nMarch 5, 2031\n\n{body}\n"))
    return list(csv.DictReader(io.StringIO(event_data.table(made, form)), delimiter="\t"))


def test_the_columns_are_those_of_the_sets() -> None:
    assert (len(event_data.POLECAT), len(event_data.GDELT)) == (40, 61)
    assert len(set(event_data.POLECAT)) == 40
    assert len(set(event_data.GDELT)) == 61


def test_polecat(tmp_path: Path) -> None:
    row = next(one for one in rows(tmp_path, "polecat") if one["Event Type"] == "SANCTION")
    assert (row["Quad Code"], row["Actor Country"], row["Actor Name"]) == ("MATERIAL CONFLICT", "NOR", "Norway")
    assert row["Event Date"] == "2031-03-03"


@pytest.mark.parametrize(
    ("text", "kind", "quad"),
    [
        ("Norway frees two\nNorway freed two diplomats of Chad on Monday in Oslo.", "RETREAT", "MATERIAL COOPERATION"),
        ("Norway lifts curfew\nNorway lifted the curfew in Oslo on Monday.", "CONCEDE", "VERBAL COOPERATION"),
    ],
)
def test_polecat_parts_yielding_in_two(tmp_path: Path, text: str, kind: str, quad: str) -> None:
    assert (kind, quad) in {(one["Event Type"], one["Quad Code"]) for one in rows(tmp_path, "polecat", text)}


def test_gdelt(tmp_path: Path) -> None:
    row = next(one for one in rows(tmp_path, "gdelt") if one["EventRootCode"] == "16")
    assert (row["EventCode"], row["QuadClass"], row["Actor1Code"], row["SQLDATE"]) == ("166", "4", "NOR", "20310303")


@pytest.mark.parametrize("form", event_data.FORMATS)
def test_what_is_denied_is_left_out(tmp_path: Path, form: str) -> None:
    text = "Norway denies raid\nNorway denied that its soldiers had attacked a village in Chad on Monday."
    assert not [
        one for one in rows(tmp_path, form, text) if "ASSAULT" in one.values() or one.get("EventRootCode") == "19"
    ]
