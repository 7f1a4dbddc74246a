"""The verb `export`: an account in the form of another program, from reports, from a desk or from an account that was kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import streams
from dateline.cli.app import DESK, AsOf, DeskFile, Jobs, OneStory, Quiet, app, day
from dateline.engines.processes import AUTO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.records.account import Account, Options

LIST = "list"


@app.command(
    epilog="Examples: `dateline export --format list` · `dateline export reports/ --format docx --out story.docx` · "
    "`dateline export --account account.json --format parquet --out tables/`"
)
def export(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[INPUT...]", help="Files, folders, or -. Without: the desk.")
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORM", help="In which form; `list` names all, and what each leaves out."
        ),
    ] = LIST,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="PATH", help="The file; of several, their folder. Without: stdout."),
    ] = None,
    kept: Annotated[
        Path | None,
        typer.Option("--account", metavar="FILE", help="An account that `tell --json` wrote, made no second time."),
    ] = None,
    as_of: AsOf = None,
    one_story: OneStory = False,
    desk: DeskFile = Path(DESK),
    jobs: Jobs = AUTO,
    quiet: Quiet = False,
) -> None:
    """Write an account for other programs: Word, PDF, annotations, news formats, graphs, tables, references."""
    from dateline.records.account import Options
    from dateline.show.forms import registry

    if form == LIST:
        _list()
        return
    day(as_of)
    wanted = registry.form(form)
    _place(out, wanted.several, registry.is_text(wanted))
    if kept is not None and (inputs or as_of or one_story):
        raise typer.BadParameter("an account is as it was told: give --account alone, or the inputs to tell it anew")
    made = _kept(kept) if kept else _told(inputs, Options(as_of, one_story), desk, jobs, quiet)
    _write(out, registry.files(made, form), wanted.several)
    streams.name(made.failed)
    streams.end(made.failed if inputs else ())


def _list() -> None:
    from dateline.show.forms import registry

    for form in registry.FORMS.values():
        if "account" in form.parts:
            needs = f" Needs dateline[{form.extra}]." if form.extra else ""
            leaves = f" Leaves out {form.leaves}." if form.leaves else ""
            streams.out(f"{form.name:14} {form.what}.{leaves}{needs}")


def _place(out: Path | None, several: bool, is_text: bool) -> None:
    """Raise typer.BadParameter, before long work is done, where there is no place for what is to be written."""
    if several:
        if out is None:
            raise typer.BadParameter("this form is several files: name their folder with --out")
        streams.writable(out if out.is_dir() is False else out / "part")
    elif out is None and not is_text and sys.stdout.isatty():
        raise typer.BadParameter("this form is no text for a terminal: name a file with --out")
    elif out is not None:
        streams.writable(out)


def _told(inputs: list[str] | None, options: Options, desk: Path, jobs: int, quiet: bool) -> Account:
    if inputs:
        return streams.account(inputs, options, jobs, quiet)
    from dateline.desk import Desk

    with streams.engine(jobs, quiet) as engine, Desk.open(desk) as opened:
        return opened.tell(options.as_of, engine)


def _kept(path: Path) -> Account:
    """The account in a file. Raises typer.BadParameter, or InputError, where it is none."""
    from dateline import contract
    from dateline.cli.account import read
    from dateline.records.account import Account

    return contract.load(Account, read(path))


def _write(out: Path | None, files: Mapping[str, bytes], several: bool) -> None:
    if several and out is not None:
        out.mkdir(exist_ok=True)
        for name, content in files.items():
            streams.write(out / name, content)
        return
    for content in files.values():
        if out is None:
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
        else:
            streams.write(out, content)
