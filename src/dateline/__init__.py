"""A pile of news reports in; each running story out as one dated, sourced, checkable account."""

import dateline.interrupt  # noqa: F401 (before the rest, which takes a second to load)

# isort: split
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
from dateline.flow import marks, read, stories, tell
from dateline.proof import Breach, Checker, verify
from dateline.records import Account, Failure, Judgement, Marked, Report, Story, Told, judgement

__all__ = [
    "Account",
    "BadCite",
    "Breach",
    "Checker",
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
    "judgement",
    "marks",
    "read",
    "stories",
    "tell",
    "verify",
]
