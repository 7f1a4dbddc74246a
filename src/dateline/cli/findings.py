"""The verbs of what is weighed out of a story: `timeline` and `plans`, on the screen or in the form of another program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

from dateline import contract as shapes
from dateline.cli import streams
from dateline.cli.app import AsOf, Inputs, Jobs, OneStory, Quiet, app, day
from dateline.records.account import Account, Options
from dateline.show.forms import ical, schemaorg, table, timelinejs
from dateline.show.terminal import account as terminal
from dateline.show.terminal.console import Inert

Form = Literal["text", "json", "csv", "cites", "ical", "timelinejs", "schemaorg"]
FORMS = "text, json, csv (a row an event), cites (CSV, a row a cite), ical, timelinejs or schemaorg (JSON-LD)."
As = Annotated[Form, typer.Option("--format", "-f", metavar="FORM", help=FORMS)]
AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]

TIMELINE: dict[str, Callable[[Account], Any]] = {
    "csv": table.timeline,
    "cites": lambda made: table.timeline(made, by_cite=True),
    "ical": ical.timeline,
    "timelinejs": timelinejs.timeline,
    "schemaorg": schemaorg.timeline,
    "json": lambda made: _of_stories(made, "timeline"),
}
PLANS: dict[str, Callable[[Account], Any]] = {
    "csv": table.plans,
    "cites": lambda made: table.plans(made, by_cite=True),
    "ical": ical.plans,
    "timelinejs": timelinejs.plans,
    "schemaorg": schemaorg.plans,
    "json": lambda made: _of_stories(made, "plans"),
}


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
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """What happened when, and what was to happen, each event once with all its sources."""
    day(as_of)
    made = streams.account(inputs, Options(as_of, one_story, most, per_day), jobs, quiet)
    _show(made, "json" if as_json else form, TIMELINE, terminal.timeline)


@app.command(
    epilog="Examples: `dateline plans reports/` · `dateline plans reports/ --as-of 2031-03-14` · "
    "`dateline plans day.jsonl --format ical > plans.ics`"
)
def plans(
    inputs: Inputs, form: As = "text", as_json: AsJson = False, as_of: AsOf = None, jobs: Jobs = 1, quiet: Quiet = False
) -> None:
    """What was planned and what became of it: each plan with its dated steps and their sources."""
    day(as_of)
    made = streams.account(inputs, Options(as_of), jobs, quiet)
    _show(made, "json" if as_json else form, PLANS, terminal.plans)


def _show(
    made: Account, form: str, forms: dict[str, Callable[[Account], Any]], on_screen: Callable[[Account, Console], None]
) -> None:
    if form == "text":
        on_screen(made, Inert())
    else:
        value = forms[form](made)
        if isinstance(value, str):
            sys.stdout.write(value)
            sys.stdout.flush()
        else:
            streams.out(shapes.text(value, indent=1))
    streams.name(made.failed)
    streams.end(made.failed)


def _of_stories(made: Account, part: str) -> Any:
    """One part of each story, in the contract's shapes."""
    return {
        "as_of": made.as_of,
        "stories": [{"id": s.id, "title": s.title, part: shapes.dump(getattr(s.findings, part))} for s in made.stories],
        "failed": shapes.dump(made.failed),
    }
