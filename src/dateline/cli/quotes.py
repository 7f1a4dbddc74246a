"""The verb of statements: `quotes`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import streams
from dateline.cli.app import AsOf, Inputs, Jobs, Quiet, app, day
from dateline.engines.processes import AUTO

if TYPE_CHECKING:
    from dateline.records.account import Account, Told
    from dateline.records.findings import Saying
    from dateline.show.terminal import statements as shown


class By(StrEnum):
    """How statements are put in order for people."""

    speaker = "speaker"
    day = "day"


@app.command(
    epilog="Examples: `dateline quotes reports/` · `dateline quotes reports/ --by day --denied` · "
    "`dateline quotes reports/ --variants --csv > quotes.csv`"
)
def quotes(
    inputs: Inputs,
    by: Annotated[By, typer.Option("--by", help="Order for people: by speaker, or by day.")] = By.speaker,
    denied: Annotated[bool, typer.Option("--denied", help="Only denials, and what they answer.")] = False,
    variants: Annotated[bool, typer.Option("--variants", help="Only statements that several reports carry.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table, one row a statement and report.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON: each statement with its versions.")] = False,
    as_of: AsOf = None,
    jobs: Jobs = AUTO,
    quiet: Quiet = False,
) -> None:
    """Say who said what: each statement once, who carried it first, who cut or changed it, and what was denied."""
    from dateline import contract as shapes
    from dateline.records.account import Options
    from dateline.show.terminal import statements as shown
    from dateline.show.terminal.console import Inert

    day(as_of)
    made = streams.account(inputs, Options(as_of), jobs, quiet)
    heard = list(_heard(made, denied, variants))
    if as_csv:
        sys.stdout.write(shown.table(heard))
    elif as_json:
        streams.out(shapes.text(shown.plain(heard), indent=1))
    else:
        shown.text(heard, by is By.day, Inert())
    streams.tongues(made.reports)
    streams.name(made.failed)
    streams.end(made.failed)


def _heard(made: Account, denied: bool, variants: bool) -> Iterator[shown.Heard]:
    """Each story with the sayings that are asked for."""
    from dateline.show.terminal import statements as shown

    reports = {one.id: one for one in made.reports}
    for told in made.stories:
        wanted = _answering(told) if denied else None
        sayings = (saying for saying in told.findings.sayings if len(saying.versions) > 1 or not variants)
        yield shown.Heard(told, tuple(saying for saying in sayings if _is_wanted(saying, wanted)), reports)


def _answering(told: Told) -> frozenset[str]:
    """Ids of the denials of a story and of what they answer."""
    denials = [one for one in told.findings.statements if one.polarity == "deny"]
    return frozenset(key for one in denials for key in (one.id, *one.denies))


def _is_wanted(one: Saying, wanted: frozenset[str] | None) -> bool:
    return wanted is None or any(version.statement in wanted for version in one.versions)
