"""A story as of a day is told once, and kept while there is room and the story is not told anew."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.desk import Desk
from dateline.records import judgement
from dateline.store.rows import Filter, Page
from dateline.web import app, past

FIRST = """Bridge at Holm to close in May

March 4, 2031

The bridge at Holm will close in May, mayor Ida Brandt said on Tuesday. "The cables are worn," she said.
"""
SECOND = """Bridge at Holm stays open until August

April 9, 2031

The closing of the bridge at Holm was put off until August, mayor Ida Brandt said on Wednesday.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in (("first", FIRST), ("second", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text)
    with Desk.create(tmp_path / "bridge.desk") as opened:
        list(opened.add(tmp_path / "first.txt"))
        list(opened.add(tmp_path / "second.txt"))
        opened.judge(judgement("same-story", "first", "second", None, None, None))
        opened.retell()
    return tmp_path / "bridge.desk"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The days as of which something was told, as they are told."""
    days: list[str] = []
    before = past.as_of

    def counted(opened: Desk, name: str, day: str, share: bool) -> past.Page:
        days.append(day)
        return before(opened, name, day, share)

    monkeypatch.setattr(past, "as_of", counted)
    return days


def test_a_story_is_told_as_of_a_day_once_until_it_is_told_anew(desk: Path, told: list[str]) -> None:
    def name() -> str:
        with Desk.open(desk) as opened:
            return opened.shelf.stories(Filter(), Page(limit=1))[1][0].id

    address = f"/stories/{name()}?as_of=2031-03-20"
    with TestClient(app(desk), base_url="http://127.0.0.1") as client:
        first = client.get(address).text
        assert "in May" in first and "until August" not in first and told == ["2031-03-20"]
        with Desk.open(desk) as opened:  # the answer is another, for it has the note; the account is not
            opened.reader.write(name(), "Ask the mayor.", "2031-04-10T00:00:00+00:00")
        assert "Ask the mayor." in client.get(address).text and told == ["2031-03-20"]
        assert client.get(address.replace("03-20", "01-02")).status_code == 404
        assert client.get(address.replace("03-20", "01-02") + "&x=1").status_code == 404
        assert told == ["2031-03-20", "2031-01-02"]
        with Desk.open(desk) as opened:
            opened.judge(judgement("called", name(), "first", None, None, "The Holm bridge case"))
            opened.retell()
        assert "The Holm bridge case" in client.get(address).text
        assert told == ["2031-03-20", "2031-01-02", "2031-03-20"]


def test_what_is_kept_has_its_room(desk: Path, told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = past.Past(desk, share=False)
    monkeypatch.setattr(past, "ROOM", 3 * past.AROUND)
    with Desk.open(desk) as opened:
        for day in ("01", "02", "03", "04", "02", "01"):  # of each there is nothing: it takes what is around a page
            kept.at_once(past.Then("s-none", "1", f"2031-01-{day}"), opened)
    kept.end()
    assert [day[-2:] for day in told] == ["01", "02", "03", "04", "01"]


def test_who_looks_at_a_story_finds_its_other_days_told(desk: Path, told: list[str]) -> None:
    with Desk.open(desk) as opened:
        name = opened.shelf.stories(Filter(), Page(limit=1))[1][0].id
        then = past.Then(name, opened.shelf.made_of(name), "2031-03-04")
        kept = past.Past(desk, share=False)
        kept.ahead(then.name, then.made_of, [then.day])
        for _ in range(600):
            if then in kept._kept:
                break
            time.sleep(0.1)
        ahead = kept.at_once(then, opened)
        assert told == [] and ahead.status == 200 and kept.done == 0  # nobody waited for it
        kept.end()
        assert ahead == past.as_of(opened, then.name, then.day, share=False)


def test_the_days_nearest_to_the_one_that_is_looked_at_are_told_first(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(past.Past, "ahead", lambda self, name, made_of, days: asked.append(list(days)))
    with Desk.open(desk) as opened:
        for day in ("01", "10", "20"):
            text = SECOND.replace("April 9", f"April {day}").replace("August", f"August {day}")
            (desk.parent / f"more{day}.txt").write_text(text)
            list(opened.add(desk.parent / f"more{day}.txt"))
            opened.judge(judgement("same-story", "first", f"more{day}", None, None, None))
        opened.retell()
        name = opened.shelf.stories(Filter(), Page(limit=1))[1][0].id
        days = opened.shelf.days_of(name)
    assert len(days) == 5
    with TestClient(app(desk), base_url="http://127.0.0.1") as client:
        client.get(f"/stories/{name}")
        client.get(f"/stories/{name}?at=2")
    assert asked == [days[3::-1], [days[1], days[0], days[2], days[3]]]
