"""Database exports: many reports in one document, as Nexis and Factiva write them.

Each report is a run of lines: a title, a source, a date, fields by name (`Byline:`, `Length:`, `HD`, `PD`), a body and a
line that ends it. The forms are told by those ends; a document without them is one report.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from dateline.language import furniture
from dateline.language.furniture import exports
from dateline.read.formats import plain
from dateline.read.masthead import byline
from dateline.read.masthead import fields as masthead
from dateline.read.source.inputs import Source
from dateline.records.report import Label, Report

_AFTER: dict[str, Label] = {"graphic": "caption", "correction": "notice"}  # what stands behind the text, and its label
_FULL = range(55, 101)  # code points of a line with which the next may go on: a longer one is a paragraph
_SET_IN = 8  # blanks from which a line is set by itself
_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4})?")
_LEAST = 80  # code points of a report; less is a list of contents, or a foot
_CODED = 4  # lines with a code from which a report is in Factiva's coded form


@dataclass(slots=True)
class Found:
    """One report of an export, field by field. `after` is what stands behind its text, each with its label."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    published: str | None = None
    language: str | None = None
    deck: str | None = None
    body: list[str] = field(default_factory=list)
    after: list[tuple[str, Label]] = field(default_factory=list)


def reports(lines: Sequence[str], digest: str, source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The reports in the lines of a document: one a part where it is an export, else one, whose head tells its masthead."""
    parts = list(split(lines))
    if not parts:
        told = [line.strip() for line in lines if line.strip() and not exports.classes(line)]
        given = masthead.Given(path=source.path, url=source.url)
        yield plain.of_text(names(source.stem, digest), "\n\n".join(told) + "\n", given, digest)
    for number, report in enumerate(parts, 1):
        given = masthead.Given(
            path=source.path,
            url=source.url,
            title=report.title,
            outlet=report.outlet,
            authors=report.authors,
            place=report.place,
            published=report.published,
            language=report.language,
        )
        own = digest if len(parts) == 1 else hashlib.sha256(f"{digest}:{number}".encode()).hexdigest()
        name = source.stem if len(parts) == 1 else f"{source.stem}:{number}"
        above: list[tuple[str, Label]] = [(report.deck, "deck")] if report.deck else []
        passages = [*above, *plain.formed(report.body, report.title), *report.after]
        yield plain.of_passages(names(name, own), passages, given, own)


def split(lines: Sequence[str]) -> Iterator[Found]:
    """The reports of an export; none where the lines are no export."""
    whole = [line for line in (line.replace("\xa0", " ").rstrip() for line in lines) if line]
    for marks, read in _FORMS:
        if any(map(marks, whole)):
            yield from (read(part) for part in _parts(whole, marks))
            return


def is_export(lines: Sequence[str]) -> bool:
    """Whether the lines of a document are an export: a line ends or begins its reports."""
    return any(marks(line) for line in lines if line and not line.isspace() for marks, _ in _FORMS)


def stands_alone(line: str) -> bool:
    """Whether a line of an export is no part of a paragraph: it ends a report, or begins with a field's name."""
    marked = any(marks(line) for marks, _ in _FORMS) or exports.counts(line) or exports.of_rights(line)
    return marked or exports.field(line) is not None or exports.code(line) is not None


def unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs of an export's lines that are wrapped: one of some length is gone on with by the next, up to an empty line."""
    part = above = ""
    for line in lines:
        bare = line.strip()
        set_in = len(line) - len(line.lstrip()) >= _SET_IN
        goes_on = len(above) in _FULL and bare and not set_in and not stands_alone(bare)
        if part and not goes_on:
            yield part
            part = ""
        part = f"{part} {bare}".strip()
        above = "" if set_in else bare
    if part:
        yield part


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


@dataclass(slots=True)
class _Nexis:
    """A report of Nexis as it is read, line by line: head, text, picture, then how the database files it (`where`)."""

    report: Found = field(default_factory=Found)
    head: list[str] = field(default_factory=list)
    where: str = "head"

    def take(self, line: str) -> None:
        """The next line."""
        name, value = exports.field(line) or ("", "")
        if name in exports.TAIL or exports.classes(line):
            self._filed(name, value)
        elif name == "correction" and (self.where == "tail" or not value):
            self.where, name = name, ""
            self._text(value)
        elif name in exports.TEXT:
            self.where = "body"
            self._text(value if name == "body" else "")
        elif name == "graphic":
            self.where = name
            self._text(value)
        elif name and (self.where == "head" or not self.report.body):
            self._field(name, value)
        elif exports.of_rights(line):
            self.where = "tail" if self.where == "correction" else self.where
        else:
            self._text(line)

    def _filed(self, name: str, value: str) -> None:
        if name == "language":
            self.report.language = exports.language(value)
        self.where = self.where if self.where == "head" else "tail"

    def _field(self, name: str, value: str) -> None:
        if name == "byline":
            self.report.authors = _people(value)
        elif name == "headline":
            self.report.title = value
        elif name == "dateline":
            self.report.place = value.split(",")[0].strip().title() or None
        elif name == "highlight":
            self.report.deck = value

    def _text(self, line: str) -> None:
        if not line:
            return
        if self.where == "head":
            self.head.append(line)
        elif self.where == "body":
            self.report.body.append(line)
        elif self.where in _AFTER:
            self.report.after.append((line, _AFTER[self.where]))


def _nexis(part: list[str]) -> Found:
    """Title, source and date stand above the fields; the body below `Body` or the last field before running text."""
    read = _Nexis()
    for line in part[_cover(part) :]:
        if not exports.begins_nexis(line) and not exports.of_page(line):
            read.take(line)
    _head(read.report, read.head)
    return read.report


def _cover(part: list[str]) -> int:
    """How many lines the cover of an export has, which stands above its first report's fields."""
    above = list(takewhile(lambda line: exports.field(line) is None, part))
    if not any(map(exports.of_cover, above)):
        return 0
    return 1 + max(place for place, line in enumerate(above) if exports.of_cover(line) or exports.of_list(line))


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
        below = below[1:]
    elif report.title:  # it was a field, so that all above the date is the source
        report.outlet = above[-1] if above else None
    else:
        report.outlet = above[-1] if len(above) > 1 else None
        report.title = above[0] if above else (below[0] if below else None)
    if not report.body:  # no field stands before the text
        report.body = [line for line in below if line != report.title]


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
    if len(above) > 1 and (furniture.bylines.opens(above[-1]) or byline.alone(above[-1])):
        report.authors = _people(above.pop())
    report.title = above[-1] if above else None
    begun = (place for place, line in enumerate(below) if exports.of_rights(line) or len(line) > _LEAST)
    place = next(begun, max(0, len(below) - 1))
    for line in below[:place]:
        if report.published is None and furniture.dates.found(line):
            report.published = furniture.dates.found(line)[0][2]
        elif language := exports.language(line):
            report.language = language
        elif report.published and report.outlet is None and not _CLOCK.fullmatch(line):
            report.outlet = line
    told = takewhile(lambda line: not exports.files(line), below[place:])
    report.body = [line for line in told if not exports.of_rights(line)]
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
