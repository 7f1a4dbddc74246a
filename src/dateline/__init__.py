"""A pile of news reports in; each running story out as one dated, sourced, checkable account.

Each name is loaded from where it lives when it is first asked for, so that who wants one room does not wait for all.
"""

import dateline.interrupt  # noqa: F401 (before the rest, which takes a second to load)

# isort: split
import sys
from importlib import import_module
from types import ModuleType
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

_LIVES_IN = {
    "cite": ("Cite", "Cites", "Span"),
    "errors": (
        "BadCite", "DatelineError", "DeskError", "InputError", "LexiconError", "ModelError", "NothingToRead", "Unguarded",
        "Unreadable",
    ),
    "flow": ("marks", "read", "stories", "tell"),
    "proof": ("Breach", "Checker", "verify"),
    "records": ("Account", "Failure", "Judgement", "Marked", "Report", "Story", "Told", "judgement"),
}  # fmt: skip
_PLACES = {name: (module, name) for module, names in _LIVES_IN.items() for name in names}
_PLACES["__version__"] = ("flow", "VERSION")


class _Face(ModuleType):
    """The package as a module that looks its names up when they are asked for.

    Two verbs, `read` and `tell`, have the names of rooms. Loading a room does not take its verb's name.
    """

    def __getattr__(self, name: str) -> object:
        if name not in _PLACES:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        module, own = _PLACES[name]
        value = getattr(import_module(f"{self.__name__}.{module}"), own)
        super().__setattr__(name, value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _PLACES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Face
