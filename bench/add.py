"""What it costs to tell a large desk anew after reports were added: CPU seconds a stage, the clock, and the memory.

    python bench/add.py DESK [--add 1,100] [--against SRC]

DESK is a desk that `bench/desk.py --keep` made; it stays as it is, for each measurement is of a copy. The reports that are
added are shortened copies, each of one of another story. They are told and drawn in a process of its own, as the app does it
while nobody looks. With `--against`, the same is done by another source tree first, in turn, on the same copy.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from dateline.desk import Desk
from dateline.store.rows import Filter, Page

TOLD = """
import json, os, resource, sys, time
from dateline.web import teller

def spent():
    every = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in every)
class Told:
    stages = [("starting", 0.0, time.time())]
    def send(self, said):
        if said.stage == "failed":
            raise SystemExit(said.why)
        if said.stage != self.stages[-1][0]:
            self.stages.append((said.stage, spent(), time.time()))
if __name__ == "__main__":
    start = float(sys.argv[2])
    teller.tell(sys.argv[1], Told())
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    stages = [*Told.stages[:-1], ("", spent(), time.time())]
    stages[0] = ("starting", 0.0, start)
    print(json.dumps({"stages": stages, "memory": own, "others": child}))
"""


def made(opened: Desk, many: int) -> list[dict[str, str | None]]:
    """So many reports, each a shortened copy of one of another story."""
    draw, total = random.Random(17), opened.shelf.stories(Filter(), Page(limit=1))[0]
    late = []
    for place in draw.sample(range(total), many):
        (row,) = opened.shelf.stories(Filter(), Page(place, 1), "latest")[1]
        report = opened.editions.report(opened.shelf.reports_of(row.id, 1)[0][0])
        assert report is not None
        lines = [line for line in report.text.splitlines() if line.strip()]
        body = "\n\n".join((*lines[:1], *(line for line in lines[1:] if draw.random() > 0.3)))
        late.append({"id": f"late-{place}", "text": body, "outlet": "Late Gazette", "published": report.published.day})
    return late


def told(path: Path, source: Path) -> None:
    """Tell the desk by a source tree, and print what that took. What other processes used is counted where they end."""
    program = path.with_name("told.py")  # other processes begin by reading it
    program.write_text(TOLD)
    before = Path("/proc/stat").read_text().split()[1:9]
    done = subprocess.run(
        [sys.executable, str(program), str(path), str(time.time())],
        check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(source)},
    )  # fmt: skip
    after = Path("/proc/stat").read_text().split()[1:9]
    found = json.loads(done.stdout.splitlines()[-1])
    stages = found["stages"]
    shown = ", ".join(
        f"{stage} {next_cpu - cpu:.1f} ({next_clock - clock:.1f})"
        for (stage, cpu, clock), (_, next_cpu, next_clock) in pairwise(stages)
    )
    clock, cpu = stages[-1][2] - stages[0][2], stages[-1][1]
    spent = [int(now) - int(then) for now, then in zip(after, before, strict=True)]
    others = (sum(spent) - spent[3] - spent[4]) / os.sysconf("SC_CLK_TCK") - cpu
    drawn = next((at for stage, _, at in stages if stage == "drawing"), stages[-1][2])
    print(f"  {shown}")
    print(
        f"  told after {drawn - stages[0][2]:.1f} s, drawn after {clock:.1f}; {cpu:.1f} CPU s in all; most memory"
        f" {found['memory']:.0f} MB, of a process beside it {found['others']:.0f};"
        f" others used {max(0.0, others):.1f} CPU s meanwhile, of {clock * (os.cpu_count() or 1):.0f} that there were",
        flush=True,
    )


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("desk", type=Path)
    ask.add_argument("--add", default="1,100", help="how many reports; several with commas between them")
    ask.add_argument("--against", type=Path, help="another source tree, such as another checkout's src")
    given = ask.parse_args()
    here = Path(__file__).parent.parent / "src"
    for many in map(int, given.add.split(",")):
        for source in filter(None, (given.against, here)):
            with tempfile.TemporaryDirectory(dir=given.desk.parent) as folder:
                path = Path(folder) / "copy.desk"
                shutil.copyfile(given.desk, path)
                with Desk.open(path) as opened:
                    pile = Path(folder) / "late.jsonl"
                    pile.write_text("".join(f"{json.dumps(one)}\n" for one in made(opened, many)))
                    list(opened.add(pile))
                print(f"{many} added, told by {source}: CPU seconds (and by the clock) a stage")
                told(path, source)


if __name__ == "__main__":
    main()
