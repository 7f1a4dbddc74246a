"""The verbs of what is weighed out of a story: `timeline` and `plans`, on the screen or in the form of another program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli import streams
from dateline.cli.app import AsOf, Engines, Inputs, Jobs, OneStory, Quiet, app, day
from dateline.engines.processes import AUTO

if TYPE_CHECKING:
    from dateline.records.account import Account

Part = Literal["timeline", "plans"]

TEXT = "text"
FORMS = "text, json, schemaorg (JSON-LD), csv (a row an event), cites (CSV, a row a cite), ical or timelinejs."
As = Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=FORMS)]
AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


@app.command(
    epilog="Examples: `dateline timeline reports/` · `dateline timeline reports/ --as-of 2031-03-14` · "
    "`dateline timeline day.jsonl --format timelinejs > timeline.json` · "
    "`dateline timeline topic.jsonl --one-story --most 40 --per-day 2`"
)
def timeline(
    inputs: Inputs,
    form: As = TEXT,
    as_json: AsJson = False,
    as_of: AsOf = None,
    one_story: OneStory = False,
    most: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the N days that matter most.")] = None,
    per_day: Annotated[int | None, typer.Option(min=1, metavar="K", help="At most K events a day.")] = None,
    jobs: Jobs = AUTO,
    kind: Engines = streams.PROCESSES,
    quiet: Quiet = False,
) -> None:
    """What happened when, and what was to happen, each event once with all its sources."""
    from dateline.records.account import Options

    day(as_of)
    _known(form, "timeline")
    made = streams.account(inputs, Options(as_of, one_story, most, per_day), jobs, quiet, kind)
    _show(made, "json" if as_json else form, "timeline")


@app.command(
    epilog="Examples: `dateline plans reports/` · `dateline plans reports/ --as-of 2031-03-14` · "
    "`dateline plans day.jsonl --format ical > plans.ics`"
)
def plans(
    inputs: Inputs,
    form: As = TEXT,
    as_json: AsJson = False,
    as_of: AsOf = None,
    jobs: Jobs = AUTO,
    quiet: Quiet = False,
) -> None:
    """What was planned and what became of it: each plan with its dated steps and their sources."""
    from dateline.records.account import Options

    day(as_of)
    _known(form, "plans")
    made = streams.account(inputs, Options(as_of), jobs, quiet)
    _show(made, "json" if as_json else form, "plans")


def _known(form: str, part: Part) -> None:
    """Raise InputError, before long work is done for it, where there is no such form."""
    if form != TEXT:
        from dateline.show.forms import registry

        registry.form(form, part)


def _show(made: Account, form: str, part: Part) -> None:
    if form == TEXT:
        from dateline.show.terminal import account as terminal
        from dateline.show.terminal.console import Inert

        {"timeline": terminal.timeline, "plans": terminal.plans}[part](made, Inert())
    else:
        from dateline.show.forms import registry

        for content in registry.files(made, form, part).values():
            sys.stdout.write(content.decode("utf-8"))
        sys.stdout.flush()
    streams.name(made.failed)
    streams.end(made.failed)
