"""What the reading of times carries along: the anchor, the last date told, and the draft of a mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dateline.mark.times_values import Point, of_day
from dateline.records import Mod, TimeType


@dataclass(frozen=True, slots=True)
class Draft:
    """A time before it is a mark. `point` is what later words (`that month`, `two days later`) may go back to.

    `skip` and `drop` are tokens at the beginning and end of what fitted that are no part of the expression. `days` are the
    first and last day where they are not those of the value.
    """

    type: TimeType
    timex: str
    mod: Mod | None = None
    point: Point | None = None
    skip: int = 0
    drop: int = 0
    anchored: bool = True
    days: tuple[date | None, date | None] | None = None


@dataclass(slots=True)
class Context:
    """The state of reading one report. `published` is its day, `narrative` whether the text holds its own time."""

    published: date | None
    narrative: bool = False
    ref: Point | None = None
    era: bool = False
    lean: Callable[[int], int] = field(default=lambda offset: 0)

    @property
    def now(self) -> Point | None:
        """What `this year`, `Friday` and `last month` are told from."""
        if self.narrative:
            return self.ref
        return of_day(self.published) if self.published else None

    @property
    def told(self) -> Point | None:
        """What `that year`, `the next day` and `two days earlier` are told from."""
        return self.ref or self.now
