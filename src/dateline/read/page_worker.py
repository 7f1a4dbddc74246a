"""Pages are parsed in a process of their own, which can be killed: a page is code that strangers wrote for a parser.

The worker takes a page as a line of JSON on its standard input and gives what it read as a line of JSON, so that nothing
it could be made to send is more than text. It starts with the first page and is used for all; one that overruns its
time is killed and the page is read once more by a simpler extractor, in a new one. `python -m dateline.read.page_worker`
is what runs in it.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
from threading import Timer
from typing import Any

from dateline.errors import Unreadable
from dateline.read import masthead

SECONDS = 20.0  # for a page, and one more for each of its MiB
LARGEST_PAGE = 12 << 20  # code points; what is larger is no page that anybody reads
MEMORY = 3 << 30  # bytes of address space, where the system can limit it


class Worker:
    """The process that parses, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def ask(self, source: str, extractor: str, given: dict[str, Any]) -> dict[str, Any] | None:
        """What the worker read in a page; None when it had to be killed, or died."""
        process = self._process or self._start()
        assert process.stdin is not None and process.stdout is not None  # both are pipes
        timer = Timer(SECONDS + len(source) / (1 << 20), process.kill)
        timer.start()
        try:
            process.stdin.write(json.dumps([source, extractor, given]) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            answer = ""  # it died while it was being asked
        finally:
            timer.cancel()
        if not answer.endswith("\n"):
            self.stop()
            return None
        found: dict[str, Any] = json.loads(answer)
        return found

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "dateline.read.page_worker"]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="ascii",
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
atexit.register(_worker.stop)


def parsed(where: str, source: str, given: dict[str, Any]) -> dict[str, Any]:
    """What `page.extract` reads in a page of which the fields `given` are known.

    Raises Unreadable where it has no text, or both extractors overrun.
    """
    if len(source) > LARGEST_PAGE:
        raise Unreadable(where, f"larger than the limit of {LARGEST_PAGE >> 20} MiB for a page: save its text instead")
    why = ""
    for extractor in ("trafilatura", "resiliparse"):
        found = _worker.ask(source, extractor, given)
        if found is not None and "why" not in found:
            return found
        why = found["why"] if found else f"takes more than {SECONDS:.0f} s to parse: save its text instead"
        if found is not None and not found.get("heavy"):
            break
    raise Unreadable(where, why)


def _answer(line: str) -> dict[str, Any]:
    from dateline.read import page  # only the worker loads the parsers

    source, extractor, given = json.loads(line)
    try:
        return page.extract(source, extractor, masthead.given(given))
    except Unreadable as error:
        return {"why": error.why}
    except (MemoryError, RecursionError) as error:
        return {"why": f"too large or too deep to parse ({type(error).__name__}): save its text instead", "heavy": True}


def serve() -> None:
    """Answer pages from standard input until it ends."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # a system without such limits; the time limit holds everywhere
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(line)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
