"""The words of database exports: what begins and ends a report in them, and what its fields are called."""

from __future__ import annotations

import re
from functools import cache

from dateline.language import tables
from dateline.language.furniture import notices

_NEXIS_END = re.compile(r"^\s*End of Document\s*$", re.IGNORECASE)
_NEXIS_BEGIN = re.compile(
    r"^\s*(?:\d+ (?:of|von|de|van|di) \d+ (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS|DOCUMENTI)"
    r"|(?:Document|Dokument|Documento) \d+ (?:of|von|de|van|di) \d+)\s*$",
    re.IGNORECASE,
)
_FACTIVA_END = re.compile(r"^\s*(?:AN\s+)?Document [A-Za-z]{2,10}0{0,6}\d{8}[a-z0-9]{6,12}\s*$")
_NAMED = re.compile(r"^\s*([^\W\d_][\w -]{2,18}?)\s*:\s*(.*)$")
_CODE = re.compile(
    r"^\s*(HD|BY|CR|WC|PD|ET|SN|SC|VOL|ED|PG|LA|CY|LP|TD|SE|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|ART)(?:\s+(.*))?$"
)
_FILED = frozenset({"CO", "IN", "NS", "RE"})  # codes that are words too: what they hold is `isalt : Salt`
_BEHIND = frozenset({*_FILED, "RF", "IPC", "IPD", "PUB", "AN"})
_FILING = re.compile(r"\w+ : ")
_EDITION = re.compile(
    r"(?:^|\s)(?:edition|ausgabe|édition|edición)\b|\bappended$|^(?:late|early|final|correction)\b.{0,20}$",
    re.IGNORECASE,
)
_CLASSES = re.compile(r"^\s*classification\s*$", re.IGNORECASE)
_CLASSED = re.compile(r"^\s*[A-Z][A-Za-z /&-]{1,30}:.*\(\d{1,3}%\)")
_COUNT = re.compile(r"^\s*[\d,.]+ (?:words|Wörter|mots|woorden|palabras|parole)\s*$", re.IGNORECASE)
_RESERVED = re.compile(
    r"^\s*(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|alle rechten voorbehouden|tutti i diritti riservati)\.?\s*$",
    re.IGNORECASE,
)
# What a database prints around its reports: who asked for them and how, a list of them, the numbers of pages.
_COVER = re.compile(
    r"^\s*(?:(?:user name|date and time|job number|client/matter|search terms|search type|narrowed by|content type)\s*:?.*"
    r"|documents? \(\d+\)|page \d+ of \d+|(?:content type\s+)?narrowed by.*)\s*$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^\s*(?:\d{1,4}\. \S.*|-none-|news)\s*$", re.IGNORECASE)
_PAGE = re.compile(r"^\s*page \d+ of \d+\s*$", re.IGNORECASE)
_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es",
    "russian": "ru", "italian": "it", "italiano": "it", "dutch": "nl", "nederlands": "nl", "portuguese": "pt",
}  # fmt: skip
TEXT = frozenset({"body", "length"})  # fields behind which the text begins
TAIL = frozenset({"load-date", "language", "aside"})  # fields behind which it has ended
_ALONE = {
    "body": "body",
    "graphic": "graphic",
    "correction": "correction",
    "notes": "aside",
}  # fields whose name may stand in a line by itself


@cache
def _fields() -> dict[str, tuple[str, bool]]:
    return {row["word"]: (row["field"], bool(row["any"])) for row in tables.table("export_words")}


def ends_nexis(line: str) -> bool:
    """Whether a line ends a report of Nexis."""
    return bool(_NEXIS_END.match(line))


def begins_nexis(line: str) -> bool:
    """Whether a line begins a report of Nexis in its older form: `3 of 12 DOCUMENTS`, `3 von 12 DOKUMENTEN`."""
    return bool(_NEXIS_BEGIN.match(line))


def ends_factiva(line: str) -> bool:
    """Whether a line ends a report of Factiva: `Document TOLHER0020310314e73e0001p`, perhaps with its code `AN`."""
    return bool(_FACTIVA_END.match(line))


def field(line: str) -> tuple[str, str] | None:
    """The field of Nexis that a line gives: its name here, and what it holds. `Body` may stand in a line by itself.

    >>> field("LÄNGE: 212 Wörter"), field("Graphic"), field("Update: the fair is off")
    (('length', '212 Wörter'), ('graphic', ''), None)
    """
    bare = line.strip()
    if bare.casefold() in _ALONE:
        return (_ALONE[bare.casefold()], "") if bare != bare.lower() else None
    named = _NAMED.match(line)
    if not named:
        return None
    known, any_case = _fields().get(named[1].casefold(), ("", False))
    return (known, named[2]) if known and (any_case or named[1].isupper()) else None


def code(line: str) -> tuple[str, str] | None:
    """The field of Factiva that a line gives by a code: the code (`HD`), and what it holds.

    >>> code("RE  tarn : Tarn"), code("IN a small town"), code("WC 712 words")
    (('RE', 'tarn : Tarn'), None, ('WC', '712 words'))
    """
    coded = _CODE.match(line)
    if not coded or (coded[1] in _FILED and coded[2] and not _FILING.match(coded[2])):
        return None
    return coded[1], coded[2] or ""


def files(line: str) -> bool:
    """Whether a line begins what stands behind a report of Factiva: the codes under which it is filed."""
    coded = code(line)
    return coded is not None and coded[0] in _BEHIND


def counts(line: str) -> bool:
    """Whether a line says how many words a report has: `712 words`."""
    return bool(_COUNT.match(line))


def of_edition(line: str) -> bool:
    """Whether a line of a report's head says which edition it is of, or that a correction stands below it."""
    return bool(_EDITION.search(line))


def of_rights(line: str) -> bool:
    """Whether a line says who holds the rights, or that they are reserved."""
    return notices.of_rights(line) or bool(_RESERVED.match(line))


def of_cover(line: str) -> bool:
    """Whether a line is of the cover of an export: who asked for it and how."""
    return bool(_COVER.match(line))


def of_list(line: str) -> bool:
    """Whether a line, where there is a cover, is of the list of what the export holds: `2. Bath to close for good`."""
    return bool(_LISTED.match(line))


def of_page(line: str) -> bool:
    """Whether a line numbers a page: `Page 2 of 9`."""
    return bool(_PAGE.match(line))


def classes(line: str) -> bool:
    """Whether a line is of the fields in which a database files a report: `Geographic: HOLM (79%)`, or their heading."""
    return bool(_CLASSES.match(line) or _CLASSED.match(line))


def language(name: str) -> str | None:
    """The BCP 47 tag of a language by its English name, or its own: `GERMAN; DEUTSCH`."""
    return next((tag for word in name.split(";") if (tag := _LANGUAGES.get(word.strip().casefold()))), None)
