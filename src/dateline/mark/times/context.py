"""What the reading of times carries along: the anchor, the last date told, and the draft of a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.mark.times.grammar import Found
from dateline.mark.times.tense import Sight
from dateline.mark.times.tokens import Tokens, symbols
from dateline.mark.times.values import Point, of_day
from dateline.records.marks import Mod, TimeType


@dataclass(frozen=True, slots=True)
class Draft:
    """A time before it is a mark. `point` is what later words (`that month`, `two days later`) may go back to.

    `days` bounds its first or last day where the value alone says less (`later this year`).
    """

    type: TimeType
    timex: str
    mod: Mod | None = None
    point: Point | None = None
    anchored: bool = True
    days: tuple[date | None, date | None] | None = None


@dataclass(slots=True)
class Context:
    """The state of reading one report. `published` is its day, `narrative` whether the text holds its own time.

    `period` is the quarter or year that figures are reported for, with the sentence that told it; `months` is where a
    narrative stands, which a look far back or ahead does not move. `said` is the day on which what the sentence quotes was
    said, where it gives one; `quoted` whether what is read now stands inside the quotation.
    """

    published: date | None
    narrative: bool = False
    day_first: bool = False
    ref: Point | None = None
    day: Point | None = None
    era: bool = False
    last: tuple[Tokens, int] | None = None
    sight: Sight = field(default_factory=Sight)
    said: date | None = None
    quoted: bool = False
    sentence: int = 0
    period: tuple[Point, int] | None = None
    months: Point | None = None
    strayed: Point | None = None

    @property
    def now(self) -> Point | None:
        """What `this year`, `Friday` and `last month` are told from."""
        if self.narrative:
            return self.ref
        if self.quoted and self.said:
            return of_day(self.said)
        return of_day(self.published) if self.published else None

    def near(self, found: Found) -> bool:
        """Whether what was read last ends one token before this."""
        return self.last is not None and self.last[0] is found.within and self.last[1] == found.first - 1

    @property
    def told(self) -> Point | None:
        """What `that year`, `the next day` and `two days earlier` are told from."""
        return self.ref or self.now

    def lean(self, found: Found) -> int:
        """Whether the sentence looks back (-1) or ahead (1) at what was found, or tells neither (0)."""
        return self.sight.lean(found.within.starts[found.first])

    def tell(self, point: Point, ahead: bool = False) -> None:
        """Note a date that the text told; `ahead` when it lay ahead of what is being told."""
        self.ref = point
        if point.day:
            self.day = point
        if not ahead and any(one is None or abs(point.year - one.year) < _FAR for one in (self.months, self.strayed)):
            self.months = point
        self.strayed = point

    def reported(self, within: int = 3) -> Point | None:
        """The quarter that the last few sentences give figures for."""
        if self.period is None or self.sentence - self.period[1] > within:
            return None
        return self.period[0] if (self.period[0].part or "").startswith("Q") else None

    def base(self, unit: str) -> Point | None:
        """What days and weeks later or earlier are counted from: the last day told; for longer units, `told`."""
        if unit in ("D", "W", "2W") and self.told and self.told.day is None:
            return self.day or self.now
        return self.told


_DIGITS = re.compile(r"\d+")
_DEICTIC = ("deictic", "weekday", "ago", "last", "tonight", "coming")
_FAR = 15  # years; what is named once and lies that far off is an aside
_MANY = 6  # years that a text must name to be one that holds its own time


def told_by_itself(every: Sequence[Tokens], published: date | None) -> bool:
    """Whether a text is a narrative: it names many years long before its publication, and seldom says `yesterday`.

    Such a text gives its dates by the year it is in; what it leaves out is to be taken from what it told last.
    """
    near = old = 0
    for tokens in every:
        near += sum(tokens.classes.count(symbols()[kind]) for kind in _DEICTIC)
        if symbols()["y4"] in tokens.classes or symbols()["era"] in tokens.classes:
            old += sum(_is_old(tokens, at, published) for at in range(len(tokens.classes)))
    return old >= _MANY and old > 2 * near


def day_before_month(every: Sequence[Tokens], language: str | None) -> bool:
    """Whether `07/08/2018` is in August: as the report's other dates have it, else as its English has."""
    for tokens in every:
        for at, symbol in enumerate(tokens.classes):
            if symbol == symbols()["numdate"]:
                first, second = (int(one) for one in _DIGITS.findall(tokens.token(at).text)[:2])
                if (first > 12) != (second > 12):
                    return first > 12
    region = (language or "").replace("_", "-").upper().partition("-")[2]
    return region not in ("", "US", "PH")


def _is_old(tokens: Tokens, at: int, published: date | None) -> bool:
    kind = tokens.kind(at)
    if kind == "y4":
        return published is None or int(tokens.token(at).text) < published.year
    return kind == "era"


def before_christ(every: Sequence[Tokens]) -> bool:
    """Whether the text counts its years before Christ: then `in 480` is such a year too."""
    return sum(tokens.classes.count(symbols()["era"]) for tokens in every) >= 3
