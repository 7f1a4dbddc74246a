"""The verbs of grouping: `stories` and `origins`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import streams
from dateline.cli.app import Engines, Inputs, Jobs, Quiet, app
from dateline.engines.processes import AUTO

if TYPE_CHECKING:
    from dateline.records.report import Failure
    from dateline.records.story import Story


@app.command(epilog="Examples: `dateline stories reports/` · `dateline stories day.jsonl --json > stories.json`")
def stories(
    inputs: Inputs,
    as_json: Annotated[bool, typer.Option("--json", help="The contract's JSON.")] = False,
    jobs: Jobs = AUTO,
    kind: Engines = streams.PROCESSES,
    quiet: Quiet = False,
) -> None:
    """Group reports into stories; say which took words from which, and how many origins there are."""
    some, failed = _grouped(inputs, jobs, quiet, kind)
    if as_json:
        _as_json(some, failed)
    else:
        from dateline.show.terminal import account as terminal
        from dateline.show.terminal.console import Inert

        terminal.stories(some, Inert())
    streams.name(failed)
    streams.end(failed)


@app.command(
    epilog="Examples: `dateline origins reports/` · `dateline origins day.jsonl --csv > ties.csv` · "
    "`dateline origins day.jsonl --graphml > ties.graphml`"
)
def origins(
    inputs: Inputs,
    as_json: Annotated[bool, typer.Option("--json", help="Stories with their origins, as JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="One row a tie between two reports.")] = False,
    graphml: Annotated[bool, typer.Option("--graphml", help="Reports and ties as a graph.")] = False,
    jobs: Jobs = AUTO,
    quiet: Quiet = False,
) -> None:
    """Say where each report's words come from: the origins of each story, their reports, and why."""
    if as_json + csv + graphml > 1:
        raise typer.BadParameter("one of --json, --csv and --graphml")
    some, failed = _grouped(inputs, jobs, quiet)
    if as_json:
        _as_json(some, failed)
    elif csv or graphml:
        from dateline.show.forms import ties

        streams.out((ties.table(some) if csv else ties.graph(some)).rstrip("\n"))
    else:
        from dateline.show.terminal import account as terminal
        from dateline.show.terminal.console import Inert

        terminal.origins(some, Inert())
    streams.name(failed)
    streams.end(failed)


def _as_json(some: tuple[Story, ...], failed: tuple[Failure, ...]) -> None:
    from dateline import contract as shapes

    streams.out(shapes.text(shapes.stories(some, failed), indent=1))


def _grouped(
    inputs: list[str], jobs: int, quiet: bool, kind: str = streams.PROCESSES
) -> tuple[tuple[Story, ...], tuple[Failure, ...]]:
    with streams.engine(jobs, quiet, kind) as engine:
        found, failed = streams.gather(inputs, engine)
        from dateline import flow
        from dateline.group import group

        return group(tuple(flow.marked(found, ())), engine=engine), failed
