"""TIMEX3 values as EDTF."""

from __future__ import annotations

import re
from datetime import date

from dateline.language.calendar import QUARTERS, SEASONS, days_on


def to_edtf(timex: str) -> str | None:
    """A TIMEX3 date or time as EDTF; None for what is known only relatively (`PAST_REF`, `XXXX-WXX-2`)."""
    if timex.endswith("_REF"):
        return None
    if timex.startswith("BC"):
        return _before_christ(timex)
    body, _, clock = timex.partition("T")
    if re.fullmatch(r"\d{4}-\d\d-XX|\d{4}-[QWH]X+|\d{4}-XX(-XX)?", body):
        body = body[:7] if body[5:7].isdigit() else body[:4]
    if "X" in body:
        return None
    if re.fullmatch(r"\d\d", body):
        return f"{body}XX"
    if re.fullmatch(r"\d{3}", body):
        return f"{body}X"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", body):
        return _week_days(match)
    if match := re.fullmatch(r"(\d{4})-([A-Z][A-Z\d])", body):
        return _part_of_year(match[1], match[2])
    if len(body) == 10 and re.match(r"\d\d:\d\d", clock):
        return f"{body}T{clock}" if not clock.startswith("24") else body
    return body


def _before_christ(timex: str) -> str:
    digits, rest = timex[2:6], timex[6:]
    if len(digits) < 4:
        return f"-{digits}{'X' * (4 - len(digits))}"
    year = f"-{int(digits) - 1:04d}" if int(digits) > 1 else "0000"
    if rest[1:] in SEASONS:
        return f"{year}-{SEASONS[rest[1:]]}"
    return year + rest if re.fullmatch(r"(-\d\d){0,2}", rest) else year


def _week_days(match: re.Match[str]) -> str | None:
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    first = days_on(monday, 5) if match[3] else monday
    return f"{first.isoformat()}/{days_on(monday, 6).isoformat()}"


def _part_of_year(year: str, part: str) -> str | None:
    if part in SEASONS:
        return f"{year}-{SEASONS[part]}"
    if part in QUARTERS:
        first, last = QUARTERS[part].split()
        return f"{year}-{first}/{year}-{last}"
    return None
