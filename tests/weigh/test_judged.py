"""A finding that a person says is none is told nowhere, and comes back when the decision is withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline import contract
from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.records import OnFinding, judgement

TEXT = """Lock of Sund to open in June

March 4, 2031

Prime Minister Ida Brandt on Tuesday invited President Tom Reyes to visit Sund in June.
"We have asked President Reyes to come to Sund in June," Brandt told reporters. Reyes said he would answer within a month.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "lock.txt").write_text(TEXT)
    with Desk.create(tmp_path / "lock.desk") as opened:
        list(opened.add(tmp_path / "lock.txt"))
    return tmp_path / "lock.desk"


def test_no_plan_and_no_statement(desk: Path) -> None:
    with Desk.open(desk) as opened:
        before = opened.tell()
        (told,) = before.stories
        plan = told.findings.plans[0]
        said = next(one for one in told.findings.statements if one.type == "direct")
        rows = [
            opened.judge(OnFinding("no-plan", plan.id, "lock")),
            opened.judge(OnFinding("no-statement", said.id, "lock")),
        ]
        assert not opened.is_told()
        (after,) = opened.tell().stories
        assert plan.id not in {one.id for one in after.findings.plans}
        assert plan.id not in {entry.plan for entry in after.findings.timeline}
        assert said.id not in {one.id for one in after.findings.statements}
        assert said.id not in contract.text(contract.dump(after.findings.sayings))
        assert opened.shelf.item("plan", plan.id) == ()
        for row in rows:
            opened.undo(row)
        assert contract.dump(opened.tell().stories) == contract.dump(before.stories)


def test_an_account_with_such_a_decision_verifies(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        plan = opened.tell().stories[0].findings.plans[0]
        opened.judge(OnFinding("no-plan", plan.id, "lock"))
        made = opened.tell()
    assert made.judgements and dateline.verify(contract.account(made), tmp_path / "lock.txt") == ()


def test_a_decision_on_what_is_not_there_changes_nothing(desk: Path) -> None:
    decided = judgement("no-conflict", "c-none", "lock")
    assert isinstance(decided, OnFinding)
    with Desk.open(desk) as opened:
        before = contract.dump(opened.tell().stories)
        opened.judge(decided)
        assert contract.dump(opened.tell().stories) == before
        with pytest.raises(DeskError, match="no report gone"):
            opened.judge(judgement("no-plan", "p-1", "gone"))


def test_without_a_desk(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text(TEXT)
    plan = dateline.tell(tmp_path / "lock.txt").stories[0].findings.plans[0]
    made = dateline.tell(tmp_path / "lock.txt", judgements=[OnFinding("no-plan", plan.id, "lock")])
    assert made.stories[0].findings.plans == () or plan.id not in {one.id for one in made.stories[0].findings.plans}


def test_what_a_person_calls_a_story_an_event_and_a_plan(desk: Path, tmp_path: Path) -> None:
    with Desk.open(desk) as opened:
        before = opened.tell()
        (told,) = before.stories
        entry = next(one for one in told.findings.timeline if one.event)
        plan = told.findings.plans[0]
        named = {told.id: "A lock for Sund", entry.event: "Brandt asks Reyes to come", plan.id: "Reyes in Sund"}
        opened.judge(judgement("called", told.id, "lock", words="To be called otherwise"))
        rows = [opened.judge(judgement("called", str(one), "lock", words=words)) for one, words in named.items()]
        assert not opened.is_told()
        made = opened.tell()
        (after,) = made.stories
        assert after.title == "A lock for Sund"
        assert {one.label for one in after.findings.events if one.id == entry.event} == {"Brandt asks Reyes to come"}
        assert {one.label for one in after.findings.timeline if one.id == entry.id} == {"Brandt asks Reyes to come"}
        assert [one.title for one in after.findings.plans if one.id == plan.id] == ["Reyes in Sund"]
        assert (row := opened.shelf.story(told.id)) and row.title == "A lock for Sund"
        assert opened.shelf.item("plan", plan.id)[0].title == "Reyes in Sund"
        assert dateline.verify(contract.account(made), tmp_path / "lock.txt") == ()
        for row_ in rows:
            opened.undo(row_)
        assert opened.tell().stories[0].title == "To be called otherwise"
        told_by = next(one for one in told.findings.events if one.id == entry.event).mentions[0]
        opened.judge(judgement("called", f"{told_by.start}-{told_by.end}", "lock", words="Brandt asks him"))
        (tmp_path / "again.txt").write_text(TEXT.replace("March 4", "March 5").replace("within a month", "soon"))
        list(opened.add(tmp_path / "again.txt"))
        (after,) = opened.tell().stories
        named_ = [one for one in after.findings.events if one.label == "Brandt asks him"]
        assert [len({m.report for m in one.mentions}) for one in named_] == [2]  # it has another id now
    value = contract.account(made)
    value["judgements"] = []
    assert any(".label" in breach.where for breach in dateline.verify(value, tmp_path / "lock.txt"))
