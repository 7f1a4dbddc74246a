"""What pages and the API have in common: the desk of a look, its entity tag, and bodies that were made a moment ago."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import sqlite3
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from fastapi import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.store.search import Counts
from dateline.web.past import Past
from dateline.web.teller import Teller

Made = TypeVar("Made")

ROOM = 16 * 2**20  # bytes of answers that are kept
AROUND = 2 * 2**10  # of these, what an answer takes beside its body: its headers, its tag, what Python needs for them


class Desks:
    """The desk opened as often as there are looks at once, and kept open: opening it costs as much as a small page.

    Each look sees the desk as it was when the look began, also while a telling takes the place of the last one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[tuple[tuple[int, int], Desk]] = []
        self._counts: tuple[tuple[int, int], Counts] = ((0, 0), Counts())
        self._lock = threading.Lock()

    @contextmanager
    def look(self) -> Iterator[Desk]:
        """The desk, for one look. Raises DeskError where it cannot be used."""
        file, opened = self._taken()
        whole = False
        try:
            with opened.still():
                yield opened
            whole = True
        finally:
            if whole:
                with self._lock:
                    self._idle.append((file, opened))
            else:
                opened.__exit__()

    def _taken(self) -> tuple[tuple[int, int], Desk]:
        """One that is idle where it is the file that is there now, else a new one."""
        try:
            about = self._path.stat()
            file = (about.st_dev, about.st_ino)
        except OSError:
            file = (0, 0)  # to open it says what is wrong
        with self._lock:
            while self._idle:
                kept, opened = self._idle.pop()
                if kept == file:
                    return file, opened
                opened.__exit__()
            if self._counts[0] != file:
                self._counts = (file, Counts())
            counts = self._counts[1]
        opened = Desk.open(self._path)
        opened.shelf.share(counts)
        return file, opened

    def close(self) -> None:
        """Close those that are idle."""
        with self._lock:
            while self._idle:
                self._idle.pop()[1].__exit__()


class Bodies:
    """The bodies that were sent last, as many as there is room for."""

    def __init__(self, room: int = ROOM) -> None:
        self._kept: OrderedDict[str, Response] = OrderedDict()
        self._room, self._size = room, 0
        self._lock = threading.Lock()
        self._making = tuple(threading.Lock() for _ in range(64))

    def making(self, key: str) -> threading.Lock:
        """The lock to hold while the body for a key is made; some keys share one."""
        return self._making[zlib.crc32(key.encode()) % len(self._making)]

    def get(self, key: str) -> Response | None:
        """The answer that was kept under a key."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: str, answer: Response) -> None:
        """Keep an answer, in the place of those that were asked for longest ago."""
        with self._lock:
            if key in self._kept:
                self._size -= _size(self._kept.pop(key))
            self._kept[key] = answer
            self._size += _size(answer)
            while self._size > self._room:
                self._size -= _size(self._kept.popitem(last=False)[1])


def _size(answer: Response) -> int:
    return len(answer.body) + AROUND


@dataclass(frozen=True)
class Place:
    """The desk that is served, who tells it anew, and the token that its own forms carry.

    `share`: nothing can be changed, and of reports there are the cited words alone.
    """

    desk: Path
    teller: Teller
    share: bool = False
    bodies: Bodies = field(default_factory=Bodies)
    desks: Desks = field(init=False)
    past: Past = field(init=False)
    writes: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "writer"))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def __post_init__(self) -> None:
        object.__setattr__(self, "desks", Desks(self.desk))
        object.__setattr__(self, "past", Past(self.desk, self.share))

    async def write(self, do: Callable[[Desk], Made]) -> Made:
        """What is done to the desk, one thing at a time and beside the looks: whoever writes may have to be awaited.

        Raises HTTPException 422 for what cannot be done on it, and DeskError where the desk cannot be written to.
        """

        def done() -> Made:
            with Desk.open(self.desk) as opened:
                return do(opened)

        try:
            return await asyncio.get_running_loop().run_in_executor(self.writes, done)
        except DeskError as error:
            if isinstance(error.__cause__, sqlite3.Error) or not self.desk.is_file():
                raise
            raise HTTPException(422, str(error)) from error

    def look(
        self, request: Request, make: Callable[[Desk], Response], *, telling: bool = False, past: bool = False
    ) -> Response:
        """What is made of the desk for a request; nothing but its tag where the asker has just that.

        A body is made once for each state of the desk (with `telling`: and of the telling that goes on; with `past`: and each
        time that a story was told as of a day).
        """
        with self.desks.look() as opened:
            now = self.teller.now if telling else None
            parts = (
                opened.editions.state(),
                opened.state(),
                opened.watching.last(),
                opened.reader.state(),
                now,
                past and self.past.done,
            )
            scope = request.scope
            asked = f"{scope['scheme']} {request.headers.get('host')} {scope['path']} {scope['query_string']}"
            state = f"{self.token} {' '.join(map(str, parts))} {asked}"
            tag = f'"{hashlib.sha256(state.encode("utf-8", "surrogatepass")).hexdigest()[:20]}"'
            if tag in [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]:
                return Response(status_code=304, headers={"ETag": tag})
            with self.bodies.making(tag):  # of many that ask for one body at once, one makes it
                if (answer := self.bodies.get(tag)) is None:
                    answer = make(opened)
                    answer.headers["ETag"] = tag
                    if answer.status_code == 200 and hasattr(answer, "body"):
                        self.bodies.keep(tag, answer)
            return answer
