"""The watch: asks politely, keeps what is new, alerts to what moves once, and goes on where it was."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from fastapi.testclient import TestClient

from dateline import cli, watch
from dateline.desk import Added, Desk
from dateline.read.source import fetch
from dateline.records import Failure
from dateline.watch.polite import Polite
from dateline.web import app

ITEM = """<item><title>{title}</title><link>{host}/{name}</link><pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate>
<description>{title}, the harbour board said.</description></item>"""
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Rask Courier</title>{items}</channel></rss>'
PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>The ferry Svala will be laid up in June, Tom Ellin, the harbour master, said on Tuesday in the town hall of Rask.</p>
<p>"We cannot pay for so many crossings," Ellin told reporters. Some 210 people cross on the ferry each day of the year.</p>
</article></body></html>"""


class Site(BaseHTTPRequestHandler):
    """A site of pages that tests fill; it answers what has not changed with 304, and notes what it is asked."""

    pages: ClassVar[dict[str, str]] = {}
    asked: ClassVar[list[str]] = []
    down = False

    def do_GET(self) -> None:
        Site.asked.append(self.path)
        body = Site.pages.get(self.path)
        if Site.down and self.path != "/robots.txt":
            self.answer(503, "", {"Retry-After": "7200"})
        elif body is None:
            self.answer(404, "", {})
        elif self.headers.get("If-None-Match") == f'"{len(body)}"':
            self.answer(304, "", {})
        else:
            self.answer(200, body, {"ETag": f'"{len(body)}"'})

    def answer(self, status: int, body: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body.encode()))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


class Clock:
    """A clock that goes on by itself only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(fetch, "public", lambda _: True)  # the site of the test is on this machine
    Site.pages, Site.asked, Site.down = {}, [], False
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    Desk.create(tmp_path / "rask.desk").__exit__()
    return tmp_path / "rask.desk"


def put(host: str, *names: str) -> None:
    items = "".join(ITEM.format(title=f"Ferry {name} laid up", host=host, name=name) for name in names)
    Site.pages["/feed.xml"] = FEED.format(items=items)
    for name in names:
        Site.pages[f"/{name}"] = PAGE.format(title=f"Ferry {name} laid up")


def test_a_feed_is_asked_when_it_is_due_and_its_pages_once(host: str, desk: Path) -> None:
    clock = Clock()
    put(host, "one", "two")
    with Desk.open(desk) as opened:
        polite = Polite(opened.watching, 900, clock, clock.sleep)

        def round_() -> list[Added | Failure]:
            Site.asked.clear()
            return list(watch.round_of(opened, [f"{host}/feed.xml"], polite))

        assert [added.new for added in round_() if isinstance(added, Added)] == [True, True]
        assert Site.asked == ["/robots.txt", "/feed.xml", "/one", "/two"]
        assert all("so many crossings" in report.text for report in opened.reports() or [None])
        assert round_() == [] and Site.asked == []  # it is not due
        clock.now += 901
        assert round_() == [] and Site.asked == ["/feed.xml"]  # it has not changed
        put(host, "two", "three")
        clock.now += 901
        assert len(round_()) == 1 and Site.asked == ["/feed.xml", "/three"]
    with Desk.open(desk) as opened:  # a watch that starts anew goes on where it was
        Site.asked.clear()
        assert (
            list(watch.round_of(opened, [f"{host}/feed.xml"], Polite(opened.watching, 900, clock, clock.sleep))) == []
        )
        assert Site.asked == []


def test_what_fails_is_asked_more_slowly_and_robots_are_heard(host: str, desk: Path) -> None:
    clock = Clock()
    put(host, "one")
    Site.down = True
    with Desk.open(desk) as opened:
        polite = Polite(opened.watching, 900, clock, clock.sleep)
        (failed,) = watch.round_of(opened, [f"{host}/feed.xml"], polite)
        assert isinstance(failed, Failure) and "120 minutes" in failed.why  # as long as the server says
        clock.now += 901
        assert list(watch.round_of(opened, [f"{host}/feed.xml"], polite)) == []
        Site.down = False
        Site.pages["/robots.txt"] = "User-agent: *\nDisallow: /one\nCrawl-delay: 5\n"
        clock.now += 7200
        (added,) = watch.round_of(opened, [f"{host}/feed.xml"], polite)
        assert isinstance(added, Added) and added.new  # the feed's own words: the page may not be asked for
        assert "/one" not in Site.asked
        Site.pages["/robots.txt"] = "User-agent: *\nDisallow: /\n"
        clock.now += 7200
        (failed,) = watch.round_of(opened, [f"{host}/feed.xml"], polite)
        assert isinstance(failed, Failure) and "robots.txt forbids" in failed.why


FERRY = """Ferry Svala to be laid up in June

March 4, 2031

The ferry Svala will be laid up in June, Tom Ellin, the harbour master of Rask, said on Tuesday.
"""
DENIED = """Harbour master denies ferry plan

March 9, 2031

Tom Ellin, the harbour master of Rask, denied on Sunday that the ferry Svala was unsafe. The Svala will be laid up in June.
"""


def test_what_moves_is_alerted_to_once(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(FERRY)
    took = tmp_path / "took.jsonl"
    command = f"sh -c 'cat >> {took}'"

    def alerts(*words: str) -> list[dict[str, object]]:
        with pytest.raises(SystemExit) as left:
            cli.main(["watch", str(folder), "--once", "-q", "--desk", str(desk), "--run", command, *words])
        assert not left.value.code
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert alerts("--search", "unsafe") == []  # the first time all is new
    (folder / "b.txt").write_text(DENIED)
    found = alerts("--search", "unsafe")
    assert {"denial", "found"} <= {str(one["kind"]) for one in found}
    assert all(one["on"] and one["story"] for one in found or [{}])
    assert [json.loads(line) for line in took.read_text().splitlines()] == found
    assert {"origin", "denial"} <= {str(one["kind"]) for one in found}
    shown = TestClient(app(desk), base_url="http://localhost")
    for address in ("/alerts", "/alerts.atom"):
        assert "2 independent origins tell it now" in shown.get(address).text
    assert alerts("--search", "unsafe") == []


def test_an_alert_that_was_not_handed_on_is_handed_on_later(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FERRY)
    (tmp_path / "b.txt").write_text(DENIED)
    with Desk.open(desk) as opened:
        list(opened.add(tmp_path / "a.txt"))
        watch.tell(opened, ())
        list(opened.add(tmp_path / "b.txt"))
        watch.tell(opened, ())

        def killed(_: dict[str, object]) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            watch.hand_on(opened, [killed])
    with Desk.open(desk) as opened:
        taken: list[dict[str, object]] = []
        watch.hand_on(opened, [taken.append])
        assert taken
        watch.hand_on(opened, [lambda _: pytest.fail("handed on twice")])


def test_spans_of_time(desk: Path) -> None:
    for span in ("soon", "15", "-5m"):
        with pytest.raises(SystemExit) as left:
            cli.main(["watch", str(desk.parent / "none"), "--once", "--every", span, "--desk", str(desk)])
        assert left.value.code == 2
