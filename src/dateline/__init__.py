"""A pile of news reports in; each running story out as one dated, sourced, checkable account."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.cite import Cite, Cites, Span
    from dateline.errors import (
        BadCite,
        DatelineError,
        DeskError,
        InputError,
        LexiconError,
        ModelError,
        NothingToRead,
        Unguarded,
        Unreadable,
    )
    from dateline.flow import VERSION as __version__  # noqa: N811 (the name that Python gives to versions)
    from dateline.flow import Breach, marks, read, stories, tell, verify
    from dateline.records import Account, Failure, Judgement, Marked, Report, Story, Told

__all__ = [
    "Account",
    "BadCite",
    "Breach",
    "Cite",
    "Cites",
    "DatelineError",
    "DeskError",
    "Failure",
    "InputError",
    "Judgement",
    "LexiconError",
    "Marked",
    "ModelError",
    "NothingToRead",
    "Report",
    "Span",
    "Story",
    "Told",
    "Unguarded",
    "Unreadable",
    "__version__",
    "marks",
    "read",
    "stories",
    "tell",
    "verify",
]

# Loaded when they are asked for: who only reads a page, or prints the help, does not wait for the parser.
_HOMES = {
    "cite": ("Cite", "Cites", "Span"),
    "errors": (
        "BadCite", "DatelineError", "DeskError", "InputError", "LexiconError", "ModelError", "NothingToRead", "Unguarded",
        "Unreadable",
    ),
    "flow": ("Breach", "__version__", "marks", "read", "stories", "tell", "verify"),
    "records": ("Account", "Failure", "Judgement", "Marked", "Report", "Story", "Told"),
}  # fmt: skip


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"dateline.{home}"), "VERSION" if name == "__version__" else name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
