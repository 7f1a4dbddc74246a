"""The verb `watch`: ask feeds and folders again and again, tell what is new, and say what moved."""

from __future__ import annotations

import re
import shlex
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import streams
from dateline.cli.app import DESK, DeskFile, Jobs, Quiet, app
from dateline.engines.processes import AUTO

if TYPE_CHECKING:
    from dateline.desk import Added
    from dateline.records.report import Failure
    from dateline.watch import Hand

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SOONEST = 60  # seconds between two looks at one address
PATIENCE = 60  # seconds for the command that takes an alert


def _seconds(value: str) -> float:
    """Seconds, from `15m`. Raises typer.BadParameter."""
    found = re.fullmatch(r"(\d{1,6})([smhd])", value)
    if found is None:
        raise typer.BadParameter(f"{value!r} is no span of time such as 15m, 2h or 1d")
    return float(max(SOONEST, int(found[1]) * _UNITS[found[2]]))


@app.command(
    epilog="Examples: `dateline watch https://post.example/feed.xml --desk harbour.desk` · "
    "`dateline watch feeds/ https://post.example/news-sitemap.xml --every 1h --search 'ferry rask*' --run ./tell-me`"
)
def watch(
    sources: Annotated[
        list[str], typer.Argument(metavar="FEED...", help="Feeds, sitemaps, pages (addresses), files and folders.")
    ],
    every: Annotated[str, typer.Option("--every", metavar="SPAN", help="How often: 15m, 2h, 1d.")] = "15m",
    search: Annotated[
        list[str] | None, typer.Option("--search", metavar="WORDS", help="Alert to what is found by these words.")
    ] = None,
    run: Annotated[
        str | None,
        typer.Option("--run", metavar="COMMAND", help="Run this for each alert, its JSON on standard input."),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="One round, then end.")] = False,
    desk: DeskFile = Path(DESK),
    jobs: Jobs = AUTO,
    quiet: Quiet = False,
) -> None:
    """Ask feeds and folders again and again, keep and tell what is new; print a JSON line for each thing that moves.

    A plan that is new or changes, a conflict, a denial, one more independent origin of a story, and what a --search finds.
    The first round tells what there is and alerts to nothing. Ctrl-C ends it; it goes on where it was.
    """
    from dateline import watch as rounds
    from dateline.desk import Desk
    from dateline.watch.polite import Polite

    seconds, hands = _seconds(every), _hands(run)
    with Desk.open(desk) as opened, streams.engine(jobs, quiet) as engine:
        polite = Polite(opened.watching, seconds)
        while True:
            _name(rounds.round_of(opened, sources, polite), quiet)
            rounds.tell(opened, search or (), engine)
            rounds.hand_on(opened, hands)
            if once:
                return
            time.sleep(max(1.0, polite.next_due([source for source in sources if "://" in source])))


def _name(looked: Iterable[Added | Failure], quiet: bool) -> None:
    """Say what a round keeps, and what it cannot read."""
    from dateline.records.report import Failure

    for added in looked:
        if isinstance(added, Failure):
            streams.name([added])
        elif added.new and not quiet:
            streams.say(f"{added.id}: kept")


def _hands(run: str | None) -> list[Hand]:
    """Who is told of an alert: whoever reads the output, and a command."""
    from dateline import contract as shapes

    hands: list[Hand] = [lambda record: streams.out(shapes.text(record))]
    if run is not None:
        command = shlex.split(run)
        hands.append(lambda record: _run(command, shapes.text(record)))
    return hands


def _run(command: list[str], record: str) -> None:
    """Run a command with an alert on its standard input; that it fails is said, and the watch goes on."""
    try:
        done = subprocess.run(command, input=record + "\n", text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        streams.say(f"dateline: {command[0]} cannot be run for an alert ({error}): check the command")
        return
    if done.returncode:
        streams.say(f"dateline: {command[0]} ended with {done.returncode} for an alert: check the command")
