"""An account in notebooks: its tables as data frames of pandas or polars, and what a cell shows of it."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

from markupsafe import Markup

from dateline.errors import InputError
from dateline.records.account import Account, Told
from dateline.records.findings import Entry
from dateline.show import inert, view, words
from dateline.show.forms import tables

Library = Literal["pandas", "polars"]
MOST = 40  # rows that a cell shows
_PANDAS = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}


def frame(account: Account, name: str, library: Library | None = None) -> Any:
    """A table of an account as a data frame. Raises InputError where there is no such table, or no such library."""
    table = tables.table(account, name)
    module, called = _library(library)
    columns = {key: [inert.whole(c) if isinstance(c, str) else c for c in table.column(key)] for key in table.columns}
    if called == "polars":
        kinds = {str: module.String, int: module.Int64, float: module.Float64, bool: module.Boolean}
        return module.DataFrame(columns, schema={key: kinds[kind] for key, kind in table.columns.items()})
    return module.DataFrame(
        {key: module.Series(columns[key], dtype=_PANDAS[kind]) for key, kind in table.columns.items()}
    )


def _library(wanted: Library | None) -> tuple[Any, str]:
    """The library that is wanted, else the first that is installed."""
    for name in (wanted,) if wanted else ("pandas", "polars"):
        try:
            return import_module(name), name
        except ModuleNotFoundError:
            continue
    names = wanted or "pandas (or polars)"
    raise InputError(f"frames need {names}, which is not installed: pip install {wanted or 'pandas'}")


# ------------------------------------------------------------------------------------ what a cell shows


def of_account(account: Account) -> str:
    """The stories of an account, the biggest first, each with its summary and the line on where it stands."""
    rows = [
        Markup("<li><b>{}</b><br><small>{}</small><br>{}</li>").format(
            _safe(shown.told.title),
            _safe(" · ".join(shown.summary())),
            _safe(shown.told.brief[-1].text) if shown.told.brief else "",
        )
        for shown in view.shown(account)[:MOST]
    ]
    head = words.count(len(account.stories), "story", "stories") + ", " + words.count(len(account.reports), "report")
    return _whole(head, Markup("<ol>{}</ol>").format(Markup("").join(rows)), len(account.stories) - len(rows))


def of_story(told: Told) -> str:
    """The brief of a story, then its timeline."""
    lines = [
        Markup("<p>{} <small>{}</small></p>").format(_safe(line.text), _safe(_sources(line.cites, line.mark)))
        for line in told.brief
    ]
    inside = Markup("").join(lines) + Markup(of_timeline(told.findings.timeline))
    return str(Markup("<div><h3>{}</h3>{}</div>").format(_safe(told.title), inside))


def of_timeline(entries: tuple[Entry, ...]) -> str:
    """A timeline as a table: when, what, how it stands, how many origins."""
    rows = [
        Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            _safe(words.short_when(entry)), _safe(words.clip(entry.name, 160)), words.status(entry.status), len(entry.origins)
        )
        for entry in entries[:MOST]
    ]  # fmt: skip
    head = Markup("<tr><th>when</th><th>what</th><th>stands</th><th>origins</th></tr>")
    return _whole(
        "Timeline", Markup("<table>{}{}</table>").format(head, Markup("").join(rows)), len(entries) - len(rows)
    )


def _sources(cites: Any, mark: str) -> str:
    names = words.listed(sorted({cite.report for cite in cites}))
    return f"[{names}]" + (f" {words.MARKS[mark]}" if words.MARKS[mark] else "")


def _whole(head: str, inside: Markup, rest: int) -> str:
    more = f"and {rest} more" if rest > 0 else ""
    return str(Markup("<div><b>{}</b>{}{}</div>").format(_safe(head), inside, more))


def _safe(text: str) -> object:
    return inert.markup(words.one_line(text))
