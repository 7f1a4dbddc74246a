"""The command line: the contract's exit statuses, clean stdout, and errors that name the file and the remedy."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline import cli
from made import files, rows

REPORT = """Ferry runs aground off Tollen

March 4, 2031

The ferry Sula ran aground off Tollen on Monday, the coastguard said. Nobody was hurt.

The ferry will be towed to Sund on Thursday, the coastguard said.
"""


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return files(tmp_path, ferry=REPORT)


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main([str(word) for word in words])
    return int(left.value.code or 0)


def test_read_prints_one_line_a_report(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", str(pile), "--jsonl") == 0
    line = json.loads(capsys.readouterr().out)
    assert line["id"] == "ferry"
    assert line["text"] == REPORT
    assert line["title"] == "Ferry runs aground off Tollen"
    assert line["published"]["value"] == "2031-03-04"


def test_marks_runs_only_what_is_asked(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("marks", str(pile), "--only", "time") == 0
    found = json.loads(capsys.readouterr().out)["marks"]
    assert {mark["kind"] for mark in found} == {"time"}


def test_without_a_verb_it_tells(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(pile), "--json") == 0
    account = json.loads(capsys.readouterr().out)
    assert account["schema"] == 1
    assert [story["reports"] for story in account["stories"]] == [["ferry"]]


def test_tell_then_verify(pile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("tell", str(pile), "--json")
    account = tmp_path / "account.json"
    account.write_text(capsys.readouterr().out)
    assert run("verify", str(account), str(pile / "ferry.txt")) == 0
    (pile / "ferry.txt").write_text(REPORT.replace("Monday", "Sunday"))
    assert run("verify", str(account), str(pile / "ferry.txt")) == 1
    assert "SHA-256" in capsys.readouterr().out


def test_the_same_bytes_twice(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("tell", str(pile), "--json")
    first = capsys.readouterr().out
    run("tell", str(pile), "--json", "--quiet")
    assert capsys.readouterr().out == first


def test_the_page_is_one_file(pile: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("tell", str(pile), "--html", str(page)) == 0
    assert "Ferry runs aground off Tollen" in page.read_text()


def test_markdown_and_lines(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("tell", str(pile), "--md") == 0
    assert capsys.readouterr().out.startswith("#")
    assert run("tell", str(pile), "--jsonl") == 0
    assert json.loads(capsys.readouterr().out)["reports"] == ["ferry"]


def test_as_of_leaves_out_what_came_later(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("tell", str(pile), "--json", "--as-of", "2031-03-01") == 0
    assert json.loads(capsys.readouterr().out)["stories"] == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not text"),
        ("broken.jsonl", b'{"id": "a", "text": ', "line"),
    ],
)
def test_one_bad_file_does_not_end_the_run(
    pile: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, says: str
) -> None:
    (pile / name).write_bytes(content)
    assert run("read", str(pile)) == 3
    said = capsys.readouterr()
    assert json.loads(said.out)["id"] == "ferry"
    assert name in said.err
    assert says in said.err.lower()


def test_a_file_that_is_not_there_is_named(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("tell", str(pile / "ferry.txt"), str(pile / "gone.txt"), "--json") == 3
    said = capsys.readouterr()
    assert "gone.txt" in said.err
    assert json.loads(said.out)["failed"][0]["where"].endswith("gone.txt")


def test_nothing_to_read_is_status_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("tell", str(tmp_path)) == 4
    assert "no report" in capsys.readouterr().err


def test_usage_is_status_2(pile: Path) -> None:
    assert run("marks", str(pile), "--only", "smell") == 2
    assert run("tell", str(pile), "--as-of", "yesterday") == 2
    assert run("verify", str(pile / "ferry.txt"), str(pile)) == 2


def test_each_verb_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.app.registered_commands
    for command in cli.app.registered_commands:
        verb = command.name or command.callback.__name__  # type: ignore[union-attr]  # every command has one
        assert run(verb, "--help") == 0
        assert "Example" in capsys.readouterr().out, verb


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("dateline 0.")


SECOND = """Ferry Sula stuck

March 5, 2031

The ferry Sula ran aground off Tollen, the coastguard said. The owner, Ida Falk, denied that the ferry Sula was overloaded.

The ferry will be towed to Sund, the coastguard said.
"""


def test_quotes_prints_a_row_for_each_statement_and_report(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files(pile, second=SECOND)
    assert run("quotes", str(pile), "--csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["report"] for row in rows} == {"ferry", "second"}
    (denial,) = [row for row in rows if row["polarity"] == "deny"]
    assert (denial["speaker"], denial["content"]) == ("Ida Falk", "that the ferry Sula was overloaded")
    text = SECOND[int(denial["start"]) : int(denial["end"])]
    assert text == denial["content"]


def test_quotes_shows_denials_alone(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files(pile, second=SECOND)
    assert run("quotes", str(pile), "--denied") == 0
    shown = capsys.readouterr().out
    assert "denies: that the ferry Sula was overloaded" in shown
    assert "towed" not in shown


def test_quotes_as_json_holds_statements_with_their_cites(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("quotes", str(pile), "--json", "--by", "day") == 0
    (story,) = json.loads(capsys.readouterr().out)["stories"]
    cites = [cite for saying in story["sayings"] for one in saying["versions"] for cite in one["statement"]["content"]]
    assert cites
    assert all(REPORT[cite["start"] : cite["end"]] == cite["text"] for cite in cites)


def test_ctrl_c_keeps_what_was_read(tmp_path: Path) -> None:
    rows(tmp_path, *[REPORT] * 3000)
    # a shell without job control lets what it runs in the background ignore the signal; the terminal's user never has that
    heeds = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from dateline.cli import main; main()"
    )
    command = [sys.executable, "-c", heeds, "read", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        first = reading.stdout.readline()
        reading.send_signal(signal.SIGINT)
        rest = reading.stdout.read()
        said = reading.stderr.read()
    assert reading.returncode == 130
    assert [json.loads(line)["id"] for line in (first + rest).splitlines()][:1] == ["r0"]
    assert len(rest.splitlines()) < 2999, "it ended before it was stopped: the test shows nothing"
    assert "Traceback" not in said


@pytest.mark.parametrize("after", [0.15, 0.4, 1.0])
def test_ctrl_c_while_it_loads_shows_no_traceback(tmp_path: Path, after: float) -> None:
    files(tmp_path, one=REPORT)
    heeds = (
        "import signal, os, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.executable, sys.argv[1:])"
    )
    command = [sys.executable, "-c", heeds, sys.executable, "-m", "dateline", "tell", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as telling:
        time.sleep(after)
        telling.send_signal(signal.SIGINT)
        said = telling.communicate()[1]
    assert "Traceback" not in said
    assert telling.returncode in (0, 130, -signal.SIGINT)


def test_files_that_are_not_read_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files(tmp_path, one=REPORT)
    (tmp_path / "trace.log").write_text("nothing")
    (tmp_path / "bare").write_text("nothing")
    assert run("read", str(tmp_path)) == 0
    said = capsys.readouterr().err
    assert "left out 2 files of kinds that are not read (without an ending 1, .log 1)" in said


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are opened another way there")
@pytest.mark.parametrize("verb", ["read", "marks"])
def test_progress_on_a_terminal_leaves_stdout_alone(pile: Path, verb: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dateline", verb, str(pile)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"}
    ) as running:
        os.close(theirs)
        with contextlib.suppress(OSError):  # the end of a terminal
            while os.read(ours, 4096):
                pass
        assert running.stdout is not None
        assert json.loads(running.stdout.read())["id"] == "ferry"
    os.close(ours)


def test_deeds_are_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pile = rows(tmp_path, "Norway expelled two diplomats of Chad on Monday.", published="2031-03-05")
    assert run("deeds", str(pile), "--csv") == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["source_code"], row["plover"], row["cameo"], row["date"]) == ("NOR", "SANCTION", "166", "2031-03-03")
    assert run("deeds", str(pile), "--csv", "--by-report", "--code", "16", "--actor", "NOR", "--on", "2031-03") == 0
    (told,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert told["report"] == "r0"
    for none in (("--code", "AID"), ("--actor", "FRA"), ("--on", "2030")):
        assert run("deeds", str(pile), "--csv", *none) == 0
        assert capsys.readouterr().out == ""
    assert run("deeds", str(pile), "--on", "soon") == 2
