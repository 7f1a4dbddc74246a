"""Run the shared scorers on the public data and hold the figures against the floors.

    python bench/run.py --shared ../shared              every area, a table, exit 1 when a floor is broken
    python bench/run.py --shared ../shared --only time  one area
    python bench/run.py --shared ../shared --raise      raise floors to what was reached (never lowers one)

`floors.json` holds for each area the SHA-256 of the data it was taken on and the floor of each figure. Other data is
an error, not a pass. Lowering a floor is done by hand, with the reason in the commit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.001  # figures are rounded to three places


class Runs:
    """The verbs that areas run: each run once, however many areas ask for what it prints, and whenever they do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()
        self._calls: dict[tuple[str, ...], tuple[Path, Lock]] = {}
        self._done: set[Path] = set()

    def __call__(self, *words: str | Path) -> Path:
        """The standard output of `dateline` and these words. Exit 3 (some inputs failed) is part of some data sets."""
        with self._lock:
            name = f"{len(self._calls)}.out"
            out, lock = self._calls.setdefault(tuple(map(str, words)), (self.folder / name, Lock()))
        with lock:
            if out not in self._done:
                with out.open("wb") as stream:
                    command = [sys.executable, "-m", "dateline", *map(str, words)]
                    status = subprocess.run(command, stdout=stream, check=False).returncode
                if status not in (0, 3):
                    raise SystemExit(f"{' '.join(command)}: exit {status}")
                self._done.add(out)
        return out


@dataclass(frozen=True, slots=True)
class Area:
    """Something that is scored: the data it is taken on, and how it is run."""

    name: str
    data: tuple[str, ...]
    run: Callable[[Path, Runs], dict[str, float]]


ACCOUNTS = ("climb", "escape", "larue", "teix")
TOLD = ("timeline", "status", "plans", "claims", "conflicts", "questions", "brief", "statements")


def score(*words: str | Path) -> Any:
    """Run a scorer that prints one JSON object."""
    done = subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{words[0]}: {done.stderr.strip() or done.stdout.strip()}")
    return json.loads(done.stdout)


def seeds(shared: Path, dateline: Runs) -> dict[str, float]:
    """Blocks, masthead, times and statements of two real reports."""
    account = dateline("tell", shared / "seeds", "--json")
    marks = dateline("marks", shared / "seeds", "--jsonl")
    at = shared / "eval/seeds"
    found = score(at / "score.py", account, at / "key_002_003.json", shared / "seeds", "--marks", marks, "--json")
    return {area: row["score"] for area, row in found["areas"].items()}


def accounts(shared: Path, dateline: Runs) -> dict[str, float]:
    """The whole account of four small stories, in the mean: timeline, plans, claims, conflicts, questions, brief."""
    at = shared / "eval/accounts"
    found: dict[str, list[float]] = {}
    for name in ACCOUNTS:
        story = at / "stories" / name
        areas = score(at / "score.py", story, dateline("tell", story / "input.jsonl", "--json"), "--json")["areas"]
        for area in TOLD:
            found.setdefault(area, []).append(areas[area]["score"])
    return {area: round(sum(some) / len(some), 1) for area, some in found.items()}


def extract(shared: Path, dateline: Runs) -> dict[str, float]:
    """Body, title, authors and date of saved pages."""
    at = shared / "eval/extract"
    lines = dateline("read", at / "pages", "--jsonl")
    return flat(score(at / "score.py", at / "gold.jsonl", lines, "--json"))


def times(name: str) -> Callable[[Path, Runs], dict[str, float]]:
    """Expressions of time, and their values."""

    def run(shared: Path, dateline: Runs) -> dict[str, float]:
        at = shared / "eval/time"
        lines = dateline("marks", at / f"{name}.in.jsonl", "--only", "time")
        return flat(score(at / "score.py", at / f"{name}.gold.jsonl", lines, "--json"))

    return run


def factuality(shared: Path, dateline: Runs) -> dict[str, float]:
    """Whether what is told happened."""
    at = shared / "eval/time"
    lines = dateline("marks", at / "factuality_meantime.in.jsonl", "--only", "event")
    return flat(score(at / "score_factuality.py", at / "factuality_meantime.gold.jsonl", lines, "--json"))


def quotes(shared: Path, dateline: Runs) -> dict[str, float]:
    """Who said what."""
    at = shared / "eval/quotes"
    lines = dateline("marks", at / "dev.jsonl", "--only", "quote")
    return flat(score(at / "score.py", at / "dev.gold.jsonl", lines, "--json"))


def stories(name: str) -> Callable[[Path, Runs], dict[str, float]]:
    """Which reports tell one story."""

    def run(shared: Path, dateline: Runs) -> dict[str, float]:
        at = shared / "eval/stories"
        found = dateline("stories", at / f"{name}.input.jsonl", "--json")
        return flat(score(at / "score.py", "stories", at / f"{name}.gold.jsonl", found, "--json"))

    return run


def edges(shared: Path, dateline: Runs) -> dict[str, float]:
    """Copies, excerpts, rewrites; origins."""
    at = shared / "eval/stories"
    found = dateline("stories", at / "helsinki.input.jsonl", "--json")
    words = (at / "helsinki.pairs.jsonl", found, "--origins", at / "helsinki.origins.jsonl", "--json")
    return flat(score(at / "score.py", "edges", *words))


def credits(shared: Path, dateline: Runs) -> dict[str, float]:
    """Agencies that a report is credited to."""
    at = shared / "eval/stories"
    lines = dateline("read", at / "helsinki.input.jsonl")
    return flat(score(at / "score.py", "credits", at / "helsinki.credits.jsonl", lines, "--json"))


def signs(shared: Path, dateline: Runs) -> dict[str, float]:
    """Ordinary reports: the share of them that bear no sign of a machine, and that stay under the score of a rewritten one."""
    at = shared / "eval"
    piles = ("extract/pages", "quotes/train150.jsonl", "quotes/dev.jsonl", "time/timebank.in.jsonl")
    lines = [line for pile in piles for line in dateline("read", at / pile, "--jsonl").read_text("utf-8").splitlines()]
    scores = [json.loads(line).get("signs_score", 0.0) for line in lines]
    shares = {"without_a_sign": [one == 0 for one in scores], "under_0.5": [one < 0.5 for one in scores]}
    return flat({name: 100 * sum(held) / len(scores) for name, held in shares.items()})


def deeds(shared: Path, dateline: Runs) -> dict[str, float]:
    """Who did what to whom: roots, actors, and all three together; shares of one."""
    at = shared / "eval/deeds"
    lines = dateline("marks", at / "plv-train.jsonl", "--jsonl", "--only", "event")
    found = score(at / "score.py", at / "plv-train.gold.jsonl", lines, "--json")
    actors = {name: found[name]["f1"] for name in ("source", "target", "end_to_end")}
    figures = {"root_macro_f1": found["root_macro_f1"], "root_accuracy": found["root_accuracy"], **actors}
    return {name: round(value / 100, 3) for name, value in figures.items()}


def hostile(shared: Path, dateline: Runs) -> dict[str, float]:
    """Inputs made to break a reader: how many are read, or refused by name, within their bounds of time and memory."""
    at = shared / "eval/extract/hostile"
    made = dateline.folder / "hostile"
    subprocess.run([sys.executable, at / "make_hostile.py", made], check=True, stdout=subprocess.DEVNULL)
    words = [at / "check_hostile.py", made, "--", sys.executable, "-m", "dateline", "read"]
    done = subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    for line in lines:
        if line.startswith("FAIL"):
            print(line)
    return {"passed": float(sum(line.startswith("pass ") for line in lines))}


AREAS = (
    Area("hostile", ("eval/extract/hostile/make_hostile.py", "eval/extract/hostile/check_hostile.py"), hostile),
    Area("seeds", ("eval/seeds/key_002_003.json",), seeds),
    Area("accounts", tuple(f"eval/accounts/stories/{name}/key.json" for name in ACCOUNTS), accounts),
    Area("extract", ("eval/extract/gold.jsonl",), extract),
    Area("signs", ("eval/quotes/train150.jsonl", "eval/quotes/dev.jsonl", "eval/time/timebank.in.jsonl"), signs),
    Area("timebank", ("eval/time/timebank.gold.jsonl",), times("timebank")),
    Area("wikiwars", ("eval/time/wikiwars.gold.jsonl",), times("wikiwars")),
    Area("factuality", ("eval/time/factuality_meantime.gold.jsonl",), factuality),
    Area("quotes", ("eval/quotes/dev.gold.jsonl",), quotes),
    Area("ecbplus", ("eval/stories/ecbplus.gold.jsonl",), stories("ecbplus")),
    Area("uci", ("eval/stories/uci.gold.jsonl",), stories("uci")),
    Area("edges", ("eval/stories/helsinki.pairs.jsonl", "eval/stories/helsinki.origins.jsonl"), edges),
    Area("deeds", ("eval/deeds/plv-train.jsonl", "eval/deeds/plv-train.gold.jsonl"), deeds),
    Area("credits", ("eval/stories/helsinki.credits.jsonl",), credits),
)


def flat(value: Any, name: str = "") -> dict[str, float]:
    """Every number in a scorer's answer, by its dotted place."""
    if isinstance(value, dict):
        return {k: v for key, one in value.items() for k, v in flat(one, f"{name}.{key}" if name else key).items()}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {name: round(float(value), 3)}
    return {}


def data_hash(shared: Path, area: Area) -> str:
    """One hash over the gold files of an area."""
    whole = hashlib.sha256()
    for name in area.data:
        whole.update((shared / name).read_bytes())
    return whole.hexdigest()


def judged(floor: dict[str, float], reached: dict[str, float]) -> Iterator[tuple[str, float, float, bool]]:
    """Each figure with a floor: its name, the floor, what was reached, and whether it holds."""
    for figure, low in sorted(floor.items()):
        have = reached.get(figure, 0.0)
        yield figure, low, have, have >= low - SLACK


def told(area: Area, reached: dict[str, float], floor: dict[str, float], given: argparse.Namespace) -> int:
    """Print what an area reached, and raise its floors where that was asked for; how many of them are broken."""
    broken = 0
    if given.all:
        print("\n".join(f"{area.name}: {name} {value}" for name, value in sorted(reached.items())))
    for figure, low, have, holds in judged(floor, reached):
        print(f"{area.name:<11} {figure:<44} {have:>8.3f}  floor {low:>8.3f}  {'' if holds else 'BROKEN'}", flush=True)
        broken += not holds
        if given.up and have > low:
            floor[figure] = have
    return broken


def main() -> int:
    """Run, print, judge."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, required=True, help="the folder that holds eval/ and seeds/")
    ask.add_argument("--only", action="append", choices=[area.name for area in AREAS])
    ask.add_argument("--raise", dest="up", action="store_true", help="raise floors to what was reached")
    ask.add_argument("--all", action="store_true", help="print every figure, not only those with a floor")
    ask.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="areas at a time (default: one a core)")
    given = ask.parse_args()
    floors: dict[str, Any] = json.loads(FLOORS.read_text())
    areas = [area for area in AREAS if not given.only or area.name in given.only]
    for area in areas:
        pinned = floors.setdefault(area.name, {"data": data_hash(given.shared, area), "floors": {}})
        if pinned["data"] != data_hash(given.shared, area):
            raise SystemExit(f"{area.name}: not the data that the floors were taken on")
    broken = 0
    with tempfile.TemporaryDirectory() as temp, ThreadPoolExecutor(given.jobs) as pool:
        dateline = Runs(Path(temp))
        every = pool.map(lambda area: area.run(given.shared, dateline), areas)
        for area, reached in zip(areas, every, strict=True):
            broken += told(area, reached, floors[area.name]["floors"], given)
    if given.up:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
