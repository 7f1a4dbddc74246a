"""What is loaded before it is needed: nothing that takes long."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from dateline import mark
from dateline.cli import desk, reports
from dateline.engines.processes import AUTO, PAYS, Processes, cores
from dateline.group.connected import connected
from dateline.language import english
from dateline.records import judgements

INSTALLED = (
    600_000_000  # bytes of Dateline's own files and of all that it needs; each is named in docs/reference/install.md
)
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


def test_what_trafilatura_loads_and_nobody_here_asks_for_is_left_out_and_can_still_be_had() -> None:
    code = """
import sys
import dateline.read.page.content
assert "py3langid" not in sys.modules
import py3langid
assert py3langid.__file__ and py3langid is sys.modules["py3langid"]
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


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
    assert connected(6, [(4, 1), (5, 4), (0, 0), (2, 3)]) == [0, 1, 2, 2, 1, 1]
    assert connected(0, []) == []


@pytest.mark.parametrize("part", sorted(each.name for each in fields(english.LANGUAGE)))
def test_any_part_of_a_language_may_be_asked_first(part: str) -> None:
    """Parts are run when they are asked, in whatever order: one that needs another finds it whole."""
    code = f"from dateline import language; getattr(language.of('en').{part}, 'nothing', None)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def needed(name: str, seen: set[str]) -> Iterator[Distribution]:
    """A package that is installed, and those that it needs; no extras but those it asks for."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return
    seen.add(key)
    try:
        found = distribution(name)
    except PackageNotFoundError:  # for another system, or of an extra
        return
    yield found
    for line in found.requires or ():
        needs = Requirement(line)
        if needs.marker is None or needs.marker.evaluate({"extra": ""}):
            yield from needed(needs.name, seen)


def size(package: Distribution) -> int:
    """The bytes of its files."""
    paths = [Path(str(package.locate_file(file))) for file in package.files or ()]
    return sum(path.stat().st_size for path in paths if path.is_file())


def test_what_is_installed_is_no_larger_than_it_was_said_to_be() -> None:
    sizes = {package.name: size(package) for package in needed("dateline", set())}
    assert len(sizes) > 40 and sizes["spacy"] > 10_000_000  # the files were found
    assert sum(sizes.values()) < INSTALLED, sorted(sizes.items(), key=lambda one: -one[1])[:12]


def test_what_weighs_most_is_said_to_be_for_something() -> None:
    said = (Path(__file__).parents[1] / "docs/reference/install.md").read_text(encoding="utf-8")
    heavy = [
        package.name
        for package in needed("dateline", set())
        if size(package) > 5_000_000 and package.name != "dateline"
    ]
    assert len(heavy) > 5
    assert [name for name in heavy if name.lower().replace("_", "-") not in said.lower()] == []
