"""News agencies by the names that credits give them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from dateline.language import tables


@cache
def _known() -> Mapping[str, str]:
    """For each name of an agency the one it goes by."""
    return {name: row["agency"] for row in tables.table("agencies") for name in row["names"].split("|")}


@cache
def _any() -> re.Pattern[str]:
    """Every agency's names, the longest first."""
    longest = sorted(_known(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


def called(words: str) -> str | None:
    """The agency that the words are a name of, or None.

    >>> called("Agence France-Presse"), called("(AP)"), called("AP says")
    ('AFP', 'Associated Press', None)
    """
    return _known().get(" ".join(words.split()).strip(" .,;()"))


def named(text: str) -> Sequence[tuple[int, int, str]]:
    """Every name of an agency in a text: start, end, and the name it goes by."""
    return [(name.start(), name.end(), _known()[name[0]]) for name in _any().finditer(text)]


def without(words: str) -> str:
    """The words without the names of agencies."""
    return _any().sub("", words)
