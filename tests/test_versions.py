"""Versions: the same report fetched again and changed is one report, of which the desk takes the latest and keeps each."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from dateline import cli
from dateline.desk import Added, Desk
from dateline.read.versions import address, changes
from dateline.records import judgement

TEXT = (
    "Mine at Orrel to close\n\nThe owner of the Orrel mine said on Tuesday that it would close in June. Some 210 miners "
    "work there, and the union will meet them in the hall on Friday, its secretary said.\n"
)
MENDED = TEXT.replace("210", "190").replace("in June", "in July").replace(" in the hall", "")
URL = "https://www.orrel.example/news/mine?utm_source=feed"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "mine.desk"
    Desk.create(path).__exit__()
    return path


def line(folder: Path, **fields: str) -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.jsonl"
    path.write_text(json.dumps(fields) + "\n")
    return path


def test_a_changed_report_is_a_version(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        assert list(opened.add(line(tmp_path, id="a", url=URL, text=TEXT))) == [Added("a", True)]
        (again,) = opened.add(line(tmp_path, id="b", url="http://orrel.example/news/mine/", text=MENDED))
        assert again == Added("b", True, of="a")
        (report,) = opened.reports()
        assert (report.id, report.text) == ("a", MENDED)
        first, second = opened.versions("a")
        assert (first.text, second.text) == (TEXT, MENDED)
        assert [(one.kind, one.was and one.was.text, one.now and one.now.text) for one in changes(first, second)] == [
            ("changed", "June.", "July."),
            ("changed", "210", "190"),
            ("removed", "in the hall", None),
        ]


def test_the_accounts_report_is_the_latest_and_a_judgement_holds_for_it(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(line(tmp_path, id="a", url=URL, text=TEXT), line(tmp_path, id="b", url=URL, text=MENDED)))
        opened.judge(judgement("when", "a", "2031-03-04"))
        made = opened.tell()
        assert [(one.id, one.published.value) for one in made.reports] == [("a", "2031-03-04")]
        assert "July" in made.reports[0].text


def test_an_excerpt_and_an_older_copy_that_come_later_are_kept_and_not_taken(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(line(tmp_path, id="a", url=URL, text=MENDED, published="2031-03-05")))
        list(opened.add(line(tmp_path, id="b", url=URL, text="Mine at Orrel to close", published="2031-03-06")))
        list(opened.add(line(tmp_path, id="c", url=URL, text=TEXT, published="2031-03-04")))
        assert [one.text for one in opened.reports()] == [MENDED]
        assert len(opened.versions("a")) == 3


def test_one_id_is_one_report_only_when_the_words_are(desk: Path, tmp_path: Path) -> None:
    other = (
        "Fair opens at Holm\n\nThe fair of Holm opened on Saturday with more boats in the harbour than in any year.\n"
    )
    with Desk.open(desk) as opened:
        list(opened.add(line(tmp_path, id="1", text=TEXT), line(tmp_path, id="1", text=other)))
        assert len(opened.reports()) == 2
        (again,) = opened.add(line(tmp_path, id="1", text=MENDED))
        assert isinstance(again, Added)
        assert again.of == "1"
        assert len(opened.reports()) == 2


def test_a_sites_front_is_no_address() -> None:
    assert address("https://orrel.example/") is None
    assert address("https://[orrel") is None
    assert address("https://www.Orrel.example/a/?b=2&utm_medium=x&a=1#top") == "orrel.example/a?a=1&b=2"


def test_a_desk_of_before_learns_its_versions(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(line(tmp_path, id="a", url=URL, text=TEXT)))
    with sqlite3.connect(desk) as db:
        db.execute("DROP TABLE version")
    db.close()
    with Desk.open(desk) as opened:
        list(opened.add(line(tmp_path, id="b", url=URL, text=MENDED)))
        assert [one.id for one in opened.reports()] == ["a"]


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main([str(word) for word in words])
    return int(left.value.code or 0)


def test_the_difference_is_shown(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(line(tmp_path, id="a", url=URL, text=TEXT), line(tmp_path, id="b", url=URL, text=MENDED)))
    assert run("versions", "--desk", str(desk)) == 0
    assert capsys.readouterr().out == "a: 2 versions (a, b)\n"
    assert run("versions", "a", "--desk", str(desk)) == 0
    assert "- 210\n+ 190\n" in capsys.readouterr().out
    assert run("versions", "a", "--json", "--desk", str(desk)) == 0
    (step,) = json.loads(capsys.readouterr().out)["changes"]
    assert step["changes"][1]["was"]["text"] == "210"
    assert step["changes"][1]["was"]["report"] == "a"
    assert step["changes"][1]["now"]["report"] == "b"
    assert run("versions", "z", "--desk", str(desk)) == 2
