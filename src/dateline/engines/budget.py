"""A budget of CPU time for work on one report, in this process: what overruns it is stopped and said.

Where the system has no such timer, and outside the main thread, nothing is stopped.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from dateline.errors import Overrun


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Run what is inside for so many seconds of CPU time at most. Raises Overrun. Budgets do not nest."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Overrun(f"takes more than {seconds:.0f} s of CPU time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.5)  # again, where a library swallowed the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
