"""Sentences that no reporter wrote: markers and the stages after them must survive what readers let through.

    PYTHONPATH=tests python tests/mark/garble.py --seconds 600 [--texts FILE.jsonl]

spends so many seconds on reports made of sentences broken at random (words exchanged, cut off, in capitals, between marks
that do not close, and now and then one thing said over and over), taken from the examples or from the `text` of a file's lines,
and prints each kind of surprise once with the report that showed it: what is raised, and what takes long. `test_garbled.py`
does a little of the same in every run of the tests.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from dateline import flow
from dateline.records import Report
from made import report

EXAMPLES = Path(__file__).parents[2] / "examples"
ODD = (
    *"“”\"'’-—:(…%",
    "--",
    "\n",
    "said",
    "denied",
    "that",
    "not",
    "The",
    "Monday",
    "2031",
    "July",
    "postponed",
    "$5",
    "@x",
)
SET = (
    "said",
    "told reporters",
    "is confident",
    "will meet",
    "on Tuesday",
    "agreed to",
    "according to",
    "for the",
    "Mr.",
)


RUNS = ("“a” ", '"a" ', "“He said ", "“", "'a ", "he said ", "said ", "he said she said ", "\n", "\0", "A", "AB ", "A. ",
        "(c) 2031 ", "14 March 2031 ", "Five were killed. ",
        "not ", "— ", "\ud800", "\u202e", "e\u0301", "Tom Ellin, ")  # fmt: skip
SLOW = 10  # CPU seconds for one report
LONGEST = 4000  # code points of a run


def sentences(texts: Iterator[str]) -> list[str]:
    """What is broken: the sentences of texts."""
    return [one for text in texts for one in re.split(r"(?<=[.!?])\s+|\n+", text) if 3 < len(one) < 400]


def broken(draw: random.Random, some: list[str]) -> str:
    """A sentence with up to four faults."""
    words = draw.choice(some).split(" ")
    for _ in range(draw.randint(1, 4)):
        at, other = draw.randrange(len(words)), draw.randrange(len(words))
        fault = draw.randrange(7)
        if fault == 0:
            words[at], words[other] = words[other], words[at]
        elif fault == 1:
            words[at] = draw.choice(ODD)
        elif fault == 2:
            words.insert(at, draw.choice(SET))
        elif fault == 3:
            words = words[: at + 1] if draw.random() < 0.5 else words[at:]
        elif fault == 4:
            draw.shuffle(words)
        elif fault == 5:
            words = [word.upper() for word in words]
        else:
            words[at:at] = draw.choice(some).split(" ")
    return " ".join(words)


def reports(draw: random.Random, some: list[str]) -> Iterator[Report]:
    """Reports of such sentences without end."""
    at = 0
    while True:
        at += 1
        lines = [broken(draw, some) for _ in range(draw.randint(1, 12))]
        if draw.random() < 0.05:
            run = draw.choice(RUNS)
            lines.insert(draw.randint(0, len(lines)), run * (draw.randint(1, LONGEST) // len(run)))
        text = "\n".join(lines).strip() or "x"
        yield report(text, key=f"g{at}", day="2031-03-14" if draw.random() < 0.7 else None)


def main() -> None:
    """Look for surprises."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seconds", type=float, default=600)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--texts", type=Path)
    given = ask.parse_args()
    if given.texts:
        lines = given.texts.read_text(encoding="utf-8").splitlines()
        some = sentences(json.loads(line).get("text", "") for line in lines)
    else:
        some = sentences(report.text for report in flow.read(EXAMPLES))
    seen: set[tuple[str, str, int]] = set()
    pile = reports(random.Random(given.seed), some)
    end = time.monotonic() + given.seconds
    while time.monotonic() < end:
        garbled = next(pile)
        began = time.process_time()
        try:
            flow.account(tuple(flow.marked([garbled])))
            took = time.process_time() - began
            if took > SLOW:
                print(f"took {took:.0f} CPU s", repr(garbled.text), sep="\n", flush=True)
        except Exception as error:  # noqa: BLE001  # any surprise is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            key = (type(error).__name__, place.filename, place.lineno or 0)
            if key not in seen:
                seen.add(key)
                print(traceback.format_exc(), repr(garbled.text), sep="\n", flush=True)
    print(f"{garbled.id[1:]} reports, {len(seen)} surprises")


if __name__ == "__main__":
    main()
