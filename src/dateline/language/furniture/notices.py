"""The words of notices: who holds the rights, where a text stands whole, that a machine translated it."""

from __future__ import annotations

import re

_MARK = r"(?:©|\(c\)|copyright)"
_RIGHTS = re.compile(rf"^\s*{_MARK}", re.IGNORECASE)
_HELD = re.compile(rf"{_MARK}\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?\s*)?(?:by\s+)?", re.IGNORECASE)
_YEAR = re.compile(rf"{_MARK}\s*(?:19|20)?\d*\D{{0,3}}\b((?:19|20)\d\d)\b", re.IGNORECASE)
_HOLDER = re.compile(
    rf"{_MARK}\s*(?:\d{{4}}\s*)?(?:by\s+)?([A-Z][^.,\d\n]{{2,50}}?)\s*(?:\d{{4}})?(?:[.,]|$)", re.IGNORECASE
)
_SPEAKS = re.compile(r"(?:notifications from|told|©|copyright(?: \d{4})?) (The [A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2})")
_ADDRESS = re.compile(r"\W*(?:original|source|canonical|https?:)", re.IGNORECASE)
_CUT = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;)\]|(?:…|\.\.\.)\s*\[\+\d+ chars\]|\((?:more|continued)\)|\bContinue reading(?: →)?\.{0,3})\s*$"
)
_TRANSLATED = re.compile(
    r"\b(?:machine|automatic(?:ally)?|auto)[- ]translat(?:ion|ed)\b"
    r"|\btranslated (?:automatically|by (?:a )?machine|with google)\b"
    r"|\bgoogle translate\b(?= (?:version|from)|\W*$)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|News|Courier|Gazette|Journal|Observer|Guardian|Chronicle|Radio|Telegraph|Daily|Weekly"
    r"|Standard|Press|Mail|Star|Sun|Mirror|Globe|Review|Magazine|Agency|TV|Reporter|Independent|Inquirer|Dispatch|Echo|Argus|Examiner|Advertiser|Sentinel)\b"
)

_HOUSE = re.compile(r"^(?:The )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}$")


def of_rights(line: str) -> bool:
    """Whether a line begins as a copyright line does."""
    return bool(_RIGHTS.match(line))


def holder(line: str) -> tuple[int, int] | None:
    """Where a line names who holds the rights, or who speaks to the reader: `© 2031 The Tollen Herald`."""
    named = _SPEAKS.search(line) or _HOLDER.search(line)
    return named.span(1) if named else None


def held_from(line: str) -> int | None:
    """Where, behind a copyright mark and its years, those who hold the rights are named; None without a mark."""
    mark = _HELD.search(line)
    return mark.end() if mark else None


def years_of_rights(line: str) -> list[int]:
    """The years that a copyright line gives, the last one of a range."""
    return [int(year[1]) for year in _YEAR.finditer(line)]


def gives_address(line: str) -> bool:
    """Whether a line gives the address at which the report stands: `Original: https://…`."""
    return bool(_ADDRESS.match(line))


def is_outlet(words: str) -> bool:
    """Whether a name has a word that papers and stations are called by: `Herald`, `Radio`."""
    return bool(_PAPER.search(words))


def is_house(line: str) -> bool:
    """Whether a line is the name of a paper or a station and nothing else: `The Tollen Herald`.

    >>> is_house("The Tollen Herald"), is_house("Herald wins a prize")
    (True, False)
    """
    return bool(_HOUSE.match(line)) and bool(_PAPER.search(line.split()[-1]))


def cut_short(text: str) -> tuple[int, int] | None:
    """Where a text says at its end that it goes on elsewhere: `[…]`, `Continue reading`."""
    cut = _CUT.search(text)
    return cut.span() if cut else None


def says_translated(text: str) -> tuple[int, int] | None:
    """Where a text says that a machine translated it."""
    said = _TRANSLATED.search(text)
    return said.span() if said else None
