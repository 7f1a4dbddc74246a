"""The verb `deeds`: who did what to whom, coded in PLOVER and CAMEO, as a table or as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import streams
from dateline.cli.app import AsOf, Engines, Inputs, Jobs, OneStory, Quiet, app, day
from dateline.engines.processes import AUTO

if TYPE_CHECKING:
    from dateline.records.account import Account
    from dateline.show.forms.deeds import Wanted


@app.command(
    epilog="Examples: `dateline deeds reports/` · `dateline deeds reports/ --csv --by-report > deeds.csv` · "
    "`dateline deeds day.jsonl --code AGREE --code 03 --actor FRA --on 2031-03`"
)
def deeds(
    inputs: Inputs,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table with commas: one row a deed.")] = False,
    as_tsv: Annotated[bool, typer.Option("--tsv", help="The same with tabs.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The deeds of each story, as in an account.")] = False,
    by_report: Annotated[bool, typer.Option("--by-report", help="One row a deed and report that tells it.")] = False,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="polecat|gdelt", help="In the columns of another set of event data."),
    ] = None,
    code: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="A root of PLOVER, or how CAMEO begins.")
    ] = None,
    actor: Annotated[str | None, typer.Option(metavar="WHO", help="How a code begins, or a part of a name.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="A day, month, year or span (EDTF).")] = None,
    as_of: AsOf = None,
    one_story: OneStory = False,
    jobs: Jobs = AUTO,
    kind: Engines = streams.PROCESSES,
    quiet: Quiet = False,
) -> None:
    """Who did what to whom: each deed once, coded in PLOVER and CAMEO, with its sources."""
    from dateline.records.account import Options
    from dateline.show.forms import deeds as forms

    day(as_of)
    _dated(on)
    _known(form)
    wanted = forms.Wanted(tuple(code or ()), actor, on)
    made = streams.account(inputs, Options(as_of, one_story), jobs, quiet, kind)
    if as_json:
        streams.out(_json(made, wanted))
    elif form is not None or as_csv or as_tsv or by_report:
        sys.stdout.write(_table(made, form, wanted) if form else forms.table(made, wanted, by_report, as_tsv))
        sys.stdout.flush()
    else:
        _shown(made, wanted)
    streams.name(made.failed)
    streams.end(made.failed)


def _table(made: Account, form: str, wanted: Wanted) -> str:
    """The deeds in the columns of another set of event data."""
    from dateline.flow import VERSION
    from dateline.show.forms import event_data

    return event_data.table(made, form, wanted, f"dateline {VERSION}")


def _shown(made: Account, wanted: Wanted) -> None:
    """The deeds for the eye."""
    from dateline.show.forms import deeds as forms
    from dateline.show.terminal import deeds as terminal
    from dateline.show.terminal.console import Inert

    terminal.deeds([deed for _, deed in forms.chosen(made, wanted)], Inert())


def _json(made: Account, wanted: Wanted) -> str:
    """The deeds of each story, as in an account."""
    from dateline import contract as shapes
    from dateline.show.forms import deeds as forms

    chosen = {deed.id for _, deed in forms.chosen(made, wanted)}
    stories = [
        {"id": s.id, "title": s.title, "deeds": [shapes.dump(one) for one in s.findings.deeds if one.id in chosen]}
        for s in made.stories
    ]
    return shapes.text({"as_of": made.as_of, "stories": stories, "failed": shapes.dump(made.failed)}, indent=1)


def _known(form: str | None) -> None:
    from dateline.show.forms import event_data

    if form is not None and form not in event_data.FORMATS:
        raise typer.BadParameter(f"{form!r} is none of {', '.join(event_data.FORMATS)}")


def _dated(value: str | None) -> None:
    from dateline import edtf

    if value is not None:
        try:
            edtf.interval(value)
        except ValueError as error:
            raise typer.BadParameter(f"{value!r} is no date such as 2031-03-14, 2031-03 or 2031") from error
