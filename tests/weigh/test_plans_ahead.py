"""What is told as still to come and is a plan, though no act on it is told, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import dateline
from dateline import cite
from dateline.cite import Span
from dateline.records import Plan, Step
from dateline.weigh.plans import foreseen
from made import rows

Tell = Callable[..., list[Plan]]


@pytest.fixture
def told(tmp_path: Path) -> Tell:
    """The plans of reports of 3 March 2031, each a text or a day and a text."""

    def tell(*texts: str | tuple[str, str]) -> list[Plan]:
        dated = [text if isinstance(text, tuple) else ("2031-03-03", text) for text in texts]
        lines = [{"title": text.split("\n")[0], "text": text, "published": day} for day, text in dated]
        account = dateline.tell(rows(tmp_path, *lines, language="en"))
        return [plan for story in account.stories for plan in story.findings.plans]

    return tell


FIRE = "Mill burns in Lund Bay\n\nA fire destroyed the old Harbour Mill in Lund Bay on Sunday night, police said. "
CLUB = "Dorby dismiss coach\n\nDorby Town dismissed head coach Piet Varga on Monday. "


def test_what_is_scheduled_by_one_report_for_a_day_is_a_plan(told: Tell) -> None:
    (plan,) = told(FIRE + "Tom Hale, a former watchman, is scheduled to appear in Lund Bay court on Thursday.")
    assert "Hale" in plan.title and (plan.status, plan.for_) == ("planned", "2031-03-06")


def test_who_takes_over_by_two_reports_is_one_plan(told: Tell) -> None:
    (plan,) = told(
        CLUB + "Assistant coach Jon Marsh will replace Varga as head coach.",
        CLUB + "Assistant coach Jon Marsh will replace Varga for the rest of the season.",
    )
    assert "Marsh" in plan.title and len(plan.history[0].cites) == 2


@pytest.mark.parametrize(
    "guess",
    [
        "The loss will hurt the town.",
        "He hopes to rebuild it.",
        "The flames could reach the pier.",
        "“People will remember him as a coward,” Tom Hale said.",
        "Tom Hale had planned to convert it into flats.",
        "Firemen tried to save the roof.",
        "Police advised residents to shut all doors and windows.",
        "The council asked the mill to pay for the repairs.",
        "Mayor Greta Holm has said she wants to improve the harbour of Lund Bay.",
        "A burglar was attempting to open the safe at noon on Monday.",
    ],
)
def test_a_guess_a_wish_a_try_and_what_lay_ahead_once_are_none(told: Tell, guess: str) -> None:
    assert told(FIRE + guess) == []


def test_what_is_withheld_until_something_else_is_to_come(told: Tell) -> None:
    (plan,) = told(
        FIRE + "The name of the victim will not be released until relatives have been told.",
        FIRE + "Police said the victim’s name would not be released until relatives had been told.",
    )
    assert plan.status == "planned" and "released" in plan.title


def test_two_plans_of_one_person_are_two(told: Tell) -> None:
    both = told(
        FIRE + "Tom Hale is scheduled to appear in Lund Bay court on Thursday. Hale is to be sentenced on 20 March."
    )
    assert sorted(plan.for_ or "" for plan in both) == ["2031-03-06", "2031-03-20"]


def test_what_somebody_may_ask_for_is_no_plan(told: Tell) -> None:
    line = "Mayor Greta Holm said in an interview on Monday that she {} ask the guild to send Tom Hale to Lund Bay."
    assert told(FIRE + line.format("may")) == told(FIRE + line.format("must")) == []
    assert told(FIRE + line.format("will")) != []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Tom Hale will visit the families in Lund Bay on Thursday.", "visit"),  # a verb, though `visit` is a noun too
        ("A vigil for the victims will be held at Lund Bay church on Thursday.", "igil"),
    ],
)
def test_what_is_to_come_is_told_by_a_verb_or_named_by_a_noun(told: Tell, line: str, named: str) -> None:
    (plan,) = told(FIRE + line)
    assert named in plan.title and plan.for_ == "2031-03-06"


def test_what_was_foretold_and_happened_was_kept(told: Tell) -> None:
    (plan,) = told(
        ("2031-03-03", FIRE + "Tom Hale, a former watchman, is to be sentenced in Lund Bay on 20 March."),
        ("2031-03-21", "Watchman sentenced\n\nTom Hale, a former watchman, was sentenced in Lund Bay on 20 March."),
    )
    assert [(step.status, step.for_) for step in plan.history] == [("planned", "2031-03-20"), ("held", "2031-03-20")]


def test_a_plan_has_a_name_that_can_be_read_by_itself(told: Tell) -> None:
    assert told(FIRE + "“We will send more information on Thursday.”") == []


def test_one_plan_of_two_tellings_was_kept_where_one_was() -> None:
    words = cite.cite("r0", "Tom Hale will be sentenced.", Span(0, 27))
    planned = Step(date="2031-03-03", status="planned", for_=None, text=words.text, cites=(words,))
    held = Step(date="2031-03-20", status="held", for_="2031-03-20", text=words.text, cites=(words,))
    open_ = foreseen._Foreseen(Plan("k-1", "Hale is sentenced", "planned", None, (planned,)), frozenset(), frozenset())
    kept = foreseen._Foreseen(
        Plan("k-2", "Hale is sentenced", "held", "2031-03-20", (planned, held)), frozenset(), frozenset()
    )
    for one, other in ((open_, kept), (kept, open_)):
        plan = foreseen._joined(one, other).plan
        assert (plan.status, plan.for_, [step.status for step in plan.history]) == (
            "held",
            "2031-03-20",
            ["planned", "held"],
        )
