"""The verbs of one report at a time: `read` and `marks`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline import contract as shapes
from dateline import flow, mark
from dateline.cli import streams
from dateline.cli.app import Inputs, Jobs, Jsonl, Quiet, app
from dateline.errors import NothingToRead
from dateline.read import read as read_inputs
from dateline.records.report import Failure


@app.command(epilog="Examples: `dateline read reports/ --jsonl > read.jsonl` · `cat day.jsonl | dateline read -`")
def read(inputs: Inputs, jsonl: Jsonl = True, quiet: Quiet = False) -> None:
    """Read reports: their text, what every stretch of it is, and the masthead; one JSON line each, as they come."""
    failed, seen = [], 0
    streams.left(inputs)
    with streams.progress(quiet or sys.stdout.isatty()) as progress:  # the lines themselves show how far it is
        for one in read_inputs(inputs, stdin=streams.stdin()):
            seen += 1
            if isinstance(one, Failure):
                failed.append(one)
                streams.name([one])
            else:
                streams.out(shapes.text(shapes.read_line(one)))
            progress("reading", seen, None)
    if not seen:
        raise NothingToRead(f"no report found in {', '.join(inputs)}")
    streams.end(failed)


@app.command(epilog="Examples: `dateline marks reports/ --jsonl` · `dateline marks day.jsonl --only time,quote`")
def marks(
    inputs: Inputs,
    jsonl: Jsonl = True,
    only: Annotated[
        str, typer.Option(metavar="KINDS", help="Kinds of marks, by commas: " + ",".join(mark.KINDS))
    ] = ",".join(mark.KINDS),
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Mark sentences, names, times, quotes and events in each report; one JSON line a report."""
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    if unknown := sorted(set(kinds) - set(mark.KINDS)):
        raise typer.BadParameter(f"no such mark: {', '.join(unknown)} (there are {', '.join(mark.KINDS)})")
    with streams.engine(jobs, quiet) as engine:
        found, failed = streams.gather(inputs, engine)
        for one in flow.marked(found, kinds, engine):
            streams.out(shapes.text(shapes.marks_line(one)))
            failed = (*failed, *flow.unmarked([one]))
    streams.tongues(found)
    streams.name(failed)
    streams.end(failed)
