"""The app that every file of verbs adds its own to, and the arguments and options that several verbs share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.streams import PROCESSES, out
from dateline.engines.processes import AUTO

DESK = "dateline.desk"

app = typer.Typer(
    name="dateline",
    help="A pile of news reports in; each running story out as one dated, sourced, checkable account.",
    epilog="Without a verb, `dateline INPUT...` is `dateline tell INPUT...`. Each verb has --help with examples.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders (read whole), or - (JSON lines).")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")]


def _jobs(value: str | int) -> int:
    """How many processes, as the command line says it. Raises typer.BadParameter."""
    if str(value) in ("auto", str(AUTO)):
        return AUTO
    if not str(value).isdecimal():
        raise typer.BadParameter(f"{value!r} is neither auto nor a number of processes such as 2")
    return int(value)


def _engine(value: str) -> str:
    """What runs the work, as the command line says it. Raises typer.BadParameter."""
    if value.partition(":")[0] != "ray" and value not in ("here", PROCESSES):
        raise typer.BadParameter(f"{value!r} is none of here, {PROCESSES}, ray and ray:ADDRESS")
    return value


Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N|auto",
        parser=_jobs,
        show_default="auto",
        help="Processes that work on single reports: a number, or auto, as many as pay for the pile.",
    ),
]
Engines = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="here|processes|ray[:ADDRESS]",
        parser=_engine,
        help="What runs the work; Ray, an extra, in this machine or in the cluster at an address.",
    ),
]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON line a report (the only form; may be left out).")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Only what was known on that ISO day.")]
OneStory = Annotated[
    bool, typer.Option("--one-story", help="Take all reports as one story, by your word: the archive of a topic.")
]
DeskFile = Annotated[Path, typer.Option("--desk", metavar="FILE", envvar="DATELINE_DESK", help="The desk file.")]


def day(value: str | None) -> None:
    """Raise typer.BadParameter (a usage error) when the value is given and is no ISO day."""
    if value is not None:
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise typer.BadParameter(f"{value!r} is no ISO day such as 2031-03-14") from error


def _version(wanted: bool) -> None:
    if wanted:
        from dateline import flow

        out(f"dateline {flow.VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and leave.")
    ] = False,
) -> None:
    """Options before the verb."""
