"""What is loaded before it is needed: nothing that takes long."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from dateline import mark
from dateline.cli import desk, reports
from dateline.engines.processes import AUTO, PAYS, Processes, cores
from dateline.group.stories.joining import _parts
from dateline.language import english
from dateline.records import judgements

REPORT = Path(__file__).parents[1] / "examples/strait/01-npa-dispatch.txt"
HEAVY = ("spacy", "numpy", "scipy", "trafilatura", "lxml", "fastapi", "jinja2", "icalendar", "py3langid", "htmldate")
LOADED = """
import json, sys
from dateline.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    print(json.dumps(sorted(sys.modules)))
"""


def loaded(*words: str) -> set[str]:
    """Every library, and every module of ours, that a command line loads."""
    done = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", [("--help",), ("tell", "--help"), ("judge", "--help")])
def test_help_loads_no_library_of_a_room_and_no_room(words: tuple[str, ...]) -> None:
    names = loaded(*words)
    assert not names & set(HEAVY)
    assert not names & {"dateline.flow", "dateline.records", "dateline.language", "dateline.show"}


def test_reading_text_loads_neither_the_parser_nor_what_groups() -> None:
    names = loaded("read", str(REPORT), "--quiet")
    assert not names & {"spacy", "scipy", "trafilatura", "fastapi", "jinja2", "icalendar"}
    assert not names & {"dateline.flow", "dateline.group", "dateline.weigh", "dateline.show"}


def test_help_names_the_kinds_that_there_are() -> None:
    assert ",".join(mark.KINDS) == reports.KINDS
    assert ", ".join(judgements.KINDS) == desk.KINDS


def test_each_name_of_the_package_is_found_and_rooms_do_not_take_the_names_of_verbs() -> None:
    import dateline.read
    import dateline.tell

    assert all(getattr(dateline, name) is not None for name in dateline.__all__)
    assert callable(dateline.read) and callable(dateline.tell)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = dateline.nothing


def test_few_pieces_of_work_are_done_in_this_process_and_many_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.engines.processes.cores", lambda: 2)
    with Processes(AUTO) as processes:
        assert list(processes.over(abs, iter(range(-2 * PAYS + 1, 0)))) == list(range(2 * PAYS - 1, 0, -1))
        assert processes.started == 0
        assert list(processes.over(abs, iter(range(-3 * PAYS, 0)))) == list(range(3 * PAYS, 0, -1))
        assert processes.started == 2


def test_one_process_is_one_process() -> None:
    with Processes(1) as processes:
        assert list(processes.over(abs, range(-100, 0))) == list(range(100, 0, -1))
        assert processes.started == 0
    assert cores() >= 1


def test_connected_parts_are_numbered_by_their_first_nodes() -> None:
    assert _parts(6, [(4, 1), (5, 4), (0, 0), (2, 3)]) == [0, 1, 2, 2, 1, 1]
    assert _parts(0, []) == []


@pytest.mark.parametrize("part", sorted(each.name for each in fields(english.LANGUAGE)))
def test_any_part_of_a_language_may_be_asked_first(part: str) -> None:
    """Parts are run when they are asked, in whatever order: one that needs another finds it whole."""
    code = f"from dateline import language; getattr(language.of('en').{part}, 'nothing', None)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
