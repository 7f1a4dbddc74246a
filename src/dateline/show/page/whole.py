"""An account as one page: a single file that asks no host for anything and is whole without scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline import language
from dateline.cite import Cite, content_id
from dateline.records.account import Account, Line, Told
from dateline.records.findings import Question
from dateline.records.report import Report
from dateline.records.story import Edge
from dateline.show import courses, inert, view, words
from dateline.show.forms import registry
from dateline.show.page import draw_origins, draw_timeline, front, notes, report_text, who_to_whom
from dateline.show.page.notes import Evidence, Note
from dateline.show.view import Shown

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MASTHEAD = ("outlet", "title", "authors", "place", "credits", "published", "updated", "url", "path", "language")


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a masthead: what, its value, an address to follow, where it was read, and the words it was read from."""

    name: str
    value: str
    link: str | None
    where: str
    cite: Cite | None


def html(account: Account, share: bool = False, desk: bool = False) -> str:
    """The page of an account. With `share` its reports give only the words that are cited, and a link. On a `desk` it leads to
    the desk's pages of people and reports, and to where things are judged.
    """
    css, js = _file("page.css"), _file("page.js")
    used: set[str] = set()
    digest = base64.b64encode(hashlib.sha256(js.encode()).digest()).decode()
    stories = view.shown(account)
    return (
        _templates()
        .get_template("page.html")
        .render(
            account=account,
            pages=tuple(Page(shown, share, used, desk) for shown in stories),
            front=front.front(stories),
            share=share,
            css=Markup(css),
            js=Markup(js),
            digest=digest,
        )
    )


@cache
def _file(name: str) -> str:
    return (files("dateline.show.page") / "templates" / name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("dateline.show.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=inert.shown,
    )
    made.globals |= {
        "w": words,
        "few": view.first_few,
        "weightiest": view.weightiest,
        "heading": view.heading,
        "place": report_text.place,
    }
    made.globals["forms"] = registry.names("account")
    made.globals["anchor"] = report_text.anchor
    return made


class Page:
    """A story as its template needs it: its parts, its drawings, its anchors."""

    def __init__(self, shown: Shown, share: bool, used: set[str], desk: bool = False) -> None:
        self.shown = shown
        self.told: Told = shown.told
        self.share = share
        self.desk = desk
        self.judged = desk and not share and shown.account.options.as_of is None
        self.base = f"{shown.told.id}-"
        self.timeline = draw_timeline.timeline(shown)
        self.origins = draw_origins.origins(shown, self.base)
        self.courses = courses.courses(shown)
        self.deeds = who_to_whom.matrix(shown.told.findings.deeds)
        self._cites: dict[str, list[Cite]] = {}
        for cite in _linked(shown.told):
            self._cites.setdefault(cite.report, []).append(cite)
        self._used = used  # anchors given so far, by every story of the page
        self._noted = notes.of_brief(shown)
        self._first = notes.first_of(shown)
        self.sections, self.missing = _sections(shown)

    def at(self, report: str) -> str | None:
        """Where a report stands: on this page, else on the desk; None where it is only named, being of another story."""
        if report in self.told.reports or self.shown.several:
            return f"#{report_text.anchor(report)}"
        return f"/reports/{quote(report)}" if self.desk else None

    def once(self, name: str) -> Markup:
        """An `id` attribute the first time that a name is given, then nothing: an anchor stands once on the page."""
        if name in self._used:
            return Markup("")
        self._used.add(name)
        return Markup(' id="{}"').format(name)

    def line_id(self, line: Line) -> str:
        """The anchor of a line of the brief, made from its words."""
        return content_id("b", self.told.id, line.text)

    def notes(self, line: Line) -> tuple[Cite, ...]:
        """The cites of a line in order of their numbers."""
        return tuple(sorted(line.cites, key=lambda cite: self.shown.numbers[cite]))

    def told_by(self, line: Line) -> tuple[Note, ...]:
        """Whose words a line rests on, each sentence quoted once on the page."""
        return self._noted[line]

    def beside(self, line: Line) -> tuple[tuple[Note, ...], tuple[Cite, ...]]:
        """What of these stands beside the line, and the cites that are only named there."""
        return notes.beside(line, self._noted[line])

    def first_note(self, cite: Cite) -> int:
        """The number of the first cite of the brief with the same words."""
        return self._first[cite]

    def evidence(self, cites: Iterable[Cite]) -> tuple[tuple[Evidence, ...], tuple[view.Source, ...]]:
        """The sentences that something rests on, each once with its reports, and further reports."""
        return notes.evidence(self.shown, cites)

    def asked_on(self, question: Question) -> str | None:
        """The day of the first report that leaves something open."""
        return next((one.report.published.day for one in self.shown.sources(question.asked)), None)

    def language(self, report: Report) -> str | None:
        """The report's language where it is a language tag."""
        return report.language if report.language and _LANGUAGE.fullmatch(report.language) else None

    def marked(self, report: Report) -> bool:
        """Whether names, times and statements are marked in reports of its language."""
        return language.of(report.language).marked

    @property
    def is_read(self) -> bool:
        """Whether any report of the story is in a language that is marked."""
        return any(map(self.marked, self.shown.reports))

    def text(self, report: Report) -> tuple[report_text.Paragraph, ...]:
        """The report's text (or its cited words) as HTML, paragraph by paragraph."""
        cut = report_text.excerpts if self.share else report_text.paragraphs
        return tuple(cut(report, self._cites.get(report.id, ()), self.shown.numbers))

    def masthead(self, report: Report) -> tuple[Field, ...]:
        """The report's masthead, each value with where it was read."""
        return masthead(report)

    def tie(self, edge: Edge) -> str:
        """What ties two reports, as the middle of a sentence."""
        return words.tie(edge)


def masthead(report: Report) -> tuple[Field, ...]:
    """A report's masthead, each value with where it was read."""
    return tuple(field for name in _MASTHEAD if (field := _field(report, name)))


def _sections(shown: Shown) -> tuple[tuple[tuple[str, str], ...], str]:
    """The sections that a story has, by their anchors and short names; and what was looked for and not found, in words."""
    found = shown.told.findings
    holds = {
        "timeline": found.timeline, "plans": found.plans, "said": shown.voices, "deeds": found.deeds,
        "differ": found.claims, "unknown": found.questions,
    }  # fmt: skip
    empty = [key for key, some in holds.items() if not some]
    named = tuple((key, name) for key, name in words.SECTIONS.items() if key not in empty)
    return named, words.listed(words.MISSING[key] for key in empty)


def _linked(told: Told) -> Iterable[Cite]:
    """Every cite of a story that the page leads to: all but the mentions of people."""
    yield from view.cited((told.brief, told.findings, told.origins, told.edges, told.machine_rewritten))


def _field(report: Report, name: str) -> Field | None:
    cite = report.sources.get(name)
    if name in ("published", "updated"):
        stamp = report.published if name == "published" else report.updated
        if stamp is None:
            return None
        return Field(name, words.day(stamp.value), None, words.BASES[stamp.basis], stamp.cite or cite)
    value = getattr(report, name)
    text = words.listed(value) if isinstance(value, tuple) else value
    if not text:
        return None
    where = "the text" if cite else "the input"
    return Field(name, words.one_line(text), words.link(text) if name == "url" else None, where, cite)
