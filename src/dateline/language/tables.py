"""The one door to the word lists and code books in `data/`.

A list is a tab-separated file: lines that start with `#` say what it is, where it is from and under which licence
(`# source:` and `# licence:` are required), the first other line names the columns, each further line is a row.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.errors import LexiconError

Row = Mapping[str, str]


@cache
def _lines(name: str) -> tuple[str, ...]:
    path = files("dateline.language") / "data" / f"{name}.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise LexiconError(f"data/{name}.tsv is missing: reinstall Dateline") from error
    head = [line for line in lines if line.startswith("#")]
    for wanted in ("# source:", "# licence:"):
        if not any(line.startswith(wanted) for line in head):
            raise LexiconError(f"data/{name}.tsv has no line {wanted!r}")
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `data/NAME.tsv`, each a mapping of column to value (an empty string where a cell is empty).

    Raises LexiconError when the file is missing, has no source or licence line, or has a row that is too long.
    """
    head, *rows = _lines(name)
    columns = head.split("\t")
    out = []
    for row in rows:
        cells = row.split("\t")
        if len(cells) > len(columns):
            raise LexiconError(f"data/{name}.tsv: {row!r} has more cells than there are columns")
        cells += [""] * (len(columns) - len(cells))
        out.append(dict(zip(columns, cells, strict=True)))
    return tuple(out)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of `data/NAME.tsv` as a set."""
    return frozenset(next(iter(row.values())) for row in table(name))
