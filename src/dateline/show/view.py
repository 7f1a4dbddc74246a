"""One story of an account, ready to be shown: what its parts refer to, in the orders in which people read.

Everything here is a reading of an `Account`: nothing is decided again. The page, the terminal and Markdown share it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dateline import edtf, language
from dateline.cite import Cite
from dateline.records.account import Account, Told
from dateline.records.findings import Claim, Entry, Plan, Statement
from dateline.records.report import Report
from dateline.records.story import Link, Origin, Person
from dateline.show import words

_END = re.compile(r"[.!?…][\"”’»')\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])|\n\s*\n")
T = TypeVar("T")
LISTED = 0.6  # how surely what is shown at first must be news
SEVERAL = 2  # statements of a speaker without a name that are put together under what reports call them
NEAR = 80  # code points after a verb in which it is told who heard it, where the words stand before it
WHO = 60  # code points of a speaker without a name
FAR = 400  # code points: how far a sentence is looked for around cited words


@dataclass(frozen=True, slots=True)
class Context:
    """Cited words in their sentence: what stands before and after them there (clipped with an ellipsis)."""

    before: str
    words: str
    after: str

    @property
    def quoted(self) -> bool:
        """Whether it begins with a quotation mark of its own, so that none needs to be put before it."""
        return (self.before + self.words)[:1] in '"“„«'

    @property
    def whole(self) -> bool:
        """Whether the cited words are all of their sentence, so that nothing needs to be marked in it."""
        return not self.before.strip('"“‘«([ ') and not self.after.strip('.,;:!?…’”»")] ')


@dataclass(frozen=True, slots=True)
class Source:
    """A report that something rests on: how to name it, and the first of its words that are cited."""

    report: Report
    name: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Said:
    """One statement and the reports that carry it, the earliest first; `differ`: other wordings of it.

    `verb` is the word before it, with who is told (`told reporters`).
    """

    statement: Statement
    words: str
    carried: tuple[Statement, ...]
    differ: tuple[tuple[Statement, str], ...]
    answers: tuple[Statement, ...]
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody and what they said, the weightiest first.

    Who is not named has no `person`, and is `called` what reports call several statements' speaker (`police`); those whom
    nothing tells apart are one voice without a name.
    """

    person: Person | None
    said: tuple[Said, ...]
    called: str = ""

    @property
    def name(self) -> str:
        """How the voice is headed."""
        return self.person.name if self.person else words.first_up(self.called) if self.called else "Not named"

    def who(self, said: Said) -> str:
        """Whom the report gives for one statement of those who have no name; empty where the heading tells it."""
        source = said.statement.source
        return words.clip(words.one_line(source.text), WHO) if source and not (self.person or self.called) else ""


@dataclass(frozen=True, slots=True)
class Strand:
    """What a story has to do with another: how (`continues`, `goes on in`), with which, and the link that says why."""

    how: str
    id: str
    link: Link
    title: str = ""


@dataclass(frozen=True)
class Shown:
    """One story with its account around it."""

    account: Account
    told: Told
    several: bool  # whether the account tells more than one story

    @cached_property
    def all_reports(self) -> Mapping[str, Report]:
        """Every report of the account by its id."""
        return {report.id: report for report in self.account.reports}

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The story's reports in order of time, those without a date at the end."""
        known = [self.all_reports[key] for key in self.told.reports if key in self.all_reports]
        return tuple(sorted(known, key=lambda r: (r.published.value or "9", r.id)))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of a report in the order of time."""
        return {report.id: at for at, report in enumerate(self.reports)}

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """People by id."""
        return {person.id: person for person in self.told.people}

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        """Origins by id."""
        return {origin.id: origin for origin in self.told.origins}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.told.findings.statements}

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """Plans by id."""
        return {plan.id: plan for plan in self.told.findings.plans}

    @cached_property
    def numbers(self) -> Mapping[Cite, int]:
        """The cites of the brief, numbered from 1 in the order in which they are read."""
        found = dict.fromkeys(cite for line in self.told.brief for cite in line.cites)
        return {cite: number for number, cite in enumerate(found, 1)}

    @cached_property
    def lines(self) -> tuple[Strand, ...]:
        """What the story has to do with others: what it goes on from first, then what goes on from it."""
        titles = {told.id: told.title for told in self.account.stories}
        own = [Strand(words.LINES[link.kind][0], link.to, link) for link in self.told.links]
        back = [
            Strand(words.LINES[link.kind][1], told.id, link)
            for told in self.account.stories
            for link in told.links
            if link.to == self.told.id
        ]
        return tuple(
            dataclasses.replace(strand, title=titles[strand.id]) for strand in (*own, *back) if strand.id in titles
        )

    @cached_property
    def timeline(self) -> tuple[Entry, ...]:
        """The timeline as it is read: what is known only to lie before a day stands after what is of that day."""
        entries = self.told.findings.timeline
        return tuple(sorted(entries, key=lambda one: (edtf.When.of(one.earliest or one.latest), one.earliest is None)))

    def claims(self, verdict: str) -> tuple[Claim, ...]:
        """The claims with that verdict."""
        return tuple(claim for claim in self.told.findings.claims if claim.verdict == verdict)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The same of every report: of hundreds each is named some dozen times."""
        return {name: words.source(report) for name, report in self.all_reports.items()}

    def name(self, report: str) -> str:
        """How to name a report: outlet and day."""
        return self._names.get(report, report)

    def sources(self, cites: Iterable[Cite]) -> tuple[Source, ...]:
        """The reports that are cited, each once, in order of time."""
        first: dict[str, Cite] = {}
        for cite in sorted(cites, key=lambda c: (self.rank.get(c.report, len(self.rank)), c)):
            if cite.report in self.all_reports:
                first.setdefault(cite.report, cite)
        return tuple(Source(self.all_reports[at], self.name(at), cite) for at, cite in first.items())

    def labels(self, origins: Iterable[str]) -> tuple[str, ...]:
        """The labels of origins."""
        return tuple(words.origin(self.origins[key].label) for key in origins if key in self.origins)

    def context(self, cite: Cite, reach: int = 110) -> Context:
        """Cited words in their sentence, at most about `reach` code points of it on either side."""
        report = self.all_reports[cite.report]
        start, end = _sentence(report, cite)
        before = words.one_line(report.text[start : cite.start])
        after = words.one_line(report.text[cite.end : end])
        if len(before) > reach:
            before = "…" + before[-reach:].split(" ", 1)[-1]
        if len(after) > reach:
            after = words.clip(after, reach)
        return Context(_joined(before, report.text, cite.start), words.one_line(cite.text), after)

    def days(self) -> tuple[str | None, str | None]:
        """The days of the story's first and last dated report."""
        dated = [report.published.day for report in self.reports if report.published.day]
        return (min(dated), max(dated)) if dated else (None, None)

    def when(self) -> str:
        """The story's days in words."""
        return words.days(*self.days())

    def summary(self) -> tuple[str, ...]:
        """The line under the title, piece by piece."""
        disputed = len(self.claims("conflict"))
        return (
            self.when(),
            words.count(len(self.told.reports), "report"),
            words.count(len(self.told.origins), "origin"),
            f"{disputed} disputed" if disputed else "nothing disputed",
            f"as of {words.day(self.account.as_of)}" if self.account.as_of else "as of no date",
        )

    def changed(self) -> str:
        """What was merged into the story, split from it, or decided against its words; empty when nothing was."""
        return words.why(self.told.changes)

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Who said what: named speakers before others, those with most weight first; last those whom nothing tells apart."""
        named: dict[str, list[Said]] = {}
        others: dict[str, list[Said]] = {}
        for said in self._said():
            who = said.statement.speaker or ""
            home = named if who in self.people else others
            home.setdefault(who if home is named else self._called(said.statement), []).append(said)
        alone = {called for called, some in others.items() if len(some) < SEVERAL}
        rest = [said for called in sorted(alone | {""}) for said in others.pop(called, ())]
        voices = [Voice(self.people[who], self._weighed(some)) for who, some in named.items()]
        voices += [Voice(None, self._weighed(some), called) for called, some in others.items()]
        ranked = sorted(voices, key=lambda voice: (voice.person is None, -len(voice.said), voice.name))
        return (*ranked, *([Voice(None, self._weighed(rest))] if rest else ()))

    def _called(self, statement: Statement) -> str:
        known = language.of(self.all_reports[statement.report].language).reporting
        return known.called(statement.source.text) if known is not None and statement.source is not None else ""

    def _weighed(self, some: Iterable[Said]) -> tuple[Said, ...]:
        """The weightiest first: by how many origins carry it, whether it answers or is answered, then in order of time."""
        return tuple(sorted(some, key=lambda said: -self._weight(said)))

    def _weight(self, said: Said) -> int:
        origins = len({self._origin_of.get(one.report, one.report) for one in said.carried})
        answered = any(one.id in self._answered for one in said.carried)
        central = any(one.content[0] in self.numbers for one in said.carried)
        return 2 * origins + 2 * answered + 2 * bool(said.answers) + central - (said.statement.class_ == "attitude")

    @cached_property
    def _origin_of(self) -> Mapping[str, str]:
        return {report: origin.id for origin in self.told.origins for report in origin.reports}

    @cached_property
    def _answered(self) -> frozenset[str]:
        return frozenset(key for one in self.told.findings.statements for key in one.denies)

    def _said(self) -> Iterator[Said]:
        for same in sorted(self._same(), key=lambda same: self._when_said(same[0])):
            main = _wording(same[0])
            differ = {_wording(other): other for other in reversed(same)}
            denied = [self.statements[key] for other in same for key in other.denies if key in self.statements]
            answers = {(one.speaker, words.clip(_wording(one), WHO)): one for one in reversed(denied)}
            yield Said(
                same[0],
                main,
                tuple(same),
                tuple((other, text) for text, other in reversed(differ.items()) if text != main),
                tuple(reversed(answers.values())),
                self._verb(same[0]),
            )

    def _verb(self, one: Statement) -> str:
        """The word before a statement; with who is told, where the report names them between the two."""
        report, first = self.all_reports[one.report], one.content[0]
        verb = words.verb(one, report.language)
        known = language.of(report.language).reporting
        if known is None or one.cue is None or one.polarity != "assert":
            return verb
        stop = first.start if first.start >= one.cue.end else one.cue.end + NEAR
        whom = known.hearer(one.cue.text, report.text[one.cue.end : stop])
        return f"{verb} {whom}".strip()

    def _same(self) -> Iterator[list[Statement]]:
        """The statements of each saying, the earliest first; one that is in none (in accounts of old) by itself."""
        sayings = [{version.statement for version in saying.versions} for saying in self.told.findings.sayings]
        alone = self.statements.keys() - {key for keys in sayings for key in keys}
        shown: dict[tuple[object, ...], list[Statement]] = {}  # what reports tell of one in the same words is read once
        for keys in (*sayings, *({key} for key in sorted(alone))):
            same = sorted((self.statements[key] for key in keys), key=self._when_said)
            who = same[0].speaker or (same[0].source.text if same[0].source else same[0].id)
            shown.setdefault((who, same[0].polarity, _wording(same[0]).casefold()), []).extend(same)
        for some in shown.values():
            yield sorted(some, key=self._when_said)

    def _when_said(self, statement: Statement) -> tuple[str, int, int]:
        return statement.said_on or "9", self.rank.get(statement.report, len(self.rank)), statement.content[0].start


def _wording(one: Statement) -> str:
    """The words of a statement, without marks at the ends of what is quoted whole."""
    whole = words.content(one.content)
    return words.inside(whole).rstrip(",") if one.type == "direct" else words.bare(whole)


def shown(account: Account) -> tuple[Shown, ...]:
    """The stories of an account, ready to be shown: those of most origins first, of most reports, of the last day."""
    several = len(account.stories) > 1
    some = [Shown(account, told, several) for told in account.stories]
    some.sort(key=lambda one: one.days()[1] or "", reverse=True)
    return tuple(sorted(some, key=lambda one: (-len(one.told.origins), -len(one.told.reports))))


def cited(value: object) -> Iterator[Cite]:
    """Every cite anywhere in a record, in the order of its fields."""
    if isinstance(value, Cite):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from cited(getattr(value, field.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from cited(inner)
    elif isinstance(value, Mapping):
        for key in sorted(value):
            yield from cited(value[key])


def heading(claim: Claim) -> str:
    """A conflict as a question: its sides where they are short, else what it is about."""
    if claim.text.rstrip().endswith("?"):
        return words.one_line(claim.text)
    return f"{words.first_up(words.KINDS[claim.kind])}? {words.first_up(words.one_line(claim.text))}"


def _sentence(report: Report, cite: Cite) -> tuple[int, int]:
    """The bounds of the sentence around cited words, within their block and not farther than `FAR`."""
    start, end = max(0, cite.start - FAR), min(len(report.text), cite.end + FAR)
    for block in report.blocks:
        if block.start <= cite.start < block.end:
            start, end = max(start, block.start), max(cite.end, min(end, block.end))
    for stop in _END.finditer(report.text, start, cite.start + 2):  # two more for the pattern to look ahead into
        start = stop.end() if stop.end() <= cite.start else start
    after = _END.search(report.text, max(cite.start, cite.end - 3), end)
    if after and after.end() >= cite.end:
        end = max(cite.end, after.start() + len(after[0].rstrip()))
    return start, end


def _joined(before: str, text: str, at: int) -> str:
    """`before` with the space that stood between it and the cited words."""
    return f"{before} " if before and text[at - 1].isspace() else before


def first_few(several: Sequence[T], most: int) -> tuple[Sequence[T], Sequence[T]]:
    """The first `most` and the rest; one that would be left alone is not left out."""
    return (several, several[:0]) if len(several) <= most + 1 else (several[:most], several[most:])


def weightiest(entries: Sequence[Entry], most: int) -> tuple[list[Entry], list[Entry]]:
    """The entries on which most of a story rests, in their order, and those that are left out: what is hardly news is, where
    there is half as much without it.
    """
    ranked = sorted(entries, key=lambda entry: (-entry.worth, entry.id))
    news = [entry for entry in ranked if entry.news >= LISTED]
    first, _ = first_few(news if 2 * len(news) >= most else ranked, most)
    kept = {entry.id for entry in first}
    return [entry for entry in entries if entry.id in kept], [entry for entry in entries if entry.id not in kept]
