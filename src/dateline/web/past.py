"""Stories as they were known on a day: told when somebody asks, or when a story is looked at before he can, and kept."""

from __future__ import annotations

import contextlib
import gzip
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic

from fastapi import HTTPException

from dateline.desk import Desk
from dateline.engines import keep
from dateline.errors import DatelineError
from dateline.show import words
from dateline.web import story

ROOM = 32 * 2**20  # bytes of pages that are kept, gzipped
AROUND = 2 * 2**10  # of these, what a page takes beside its bytes
WAITING = 8  # that are told or wait for it
LONGEST = 600.0  # seconds that a telling may take
EVERY = 0.25  # seconds between two looks at whether it is done
DAYS, STORIES = 40, 4  # days of a story that are told ahead, the nearest; and stories, those looked at last
CALM = 0.25  # seconds in which no other story is looked at, before one is told ahead: not while many look at many
SLOW = 5.0  # seconds that one day takes of a story so large that no more of it is told ahead
IDLE = 600.0  # seconds for which who tells waits for more


@dataclass(frozen=True, slots=True)
class Then:
    """A story, by its id and by what it is made of now, and the ISO day as of which it is told."""

    name: str
    made_of: str
    day: str


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a story as of a day, gzipped, and its policy; where there is none, the status and why."""

    gzipped: bytes = b""
    allowed: str = ""
    status: int = 200
    why: str = ""


class Past:
    """The pages of a desk's stories as of a day. `done` says how many that somebody waited for have been told so far."""

    def __init__(self, desk: Path, share: bool) -> None:
        self.done = 0
        self._aside = Aside(desk, share)
        self._share = share
        self._kept: OrderedDict[Then, Page] = OrderedDict()
        self._size = 0
        self._asked: list[Then] = []
        self._ahead: OrderedDict[str, list[Then]] = OrderedDict()  # by story, that looked at last behind the others
        self._calm = 0.0  # when it is told ahead, if nothing else is looked at before
        self._now: Then | None = None  # what is being told aside
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._telling = threading.Lock()  # at once: each takes a core for some tenths of a second
        self._thread: threading.Thread | None = None

    def page(self, then: Then) -> Page | None:
        """The page, where it is kept; else None, and it is told. Raises HTTPException where too many wait for that."""
        with self._lock:
            if page := self._found(then):
                return page
            if then not in self._asked:
                if len(self._asked) >= WAITING:
                    why = f"{WAITING} stories are being told as of a day already: wait until some are done"
                    raise HTTPException(503, why, {"Retry-After": "30"})
                self._asked.append(then)
                self._begin()
            return None

    def ahead(self, name: str, made_of: str, days: Sequence[str]) -> None:
        """Have a story that is looked at told as of days that may be looked at next, those first that come first."""
        with self._lock:
            every = (Then(name, made_of, day) for day in days[:DAYS])
            todo = [then for then in every if then not in self._kept and then != self._now]
            last = next(reversed(self._ahead), None)
            self._ahead.pop(name, None)
            if todo:
                if last != name and self._thread is not None:  # else it begins with loading, which takes longer
                    self._calm = monotonic() + CALM
                self._ahead[name] = todo
                self._begin()
            while len(self._ahead) > STORIES:
                self._ahead.popitem(last=False)

    def at_once(self, then: Then, opened: Desk) -> Page:
        """The page of a story of few reports: where it is not kept, it is told while who asks waits."""
        with self._telling:
            with self._lock:
                while self._now == then:  # it is told ahead just now
                    self._changed.wait()
                page = self._found(then)
            if page is None:
                page = as_of(opened, then.name, then.day, self._share)
                with self._lock:
                    self._keep(then, page)
            return page

    def before(self, then: Then) -> int:
        """How many are told before this one."""
        with self._lock:
            return self._asked.index(then) if then in self._asked else 0

    def end(self) -> None:
        """Tell no more; a telling that is going on is broken off."""
        self._aside.ended.set()
        with self._lock:
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _begin(self) -> None:
        """Have somebody tell, by who has the lock."""
        self._changed.notify_all()
        if self._thread is None and not self._aside.ended.is_set():
            self._thread = threading.Thread(target=self._tell, name="past", daemon=True)
            self._thread.start()

    def _tell(self) -> None:
        """Tell what is to be told, until nothing was for a while."""
        while (then := self._next()) is not None:
            start = monotonic()
            page = self._aside.told(then)
            with self._lock:
                self._now = None
                if page.status < 500 or then in self._asked:  # who waits is told why; else it is told when he asks
                    self._keep(then, page)
                if then in self._asked:
                    self._asked.remove(then)
                    self.done += 1
                if monotonic() - start > SLOW:
                    self._ahead.pop(then.name, None)
                self._changed.notify_all()

    def _next(self) -> Then | None:
        """What is to be told next, once there is something; None where there is nothing for long."""
        with self._lock:
            until = monotonic() + IDLE
            while (left := until - monotonic()) > 0 and not self._aside.ended.is_set():
                calm = self._calm - monotonic()
                self._now = self._asked[0] if self._asked else self._next_ahead() if calm <= 0 else None
                if self._now is not None:
                    return self._now
                self._changed.wait(calm if self._ahead else left)
            self._aside.end()
            self._thread = None
            return None

    def _next_ahead(self) -> Then | None:
        while self._ahead:
            name, todo = next(reversed(self._ahead.items()))
            while todo:
                if (then := todo.pop(0)) not in self._kept:
                    return then
            del self._ahead[name]
        return None

    def _found(self, then: Then) -> Page | None:
        """The page where it is kept, by who has the lock."""
        page = self._kept.get(then)
        if page is None:
            return None
        self._kept.move_to_end(then)
        if page.status >= 500:  # it is tried again when somebody asks again
            self._drop(then)
        return page

    def _keep(self, then: Then, page: Page) -> None:
        """Keep a page in the place of those that were asked for longest ago, by who has the lock."""
        self._drop(then)
        self._kept[then] = page
        self._size += len(page.gzipped) + AROUND
        while len(self._kept) > 1 and self._size > ROOM:
            self._drop(next(iter(self._kept)))

    def _drop(self, then: Then) -> None:
        if page := self._kept.pop(then, None):
            self._size -= len(page.gzipped) + AROUND


class Aside:
    """Tells in a process of its own: it holds the interpreter's lock for long, and its memory goes with it."""

    def __init__(self, desk: Path, share: bool) -> None:
        self.ended = threading.Event()
        self._given = str(desk), share
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def told(self, then: Then) -> Page:
        """The page, as it is told now."""
        with contextlib.suppress(EOFError, OSError):
            line = self._line or self._start()
            line.send(then)
            for _ in range(int(LONGEST / EVERY)):
                if self.ended.is_set():
                    break
                if line.poll(EVERY):
                    page: Page = line.recv()
                    return page
        self.end()
        return Page(status=500, why="telling took too long, or ended before it was done: see the terminal")

    def _start(self) -> Connection:
        ours, theirs = get_context("spawn").Pipe()
        self._process = get_context("spawn").Process(
            target=tell, args=(*self._given, theirs), name="dateline-past", daemon=True
        )
        self._process.start()
        theirs.close()
        self._line = ours
        return ours

    def end(self) -> None:
        """End the process; another begins with what is told next."""
        if self._process is not None and self._line is not None:
            self._process.terminate()
            self._process.join()
            self._line.close()
        self._process = self._line = None


def tell(desk: str, share: bool, line: Connection) -> None:
    """Tell stories of a desk as of days, as they are asked for over the connection, until nobody is there."""
    keep()
    with contextlib.suppress(EOFError):
        while True:
            then: Then = line.recv()
            try:
                with Desk.open(desk) as opened:
                    line.send(as_of(opened, then.name, then.day, share))
            except DatelineError as error:
                line.send(Page(status=503, why=str(error)))


def as_of(opened: Desk, name: str, day: str, share: bool) -> Page:
    """The page of a story as of a day, told now."""
    account = opened.story_as_of(name, day)
    if account is None or not account.stories:
        return Page(status=404, why=f"nothing of story {name} was reported on or before {words.day(day)}")
    whole, allowed = story.drawn(account, share)
    return Page(gzip.compress(whole.encode("utf-8", "surrogatepass"), 6, mtime=0), allowed)
