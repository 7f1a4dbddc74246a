"""Time and memory of grouping (copies and stories) at 1,000, 10,000 and 100,000 reports, and of adding 1,000 to each.

    python bench/scale.py --shared ../shared [--sizes 1000,10000,100000] [--cores 1,2]

No public pile is as large as that, so reports are made by varying the public ones of ECB+. Each time that the pile comes
round, a word that no two of its reports use in lower case (a name, most often) becomes an invented one, always the same
within the round; of the others of four letters and more, nine in ten change places with one that is used as often;
numbers are shifted, and of each report one sentence in eight is dropped. So each round has names, stories and copies of its
own in the common vocabulary. Between two rounds the index proposes 4.0 in 10,000 pairs of reports, and between the public
reports of different topics 4.6; of the former it ties 0.2 in 10,000, of the latter none.

One core is this process alone, in CPU time; of more, as many processes take in single reports while this one compares them,
and seconds are the clock's. Rarity is weighed anew by the addition that doubles the pile (1,000 to 1,000 is one), which then
costs what building costs. Each line has a process of its own; memory is that of this process, the reports and the ties
that were found counted in, given once for the reports alone and once at its peak.
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
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from dateline.engines import HERE, Engine
from dateline.group.origins.copies import Copies
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
    ask.add_argument("--windows", help="DAYS,OVERLAP: by windows of days, beside each size at once")
    given = ask.parse_args()
    source = given.shared / "eval/stories/ecbplus.input.jsonl"
    if given.windows:
        days, overlap = map(int, given.windows.split(","))
        for size in map(int, given.sizes.split(",")):
            windows(source, size, days, overlap)
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


def windows(source: Path, size: int, days: int, overlap: int) -> None:
    """Group a pile by windows of days, one after the other, beside the whole pile at once; print what that costs and finds.

    A driver holds one window. Windows overlap, so that what is carried a few days later is met; stories that have a report in
    common are one.
    """
    dated = [(day_of(number), report) for number, report in enumerate(reports(source, size))]
    start, found, parts, most, held = time.process_time(), set[frozenset[str]](), _Parts(), 0, 0
    for first in range(0, max(day for day, _ in dated) + 1, days - overlap):
        pile = [report for day, report in dated if first <= day < first + days]
        copies, stories = Copies(), Stories()
        edges = copies.add(pile)
        stories.add(pile, edges)
        found |= {frozenset((edge.from_, edge.to)) for edge in edges}
        parts.join([[pile[at].id for at in part] for part in stories.parts()])
        most, held = max(most, len(pile)), held + len(pile)
    by_windows, at_windows = time.process_time() - start, peak()
    pile = [report for _, report in dated]
    copies, stories = Copies(), Stories()
    edges = copies.add(pile)
    stories.add(pile, edges)
    whole = stories.parts()
    ties = {frozenset((edge.from_, edge.to)) for edge in edges}
    print(f"{size:,} reports of {dated[-1][0] + 1} days, windows of {days} days that overlap by {overlap}", end=": ")
    print(f"{most:,} reports at most in one, {held / size:.2f} of the pile in all")
    print(f"by windows {by_windows:.0f} CPU s, peak {at_windows:.0f} MB; whole peak {peak():.0f} MB")
    print(f"ties: {len(ties):,} at once, of which windows find {len(ties & found) / len(ties):.2%}", end="; ")
    print(f"{len(found - ties):,} that only windows find")
    number = {report.id: at for at, report in enumerate(pile)}
    joined = [[number[id_] for id_ in part] for part in parts.of(number)]
    print(f"stories: F1 {right(source, whole):.1f} at once ({len(whole):,})", end=", ")
    print(f"{right(source, joined):.1f} by windows ({len(joined):,})", flush=True)


A_DAY = 10  # rounds through the public reports that a day has
LATE = (0.75, 0.15, 0.06, 0.03, 0.01)  # shares of reports that come so many days after the first of their round


def day_of(number: int, of: int = 772) -> int:
    """The day of a report by its number: that of its round, or one of the next few."""
    draw = random.Random(number).random()
    late = 0
    while late < len(LATE) - 1 and draw >= sum(LATE[: late + 1]):
        late += 1
    return number // of // A_DAY + late * (1 + number % 2)


class _Parts:
    """Stories of several windows, those with a report in common joined."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}

    def join(self, parts: Sequence[Sequence[str]]) -> None:
        """Take in the stories of one window."""
        for part in parts:
            first, *others = map(self._root, part)
            for other in others:
                self._of[self._root(other)] = self._root(first)

    def of(self, every: Iterable[str]) -> list[list[str]]:
        """The stories of some reports."""
        made = defaultdict[str, list[str]](list)
        for report in every:
            made[self._root(report)].append(report)
        return list(made.values())

    def _root(self, report: str) -> str:
        while (above := self._of.setdefault(report, report)) != report:
            report = above
        return report


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
