"""Who is meant by words that name nobody, or nobody where that cannot be told."""

from __future__ import annotations

import pytest

import made
from dateline.records import Marked


def marks(*paragraphs: str) -> Marked:
    """The marks of a report of these paragraphs."""
    marked: Marked = made.marked(made.report(*paragraphs, day="2031-05-04"), "name", "quote")
    return marked


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whom the content names is not `he`, and who was named before is further off
        (
            "Bo Lund met Karl Moe. Moe said he was tired. Then he said the aim of the talks was to help Moe in Sund.",
            None,
        ),
        (
            "“I call it a hunt,” Moe said. A few hours later, Moe’s director of town safety, Bo Lund, compared "
            "the danger of it to the "
            "flood before the war. He said Falk should be held to account.",
            "Bo Lund",
        ),
        (
            "President Karl Moe and the French president, Ada Dorn, met. The French president said it was time. The hall was "
            "full. The president said in an interview that he expects little.",
            "Karl Moe",
        ),
        # an earlier holder who is only mentioned is not meant by the bare office
        (
            "The French president, Ada Dorn, met the board. Dorn spoke. Dorn left. It was as in the days of President Karl "
            "Moe. It rained in Sund. “We are rivals,” the president said.",
            "Ada Dorn",
        ),
        ("Ships of India sailed on Monday. The Indian government said the navy would stay.", "India"),
        ("The government of India said on Monday that the vote was fair.", "India"),
        ("The Indian government said the navy would stay.", None),
        (
            "The clerk Karl Moe came to court. Pleas were entered on Moe's behalf.\n\nAsked by the judge if he understood "
            "the charges and if he was aware that he could be jailed for life, he responded “Yes.”",
            "Karl Moe",
        ),
        ("Karl Moe came home. It all had his father recommending that the quay be shut.", None),
        (
            "Here is a statement by Ida Falk, director of the Sund Sea Programme: “The quay is old, and it will fall.”",
            "Ida Falk",
        ),
        ("“The rule is a good one,” said Secretary of the Interior Ida Falk.", "Ida Falk"),
        ("“The rule is a good one,” said the Herald's editor in chief Ida Falk.", "Ida Falk"),
        ("Two men were held after a raid on the quay, police in Palermo, Sicily, said on Friday.", None),
        (
            "“Blame us first,” said an unhappy envoy. The post told little of it. It was read by many. They did not need to "
            "guess at Karl Moe's aims: he said he would go.",
            "Karl Moe",
        ),
        ("“The rule is a good one,” said a spokesman for President Karl Moe.", None),
        ("Karl Moe to Ida Falk before the talks: 'The town wants us to get along'", "Karl Moe"),
        ("Karl Moe on meeting Ida Falk: 'We will be just fine'", "Karl Moe"),
        (
            "His daughter Ada Moe said her father ate a meal, she told the Herald. “He slipped away,” she said.",
            "Ada Moe",
        ),
    ],
)
def test_who_is_meant_or_nobody(text: str, speaker: str | None) -> None:
    assert marks(text).quotes[-1].speaker == speaker


def test_the_ministry_is_the_one_that_spoke_before() -> None:
    found = marks("Korland's sea ministry said the cable broke. The ministry said it will take a week.")
    assert [quote.bearer and quote.bearer.of(found.report.text) for quote in found.quotes] == [
        None,
        "Korland's sea ministry",
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karst District Attorney Karl Moe met the crews. The pier is old, the DA said.", "Karl Moe"),
        ("Prime Minister Ida Falk met the crews. The pier is old, the PM said.", "Ida Falk"),
        # the office itself, not what it is of
        ("European Union president Ida Falk met the crews. The pier is old, the EU said.", "European Union"),
        (
            "Karl Moe said that he had a boat. Karl Moe/Falk's Attorney: “I am not going to comment on it now.”",
            "Karl Moe",
        ),
        (
            "“It is a sale,” says Rep. Ada Falk, who sits on the Harbour Affairs Committee. The committee sent a letter to the "
            "mayor on Tuesday urging him to stay wary of the mill.",
            "Harbour Affairs Committee",
        ),
        (
            "State agency ARKA quoted the head of the town's free port, Karl Moe, as saying the flood did harm.",
            "Karl Moe",
        ),
        # what a body tells of somebody goes on with him
        (
            "Karl Moe, director of the port, dismissed fears that the flood would do harm, ARKA reported. “The bay is not deep "
            "enough,” he was quoted as saying.",
            "Karl Moe",
        ),
    ],
)
def test_who_is_called_by_a_short_word_is_named_elsewhere(text: str, speaker: str | None) -> None:
    assert marks(text).quotes[-1].speaker == speaker


def test_the_company_is_the_one_that_the_report_is_about() -> None:
    text = (
        "Karsoft makes boats. Karsoft's boats sail, and Karsoft's crews sing. It rained. The tool is meant for those of "
        "Karsoft and for the Sundex Group. It is no replacement, the company said."
    )
    assert marks(text).quotes[-1].speaker == "Karsoft"
