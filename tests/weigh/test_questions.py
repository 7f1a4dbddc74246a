"""Questions: what the reports, or those whom they quote, leave open, each once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Told

Tell = Callable[[dict[str, tuple[str, str]]], Told]


def test_a_question_that_two_reports_ask_stands_once(tell: Tell) -> None:
    story = tell(
        {
            "a": ("14 March 2031", "Rask bids for the fair\nHOLM — Rask has bid. The clerk did not say who would pay."),
            "b": (
                "15 March 2031",
                "Fair for Rask\nRASK — Mayor Petra Vell has been told. He did not say who would pay.",
            ),
        }
    )
    (question,) = story.questions
    assert [one.report for one in question.asked] == ["a", "b"]


def test_a_question_is_put_in_words_that_need_none_before_them(tell: Tell) -> None:
    first = (
        "14 March 2031",
        "Rask bids\nHOLM — Mayor Petra Vell has been told. He did not say who would pay for the fair.",
    )
    later = ("15 March 2031", "Fair for Rask\nRASK — Rask has bid. The clerk did not say who would pay for the fair.")
    (question,) = tell({"a": first, "b": later}).questions
    assert question.text == "The clerk did not say who would pay for the fair."


FAIR = "Fire at the fair\n\nHOLM — A fire destroyed the fair of Holm on Wednesday. The town mourned. "


@pytest.mark.parametrize(
    "line",
    [
        "“We do not know who set the fire,” the fire chief Petra Vell said.",
        "“We have no information on the cause,” the fire chief Petra Vell said.",
        "The police have not released the names of the two guards.",
        "There was speculation that Holm might turn to Konrad Brandt for help.",
        "If approved by the council, a new hall will stand there.",
        "Investigators could be in the hall until the weekend, if not longer.",
    ],
)
def test_what_reports_or_those_they_quote_do_not_know_is_open(tell: Tell, line: str) -> None:
    assert [one.text for one in tell({"a": ("14 March 2031", FAIR + line)}).questions] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "He was a young man who was trying to learn and grow.",
        "The guard Jan Moe was the last to be sentenced.",
    ],
)
def test_what_only_looks_so_is_no_question(tell: Tell, line: str) -> None:
    assert tell({"a": ("14 March 2031", FAIR + line)}).questions == ()


def test_a_later_step_of_the_plan_answers(tell: Tell) -> None:
    asked = (
        "Mayor Petra Vell on Friday invited Coach Pia Lund to visit Rask in May. Lund did not say whether she would go."
    )
    settled = (
        "Coach Pia Lund on Monday rejected the invitation of Mayor Petra Vell to visit Rask in May, her office said."
    )
    first = {"a": ("14 March 2031", f"Vell invites Lund\nRASK — {asked}")}
    (question,) = tell(first).questions
    assert question.answered == ()
    (question,) = tell({**first, "b": ("18 March 2031", f"Lund turns Rask down\nHOLM — {settled}")}).questions
    assert [one.report for one in question.answered] == ["b"]


def test_a_witness_who_keeps_her_name_to_herself_leaves_nothing_open(tell: Tell) -> None:
    text = "Vote in Holm\nHOLM — There was no choice, said Petra, a baker of Holm who declined to give her surname."
    assert tell({"a": ("14 March 2031", text)}).questions == ()


def test_what_only_the_words_of_an_early_report_leave_open_is_stale(tell: Tell) -> None:
    line = "Investigators could be in the hall until the weekend, if not longer."
    early = {"a": ("14 March 2031", FAIR + line)}
    assert len(tell(early).questions) == 1
    later = {"b": ("18 March 2031", FAIR + "The mayor of Holm thanked the firemen on Tuesday.")}
    assert not tell({**early, **later}).questions
