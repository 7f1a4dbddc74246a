"""Database exports: many reports in one document, as Nexis and Factiva write them.

Each report is a run of lines: a title, a source, a date, fields by name (`Byline:`, `Length:`, `HD`, `PD`), a body and a
line that ends it. The forms are told by those ends; a document without them is one report.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.read.formats import plain
from dateline.read.masthead import dates
from dateline.read.masthead import fields as masthead
from dateline.read.source.inputs import Source
from dateline.records.report import Report

_NEXIS_END = re.compile(r"^\s*End of Document\s*$", re.IGNORECASE)
_NEXIS_BEGIN = re.compile(r"^\s*\d+ of \d+ DOCUMENTS\s*$", re.IGNORECASE)
_FACTIVA_END = re.compile(r"^\s*Document [A-Za-z]{2,10}0{0,6}\d{8}[a-z0-9]{6,12}\s*$")
_FIELD = re.compile(
    r"^\s*(byline|section|length|headline|dateline|highlight|load-date|language|publication-type|graphic|body"
    r"|journal code|subject|copyright)\s*:\s*(.*)$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^\s*(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|SE|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|ART)(?:\s+(.*))?$"
)
_WORDS = re.compile(r"^\s*[\d,]+ words\s*$", re.IGNORECASE)
_RIGHTS = re.compile(r"^\s*(?:copyright|\(c\)|©)", re.IGNORECASE)
_LANGUAGES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "russian": "ru", "italian": "it"}


@dataclass(slots=True)
class Found:
    """One report of an export, field by field."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    body: list[str] = field(default_factory=list)


def reports(lines: Sequence[str], digest: str, source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The reports in the lines of a document: one a part where it is an export, else one."""
    parts = list(split(lines))
    for number, one in enumerate(parts, 1):
        given = masthead.Given(
            path=source.path,
            url=source.url,
            title=one.title,
            outlet=one.outlet,
            authors=one.authors,
            published=one.published,
            language=one.language,
        )
        own = digest if len(parts) == 1 else hashlib.sha256(f"{digest}:{number}".encode()).hexdigest()
        name = source.stem if len(parts) == 1 else f"{source.stem}:{number}"
        yield plain.of_paragraphs(names(name, own), one.body, given, own)


def split(lines: Sequence[str]) -> Iterator[Found]:
    """The reports of an export, or the whole as one where the lines are no export."""
    some = [line.replace("\xa0", " ").rstrip() for line in lines]
    if any(_NEXIS_END.match(line) for line in some):
        yield from (_nexis(part) for part in _parts(some, _NEXIS_END))
    elif any(_NEXIS_BEGIN.match(line) for line in some):
        yield from (_nexis(part) for part in _parts(some, _NEXIS_BEGIN))
    elif any(_FACTIVA_END.match(line) for line in some):
        for part in _parts(some, _FACTIVA_END):
            coded = sum(bool(_CODE.match(line)) for line in part) >= 4
            yield _factiva_coded(part) if coded else _factiva(part)
    else:
        yield Found(body=[line for line in some if line.strip()])


def is_export(lines: Sequence[str]) -> bool:
    """Whether the lines of a document are an export: a line ends or begins its reports."""
    return any(one.match(line) for line in lines for one in (_NEXIS_END, _NEXIS_BEGIN, _FACTIVA_END))


def stands_alone(line: str) -> bool:
    """Whether a line of an export is no part of a paragraph: it ends a report, or begins with a field's name."""
    return any(one.match(line) for one in (_NEXIS_END, _NEXIS_BEGIN, _FACTIVA_END, _FIELD, _CODE, _WORDS, _RIGHTS))


def _parts(lines: list[str], mark: re.Pattern[str]) -> Iterator[list[str]]:
    """The runs of lines between marks; what holds no body to speak of (a list of contents, a foot) is none."""
    part: list[str] = []
    for line in [*lines, None]:
        if line is None or mark.match(line):
            kept = [each.strip() for each in part if each.strip()]
            if sum(len(each) for each in kept) > 80 and any(
                dates.found(each) or _FIELD.match(each) or _CODE.match(each) for each in kept
            ):
                yield kept
            part = []
        else:
            part.append(line)


def _nexis(part: list[str]) -> Found:
    """Title, source and date stand above the fields; the body below `Body` or the last field before running text."""
    found = Found()
    head: list[str] = []
    in_body = False
    for line in part:
        named = _FIELD.match(line)
        name = named[1].casefold() if named else "body" if line.casefold() == "body" else ""
        if name in ("load-date", "graphic", "publication-type", "journal code", "subject"):
            if name == "load-date" and in_body:
                break
        elif name == "byline":
            found.authors = _people(named[2] if named else "")
        elif name == "headline":
            found.title = named[2] if named else None
        elif name == "language":
            found.language = _LANGUAGES.get((named[2] if named else "").strip().casefold())
        elif name in ("body", "length"):
            in_body = True
            if name == "body" and named and named[2]:
                found.body.append(named[2])
        elif named and not in_body:
            pass  # section, highlight, dateline: said again in the text
        elif in_body:
            found.body.append(line)
        elif not _RIGHTS.match(line):
            head.append(line)
    _head(found, head)
    return found


def _head(found: Found, head: list[str]) -> None:
    """Of the lines above the fields the one with a date is the date, the one before it the source, the first the title."""
    at = next((at for at, line in enumerate(head) if dates.found(line)), None)
    if at is None:
        found.title = found.title or (head[0] if head else None)
        found.outlet = head[1] if len(head) > 1 else None
        return
    found.published = dates.found(head[at])[0][2]
    above = head[:at]
    if found.title:  # it was a field, so that all above the date is the source
        found.outlet = above[-1] if above else None
        return
    found.outlet = above[-1] if len(above) > 1 else None
    found.title = above[0] if above else (head[at + 1] if len(head) > at + 1 else None)


def _factiva(part: list[str]) -> Found:
    """Factiva's display form: title, byline, `712 words`, date, source, code, language, rights, then the body."""
    found = Found()
    count = next((at for at, line in enumerate(part) if _WORDS.match(line)), None)
    if count is None:
        found.title, found.body = part[0], part[1:]
        return found
    above, below = part[:count], part[count + 1 :]
    found.title = above[-2] if len(above) > 1 else above[0] if above else None
    if len(above) > 1:
        found.authors = _people(above[-1])
    begun = (at for at, line in enumerate(below) if _RIGHTS.match(line) or len(line) > 90)
    at = next(begun, max(0, len(below) - 1))
    for line in below[:at]:
        if found.published is None and dates.found(line):
            found.published = dates.found(line)[0][2]
        elif line.casefold() in _LANGUAGES:
            found.language = _LANGUAGES[line.casefold()]
        elif found.published and found.outlet is None and not re.fullmatch(r"\d{1,2}:\d\d(?: ?[AP]M)?", line):
            found.outlet = line
    found.body = [line for line in below[at:] if not _RIGHTS.match(line)]
    return found


def _factiva_coded(part: list[str]) -> Found:
    """Factiva's form with a code of two letters before each field."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in part:
        match = _CODE.match(line)
        if match:
            code = match[1]
        rest = (match[2] or "") if match else line
        if code and rest:
            fields.setdefault(code, []).append(rest)

    def whole(name: str) -> str | None:
        return " ".join(fields.get(name, [])) or None

    day = dates.found(whole("PD") or "")
    return Found(
        title=whole("HD"),
        outlet=whole("SN"),
        authors=_people(whole("BY") or ""),
        published=day[0][2] if day else None,
        language=_LANGUAGES.get((whole("LA") or "").casefold()),
        body=[*fields.get("LP", []), *fields.get("TD", [])],
    )


def _people(line: str) -> tuple[str, ...]:
    """The names of a byline: `By Ann Pell and Jon Rask in Holm`."""
    bare = re.sub(r"^\s*by\s+", "", line, flags=re.IGNORECASE)
    bare = re.split(r"\s+in\s+(?=[A-Z])", bare)[0]
    return tuple(one.strip() for one in re.split(r",|;|\band\b|&", bare) if one.strip())
