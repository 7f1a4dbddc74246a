"""The matrix of deeds: a row for each who did something, a column for each to whom; what stands in none is counted."""

from __future__ import annotations

from dateline.cite import Span, cite
from dateline.records import Deed
from dateline.show.page.who_to_whom import MOST, matrix


def deed(who: str, whom: str, number: int = 0) -> Deed:
    told = cite("r", f"{who} sent aid to {whom}.", Span(0, len(who)))
    return Deed(
        id=f"d-{number}", event="e", date=None, source=None, source_text=who, source_code=None, plover="AID", cameo="07",
        mode=None, target=None, target_text=whom, target_code=None, status="happened", context=(), why="", cites=(told,),
        origins=(),
    )  # fmt: skip


def test_no_deed_no_matrix() -> None:
    assert matrix([]) is None


def test_who_did_most_stands_first() -> None:
    made = matrix([deed("Chad", "Norway", 1), deed("Norway", "Chad", 2), deed("Norway", "Peru", 3)])
    assert made is not None
    assert made.rows == ("Norway", "Chad")
    assert [one.id for one in made.cells["Norway", "Peru"]] == ["d-3"]
    assert made.left == 0


def test_what_has_no_place_is_counted() -> None:
    made = matrix([deed(f"A{number}", "B", number) for number in range(MOST + 3)])
    assert made is not None
    assert len(made.rows) == MOST
    assert made.left == 3
