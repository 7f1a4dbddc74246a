"""A desk in bad states: empty, locked, gone, judged by two at once; odd titles. Pages say what is wrong and what to do."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.desk import Desk
from dateline.store import file
from dateline.web import app

TEXT = """Bakery wins prize

March 4, 2031

A bakery in Sund won the prize for rye bread on Monday, the guild said.
"""
PAGES = (
    "/",
    "/calendar",
    "/plans",
    "/alerts",
    "/judgements",
    "/search?q=bread",
    "/search",
    "/api/v1/stories",
    "/api/v1/status",
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bread.txt").write_text(TEXT)
    with Desk.create(tmp_path / "bread.desk") as opened:
        list(opened.add(tmp_path / "bread.txt"))
        opened.retell()
    return tmp_path / "bread.desk"


def looked(desk: Path) -> TestClient:
    return TestClient(app(desk), base_url="http://localhost")


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/reports/bread").text)
    assert found
    return found[1]


@contextmanager
def locked(desk: Path) -> Iterator[None]:
    """Another process is writing to it."""
    with closing(sqlite3.connect(desk, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_desk_of_which_nothing_is_there_has_all_its_pages(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "empty.desk") as opened:
        opened.retell()
    client = looked(tmp_path / "empty.desk")
    for address in PAGES:
        assert client.get(address).status_code == 200, address
    assert "dateline add" in client.get("/").text
    assert "Nothing that was told" in client.get("/search?q=bread").text


def test_a_desk_that_is_locked_is_read_and_what_cannot_be_written_is_said(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "WAIT", 1)
    client = looked(desk)
    form = {"kind": "when", "a": "bread", "b": "2031-03-05", "token": token(client), "back": "/reports/bread"}
    took: list[float] = []
    answers: list[Any] = []
    with locked(desk):
        waiting = threading.Thread(target=lambda: answers.append(client.post("/judge", data=form)))
        waiting.start()
        time.sleep(0.2)  # it waits for who writes, and nobody who looks waits for it
        for address in PAGES:
            start = time.perf_counter()
            assert looked(desk).get(address).status_code == 200
            took.append(time.perf_counter() - start)
        waiting.join()
        refused = answers[0]
        assert refused.status_code == 503
        said = refused.text
        assert "another process is writing to it" in said and "<h1" in said
    assert client.post("/judge", data=form, follow_redirects=False).status_code == 303
    with Desk.open(desk) as opened:
        assert len(opened.judgements()) == 1


def test_a_desk_that_is_gone_is_said_and_found_again(desk: Path) -> None:
    client = looked(desk)
    assert client.get("/").status_code == 200
    given = token(client)
    for one in desk.parent.glob("bread.desk*"):
        one.rename(one.with_name(f"moved-{one.name}"))
    for address in PAGES[:-1]:
        gone = client.get(address)
        assert gone.status_code == 503 and "is missing" in gone.text, address
    refused = client.post("/judge", data={"kind": "when", "a": "bread", "b": "2031-03-05", "token": given})
    assert refused.status_code == 503 and "is missing" in refused.text
    for one in desk.parent.glob("moved-*"):
        one.rename(one.with_name(one.name.removeprefix("moved-")))
    assert client.get("/").status_code == 200


def test_a_file_that_is_no_desk_any_more_is_said(desk: Path) -> None:
    client = looked(desk)
    assert client.get("/").status_code == 200
    desk.unlink()
    desk.write_text("not a database at all, but some words\n" * 200)
    said = client.get("/")
    assert said.status_code == 503 and "name another file" in said.text


def test_two_browsers_judge_at_once_and_both_are_heard(desk: Path) -> None:
    client = looked(desk)
    given = token(client)
    answers: list[int] = []

    def judge(number: int) -> None:
        form = {"kind": "when", "a": "bread", "b": f"2031-03-{number + 1:02}", "token": given, "back": "/"}
        answers.append(client.post("/judge", data=form, follow_redirects=False).status_code)

    browsers = [threading.Thread(target=judge, args=(number,)) for number in range(12)]
    for one in browsers:
        one.start()
    for one in browsers:
        one.join()
    assert answers == [303] * 12
    rows = client.get("/api/v1/judgements").json()["items"]
    assert len(rows) == len({row["row"] for row in rows}) == 12
    undo = {"row": str(rows[0]["row"]), "token": given, "back": "/"}
    assert client.post("/undo", data=undo, follow_redirects=False).status_code == 303
    twice = client.post("/undo", data=undo)
    assert twice.status_code == 422 and "withdrawn already" in twice.text


LONG = "The council of Sund decides on the harbour " * 16
TURNED = "مجلس المدينة \u202e يقرر الميناء"


@pytest.mark.parametrize("title", [LONG.strip(), TURNED, "x" * 700, "<b>&amp;</b> =1+1 \u0000"])
def test_titles_that_are_long_or_read_from_the_right(tmp_path: Path, title: str) -> None:
    lines = [
        {
            "id": f"odd{n}",
            "title": title,
            "outlet": title[:200],
            "published": "2031-03-04",
            "text": f"{title}\n\n{TEXT}",
        }
        for n in (1, 2)
    ]
    (tmp_path / "odd.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with Desk.create(tmp_path / "odd.desk") as opened:
        list(opened.add(tmp_path / "odd.jsonl"))
        opened.retell()
    client = looked(tmp_path / "odd.desk")
    rows = client.get("/api/v1/stories").json()["items"]
    parts = ("", "/events", "/origins", "/new", "/judge", "/export")
    stories = [f"/stories/{row['id']}{part}" for row in rows for part in parts]
    for address in (*PAGES, *stories, "/reports/odd1", "/search?q=council", "/search?kind=report", "/alerts.atom"):
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[:300])
        assert "\u202e" not in answer.text and "\x00" not in answer.text, address
        assert "<b>&amp;" not in answer.text or address.startswith("/api"), address


def test_where_nothing_was_looked_for_it_is_not_said_that_nothing_is_there(tmp_path: Path) -> None:
    body = "قال رئيس البلدية إن الميناء سيغلق في يونيو بسبب نقص التمويل، وأضاف أن المجلس سيجتمع يوم الاثنين."
    lines = [
        {
            "id": f"ar{n}",
            "title": "الميناء",
            "outlet": "صحيفة",
            "language": "ar",
            "published": f"2031-03-0{n}",
            "text": body,
        }
        for n in (4, 5)
    ]
    (tmp_path / "ar.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with Desk.create(tmp_path / "ar.desk") as opened:
        list(opened.add(tmp_path / "ar.jsonl"))
        opened.retell()
    client = looked(tmp_path / "ar.desk")
    name = client.get("/api/v1/stories").json()["items"][0]["id"]
    for address in (f"/stories/{name}", f"/stories/{name}/events", "/reports/ar4"):
        page = client.get(address).text
        assert "Not measured: " in page and "Dateline found no" not in page and "None was taken" not in page, address
    assert "صحيفة\N{LEFT-TO-RIGHT MARK}, 4 Mar 2031" in client.get(f"/stories/{name}/origins").text
