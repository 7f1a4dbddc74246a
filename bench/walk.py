"""How long looks at a story as of its days take, for who opens a story and moves the slider day by day, back from now.

    python bench/walk.py DESK [--stories N] [--pause SECONDS]

DESK is a desk that is told, such as `bench/desk.py --keep` made. Prints of each story the milliseconds of the look that opens
it and of each step; then of all steps half, 95 of 100, and how many took more than 100.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from urllib.parse import quote

from dateline.desk import Desk
from desk import asked, look, served, wait


def main() -> None:
    """Serve the desk and walk."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("desk", type=Path)
    ask.add_argument("--stories", type=int, default=8)
    ask.add_argument("--pause", type=float, default=1.0, help="seconds before each step")
    ask.add_argument("--port", type=int, default=8799)
    given = ask.parse_args()
    running = served(given.desk, given.port)
    try:
        wait(given.port)
        draw, total, every = random.Random(3), asked(given.port, "stories?limit=1")["total"], list[float]()
        for _ in range(given.stories):
            name = asked(given.port, f"stories?limit=1&offset={draw.randrange(total)}")["items"][0]["id"]
            with Desk.open(given.desk) as opened:
                days = opened.shelf.days_of(name)
            address = f"/stories/{quote(name)}"
            took = [look(given.port, address)[0] * 1000]
            for at in range(len(days) - 1, 0, -1):
                time.sleep(given.pause)
                took.append(look(given.port, f"{address}?at={at}")[0] * 1000)
            print(f"{name}: opened in {took[0]:.0f} ms, then {' '.join(f'{one:.0f}' for one in took[1:])}", flush=True)
            every += took[1:]
        every.sort()
        print(
            f"{len(every)} steps: half {every[len(every) // 2]:.0f} ms, 95 of 100 {every[len(every) * 19 // 20]:.0f} ms,"
            f" more than 100 ms {sum(one > 100 for one in every)}"
        )
    finally:
        running.terminate()
        running.wait()


if __name__ == "__main__":
    main()
