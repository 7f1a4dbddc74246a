"""Sentences that say the same: found by what they share, grouped, and told by a clause that each of them holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Told
from dateline.weigh.claims.same import NEVER, grouped

Tell = Callable[[dict[str, tuple[str, str]]], Told]

FERRY = {
    "a": ("3 May 2031", "Ferry runs aground\nThe ferry Solveig ran aground on the Brann reef with 240 passengers on board, the "
          "coastguard said. The captain, Ivo Renn, had sailed the route for 20 years."),
    "b": ("4 May 2031", "Reef traps ferry\nBoats took off all 240 passengers after the ferry Solveig had run aground on "
          "the Brann reef. Rain fell all night in the capital."),
    "c": ("4 May 2031", "Inquiry opened\nMinister Tove Lind opened an inquiry. Captain Ivo Renn, who had sailed the route for "
          "20 years, was not hurt."),
}  # fmt: skip


def agreed(told: Told) -> dict[str, set[str]]:
    """The words of each agreed claim with the reports that it rests on."""
    return {c.text: {one.report for one in c.sides[0].cites} for c in told.claims if c.verdict == "agreed"}


def test_what_two_reports_say_in_other_words_is_agreed(tell: Tell) -> None:
    found = agreed(tell(FERRY))
    assert {"a", "b"} in [reports for text, reports in found.items() if "aground" in text]
    assert not any("Rain" in text or "inquiry" in text for text in found)


def test_a_claim_rests_on_sentences_that_hold_it(tell: Tell) -> None:
    found = [claim for claim in tell(FERRY).claims if claim.verdict == "agreed" and "aground" in claim.text]
    assert found
    assert all("aground" in one.text for claim in found for one in claim.sides[0].cites)


@pytest.mark.parametrize(
    "other",
    [
        "The league denied that the Ostrand cup final was moved from Ostrand to Halvern on Friday.",
        "Rovers beat Athletic 3-1 in the Ostrand cup final at Halvern before 9,000 people.",
    ],
)
def test_a_denial_and_the_other_way_round_are_not_agreed_on(tell: Tell, other: str) -> None:
    one = "Athletic beat Rovers 3-1 in the Ostrand cup final at Halvern before 9,000 people." if "beat" in other else (
        "The league moved the Ostrand cup final from Ostrand to Halvern on Friday."
    )  # fmt: skip
    told = tell({"a": ("3 May 2031", f"Cup final\n{one}"), "b": ("4 May 2031", f"The final\n{other}")})
    assert not agreed(told)


def test_what_copies_of_one_report_alone_say_is_single(tell: Tell) -> None:
    text = (
        "Ferry runs aground\nThe ferry Solveig ran aground on the Brann reef with 240 passengers on board, its owner said. "
        "The captain, Ivo Renn, had sailed the route for 20 years. A tug from Holm could not move the ship at high water."
    )
    told = tell({"a": ("3 May 2031", text), "b": ("3 May 2031", f"{text} The Echo has more on page 4.")})
    assert not agreed(told)
    assert any(
        len({one.report for one in claim.sides[0].cites}) == 2 for claim in told.claims if claim.verdict == "single"
    )


def test_sentences_are_grouped_around_the_surest_pairs() -> None:
    scores = {(0, 1): 0.9, (0, 2): 0.78, (1, 2): 0.75, (2, 3): 0.72, (4, 5): 0.45}
    assert grouped(scores) == [(0, 1, 2), (2, 3)]  # 2 tells two facts; 4 and 5 are not sure enough


def test_a_group_falls_only_into_one_that_holds_it_whole() -> None:
    alike = dict.fromkeys([(0, 1), (0, 2), (1, 2), (0, 3), (1, 3)], 0.9)
    assert grouped(alike | {(2, 3): NEVER}) == [(0, 1, 2), (0, 1, 3)]
    assert grouped(alike | {(2, 3): 0.9}) == [(0, 1, 2, 3)]


def test_no_group_holds_two_that_gainsay_one_another() -> None:
    sure = {(a, b): 0.95 for a in range(6) for b in range(a + 1, 6)}
    assert grouped(sure) == [(0, 1, 2, 3, 4, 5)]
    groups = grouped(sure | {(0, 5): NEVER})
    assert groups and not any({0, 5} <= set(group) for group in groups)


def test_somebody_s_own_words_are_told_with_who_says_them(tell: Tell) -> None:
    quoted = "“I have never seen the Solveig so low in the water at Brann,” Captain Ivo Renn said."
    told = tell(
        {
            "a": ("3 May 2031", f"Ferry runs aground\nThe ferry Solveig ran aground on Monday. {quoted}"),
            "b": ("4 May 2031", f"Inquiry opened\nAn inquiry began in the capital. {quoted} Rain fell."),
        }
    )
    (text,) = [text for text in agreed(told) if "Solveig so low" in text]
    assert "Renn" in text


def test_less_of_a_clause_is_agreed_on_where_not_all_say_the_whole(tell: Tell) -> None:
    told = tell(
        {
            "a": (
                "3 May 2031",
                "Ferry\nThe ferry Solveig ran aground off Brann in thick fog with forty cattle in her hold.",
            ),
            "b": ("4 May 2031", "Inquiry\nThe ferry Solveig ran aground off Brann after her rudder chain broke."),
        }
    )
    (text,) = [text for text in agreed(told) if "aground" in text]
    assert "cattle" not in text
    assert "rudder" not in text


def test_a_sentence_in_which_nothing_happens_is_agreed_on_as_it_stands(tell: Tell) -> None:
    told = tell(
        {
            "a": (
                "3 May 2031",
                "Boats brought in\n\nTwo boats were brought to Tessen. The boats had a crew of 26, all from Halvern.",
            ),
            "b": (
                "4 May 2031",
                "Crews in Tessen\n\nMayor Greta Holm saw the crews. The two boats had a total crew of 26, all from Halvern.",
            ),
        }
    )
    assert any("of 26" in text and reports == {"a", "b"} for text, reports in agreed(told).items())


def test_somebodys_words_are_not_agreed_on_without_him(tell: Tell) -> None:
    said = "“We are proud of it,” Mayor Greta Holm said. “The harbour of Tessen is the largest in all of Halvern.”"
    told = tell(
        {
            "a": ("3 May 2031", f"A proud town\n\n{said}"),
            "b": ("4 May 2031", f"Harbour of Tessen\n\nRain fell on Tessen all day. {said}"),
        }
    )
    found = agreed(told)
    assert any("proud" in text and "Holm said" in text for text in found)
    assert not any(text.startswith("“The harbour") for text in found)
