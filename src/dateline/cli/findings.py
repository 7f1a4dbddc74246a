"""The verbs of what is weighed out of a story: `timeline` and `plans`, on the screen or in the form of another program."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dateline.cli import streams
from dateline.cli.app import AsOf, Inputs, Jobs, OneStory, Quiet, app, day
from dateline.engines.processes import AUTO

if TYPE_CHECKING:
    from dateline.records.account import Account

Part = Literal["timeline", "plans"]

Form = Literal["text", "json", "csv", "cites", "ical", "timelinejs", "schemaorg"]
FORMS = "text, json, csv (a row an event), cites (CSV, a row a cite), ical, timelinejs or schemaorg (JSON-LD)."
As = Annotated[Form, typer.Option("--format", "-f", metavar="FORM", help=FORMS)]
AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


@app.command(
    epilog="Examples: `dateline timeline reports/` · `dateline timeline reports/ --as-of 2031-03-14` · "
    "`dateline timeline day.jsonl --format timelinejs > timeline.json` · "
    "`dateline timeline topic.jsonl --one-story --most 40 --per-day 2`"
)
def timeline(
    inputs: Inputs,
    form: As = "text",
    as_json: AsJson = False,
    as_of: AsOf = None,
    one_story: OneStory = False,
    most: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the N days that matter most.")] = None,
    per_day: Annotated[int | None, typer.Option(min=1, metavar="K", help="At most K events a day.")] = None,
    jobs: Jobs = AUTO,
    quiet: Quiet = False,
) -> None:
    """What happened when, and what was to happen, each event once with all its sources."""
    from dateline.records.account import Options

    day(as_of)
    made = streams.account(inputs, Options(as_of, one_story, most, per_day), jobs, quiet)
    _show(made, "json" if as_json else form, "timeline")


@app.command(
    epilog="Examples: `dateline plans reports/` · `dateline plans reports/ --as-of 2031-03-14` · "
    "`dateline plans day.jsonl --format ical > plans.ics`"
)
def plans(
    inputs: Inputs,
    form: As = "text",
    as_json: AsJson = False,
    as_of: AsOf = None,
    jobs: Jobs = AUTO,
    quiet: Quiet = False,
) -> None:
    """What was planned and what became of it: each plan with its dated steps and their sources."""
    from dateline.records.account import Options

    day(as_of)
    made = streams.account(inputs, Options(as_of), jobs, quiet)
    _show(made, "json" if as_json else form, "plans")


def _show(made: Account, form: Form, part: Part) -> None:
    if form == "text":
        from dateline.show.terminal import account as terminal
        from dateline.show.terminal.console import Inert

        {"timeline": terminal.timeline, "plans": terminal.plans}[part](made, Inert())
    else:
        value = _formed(made, form, part)
        if isinstance(value, str):
            sys.stdout.write(value)
            sys.stdout.flush()
        else:
            from dateline import contract as shapes

            streams.out(shapes.text(value, indent=1))
    streams.name(made.failed)
    streams.end(made.failed)


def _formed(made: Account, form: Form, part: Part) -> Any:
    """One part of each story in the form of another program: its text, or what is written as JSON."""
    if form == "json":
        return _of_stories(made, part)
    if form in ("csv", "cites"):
        from dateline.show.forms import table

        return {"timeline": table.timeline, "plans": table.plans}[part](made, by_cite=form == "cites")
    made_by = import_module(f"dateline.show.forms.{form}")  # each loads the library of its form
    return getattr(made_by, part)(made)


def _of_stories(made: Account, part: Part) -> Any:
    """One part of each story, in the contract's shapes."""
    from dateline import contract as shapes

    return {
        "as_of": made.as_of,
        "stories": [{"id": s.id, "title": s.title, part: shapes.dump(getattr(s.findings, part))} for s in made.stories],
        "failed": shapes.dump(made.failed),
    }
