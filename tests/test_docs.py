"""The docs hold: the reference is the command line's own help, every verb is in it, links lead somewhere."""

from __future__ import annotations

import contextlib
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from dateline import cli
from dateline.desk import Desk

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def test_the_reference_is_the_command_lines_own() -> None:
    spec = importlib.util.spec_from_file_location("cli_reference", ROOT / "docs" / "cli_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert written == module.reference(), "python docs/cli_reference.py > docs/reference/cli.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not target.startswith("http") and not (page.parent / target).exists()] == []


def test_the_code_in_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    document = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"]).parse(ROOT / "README.md")
    examples = list(document.examples())
    assert examples
    for example in examples:
        example.evaluate()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the how-tos have made by their commands: the samples, tables of them, a desk."""
    folder = tmp_path_factory.mktemp("howto")
    shutil.copytree(ROOT / "examples", folder / "examples")
    for words in (("timeline", "--format", "csv"), ("quotes", "--csv")):
        out = (folder / f"{words[0]}.csv").open("w", encoding="utf-8", newline="")
        with out, contextlib.chdir(folder), contextlib.redirect_stdout(out), pytest.raises(SystemExit) as left:
            cli.main([words[0], "examples/strait", *words[1:]])
        assert not left.value.code
    with Desk.create(folder / "strait.desk") as opened:
        list(opened.add(folder / "examples" / "strait"))
        opened.tell()
    return folder


@pytest.mark.parametrize(("page", "part"), [("frames", "pandas"), ("frames", "R"), ("sql", "pandas"), ("sql", "R")])
def test_a_session_prints_what_the_how_to_says(bench: Path, page: str, part: str) -> None:
    written = (ROOT / "docs" / "how-to" / f"{page}.md").read_text(encoding="utf-8")
    inside = written.partition(f"\n## {part}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"```\w*\n(.*?)```", inside, re.DOTALL)
    at, said = next((n, one) for n, one in enumerate(blocks) if one.startswith(("import", "timeline <-", "ask <-")))
    runs = [sys.executable, "-c", said] if part == "pandas" else [shutil.which("Rscript") or "", "-e", said]
    if not runs[0] or not shutil.which("sqlite3"):
        pytest.skip("no Rscript or no sqlite3 on this machine")
    ran = subprocess.run(runs, cwd=bench, capture_output=True, text=True, check=True)
    assert "".join(ran.stdout.split()) == "".join(blocks[at + 1].split()), said
