"""Database exports: many reports in one document, as Nexis and Factiva write them.

Each report is a run of lines: a title, a source, a date, fields by name (`Byline:`, `Length:`, `HD`, `PD`), a body and a
line that ends it. The forms are told by those ends; a document without them is one report.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.language import furniture
from dateline.language.furniture import exports
from dateline.read.formats import plain
from dateline.read.masthead import byline
from dateline.read.masthead import fields as masthead
from dateline.read.source.inputs import Source
from dateline.records.report import Report

_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?")
_LEAST = 80  # code points of a report; less is a list of contents, or a foot
_CODED = 4  # lines with a code from which a report is in Factiva's coded form


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
    for number, report in enumerate(parts, 1):
        given = masthead.Given(
            path=source.path,
            url=source.url,
            title=report.title,
            outlet=report.outlet,
            authors=report.authors,
            published=report.published,
            language=report.language,
        )
        own = digest if len(parts) == 1 else hashlib.sha256(f"{digest}:{number}".encode()).hexdigest()
        name = source.stem if len(parts) == 1 else f"{source.stem}:{number}"
        yield plain.of_paragraphs(names(name, own), report.body, given, own)


def split(lines: Sequence[str]) -> Iterator[Found]:
    """The reports of an export, or the whole as one where the lines are no export."""
    whole = [line for line in (line.replace("\xa0", " ").rstrip() for line in lines) if line]
    for marks, read in _FORMS:
        if any(map(marks, whole)):
            yield from (read(part) for part in _parts(whole, marks))
            return
    yield Found(body=[line for line in whole if not exports.classes(line)])


def is_export(lines: Sequence[str]) -> bool:
    """Whether the lines of a document are an export: a line ends or begins its reports."""
    return any(marks(line) for line in lines if line and not line.isspace() for marks, _ in _FORMS)


def stands_alone(line: str) -> bool:
    """Whether a line of an export is no part of a paragraph: it ends a report, or begins with a field's name."""
    marked = any(marks(line) for marks, _ in _FORMS) or exports.counts(line) or furniture.notices.of_rights(line)
    return marked or exports.field(line) is not None or exports.code(line) is not None


def _parts(lines: list[str], marks: Callable[[str], bool]) -> Iterator[list[str]]:
    """The runs of lines between marks; what holds no body to speak of (a list of contents, a foot) is none."""
    part: list[str] = []
    for line in [*lines, None]:
        if line is None or marks(line):
            kept = [stripped for row in part if (stripped := row.strip())]
            if sum(map(len, kept)) > _LEAST and any(map(_tells, kept)):
                yield kept
            part = []
        else:
            part.append(line)


def _tells(line: str) -> bool:
    """Whether a line is of a report's head: a date, or a field."""
    return bool(furniture.dates.found(line) or exports.field(line) or exports.code(line))


def _byline(report: Found, value: str) -> None:
    report.authors = _people(value)


def _headline(report: Found, value: str) -> None:
    report.title = value


def _language(report: Found, value: str) -> None:
    report.language = exports.language(value)


# What a field above the text gives; the others (section, highlight, dateline) are said again in it.
_NEXIS: dict[str, Callable[[Found, str], None]] = {"byline": _byline, "headline": _headline, "language": _language}


def _nexis(part: list[str]) -> Found:
    """Title, source and date stand above the fields; the body below `Body` or the last field before running text."""
    report = Found()
    head: list[str] = []
    in_body = False
    for line in part:
        name, value = exports.field(line) or ("", "")
        if in_body and (name == "load-date" or exports.classes(line)):
            break
        if name in exports.ASIDE or exports.begins_nexis(line) or exports.classes(line):
            continue
        if name in exports.TEXT:
            in_body = True
            report.body += [value] if name == "body" and value else []
        elif name in _NEXIS:
            _NEXIS[name](report, value)
        elif in_body:
            report.body.append(line)
        elif not name and not furniture.notices.of_rights(line):
            head.append(line)
    _head(report, head)
    return report


def _head(report: Found, head: list[str]) -> None:
    """Of the lines above the fields the one with a date is the date, the one before it the source, the first the title."""
    dated = next((dated for dated, line in enumerate(head) if furniture.dates.found(line)), None)
    if dated is None:
        report.title = report.title or (head[0] if head else None)
        report.outlet = head[1] if len(head) > 1 else None
        return
    report.published = furniture.dates.found(head[dated])[0][2]
    above = head[:dated]
    below = [line for line in head[dated + 1 :] if not exports.of_edition(line)]
    if len(above) == 1 and below and not report.title:  # the older form: source, date, edition, title
        report.outlet, report.title = above[0], below[0]
        return
    if report.title:  # it was a field, so that all above the date is the source
        report.outlet = above[-1] if above else None
        return
    report.outlet = above[-1] if len(above) > 1 else None
    report.title = above[0] if above else (below[0] if below else None)


def _of_factiva(part: list[str]) -> Found:
    """A report of Factiva in either of its forms."""
    coded = sum(exports.code(line) is not None for line in part) >= _CODED
    return _factiva_coded(part) if coded else _factiva(part)


def _factiva(part: list[str]) -> Found:
    """Factiva's display form: title, byline, `712 words`, date, source, code, language, rights, then the body."""
    report = Found()
    count = next((place for place, line in enumerate(part) if exports.counts(line)), None)
    if count is None:
        report.title, report.body = part[0], part[1:]
        return report
    above, below = part[:count], part[count + 1 :]
    report.title = above[-2] if len(above) > 1 else above[0] if above else None
    if len(above) > 1:
        report.authors = _people(above[-1])
    begun = (place for place, line in enumerate(below) if furniture.notices.of_rights(line) or len(line) > 90)
    place = next(begun, max(0, len(below) - 1))
    for line in below[:place]:
        if report.published is None and furniture.dates.found(line):
            report.published = furniture.dates.found(line)[0][2]
        elif language := exports.language(line):
            report.language = language
        elif report.published and report.outlet is None and not _CLOCK.fullmatch(line):
            report.outlet = line
    report.body = [line for line in below[place:] if not furniture.notices.of_rights(line)]
    return report


def _factiva_coded(part: list[str]) -> Found:
    """Factiva's form with a code of two letters before each field."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in part:
        code, rest = exports.code(line) or (code, line)
        if code and rest:
            fields.setdefault(code, []).append(rest)

    def whole(name: str) -> str | None:
        return " ".join(fields.get(name, [])) or None

    day = furniture.dates.found(whole("PD") or "")
    return Found(
        title=whole("HD"),
        outlet=whole("SN"),
        authors=_people(whole("BY") or ""),
        published=day[0][2] if day else None,
        language=exports.language(whole("LA") or ""),
        body=[*fields.get("LP", []), *fields.get("TD", [])],
    )


def _people(line: str) -> tuple[str, ...]:
    """The names of a byline: `By Ann Pell and Jon Rask in Holm`."""
    return tuple(byline.people(furniture.bylines.placeless(line)))


# What begins or ends a report in an export, and what reads one.
_FORMS: tuple[tuple[Callable[[str], bool], Callable[[list[str]], Found]], ...] = (
    (exports.ends_nexis, _nexis),
    (exports.begins_nexis, _nexis),
    (exports.ends_factiva, _of_factiva),
)
