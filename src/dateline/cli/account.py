"""The verbs of an account: `tell` makes it, `verify` re-reads it."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import streams
from dateline.cli.app import DESK, AsOf, DeskFile, Engines, Inputs, Jobs, Quiet, app, day
from dateline.engines.processes import AUTO

if TYPE_CHECKING:
    from dateline.engines import Engine
    from dateline.records.account import Account

MOST = 200  # breaches that are shown


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
    jobs: Jobs = AUTO,
    kind: Engines = streams.PROCESSES,
    quiet: Quiet = False,
) -> None:
    """Tell each running story as one dated, sourced, checkable account."""
    day(as_of)
    streams.writable(page)
    if inputs:
        from dateline.records.account import Options

        made = streams.account(inputs, Options(as_of), jobs, quiet, kind)
    else:
        made = _of_desk(desk, as_of, streams.engine(jobs, quiet, kind))
    if page is not None:
        from dateline.show.page import html

        streams.write(page, html(made, share=share))
    if as_json or jsonl or md:
        _print_as(made, "json" if as_json else "jsonl" if jsonl else "md")
    elif page is None:
        from dateline.show.terminal import account as terminal
        from dateline.show.terminal.console import Inert

        terminal.text(made, Inert())
    streams.tongues(made.reports)
    streams.name(made.failed)
    streams.end(made.failed if inputs else ())  # a desk has taken in what it tells of: nothing that was given failed


def _of_desk(desk: Path, as_of: str | None, work: AbstractContextManager[Engine]) -> Account:
    from dateline.desk import Desk

    with work as engine, Desk.open(desk) as opened:
        return opened.tell(as_of, engine)


@app.command(epilog="Example: `dateline tell reports/ --json > a.json && dateline verify a.json reports/`")
def verify(
    account: Annotated[Path, typer.Argument(metavar="ACCOUNT.json", help="What `tell --json` wrote.")],
    inputs: Inputs,
    words: Annotated[
        bool, typer.Option("--words", help="Do not make it again: check each field and the words of each line.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Make an account again from its inputs and compare it whole. Exit 1 on a breach, each named by its path.

    What another version of Dateline made cannot be made again: each field of it is checked as what it is, and the words of
    each line against its cites.
    """
    from dateline import flow, proof

    value = read(account)
    with streams.engine(1, quiet) as engine:
        found, failed = streams.gather(inputs, engine)
        done = proof.verified(value, found, failed, engine, only_words=words)
    streams.name(failed)
    for one in done.breaches[:MOST]:
        streams.out(streams.printable(f"{one.where}: {one.why}"))
    if done.breaches:
        more = f" (the first {MOST} are shown)" if len(done.breaches) > MOST else ""
        streams.say(f"{len(done.breaches)} breaches: this account says what its inputs do not hold{more}")
        raise typer.Exit(streams.FINDINGS)
    judged = f" and {len(value['judgements'])} judgements that it names" if value.get("judgements") else ""
    streams.say(
        f"holds: made again from {len(value['inputs'])} reports{judged}, it is the same"
        if done.again
        else f"its words hold: every field and cite was checked against {len(value['inputs'])} reports; whether it is whole "
        f"was not (made by {value['dateline']}, this is {flow.VERSION})"
    )
    streams.end(failed)


def read(path: Path) -> Any:
    """The JSON value in a file. Raises typer.BadParameter where it holds none, or none of an account."""
    try:
        value = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (OSError, ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise typer.BadParameter(f"{path} cannot be read as an account: {why}") from error
    if not isinstance(value, dict) or "stories" not in value:
        raise typer.BadParameter(f"{path} cannot be read as an account: it is no object with stories")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, each key once: of two, programs read one or the other."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError(f"an object has a key twice, among {', '.join(sorted(made))[:200]}")
    return made


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _print_as(made: Account, form: str) -> None:
    from dateline import contract as shapes

    if form == "json":
        streams.pour(shapes.account_text(made, indent=1))
    elif form == "jsonl":
        for line in shapes.story_lines(made):
            streams.out(shapes.text(line))
    else:
        from dateline.show.forms import markdown

        streams.out(markdown.markdown(made))
