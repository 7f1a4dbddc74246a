"""The API as its own description has it: whatever is asked for, what is answered is described, and nothing breaks."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from dateline.desk import Desk

SAMPLE = Path(__file__).parent.parent.parent / "examples" / "strait"
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def test_nothing_that_can_be_asked_for_breaks_it(tmp_path: Path) -> None:
    asking = os.environ.get("DATELINE_ST") or shutil.which("st")
    if not asking:
        pytest.skip("DATELINE_ST names no schemathesis (pip install schemathesis, best apart)")
    with Desk.create(tmp_path / "strait.desk") as opened:
        list(opened.add(SAMPLE))
        opened.retell()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    described = f"http://127.0.0.1:{port}/api/v1/openapi.json"
    command = [sys.executable, "-m", "dateline", "serve", "--desk", str(tmp_path / "strait.desk"), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as serving:
        for _ in range(300):
            try:
                urllib.request.urlopen(described, timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        run = [asking, "run", described, "--checks", CHECKS, "--phases", "fuzzing,stateful", "--seed", "20"]
        asked = subprocess.run(
            [*run, "--max-examples", "10", "--generation-database", "none"],
            capture_output=True, text=True, timeout=600, cwd=tmp_path,
        )  # fmt: skip
        serving.terminate()
    assert asked.returncode == 0, asked.stdout[-4000:]
    assert "Tested: 23" in asked.stdout, asked.stdout[-4000:]
