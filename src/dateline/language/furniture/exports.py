"""The words of database exports: what begins and ends a report in them, and what its fields are called."""

from __future__ import annotations

import re

_NEXIS_END = re.compile(r"^\s*End of Document\s*$", re.IGNORECASE)
_NEXIS_BEGIN = re.compile(r"^\s*\d+ of \d+ DOCUMENTS\s*$", re.IGNORECASE)
_FACTIVA_END = re.compile(r"^\s*Document [A-Za-z]{2,10}0{0,6}\d{8}[a-z0-9]{6,12}\s*$")
_FIELD = re.compile(
    r"^\s*(byline|section|length|headline|dateline|highlight|load-date|correction-date|correction|series|type|language|publication-type|graphic|body"
    r"|journal code|subject|copyright)\s*:\s*(.*)$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^\s*(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|SE|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|ART)(?:\s+(.*))?$"
)
_EDITION = re.compile(r"(?:^|\s)edition\b|\bappended$|^(?:late|early|final|correction)\b.{0,20}$", re.IGNORECASE)
_CLASSES = re.compile(r"^\s*classification\s*$", re.IGNORECASE)
_CLASSED = re.compile(r"^\s*[A-Z][A-Za-z /&-]{1,30}:.*\(\d{1,3}%\)")
_COUNT = re.compile(r"^\s*[\d,]+ words\s*$", re.IGNORECASE)
_LANGUAGES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "russian": "ru", "italian": "it"}
TEXT = frozenset({"body", "length"})  # Nexis fields behind which the text begins
ASIDE = frozenset({"load-date", "graphic", "publication-type", "journal code", "subject"})  # Nexis fields behind a body


def ends_nexis(line: str) -> bool:
    """Whether a line ends a report of Nexis."""
    return bool(_NEXIS_END.match(line))


def begins_nexis(line: str) -> bool:
    """Whether a line begins a report of Nexis in its older form: `3 of 12 DOCUMENTS`."""
    return bool(_NEXIS_BEGIN.match(line))


def ends_factiva(line: str) -> bool:
    """Whether a line ends a report of Factiva: `Document TOLHER0020310314e73e0001p`."""
    return bool(_FACTIVA_END.match(line))


def field(line: str) -> tuple[str, str] | None:
    """The field of Nexis that a line gives: its name in lower case, and what it holds. A line `Body` begins the text."""
    named = _FIELD.match(line)
    if named:
        return named[1].casefold(), named[2]
    return ("body", "") if line.casefold() == "body" else None


def code(line: str) -> tuple[str, str] | None:
    """The field of Factiva that a line gives by a code: the code (`HD`), and what it holds."""
    coded = _CODE.match(line)
    return (coded[1], coded[2] or "") if coded else None


def counts(line: str) -> bool:
    """Whether a line says how many words a report has: `712 words`."""
    return bool(_COUNT.match(line))


def of_edition(line: str) -> bool:
    """Whether a line of a report's head says which edition it is of, or that a correction stands below it."""
    return bool(_EDITION.search(line))


def classes(line: str) -> bool:
    """Whether a line is of the fields in which a database files a report: `Geographic: HOLM (79%)`, or their heading."""
    return bool(_CLASSES.match(line) or _CLASSED.match(line))


def language(name: str) -> str | None:
    """The BCP 47 tag of a language by its English name."""
    return _LANGUAGES.get(name.strip().casefold())
