"""The verbs of grouping: `stories`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console

from dateline import flow
from dateline.cli import streams
from dateline.cli.app import Inputs, Quiet, app
from dateline.show import json as shapes
from dateline.show import text as terminal


@app.command(epilog="Examples: `dateline stories reports/` · `dateline stories day.jsonl --json > stories.json`")
def stories(
    inputs: Inputs,
    as_json: Annotated[bool, typer.Option("--json", help="The contract's JSON.")] = False,
    quiet: Quiet = False,
) -> None:
    """Group reports into stories; say which took words from which, and how many origins there are."""
    with streams.progress(quiet) as progress:
        found, failed = flow.gather(inputs, sys.stdin.buffer, progress)
        from dateline.group import group  # loaded with what it needs when it is needed

        some = group(tuple(flow.marked(found, (), progress=progress)))
    if as_json:
        streams.out(shapes.text(shapes.stories(some, failed), indent=1))
    else:
        terminal.stories(some, Console())
    streams.name(failed)
    streams.end(failed)
