"""Stories of ECB+ as the Dateline authors read them (`bench/marks.tsv`): what happened, and which marked words tell it."""

from __future__ import annotations

import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline import flow
from dateline.records.report import Report

TABLE = Path(__file__).parent / "marks.tsv"
Place = tuple[str, int]  # a report, and the first code point of a word in it


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: its day (empty where it is no one day), and its widest bounds."""

    day: str
    first: str
    last: str

    def can_be(self, day: str) -> bool:
        """Whether it is of a day, or may be: it is known to a month."""
        near = self.first[:7] == self.last[:7] != ""
        return day == self.day or (near and self.first <= day <= self.last)


@dataclass(frozen=True, slots=True)
class Judged:
    """A story: its reports, each with the day on which it came out, and the event that each word tells."""

    name: str
    reports: tuple[Report, ...]
    events: Mapping[Place, Event]


def stories(shared: Path) -> Iterator[Judged]:
    """The judged stories, by name."""
    printed: dict[str, dict[str, str]] = defaultdict(dict)
    events: dict[str, dict[Place, Event]] = defaultdict(dict)
    for row in TABLE.read_text(encoding="utf-8").splitlines():
        if not row or row.startswith(("#", "story\t")):
            continue
        story, number, _, day, first, last, _, marks = row.split("\t")
        if not number:
            printed[story][marks] = day
            continue
        event = Event(day, first, last)
        for mark in marks.split():
            report, start = mark.rsplit(":", 1)
            events[story][report, int(start)] = event
    rows = _rows(shared)
    for story, days in sorted(printed.items()):
        yield Judged(
            story,
            _reports([rows[key] | ({"published": day} if day else {}) for key, day in days.items()]),
            events[story],
        )


@cache
def topics() -> Mapping[str, str]:
    """Of each story the topic of ECB+ that its reports are of: both halves of it are of one subject."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in lines if row and not row.startswith("#"))
    return {row[0]: re.split("[_:]", row[-1])[0] for row in cells}


def _rows(shared: Path) -> Mapping[str, dict[str, str]]:
    lines = (shared / "eval" / "stories" / "ecbplus.input.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def _reports(rows: list[dict[str, str]]) -> tuple[Report, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return tuple(flow.read(path))
