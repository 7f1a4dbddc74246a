"""Who speaks: pronouns for those who have no name, roles, ranks, papers and ships; what nobody said, and where words end."""

from __future__ import annotations

import pytest

import made
from dateline.records import Marked


def marks(*paragraphs: str) -> Marked:
    """The marks of a report of these paragraphs."""
    marked: Marked = made.marked(made.report(*paragraphs, day="2031-05-04"), "name", "quote")
    return marked


def told(*paragraphs: str) -> list[tuple[str | None, str, str]]:
    """The speaker, the words for him and the content of each quotation that is a statement."""
    found = marks(*paragraphs)
    text = found.report.text
    return [
        (
            quote.speaker,
            (quote.bearer or quote.source[0]).of(text) if quote.source else "",
            " | ".join(span.of(text) for span in quote.content),
        )
        for quote in found.quotes
        if quote.told
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A spokeswoman said nobody was hurt. The tram, she said, was old.", "A spokeswoman"),
        ("A spokeswoman said nobody was hurt. She said the tram was old. It was late, she added.", "A spokeswoman"),
        ("The navy said the boat sank. The crew was safe, it said.", "The navy"),
        ("Officials said the dam is safe. They said it will hold.", "Officials"),
        ("A friend said Ada Moe was calm when she met her. She added: “We talked for an hour.”", "A friend"),
        ("The skippers of Sund often spread tales. They argued that the quay is old.", "The skippers of Sund"),
        (
            "Karl Moe came. As one sharp observer told me, Bo Lund has no need to speak. “Lund will sell it,” he said.",
            "one sharp observer",
        ),
        ("Those rebels, who said they were poor, left.", "Those rebels"),
        ("Police said the road was shut. Drivers should wait, they said.", "Police"),
        ("The mayor sat beside the anchor Bo Lund in an interview, where he said the quay is old.", "The mayor"),
    ],
)
def test_a_pronoun_is_shown_as_who_spoke_before_without_a_name(text: str, words: str) -> None:
    speaker, source, _ = told(text)[-1]
    assert (speaker, source) == (None, words)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The mayor, Karl Moe, rose. The mayor sat beside the anchor Bo Lund, where he said the quay is old.",
            "Karl Moe",
        ),
        ("Karl Moe came. When he asked Bo Lund if he knew, he praised Lund's denials.", "Karl Moe"),
        ("The Halvern Tigers lost the cup, but they said they would come back.", "Halvern Tigers"),
        ("A statement from Sund police said the fire was put out.", None),
        ("The fire was put out, according to Halvern Police spokesperson Const. Olaf Brandt.", "Olaf Brandt"),
        ("It rained in Sund, Kyvios reports.", "Kyvios"),
        ("The Karst Daily News reported that the mill is shut. The newspaper said it will open.", "Karst Daily News"),
        ("Karl Moe came. He listed what Bo Lund will face in Sund. “It is hard,” he said.", "Karl Moe"),
        ("All went well, the Karst Mail reported.", "Karst Mail"),
        ("All went well, according to a report in the Karst Mail.", "Karst Mail"),
        ("ARKA news agency said the quake was felt in Sund.", "ARKA"),
        ("Island cable operator, Sundcom, announced on Friday that it is up.", "Sundcom"),
        ("The head of the union, Karl Moe, told Sky News: “We will not pay.”", "Karl Moe"),
        ("The mill burnt down, according to Falk officials. Ida Falk was there.", None),
        ("A Karst Bank had been called by a clerk and told that a bomb had been planted.", None),
        ("The hall was full. Gurwin questioned why several mills were shut.", "Gurwin"),
        ("Rosa Wendt said that Moe fled – he “was old” – and added, “He is far from here.”", "Rosa Wendt"),
        ("The hall was full. 25-year-old Gurun said it was cold.", "Gurun"),
        ("It rained in Sund, the Post reported on Friday.", "The Post"),
        ("The clerk Bo Lund came home. INS Marit was near. The ship sailed, he said.", "Bo Lund"),
        ("The storm passed. The best part of that storm said that it was over.", None),
    ],
)
def test_who_speaks(text: str, speaker: str | None) -> None:
    assert [name for name, *_ in told(text)][-1:] in ([speaker], [] if speaker is None else [speaker])


def test_a_paper_in_small_the_is_a_name_only_where_it_tells_or_is_told() -> None:
    assert [name.name for name in marks("Bo Lund told the Post that the mill is shut.").names] == [
        "Bo Lund",
        "The Post",
    ]
    assert [name.name for name in marks("Bo Lund sat at the Post and read.").names] == ["Bo Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Skippers should feel upset that the quay is shut.",
        "The board must tell them that the quay is shut.",
        "It was a matter of asking Karl Moe whether he did it.",
        "What would she do if the skippers denied the claim?",
        "A board plan to allow skippers to fish off the coast was put off.",
        "Thieves have begun pushing out copies of the chart that the patch may not mend.",
        "The clerk was held on suspicion of theft.",
        "The treaty resolved the strike.",
        "Moe announced his decision.",
        "Arvid had missed both of his shots and, Moe said, appeared to be tired.",
        "Skippers thought about going home.",
        "Moe repeated the mistake that the board made.",
        "They celebrated the win of the club.",
        "Skippers spoke of some of the things Moe has said about the quay.",
        "The chart will show that the quay is old.",
        "Summer 2031: Two boats sank",
        "The acts of the mayor raised concerns about the quay.",
        "Karst Mills offers a tour of its works.",
        "Rep. Ida Falk called a hearing.",
        "The clerk was not cleared to discuss the talks.",
        "Why did the skippers not know that the quay was old?",
        "Island groups challenged opinions that the quay is safe.",
        "She discovered that sailing made her more money than the mill.",
    ],
)
def test_what_ought_to_be_said_or_was_found_out_is_no_statement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The board is aware that the quay is old, but leaving it is a win for Sund.", "that the quay is old"),
        ("Moe took it well (he blamed those around him), going on for an hour.", "those around him"),
        (
            "“The quay is old and it will fall,” Moe said on KBS’ “Meet the Nation.” “We saw it fall.”",
            "“The quay is old and it will fall,” | “We saw it fall.”",
        ),
    ],
)
def test_where_content_ends(text: str, content: str) -> None:
    assert [words for *_, words in told(text)] == [content]


def test_an_idea_that_is_scoffed_at_is_told_with_the_scoffing() -> None:
    assert told("Karl Moe scoffed at the idea Ida Falk was an enemy of the town.") == [
        ("Karl Moe", "Karl Moe", "at the idea Ida Falk was an enemy of the town")
    ]


def test_a_headline_means_who_holds_an_office_without_an_article() -> None:
    headline = ("headline", "Estmark ambassador: the talks ‘will not fail’")
    read = made.report(headline, "Estmark ambassador Karl Moe spoke in Sund.", day="2031-05-04")
    assert [quote.speaker for quote in made.marked(read, "name", "quote").quotes] == ["Karl Moe"]


def test_words_in_brackets_are_no_part_of_a_turn() -> None:
    turns = [
        "BO LUND: Why now?",
        "KARL MOE: The quay is old.",
        "(OVERTALK)",
        "BO LUND: Is it?",
        "KARL MOE: It is. Look.",
    ]
    assert [words for *_, words in told(*turns)] == ["Why now?", "The quay is old.", "Is it?", "It is. Look."]


def test_who_writes_to_others_urges_them() -> None:
    text = "Twelve skippers wrote to the two ministries urging them to open the quay."
    assert told(text) == [(None, "Twelve skippers", "them to open the quay")]


def test_a_quotation_belongs_to_the_name_that_leads_it_from_a_line_of_its_own() -> None:
    found = told(
        "“The quay is a mess,” Moe said.\nRosa Wendt, a member of the board, commented,\n“The board is tired of the quay.”"
    )
    assert [(words, content) for _, words, content in found] == [
        ("Moe", "“The quay is a mess,”"),
        ("Rosa Wendt, a member of the board", "“The board is tired of the quay.”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The pier is safe, according to the Office of the Surgeon General's Web site.",
        "The vote is in May, a message from the Central Commission for Elections and Referenda of Karst said.",
    ],
)
def test_a_body_is_not_called_by_one_word_of_its_name(text: str) -> None:
    assert [speaker for speaker, _, _ in told(text)] == [None]


def test_a_quotation_that_a_mark_of_the_wrong_hand_closes() -> None:
    text = (
        "`` It was a mess,'' Ida Falk said of the show. `` I did n't know it would ruin me. People forget I 've done, like, 20 "
        "films. `` While Falk has been away, she launched a line."
    )
    assert [content for _, _, content in told(text)] == [
        "`` It was a mess,'' | `` I did n't know it would ruin me. People forget I 've done, like, 20 films. ``"
    ]


def test_a_label_of_a_transcript_may_have_no_space_behind_it() -> None:
    turns = [
        "IDA FALK:Good evening.",
        "KARL MOE: Good evening to you.",
        "IDA FALK:Is the pier safe?",
        "KARL MOE: It is old.",
    ]
    assert [speaker for speaker, _, _ in told(*turns)] == ["Ida Falk", "Karl Moe", "Ida Falk", "Karl Moe"]


def test_a_banner_speaks_and_its_people_are_not_the_navy() -> None:
    assert told("Two held up a handwritten banner that read “God Bless Moe and Falk.”")[0][1] == "a handwritten banner"
    text = "The Indian navy has captured 23 pirates. The Indians say the pirates were from Somalia."
    assert told(text)[-1][:2] == (None, "The Indians")


def test_one_mark_for_both_hands() -> None:
    text = "”The pier is old,” said Ida Falk. ”It will close.”"
    assert told(text) == [("Ida Falk", "Ida Falk", "”The pier is old,” | ”It will close.”")]


def test_labels_of_an_interview_that_the_parser_takes_for_nouns() -> None:
    intro = "The mayor of Sund, Ida Falk, spoke with the Herald about the pier on Monday."
    asked = [
        "Herald: Why did the ferry sail?",
        "Falk: Because nobody knew of the storm.",
        "Herald: And now?",
        "Falk: No, never.",
    ]
    assert [(shown, content) for _, shown, content in told(intro, *asked)][-1] == ("Falk", "No, never.")
    listed = ["Price: 5 crowns a day.", "Venue: the old hall.", "Price: 6 crowns a day.", "Venue: the pier."]
    assert not [content for _, shown, content in told(intro, *listed) if shown == "Price" or "crowns" in content]


def test_a_label_inside_a_paragraph_ends_a_turn() -> None:
    turns = [
        "IDA FALK: Welcome, sir. KARL MOE: Thank you.",
        "KARL MOE: It is old.",
        "IDA FALK: Is it?",
        "KARL MOE: Yes, it is.",
    ]
    assert told(*turns)[0] == ("Ida Falk", "IDA FALK", "Welcome, sir.")
