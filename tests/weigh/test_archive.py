"""The timeline of a large story: the days on which most of it rests, each with the sentence that tells it best."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

import dateline
from dateline import flow
from dateline.records import Entry
from dateline.records.account import Options
from dateline.weigh import archive
from made import rows

FIRST = date(2031, 3, 3)
STRIKE = "Greta Holm opened the harbour of Tessen on 5 March 2031 in front of a thousand people."
ELSE = (
    "Greta Holm visited a school in Ulm on {day}.",
    "A baker in Sund asked Greta Holm for a new road on {day}.",
    "Greta Holm signed the budget of the port on {day}.",
)


def pile() -> Sequence[dict[str, str]]:
    """Reports of nine days. Each tells of its own day, and half of them of 5 March again."""
    made = []
    for number in range(9):
        day = FIRST + timedelta(number)
        words = ELSE[number % 3].format(day=f"{day.day} March 2031")
        more = f" {STRIKE}" if number % 2 else ""
        made.append({"title": f"Holm, number {number}", "text": f"{words}{more}", "published": day.isoformat()})
    return made


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Entry, ...]:
    return entries(tmp_path, monkeypatch, Options(one_story=True))


def entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: Options) -> tuple[Entry, ...]:
    monkeypatch.setattr(archive, "LARGE", 5)
    marked = dateline.marks(rows(tmp_path, *pile(), language="en"))
    (story,) = flow.account(marked, options=options).stories
    return story.findings.timeline


def test_the_day_that_most_reports_name_weighs_most(told: tuple[Entry, ...]) -> None:
    first = max(told, key=lambda entry: entry.weight)
    assert first.date == "2031-03-05"
    assert "opened the harbour" in " ".join(entry.text for entry in told if entry.date == first.date)
    counts = {day: sum(len(entry.cites) for entry in told if entry.date == day) for day in {e.date for e in told}}
    assert max(counts, key=lambda day: counts[day]) == "2031-03-05"


def test_most_days_are_kept_in_order_of_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = entries(tmp_path, monkeypatch, Options(one_story=True, most=2, per_day=1))
    assert len(found) == 2
    assert "2031-03-05" in [entry.date for entry in found]
    assert [entry.date for entry in found] == sorted(entry.date or "" for entry in found)


def test_each_event_stands_once_and_its_words_are_cited(told: tuple[Entry, ...]) -> None:
    days = [entry for entry in told if entry.weight and entry.event]
    assert len({entry.event for entry in days}) == len(days)
    assert all(any(" ".join(cite.text.split()) == entry.text for cite in entry.cites) for entry in days)
    assert dataclasses.is_dataclass(days[0])
