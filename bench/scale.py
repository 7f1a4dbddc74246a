"""Time and memory of grouping (copies and stories) at 1,000, 10,000 and 100,000 reports, and of adding 1,000 to each.

    python bench/scale.py --shared ../shared [--sizes 1000,10000,100000] [--cores 1,2]
    python bench/scale.py --shared ../shared --sizes 1000000 --driver 50000

No public pile is as large as that, so reports are made by varying the public ones of ECB+. Each time that the pile comes
round, a word that no two of its reports use in lower case (a name, most often) becomes an invented one, always the same
within the round; of the others of four letters and more, nine in ten change places with one that is used as often;
numbers are shifted, and of each report one sentence in eight is dropped. So each round has names, stories and copies of its
own in the common vocabulary. Between two rounds the index proposes 4.0 in 10,000 pairs of reports, and between the public
reports of different topics 4.6; of the former it ties 0.2 in 10,000, of the latter none.

One core is this process alone, in CPU time; of more, as many processes take in single reports while this one compares them,
and seconds are the clock's. Rarity is weighed anew by the addition that doubles the pile (1,000 to 1,000 is one), which then
costs what building costs. Each line has a process of its own; memory is that of this process, the reports and the ties
that were found counted in, given once for the reports alone and once at its peak. With `--driver` reports and ties stand in
files, so that what is left is what grouping itself holds.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import pickle
import random
import re
import resource
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from dateline.engines import HERE, Engine, chunks
from dateline.group.origins.copies import Copies
from dateline.group.shelf import Shelf
from dateline.group.stories.joining import Stories
from dateline.records import Block, Report, Stamp

WORD = re.compile(r"\b[^\W\d_]{4,}\b|\b\d+\b")
ALIKE = 64  # words that are used about equally often change places
KEPT = 0.1  # of them stay
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


class Words:
    """The common words of a pile, the most used first, and what stands for a word in each round."""

    def __init__(self, texts: Sequence[str]) -> None:
        used = Counter(word for text in texts for word in set(WORD.findall(text)) if word.islower())
        self._words = sorted((word for word, many in used.items() if many > 1), key=lambda word: (-used[word], word))

    def exchanged(self, round_: int) -> dict[str, str]:
        """What stands for each of them: one that is used about as often."""
        draw = random.Random(round_)
        others = list(self._words)
        for start in range(0, len(others), ALIKE):
            some = others[start : start + ALIKE]
            draw.shuffle(some)
            others[start : start + ALIKE] = some
        return {word: word if draw.random() < KEPT else other for word, other in zip(self._words, others, strict=True)}


def varied(text: str, round_: int, seed: int, words: Mapping[str, str]) -> str:
    """A text of the same shape with words of its round."""

    def exchange(found: re.Match[str]) -> str:
        word = found.group()
        if word.isdigit():
            return str(int(word[:9]) + round_)
        chance = zlib.crc32(f"{word.lower()} {round_}".encode())
        made = words.get(word.lower()) or "".join(PARTS[chance >> shift & 15] for shift in range(4, 32, 4))
        return made.capitalize() if word[0].isupper() else made

    draw = random.Random(seed * 1_000_003 + round_)
    kept = [line for line in re.split(r"(?<=[.!?])\s+", text) if draw.random() > 0.125] or [text]
    return WORD.sub(exchange, "\n".join(kept))


def right(source: Path, parts: Sequence[Sequence[int]]) -> float:
    """B-cubed F1 of the stories found, in per cent; a round has the stories of the public pile over again."""
    lines = source.with_name("ecbplus.gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["id"]: row["story"] for row in map(json.loads, lines)}
    public = [gold[json.loads(line)["id"]] for line in source.read_text(encoding="utf-8").splitlines()]
    stories = [[(at // len(public), public[at % len(public)]) for at in part] for part in parts]
    size = Counter(story for part in stories for story in part)
    held = [(many, many / len(part), many / size[story]) for part in stories for story, many in Counter(part).items()]
    precision, recall = (sum(one[0] * one[at] for one in held) / size.total() for at in (1, 2))
    return 200 * precision * recall / (precision + recall)


def reports(source: Path, many: int) -> Iterator[Report]:
    """The public reports, then varied ones, as they would be read."""
    public = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines()]
    words = Words(public)
    for round_ in range(-(-many // len(public))):
        stand = words.exchanged(round_)
        for seed, own in enumerate(public[: many - round_ * len(public)]):
            text = varied(own, round_, seed, stand) if round_ else own
            body = (Block(0, len(text), "body"),)
            id_ = f"v{round_ * len(public) + seed:06}"
            yield Report(id_, None, None, None, None, (), None, (), "en", Stamp(), None, text, body, sha256=id_)


def main() -> None:
    """A line a size and engine: seconds to build and to add 1,000, what a report costs, memory, and what was found."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, required=True, help="the folder that holds eval/")
    ask.add_argument("--sizes", default="1000,10000,100000")
    ask.add_argument("--cores", default="1,2")
    ask.add_argument("--driver", type=int, metavar="STEP", help="each size in files, a line after so many reports")
    given = ask.parse_args()
    source = given.shared / "eval/stories/ecbplus.input.jsonl"
    if given.driver:
        for size in map(int, given.sizes.split(",")):
            driven(source, size, given.driver)
        return
    print(
        f"{'reports':>8} {'cores':>5} {'copies s':>9} {'stories s':>9} {'ms each':>8} {'add s':>6} {'share':>6}",
        end=" ",
    )
    print(f"{'reports MB':>10} {'peak MB':>8} {'stories':>8} {'F1':>5} {'edges':>8}", flush=True)
    for size in map(int, given.sizes.split(",")):
        for cores in map(int, given.cores.split(",")):
            one = multiprocessing.get_context("spawn").Process(target=measure, args=(source, size, cores))
            one.start()
            one.join()


def measure(source: Path, size: int, cores: int) -> None:
    """One line."""
    pile = list(reports(source, size + 1000))
    alone = peak()
    if cores == 1:
        line = built(pile, size, HERE, time.process_time)
    else:
        with multiprocessing.get_context("spawn").Pool(cores) as pool:
            pool.map(str, range(100))  # all have started
            line = built(pile, size, Engine(pool.imap), time.perf_counter)
    (tied, joined, added), parts, edges = line
    whole = tied + joined
    print(f"{size:8} {cores:5} {tied:9.1f} {joined:9.1f} {1000 * whole / size:8.2f}", end=" ")
    print(f"{added:6.1f} {added / whole:6.1%} {alone:10.0f} {peak():8.0f} {len(parts):8}", end=" ")
    print(f"{right(source, parts):5.1f} {edges:8}", flush=True)


def built(
    pile: Sequence[Report], size: int, engine: Engine, clock: Callable[[], float]
) -> tuple[list[float], list[list[int]], int]:
    """Seconds for copies, for stories and for what is added; the stories, and how many edges there are."""
    copies, stories = Copies(), Stories()
    times = [clock()]
    edges = copies.add(pile[:size], engine)
    times.append(clock())
    stories.add(pile[:size], edges, engine)
    times.append(clock())
    more = copies.add(pile[size:], engine)
    stories.add(pile[size:], more, engine)
    times.append(clock())
    return [after - before for before, after in pairwise(times)], stories.parts(), len(edges) + len(more)


class OnDisk(Sequence[Report]):
    """Reports that stand in a temporary file: this process holds where each begins, and its words while they are read."""

    def __init__(self) -> None:
        self._shelf = Shelf()

    def append(self, report: Report) -> None:
        """Put a report behind the others."""
        self._shelf.append(pickle.dumps(report))

    def __len__(self) -> int:
        return len(self._shelf)

    def __getitem__(self, number: Any) -> Any:  # of a sequence's two ways only that by number
        return pickle.loads(self._shelf[number])


def driven(source: Path, size: int, step: int) -> None:
    """Group a pile that does not fit in memory, watched: its reports and ties stand in files, as a cluster's would elsewhere.

    A line each `step` reports. At the end: of the ties that the last `step` reports show when they are alone, how many the
    whole pile has found.
    """
    pile, ties, many = OnDisk(), Shelf(), 0
    copies, stories = Copies(pile), Stories()
    first = start = time.process_time()
    made = 0.0
    for batch in chunks(reports(source, size), step // 10):
        began = time.process_time()
        made += began - start
        found = copies.add(batch)
        many += len(found)
        ties.append(pickle.dumps(found))
        start = time.process_time()
        if len(pile) % step < len(batch):
            spent = start - made - first
            print(f"{len(pile):9,} reports: {spent:6.0f} CPU s for {many:,} ties, {now():5.0f} MB", flush=True)
    began = time.process_time()
    stories.add(
        pile, (tie for number in range(len(ties)) for tie in pickle.loads(ties[number])), apart=copies.templates
    )
    parts = stories.parts()
    spent = time.process_time() - began
    print(
        f"{len(parts):,} stories, F1 {right(source, parts):.1f}: {spent:.0f} CPU s; peak {peak():,.0f} MB",
        flush=True,
    )
    first = max(0, len(pile) - step)
    alone = {
        (tie.from_, tie.to): tie.kind for tie in Copies().add([pile[number] for number in range(first, len(pile))])
    }
    whole = {(tie.from_, tie.to) for number in range(len(ties)) for tie in pickle.loads(ties[number])}
    print(f"of the ties of the last {len(pile) - first:,} reports alone the whole has", end=" ")
    for kind in sorted(set(alone.values())):
        own = {tie for tie, found in alone.items() if found == kind}
        print(f"{len(own & whole) / len(own):.2%} of {len(own):,} {kind}", end="; ")
    print(f"{len(alone.keys() & whole) / len(alone):.2%} of all {len(alone):,}", flush=True)


def now() -> float:
    """The memory that this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
