"""Nothing without its source: every cite of every golden account reads back, and the guard finds no breach."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import dateline
from dateline import cite, flow
from dateline import contract as shapes
from dateline.records import Account

GOLDEN = Path(__file__).parent / "golden"
STORIES = {"cup": "examples/cup", "strait": "examples/strait"}
ROOT = Path(__file__).parent.parent


def account_of(story: str) -> Account:
    return shapes.load(Account, json.loads((GOLDEN / f"{story}.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("story", sorted(STORIES))
def test_the_account_is_the_golden_one(story: str, accounts: Mapping[str, Account], update_golden: bool) -> None:
    told = shapes.text(shapes.account(accounts[story]), indent=1) + "\n"
    path = GOLDEN / f"{story}.json"
    if update_golden:
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8"), "run pytest --update-golden and read the difference"


@pytest.mark.parametrize("story", sorted(STORIES))
def test_every_cite_reads_back(story: str) -> None:
    account = account_of(story)
    texts = {report.id: report.text for report in dateline.read(ROOT / STORIES[story])}
    found = list(flow.cited(account))
    assert found
    assert sorted(one for _, one in found) == sorted(flow._quoted(account))  # what is read back before it leaves
    for _, one in found:
        cite.check(one, texts[one.report])


@pytest.mark.parametrize("story", sorted(STORIES))
def test_verify_holds(story: str) -> None:
    assert dateline.verify(account_of(story), ROOT / STORIES[story]) == ()


def test_verify_names_a_changed_report(tmp_path: Path) -> None:
    for path in (ROOT / STORIES["strait"]).iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b"Fourteen", b"Thirteen"))
    breaches = dateline.verify(account_of("strait"), tmp_path)
    assert any("another SHA-256" in one.why for one in breaches)
    assert any("the report has" in one.why for one in breaches)


def test_verify_names_an_invented_number() -> None:
    made = account_of("strait")
    told = made.stories[0]
    line = told.brief[0]
    lie = replace(line, text=line.text + " It cost 7,312 crowns.")
    changed = replace(told, brief=(lie, *told.brief[1:]))
    breaches = dateline.verify(replace(made, stories=(changed,)), ROOT / STORIES["strait"])
    assert any(breach.where == f"stories[{told.id}].brief[0].text" for breach in breaches)


def test_one_hearing_is_one_plan() -> None:
    """`The commission is due to sit on June 12` is Korland's appeal, of that day."""
    (told,) = account_of("strait").stories
    assert [plan.title for plan in told.findings.plans if plan.for_ == "2031-06-12"] == ["Korland’s appeal"]
