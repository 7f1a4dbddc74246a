"""What a reader does with a story on the desk: follow, note, look as of a day, take along; searches; a desk that is shared."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.desk import Desk
from dateline.records import judgement
from dateline.show.forms import registry
from dateline.store.rows import Filter, Page
from dateline.web import app, past, stories
from dateline.web.beside import beside
from dateline.web.safe import Door

FIRST = """Lock of Sund to open in June

March 4, 2031

The new lock of Sund will open in June, harbour master Ida Brandt said on Tuesday. "The gates are in their place," she said.
Two workers were hurt in a fall at the lock on Monday, the guild said.

Subscribe to our newsletter for more.
"""
SECOND = """Lock of Sund put off until September

April 9, 2031

The opening of the new lock of Sund was put off until September, harbour master Ida Brandt said on Wednesday.
Brandt denied that the gates had failed.
"""

THIRD = """Gates of the Sund lock fail again

April 20, 2031

The gates of the new lock of Sund failed for the second time, harbour master Ida Brandt said on Sunday.
"The gates were closed at noon," she said.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lock")
    for name, text in (("first", FIRST), ("second", SECOND)):
        (folder / f"{name}.txt").write_text(text)
    with Desk.create(folder / "lock.desk") as opened:
        list(opened.add(folder / "first.txt"))
        opened.retell(seen=True)
        opened.alert()
        list(opened.add(folder / "second.txt"))
        opened.retell()
    return folder / "lock.desk"


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    (tmp_path / "lock.desk").write_bytes(made.read_bytes())
    return tmp_path / "lock.desk"


@pytest.fixture
def client(desk: Path) -> TestClient:
    return TestClient(app(desk), base_url="http://localhost")


@pytest.fixture
def story(client: TestClient) -> str:
    (one,) = client.get("/api/v1/stories").json()["items"]
    assert one["reports"] == 2
    return f"/stories/{one['id']}"


def post(client: TestClient, address: str, page: str, **fields: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    assert found
    answer = client.post(address, data={"token": found[1], "back": page, **fields})
    return answer.text if answer.status_code == 200 else str(answer.status_code)


def test_a_story_is_followed_and_noted_on_its_page(client: TestClient, story: str) -> None:
    name = story.rpartition("/")[2]
    assert "Followed: what moves" in post(client, "/follow", story, story=name)
    assert ">Unfollow<" in client.get(story).text
    assert f'href="{story}"' in client.get("/alerts").text
    assert "The note is kept" in post(client, "/note", story, story=name, text="Call <b>Brandt</b>.")
    page = client.get(story).text
    assert "Call &lt;b&gt;Brandt&lt;/b&gt;." in page
    row = re.search(r'name="row" value="(\d+)"', page)
    assert row
    assert "taken away" in post(client, "/erase", story, row=row[1])
    assert "Call" not in client.get(story).text
    assert "Followed no more" in post(client, "/unfollow", story, story=name)
    for address, fields in (
        ("/note", {"story": name, "text": " "}), ("/note", {"story": name, "text": "x" * 10_001}),
        ("/note", {"story": "s-none", "text": "x"}), ("/follow", {"story": "s-none"}), ("/erase", {"row": "99"}),
    ):  # fmt: skip
        assert post(client, address, story, **fields) == "422", (address, fields)


def test_a_story_as_of_a_day_knows_nothing_that_came_later(client: TestClient, story: str) -> None:
    now, then = client.get(story).text, client.get(f"{story}?as_of=2031-03-20").text
    assert "put off until September" in now and "put off until September" not in then
    assert "as if no later one had come" in then and "in June" in then
    assert f'href="{story}?as_of=2031-03-04"' in now and f'href="{story}?as_of=2031-04-09"' in now
    assert client.get(f"{story}?as_of=2031-01-01").status_code == 404
    assert client.get(f"{story}?as_of=never").status_code == 200


def test_a_slider_goes_through_the_days_of_a_story(client: TestClient, story: str) -> None:
    now, first = client.get(story).text, client.get(f"{story}?at=1").text
    assert 'max="2" step="1" value="2"' in now and "put off until September" in now
    assert 'max="2" step="1" value="1"' in first and "put off until September" not in first
    assert "as if no later one" in first and "as if no later one" not in client.get(f"{story}?at=2").text
    for odd in ("0", "3", "-1", "x", "9" * 30):
        assert client.get(f"{story}?at={odd}").status_code == 200
    assert re.search(r'<script src="/static/desk-[0-9a-f]{12}.js" defer>', now)
    sent = client.get(story)
    (inline,) = re.findall(r"<script>(.*?)</script>", now, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}'" in sent.headers["content-security-policy"]
    again = client.get(story, headers={"if-none-match": sent.headers["etag"]})
    assert again.status_code == 304 and "content-security-policy" not in again.headers


def test_a_large_story_is_told_as_of_a_day_while_nobody_waits(
    client: TestClient, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "LARGEST", 1)
    assert 'type="range"' in client.get(story).text
    asked = client.get(f"{story}?at=1")
    assert asked.status_code == 202 and "being told as it was known then" in asked.text
    assert f'href="{story}?as_of=2031-03-04">Look again' in asked.text
    early = f"{story}?as_of=2031-01-01"
    assert "after 1 other telling" in client.get(early).text
    told = until(client, f"{story}?at=1", asked.headers["etag"])
    assert told.status_code == 200 and "as if no later one" in told.text and "put off until September" not in told.text
    assert until(client, early, "").status_code == 404
    monkeypatch.setattr(past, "WAITING", 0)
    full = client.get(f"{story}?as_of=2031-03-20")
    assert full.status_code == 503 and full.headers["retry-after"] == "30"


def until(client: TestClient, address: str, tag: str) -> Any:
    """What is answered when it is no longer being told, to who has the answer before."""
    for _ in range(600):
        answer = client.get(address, headers={"if-none-match": tag})
        if answer.status_code not in (202, 304):
            return answer
        time.sleep(0.1)
    raise AssertionError("it is not told after a minute")


def test_a_title_and_a_label_are_edited_where_they_stand(client: TestClient, story: str, desk: Path) -> None:
    name, judging, events = story.rpartition("/")[2], f"{story}/judge", f"{story}/events"
    assert "Undo" in post(client, "/judge", judging, kind="called", a=name, b="first", words="The lock of Sund waits")
    event = re.search(
        r'name="kind" value="called">\s*<input type="hidden" name="a" value="(\d+-\d+)">', client.get(events).text
    )
    assert event
    assert "Undo" in post(client, "/judge", events, kind="called", a=event[1], b="first", words="A lock <b>waits</b>")
    with Desk.open(desk) as opened:
        opened.retell()
    assert "<h1" in client.get(story).text and "The lock of Sund waits" in client.get(story).text
    assert "A lock &lt;b&gt;waits&lt;/b&gt;" in client.get(events).text
    log = client.get("/judgements").text
    assert "It is called" in log and "<q>The lock of Sund waits</q>" in log
    for words in ("", "x" * 301):
        assert post(client, "/judge", judging, kind="called", a=name, b="first", words=words) == "422"
    answer = client.post("/api/v1/judgements", json={"kind": "called", "a": name, "b": "first", "words": "Sund’s lock"})
    assert answer.status_code == 201 and answer.json()["words"] == "Sund’s lock"


def alone(page: str) -> set[str]:
    """The words that a comparison marks."""
    return {words.strip() for words in re.findall(r"<mark>(.*?)</mark>", page)}


def test_two_or_three_reports_are_compared(tmp_path: Path) -> None:
    copy = FIRST.replace("The gates are in their place", "The gates stand in their place")
    for name, text in (("first", FIRST), ("copy", copy), ("cut", FIRST.replace("Two workers", "Three workers"))):
        (tmp_path / f"{name}.txt").write_text(text)
    with Desk.create(tmp_path / "lock.desk") as opened:
        list(opened.add(*(tmp_path / f"{name}.txt" for name in ("first", "copy", "cut"))))
        opened.retell()
    client = TestClient(app(tmp_path / "lock.desk"), base_url="http://localhost")
    two, three = (client.get(f"/compare?a=first&b=copy{more}").text for more in ("", "&c=cut"))
    assert "Two reports side by side" in two and '<option value="cut">' in two
    assert {"stand", "are"} <= alone(two)
    assert "Three reports side by side" in three and 'class="pair three"' in three
    assert {"stand", "Three"} <= alone(three)
    assert not {"are", "Two"} & alone(three)  # another of the three has these, too
    assert client.get("/compare?a=first&b=first").status_code == 422
    assert client.get("/compare?a=first&b=copy&c=none").status_code == 404


def test_a_story_that_is_tied_to_a_report_of_another_has_all_its_pages(tmp_path: Path) -> None:
    for name in ("first", "copy"):
        (tmp_path / f"{name}.txt").write_text(FIRST.replace("March 4", "March 4" if name == "first" else "March 5"))
    with Desk.create(tmp_path / "lock.desk") as opened:
        list(opened.add(tmp_path / "first.txt", tmp_path / "copy.txt"))
        opened.judge(judgement("not-same-story", "copy", "first"))
        opened.retell()
        stories = [row.id for row in opened.shelf.stories(Filter(), Page())[1]]
        tied = [edge for one in stories for edge in opened.shelf.ties(one, "copy")]
    assert len(stories) == 2 and tied
    client = TestClient(app(tmp_path / "lock.desk"), base_url="http://localhost")
    for one in stories:
        for part in (
            "",
            "/events",
            "/origins",
            "/judge",
            "?as_of=2031-03-06",
            "/export/account/json",
            "/export/account/prov",
        ):
            assert client.get(f"/stories/{one}{part}").status_code == 200, part


def test_what_is_new_and_the_events_and_origins_of_a_story_have_pages(client: TestClient, story: str) -> None:
    new = client.get(f"{story}/new").text
    assert "put off until September" in new and "gates are in their place" not in new
    events = client.get(f"{story}/events").text
    assert "mention" in events and 'href="/reports/first#r-first.' in events
    found = client.get(f"/api/v1{story}").json()["events"]
    named = {event["id"]: event for event in found if event["label"]}
    by_weight, by_time = (
        [named[one] for one in re.findall(r'class="event" id="([^"]+)"', client.get(f"{story}/events{order}").text)]
        for order in ("", "?order=time")
    )
    assert len(by_weight) == len(by_time) == len(named) > 1
    assert by_weight == sorted(by_weight, key=lambda event: (event["background"], -event["weight"]))
    days = [event["earliest"] or event["latest"] or "9" for event in by_time]
    assert days == sorted(days) and by_time != by_weight
    assert "2 origins of 2 reports" in client.get(f"{story}/origins").text
    for part in ("new", "events", "origins", "export"):
        assert client.get(f"/stories/s-none/{part}").status_code == 404


def test_every_form_is_taken_along(client: TestClient, story: str) -> None:
    menu = client.get(f"{story}/export").text
    for part in ("account", "timeline", "plans"):
        for form in registry.names(part):
            address = f"{story}/export/{part}/{form}"
            assert f'href="{address}"' in menu
            answer = client.get(address)
            if answer.status_code == 422:  # an extra that is not installed
                assert "pip install" in answer.text
            else:
                assert answer.status_code == 200 and answer.content, address
                assert answer.headers["content-disposition"].startswith("attachment")
    assert client.get(f"{story}/export/account/papyrus").status_code == 422
    assert client.get(f"{story}/export/weather/json").status_code == 404


def test_a_saved_search_alerts_to_what_it_finds_from_then_on(client: TestClient, desk: Path) -> None:
    asked = "/search?kind=statement&q=gates"
    assert "The search is kept" in post(client, "/save", asked, query="kind=statement&q=gates&page=3")
    assert "/search?q=gates&amp;kind=statement" in client.get("/alerts").text
    with Desk.open(desk) as opened:
        before = opened.watching.last()
        opened.alert()
        assert opened.watching.last() == before  # what it finds now is no news
        (desk.parent / "third.txt").write_text(THIRD)
        list(opened.add(desk.parent / "third.txt"))
        opened.retell()
        opened.alert()
        kinds = [one["kind"] for _, one in opened.watching.alerts(9)]
        assert "found" in kinds
        last = opened.watching.last()
        opened.alert()
        assert opened.watching.last() == last  # whoever asks first has it kept, once
    assert "kept no more" in post(client, "/drop", "/alerts", query="q=gates&kind=statement")
    assert post(client, "/save", "/search?q=gates", query="page=2") == "422"


def test_where_stories_are_followed_only_these_alert(desk: Path) -> None:
    (desk.parent / "quake.txt").write_text(
        "Quake shakes Orrin\n\nMay 2, 2031\n\nA strong earthquake shook the island of Orrin overnight. Tremors cracked walls"
        " and the volcano observatory plans to publish new hazard maps in July, geologist Tom Reyes told reporters.\n"
    )
    (desk.parent / "third.txt").write_text(THIRD)
    with Desk.open(desk) as opened:
        (report, *_) = opened.shelf.items(Filter("report"), Page())[1]
        opened.follow(report.story, "2031-04-10")
        last = opened.watching.last()
        list(opened.add(desk.parent / "quake.txt", desk.parent / "third.txt"))
        opened.retell()
        opened.alert()
        moved = [one for number, one in opened.watching.alerts(100) if number > last]
        assert moved and {one["story"] for one in moved} == set(opened.reader.followed())
        assert len({row.id for row in opened.shelf.stories(Filter(), Page())[1]}) == 2


def test_a_desk_that_is_shared_shows_cited_words_and_takes_nothing(desk: Path, story: str) -> None:
    shared = TestClient(
        app(desk, Door(elsewhere=True, only_looks=True, password="lock and key")), base_url="http://room"
    )
    assert shared.get("/").status_code == 401
    given = base64.b64encode(b"anybody:lock and key").decode()
    wrong = base64.b64encode(b"lock and key:wrong").decode()
    for asked in (f"Basic {wrong}", "Basic ???", "Bearer x"):
        assert shared.get("/", headers={"authorization": asked}).status_code == 401
    shared.headers["authorization"] = f"Basic {given}"
    for address in ("/", story, f"{story}/events", f"{story}/origins", "/reports/first", "/search?q=gates", "/alerts"):
        page = shared.get(address)
        assert page.status_code == 200, address
        assert "<form method=" not in page.text, address
    cut = "Subscribe to our newsletter"  # stands in the report, and nothing rests on it
    assert cut in TestClient(app(desk), base_url="http://localhost").get("/reports/first").text
    assert cut not in re.sub(r"<table.*?</table>", "", shared.get("/reports/first").text, flags=re.DOTALL)
    assert "mark>" not in shared.get("/search?q=guild&kind=report").text
    for address in ("/api/v1/reports/first", f"{story}/export/account/html", "/versions/first", "/account.json"):
        assert shared.get(address).status_code in (403, 404), address
    assert shared.post("/follow", data={"story": "x"}).status_code == 403


def test_versions_say_what_was_changed(desk: Path, client: TestClient) -> None:
    assert "It came once" in client.get("/versions/first").text
    (desk.parent / "again").mkdir()
    (desk.parent / "again" / "first.txt").write_text(FIRST.replace("Two workers were", "Three workers were"))
    with Desk.open(desk) as opened:
        list(opened.add(desk.parent / "again"))
    page = client.get("/versions/first").text
    assert "2 versions" in page and "<del>Two</del>" in page and "<ins>Three</ins>" in page
    assert client.get("/versions/none").status_code == 404


def test_a_headline_that_both_have_is_no_difference(tmp_path: Path) -> None:
    for name, text in (("first", FIRST), ("cut", FIRST.replace("Two workers", "Three workers"))):
        (tmp_path / f"{name}.txt").write_text(text)
    with Desk.create(tmp_path / "lock.desk") as opened:
        list(opened.add(tmp_path / "first.txt", tmp_path / "cut.txt"))
        opened.retell()
        found = beside(opened.reports(), ())
    assert all(
        run.same
        for text in found.texts
        for paragraph in text
        for run in paragraph.runs
        if paragraph.label == "headline"
    )
    assert "".join(run.text for text in found.texts for paragraph in text for run in paragraph.runs if not run.same)


PARTS = ("events", "origins", "compare", "new", "judge", "export")


@pytest.mark.parametrize("part", PARTS)
def test_each_page_of_a_story_leads_to_the_others(client: TestClient, story: str, part: str) -> None:
    page = client.get(f"{story}/{part}").text
    (nav,) = re.findall(r'<nav class="wrap desk-sub".*?</nav>', page, re.DOTALL)
    (here,) = re.findall(r'<a href="([^"]*)"[^>]* aria-current="page">', nav)
    assert here == f"{story}/{part}" and f'"{story}">Account' in nav
    assert all(f'"{story}/{other}"' in nav for other in PARTS)


def test_any_two_reports_of_a_story_can_be_chosen_to_be_compared(client: TestClient, desk: Path, story: str) -> None:
    page = client.get(f"{story}/compare").text
    options = re.findall(r'<select name="([abc])".*?</select>', page, re.DOTALL)
    assert options == ["a", "b"]  # the story has two reports
    assert page.count('<option value="first">4 Mar 2031, ') == page.count('<option value="second">9 Apr 2031, ') == 2
    assert "Reports that changed" not in page
    assert client.get("/compare?a=first&b=second&c=").status_code == 200
    assert client.get("/compare?a=first&b=first").status_code == 422
    assert client.get("/stories/s-none/compare").status_code == 404
    (desk.parent / "again").mkdir()
    (desk.parent / "again" / "first.txt").write_text(FIRST.replace("Two workers were", "Three workers were"))
    with Desk.open(desk) as opened:
        list(opened.add(desk.parent / "again"))
        opened.retell()
    page = client.get(f"{story}/compare").text
    assert '"/versions/first"' in page and "2 versions" in page and '"/versions/second"' not in page


def test_who_says_what_stands_in_a_report_by_its_marks(client: TestClient) -> None:
    page = client.get("/reports/second?marks=1").text
    assert re.search(r'<span class="noted m-said">.{0,200}</span><span class="read">Ida Brandt denies</span>', page)
    assert re.search(r'<span class="noted m-name">Brandt</span><span class="read">Ida Brandt</span> denied', page)
