"""Lines set in capitals, as a running text has them."""

from __future__ import annotations

import pytest

from dateline.language.english.headlines import quiet


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Two Killed In Bank Robbery Near Halvern", "Two killed in bank robbery near Halvern"),
        ("MAN DIES IN HALVERN FIRE", "Man dies in Halvern fire"),
        ("Mayor Resigns Over UN Report", "Mayor resigns over UN report"),
        ("The mayor of Halvern resigned.", "The mayor of Halvern resigned."),
    ],
)
def test_a_line_set_in_capitals(line: str, written: str) -> None:
    assert quiet([line]) == [written]


def test_what_other_lines_write_with_a_capital_is_a_name() -> None:
    lines = ["Mayor Baker Resigns After Bribery Probe", "On Monday the mayor, Tom Baker, resigned."]
    assert quiet(lines) == ["Mayor Baker resigns after bribery probe", lines[1]]
