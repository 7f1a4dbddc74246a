"""Telling anew in the background: once for what changed, in a process of its own, while pages are served as they were told."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from dateline.desk import Desk
from dateline.engines import Engine, keep
from dateline.engines.processes import Processes
from dateline.errors import DatelineError
from dateline.web import story

EVERY = 1.0  # seconds between two looks at whether something changed: another process may have added to the desk
BEHIND = 5  # how much who looks goes before telling, for which all cores are taken
FAILED = "failed"  # the stage of a telling that broke off


@dataclass(frozen=True, slots=True)
class Telling:
    """How far a telling is: the stage, how much of it is done, of how much (None where nobody knows); or why it broke off."""

    stage: str
    done: int = 0
    of: int | None = None
    why: str = ""


class Teller:
    """Watches a desk and tells it anew when it changed. `now` is the telling that is going on, or the one that failed."""

    def __init__(self, desk: Path) -> None:
        self.desk = desk
        self.now: Telling | None = None
        self._changed = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="teller", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def changed(self) -> None:
        """Look at once: something was changed here."""
        self._changed.set()

    def end(self) -> None:
        """Watch no more; a telling that is going on is broken off, and done at the next start."""
        self._ended.set()
        self._changed.set()
        self._thread.join()

    def _watch(self) -> None:
        failed: str | None = (
            None  # the state of the desk at which telling failed: it is not tried again until it changes
        )
        while not self._ended.is_set():
            self._changed.clear()
            try:
                with Desk.open(self.desk) as opened:
                    todo = not opened.is_told() or bool(opened.shelf.without_page(story.MADE_BY))
                    state = opened.state()
            except DatelineError as error:
                self.now = Telling(FAILED, why=str(error))
                todo, state = False, ""
            if todo and state != failed:
                failed = state if self._tell() else None
            elif not todo and (self.now is None or self.now.stage != FAILED or state):
                self.now = None
            self._changed.wait(EVERY)

    def _tell(self) -> bool:
        """Tell the desk in a process of its own. Returns whether it failed."""
        self.now = Telling("starting")
        ours, theirs = get_context("spawn").Pipe(duplex=False)
        process = get_context("spawn").Process(target=tell, args=(str(self.desk), theirs), name="dateline-teller")
        process.start()
        theirs.close()
        said = Telling(FAILED, why="it ended before it was done: see the terminal")
        while not self._ended.is_set():
            if not ours.poll(EVERY / 4):
                if process.is_alive():
                    continue
                break
            try:
                said = ours.recv()
            except EOFError:
                break
            self.now = said if said.stage else None
        if process.is_alive() and self._ended.is_set():
            process.terminate()
        process.join()
        if said.stage and said.stage != FAILED:
            said = Telling(FAILED, why=f"it ended while {said.stage}: see the terminal")
        self.now = said if said.stage else None
        return bool(said.stage)


def tell(desk: str, told: Connection) -> None:
    """Tell a desk and say over the connection how far it is; last a Telling with no stage, or with why it failed."""

    def progress(stage: str, done: int, of: int | None) -> None:
        told.send(Telling(stage, done, of))

    keep()
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    try:
        with Processes() as processes, Desk.open(desk) as opened:
            engine = Engine(processes.over, progress)
            if not opened.is_told():
                opened.retell(engine)
                opened.alert()
            story.prepare(opened, desk, engine)
        told.send(Telling(""))
    except DatelineError as error:
        told.send(Telling(FAILED, why=str(error)))
