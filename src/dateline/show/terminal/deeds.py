"""Deeds on the terminal: when, who, what, to whom, and the words that tell it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.records.findings import Deed
from dateline.show import words
from dateline.show.inert import plain


def deeds(some: Sequence[Deed], console: Console) -> None:
    """Print deeds, a row each."""
    if not some:
        console.print(Text("No deed that a report tells of.", "dim"), highlight=False)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("date", "who", "deed", "to whom", "as told"):
        table.add_column(column, overflow="fold")
    for deed in some:
        cells = (
            deed.date or "",
            _party(deed.source_text, deed.source_code),
            f"{deed.plover} {deed.cameo or ''}\n{deed.status}",
            _party(deed.target_text, deed.target_code),
            words.one_line(deed.cites[0].text),
        )
        table.add_row(*(Text(plain(cell)) for cell in cells))
    console.print(table, highlight=False)


def _party(name: str, code: str | None) -> str:
    return f"{name} ({code})" if code else name
