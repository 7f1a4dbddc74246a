"""Ctrl-C ends the program at once, from its first lines on; loaded before all else. In a library it does nothing.

A run that is interrupted while a library loads, or deep in one, would else end in that library's traceback. Nothing is lost:
what is on a desk is there by whole transactions, and files are written beside their place and moved there.
"""

import os
import signal
import sys

INTERRUPTED = 130


def _is_program() -> bool:
    """Whether this process is `dateline ...` or `python -m dateline ...`."""
    program = os.path.basename(sys.argv[0]) if sys.argv else ""  # noqa: PTH119 (pathlib is not loaded yet)
    return program in ("dateline", "dateline.exe") or (program == "-m" and "dateline" in sys.orig_argv)


def _end(_signal: int, _frame: object) -> None:
    try:
        os.write(2, b"dateline: interrupted\n")
    finally:
        os._exit(INTERRUPTED)


if _is_program() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, _end)
