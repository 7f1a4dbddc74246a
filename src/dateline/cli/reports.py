"""The verbs of one report at a time: `read` and `marks`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline.cli import streams
from dateline.cli.app import Engines, Inputs, Jobs, Jsonl, Quiet, app
from dateline.engines.processes import AUTO
from dateline.errors import NothingToRead

KINDS = "sentence,name,time,quote,event"  # `mark.KINDS`, said here so that help loads nothing


@app.command(epilog="Examples: `dateline read reports/ --jsonl > read.jsonl` · `cat day.jsonl | dateline read -`")
def read(inputs: Inputs, jsonl: Jsonl = True, quiet: Quiet = False) -> None:
    """Read reports: their text, what every stretch of it is, and the masthead; one JSON line each, as they come."""
    from dateline import contract as shapes
    from dateline.read import read as read_inputs
    from dateline.records.report import Failure

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
    only: Annotated[str, typer.Option(metavar="KINDS", help=f"Kinds of marks, by commas: {KINDS}")] = KINDS,
    jobs: Jobs = AUTO,
    kind: Engines = streams.PROCESSES,
    quiet: Quiet = False,
) -> None:
    """Mark sentences, names, times, quotes and events in each report; one JSON line a report."""
    from dateline import contract as shapes
    from dateline import flow, mark

    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    if unknown := sorted(set(kinds) - set(mark.KINDS)):
        raise typer.BadParameter(f"no such mark: {', '.join(unknown)} (there are {', '.join(mark.KINDS)})")
    with streams.engine(jobs, quiet, kind) as engine:
        found, failed = streams.gather(inputs, engine)
        for one in flow.marked(found, kinds, engine):
            streams.out(shapes.text(shapes.marks_line(one)))
            failed = (*failed, *flow.unmarked([one]))
    streams.tongues(found)
    streams.name(failed)
    streams.end(failed)
