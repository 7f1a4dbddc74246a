"""Statements for people and tables: who said what, first where, and how others carried it; as text, CSV and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.text import Text

from dateline import contract as shapes
from dateline.records.account import Told
from dateline.records.findings import Saying, Statement, Version
from dateline.records.report import Report
from dateline.show import inert, words

COLUMNS = (
    "saying", "statement", "story", "report", "outlet", "published", "speaker", "class", "polarity", "type", "through",
    "said_on", "source", "cue", "content", "start", "end", "first", "how", "dropped", "added", "drift", "denies",
)  # fmt: skip
HOW = {
    "first": "first",
    "same": "the same words",
    "cut": "cut",
    "longer": "longer",
    "changed": "other words",
    "paraphrase": "paraphrased",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """A story with its statements put together across reports, and the reports by id."""

    told: Told
    sayings: tuple[Saying, ...]
    reports: dict[str, Report]

    def statement(self, key: str) -> Statement:
        """The statement with that id."""
        return next(one for one in self.told.findings.statements if one.id == key)

    def speaker(self, key: str | None) -> str:
        """The speaker's name; nothing where nobody is known."""
        return next((one.name for one in self.told.people if one.id == key), "") if key else ""


def table(heard: Iterable[Heard]) -> str:
    """CSV (RFC 4180, `\\n` line ends), one row a statement and report; several values in a cell are separated by ` | `."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for story in heard:
        known = {one.id: one for one in story.told.findings.statements}
        for saying in story.sayings:
            for version in saying.versions:
                rows.writerow([inert.cell(value) for value in _row(story, saying, version, known[version.statement])])
    return out.getvalue()


def _row(story: Heard, saying: Saying, version: Version, one: Statement) -> Sequence[str | int]:
    report = story.reports[version.report]
    return (
        saying.id, one.id, story.told.id, report.id, words.outlet(report), report.published.value or "",
        story.speaker(one.speaker), one.class_, one.polarity, one.type, one.through or "", one.said_on or "",
        one.source.text if one.source else "", one.cue.text if one.cue else "",
        " | ".join(cite.text for cite in one.content), one.content[0].start, one.content[-1].end,
        "yes" if saying.first == report.id else "", version.how, " | ".join(version.dropped),
        " | ".join(version.added), " ".join(version.drift), " ".join(one.denies),
    )  # fmt: skip


def plain(heard: Iterable[Heard]) -> dict[str, Any]:
    """JSON values: each story with its sayings, the speaker's name and the statements themselves beside them."""
    stories = []
    for story in heard:
        known = {one.id: one for one in story.told.findings.statements}
        made = []
        for saying in story.sayings:
            versions = [
                {**shapes.dump(version), "statement": shapes.dump(known[version.statement])}
                for version in saying.versions
            ]
            name = story.speaker(saying.speaker) or None
            made.append({**shapes.dump(saying), "name": name, "versions": versions})
        stories.append({"id": story.told.id, "title": story.told.title, "sayings": made})
    return {"stories": stories}


def text(heard: Iterable[Heard], by_day: bool, console: Console) -> None:
    """Print each story's statements, by speaker (who is not known last) or by day, with the versions of each."""
    for story in heard:
        if not story.sayings:
            continue
        console.print(Text(story.told.title, style="bold"), highlight=False)
        for head, some in _headed(story, by_day):
            console.print(Text(f"  {head}", style="bold"), highlight=False)
            for saying in some:
                for line in _lines(story, saying):
                    console.print(line, highlight=False, soft_wrap=True)
        console.print()


def _headed(story: Heard, by_day: bool) -> Iterator[tuple[str, list[Saying]]]:
    def name(one: Saying) -> str:
        return story.speaker(one.speaker)

    def day(one: Saying) -> str:
        said = story.statement(one.versions[0].statement).said_on
        return said or (one.versions[0].day or "~")[:10]

    if by_day:
        for key, some in groupby(sorted(story.sayings, key=day), key=day):
            yield words.day(None if key == "~" else key), list(some)
    else:
        for key, some in groupby(sorted(story.sayings, key=lambda one: (not name(one), name(one))), key=name):
            yield key or "Nobody who is named", list(some)


def _lines(story: Heard, saying: Saying) -> Iterator[Text]:
    for version in saying.versions:
        one = story.statement(version.statement)
        report = story.reports[version.report]
        if version.how == "first":
            yield Text(f"    {_manner(story, one)}{words.content(one.content)}  [{report.id}]")
            for other in (story.statement(key) for key in one.denies):
                who = story.speaker(other.speaker) or (
                    words.one_line(other.source.text) if other.source else "somebody"
                )
                said = words.clip(words.content(other.content), 160)
                yield Text(f"      answers {who}: {said}  [{other.report}]", style="dim")
            continue
        told = [HOW[version.how], *(f"-{some}" for some in version.dropped), *(f"+{some}" for some in version.added)]
        if version.drift:
            told.append(f"({', '.join(version.drift)})")
        yield Text(f"      {report.id}: {words.clip('; '.join(told), 200)}", style="dim")


def _manner(story: Heard, one: Statement) -> str:
    """`denies:`, `does not say:` or the report's own verb, who said it where that is not plain, and the channel."""
    how = words.verb(one, story.reports[one.report].language)
    who = one.source.text if one.source is not None and one.speaker is None else ""
    parts = [words.one_line(part) for part in (who, how, f"({one.through})" if one.through else "") if part]
    return f"{' '.join(parts)}: " if parts else ""
