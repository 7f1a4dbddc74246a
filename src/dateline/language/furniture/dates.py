"""Dates as mastheads write them, in many languages: `Thursday 19 July 2018 23:11 BST`, `28. Juli 2018`, `2018/07/28`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache

from dateline.language import tables
from dateline.records.report import EARLIEST, LATEST


@cache
def _months() -> dict[str, int]:
    return {row["month"]: int(row["number"]) for row in tables.table("months")}


def _words(kind: str) -> str:
    """The date words of a kind as alternatives, the longest first."""
    words = (row["word"] for row in tables.table("date_words") if row["kind"] == kind)
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?"
_HAS_YEAR = re.compile(r"(?:19|20)\d\d|\d\.\d\d\.\d\d\b|\d/\d\d?/\d\d\b")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TIME = (
    rf"(?:[\s,]*(?:(?:{_words('time')})\b|\||-|–|—|•|·|T)?\s*"
    r"(?P<hour>\d{1,2})(?:[:.h時시]|: )(?P<minute>\d\d)(?:[分분]|:\d\d(?:\.\d+)?)?"
    r"\s*(?:Uhr|hrs?\b)?(?P<half>[ap](?:\.?m\.?|\b))?(?:\s*\(?(?P<zone>(?:GMT|UTC)[+-]\d{1,2}(?::?\d\d)?|[A-Z]{1,5}\b|[+-]\d\d:?\d\d)\)?)?)?"
)
_MONTH_FIRST = frozenset(("en-us", "en-ph", "es-us"))  # languages of countries that write the month first
_BEFORE = 25  # code points before a date in which its weekday stands
_TWELVE = 12  # months: a greater number is a day
_NINETIES = 70  # a year of two figures from which it is of the last century
FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b{_DAY}\.?(?: de| d')? ?{_MONTH},?(?: de| del)? {_YEAR}\b",
        rf"\b{_DAY}-{_MONTH}-{_YEAR}\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)(?!\d)",
        r"\b(?P<year>(?:19|20)\d\d)\. ?(?P<month>\d\d?)\. ?(?P<day>\d\d?)\b\.?",
        r"(?P<year>(?:19|20)\d\d)[年년] ?(?P<month>\d\d?)[月월] ?(?P<day>\d\d?)[日일]",
        r"\b(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>(?:19|20)\d\d)\b",
        r"(?<![\d.,])(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d\d)(?![\d.,]*\d)",
        r"(?<![\d/-])(?P<day>\d{1,2})(?P<sign>/)(?P<month>\d{1,2})(?P=sign)(?P<year>\d\d)(?![\d/-]*\d)",
        r"(?<![\d/-])(?P<day>\d{1,2})(?P<sign>[/-])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d/-]*\d)",
    )
)
_YEARLESS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"\b{_MONTH} {_DAY}\b(?!\s*,?\s*\d{{4}})", rf"\b{_DAY}\.?(?: de)? {_MONTH}\b")
)
_JAVA = re.compile(
    r"^[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d\d?) (?P<time>\d\d:\d\d):\d\d"
    r"(?: (?P<zone>[A-Z]{1,5}|[+-]\d{4}))? (?P<year>\d{4})$"
)
_MAIL = re.compile(
    r"^(?:[^\W\d_]{2,12}\.?,? )?(?P<day>\d{1,2})[ -](?P<month>[^\W\d_]{3,12})\.?[ -](?P<year>\d\d)\b(?![:.]) ?(?P<rest>.*)$"
)
_SLASHED = re.compile(r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)?\d\d)(?![\d/])")
_AROUND = re.compile(
    rf"^(?:{_words('around')}|[a-z]{{1,2}}t|[ap]\.?m|\d{{1,2}}[:.h] ?\d\d|[\s,.:;|–—•·()-])*$", re.IGNORECASE
)
_FIGURES = re.compile(r"([+-])(\d\d?):?(\d\d)?$")
_LOGGED = re.compile(
    r"^(\d{1,2})/([A-Za-z]{3})/(\d{4}):(\d\d:\d\d)(?::\d\d)?(.*)$"
)  # as servers log: `4/Sep/2031:10:00:00 +0200`
_ORDINAL = re.compile(r"^((?:19|20)\d\d)-?([0-3]\d\d)(?=$|T|\s)")  # the day of the year: `2031-247`
_COUNTED = re.compile(r"(\d{10})(?:\d{3}|\.\d+)?")  # seconds, or milliseconds, from the first second of 1970
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?[ ,]*$")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def weekdays() -> dict[str, int]:
    """The weekdays' names in many languages, by lower case, counted from Monday (0)."""
    return {row["weekday"]: int(row["number"]) for row in tables.table("weekdays")}


def month(name: str) -> int:
    """The number of a month by its name or the first letters of it; 0 for no month."""
    return _months().get(name.lower(), 0)


def begins(text: str, start: int) -> int:
    """Where a date begins that has its day and month at `start`: at the weekday before it, if one stands there."""
    before = _LAST_WORD.search(text[max(0, start - _BEFORE) : start])
    return start - len(before[0]) if before and before[1].lower() in weekdays() else start


def of_change(before: str) -> bool:
    """Whether the words before a date say that it is of a change, not of the first publication."""
    return bool(_changed().search(before))


def is_ahead(before: str) -> bool:
    """Whether the words before a date say that the day is still to come.

    >>> is_ahead("The gala will be held on Sunday, ")
    True
    """
    return bool(_ahead().search(before))


def unchanged(text: str) -> str | None:
    """The first date of a text that is not said to be of a change, with all that follows; None where all are.

    >>> unchanged("Updated 5 March 2031 | Published 4 March 2031")
    '4 March 2031'
    """
    places = [(start, end) for start, end, _ in found(text)] or [(start, end) for start, end, _, _ in yearless(text)]
    last = 0
    for start, end in places:
        if not of_change(text[last:start]):
            return text[start:] if last else text
        last = max(last, end)
    return None if of_change(text) else text


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('ahead')})\b", re.IGNORECASE)


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(_words("changed"), re.IGNORECASE)


def found(text: str) -> list[tuple[int, int, str]]:
    """Every full date in a text: start, end, ISO value with time and zone where they are given."""
    if not _HAS_YEAR.search(text):
        return []
    out = []
    for form in FORMS:
        for match in form.finditer(text):
            value = _value(match)
            if value:
                out.append((match.start(), match.end(), value))
    return sorted(out)


def yearless(text: str) -> list[tuple[int, int, int, int]]:
    """Every day without a year in a text: start, end, month, day."""
    full = [(start, end) for start, end, _ in found(text)]
    out = []
    for form in _YEARLESS:
        for at in form.finditer(text):
            month = _months().get(at["month"].lower(), 0)
            day = int(at["day"])
            if month and 1 <= day <= 31 and not any(start <= at.start() < end for start, end in full):
                out.append((at.start(), at.end(), month, day))
    return sorted(out)


def _value(match: re.Match[str]) -> str | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _months().get(month, 0)
    days = int(match["day"])
    if "sign" in match.re.groupindex:
        if number != days and max(number, days) <= _TWELVE:
            return None  # 3/4/2031 is of March or of April: no date is better than a wrong one
        number, days = min(number, days), max(number, days)
    try:
        day = date(_century(match["year"]), number, days)
    except ValueError:
        return None  # 31 June is no date, nor is a word that is no month
    if not match["hour"]:
        return day.isoformat()
    hour = int(match["hour"]) % (12 if match["half"] else 24) + (12 if (match["half"] or " ")[0].lower() == "p" else 0)
    if int(match["minute"]) > 59:
        return day.isoformat()
    if hour == 0 and match["hour"] == "24":
        day += timedelta(days=1)  # the end of a day is the beginning of the next
    return f"{day.isoformat()}T{hour:02}:{match['minute']}{_offset(match['zone'], day)}"


def _century(year: str) -> int:
    """A year; of two figures as mail reads them (RFC 2822), up to the year that a report may be of."""
    if len(year) > 2:
        return int(year)
    return int(year) + (2000 if int(year) < _NINETIES else 1900)


def _offset(zone: str | None, day: date) -> str:
    """The offset that a zone's name or figures give on a day; nothing where they do not tell.

    >>> _offset("ET", date(2031, 7, 16)), _offset("ET", date(2031, 12, 1)), _offset("GMT+2", date(2031, 7, 16))
    ('-04:00', '-05:00', '+02:00')
    """
    if not zone:
        return ""
    if figures := _FIGURES.search(zone):
        return f"{figures[1]}{int(figures[2]):02}:{figures[3] or '00'}"
    found = {row["zone"]: (row["offset"], row["summer"]) for row in tables.table("zones")}.get(zone.upper(), ("", ""))
    return found[1] if found[1] and _second_sunday(day.year, 3) <= day < _second_sunday(day.year, 11, -7) else found[0]


def _second_sunday(year: int, month: int, days: int = 0) -> date:
    """The second Sunday of a month, and some days: when North America's clocks go forward, and with -7 when back."""
    first = date(year, month, 1)
    return first + timedelta(6 - first.weekday() + 7 + days)


def alone(text: str) -> bool:
    """Whether a line holds a date (or two: published, updated) and nothing else to speak of."""
    if len(text) > 120:
        return False
    places = [(start, end) for start, end, _ in found(text)] or [(start, end) for start, end, _, _ in yearless(text)]
    if not places:
        return False
    rest, at = "", 0
    for start, end in places:
        rest, at = rest + text[at:start], max(at, end)
    rest = _WORD.sub(lambda word: "" if word[0].lower() in weekdays() else word[0], rest + " " + text[at:])
    return bool(_AROUND.match(rest))


def mostly(text: str) -> bool:
    """Whether a line of a page's head is a date, with a few words around it that any language may have for it."""
    places = found(text) if len(text) <= 90 else []
    told = sum(end - start for start, end, _ in places)
    return bool(places) and told * 2 >= len(text) - 12


def ends(text: str) -> bool:
    """Whether a text ends in a full date, as captions do."""
    places = found(text)
    return bool(places) and places[-1][1] >= len(text.rstrip(" .")) and places[0][0] > 0


def habit(values: Iterable[str], language: str | None) -> bool | None:
    """Whether a page's dates in figures alone have the month first: by those that can be read one way only, or of which
    one reading is a day that the page gives in another form; else by its language (`en-US` has, no other language has; of
    `en` alone nothing is known: None).
    """
    told = list(values)
    ways = {int(at["second"]) > _TWELVE for value in told for at in _SLASHED.finditer(value) if _one_way(at)}
    if not ways:
        days = {day[:10] for value in told if (day := iso(value))}
        read = {way: ordered(value, way) for value in told for way in (True, False) if _SLASHED.search(value)}
        ways = {way for way, value in read.items() if (iso(value) or "")[:10] in days}
    if ways:
        return ways.pop() if len(ways) == 1 else None
    tag = (language or "").replace("_", "-").lower()
    return None if tag in ("", "en") else tag in _MONTH_FIRST


def _one_way(slashed: re.Match[str]) -> bool:
    return max(int(slashed["first"]), int(slashed["second"])) > _TWELVE


def ordered(value: str, month_first: bool) -> str:
    """A text whose dates in figures (`3/4/2031`, `3/4/31`) are written with the year first, as their habit tells."""

    def written(at: re.Match[str]) -> str:
        month, day = (at["first"], at["second"]) if month_first else (at["second"], at["first"])
        return f"{_century(at['year'])}-{month:0>2}-{day:0>2}"

    return _SLASHED.sub(written, value)


def _of_year(at: re.Match[str]) -> str:
    """A day counted through the year, in the usual form; as it is where the year has no such day."""
    day = date(int(at[1]), 1, 1) + timedelta(int(at[2]) - 1)
    return day.isoformat() if day.year == int(at[1]) else at[0]


def iso(value: str | None) -> str | None:
    """A date from metadata as ISO 8601, to the minute where it has a time; None when it is no date.

    What systems write where they have none (0001-01-01, the first second of 1970, 9999-12-31) is no date either.
    """
    if not value:
        return None
    given = _LOGGED.sub(r"\1 \2 \3 \4\5", _ORDINAL.sub(_of_year, " ".join(value.split())))
    if java := _JAVA.match(given):
        given = "{day} {month} {year} {time} {zone}".format(**java.groupdict(""))
    elif mail := _MAIL.match(given):
        given = f"{mail['day']} {mail['month']} {_century(mail['year'])} {mail['rest']}"
    elif counted := _COUNTED.fullmatch(given):
        given = datetime.fromtimestamp(int(counted[1]), UTC).isoformat()
    try:
        made = datetime.fromisoformat(given.replace("Z", "+00:00") if "T" in given or " " in given else given)
    except ValueError:
        places = found(given)
        return places[0][2] if places else None
    if not EARLIEST <= made.year <= LATEST or made.isoformat()[:19] == "1970-01-01T00:00:00":
        return None
    if len(given) <= 10:
        return made.date().isoformat()
    return made.isoformat(timespec="minutes")
