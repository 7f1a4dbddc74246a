"""What who reads a desk keeps on it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.records import judgement
from dateline.store.rows import Filter, Page

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


def test_the_views_hold_what_the_lists_hold(desk: Desk, tmp_path: Path) -> None:
    kinds = ("report", "statement", "event", "plan", "conflict", "question", "person")
    with closing(sqlite3.connect(f"file:{tmp_path / 'two.desk'}?mode=ro", uri=True)) as db:
        for kind in kinds:
            name = "people" if kind == "person" else f"{kind}s"
            rows = db.execute(f"SELECT id, title, story, json FROM {name} ORDER BY id").fetchall()
            listed = desk.shelf.items(Filter(kind), Page(limit=500))[1]
            assert [row[:3] for row in rows] == sorted((one.id, one.title, one.story) for one in listed), kind
            assert {row[0]: json.loads(row[3]) for row in rows} == {one.id: one.record for one in listed}
        assert db.execute("SELECT id FROM stories ORDER BY id").fetchall() == sorted(
            (name,) for name in set(stories(desk).values())
        )
        texts = {report.id: report.text for report in desk.reports()}
        words = db.execute('SELECT report, start, "end" FROM cites').fetchall()
        assert words and all(texts[report][start:end].strip() for report, start, end in words)
        assert db.execute("SELECT count(*) FROM takes_parts").fetchone()[0] > 0
