"""Stories keep their ids from run to run; merges and splits are said."""

from __future__ import annotations

from pathlib import Path

import dateline
from dateline.group import group
from dateline.records import Judgement, Marked, Report, Story, judgement
from dateline.wording import sentences
from made import rows

TEXTS = (
    "A fire has destroyed the town hall of Selk. Mayor Eva Molin said that the archive in the cellar was lost.",
    "Selk town hall burns down: the archive is lost, says Mayor Eva Molin, and the fire brigade suspects a cable.",
    "Bakers in Halvern have raised the price of rye bread for the third time since autumn, blaming the cost of flour.",
)


def read(tmp_path: Path, *texts: str) -> tuple[Report, ...]:
    """Reports of one text each, the first the latest."""
    days = (f"2033-05-0{9 - number}" for number in range(len(texts)))
    return dateline.read(
        rows(tmp_path, *({"text": text, "published": day} for text, day in zip(texts, days, strict=True)))
    )


def stories(reports: tuple[Report, ...], before: tuple[Story, ...] = (), *judged: Judgement) -> dict[str, Story]:
    known = [(story.id, [one.report.id for one in story.reports]) for story in before]
    return {
        one.report.id: story for story in group([Marked(r) for r in reports], judged, known) for one in story.reports
    }


def test_an_earlier_report_that_comes_late_changes_no_id(tmp_path: Path) -> None:
    reports = read(tmp_path, *TEXTS)
    first = stories((reports[0], reports[2]))
    later = stories(reports, tuple(first.values()))
    assert later["r0"].id == later["r1"].id == first["r0"].id
    assert later["r2"].id == first["r2"].id
    assert later["r0"].changes == ()


def test_a_merge_is_said(tmp_path: Path) -> None:
    reports = read(tmp_path, *TEXTS)
    before = stories(reports)
    merged = stories(reports, tuple(before.values()), judgement("same-story", "r0", "r2"))
    assert merged["r2"].id == before["r0"].id
    assert f"{before['r2'].id} was merged into it" in sentences(merged["r0"].changes)


def test_a_split_is_said_and_ids_stay_unique(tmp_path: Path) -> None:
    reports = read(tmp_path, *TEXTS)
    before = stories(reports, (), judgement("same-story", "r0", "r2"))
    split = stories(reports, (before["r0"],))
    assert split["r0"].id == before["r0"].id != split["r2"].id
    assert "goes on without them" in sentences(split["r2"].changes)
