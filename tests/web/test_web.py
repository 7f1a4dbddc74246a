"""The web app: the page of a desk, its account, and decisions from its own pages only."""

from __future__ import annotations

import gc
import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import feedparser
import pytest
from fastapi.testclient import TestClient

from dateline import contract
from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.records import OnDate, judgement
from dateline.store.watching import Sign
from dateline.web import SELDOM, app

CUP = Path(__file__).parent.parent.parent / "examples" / "cup"
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


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/reports/bread").text)
    assert found
    return found[1]


@pytest.mark.parametrize("address", ["/", "/reports/bread", "/api/v1/stories", "/api/v1/accounts/latest", "/nothing"])
def test_a_head_is_answered_as_a_look_without_the_body(client: TestClient, address: str) -> None:
    looked, head = client.get(address), client.head(address)
    assert (head.status_code, head.content) == (looked.status_code, b"")
    assert head.headers.get("content-length") == looked.headers.get("content-length")
    assert (
        head.headers["content-security-policy"].split("'sha")[0]
        == looked.headers["content-security-policy"].split("'sha")[0]
    )


def test_the_pages_show_what_was_told_escaped(client: TestClient) -> None:
    (story,) = client.get("/api/v1/stories").json()["items"]
    for address in (
        "/", f"/stories/{story['id']}", f"/stories/{story['id']}/judge", "/reports/bread", "/search?q=bakery",
    ):  # fmt: skip
        page = client.get(address)
        assert page.status_code == 200, address
        assert "Bakery wins" in page.text
        assert "<script>alert(1)" not in page.text
    for address in ("/plans", "/judgements", "/search", "/search?q=%22", "/?page=999999999&since=never&status=odd"):
        assert client.get(address).status_code == 200, address


def test_what_is_not_there_says_what_to_do(client: TestClient) -> None:
    for address in ("/stories/s-none", "/stories/s-none/judge", "/reports/none", "/people/p-none", "/nowhere"):
        page = client.get(address)
        assert page.status_code == 404 and 'href="/search"' in page.text, address
    assert client.get("/compare?a=bread").status_code == 422
    assert client.get("/compare?a=bread&b=none").status_code == 404
    assert client.get("/api/v1/stories/none").json()["detail"].startswith("no story none")


def test_a_desk_of_which_nothing_is_told_says_so(tmp_path: Path) -> None:
    Desk.create(tmp_path / "empty.desk").__exit__()
    waiting = TestClient(app(tmp_path / "empty.desk"), base_url="http://localhost")
    for address in ("/", "/search?q=x", "/api/v1/stories", "/api/v1/accounts/latest"):
        answer = waiting.get(address)
        assert answer.status_code == 503 and answer.headers["retry-after"], address
    assert waiting.get("/api/v1/status").json()["edition"] is None
    with Desk.open(tmp_path / "empty.desk") as opened:
        opened.retell()
    assert "The desk is empty" in waiting.get("/").text


def test_the_account_is_the_contracts(client: TestClient, desk: Path) -> None:
    with Desk.open(desk) as opened:
        kept = contract.account(opened.tell())
    assert client.get("/account.json").json() == kept
    assert client.get("/api/v1/accounts/1").json() == kept
    assert client.get("/api/v1/accounts/99").status_code == 404
    for odd in ("0", "-1", "9" * 30, "first"):
        assert client.get(f"/api/v1/accounts/{odd}").status_code == 422
    assert client.get(f"/api/v1/stories/{kept['stories'][0]['id']}").json() == kept["stories"][0]
    assert client.get("/api/v1/reports/bread").json() == kept["reports"][0]


def test_a_decision_is_remembered_and_undone(client: TestClient, desk: Path) -> None:
    form = {"kind": "when", "a": "bread", "b": "2031-03-05", "token": token(client), "back": "/reports/bread"}
    answer = client.post("/judge", data=form, follow_redirects=False)
    assert answer.status_code == 303
    done = client.get(answer.headers["location"])
    assert "Undo" in done.text
    with Desk.open(desk) as opened:
        ((row, decision),) = opened.decisions()
    assert isinstance(decision, OnDate)
    assert (decision.report, decision.day, decision.by) == ("bread", "2031-03-05", "app")
    assert decision.on and datetime.fromisoformat(decision.on).tzinfo
    assert "2031-03-05" in client.get("/judgements").text
    undo = {"row": str(row), "token": form["token"], "back": "//elsewhere.example"}
    assert client.post("/undo", data=undo, follow_redirects=False).headers["location"] == "/?done=undone"
    assert client.post("/undo", data=undo).status_code == 422
    with Desk.open(desk) as opened:
        assert opened.decisions() == ()


def test_another_sites_page_decides_nothing(client: TestClient, desk: Path) -> None:
    form = {"kind": "when", "a": "bread", "b": "2031-03-05", "token": token(client)}
    for headers in ({"origin": "http://elsewhere.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert client.post("/judge", data=form, headers=headers).status_code == 403
        assert client.post("/api/v1/judgements", json=form, headers=headers).status_code == 403
    for wrong in ("", "x", "é"):
        assert client.post("/judge", data={**form, "token": wrong}).status_code == 403
    as_text = {"content": json.dumps(form), "headers": {"content-type": "text/plain"}}
    assert client.post("/api/v1/judgements", **as_text).status_code in (415, 422)
    with Desk.open(desk) as opened:
        assert opened.judgements() == ()
    own = {
        "origin": "null",
        "sec-fetch-site": "same-origin",
    }  # as a browser sends a form of a page that says no-referrer
    assert client.post("/judge", data=form, headers=own, follow_redirects=False).status_code == 303


def test_what_can_be_done_is_said(client: TestClient) -> None:
    refused = client.put("/api/v1/judgements")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, POST")


def test_what_is_no_decision_is_refused(client: TestClient) -> None:
    given = token(client)
    for kind, a, b in (("guess", "bread", "x"), ("copy-of", "bread", "gone"), ("copy-of", "bread", "")):
        assert client.post("/judge", data={"kind": kind, "a": a, "b": b, "token": given}).status_code == 422
        assert client.post("/api/v1/judgements", json={"kind": kind, "a": a, "b": b}).status_code == 422
    refused = client.post("/judge", data={"kind": "when", "a": "bread", "b": "yesterday", "token": given})
    assert refused.status_code == 422 and "no ISO day" in refused.text


def test_programs_judge_and_withdraw(client: TestClient) -> None:
    made = client.post("/api/v1/judgements", json={"kind": "when", "a": "bread", "b": "2031-03-05"})
    assert made.status_code == 201
    assert client.get("/api/v1/judgements").json()["total"] == 1
    assert client.delete(f"/api/v1/judgements/{made.json()['row']}").status_code == 200
    assert client.delete(f"/api/v1/judgements/{made.json()['row']}").status_code == 404
    assert client.get("/api/v1/judgements").json()["total"] == 0


def test_lists_come_in_pages_and_narrow(client: TestClient) -> None:
    first = client.get("/api/v1/reports?limit=1").json()
    assert first["total"] >= 1 and len(first["items"]) == 1
    for name in ("reports", "statements", "events", "plans", "conflicts", "questions", "people"):
        assert client.get(f"/api/v1/{name}?report=none").json() == {"total": 0, "items": []}
    assert client.get("/api/v1/reports?limit=0").status_code == 422
    assert client.get("/api/v1/reports?colour=red").status_code == 422
    found = client.get("/api/v1/search?q=bakery&kind=report").json()
    assert [one["id"] for one in found["found"]] == ["bread"]


def test_who_has_it_is_sent_nothing_until_it_changes(client: TestClient, desk: Path) -> None:
    for address in ("/", "/api/v1/stories", "/api/v1/search?q=bakery"):
        tag = client.get(address).headers["etag"]
        assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    with Desk.open(desk) as opened:
        opened.judge(judgement("when", "bread", "2031-03-05"))
    assert client.get("/", headers={"if-none-match": tag}).status_code == 200


def test_what_was_seen_is_new_no_more(client: TestClient) -> None:
    assert client.get("/api/v1/reports?fresh=true").json()["total"] == 1
    assert client.post("/seen", data={"token": token(client)}, follow_redirects=False).status_code == 303
    assert client.get("/api/v1/reports?fresh=true").json()["total"] == 0


def test_every_answer_says_what_a_browser_may_do(client: TestClient) -> None:
    (story,) = client.get("/api/v1/stories").json()["items"]
    for address in ("/", f"/stories/{story['id']}", "/nowhere", "/api/v1/status"):
        headers = client.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]


def test_alerts_are_a_page_and_a_feed(client: TestClient, desk: Path) -> None:
    assert "Nothing has moved" in client.get("/alerts").text
    record = {
        "kind": "conflict", "id": "c-1", "story": "s-1", "story_title": "Bread & salt", "title": "One prize, or <two>?",
        "text": "one\ntwo", "report": "bread", "day": None, "status": "number",
    }  # fmt: skip
    with Desk.open(desk) as opened:
        opened.watching.learn([Sign("c-1", record)], "2031-03-09T10:00:00+00:00", lambda _: True)
    assert "One prize, or &lt;two&gt;?" in client.get("/alerts").text
    feed = feedparser.parse(client.get("/alerts.atom").content)
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["conflict: One prize, or <two>?"]
    assert feed.entries[0].link == "http://localhost/reports/bread"


def test_another_host_name_is_not_answered(client: TestClient) -> None:
    for host in ("dateline.example", "127.0.0.1.example", "localhost.example:80", ""):
        assert client.get("/", headers={"host": host}).status_code == 400
    assert client.get("/", headers={"host": "127.0.0.1:8787"}).status_code == 200


def test_long_bodies_are_not_taken(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(200):
            yield b"a" * 1024

    assert client.post("/judge", content=b"a" * 70_000).status_code == 413
    assert client.post("/judge", content=endless()).status_code == 413


def test_a_look_tells_nothing_and_a_change_is_told_in_the_background(desk: Path, tmp_path: Path) -> None:
    before = (SELDOM - 1, 10, 10)  # another test's server may be running still
    gc.set_threshold(*before)
    with TestClient(app(desk), base_url="http://localhost") as looking:
        assert gc.get_threshold()[0] == SELDOM  # so that what a look leaves goes before it is put by
        (tmp_path / "buns.txt").write_text(TEXT.replace("rye bread", "sweet buns").replace("Bakery", "Grocer"))
        with Desk.open(desk) as opened:
            list(opened.add(tmp_path / "buns.txt"))
        assert "Bakery wins prize" in looking.get("/").text
        assert looking.get("/api/v1/reports/buns").status_code == 404
        until = time.monotonic() + 120
        while looking.get("/api/v1/reports/buns").status_code != 200:
            assert time.monotonic() < until, "was not told in two minutes"
            time.sleep(0.5)
    assert gc.get_threshold() == before
    with Desk.open(desk) as opened:
        assert "buns" in opened.news().reports  # a look is no asking for news


def test_no_desk_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="is missing"):
        app(tmp_path / "none.desk")


def test_a_look_sees_what_came_since_the_last_one_and_a_desk_that_is_another(desk: Path, client: TestClient) -> None:
    assert client.get("/api/v1/status").json()["told"]
    (desk.parent / "ferry.txt").write_text("Ferry runs aground\n\nThe ferry ran aground off Halvern on Thursday.\n")
    with Desk.open(desk) as opened:
        list(opened.add(desk.parent / "ferry.txt"))
        assert not client.get("/api/v1/status").json()["told"]
        opened.retell()
    assert client.get("/api/v1/stories").json()["total"] == 2
    for beside in desk.parent.glob("bread.desk*"):
        beside.unlink()
    assert "is missing" in client.get("/api/v1/stories").json()["detail"]
    with Desk.create(desk) as opened:
        opened.retell()
    assert client.get("/api/v1/stories").json()["total"] == 0


def test_an_outlet_need_not_be_typed_whole(tmp_path: Path) -> None:
    for name, outlet in (("a", "Halvern Courier"), ("b", "Halvern Post"), ("c", "100% News")):
        (tmp_path / f"{name}.jsonl").write_text(
            json.dumps({"id": name, "outlet": outlet, "text": TEXT.replace("Sund", name * 5)})
        )
    with Desk.create(tmp_path / "towns.desk") as opened:
        list(opened.add(*sorted(tmp_path.glob("*.jsonl"))))
        opened.retell()
        assert opened.shelf.outlets("halvern post", 9) == ("Halvern Post",)
        assert opened.shelf.outlets("halvern", 9) == ("Halvern Courier", "Halvern Post")
        assert opened.shelf.outlets("0%", 9) == ("100% News",) and opened.shelf.outlets("_", 9) == ()
    towns = TestClient(app(tmp_path / "towns.desk"), base_url="http://localhost")
    assert (
        towns.get("/?outlet=courier").text.count("<h3>") == towns.get("/?outlet=Halvern Courier").text.count("<h3>") > 0
    )
    several = towns.get("/?outlet=halvern").text
    assert "Which outlet?" in several and "/?outlet=Halvern+Post" in several
    assert "The list has 1 page" in towns.get("/?page=9").text


def test_a_search_that_finds_nothing_says_why(client: TestClient) -> None:
    for asked, words in (
        ("%22", "no letter or digit"),
        ("-bakery", "only left out"),
        ("xylophone", "<code>xylop*</code>"),
    ):
        page = client.get(f"/search?q={asked}").text
        assert "Nothing found" in page and words in page
    assert "Save this search" not in client.get("/search?q=-bakery").text
    narrowed = client.get("/search?q=bakery&report=bread&kind=report&day=2031-03").text
    assert "Report: Bakery wins prize ×" in narrowed and "Month: March 2031 ×" in narrowed
    assert "the first</a>" in client.get("/search?q=bakery&page=9").text


def test_a_report_without_an_outlet_is_called_by_its_title(client: TestClient) -> None:
    (row,) = client.get("/api/v1/reports").json()["items"]
    assert row["outlet"] == "“Bakery wins prize”"
    assert "“Bakery wins prize”</a>" in client.get("/search?q=bakery").text
    facets = client.get("/api/v1/search?q=bakery").json()["facets"]["outlet"]
    assert [one["value"] for one in facets] == ["“Bakery wins prize”"]
    assert client.get("/api/v1/search", params={"q": "bakery", "outlet": row["outlet"]}).json()["total"]


def test_all_that_rests_on_a_report_can_be_asked_for(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "cup.desk") as opened:
        list(opened.add(CUP))
        opened.retell()
    looking = TestClient(app(tmp_path / "cup.desk"), base_url="http://localhost")
    page = looking.get("/reports/01-cns-dispatch").text
    more = re.search(r'<a href="(/reports/01-cns-dispatch\?all=1)#events">all (\d+)</a>', page)
    assert more
    (events,) = re.findall(r'<section id="events">.*?</section>', looking.get(more[1]).text, re.DOTALL)
    assert events.count("<li ") == int(more[2]) > 8


def test_the_marks_of_a_report_can_be_shown(client: TestClient, desk: Path) -> None:
    plain = client.get("/reports/bread").text
    assert '<a href="/reports/bread?marks=1">names, times and statements</a>' in plain and 'class="noted' not in plain
    page = client.get("/reports/bread?marks=1").text
    assert '<span class="noted m-name">Sund</span>' in page and 'id="said" checked' in page
    assert '<span class="noted m-time">Monday</span><span class="read">3 Mar 2031</span>' in page
    assert "<script>alert(1)" not in page
    with Desk.open(desk) as opened:
        assert opened.marks_of(replace(opened.reports()[0], sha256="0")) is None
