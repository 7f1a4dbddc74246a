"""The desk: nothing that it reported as added is lost, decisions are replayed, news is what is new."""

from __future__ import annotations

import getpass
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dateline import cli, contract, flow
from dateline import desk as desk_module
from dateline.desk import Added, Desk
from dateline.engines import Engine
from dateline.errors import DeskError
from dateline.records import Marked, OnFinding, OnReports, Story, Told, judgement
from dateline.records.account import Options
from dateline.store import Store, editions
from dateline.store.editions import Editions
from dateline.store.file import APPLICATION, SCHEMA
from dateline.store.rows import Page
from dateline.store.search import Search
from dateline.wording import sentences
from made import files, rows

FIRST = """Mine at Orrel to close, owner says

March 4, 2031

The owner of the Orrel mine said on Tuesday that it would close in June. Some 210 miners work there.
"""
LATER = """Orrel mine closure put off

April 9, 2031

The closure of the Orrel mine was postponed until December on Wednesday, its owner said. The Orrel miners had struck.
"""

OTHER = """Bakery wins prize

March 4, 2031

A bakery in Sund won the prize for rye bread on Monday, the guild said.
"""


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(list(words))
    return int(left.value.code or 0)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "mine.desk"
    Desk.create(path).__exit__()
    return path


def test_add_skips_what_it_has_by_content(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        assert list(opened.add(files(tmp_path / "a", first=FIRST))) == [Added("first", True)]
        (again,) = opened.add(files(tmp_path / "b", other=FIRST))
        assert isinstance(again, Added)
        assert not again.new
        assert len(opened.reports()) == 1


def test_two_reports_of_one_name_are_both_kept(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST), files(tmp_path / "b", first=LATER)))
        assert len({report.id for report in opened.reports()}) == 2
        for report in opened.reports():
            assert report.published.cite is None or report.published.cite.report == report.id


def test_news_is_what_is_new_since_the_last_edition(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST)))
        opened.tell()
        assert opened.news().reports == ()
        list(opened.add(files(tmp_path / "b", later=LATER)))
        assert opened.news().reports == ("later",)
        assert opened.news().reports == ()


def told(opened: Desk) -> str:
    return contract.text(contract.account(opened.tell()))


def test_telling_again_gives_the_same_account_and_tells_nothing(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST, later=LATER)))
        first = told(opened)
        monkeypatch.setattr(flow, "account", lambda *_: pytest.fail("told anew"))
        assert told(opened) == first


def test_a_story_that_a_change_does_not_touch_is_not_told_anew(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[tuple[str, ...]] = []
    tell_story = flow._told

    def watched(story: Story, options: Options, decisions: Sequence[OnFinding]) -> Told:
        weighed.append(tuple(member.report.id for member in story.reports))
        return tell_story(story, options, decisions)

    monkeypatch.setattr(flow, "_told", watched)
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST)))
        opened.tell()
        list(opened.add(files(tmp_path / "b", bread=OTHER)))
        kept = told(opened)
        assert weighed == [("first",), ("bread",)]
        list(opened.add(files(tmp_path / "c", later=LATER)))
        opened.tell()
        assert weighed[2:] == [("first", "later")]
        opened.remove("later")
        anew = tmp_path / "anew.desk"
        with Desk.create(anew) as other:
            list(other.add(files(tmp_path / "a", first=FIRST), files(tmp_path / "b", bread=OTHER)))
            assert kept == told(other)


def test_what_nobody_has_seen_is_news(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        with pytest.raises(DeskError, match="nothing has been told"):
            opened.see()
        list(opened.add(files(tmp_path / "a", first=FIRST)))
        opened.tell()
        list(opened.add(files(tmp_path / "b", later=LATER)))
        assert not opened.is_told()
        opened.retell()
        assert opened.is_told()
        assert opened.news().reports == ("later",)
        list(opened.add(files(tmp_path / "c", bread=OTHER)))
        opened.retell()
        opened.see()
        assert opened.news().reports == ()


def test_editions_of_a_desk_of_before_are_kept(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST)))
        before = told(opened)
    older = tmp_path / "older.desk"
    of_before(older, 2)
    with closing(sqlite3.connect(older)) as old:
        old.execute("INSERT INTO edition (account) VALUES (?)", (before,))
        old.execute("INSERT INTO edition (account) VALUES ('no account')")
        old.commit()
    with Desk.open(older) as opened:
        assert not opened.is_told()
        list(opened.add(files(tmp_path / "a", first=FIRST), files(tmp_path / "b", later=LATER)))
        assert opened.news().reports == ("later",)


def test_judgements_are_remembered_and_replayed(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST, later=LATER)))
        opened.judge(OnReports("same-story", "first", "later"))
        assert len(opened.stories()) == 1
        opened.judge(judgement("not-same-story", "first", "later"))
    with Desk.open(desk) as opened:
        assert len(opened.stories()) == 2
        opened.judge(judgement("when", "first", "2031-03-05"))
        assert opened.reports()[0].published.value == "2031-03-05"


def test_a_judgement_on_no_report_is_refused(desk: Path) -> None:
    with Desk.open(desk) as opened, pytest.raises(DeskError, match="no report nowhere"):
        opened.judge(judgement("same-story", "nowhere", "nowhere"))


def test_who_decided_and_when_is_kept_and_is_not_told(desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.desk"
    Desk.create(other).__exit__()
    bare = judgement("same-story", "first", "later")
    signed = judgement("same-story", "first", "later", by="ada", on="2031-03-08T10:00:00+00:00")
    accounts = []
    for path, decision in ((desk, bare), (other, signed)):
        with Desk.open(path) as opened:
            list(opened.add(files(tmp_path / "a", first=FIRST, later=LATER)))
            opened.judge(decision)
            assert opened.judgements() == (decision,)
            accounts.append(contract.text(contract.account(opened.tell())))
    assert accounts[0] == accounts[1]


def test_the_command_line_says_who_decided_and_when(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "ada")
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST)))
    assert run("judge", "when", "first", "2031-03-05", "--desk", str(desk)) == 0
    capsys.readouterr()
    assert run("judgements", "--desk", str(desk)) == 0
    line = json.loads(capsys.readouterr().out)
    assert datetime.fromisoformat(line.pop("on")).tzinfo
    assert line == {"kind": "when", "a": "first", "b": "2031-03-05", "by": "ada"}
    for words in (
        ("when", "first", "soon"),
        ("when", "first", "1204-03-05"),
        ("who", "first", "x"),
        ("copy-of", "first", ""),
    ):
        assert run("judge", *words, "--desk", str(desk)) == 2


def test_the_shelf_of_a_desk_of_before_is_filled_by_the_next_telling(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST)))
        before = told(opened)
    with closing(sqlite3.connect(desk)) as old:
        old.executescript(
            "ALTER TABLE judgement DROP COLUMN words; ALTER TABLE mark DROP COLUMN why; DROP TABLE learnt;"
            "DROP INDEX part_outline; ALTER TABLE part DROP COLUMN outline;"
            "DROP TABLE cited; DROP TABLE feed; DROP TABLE told_of; DROP TABLE alert; DROP TABLE followed; DROP TABLE note;"
            "DROP TABLE saved; PRAGMA user_version = 3;"
        )
        for (view,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            old.execute(f"DROP VIEW {view}")
        old.commit()
    with Desk.open(desk) as opened:
        assert not opened.is_told()
        assert told(opened) == before
        assert opened.shelf.search(Search("miners"), Page()).total


# The tables of earlier versions, as these made them.
OF_BEFORE = {
    1: """
        CREATE TABLE report (n INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
        CREATE TABLE judgement (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, value TEXT);
        CREATE TABLE mark (hash TEXT NOT NULL, markers TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (hash, markers));
        CREATE TABLE edition (n INTEGER PRIMARY KEY, account TEXT NOT NULL);
    """,
    2: """
        ALTER TABLE judgement ADD COLUMN decided_by TEXT;
        ALTER TABLE judgement ADD COLUMN decided_on TEXT;
    """,
}


def of_before(path: Path, schema: int) -> None:
    with closing(sqlite3.connect(path)) as old:
        old.executescript(" ".join(OF_BEFORE[step] for step in range(1, schema + 1)))
        old.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {schema};")


def test_a_desk_of_the_first_schema_opens_with_all_its_decisions(tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    of_before(path, 1)
    rows = [
        ("same-person", "Ada", "Adá"),
        ("who", "first", "Ada"),
        ("when", "first", "soon"),
        ("when", "first", "2031-03-05"),
    ]
    with closing(sqlite3.connect(path)) as old:
        old.executemany("INSERT INTO judgement (kind, a, b) VALUES (?, ?, ?)", rows)
        old.commit()
    kept = (judgement("same-person", "Ada", "Adá"), judgement("when", "first", "2031-03-05"))
    signed = judgement("not-same-person", "Ada", "Adá", "ada", "2031-03-08T10:00:00+00:00")
    with Desk.open(path) as opened:
        assert opened.judgements() == kept
        opened.judge(signed)
    with Desk.open(path) as opened:
        assert opened.judgements() == (*kept, signed)
    with closing(sqlite3.connect(path)) as now:
        assert now.execute("SELECT kind, a, b FROM judgement LIMIT 4").fetchall() == rows
        assert now.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_a_desk_of_a_later_schema_is_refused(desk: Path) -> None:
    with closing(sqlite3.connect(desk)) as later:
        later.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(DeskError, match="another version of Dateline"):
        Desk.open(desk)


def test_what_is_no_desk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="dateline init"):
        Desk.open(tmp_path / "missing.desk")
    (tmp_path / "text.desk").write_text("no database at all, but some words " * 40)
    with pytest.raises(DeskError, match="cannot be opened as a desk"):
        Desk.open(tmp_path / "text.desk")
    for way in (Desk.open, Desk.create):
        with pytest.raises(DeskError, match="is a folder"):
            way(tmp_path)


def test_a_killed_add_keeps_what_it_had_reported(desk: Path, tmp_path: Path) -> None:
    pile = rows(tmp_path, *(FIRST.replace("210", str(number)) for number in range(3000)))
    command = [sys.executable, "-m", "dateline", "add", str(pile), "--desk", str(desk)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as adding:
        assert adding.stdout is not None
        reported = [adding.stdout.readline().strip() for _ in range(25)]
        adding.send_signal(signal.SIGKILL)
        reported += adding.stdout.read().split("\n")[:-1]
    with Desk.open(desk) as opened:
        kept = {report.id for report in opened.reports()}
    assert {name for name in reported if name} <= kept
    assert len(kept) < 3000, "the process ended before it was killed: the test shows nothing"


def test_a_story_keeps_its_id_when_an_earlier_report_comes_late(desk: Path, tmp_path: Path) -> None:
    late = FIRST.replace("March 4", "March 3").replace("on Tuesday", "on Monday")
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "one", first=FIRST)))
        (before,) = opened.tell().stories
        list(opened.add(files(tmp_path / "two", late=late)))
        (after,) = opened.tell().stories
    assert len(after.reports) == 2
    assert after.id == before.id


def test_the_account_says_what_was_merged_and_where_a_decision_goes_against_the_words(
    desk: Path, tmp_path: Path
) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST, later=LATER)))
        opened.judge(OnReports("not-same-story", "first", "later"))
        first, second = opened.tell().stories
        against = "A person judged that first and later are two stories; by their words they would be one."
        assert first.changes == second.changes
        assert sentences(first.changes) == against
        opened.judge(judgement("same-story", "first", "later"))  # as their words do: nothing to explain
        (merged,) = opened.tell().stories
        tied = f"Since the last run {second.id} was merged into it: new reports, or a decision, tie the two."
        assert sentences(merged.changes) == tied
        opened.judge(judgement("when", "later", "2031-04-10"))
        (again,) = opened.tell().stories
        assert again.changes == ()


def test_decisions_are_printed_and_taken_in_by_another_desk(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.desk"
    Desk.create(other).__exit__()
    kept = [judgement("not-same-story", "first", "later"), judgement("same-person", "Ada", "Adá")]
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST, later=LATER)))
        for one in kept:
            opened.judge(one)
    assert run("judgements", "--desk", str(desk)) == 0
    lines = capsys.readouterr().out
    (tmp_path / "ours.jsonl").write_text(lines + '{"kind": "maybe", "a": "1", "b": "2"}\nno JSON\n')
    with Desk.open(other) as opened:
        list(opened.add(files(tmp_path / "b", later=LATER)))
    assert run("judgements", str(tmp_path / "ours.jsonl"), "--desk", str(other)) == 3
    said = capsys.readouterr().err
    assert [f"ours.jsonl:{number}: " in said for number in (1, 2, 3, 4)] == [True, False, True, True]
    assert "the desk has no report first" in said
    with Desk.open(other) as opened:
        assert opened.judgements() == (kept[1],)


def test_what_an_outlet_repeats_is_chrome_once_the_desk_has_enough_of_it(desk: Path, tmp_path: Path) -> None:
    motto = "Independent journalism costs money. Please support our newsroom."
    told = (
        "The harbour of Tollen was closed after a ferry ran aground in thick fog near the northern breakwater.",
        "Farmers in the valley fear for their barley, since no rain has fallen there for seven dry weeks now.",
        "The orchestra opens its season with a symphony that nobody had performed anywhere for eighty years.",
    )
    lines = [
        json.dumps({"id": f"r{n}", "outlet": "Tollen Herald", "text": f"{one}\n\n{motto}"})
        for n, one in enumerate(told)
    ]

    def labels(opened: Desk) -> set[str]:
        return {s.label for one in opened.marked() for s in one.sentences if "newsroom" in s.span.of(one.report.text)}

    with Desk.open(desk) as opened:
        for n, line in enumerate(lines):
            (path := tmp_path / f"{n}.jsonl").write_text(line + "\n", encoding="utf-8")
            assert labels(opened) == (set() if n == 0 else {"body"})
            list(opened.add(path))
        assert labels(opened) <= {"boilerplate"}  # marked again, since its label is another


def test_a_report_is_removed_with_its_versions_and_may_come_again(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grown = FIRST.replace("Some 210", "Some 240")
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "one", first=FIRST, later=LATER)))
        list(opened.add(files(tmp_path / "two", first=grown)))
        opened.judge(judgement("same-story", "first", "later"))
        opened.tell()
    assert run("remove", "first", "--desk", str(desk)) == 0
    assert len(capsys.readouterr().out.split()) == 2
    with Desk.open(desk) as opened:
        assert [report.id for report in opened.reports()] == ["later"]
        assert opened.tell().reports[0].id == "later"
        (again,) = opened.add(files(tmp_path / "one", first=FIRST) / "first.txt")
        assert again == Added("first", True)
    assert run("remove", "nobody", "--desk", str(desk)) == 2


def test_a_decision_is_withdrawn(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept, gone = judgement("same-person", "Ada", "Adá"), judgement("not-same-person", "Ada", "Ada Lund")
    with Desk.open(desk) as opened:
        opened.judge(gone)
        opened.judge(kept)
    assert run("judge", "--withdraw", "1", "--desk", str(desk)) == 0
    assert "withdrawn: not-same-person Ada Ada Lund" in capsys.readouterr().err
    for number in ("0", "2"):
        assert run("judge", "--withdraw", number, "--desk", str(desk)) == 2
    assert run("judge", "same-person", "--desk", str(desk)) == 2
    with Desk.open(desk) as opened:
        assert opened.judgements() == (kept,)


STRIKE = """Crane drivers strike at Hask port

March 6, 2031

Crane drivers at the port of Hask walked out over pay on Thursday, the harbour master Goran Belic said.

The union leader Ada Marsh said that the strike would last until the port raised wages.
"""
STRUCK = """Strike at Hask port ends after pay deal

April 14, 2031

Crane drivers at the port of Hask went back to work on Monday, the harbour master Goran Belic said.

The union leader Ada Marsh said that the strike had ended with a fair wage.
"""


def test_a_desk_that_grew_in_three_parts_tells_what_one_tells_that_had_all_at_once(tmp_path: Path) -> None:
    parts = [{"first": FIRST, "bread": OTHER}, {"strike": STRIKE, "copy": STRIKE.replace("March 6", "March 7")}]
    parts.append({"later": LATER, "struck": STRUCK})
    with Desk.create(tmp_path / "grown.desk") as grown, Desk.create(tmp_path / "whole.desk") as whole:
        for number, part in enumerate(parts):
            list(grown.add(files(tmp_path / str(number), **part)))
            in_parts = told(grown)
        list(whole.add(*(tmp_path / str(number) for number in range(len(parts)))))
        assert in_parts == told(whole)
    grew, came = (shelved(tmp_path / f"{name}.desk") for name in ("grown", "whole"))
    assert grew == came
    assert {kind for kind, *_ in grew} >= {"report", "event", "statement", "person"}


def shelved(desk: Path) -> list[tuple[object, ...]]:
    """The rows of a desk's shelf but for whether they are new, with the words that each rests on and who takes part in it."""
    with closing(sqlite3.connect(desk)) as file:
        file.execute("INSERT INTO item_words (item_words, rank) VALUES ('integrity-check', 1)")
        return file.execute(
            "SELECT kind, id, story, place, report, outlet, day, speaker, status, words_at, title, facets, text, record,"
            " (SELECT json_group_array(json_array(report, first, last)) FROM cited WHERE item = n),"
            " (SELECT json_group_array(person) FROM takes_part WHERE item = n) FROM item ORDER BY story, place"
        ).fetchall()


def test_what_is_made_ready_ahead_is_what_would_be_made_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, pile = {}, files(tmp_path / "pile", first=FIRST, strike=STRIKE)
    for ahead in (desk_module.DRAFTED, 0):
        monkeypatch.setattr(desk_module, "DRAFTED", ahead)
        with Desk.create(tmp_path / f"{ahead}.desk") as opened:
            list(opened.add(pile))
            made[ahead] = told(opened), shelved(tmp_path / f"{ahead}.desk")
    assert len(set(map(repr, made.values()))) == 1


def test_a_story_goes_on_under_its_id_however_long_the_list_of_its_reports_is(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path, first=FIRST, later=LATER, bread=OTHER)))
        opened.tell()
        known = opened.editions.latest_stories()
        assert sorted(story.reports for story in known) == [("bread",), ("first", "later")]
        monkeypatch.setattr(editions, "HEAD", len('{"id": "s-0123456789", "title": "'))
        assert opened.editions.latest_stories() == known


def test_of_a_story_that_nothing_touched_neither_marks_nor_findings_are_read(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST, strike=STRIKE)))
        opened.tell()
        list(opened.add(files(tmp_path / "b", later=LATER)))
        read = list[str]()
        marks = Store.marked
        monkeypatch.setattr(Store, "marked", lambda self, report, by: read.append(report.id) or marks(self, report, by))
        monkeypatch.setattr(Editions, "told", lambda _, key: None)
        opened.retell()
        assert read == ["first"]  # what is marked now is at hand
        assert len(opened.tell().stories) == 2


def test_what_came_is_being_marked_while_it_is_grouped(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = list[str]()
    outlined = flow.outlined

    def over(call: Callable[[Any], Any], some: Iterable[Any]) -> Iterable[Any]:
        done.append(type(call).__name__)
        return [call(piece) for piece in some]

    def grouping(*args: Any, **options: Any) -> Any:
        done.append("grouping")
        return outlined(*args, **options)

    monkeypatch.setattr(flow, "outlined", grouping)
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path, first=FIRST, strike=STRIKE)))
        opened.retell(Engine(over))
    assert done[:2] == ["_Marker", "grouping"] and done[-1] == "Teller"


def test_a_decision_on_people_tells_only_the_stories_that_have_them_anew(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST, strike=STRIKE)))
        opened.tell()
        opened.judge(judgement("same-person", "Goran Belic", "Ada Marsh"))
        weighed = list[str]()
        tell_story = flow._told

        def watched(story: Story, options: Options, decisions: Sequence[OnFinding]) -> Told:
            weighed.append(story.reports[0].report.id)
            return tell_story(story, options, decisions)

        monkeypatch.setattr(flow, "_told", watched)
        made = opened.tell()
        assert weighed == ["strike"]
        (strike,) = (story for story in made.stories if story.reports == ("strike",))
        assert sum(person.kind == "PERSON" for person in strike.people) == 1


def test_a_report_that_is_not_marked_to_its_end_is_named_as_long_as_it_is_told(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST)))
        opened.tell()
        (report,) = opened.reports()
    with Store(desk) as store:
        store.keep_marks(Marked(report, why="it took too long"), desk_module._markers())
    with Desk.open(desk) as opened:
        for name, text in (("bread", OTHER), ("strike", STRIKE)):
            list(opened.add(files(tmp_path / name, **{name: text})))
            assert "it took too long" in [failed.why for failed in opened.tell().failed]


def test_what_was_learnt_of_a_report_that_is_taken_out_is_forgotten(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST, later=LATER)))
        opened.tell()
        opened.remove("later")
        opened.tell()
    with closing(sqlite3.connect(desk)) as now:
        assert now.execute("SELECT kind FROM learnt ORDER BY kind").fetchall() == [("bag",), ("prints",), ("title",)]


def test_a_piece_that_is_broken_is_told_anew(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST)))
        before = opened.tell()
        with closing(sqlite3.connect(desk)) as garbled:
            garbled.execute("UPDATE piece SET record = replace(record, 'Orrel', 'Borel')")
            garbled.commit()
        list(opened.add(files(tmp_path / "b", bread=OTHER)))
        assert before.stories[0] in opened.tell().stories


def test_a_desk_is_kept_as_it_was_before_a_step_changes_it(tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    of_before(path, 1)
    Desk.open(path).__exit__()
    with closing(sqlite3.connect(tmp_path / "old.desk.schema-1")) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_decision_that_is_none_is_passed_over_and_named(desk: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(desk)) as garbled:
        garbled.execute("INSERT INTO judgement (kind, a, b) VALUES ('sideways', 'x', 'y')")
        garbled.commit()
    with Desk.open(desk) as opened:
        list(opened.add(files(tmp_path / "one", first=FIRST)))
        assert any("sideways" in failed.where for failed in opened.tell().failed)


def test_two_that_add_at_once_both_succeed(desk: Path, tmp_path: Path) -> None:
    piles = [rows(tmp_path / name, *(f"{FIRST}{name} {number}" for number in range(40))) for name in ("one", "two")]
    command = [sys.executable, "-m", "dateline", "add", "--desk", str(desk)]
    both = [subprocess.Popen([*command, str(pile)], stdout=subprocess.PIPE, text=True) for pile in piles]
    said = [line for adding in both for line in adding.communicate()[0].split()]
    assert [adding.returncode for adding in both] == [0, 0]
    with Desk.open(desk) as opened:
        assert len(said) == len(set(said)) == 80
        assert {version.id for report in opened.reports() for version in opened.versions(report.id)} == set(said)
