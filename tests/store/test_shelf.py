"""The shelf of a desk: what was told can be listed and searched, narrowed by facets, the words marked."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline import cli, contract
from dateline.desk import Desk
from dateline.store import rows
from dateline.store.items import KINDS
from dateline.store.rows import Filter, Listed, Page
from dateline.store.search import Search
from made import files

FERRY = """Ferry to Rask laid up

March 4, 2031

RASK (Rask Courier) - The ferry Svala will be laid up in June, Tom Ellin, the harbour master, said on Tuesday.
"We cannot pay for the crossings," Ellin told reporters. The ferry ran aground on February 20.
"""
BREAD = """Bakery wins prize

March 5, 2031

A bakery in Sund won the prize for rye bread on Monday, the guild said. Ada Marsh denied that the ferry
had carried its flour.
"""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "rask.desk"
    with Desk.create(path) as opened:
        list(opened.add(files(tmp_path / "a", ferry=FERRY, bread=BREAD)))
        opened.tell()
    return path


def ids(desk: Path, words: str, **by: str) -> set[tuple[str, str | None]]:
    with Desk.open(desk) as opened:
        return {(one.kind, one.report) for one in opened.shelf.search(Search(words, by), Page()).found}


def test_words_are_found_and_marked(told: Path) -> None:
    with Desk.open(told) as opened:
        result = opened.shelf.search(Search("crossings"), Page())
    assert {one.kind for one in result.found} >= {"report", "statement"}
    for one in result.found:
        assert {piece.text for piece in (*one.title, *one.words) if piece.found} == {"crossings"}
    assert result.total == len(result.found) == result.counted > 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ferry", {"ferry", "bread"}),
        ("ferry -bread", {"ferry"}),
        ("outlet*", set()),
        ("ferry -kind*", {"ferry", "bread"}),
        ('"rye bread"', {"bread"}),
        ('"bread rye"', set()),
        ("bak*", {"bread"}),
        ("FLOUR guild", {"bread"}),
        ('"; DROP TABLE item; --', set()),
        ("kindreport", set()),
        ("ferry AND OR NOT (", set()),
        ('"', set()),
        ("", set()),
        ("-ferry", set()),
        ("\x00 * ^ :", set()),
    ],
)
def test_queries(told: Path, words: str, found: set[str]) -> None:
    with Desk.open(told) as opened:
        result = opened.shelf.search(Search(words, {"kind": "report"} if found else {}), Page())
    assert {one.id for one in result.found} == found


def test_facets_narrow_and_are_counted(told: Path) -> None:
    assert ids(told, "", speaker="Tom Ellin") == {("statement", "ferry")}
    assert {report for _, report in ids(told, "", day="2031-03-05")} == {"bread"}
    assert ids(told, "ferry", day="2032") == set()
    with Desk.open(told) as opened:
        result = opened.shelf.search(Search("", {"kind": "report"}), Page())
        assert {value.value: value.count for value in result.facets["day"]} == {"2031-03": 2}
        first = opened.shelf.search(Search("", {"kind": "report"}, newest=True), Page(limit=1))
        assert (first.total, [one.id for one in first.found]) == (2, ["bread"])
        assert {value.label for value in result.facets["story"]} == {
            row.title for row in opened.shelf.stories(Filter(), Page())[1]
        }


def test_stories_and_what_is_in_them_are_listed(told: Path) -> None:
    with Desk.open(told) as opened:
        total, rows = opened.shelf.stories(Filter(), Page())
        assert (total, sorted(row.reports for row in rows)) == (2, [1, 1])
        assert opened.shelf.stories(Filter(since="2031-03-05"), Page())[0] == 1
        assert opened.shelf.stories(Filter(fresh=True), Page())[0] == 0  # `tell` was asked for
        assert set(opened.shelf.counts()) <= {*KINDS, "story"}
        (ellin,) = [one for one in opened.shelf.items(Filter(kind="person"), Page())[1] if one.title == "Tom Ellin"]
        said = opened.shelf.items(Filter(kind="statement", person=ellin.id), Page())[1]
        assert said and {one.speaker for one in said} == {"Tom Ellin"}


@pytest.mark.parametrize(
    "odd", ["\x12", 'report" OR "kindevent', "\x8at\x12\x08Ú", "(", "report*", "\x00", "’", "*", " "]
)
def test_what_is_asked_of_a_facet_is_no_part_of_the_query(told: Path, odd: str) -> None:
    with Desk.open(told) as opened:
        for of in ("kind", "day", "outlet"):
            found = opened.shelf.search(Search("ferry", {of: odd}), Page()).found
            assert {one.kind for one in found} <= {
                "report"
            }  # what the words before a sign ask for, and nothing of an OR


@pytest.mark.parametrize("latest", [False, True])
def test_pages_of_a_list_are_its_parts_and_what_is_kept_of_how_many_there_are_is_right(
    told: Path, latest: bool
) -> None:
    with Desk.open(told) as opened:
        for kind in KINDS:
            total, whole = opened.shelf.items(Filter(kind), Page(0, 500), latest=latest)
            assert total == len(whole) == opened.shelf.counts().get(kind, 0)
            paged = [opened.shelf.items(Filter(kind), Page(at, 2), latest=latest)[1] for at in range(0, total + 2, 2)]
            assert [one for page in paged for one in page] == list(whole)
            if latest:
                days = [one.day or "" for one in whole]
                assert days == sorted(days, reverse=True)
        total, every = opened.shelf.items(Filter(), Page(0, 500), latest=latest)
        assert total == len(every) == sum(opened.shelf.counts()[kind] for kind in {one.kind for one in every})


def test_a_report_that_goes_is_counted_no_more(told: Path) -> None:
    with Desk.open(told) as opened:
        opened.remove("bread")
        opened.tell()
        assert opened.shelf.counts()["report"] == opened.shelf.items(Filter("report"), Page())[0] == 1


def test_what_was_told_since_somebody_looked_is_fresh(told: Path, tmp_path: Path) -> None:
    with Desk.open(told) as opened:
        list(opened.add(files(tmp_path / "b", later=FERRY.replace("June", "July").replace("March 4", "March 9"))))
        opened.retell()
        fresh = opened.shelf.items(Filter(fresh=True), Page())[1]
        assert {one.report for one in fresh if one.kind in ("report", "statement")} == {"later"}
        assert [row.fresh for row in opened.shelf.stories(Filter(fresh=True), Page())[1]] == [len(fresh)]
        opened.see()
        assert opened.shelf.items(Filter(fresh=True), Page()) == (0, ())
        opened.remove("later")
        opened.retell()
        assert ids(told, "july") == set()  # what is gone is found no more
        assert not opened.shelf.items(Filter(report="later"), Page())[1]


def test_the_verb(told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> int:
        with pytest.raises(SystemExit) as left:
            cli.main(["search", *words, "--desk", str(told)])
        return int(left.value.code or 0)

    assert run("crossings", "--by", "kind=statement") == 0
    said = capsys.readouterr()
    assert "[crossings]" in said.out and "found" in said.err
    assert run("crossings", "--json") == 0
    assert json.loads(capsys.readouterr().out)["facets"]["kind"]
    assert run("crossings", "--by", "colour=red") == 2


def test_what_rests_on_a_report_is_what_is_listed_of_it(told: Path) -> None:
    with Desk.open(told) as opened:
        found = opened.shelf.resting_on("ferry", 1)
        assert {"report", "statement"} <= found.keys()
        for kind, (total, rows) in found.items():
            assert (total, tuple(rows)) == opened.shelf.items(Filter(kind, report="ferry"), Page(limit=1))


@pytest.mark.parametrize("by", ["person", "report"])
def test_of_what_is_about_one_alone_no_other_rows_are_looked_at(told: Path, by: str) -> None:
    asked: list[str] = []
    with Desk.open(told) as opened:
        (ellin,) = [one for one in opened.shelf.items(Filter("person"), Page())[1] if one.title == "Tom Ellin"]
        wanted = Filter("statement", **{by: {"person": ellin.id, "report": "ferry"}[by]})
        opened.shelf._db.set_trace_callback(asked.append)
        _, latest = opened.shelf.items(wanted, Page(), latest=True)
        opened.shelf._db.set_trace_callback(None)
        (some,) = [one for one in asked if "LIMIT" in one]
        plan = [row[3] for row in opened.shelf._db.execute(f"EXPLAIN QUERY PLAN {some}")]
        assert not any("item_day" in step for step in plan), plan
        in_place = opened.shelf.items(wanted, Page())[1]
    assert latest and sorted(one.id for one in latest) == sorted(one.id for one in in_place)
    assert [one.day or "" for one in latest] == sorted((one.day or "" for one in latest), reverse=True)


def test_a_record_in_a_list_is_read_once_when_it_is_asked_for(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def loads(text: str) -> object:
        read.append(text)
        return json.loads(text)

    monkeypatch.setattr(rows, "json", SimpleNamespace(loads=loads))
    one, *_ = listed(told, "event")
    assert one.title and not read
    assert one.record is one.record and len(read) == 1


def test_a_row_is_the_same_whether_its_record_was_read_or_not(told: Path) -> None:
    assert listed(told, "statement")
    for unread, given in zip(listed(told, "statement"), listed(told, "statement"), strict=True):
        assert contract.text(contract.dump(unread)) == contract.text({**dataclasses.asdict(given)})
        assert list(contract.dump(unread)) == [one.name for one in dataclasses.fields(Listed)]
        assert unread == given == dataclasses.replace(given, record=given.record)


def listed(told: Path, kind: str) -> tuple[Listed, ...]:
    """Rows of which nobody asked for a record yet."""
    with Desk.open(told) as opened:
        return opened.shelf.items(Filter(kind), Page())[1]


def test_a_row_whose_words_stay_stays_where_it_is(told: Path, tmp_path: Path) -> None:
    """Its record may be another; what is new comes behind; and a story lists what is in it in one order all the same."""
    query = "SELECT kind, id, text, n FROM item ORDER BY n"
    with closing(sqlite3.connect(told)) as file:
        before = {tuple(row): n for *row, n in file.execute(query).fetchall()}
    again = FERRY.replace("March 4", "March 3").replace("Rask Courier", "Sund Herald").replace("laid up in", "sold in")
    with Desk.open(told) as opened:
        list(opened.add(files(tmp_path / "more", again=again)))
        opened.tell()
        (story,) = (row.id for row in opened.shelf.stories(Filter(), Page())[1] if row.reports == 2)
        listed = opened.shelf.items(Filter("statement", story=story), Page())[1]
        places = opened._store._db.execute(
            "SELECT id FROM item WHERE story = ? AND kind = 'statement' ORDER BY place", (story,)
        ).fetchall()
        opened._store._db.execute("INSERT INTO item_words (item_words, rank) VALUES ('integrity-check', 1)")
        now = {tuple(row): n for *row, n in opened._store._db.execute(query).fetchall()}
    stay = {key for key in before.keys() & now.keys() if key[0] in ("report", "statement")}
    assert len(stay) >= 4
    assert {key: now[key] for key in stay} == {key: before[key] for key in stay}
    assert len(listed) >= 4
    assert [(one.id,) for one in listed] == places
    assert {kind for kind, _ in ids(told, "sold")} >= {"report", "statement"}
