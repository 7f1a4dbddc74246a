"""The verbs of an account: `tell` makes it, `verify` re-reads it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dateline import contract as shapes
from dateline import flow
from dateline.cli import streams
from dateline.cli.app import DESK, AsOf, DeskFile, Inputs, Jobs, Quiet, app, day
from dateline.desk import Desk
from dateline.records.account import Account, Options
from dateline.show.forms import markdown
from dateline.show.page import html
from dateline.show.terminal import account as terminal


@app.command(
    epilog="Examples: `dateline tell reports/` · `dateline tell a.txt b.html --html story.html` · "
    "`dateline tell day.jsonl --as-of 2031-03-14 --json`"
)
def tell(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[INPUT...]", help="Files, folders, or -. Without: the desk.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The account as the contract's JSON.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON line a story.")] = False,
    md: Annotated[bool, typer.Option("--md", help="Markdown with footnotes.")] = False,
    page: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write the page, one self-contained file.")
    ] = None,
    share: Annotated[bool, typer.Option("--share", help="The page with cited words only, not whole texts.")] = False,
    as_of: AsOf = None,
    desk: DeskFile = Path(DESK),
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Tell each running story as one dated, sourced, checkable account."""
    day(as_of)
    if inputs:
        made = streams.account(inputs, Options(as_of), jobs, quiet)
    else:
        with streams.engine(jobs, quiet) as engine, Desk.open(desk) as opened:
            made = opened.tell(as_of, engine)
    if page is not None:
        streams.write(page, html(made, share=share))
    if as_json or jsonl or md:
        _print_as(made, "json" if as_json else "jsonl" if jsonl else "md")
    elif page is None:
        terminal.text(made, Console())
    streams.tongues(made.reports)
    streams.name(made.failed)
    streams.end(made.failed)


@app.command(epilog="Example: `dateline tell reports/ --json > a.json && dateline verify a.json reports/`")
def verify(
    account: Annotated[Path, typer.Argument(metavar="ACCOUNT.json", help="What `tell --json` wrote.")],
    inputs: Inputs,
    quiet: Quiet = False,
) -> None:
    """Re-read an account against its inputs: each cite, name, number, date and quotation. Exit 1 on a breach."""
    try:
        made = shapes.load(Account, json.loads(account.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"{account} cannot be read as an account: {error}") from error
    with streams.engine(1, quiet) as engine:
        found, failed = flow.gather(inputs, sys.stdin.buffer, engine)
        breaches = flow.verified(made, found)
    streams.name(failed)
    for one in breaches:
        streams.out(f"{one.where}: {one.why}")
    if breaches:
        streams.say(f"{len(breaches)} breaches: this account says what its inputs do not hold")
        raise typer.Exit(streams.FINDINGS)
    streams.say(f"holds: {sum(1 for _ in flow.cited(made))} cites read back from {len(made.inputs)} reports")
    streams.end(failed)


def _print_as(made: Account, form: str) -> None:
    if form == "json":
        streams.out(shapes.text(shapes.account(made), indent=1))
    elif form == "jsonl":
        for line in shapes.story_lines(made):
            streams.out(shapes.text(line))
    else:
        streams.out(markdown.markdown(made))
