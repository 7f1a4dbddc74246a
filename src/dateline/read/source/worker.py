"""Parsers run in a process of their own, which can be killed: a document is code that strangers wrote for a parser.

The worker takes the name of a parser, its options and the bytes of a document, and gives what the parser found as a line
of JSON, so that nothing it could be made to send is more than text. It starts with the first document and is used for
all; when one overruns its budget of CPU time, memory or size, or breaks its parser, the worker is killed, the document is
named, and a new worker takes the next.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from threading import Timer
from typing import Any

from dateline.errors import Unreadable

SECONDS = 20.0  # of CPU time for a document, and one more for each of its MiB
PATIENCE = 3  # times as long by the clock: for a parser that waits, and for systems that do not count CPU time
MEMORY = 3 << 30  # bytes of address space, where the system can limit it
OWN, TIMES = (
    256 << 20,
    24,
)  # bytes of memory for a document, and as many times its size, where the system can limit that
WASTE = 100_000  # objects that a document may leave before it is looked which of them hold each other: a tree has many
LARGEST_ANSWER = 128 << 20  # bytes
_SERVE = "from dateline.read.source.worker import serve; serve()"


class Worker:
    """The process that parses, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, parser: str, raw: bytes, known: dict[str, Any]) -> dict[str, Any] | None:
        """The worker's answer on a document; None when it had to be killed, or died."""
        process = self._process or self._start()
        assert process.stdin is not None and process.stdout is not None  # both are pipes
        seconds = SECONDS + len(raw) / (1 << 20)
        timer = Timer(PATIENCE * seconds, process.kill)
        timer.start()
        try:
            process.stdin.write(json.dumps([parser, known, len(raw), seconds]).encode() + b"\n" + raw)
            process.stdin.flush()
            answer = process.stdout.readline(LARGEST_ANSWER)
        except OSError:
            answer = b""  # it died while it was being asked
        finally:
            timer.cancel()
        made: dict[str, Any] | None = json.loads(answer) if answer.endswith(b"\n") else None
        if made is None or made.get("heavy"):
            self.stop()
        return made

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._process

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
            process.wait()


_worker = Worker()


def stop() -> None:
    """End the worker; the next document starts another."""
    _worker.stop()


atexit.register(stop)


def parsed(where: str, parser: str, raw: bytes, **known: Any) -> Any:
    """What a parser (`module:function`, of the bytes and of what is `known`) finds in a document, as plain data.

    Raises Unreadable, naming `where`: what the parser says, or that it had to be killed.
    """
    answer = _worker.ask(parser, raw, known)
    if answer is None:
        over = f"breaks its parser, or takes it more than {SECONDS:.0f} s or {OWN >> 20} MiB"
        raise Overrun(where, f"{over}: save its text instead")
    if "why" in answer:
        raise (Overrun if answer.get("heavy") else Unreadable)(where, answer["why"])
    return answer["found"]


class Overrun(Unreadable):
    """A document that a parser could not read within its budget: a simpler one may."""


def found(parser: str, raw: bytes, known: dict[str, Any]) -> Any:
    """What a parser finds, in this process: it runs in the worker. Raises what the parser does."""
    module, _, name = parser.partition(":")
    made = getattr(import_module(module), name)(raw, **known)
    return list(made) if isinstance(made, Iterator) else made


def _answer(parser: str, raw: bytes, known: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"found": found(parser, raw, known)}
    except Unreadable as error:
        return {"why": error.why}
    except (MemoryError, RecursionError) as error:
        return {"why": f"too large or too deep to parse ({type(error).__name__}): save its text instead", "heavy": True}


def _limit(kind: str, most: int) -> None:
    """Set a limit of this process, where the system has such limits; the limit by the clock holds everywhere."""
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(getattr(resource, kind))
        resource.setrlimit(getattr(resource, kind), (most, hard))


def serve() -> None:
    """Answer documents from standard input until it ends. What a library prints does not reach the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit("RLIMIT_AS", MEMORY)
    first = True
    while head := sys.stdin.buffer.readline():
        parser, known, size, seconds = json.loads(head)
        _limit("RLIMIT_DATA", OWN + TIMES * size)
        _limit("RLIMIT_CPU", int(time.process_time() + seconds) + 1)
        answers.write(json.dumps(_answer(parser, sys.stdin.buffer.read(size), known)).encode() + b"\n")
        answers.flush()
        if first:
            gc.freeze()  # what parsers loaded stays: it need not be gone over with each document's waste
            gc.set_threshold(WASTE)
            first = False
