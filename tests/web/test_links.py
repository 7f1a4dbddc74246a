"""Every link of the desk's pages leads to a page, and to words that stand on it; parts of a story are read alone."""

from __future__ import annotations

import html
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from starlette.testclient import TestClient

from dateline.cite import Cite
from dateline.contract import dump, text
from dateline.desk import Desk
from dateline.records import Claim, Findings, MachineRewritten, Origin, Person, Plan, Reason, Sign, Told
from dateline.show import view, words
from dateline.store import ends
from dateline.store.editions import Editions
from dateline.store.file import STRENGTH
from dateline.store.rows import Filter, Page
from dateline.web import app, pages, stories
from dateline.web.safe import Door

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
# A further one of a kind leads where the others lead: filters, days of a story, comparisons, things taken along.
OFTEN = re.compile(r"[?]|^/compare|/export/")
FEW = 60


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("links") / "both.desk"
    with Desk.create(path) as opened:
        list(opened.add(EXAMPLES / "strait", EXAMPLES / "cup"))
        opened.retell()
    return path


@pytest.mark.parametrize("share", [False, True])
def test_every_link_leads_somewhere(desk: Path, share: bool) -> None:
    client = TestClient(app(desk, Door(only_looks=share)), base_url="http://localhost")
    ids: dict[str, set[str]] = {}
    leads: set[tuple[str, str, str]] = set()
    todo, often = ["/"], 0
    while todo:
        address = todo.pop()
        if address in ids or (OFTEN.search(address) and (often := often + 1) > FEW):
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = answer.text if "html" in answer.headers["content-type"] else ""
        ids[address] = {html.unescape(name) for name in re.findall(r'\bid="([^"]*)"', page)}
        for given in re.findall(r'href="([^"]*)"', page):
            parts = urlsplit(html.unescape(given))
            if not parts.scheme:
                to = f"{parts.path or urlsplit(address).path}{f'?{parts.query}' if parts.query else ''}"
                to = to if parts.path or parts.query else address
                todo.append(to)
                leads.add((address, to, unquote(parts.fragment)))
    lost = [lead for lead in leads if lead[2] and lead[1] in ids and lead[2] not in ids[lead[1]]]
    assert len(ids) > 100 and len(leads) > 1000
    assert not lost, sorted(lost)[:5]


def test_of_what_ties_a_storys_reports_as_much_is_read_as_is_shown(desk: Path) -> None:
    with Desk.open(desk) as opened:
        rows = opened.shelf.stories(Filter(), Page())[1]
        (told,) = (row for row in rows if row.reports == 10 and "Belic" in row.title)
        whole, bare = (opened.editions.story(told.id, ("events",), ties) for ties in (None, ()))
        assert whole and bare
        edges = whole.stories[0].edges
        assert len(edges) > 4 and not bare.stories[0].edges
        assert bare.stories[0].findings == whole.stories[0].findings and bare.reports == whole.reports
        assert opened.shelf.ties_of(told.id, 3) == (len(edges), edges[:3])
        by_words = sorted(edges, key=lambda edge: (-edge.containment, edge.from_, edge.to))
        assert opened.shelf.ties_of(told.id, 99, strongest=True)[1] == tuple(by_words)
        some = {edges[0].from_, edges[0].to, edges[1].to}
        among = tuple(edge for edge in edges if {edge.from_, edge.to} <= some)
        assert among and opened.shelf.ties_among(told.id, sorted(some)) == among


def test_what_ties_reports_is_found_by_its_ends_and_strength(desk: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.desk"
    shutil.copy(desk, before)
    with closing(sqlite3.connect(before)) as old:  # as the schema before this one had it
        old.executescript("DROP INDEX tie_strongest; DROP INDEX tie_from; DROP INDEX tie_to; PRAGMA user_version = 7;")
    for path in (desk, before):
        with Desk.open(path) as opened:
            assert opened.is_told()
            for row in opened.shelf.stories(Filter(), Page())[1]:
                account = opened.editions.story(row.id, ())
                assert account
                for report in account.stories[0].reports:
                    own = tuple(edge for edge in account.stories[0].edges if report in (edge.from_, edge.to))
                    assert opened.shelf.ties(row.id, report) == own
            asked = (
                f"EXPLAIN QUERY PLAN SELECT record FROM tie WHERE story = 's' ORDER BY {STRENGTH} DESC, a, b LIMIT 9"
            )
            with closing(sqlite3.connect(path)) as db:
                assert [plan for *_, plan in db.execute(asked)] == ["SEARCH tie USING INDEX tie_strongest (story=?)"]


def test_the_parts_of_a_story_are_read_without_its_record(desk: Path) -> None:
    with Desk.open(desk) as opened:
        for row in opened.shelf.stories(Filter(), Page())[1]:
            account = opened.editions.story(row.id)
            assert account
            ((told,), (shown,)) = account.stories, view.shown(account)
            named = opened.shelf.named(row.id)
            for called in (words.source, words.heading):
                assert list(map(called, named)) == list(map(called, shown.reports))
            events = [event for event in told.findings.events if event.label]
            first = sorted(events, key=lambda event: (event.background, -event.weight, event.id))
            assert opened.shelf.events_of(row.id, Page(3, 2)) == (len(events), tuple(first[3:5]))
            in_time = sorted(events, key=lambda event: (event.earliest or event.latest or "9", event.id))
            assert opened.shelf.events_of(row.id, Page(0, 10_000), by_time=True)[1] == tuple(in_time)
            assert opened.shelf.events_of(row.id, Page(10**6, 5)) == (len(events), ())
            tied = {edge.from_ for edge in told.edges}
            some = [report for report in account.reports if report.id in tied]
            assert set(map(words.source, opened.shelf.named_so(tied))) == set(map(words.source, some))
            assert opened.editions.origins(row.id) == (told.origins, told.machine_rewritten)
            assert opened.shelf.records_of(row.id, "plan", Plan) == told.findings.plans
            assert opened.shelf.records_of(row.id, "person", Person) == told.people
            assert opened.shelf.records_of(row.id, "conflict", Claim) == shown.claims("conflict")
        assert opened.editions.origins("s-none") == ((), ()) and opened.shelf.events_of("s-none", Page()) == (0, ())


def test_no_part_of_a_story_is_made_of_all_of_it(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.open(desk) as opened:
        name = opened.shelf.stories(Filter(), Page(limit=1), "largest")[1][0].id
    monkeypatch.delattr(Editions, "story")
    client = TestClient(app(desk), base_url="http://localhost")
    for part in ("events", "origins", "judge", "compare", "new", "export"):
        assert client.get(f"/stories/{name}/{part}").status_code == 200, part
        assert client.get(f"/stories/s-none/{part}").status_code == 404, part


@pytest.mark.parametrize("size", (1, 7, 64, 2**16))
def test_both_ends_of_a_record_are_found_whatever_its_words(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    signs = 'He wrote "origins": [ "edges": [ and "spun": [ é \\'
    origin = Origin("o-1", signs, ("a",), (Reason("worded", (signs,)),))
    rewritten = MachineRewritten("a", (Sign("garbled", Cite("a", 0, len(signs), signs), "é"),))
    told = Told("s-1", signs, ("a",), (origin,), (), (), Findings(), (), (rewritten,))
    monkeypatch.setattr(ends, "READ", size)
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE piece (n INTEGER PRIMARY KEY, record TEXT)")
        db.executemany("INSERT INTO piece (record) VALUES (?)", [(text(dump(told)),), ("{}",), ("",)])
        assert ends.origins(db, 1) == ((origin,), (rewritten,))
        assert ends.origins(db, 2) == ends.origins(db, 3) == ((), ())


def test_of_what_is_new_some_of_each_kind_are_listed(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.open(desk) as opened:
        row = opened.shelf.stories(Filter(), Page(limit=1), "largest")[1][0]
        reports = opened.shelf.items(Filter("report", row.id, fresh=True), Page(limit=1))[0]
    monkeypatch.setattr(stories, "NEW", 1)
    client = TestClient(app(desk), base_url="http://localhost")
    page = client.get(f"/stories/{row.id}/new").text
    for name in ("Reports", "Said", "Events", "Plans"):
        assert f"<h2>{name} <span" in page, name
    assert f'Reports <span class="carried">{reports}<' in page and f"<h1>{row.fresh:,} things new" in page
    (more,) = re.findall(r'href="([^"]*kind=report)"', page)
    assert f"{reports} found" in client.get(html.unescape(more)).text


def test_of_many_ties_of_a_report_the_first_are_shown(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "FEW", 1)
    client = TestClient(app(desk), base_url="http://localhost")
    (tied,) = re.findall(r'<section id="tied">.*?</section>', client.get("/reports/01-npa-dispatch").text, re.DOTALL)
    more = re.search(r'href="([^"]*)#tied">all (\d+)<', tied)
    assert more and tied.count("compare") == 2  # in the address and in the words of the one link
    (every,) = re.findall(r'<section id="tied">.*?</section>', client.get(more[1]).text, re.DOTALL)
    assert every.count("<li>") == int(more[2]) > 1
