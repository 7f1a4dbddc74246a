"""Datelines: the place, and often the agency and the day, that a report's first words give before a dash.

`TOLLEN, Vael (NPA) — `, `Tollen, 3 March (NPA) - `, `Osk/Tollen (dpa) - `, `(NPA) — `, `TOLLEN: `.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = r"[A-ZÀ-Þ][\w.'’-]*+"  # taken whole: a long run of capitals is not tried in every way that it could be parted
_DASH = r"(?:—|–|--|-|―)"
_DAY = r"(?:,? (?:[A-ZÀ-Þ][a-zà-ÿ]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Za-zà-ÿ]{3,9}\.?)(?:,? \d{4})?)?"
_AGENCY = r"\((?P<agency>[A-Za-zÀ-ÿČ][\w &./'’-]{1,40})\)"
_LONGEST = 400  # code points in which a dateline ends, the spaces behind it too
_CAPITALS = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40})"
    rf"(?:/[A-ZÀ-Þ .'-]{{2,30}})*(?:, [A-ZÀ-Þ][\w.'’ -]{{1,30}}?){{0,2}}{_DAY}\s*(?:{_AGENCY}\s*)?(?:{_DASH}|:)\s+"
)
_TITLED = re.compile(
    rf"^(?P<place>{_NAME}(?:[ -]{_NAME}){{0,3}})(?:/{_NAME}(?:[ -]{_NAME}){{0,2}})*(?:, {_NAME}(?: {_NAME}){{0,2}}){{0,2}}"
    rf"{_DAY}\.?\s*{_AGENCY}\s*(?:{_DASH}|:|\.{_DASH})\s*"
)
_ALONE = re.compile(rf"^[(\[](?P<agency>[A-Z][\w &./'’-]{{1,40}})[)\]]\s*(?:{_DASH}|:)\s*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """How long a dateline is, and where in it the agency stands (None where it names none)."""

    length: int
    place: str | None
    agency: tuple[int, int] | None


def of(paragraph: str) -> Dateline | None:
    """The dateline at the start of a paragraph, if it has one."""
    for form in (_CAPITALS, _TITLED, _ALONE):
        if at := form.match(paragraph, 0, _LONGEST):
            groups = at.groupdict()
            span = at.span("agency") if groups.get("agency") else None
            return Dateline(at.end(), (groups.get("place") or "").strip(" ,.-") or None, span)
    return None
