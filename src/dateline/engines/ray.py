"""An ordered map over Ray's actors, in this machine or in a cluster: what comes out is what one process gives.

Ray Core alone is used: actors that load the libraries and models once each. A worker that dies is started again and its
piece of work done again; a piece that kills its worker each time ends the run, and says so. Ray is the extra `dateline[ray]`.
"""

from __future__ import annotations

import signal
import socket
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from itertools import cycle
from types import TracebackType
from typing import Any, Self

from dateline.engines import keep
from dateline.engines.processes import AUTO, cores
from dateline.errors import EngineError

AHEAD = 2  # pieces of work for each actor that are sent before the first of them is asked for
AGAIN = 3  # times that a piece is tried again where its worker died
SECONDS = 5.0  # by the clock, for a cluster to answer


class _Worker:
    """What an actor does: whatever it is asked."""

    def __init__(self) -> None:
        keep()

    def run(self, call: Callable[[Any], Any], piece: Any) -> Any:
        """The call's answer to one piece of work."""
        return call(piece)


class _Own:
    """Standard output for the thread that makes it: what Ray's own threads print there is for people, on standard error."""

    def __init__(self, real: Any) -> None:
        self.real, self._thread = real, threading.get_ident()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real if threading.get_ident() == self._thread else sys.stderr, name)


class Ray:
    """Actors that are started with the first work, and ended with the `with` block.

    `address` is that of a cluster (`host:port`, `ray://host:port`, `auto`), else Ray is started in this machine. There are
    `jobs` actors, as many as there are cores if not said. Raises EngineError where Ray is
    absent or the cluster does not answer.
    """

    def __init__(self, address: str | None = None, jobs: int = AUTO) -> None:
        self._address, self._jobs = address, jobs
        self._ray: Any = _library()
        self._actors: list[Any] = []
        self._before: Any = None
        self._stdout: _Own | None = None

    def over(self, call: Callable[[Any], Any], some: Iterable[Any]) -> Iterator[Any]:
        """What `map` gives, in its order. Raises EngineError where workers die again and again."""
        if not self._actors:
            self._start()
        waiting: deque[Any] = deque()
        actors = cycle(self._actors)
        for piece in some:
            waiting.append(next(actors).run.remote(call, piece))
            if len(waiting) > AHEAD * len(self._actors):
                yield self._answer(waiting.popleft())
        while waiting:
            yield self._answer(waiting.popleft())

    def _answer(self, asked: Any) -> Any:
        lost = (self._ray.exceptions.RayActorError, self._ray.exceptions.OutOfMemoryError)
        try:
            return self._ray.get(asked)
        except lost as error:
            why = "a worker of Ray died again and again over one piece of work (is there memory enough?)"
            raise EngineError(f"{why}: try fewer with --jobs, or --engine here, which names the report") from error

    def _start(self) -> None:
        if self._address is not None:
            _reach(self._address)
        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
        local: dict[str, Any] = {"num_cpus": self._jobs or cores(), "include_dashboard": False}
        try:
            self._ray.init(**quiet, **(local if self._address is None else {"address": self._address}))
        except (ConnectionError, RuntimeError, ValueError, OSError) as error:
            where = self._address or "this machine"
            raise EngineError(f"Ray cannot be used in {where} ({str(error)[:100]}): see `ray status`") from error
        self._stdout = _Own(sys.stdout)
        sys.stdout = self._stdout
        if threading.current_thread() is threading.main_thread():  # Ctrl-C is raised here, so that Ray is ended
            self._before = signal.signal(signal.SIGINT, signal.default_int_handler)
        many = self._jobs or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        actor = self._ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=AGAIN)(_Worker)
        self._actors = [actor.remote() for _ in range(many)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._actors:
            self._actors = []
            with redirect_stdout(sys.stderr):  # what it kept back
                self._ray.shutdown()
        if self._stdout is not None:
            sys.stdout, self._stdout = self._stdout.real, None
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None


def _library() -> Any:
    try:
        import ray
    except ImportError as error:
        raise EngineError("Ray is not installed: pip install 'dateline[ray]', or use --engine processes") from error
    return ray


def _reach(address: str) -> None:
    """Raise EngineError where nothing answers at an address: Ray itself would try for minutes."""
    if address == "auto":
        return
    host, _, port = address.removeprefix("ray://").rpartition(":")
    try:
        with socket.create_connection((host.strip("[]"), int(port)), SECONDS):
            pass
    except (OSError, ValueError) as error:
        raise EngineError(f"no Ray answers at {address} ({error}): give host:port of a cluster that runs") from error
