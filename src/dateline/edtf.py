"""Dates as EDTF strings (ISO 8601-2, level 1 and what reports need of level 2): their days, and their words.

2018-07-19  2018-07-19T23:11  2018-07  2018  201X  20XX     day, time, month, year, decade, century
2018-21 … 2018-24                                           spring … winter (winter runs into 2019)
2018-33 … 2018-36  2018-40  2018-41                         quarters and halves
2018-07-16/2018-07-22  2019-01-01/..  ../2018               intervals, also open ones
1987~  1987?  1987%                                         approximate, uncertain, both
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from math import inf

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

# EDTF's codes in the place of a month: the first month, and how many months from there.
_PARTS = {
    "21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3),
    "33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3),
    "37": (1, 4), "38": (5, 4), "39": (9, 4),
    "40": (1, 6), "41": (7, 6),
}  # fmt: skip
_ORDINALS = {"33": "first", "34": "second", "35": "third", "36": "fourth"}
_DATE = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<time>\d\d:\d\d(?::\d\d)?)(?P<zone>Z|[+-]\d\d(?::\d\d)?)?)?)?)?(?P<doubt>[?~%])?"
)
_DOUBT = {"~": "about {}", "?": "perhaps {}", "%": "perhaps about {}"}
CYCLE = 146097  # days of 400 years
_OPEN = ("", "..")


@total_ordering
@dataclass(frozen=True, slots=True)
class When:
    """A date as it is known: its EDTF string, and the first and the last day it may be, ISO 8601; None where it is open.

    Dates sort by their first day, then by their last one (a shorter stretch before a longer one); one that is open at its
    beginning stands where it ends. Read one with `When.parse`.

    >>> sorted(map(When.parse, ["2018-08", "../2018-07-25", "2018-07", "2018-07-19"]))
    [When('2018-07'), When('2018-07-19'), When('../2018-07-25'), When('2018-08')]
    """

    edtf: str
    first: str | None
    last: str | None

    @classmethod
    def parse(cls, edtf: str) -> When:
        """The date that an EDTF string gives; `str` gives the string back.

        Raises ValueError when it is no EDTF of the forms above (an ISO duration, a set, a day that is not in the calendar,
        an interval that ends before it begins).

        >>> str(When.parse("2018-07/..")), When.parse("2018-07/..").first
        ('2018-07/..', '2018-07-01')
        """
        return _when(edtf)

    @classmethod
    def of(cls, edtf: str | None) -> When:
        """The date of an EDTF string, or `UNKNOWN` for None, which sorts after every other.

        >>> sorted(map(When.of, [None, "2018-07-19", "9999"])) == [When.of("2018-07-19"), When.of("9999"), UNKNOWN]
        True
        """
        return UNKNOWN if edtf is None else _when(edtf)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"When({self.edtf!r})"

    def __lt__(self, other: When) -> bool:
        return self._order < other._order

    @property
    def exact(self) -> bool:
        """Whether it is one day.

        >>> [When.parse(edtf).exact for edtf in ("2018-07-19", "2018-07-19T23:11", "2018-07-19/2018-07-19", "2018-07")]
        [True, True, True, False]
        """
        return self.first is not None and self.first == self.last

    def before(self, other: When) -> bool:
        """Whether it is over before the other begins. What is open there is not.

        >>> When.parse("2018-06").before(When.parse("2018-07-01")), When.parse("2018/..").before(When.parse("2019"))
        (True, False)
        """
        return self.last is not None and other.first is not None and _order(self.last) < _order(other.first)

    def meets(self, other: When) -> bool:
        """Whether both may be the same day: neither is over before the other begins.

        >>> When.parse("2018-07").meets(When.parse("2018-07-16/2018-08-02"))
        True
        """
        return not self.before(other) and not other.before(self)

    @property
    def _order(self) -> tuple[float, float, str]:
        first, last = self.first or self.last, self.last
        return ordinal(first) if first else inf, ordinal(last) if last else inf, self.edtf


UNKNOWN = When("", None, None)  # a date that nobody gave: it may be any day


def interval(edtf: str) -> tuple[str | None, str | None]:
    """The first and the last day of an EDTF string, ISO 8601; None where it is open. Raises ValueError as `When.parse`."""
    when = When.parse(edtf)
    return when.first, when.last


@lru_cache(maxsize=8192)
def _when(edtf: str) -> When:
    if "/" not in edtf:
        return When(edtf, *_days(edtf))
    first, _, last = edtf.partition("/")
    if first in _OPEN and last in _OPEN:
        raise ValueError(f"no EDTF date: {edtf!r}")
    earliest = None if first in _OPEN else _days(first)[0]
    latest = None if last in _OPEN else _days(last)[1]
    if earliest and latest and _order(latest) < _order(earliest):
        raise ValueError(f"ends before it begins: {edtf!r}")
    return When(edtf, earliest, latest)


def show(edtf: str) -> str:
    """The date in words for people: `19 July 2018`, `autumn 2018`, `16-22 July 2018`, `from 1 January 2019`.

    Raises ValueError as `When.parse`.
    """
    When.parse(edtf)
    first, slash, last = edtf.partition("/")
    if not slash:
        return _words(edtf)
    if last in _OPEN:
        return f"from {_words(first)}"
    if first in _OPEN:
        return f"until {_words(last)}"
    return _range(_words(first), _words(last))


@lru_cache(maxsize=8192)
def ordinal(day: str) -> int:
    """The number of an ISO day, the first of the year 1 being 1; those before Christ have numbers too."""
    cycle, year = divmod(int(day[:-6]), 400)  # after which the calendar repeats itself
    return date(400 + year, int(day[-5:-3]), int(day[-2:])).toordinal() + (cycle - 1) * CYCLE


def apart(first: str, last: str) -> int:
    """Days from an ISO day to another; fewer than none where the other comes before it."""
    return ordinal(last) - ordinal(first)


def days_in(year: int, month: int) -> int:
    """How many days a month of the (proleptic) Gregorian calendar has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _match(edtf: str) -> re.Match[str]:
    match = _DATE.fullmatch(edtf)
    if match is None:
        raise ValueError(f"no EDTF date: {edtf!r}")
    return match


def _days(edtf: str) -> tuple[str, str]:
    """First and last day of what stands on one side of the slash."""
    match = _match(edtf)
    year, month, day = match["year"], match["month"], match["day"]
    low, high = _year(year, "0"), _year(year, "9")
    if month in (None, "XX"):
        return _iso(low, 1, 1), _iso(high, 12, 31)
    first, count = _PARTS.get(month, (int(month), 1))
    if "X" in year or not 1 <= first <= 12 or (day and count > 1):
        raise ValueError(f"no EDTF date: {edtf!r}")
    if day and day != "XX":
        if not 1 <= int(day) <= days_in(low, first):
            raise ValueError(f"no such day: {edtf!r}")
        return _iso(low, first, int(day)), _iso(low, first, int(day))
    over, last = divmod(first - 1 + count - 1, 12)
    return _iso(low, first, 1), _iso(low + over, last + 1, days_in(low + over, last + 1))


def _year(year: str, unknown: str) -> int:
    # before Christ the larger number is the earlier year
    digit = {"0": "9", "9": "0"}[unknown] if year.startswith("-") else unknown
    return int(year.replace("X", digit))


def _iso(year: int, month: int, day: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def _order(day: str) -> tuple[int, str]:
    """A key that sorts ISO days, those before Christ too (as strings they do not sort)."""
    return int(day[:-6]), day[-5:]


def _words(edtf: str) -> str:
    match = _match(edtf)
    words = _plain_words(match)
    if match["time"]:
        words = f"{match['time'][:5]}{_zone(match['zone'])} on {words}"
    return _DOUBT[match["doubt"]].format(words) if match["doubt"] else words


def _zone(zone: str | None) -> str:
    return "" if zone is None else " UTC" if zone == "Z" else f" (UTC{zone})"


def _plain_words(match: re.Match[str]) -> str:
    year, month, day = _year_words(match["year"]), match["month"], match["day"]
    if month in (None, "XX"):
        return year
    if month in SEASONS:
        follows = f"-{(int(match['year']) + 1) % 100:02d}" if month == "24" and int(match["year"]) > 0 else ""
        return f"{SEASONS[month]} {year}{follows}"
    if month in _ORDINALS:
        return f"{_ORDINALS[month]} quarter of {year}"
    if month in _PARTS:
        first, count = _PARTS[month]
        return f"{MONTHS[first - 1]}-{MONTHS[first + count - 2]} {year}"
    named = f"{MONTHS[int(month) - 1]} {year}"
    return named if day in (None, "XX") else f"{int(day)} {named}"


def _year_words(year: str) -> str:
    if year.endswith("XX"):
        return f"{year.removeprefix('-')[:2]}00s" + (" BC" if year.startswith("-") else "")
    if year.endswith("X"):
        return f"{year.removeprefix('-')[:3]}0s" + (" BC" if year.startswith("-") else "")
    number = int(year)
    return str(number) if number > 0 else f"{1 - number} BC"  # ISO counts a year 0: 1 BC


def _range(first: str, last: str) -> str:
    """`16 July 2018`, `22 July 2018` -> `16-22 July 2018`: what both end in is said once."""
    if first == last:
        return first
    early, late = first.split(" "), last.split(" ")
    if " on " in first + last or len(early) != len(late):
        return f"{first} to {last}"
    shared = 0
    while shared < len(early) and early[-1 - shared] == late[-1 - shared]:
        shared += 1
    short = " ".join(early[: len(early) - shared])
    if " " in short:
        return f"{short} to {last}"
    return f"{short}-{last}"
