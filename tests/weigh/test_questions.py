"""Questions: what the reports themselves leave open, each once; what somebody is quoted as asking is none."""

from __future__ import annotations

from collections.abc import Callable

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


def test_quoted_doubt_is_no_question(tell: Tell) -> None:
    story = tell({"a": ("14 March 2031", "Fair\nHOLM — “It is not clear who pays,” Petra Vell said on Thursday.")})
    assert story.questions == ()
