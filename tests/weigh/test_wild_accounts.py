"""Kinds of accounts at which other programs failed in public, on small piles of our own: timeline, plans, conflicts."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.records import Claim, Entry, Plan
from made import rows

OUTLETS = ("Tarn Echo", "Lund Post", "Sund Mail")


def cases(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def holds(test: str, timeline: list[Entry], plans: list[Plan], claims: list[Claim]) -> bool:
    """Whether the account is as a line of the table asks."""
    kind, _, rest = test.partition(":")
    first, *others = (part.strip() for part in rest.split("|"))
    if kind == "timeline":
        return any((e.date or "").startswith(first) and others[0].lower() in e.text.lower() for e in timeline)
    if kind in ("plan", "no plan"):
        status, words = others[0], [word.lower() for word in others[1].split("+")]
        fits = [
            plan
            for plan in plans
            if first in ("", plan.for_) and status in ("", plan.status) and all(w in plan.title.lower() for w in words)
        ]
        return bool(fits) == (kind == "plan")
    conflicts = [[side.text.lower() for side in claim.sides] for claim in claims if claim.verdict == "conflict"]
    if kind == "no conflict":
        return not conflicts
    return any(all(any(part in side for side in sides) for part in (first, *others)) for sides in conflicts)


def judged(folder: Path, test: str, pile: str) -> bool:
    lines: list[dict[str, object]] = []
    for outlet, report in zip(OUTLETS, pile.split("¦"), strict=False):
        day, title, text = report.replace("¶", "\n\n").split("|")
        lines.append({"outlet": outlet, "published": day, "title": title, "text": text})
    told = dateline.tell(rows(folder, *lines, language="en"))
    found = [story.findings for story in told.stories]
    return bool(found) and holds(
        test,
        [entry for one in found for entry in one.timeline],
        [plan for one in found for plan in one.plans],
        [claim for one in found for claim in one.claims],
    )


@pytest.mark.parametrize(("kind", "test", "pile"), cases("wild_accounts.tsv"))
def test_the_account_says_so(tmp_path: Path, kind: str, test: str, pile: str) -> None:
    assert judged(tmp_path, test, pile), kind


@pytest.mark.xfail(strict=True, reason="the dead by another word, births and terms to come are not compared")
@pytest.mark.parametrize(("kind", "test", "pile"), cases("wild_failing.tsv"))
def test_what_the_account_does_not_say_yet(tmp_path: Path, kind: str, test: str, pile: str) -> None:
    assert judged(tmp_path, test, pile), kind
