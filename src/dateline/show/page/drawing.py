"""What the drawings are made of: escaped SVG elements, and a scale of days on which long empty stretches are broken."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from dateline.show import inert

GAP = 21  # days without anything after which the scale is broken
BREAK = 9.0  # a broken stretch is as wide as this many days
CHARACTER = 6.1  # the mean width of a character of a 12 px label, in px


def element(name: str, content: str | Markup = "", **attributes: object) -> Markup:
    """One SVG element. Content and values are escaped; `class_` gives `class`, `text_anchor` gives `text-anchor`."""
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    inside = Markup("").join(Markup(' {}="{}"').format(key, inert.markup(_number(value))) for key, value in pairs)
    return Markup("<{}{}>{}</{}>").format(Markup(name), inside, escape(inert.markup(content)), Markup(name))


def _number(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def joined(parts: Iterable[Markup]) -> Markup:
    """Several elements after one another."""
    return Markup("").join(parts)


def picture(width: float, height: float, title: str, parts: Iterable[Markup]) -> Markup:
    """A whole drawing. `title` says what it shows; the same stands as a list beside it, so the marks need no names."""
    inside = element("title", title) + joined(parts)
    return element("svg", inside, viewBox=f"0 0 {width:.0f} {height:.0f}", role="group", aria_label=title)


def width(text: str) -> float:
    """About how wide a label is, in px."""
    return len(text) * CHARACTER


def ordinal(iso: str) -> int:
    """A day as a number. Days before the year 1 and after 9999 count as the first and last of these."""
    if iso.startswith(("-", "0000")):
        return 1
    try:
        return date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch of the scale in which nothing lies: where it is drawn, and how many days it stands for."""

    left: float
    right: float
    days: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to px. Between the days that something falls on, px grow with the days; long gaps are cut short."""

    days: tuple[int, ...]
    places: tuple[float, ...]
    breaks: tuple[Break, ...]

    def x(self, day: int) -> float:
        """Where a day lies, px. Days outside the scale lie at its ends."""
        at = bisect_right(self.days, day)
        if at == 0:
            return self.places[0]
        if at == len(self.days):
            return self.places[-1]
        low, high = self.days[at - 1], self.days[at]
        part = (day - low) / (high - low)
        return self.places[at - 1] + part * (self.places[at] - self.places[at - 1])


def scale(days: Iterable[int], left: float, right: float) -> Scale:
    """A scale from `left` to `right` px on which each of `days` has its place. Raises ValueError when there is none."""
    known = sorted(set(days))
    if not known:
        raise ValueError("no days to make a scale of")
    if len(known) == 1:
        return Scale((known[0],), ((left + right) / 2,), ())
    gaps = [second - first for first, second in itertools.pairwise(known)]
    units = [BREAK if gap > GAP else max(float(gap), 1.0) for gap in gaps]
    per = (right - left) / sum(units)
    places = [left]
    for unit in units:
        places.append(places[-1] + unit * per)
    breaks = tuple(Break(places[at], places[at + 1], gap) for at, gap in enumerate(gaps) if gap > GAP)
    return Scale(tuple(known), tuple(places), breaks)


def stretch(days: int) -> str:
    """A number of days in the largest fitting unit: `5 weeks`, `3 months`, `31 years`."""
    if days >= 730:
        return f"{round(days / 365.25)} years"
    if days >= 61:
        return f"{round(days / 30.44)} months"
    return f"{round(days / 7)} weeks"
