"""The desk in a real browser: a walk without scripts, no request to another host, nothing refused, axe finds nothing."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk import Desk

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parent.parent.parent

LATEST = """Lindqvist calls off her visit to Drava

June 14, 2031

President Ada Lindqvist has cancelled her visit to Drava in October, her chief of staff said on Saturday. Korland denied that
its patrol boat had rammed the Marit.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk of the sample, told and seen."""
    with Desk.create(tmp_path / "strait.desk") as opened:
        list(opened.add(ROOT / "examples" / "strait"))
        opened.retell(seen=True)
    return tmp_path / "strait.desk"


@pytest.fixture
def base(desk: Path) -> Iterator[str]:
    """Where it is served, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", "--desk", str(desk), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as serving:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/status", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
        serving.terminate()


def test_a_walk_over_the_desk(base: str, desk: Path, tmp_path: Path) -> None:
    browser, node = shutil.which("chromium"), shutil.which("node")
    if not browser or not node:
        pytest.skip("no chromium or no node on this machine")
    modules = Path(os.environ.get("DATELINE_NODE_MODULES", ""), "node_modules")
    if not (modules / "axe-core").is_dir() or not (modules / "playwright-core").is_dir():
        pytest.skip("DATELINE_NODE_MODULES names no folder with axe-core and playwright-core")
    (tmp_path / "latest.txt").write_text(LATEST)
    drive = Path(__file__).with_name("drive.js")
    words = [node, drive, modules.resolve(), browser, base, sys.executable, desk, tmp_path / "latest.txt"]
    if pictures := os.environ.get("DATELINE_PICTURES"):  # a folder, to look at them
        words.append(pictures)
    ran = subprocess.run(list(map(str, words)), capture_output=True, text=True, timeout=600)
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)
    walked = seen["walked"]
    assert walked["story"]
    assert walked["followed"].startswith("Followed")
    assert "Ask the pilot." in walked["noted"]
    assert "as of" in walked["as_of"]
    assert walked["slid"][:2] == ["at=4", "3 Apr 2031"] and "3 April 2031" in walked["slid"][2]
    assert walked["moved"] == "11 Mar 2031"
    assert "Undo" in walked["called"] and walked["renamed"] == "The Marit and the visit" and walked["label"] == 1
    assert walked["three"].startswith("Three reports")
    assert walked["exported"][0].endswith(".docx") and walked["exported"][1] > 1000
    assert "Undo" in walked["remembered"]
    assert "2031-03-10" in walked["log"]
    assert "withdrawn" in walked["undone"]
    assert walked["found"].endswith("found") and walked["narrowed"].endswith("found")
    assert walked["narrowed"] != walked["found"]
    assert walked["saved"].startswith("The search is kept")
    assert walked["filtered"] == 1
    assert "plan" in walked["alerts"] and "Lindqvist" in walked["alerts"]
    judging, reporting = walked["judged_by_keys"]
    assert judging[0] == "words called" and judging[1].endswith("not-same-story") and judging[2].endswith("not-copy-of")
    assert judging[3].endswith("no-plan")
    kinds = ["when", "same-story", "not-same-story", "copy-of", "not-copy-of"]
    assert reporting[:5] == [f"b {kind}" for kind in kinds]
    assert [one.split()[-1] for one in reporting[5:]] == ["no-statement", "no-statement"]
    assert walked["named_by_key"] == "words called" and walked["typed"] == "?s"
    assert "no statement" in walked["keys"] and "the same person" not in walked["keys"]
    assert "Undo" in walked["decided_by_key"] and "withdrawn" in walked["undone_by_key"]
    assert walked["turned_off"] == "/keys"
    assert walked["told_meanwhile"] == "What changed is told. Show it" and walked["shown_then"] == 0
    assert walked["led"] == [True, 2] and walked["person"] == "people"  # no plan, and another name for it
    assert walked["chosen"] == "Two reports side by side" and walked["marks"] > 3
    assert {name: seen[name] for name in ("asked", "refused", "broken", "wide", "printed")} == {
        "asked": [], "refused": [], "broken": [], "wide": [], "printed": [],
    }  # fmt: skip
