"""What runs long work, and who watches it. Every floor above may ask for one."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")

Progress = Callable[[str, int, int | None], None]
"""Told the stage, how much of it is done, and of how much (None where nobody knows)."""

Over = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Any ordered `map`, so that work on single reports can be spread over processes."""


def silent(stage: str, done: int, of: int | None) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Engine:
    """How long work is run: in this process, unwatched, if nothing else is said."""

    over: Over = map
    progress: Progress = silent


HERE = Engine()


def keep() -> None:
    """Have this process look seldom for what can be thrown away: models, parses and marks are kept, and to go over them all
    again and again takes a tenth of the work.
    """
    gc.set_threshold(200_000, 20, 50)


def chunks(some: Iterable[T], many: int) -> Iterator[tuple[T, ...]]:
    """So many at a time, in order; the last may be fewer. `over` sends each as one piece of work."""
    left = iter(some)
    return iter(lambda: tuple(islice(left, many)), ())
