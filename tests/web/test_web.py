"""The web app: the page of a desk, its account, and decisions from its own pages only."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.records import OnDate
from dateline.web import app

TEXT = """Bakery wins prize

March 4, 2031

A bakery in Sund won the prize for rye bread on Monday, the guild said. <script>alert(1)</script>
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bread.txt").write_text(TEXT)
    with Desk.create(tmp_path / "bread.desk") as opened:
        list(opened.add(tmp_path / "bread.txt"))
        opened.retell()
    return tmp_path / "bread.desk"


@pytest.fixture
def client(desk: Path) -> TestClient:
    return TestClient(app(desk), base_url="http://localhost")


def test_the_page_is_told_and_escaped(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "Bakery wins prize" in page.text
    assert "<script>alert(1)" not in page.text


def test_the_account_is_the_contracts(client: TestClient) -> None:
    assert client.get("/account.json").json()["stories"][0]["reports"] == ["bread"]


def test_a_decision_is_remembered(client: TestClient, desk: Path) -> None:
    form = {"kind": "when", "a": "bread", "b": "2031-03-05"}
    assert client.post("/judge", data=form, follow_redirects=False).status_code == 303
    with Desk.open(desk) as opened:
        (decision,) = opened.judgements()
    assert isinstance(decision, OnDate)
    assert (decision.report, decision.day, decision.by) == ("bread", "2031-03-05", "app")
    assert decision.on and datetime.fromisoformat(decision.on).tzinfo


def test_another_sites_page_decides_nothing(client: TestClient, desk: Path) -> None:
    form = {"kind": "when", "a": "bread", "b": "2031-03-05"}
    assert client.post("/judge", data=form, headers={"origin": "http://elsewhere.example"}).status_code == 403
    with Desk.open(desk) as opened:
        assert opened.judgements() == ()


def test_what_is_no_decision_is_refused(client: TestClient) -> None:
    assert client.post("/judge", data={"kind": "guess", "a": "bread", "b": "x"}).status_code == 422
    assert client.post("/judge", data={"kind": "copy-of", "a": "bread", "b": "gone"}).status_code == 422
    assert client.post("/judge", data={"kind": "copy-of", "a": "bread"}).status_code == 422
    refused = client.post("/judge", data={"kind": "when", "a": "bread", "b": "yesterday"})
    assert refused.status_code == 422 and "no ISO day" in refused.json()["detail"]


def test_another_host_name_is_not_answered(client: TestClient) -> None:
    assert client.get("/", headers={"host": "dateline.example"}).status_code == 400


def test_a_look_tells_nothing_and_a_change_is_told_in_the_background(desk: Path, tmp_path: Path) -> None:
    with TestClient(app(desk), base_url="http://localhost") as looking:
        (tmp_path / "buns.txt").write_text(TEXT.replace("rye bread", "sweet buns").replace("Bakery", "Grocer"))
        with Desk.open(desk) as opened:
            list(opened.add(tmp_path / "buns.txt"))
        assert "Bakery wins prize" in looking.get("/").text
        until = time.monotonic() + 120
        while "Grocer wins prize" not in looking.get("/").text:
            assert time.monotonic() < until, "was not told in two minutes"
            time.sleep(0.5)
    with Desk.open(desk) as opened:
        assert "buns" in opened.news().reports  # a look is no asking for news


def test_no_desk_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="is missing"):
        app(tmp_path / "none.desk")
