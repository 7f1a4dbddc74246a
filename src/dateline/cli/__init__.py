"""The command line: verbs, one thin function each, a file a room. stdout carries data only, stderr everything else.

A new verb goes into the file of its room, or into a file of its own that is imported here.
"""

from __future__ import annotations

import os
import select
import sqlite3
import sys
from typing import NoReturn

from dateline.cli import account, deeds, desk, export, findings, mcp, quotes, reports, stories, watch
from dateline.cli.app import app
from dateline.cli.streams import DONE, INTERRUPTED, NO_INPUT, USAGE, printable, say
from dateline.engines import keep
from dateline.errors import DatelineError, NothingToRead

__all__ = [
    "account",
    "app",
    "deeds",
    "desk",
    "export",
    "findings",
    "main",
    "mcp",
    "quotes",
    "reports",
    "stories",
    "watch",
]


def _with_verb(words: list[str]) -> list[str]:
    """`dateline INPUT...` is `dateline tell INPUT...`."""
    verbs = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    own = {"--help", "-h", "--version", "--install-completion", "--show-completion"}
    return words if not words or words[0] in verbs | own else ["tell", *words]


def _fail(message: str, status: int) -> NoReturn:
    say(f"dateline: {printable(message)}")
    sys.exit(status)


def main(words: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    keep()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=_with_verb(sys.argv[1:] if words is None else words), prog_name="dateline")
    except NothingToRead as error:
        _fail(str(error), NO_INPUT)
    except DatelineError as error:
        _fail(str(error), USAGE)
    except KeyboardInterrupt:
        _fail("interrupted; what was printed is complete", INTERRUPTED)
    except BrokenPipeError:
        _let_go()
    except sqlite3.Error as error:
        _fail(f"the desk cannot be used ({error}): take a copy of it from before, or make a new one", USAGE)
    except OSError as error:  # no room, no rights, no folder: what was to be written, or where it was to go
        where = error.filename or "standard output"
        _silence()
        _fail(
            f"{where} cannot be used ({error.strerror or error}): check its folder, its rights and the room left", USAGE
        )
    except SystemExit as left:  # typer and rich leave with 1 when nobody reads on; a breach is one all the same
        if left.code == 1 and (words or sys.argv[1:])[:1] != ["verify"] and _is_gone():
            _let_go()
        raise


def _is_gone() -> bool:
    """Whether who read our output has left."""
    try:
        asked = select.poll()
        asked.register(sys.stdout.fileno(), 0)
    except (AttributeError, OSError, ValueError):  # no such call here, or no real file
        return False
    return any(found & (select.POLLERR | select.POLLHUP) for _, found in asked.poll(0))


def _let_go() -> NoReturn:
    """Leave as if all had been read: what is not wanted is no error."""
    _silence()
    sys.exit(DONE)


def _silence() -> None:
    """Let what is still to be written to standard output go nowhere: that it fails was said already."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
