"""What who reads a desk keeps on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.records import judgement
from dateline.store.shelf import Filter, Page

BREAD = (
    "Bakery wins prize\n\nMarch 4, 2031\n\nA bakery in Sund won the prize for rye bread on Monday, the guild said.\n"
)
FERRY = (
    "Ferry runs aground\n\nMarch 6, 2031\n\nThe ferry Marit ran aground off Halvern on Thursday, the coastguard said.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    for name, text in (("bread", BREAD), ("ferry", FERRY)):
        (tmp_path / f"{name}.txt").write_text(text)
    with Desk.create(tmp_path / "two.desk") as opened:
        list(opened.add(tmp_path / "bread.txt", tmp_path / "ferry.txt"))
        opened.retell()
        yield opened


def stories(desk: Desk) -> dict[str, str]:
    """Each story's id by its report's."""
    rows = desk.shelf.items(Filter("report"), Page())[1]
    return {row.id: row.story for row in rows}


def test_a_story_is_followed_until_it_is_not(desk: Desk) -> None:
    bread = stories(desk)["bread"]
    empty = desk.reader.state()
    desk.reader.follow(bread, "2031-03-09T10:00:00+00:00")
    assert desk.reader.followed() == (bread,)
    assert desk.reader.follows(bread) and not desk.reader.follows(stories(desk)["ferry"])
    assert desk.reader.state() != empty
    desk.reader.unfollow(bread)
    assert desk.reader.followed() == ()
    with pytest.raises(DeskError, match="no story s-none"):
        desk.reader.follow("s-none", "2031-03-09")


def test_what_is_kept_stays_with_a_story_that_becomes_part_of_another(desk: Desk) -> None:
    bread = stories(desk)["bread"]
    desk.reader.follow(bread, "2031-03-09")
    number = desk.reader.write(bread, "Ask the baker.", "2031-03-09T10:00:00+00:00")
    desk.judge(judgement("same-story", "bread", "ferry"))
    desk.retell()
    (merged,) = set(stories(desk).values())
    assert merged != bread
    assert desk.reader.followed() == (merged,)
    assert [(note.number, note.text) for note in desk.reader.notes(merged)] == [(number, "Ask the baker.")]
    desk.reader.erase(number)
    assert desk.reader.notes(merged) == ()
    with pytest.raises(DeskError, match="no note"):
        desk.reader.erase(number)


def test_a_search_is_kept_once(desk: Desk) -> None:
    for _ in range(2):
        desk.reader.save("q=rye", "2031-03-09")
    desk.reader.save("kind=plan&q=prize", "2031-03-09")
    assert desk.reader.saved() == ("q=rye", "kind=plan&q=prize")
    desk.reader.drop("q=rye")
    assert desk.reader.saved() == ("kind=plan&q=prize",)
