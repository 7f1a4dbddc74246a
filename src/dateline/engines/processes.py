"""An ordered map over processes: as many as are asked for, or as many as pay for the work.

A process costs its start (the libraries and models, once each), so that few pieces of work are done here. What comes out
does not depend on how many there are.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable
from itertools import chain, islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from dateline.engines import keep

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

AUTO = 0  # as many processes as pay
PAYS = 2  # pieces of work for each process: with fewer, its start (two seconds) takes longer than it saves


class Processes:
    """Processes that are started with the first work that pays for them, and ended with the `with` block.

    `started` says how many they are; 0 while all work is done here.
    """

    def __init__(self, jobs: int = AUTO) -> None:
        self._jobs = jobs
        self._pool: Pool | None = None
        self._before: Any = None
        self.started = 0

    def over(self, call: Callable[[Any], Any], some: Iterable[Any]) -> Iterable[Any]:
        """What `map` gives, in its order."""
        if self._pool is None:
            pieces = iter(some)
            most = self._jobs or cores()
            first = list(islice(pieces, most * PAYS)) if most > 1 else []
            some = chain(first, pieces)
            many = self._jobs or min(most, len(first) // PAYS)
            if many <= 1:
                return map(call, some)
            self._pool, self.started = self._start(many), many
        return self._pool.imap(call, some)

    def _start(self, many: int) -> Pool:
        """Ctrl-C, which a terminal sends to all, is not for the processes started here: they end with this one.

        It is raised here, so that they are ended and what they share is freed.
        """
        from multiprocessing import get_context

        if threading.current_thread() is not threading.main_thread():
            return get_context("spawn").Pool(many, keep)
        self._before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        pool = get_context("spawn").Pool(many, keep)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        return pool

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.terminate()
            self._pool = None
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
