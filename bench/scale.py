"""Time and memory of grouping (copies and stories) at 1,000, 10,000 and 100,000 reports, and of adding 1,000 to each.

    python bench/scale.py --shared ../shared [--sizes 1000,10000,100000]

No public pile is as large as that, so reports are made by varying the public ones of ECB+: the n-th time that the pile
comes round, each content word (five letters and more) is exchanged for an invented one with a chance of a half, the same
word always for the same one within that round, numbers are shifted by the round, and of each report one sentence in eight
is dropped. So each round has stories and copies of its own, while half of the words stay common to all. Grouping runs in
one process: on two cores reading and marking are spread, this stage costs the same.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import time
import zlib
from collections.abc import Iterator
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
    """A line a size: seconds to build and to add 1,000, peak memory, and what each costs a report."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, required=True, help="the folder that holds eval/")
    ask.add_argument("--sizes", default="1000,10000,100000")
    given = ask.parse_args()
    source = given.shared / "eval/stories/ecbplus.input.jsonl"
    print(f"{'reports':>8} {'build s':>8} {'ms each':>8} {'add 1000 s':>11} {'peak MB':>8} {'stories':>8} {'edges':>8}")
    for size in map(int, given.sizes.split(",")):
        pile = list(reports(source, size + 1000))
        copies, stories = Copies(), Stories()
        start = time.perf_counter()
        edges = copies.add(pile[:size])
        stories.add(pile[:size], edges)
        built = time.perf_counter() - start
        start = time.perf_counter()
        more = copies.add(pile[size:])
        stories.add(pile[size:], more)
        added = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        row = (size, built, 1000 * built / size, added, peak, len(stories.parts()), len(edges) + len(more))
        print("{:8} {:8.1f} {:8.2f} {:11.1f} {:8.0f} {:8} {:8}".format(*row), flush=True)


if __name__ == "__main__":
    main()
