"""Kill `add`, `tell` and `news` at random moments, let two write at once, fill the disk: nothing printed as added may be lost.

    python bench/kill.py [--times N] [--seed S] [--dateline CMD]

After each kill the desk must open, hold every report whose id was printed, hold each wholly, and be told again. The full
disk is a small tmpfs; where none can be mounted (no rights) that step is left out, and said so. Exit 1 where anything was
lost. POSIX.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

REPORT = """Ferry {n} to be laid up in Rask

March {day}, 2031

RASK - The ferry {n} will be laid up on {day} June, the harbour board said on Tuesday. Some {n} people cross on it each day.
Tom Ellin, the chairman, denied that the ferry was unsafe. "We cannot pay for {n} crossings," he said.
"""


@dataclass(slots=True)
class Trial:
    """A command line, a folder to work in, and what was found wrong."""

    command: list[str]
    folder: Path
    wrong: list[str] = field(default_factory=list)

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a verb to its end."""
        return subprocess.run([*self.command, *map(str, words)], capture_output=True, text=True, check=False)

    def killed(self, after: float, *words: str | Path) -> list[str]:
        """Run a verb and kill it so many seconds later: the whole lines that it printed."""
        with subprocess.Popen(
            [*self.command, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as running:
            time.sleep(after)
            running.kill()
            assert running.stdout is not None  # a pipe
            return running.stdout.read().split("\n")[:-1]

    def pile(self, name: str, count: int) -> Path:
        """A pile of so many short reports."""
        path = self.folder / f"{name}.jsonl"
        rows = (
            {
                "id": f"{name}{n}",
                "text": REPORT.format(n=f"{name}{n}", day=n % 27 + 1),
                "published": f"2031-03-{n % 27 + 1:02}",
            }
            for n in range(count)
        )
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    def desk(self, name: str) -> Path:
        """A new desk."""
        path = self.folder / f"{name}.desk"
        path.unlink(missing_ok=True)
        self.run("init", path)
        return path

    def check(self, what: str, desk: Path, printed: set[str]) -> None:
        """Whether a desk is sound, and holds whole what was printed as added."""
        try:
            with closing(sqlite3.connect(desk)) as opened:
                if opened.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                    self.wrong.append(f"{what}: the file is damaged")
                kept = dict(opened.execute("SELECT id, record FROM report").fetchall())
                orphans = opened.execute(
                    "SELECT count(*) FROM report LEFT JOIN version USING (n) WHERE first IS NULL"
                ).fetchone()[0]
        except sqlite3.Error as error:
            self.wrong.append(f"{what}: the desk does not open ({error})")
            return
        if lost := sorted(printed - kept.keys()):
            self.wrong.append(f"{what}: printed as added and lost: {', '.join(lost[:5])}")
        if orphans or any(not json.loads(record)["text"] for record in kept.values()):
            self.wrong.append(f"{what}: a report is there in part")


def kills(trial: Trial, times: int, chance: random.Random) -> None:
    """Kill each verb at random moments."""
    pile = trial.pile("a", 400)
    began = time.perf_counter()
    trial.run("add", pile, "--desk", trial.desk("whole"))
    whole = time.perf_counter() - began
    for number in range(times):
        desk = trial.desk("killed")
        printed = set(trial.killed(chance.uniform(0.3, whole), "add", pile, "--desk", desk))
        trial.check(f"add, killed ({number})", desk, printed)
    small, desk = trial.pile("b", 12), trial.desk("told")
    added = set(trial.run("add", small, "--desk", desk).stdout.split())
    began = time.perf_counter()
    first = trial.run("tell", "--desk", desk, "--json")
    whole = time.perf_counter() - began
    for number in range(times):
        verb = ("tell", "news")[number % 2]
        with closing(sqlite3.connect(desk)) as opened:
            opened.execute("DELETE FROM mark")
            opened.commit()
        trial.killed(chance.uniform(0.3, whole), verb, "--desk", desk)
        trial.check(f"{verb}, killed ({number})", desk, added)
    if trial.run("tell", "--desk", desk, "--json").stdout != first.stdout:
        trial.wrong.append("tell: after the kills it tells otherwise")


def two_writers(trial: Trial) -> None:
    """Two that add at once, and one that tells."""
    desk, piles = trial.desk("both"), [trial.pile(name, 150) for name in ("c", "d")]
    words = [["add", str(pile), "--desk", str(desk)] for pile in piles] + [["tell", "--desk", str(desk), "--json"]]
    running = [subprocess.Popen([*trial.command, *one], stdout=subprocess.PIPE, text=True) for one in words]
    said = [one.communicate()[0] for one in running]
    if any(one.returncode for one in running):
        trial.wrong.append(f"two writers: exit {[one.returncode for one in running]}")
    printed = {line for out in said[:2] for line in out.split()}
    trial.check("two writers", desk, printed)
    if len(printed) != 300:
        trial.wrong.append(f"two writers: {len(printed)} of 300 were added")


def full_disk(trial: Trial) -> None:
    """A desk on a disk that fills up."""
    room = trial.folder / "room"
    room.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(room)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        print(f"full disk: left out, no tmpfs can be mounted ({mounted.stderr.strip()})")
        return
    try:
        desk = room / "full.desk"
        trial.run("init", desk)
        done = trial.run("add", trial.pile("e", 400), "--desk", desk)
        if done.returncode != 2 or "Traceback" in done.stderr or not done.stderr.strip():
            trial.wrong.append(f"full disk: exit {done.returncode}: {done.stderr.strip()[-200:]}")
        trial.check("full disk", desk, set(done.stdout.split()))
        page = trial.run("tell", trial.pile("f", 40), "--html", room / "page.html")
        if list(room.glob("page.html*")) and page.returncode:
            trial.wrong.append("full disk: half a page was left")
        print(
            f"full disk: {len(done.stdout.split())} reports were added before it was full: {done.stderr.strip()[-120:]}"
        )
    finally:
        subprocess.run(["umount", str(room)], check=False)


def main() -> int:
    """Run all, say what was lost."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--times", type=int, default=100, help="kills of add, and as many of tell and news")
    given.add_argument("--seed", type=int, default=0)
    given.add_argument("--dateline", default=f"{sys.executable} -m dateline")
    asked = given.parse_args()
    if os.name != "posix":
        print("left out: not a POSIX system")
        return 0
    folder = Path(tempfile.mkdtemp())
    trial = Trial(shlex.split(asked.dateline), folder)
    try:
        kills(trial, asked.times, random.Random(asked.seed))
        two_writers(trial)
        full_disk(trial)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(trial.wrong) or f"nothing was lost in {2 * asked.times} kills, by two writers, or on a full disk")
    return int(bool(trial.wrong))


if __name__ == "__main__":
    sys.exit(main())
