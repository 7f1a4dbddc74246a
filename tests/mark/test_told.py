"""What is a statement at all, transcripts and interviews, and quotation marks of every make."""

from __future__ import annotations

import pytest

import made
from dateline.records import Quote


def marked(*paragraphs: str) -> tuple[str, tuple[Quote, ...]]:
    """The text of body paragraphs, and the quotations in it."""
    read = made.report(*paragraphs, day="2031-05-04")
    return read.text, made.marked(read, "quote").quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "The coach castigated the referee after the match.",
        "Boats crowded the bay as the swell backed the ferry into the quay.",
        "The defender showed almost no emotion during the final.",
        "Two skippers were found dead in the harbour on Monday.",
        "The merger is expected to close in autumn.",
        "The chairman is accused of setting fire to the mill.",
        "The crowd loathes those clubs.",
        "The coach talked about the new stadium.",
        "Ministers want him to demand that Korland hand over the skippers.",
        "The letter enabled her to explain why the ferry sank.",
        "The footage shows skippers talking about the wreck.",
        "Falk knows that she needs the votes of the port.",
        "Officers went to the harbour to question a woman about the fire.",
        "The skipper was pronounced dead by a doctor.",
        "Under the deal, the port would promise to limit its fleet.",
        "In the port the keeper has long been described as “the apple of the mayor’s eye.”",
        "The keeper described the final minutes of the match.",
        "The firm is undertaking repairs of the old pier.",
        "The pilot issued a warning about the engine.",
        "The shop stayed open amid reforms proposed by the ministry.",
        "Ida Falk was among those brushing off new indictments of skippers.",
    ],
)
def test_a_deed_a_feeling_or_nobodys_word_is_no_statement(sentence: str) -> None:
    assert not [quote for quote in marked(sentence)[1] if quote.told]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister denied it.",
        "The club denied any knowledge of the payment.",
        "The bank announced a merger with its rival.",
        "The agency estimates the damage at two million crowns.",
        "The council denounced the sale of the mill as a fraud.",
        "The coroner said the driver had slept.",
        "She blamed the fire on the old cables.",
        "The captain warned of a landslide.",
        "Those who stayed said the water came at night.",
        "The report called the bridge “a danger to everybody who crosses it.”",
    ],
)
def test_who_tells_a_proposition_makes_a_statement(sentence: str) -> None:
    assert [quote for quote in marked(sentence)[1] if quote.told]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Karl Moe, one of the crew, said at the time that the ship was sound.", "that the ship was sound"),
        ("Falk added that the dam is full and urged people to leave.", "that the dam is full"),
        (
            "It may not last the winter, they say, but it is still a good roof.",
            "It may not last the winter | but it is still a good roof",
        ),
        ("It will close, she said, because the pier is old.", "It will close | because the pier is old"),
    ],
)
def test_no_clause_is_lost_or_run_on(sentence: str, content: str) -> None:
    text, quotes = marked(sentence)
    assert " | ".join(span.of(text) for span in quotes[0].content) == content


@pytest.mark.parametrize(
    "words",
    [
        "“The pier is safe,”", '"The pier is safe,"', "‘‘The pier is safe,’’", "„The pier is safe,“", "„The pier is safe,”",
        "«The pier is safe,»", "« The pier is safe, »", "»The pier is safe,«", "``The pier is safe,''", "「The pier is safe,」",
        "＂The pier is safe,＂", "‘The pier is safe,’",
    ],
)  # fmt: skip
def test_quotation_marks_of_every_make(words: str) -> None:
    text, (quote,) = marked(f"{words} said Nina Falk, who built it.")
    assert (quote.speaker, quote.content[0].of(text)) == ("Nina Falk", words)


def test_a_mark_that_nothing_closes_swallows_no_report() -> None:
    told = "The gate was shut on Monday and opened again on Tuesday. " * 30
    text, quotes = marked(f'"{told}"We are glad," said Rosa Wendt. Karl Moe said he would come.')
    assert [(quote.speaker, quote.content[0].of(text)) for quote in quotes] == [
        ("Rosa Wendt", '"We are glad,"'),
        ("Karl Moe", "he would come"),
    ]
    assert not marked(f'"{told}')[1]


def test_a_transcript_is_read_by_its_labels() -> None:
    _, quotes = marked(
        "The panel met in Sund and heard two witnesses: this is what was said.",
        "ADA KELLER:", "I think that the pier is old. He knew.",
        "SEN. ROSA WENDT:", "Karl Moe said he will close it.", "Nobody asked me.",
        "ADA KELLER:", "Then act.",
        "SEN. ROSA WENDT:", "We will.",
    )  # fmt: skip
    speakers = [quote.speaker for quote in quotes]
    assert speakers == ["Ada Keller", "Rosa Wendt", "Karl Moe", "Ada Keller", "Rosa Wendt"]


def test_questions_and_answers_are_whole() -> None:
    text, quotes = marked(
        "The harbour master met us at the pier.",
        "Q: Will it close?", "A: I said in May that it will not.", "Q. When?", "A. In June, they told me.",
    )  # fmt: skip
    contents = [quote.content[0].of(text) for quote in quotes]
    assert contents == ["Will it close?", "I said in May that it will not.", "When?", "In June, they told me."]


def test_headings_with_a_colon_are_no_transcript() -> None:
    _, quotes = marked("REVIEW: The pier.", "UPDATE: The dam.", "ANALYSIS: The sea.", "OPINION: The cup.", "It rained.")
    assert not quotes


def test_who_is_shown_for_a_pronoun() -> None:
    text, (quote,) = marked("A call came from skippers aboard the Marit, who said two boats had fired on them.")
    assert quote.bearer is not None
    assert quote.bearer.of(text) == "skippers aboard the Marit"


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Moe is likely to repeat his plan and cast the charges as unfounded.", "nonstatement"),
        ("It is unclear whether Moe accepted the invitation.", "nonstatement"),
        ("Nobody at the firm denied that the dam leaks.", "nonstatement"),
        ("The minister has yet to say whether the dam is safe.", "nonstatement"),
        ("Moe said that the dam was not safe.", "assert"),
    ],
)
def test_what_stands_above_the_cue_counts(sentence: str, polarity: str) -> None:
    assert marked(sentence)[1][-1].polarity == polarity


def test_who_speaks_is_not_whom_the_words_tell_of() -> None:
    _, quotes = marked("Ms Ida Falk met the crew. “It is late,” she said.", "Karl Moe left the ship at noon, he said.")
    assert [quote.speaker for quote in quotes] == ["Ida Falk", None]


def test_a_report_is_not_the_town_in_which_it_was_published() -> None:
    _, (quote,) = marked("The report, published in Sund on Monday, says that the pier is old.")
    assert quote.speaker is None


def test_a_former_official_does_not_speak_for_the_house() -> None:
    _, quotes = marked("A former Harbour Authority official said that the pier is old.")
    assert [quote.speaker for quote in quotes] == [None]


def test_a_lead_that_is_turned_round() -> None:
    text, quotes = marked("One difference between Moe and his neighbours, said Rosa Wendt:", "“He is never late.”")
    assert [(quote.speaker, quote.content[0].of(text)) for quote in quotes] == [("Rosa Wendt", "“He is never late.”")]


@pytest.mark.parametrize(
    ("paragraphs", "speakers", "content"),
    [
        (
            (
                "“Will was fine,” Ida Falk said.",
                "“He ran well.",
                "He went for every ball.",
                "I was proud.”",
                "All left.",
            ),
            ["Ida Falk"],
            "“He ran well.\n\nHe went for every ball.\n\nI was proud.”",
        ),
        (
            (
                "The mayor spoke of it.",
                "“It was a hard winter.",
                "The ice came early.",
                "We had no salt,” Ida Falk said.",
            ),
            [None, "Ida Falk"],
            "“It was a hard winter.\n\nThe ice came early.\n\nWe had no salt,”",
        ),
    ],
)
def test_a_quotation_over_lines_that_is_closed_is_one(
    paragraphs: tuple[str, ...], speakers: list[str | None], content: str
) -> None:
    text, quotes = marked(*paragraphs)
    assert [quote.speaker for quote in quotes] == speakers
    assert quotes[-1].content[-1].of(text) == content


def test_a_mark_that_nothing_closes_soon_swallows_no_lines() -> None:
    text, quotes = marked(
        "“It was hard, he thought.", "Karl Moe said that it was cold.", "Karl Moe said the “ice” came."
    )
    assert [quote.content[0].of(text) for quote in quotes if quote.told][:1] == ["that it was cold"]


def test_an_aside_at_the_head_of_a_sentence_gives_the_rest() -> None:
    text, quotes = marked("As the scholar Ida Falk told me in May, the skippers want “a deal like the old one”.")
    assert [(q.speaker, q.content[0].of(text)) for q in quotes if q.told] == [
        ("Ida Falk", "the skippers want “a deal like the old one”")
    ]


def test_who_describes_somebody_is_after_by() -> None:
    text, quotes = marked("The man described by the Drava Herald as “the last great skipper” died.")
    assert [quote.source[0].of(text) for quote in quotes if quote.told] == ["the Drava Herald"]


def test_a_label_is_nobody() -> None:
    read = made.report(("headline", "The Latest: Falk meets the mayor"), "Falk met the mayor.", day="2031-05-04")
    assert not [quote for quote in made.marked(read, "quote").quotes if quote.told]
    read = made.report(("headline", "Arch Cup: Sund 65, Drava 5"), "Sund won.", day="2031-05-04")
    assert not [quote for quote in made.marked(read, "quote").quotes if quote.told]


def told(*paragraphs: str) -> list[tuple[str, str, str]]:
    """The source, content and polarity of each statement of body paragraphs."""
    text, quotes = marked(*paragraphs)
    return [
        (
            " | ".join(span.of(text) for span in quote.source),
            " | ".join(span.of(text) for span in quote.content),
            quote.polarity,
        )
        for quote in quotes
        if quote.told and quote.class_ == "statement"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bruno King wrote a long magazine article on the harbour fire.",
        "The play “Moonlight,” like “Harbour,” is based on the three-book series written by Ida Falk.",
        "It is open whether Falk will rebuke her rival for the levy that Moe has often called a “pack of lies.”",
        "The police delayed announcing the death of the officer until his family knew.",
    ],
)
def test_a_work_or_what_is_put_off_is_no_statement(sentence: str) -> None:
    assert told(sentence) == []


def test_what_words_are_about_is_no_statement_beside_them() -> None:
    said = told("A town official told the Herald “that is the plan so far,” referring to the joint fire drills.")
    assert said == [("A town official", "“that is the plan so far,”", "assert")]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "Mayor Ida Falk told the council that member towns have shown no anger over the levy and thanked her for it.",
            "Mayor Ida Falk",
            "that member towns have shown no anger over the levy and thanked her for it",
        ),
        (
            "The mayor has promised several times to press the ferry company on its fares.",
            "The mayor",
            "to press the ferry company on its fares",
        ),
        (
            "Bruno Moe, 21, told jurors in Karst County Court he and two friends went to the harbour.",
            "Bruno Moe, 21",
            "he and two friends went to the harbour",
        ),
        (
            "Police said he pulled out a. 38 revolver and fired.",
            "Police",
            "he pulled out a. 38 revolver and fired",
        ),
        (
            "Officers used a rope to pull him out, said Sgt. Bruno Hask.",
            "Sgt. Bruno Hask",
            "Officers used a rope to pull him out",
        ),
        (
            "“We have many rivals,” Moe told the Karst News in an interview that aired on Sunday on “Meet the Town.”"
            " “I think that Lisse is a rival.”",
            "Moe",
            "“We have many rivals,” | “I think that Lisse is a rival.”",
        ),
        (
            "“Trade is of great weight to us,” the Karst agency quoted Falk as saying.",
            "Falk",
            "“Trade is of great weight to us,”",
        ),
    ],
)
def test_who_said_it_and_what_is_whole(sentence: str, source: str, content: str) -> None:
    assert [(who, what) for who, what, _ in told(sentence)] == [(source, content)]


def test_a_pronoun_goes_on_with_the_only_one_of_whom_the_sentence_before_speaks() -> None:
    first = "Karl Moe shook hands in the harbour. Bruno Falk met him there."
    second = "The charges heap pressure on Karl Moe, yet they did not change his mind."
    text, quotes = marked(first, second, "He blamed the judge for the state of the town.")
    assert [quote.speaker for quote in quotes if "judge" in quote.content[0].of(text)] == ["Karl Moe"]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "Ida Falk says the harbour “has never been worse” as she prepares for a vote on Monday.",
            "Ida Falk",
            "the harbour “has never been worse”",
        ),
        (
            "Ida Falk was among those brushing off claims that skippers had sunk the ferry.",
            "Ida Falk",
            "claims that skippers had sunk the ferry",
        ),
        ('"It is over. " The mayor told the crew to leave.', "The mayor", "the crew to leave"),
        (
            "Asked what she would do if the ferry sank again, Ida Falk replied: “We build another.”",
            "Ida Falk",
            "“We build another.”",
        ),
    ],
)
def test_what_is_the_reports_own_stays_out(sentence: str, source: str, content: str) -> None:
    assert [(who, what) for who, what, _ in told(sentence)] == [(source, content)]


def test_a_happening_says_nothing() -> None:
    headline = "Karst-Falk summit begins: “The town wants to see us get along”"
    read = made.report(("headline", headline), "The talks went on.", day="2031-05-04")
    assert not [quote for quote in made.marked(read, "quote").quotes if quote.told]


def test_who_is_told_something_is_not_who_says_it() -> None:
    _, quotes = marked("Ben Farr, an officer, saw the smoke. The officer told Mr. Farr to bring everyone down.")
    assert [quote.speaker for quote in quotes if quote.told and quote.class_ == "statement"] == [None]


def test_a_full_stop_and_a_mark_set_apart_end_a_sentence() -> None:
    said = told('"I was not pleased, " Falk said. "It is over. " On Monday King said that he was.')
    assert [who for who, _, _ in said] == ["Falk", "King"]


def test_a_record_of_a_court_is_read_by_its_labels() -> None:
    text, quotes = marked(
        "The trial went on in Sund on its third day, and two letters were shown.",
        "THE COURT: Please be seated.", "MR. VANE: Your Honour, we object to the letter.", "THE COURT: On what ground?",
        "MR. VANE: It was never signed.", "THE WITNESS: I signed it myself.", "THE COURT: You will speak when you are asked.",
    )  # fmt: skip
    assert [quote.content[0].of(text) for quote in quotes] == [
        "Please be seated.", "Your Honour, we object to the letter.", "On what ground?", "It was never signed.",
        "I signed it myself.", "You will speak when you are asked.",
    ]  # fmt: skip


def test_a_record_of_a_parliament_is_read_by_its_labels() -> None:
    text, quotes = marked(
        "The House met at noon and sat for an hour.",
        "Ida Falk (Karst North): I ask the Minister for an answer. Will he close the pier?",
        "The Minister for Harbours: I will not.", "Ida Falk (Karst North): Then he must go.",
        "The Minister for Harbours: I have nothing to add.",
    )  # fmt: skip
    assert [quote.content[0].of(text) for quote in quotes] == [
        "I ask the Minister for an answer. Will he close the pier?", "I will not.", "Then he must go.",
        "I have nothing to add.",
    ]  # fmt: skip


def test_words_without_any_marks() -> None:
    text, quotes = marked("We will not close the pier, said Ida Falk, the mayor. It is safe, she added.")
    assert [(quote.speaker, quote.content[0].of(text)) for quote in quotes] == [
        ("Ida Falk", "We will not close the pier"), ("Ida Falk", "It is safe"),
    ]  # fmt: skip


def test_posts_in_a_text_swallow_nothing() -> None:
    text, quotes = marked(
        "The mayor took to the web on Monday and wrote to her town.",
        "Our pier has NEVER been safer, and “they” know it. Thank you!", "— Ida Falk (@IdaFalk) July 15, 2031",
        "Karl Moe said the pier is a ruin.",
    )  # fmt: skip
    assert [(quote.speaker, quote.content[0].of(text)) for quote in quotes if quote.told] == [
        ("Karl Moe", "the pier is a ruin"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headline", "count"),
    [
        ("LIVE STREAM: Falk and Moe hold talks in Sund", 0),
        ("New Zealand: Two climbers found on glacier", 0),
        ("Lawyer: Skipper checks into clinic in Sund", 1),
        ("Ida Falk: Ferry will sail again in May", 1),
    ],
)
def test_a_heading_before_a_colon_is_nobody(headline: str, count: int) -> None:
    read = made.report(("headline", headline), "Ida Falk met the skippers in Sund on Monday.", day="2031-05-04")
    assert len([quote for quote in made.marked(read, "quote").quotes if quote.told]) == count


def test_a_repeated_denial_is_a_denial() -> None:
    (quote,) = (
        one for one in marked("The ministry has reiterated its denial of any role in the wreck.")[1] if one.told
    )
    assert quote.polarity == "deny"


@pytest.mark.parametrize("body", ["administration", "campaign", "family"])
def test_a_body_called_after_somebody_is_not_that_person(body: str) -> None:
    (quote,) = marked("President Ida Falk went to Sund.", f"The Falk {body} said the levy would go.")[1]
    assert quote.speaker is None
