"""CPU time and memory of grouping (copies and stories) at 1,000, 10,000 and 100,000 reports, and of adding 1,000 to each.

    python bench/scale.py --shared ../shared [--sizes 1000,10000,100000]

No public pile is as large as that, so reports are made by varying the public ones of ECB+: the n-th time that the pile
comes round, each content word (five letters and more) is exchanged for an invented one with a chance of a half, the same
word always for the same one within that round, numbers are shifted by the round, and of each report one sentence in eight
is dropped. So each round has stories and copies of its own, while half of the words stay common to all. That is harder
than news: a report shares some five words in a row with its like in most other rounds, and the ties grow with the rounds
until each report is compared with as many as it ever is.

Grouping runs in one process, so a second core changes nothing; CPU time is what is measured. Rarity is weighed anew by the
addition that doubles the pile (1,000 to 1,000 is one), which then costs what building costs. Each size has a process of its
own; memory is given once for the reports alone and once at its peak, the reports and the ties that were found counted in.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import resource
import time
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from dateline.group.copies import Copies
from dateline.group.stories import Stories
from dateline.records import Block, Report, Stamp

WORD = re.compile(r"\b[^\W\d_]{5,}\b|\b\d+\b")
PARTS = (
    "bal",
    "dor",
    "fen",
    "gil",
    "hask",
    "jor",
    "kel",
    "lum",
    "mar",
    "nov",
    "pel",
    "rus",
    "sil",
    "tor",
    "vend",
    "wyk",
)


def varied(text: str, round_: int, seed: int) -> str:
    """A text of the same shape with words of its round."""
    if round_ == 0:
        return text

    def exchange(found: re.Match[str]) -> str:
        word = found.group()
        if word.isdigit():
            return str(int(word[:9]) + round_)
        chance = zlib.crc32(f"{word.lower()} {round_}".encode())
        if chance % 2:
            return word
        made = "".join(PARTS[chance >> shift & 15] for shift in (4, 8, 12))
        return made.capitalize() if word[0].isupper() else made

    draw = random.Random(seed * 1_000_003 + round_)
    kept = [line for line in re.split(r"(?<=[.!?])\s+", text) if draw.random() > 0.125] or [text]
    return WORD.sub(exchange, "\n".join(kept))


def reports(source: Path, many: int) -> Iterator[Report]:
    """Varied reports, as they would be read."""
    public = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines()]
    for at in range(many):
        round_, seed = divmod(at, len(public))
        text = varied(public[seed], round_, seed)
        body = (Block(0, len(text), "body"),)
        yield Report(f"v{at:06}", None, None, None, None, (), None, (), "en", Stamp(), None, text, body, sha256=str(at))


def main() -> None:
    """A line a size: CPU seconds to build and to add 1,000, what a report costs, memory, and what was found."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, required=True, help="the folder that holds eval/")
    ask.add_argument("--sizes", default="1000,10000,100000")
    given = ask.parse_args()
    source = given.shared / "eval/stories/ecbplus.input.jsonl"
    print(f"{'reports':>8} {'copies s':>9} {'stories s':>9} {'ms each':>8} {'add s':>6} {'share':>6}", end=" ")
    print(f"{'reports MB':>10} {'peak MB':>8} {'stories':>8} {'edges':>8}", flush=True)
    for size in map(int, given.sizes.split(",")):
        one = multiprocessing.get_context("spawn").Process(target=measure, args=(source, size))
        one.start()
        one.join()


def measure(source: Path, size: int) -> None:
    """One line."""
    pile = list(reports(source, size + 1000))
    alone = peak()
    copies, stories = Copies(), Stories()
    times = [time.process_time()]
    edges = copies.add(pile[:size])
    times.append(time.process_time())
    stories.add(pile[:size], edges)
    times.append(time.process_time())
    more = copies.add(pile[size:])
    stories.add(pile[size:], more)
    times.append(time.process_time())
    tied, joined, added = (after - before for before, after in pairwise(times))
    built = tied + joined
    line = f"{size:8} {tied:9.1f} {joined:9.1f} {1000 * built / size:8.2f} {added:6.1f} {added / built:6.1%}"
    line += f" {alone:10.0f} {peak():8.0f} {len(stories.parts()):8} {len(edges) + len(more):8}"
    print(line, flush=True)


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
