"""One bad report is one failure: it is named, the others are told, and a desk can always be opened and told."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

import dateline
from dateline import contract, flow, mark
from dateline.desk import Desk
from dateline.errors import Overrun
from dateline.mark.parse import Parse
from dateline.records import Marked
from dateline.weigh import weigh
from made import report

SOUND = (
    "Harbour board shuts the swing bridge\n\n14 March 2031\n\nHALVERN - The harbour board said on Tuesday that the bridge "
    "will close on 1 April 2031. “We will close it at noon,” said Tom Ellin, the chairman.\n"
)


def told(folder: Path) -> tuple[set[str], list[str]]:
    """The reports that stories tell of, and what failed."""
    made = dateline.tell(folder)
    return {report for story in made.stories for report in story.reports}, [one.where for one in made.failed]


@pytest.mark.parametrize(
    "unit", ["“a ” ", "he said she said ", "'a ", "\n", "Tom\0Ellin said “hi\0there”. ", "THE BOARD "]
)
def test_a_run_of_one_thing_is_kept_and_not_marked(unit: str, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SOUND, encoding="utf-8")
    (tmp_path / "run.txt").write_text(unit * 20_000 + "x", encoding="utf-8")
    reports, failed = told(tmp_path)
    assert reports == {"good", "run"}
    assert [Path(one).name for one in failed] == ["run.txt"]


def test_half_a_surrogate_pair_is_told_and_kept(tmp_path: Path) -> None:
    line = {"id": "a\ud800", "text": SOUND.replace("swing", "sw\ud800ing")}
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    with Desk.create(tmp_path / "a.desk") as desk:
        assert list(desk.add(tmp_path / "a.jsonl"))
        first, second = (contract.text(contract.account(desk.tell())) for _ in range(2))
    assert first == second
    assert "sw\\ud800ing" in first


def test_what_breaks_a_marker_is_that_reports_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text(SOUND, encoding="utf-8")
    (tmp_path / "bad.txt").write_text(SOUND.replace("Halvern", "Norvik").replace("noon", "dusk"), encoding="utf-8")
    kept = mark._marked

    def breaks(parsed: Parse, run: set[str], wanted: set[str]) -> Marked:
        if parsed.report.id == "bad":
            raise ZeroDivisionError
        return kept(parsed, run, wanted)

    monkeypatch.setattr(mark, "_marked", breaks)
    reports, failed = told(tmp_path)
    assert reports == {"good", "bad"}
    assert [Path(one).name for one in failed] == ["bad.txt"]


def test_what_breaks_a_story_is_that_storys_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text(SOUND, encoding="utf-8")

    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(flow, "weigh", breaks)
    reports, failed = told(tmp_path)
    assert not reports and [Path(one).name for one in failed] == ["good.txt"]
    assert callable(weigh)


def test_a_desk_with_broken_rows_is_told(tmp_path: Path) -> None:
    for name in ("good", "bad"):
        (tmp_path / f"{name}.txt").write_text(SOUND.replace("swing", name), encoding="utf-8")
    path = tmp_path / "a.desk"
    with Desk.create(path) as desk:
        assert list(desk.add(tmp_path / "good.txt", tmp_path / "bad.txt"))
        desk.tell()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE report SET record = '{' WHERE id = 'bad'")
        raw.execute("UPDATE mark SET record = '{\"names\": 5}'")
        raw.execute("UPDATE piece SET record = '['")
        raw.execute("UPDATE edition SET head = '[]'")
        raw.execute("INSERT INTO judgement (kind, a, b) VALUES ('when', 'good', '2031-02-30')")
    raw.close()
    with Desk.open(path) as desk:
        made = desk.tell()
    assert [report.id for report in made.reports] == ["good"]
    assert any("broken" in failure.why for failure in made.failed)


def test_reports_that_cannot_be_grouped_in_time_are_said_to_be_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{SOUND}Ferry {number} will call at Birkholm on day {number}." for number in range(40)]
    every = [Marked(report(text, key=f"r{number}")) for number, text in enumerate(texts)]
    monkeypatch.setattr(flow, "SECONDS", 0.001)
    monkeypatch.setattr(flow, "SECONDS_A_REPORT", 0.0)
    with pytest.raises(Overrun, match=r"grouping 40 reports takes more than .* tell fewer at a time"):
        flow.account(every)
