"""The word lists: each says where it is from; a broken one is named."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dateline.errors import LexiconError
from dateline.language import tables

NAMES = sorted(
    p.name.removesuffix(".tsv") for p in (files("dateline.language") / "data").iterdir() if p.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", NAMES)
def test_each_list_has_rows_a_source_and_a_licence(name: str) -> None:
    assert tables.table(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_row_stands_twice(name: str) -> None:
    rows = [tuple(row.values()) for row in tables.table(name)]
    assert len(rows) == len(set(rows)), sorted({row for row in rows if rows.count(row) > 1})


def test_a_missing_list_is_named() -> None:
    with pytest.raises(LexiconError, match=r"no-such\.tsv is missing"):
        tables.table("no-such")
