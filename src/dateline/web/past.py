"""Stories as they were known on a day: told when somebody asks, one at a time, large ones in the background, and kept."""

from __future__ import annotations

import contextlib
import gzip
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

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
    """The pages of a desk's stories as of a day. `done` says how many have been told so far."""

    def __init__(self, desk: Path, share: bool) -> None:
        self.done = 0
        self._desk, self._share = desk, share
        self._kept: OrderedDict[Then, Page] = OrderedDict()
        self._size = 0
        self._asked: list[Then] = []
        self._lock = threading.Lock()
        self._telling = threading.Lock()  # at once: each takes a core for some tenths of a second
        self._ended = threading.Event()
        self._worker = ThreadPoolExecutor(1, "past")

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
                self._worker.submit(self._tell, then)
            return None

    def at_once(self, then: Then, opened: Desk) -> Page:
        """The page of a story of few reports: where it is not kept, it is told while who asks waits."""
        with self._telling:
            with self._lock:
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
        self._ended.set()
        self._worker.shutdown(cancel_futures=True)

    def _tell(self, then: Then) -> None:
        page = Page(status=500, why="telling broke off: see the terminal")
        try:
            page = self._told(then)
        finally:
            with self._lock:
                self._asked.remove(then)
                self._keep(then, page)
                self.done += 1

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

    def _told(self, then: Then) -> Page:
        """The page, told in a process of its own: it holds the interpreter's lock for a minute, and its memory goes with it."""
        ours, theirs = get_context("spawn").Pipe(duplex=False)
        args = (str(self._desk), then.name, then.day, self._share, theirs)
        process = get_context("spawn").Process(target=tell, args=args, name="dateline-past", daemon=True)
        process.start()
        theirs.close()
        page = Page(status=500, why="telling took too long, or ended before it was done: see the terminal")
        for _ in range(int(LONGEST / EVERY)):
            if self._ended.is_set():
                break
            if ours.poll(EVERY):
                with contextlib.suppress(EOFError):
                    page = ours.recv()
                break
        process.terminate()
        process.join()
        return page


def tell(desk: str, name: str, day: str, share: bool, told: Connection) -> None:
    """Tell a story of a desk as of a day, and send its page over the connection."""
    keep()
    try:
        with Desk.open(desk) as opened:
            told.send(as_of(opened, name, day, share))
    except DatelineError as error:
        told.send(Page(status=503, why=str(error)))


def as_of(opened: Desk, name: str, day: str, share: bool) -> Page:
    """The page of a story as of a day, told now."""
    account = opened.story_as_of(name, day)
    if account is None or not account.stories:
        return Page(status=404, why=f"nothing of story {name} was reported on or before {words.day(day)}")
    whole, allowed = story.drawn(account, share)
    return Page(gzip.compress(whole.encode("utf-8", "surrogatepass"), 6, mtime=0), allowed)
