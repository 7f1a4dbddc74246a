"""GDELT's lists as it publishes them: tables without a head, told by their number of columns and by where the stamps stand.

Columns are those of the GDELT 2.0 Event Database Codebook V2.0 (events, 61; mentions, 16) and of the Global Knowledge Graph
Codebook V2.1 (27), http://data.gdeltproject.org/documentation/; the tags of a GKG record's last column are those of the
GDELT blog, "New GKG 2.0 Article Metadata Fields". The stamp of events and mentions says when GDELT saw the report, to a
quarter of an hour: its day is taken, and no time.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_STAMP = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d\d$")
_PAGE = re.compile(r"<PAGE_(TITLE|AUTHORS|PRECISEPUBTIMESTAMP)>(.*?)</PAGE_\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shape:
    """One of GDELT's tables: its number of columns, and the places of its id, stamp, address, outlet and tags."""

    name: str
    columns: int
    stamp: int
    url: int
    id: re.Pattern[str]
    outlet: int | None = None
    tags: int | None = None

    def fits(self, cells: list[str]) -> bool:
        """Whether a row is of this table."""
        return (
            len(cells) == self.columns
            and self.id.match(cells[0]) is not None
            and _STAMP.match(cells[self.stamp]) is not None
        )


SHAPES = (
    Shape("events", 61, stamp=59, url=60, id=re.compile(r"\d+$")),
    Shape("mentions", 16, stamp=2, url=5, id=re.compile(r"\d+$"), outlet=4),
    Shape("GKG", 27, stamp=1, url=4, id=re.compile(r"\d{14}-T?\d+$"), outlet=3, tags=26),
)


def cells(line: str) -> list[str]:
    """The cells of a line: GDELT quotes nothing."""
    return line.rstrip("\r\n").split("\t")


def shape(line: str) -> Shape | None:
    """The table whose row a line is; None where it is none of GDELT's."""
    found = cells(line)
    return next((shape for shape in SHAPES if shape.fits(found)), None)


def row(kind: Shape, found: list[str]) -> dict[str, str]:
    """A row's fields, by the names that tables have for them."""
    stamp = _STAMP.match(found[kind.stamp])
    tags = {at[1]: html.unescape(at[2]).strip() for at in _PAGE.finditer(found[kind.tags])} if kind.tags else {}
    exact = _STAMP.match(tags.get("PRECISEPUBTIMESTAMP", ""))
    return {
        "url": found[kind.url],
        "outlet": found[kind.outlet] if kind.outlet else "",
        "title": tags.get("TITLE", ""),
        "author": tags.get("AUTHORS", ""),
        "published": "{}-{}-{}T{}:{}".format(*exact.groups())
        if exact
        else "-".join(stamp.groups()[:3])
        if stamp
        else "",
    }
