"""What was not said is no statement: what may be, what only seems so, what others think of, what one meets with."""

from __future__ import annotations

import pytest

import made
from dateline.records import Label


def told(*paragraphs: str | tuple[Label, str]) -> list[str]:
    """Each quotation that is a statement as `source: content`, in text order."""
    found = made.marked(made.report(*paragraphs, day="2031-05-04"), "name", "quote")
    text = found.report.text
    return [
        ": ".join(" | ".join(span.of(text) for span in spans) for spans in (quote.source, quote.content))
        for quote in found.quotes
        if quote.told
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mill may have tried to describe the report as a mere draft.",
        "The council will try to claim that the pier is safe.",
        "The mayor could help by saying that the pier is safe.",
        "The best that they can hope for is Falk telling Moe he needs to mend the pier.",
        "The harbour office was about to announce that dues would rise.",
        "The crews would say that the port is theirs.",
        "Surely she would repudiate the claims that she once made.",
        "The placards mocked nobody, as opposed to merely suggesting that the mayor be jailed.",
        "The council will need to publicly assure skippers that the pier is safe.",
    ],
)
def test_what_may_yet_be_said_is_no_statement(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pressed in court, Moe did not hesitate to say that the pier was old.", "Moe: that the pier was old"),
        ("Moe can be heard yelling to the crew that the pier was old.", "Moe: that the pier was old"),
        ("Moe had to admit that the pier was old.", "Moe: that the pier was old"),
        ("Moe refused to say whether the pier was old.", "Moe: whether the pier was old"),
    ],
)
def test_what_was_said_or_kept_back_is(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Falk does not appear to understand that the pier is old.",
        "Ida Falk appeared to admit that the pier is old.",
        "Many in Sund seem to have forgotten that the pier is old.",
        "Whether Sund is wrong or the mill is just waiting, this much seems certain: Falk is leaving.",
        "Karst mentioned a bank that he found there, so don't think you are safe.",
        "The meeting is a farce. It shows where the interests of the mayor lie.",
        "That Falk allegedly requested a private talk with Moe adds to the worry.",
        "It remains a mystery what grounds he thought the town could find to sue the mill.",
        "His “I am in” pretty much says it all.",
        "It is a tale of broken words. Of demands that it conform to a single view. Of promises betrayed.",
    ],
)
def test_what_only_the_report_thinks_is_no_statement(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "For the most part, Sund has refused to go along with measures to close the port.",
        "The singer refused to allow her picture to be taken.",
        "Few called for the closing of the port.",
        "The crews do not trust her promises about the port.",
        "The night began with hope that the mother would speak at a vigil.",
        "Moe faces a charge of theft as well as charges that he was driving drunk in June.",
        "Board members pressed her on the messages that she exchanged with the mill.",
        "Falk blamed those around her.",
        "The billboards showed headlines where Moe and Falk attacked the mayor.",
        "Karl Moe added 101 yards on the ground for Sund, who had 352 yards in a losing effort.",
        "It was driven by fear of revolts, and its refusal to see those towns drift towards Sund.",
        "Moe has refused to take seriously the findings of his own office.",
        'After the race, Moe led the crowd in signing "Happy Birthday" to the trainer.',
        "When Moe stands before the cameras, he speaks to his own voters, showing that he is true to “Sund First.”",
        "Officials lend weight to his complaints that he rarely gets from critics at home.",
        "But then Moe has fostered the idea that he was going to play this one by ear.",
        "The town drove them out in a response planned with allies and billed as the “largest eviction in history.”",
        "Falk left early while not denying the story.",
        "Already without Falk, coach Karl Moe will rely on Wendt, having signed for the team in May.",
        "I look to a lady who came in defying anyone to tell her that she was bad.",
        'An article with the subtitle: "Do you have to be thin to be fit?", was published after the vote.',
        "After the game, Moe pressed his hands together and bowed, congratulating him as fans were on their feet.",
        "Let the record show that their memories were wrong.",
        "The board serves a power about which Mayor Falk warned us 56 years ago to no avail.",
        "Editors should think hard about their duty the next time someone asks to go off the record.",
        "In the case of Moe, rest assured that Sund wants him.",
        "(Fun fact: The old Falk Hotel began in 1875, but was rebuilt after a fire) The inn is an excellent place.",
        "The rise of comic books continues, as today the mill has closed.",
    ],
)
def test_what_was_done_or_left_undone_is_no_statement(text: str) -> None:
    assert not told(text)


def test_a_label_over_a_headline_is_nobody_of_the_report() -> None:
    body = "The Sund club have put Karl Moe on the list. Here is the story."
    assert not told(("headline", "LIKELY FOE: Sund suffer major injury, Moe out"), body)
    assert told(("headline", "FALK: Sund suffers from its mill"), "Ida Falk, the mayor, spoke on Monday.")


def test_a_heading_with_a_name_in_it_is_not_that_person() -> None:
    body = "Karl Moe won his 16th fight today. Wendt was hurt."
    assert not told(("headline", "Moe vs Wendt Two Results: Karl Moe Wins Again"), body)
    assert told(("headline", "Karl Moe on his fight: It was a hard one"), body)


def test_what_one_thought_does_not_go_on_in_words() -> None:
    text = (
        "They knew that the campaign was lost. What would the message have been? “Don’t read posts?” It is left open."
    )
    assert "posts" not in " ".join(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The new parties are already threatening old alliances.",
        "The guard threatened the man.",
        "Inside, men and women were slowly dismissed, answering questions such as “had you heard anything of the fire?”",
        "The remarks, which come a day before the vote, show a realism that neither side has.",
        "The video shows Ada Falk falling to the ground in the moments after the fire broke out.",
        "Woman Killed In Sund Accident, Driver Charged A woman has died after being hit by a car that fled the scene.",
    ],
)
def test_what_was_seen_or_done_is_nobodys_words(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union threatened a strike.", "The union: a strike"),
        ("Ida Falk threatened the council with a lawsuit.", "Ida Falk: the council with a lawsuit"),
        ("The video shows that Ada Falk was falling.", "The video: that Ada Falk was falling"),
        ("Mayor Says The Pier Is Old.", "Mayor: The Pier Is Old"),
    ],
)
def test_a_threat_and_what_a_picture_shows_to_be_so_are_told(text: str, expected: str) -> None:
    assert told(text) == [expected]
