"""Who said what, on sentences made up for it: content, source, polarity, speaker, channel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import dateline
import made
from dateline.cite import Span
from dateline.language.english import quotation
from dateline.mark.parse import parses
from dateline.mark.quotes import regions as quotes_regions
from dateline.mark.quotes.marker import quotes
from dateline.records import Block, Quote


def marked(*paragraphs: str) -> tuple[str, tuple[Quote, ...]]:
    """The text of body paragraphs, and the quotations in it."""
    read = made.report(*paragraphs, day="2021-05-04")
    return read.text, made.marked(read, "quote").quotes


def only(paragraph: str) -> tuple[str, str, Quote]:
    """Content and source as words, of the one quotation in a paragraph."""
    text, (quote,) = marked(paragraph)
    words = [" | ".join(span.of(text) for span in spans) for spans in (quote.content, quote.source)]
    return words[0], words[1], quote


@pytest.mark.parametrize(
    ("paragraph", "content", "source"),
    [
        ("The mayor said the old bridge would close in June.", "the old bridge would close in June", "The mayor"),
        ("“The bridge is safe,” said the engineer.", "“The bridge is safe,”", "the engineer"),
        ("“The bridge,” she said. “It is safe.”", "“The bridge,” | “It is safe.”", "she"),
        ("The club rejected the offer.", "the offer", "The club"),
        ("The union accused them of lying about it.", "them of lying about it", "The union"),
        ("The firm vowed to rebuild the plant.", "to rebuild the plant", "The firm"),
        ("The river rose by two metres, according to the agency.", "The river rose by two metres", "the agency"),
    ],
)
def test_content_and_source(paragraph: str, content: str, source: str) -> None:
    assert only(paragraph)[:2] == (content, source)


@pytest.mark.parametrize(
    ("paragraph", "content", "source"),
    [
        ("“Is it safe? Nobody knows!” Ruta Volkov asked.", "“Is it safe? Nobody knows!”", "Ruta Volkov"),
        ("“The risk,” said Ana Brill, an engineer, “is real.”", "“The risk,” | “is real.”", "Ana Brill, an engineer"),
        ("She added: “It sank. Nobody came. We swam.”", "“It sank. Nobody came. We swam.”", "She"),
        ("“No,” he said.", "“No,”", "he"),
        ("Her answer was short: “Never again.”", "“Never again.”", "Her answer"),
        ("The coach, who declined to name him, said the keeper was ill.", "the keeper was ill", "The coach"),
        ("The minister's promise to rebuild the quay was welcomed.", "to rebuild the quay", "The minister's"),
        ("In a poll by the institute, half of the town wanted a new bridge.", "half of the town wanted a new bridge",
         "a poll by the institute"),
        ("“The quay is shut, and stays so.” ― Ida Falk, harbour master", "“The quay is shut, and stays so.”", "Ida Falk"),
        ("They read the plan backed by Ida Falk.", "the plan", "Ida Falk"),
        ("Voss told the harbour crews of the northern town that “we need you all” in May.", "that “we need you all” in May",
         "Voss"),
        ("Voss refused to repudiate the men who burned the mill.", "to repudiate the men who burned the mill", "Voss"),
        ("“We sail. We shall not wait,” the email read.", "“We sail. We shall not wait,”", "the email"),
        ("The club said in a statement. “We are sorry. We were late.”", "“We are sorry. We were late.”", "The club"),
        ("The “fight is on now,” she told us.", "The “fight is on now,”", "she"),
        ("Asked about it, the owner answered “no” at once.", "“no”", "the owner"),
        ("The captain said on Friday the ferry would sail.", "the ferry would sail", "The captain"),
        ("The chair accused rivals in the club of hiding the bill.", "rivals in the club of hiding the bill", "The chair"),
        ("The mayor said the city had rejected the firm's claim that the quay was safe.", "that the quay was safe",
         "the firm's"),
        ("KELLER: The vote was fair. Nobody cheated.", "The vote was fair. Nobody cheated.", "KELLER"),
        ("He gave no cost, though he said “harbour reforms” and the sale of old ships would help pay for them.",
         "“harbour reforms” and the sale of old ships would help pay for them", "he"),
        ("The film ends with Tarr saying during the hearing last week, “That makes me proud.”", "“That makes me proud.”",
         "Tarr"),
        ("“We won!” Tarr's niece, clerk Marcia “Cia” Moe, shouted.", "“We won!”", "Tarr's niece, clerk Marcia “Cia” Moe"),
        ("She said that it was too early to tell whether it was a bomb, and there was “no proof” yet that it was.",
         "that it was too early to tell whether it was a bomb, and there was “no proof” yet that it was", "She"),
        ("Karst's council sounded a call for the state to take ships.", "for the state to take ships", "Karst's council"),
        ("Tarr said after the vote he would not take the post.", "he would not take the post", "Tarr"),
        ("Falk was asked whether she would go and replied that she would.", "that she would", "Falk"),
        ("Tarr said in Sund last week — another stop on his tour — that he would raise the matter.",
         "that he would raise the matter", "Tarr"),
        ("Falk gave no day, instead saying that it was for the owners to decide.",
         "that it was for the owners to decide", "Falk"),
        ("Those close to him say that he would ask the owners.", "that he would ask the owners", "Those close to him"),
        ("As a boss on “The Quay,” Tarr often shouted at his crew, according to show insiders.",
         "As a boss on “The Quay,” Tarr often shouted at his crew", "show insiders"),
        ("In a meeting at the Karst Herald Falk said that the pier may close.", "that the pier may close", "Falk"),
        ("While he acknowledged money was a reason he left, Falk also noted several “flaws” in the pier.",
         "several “flaws” in the pier", "Falk"),
    ],
)  # fmt: skip
def test_content_and_source_by_the_order_of_the_words(paragraph: str, content: str, source: str) -> None:
    text, quoted = marked(paragraph)
    words = [
        [" | ".join(span.of(text) for span in spans) for spans in (quote.content, quote.source)] for quote in quoted
    ]
    assert [content, source] in words


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "“The quay is closed,” the harbour master said.",
            "“We shall not open it before the spring, whatever they say.”",
        ),
        ("The harbour master said:", "“We shall not open it before the spring, whatever they say.”"),
    ],
)
def test_a_quoted_paragraph_goes_on_what_was_said_before_it(first: str, second: str) -> None:
    text, (quote,) = marked(first, second)
    assert quote.content[-1].of(text) == second
    assert quote.source[0].of(text).lower() == "the harbour master"


def test_an_attitude_that_stands_before_its_verb_is_cued_by_the_adjective() -> None:
    words = "How sure that the ferry will sail is the harbour master?"
    text, (quote,) = marked(words)
    assert [span.of(text) for span in quote.cue] == ["sure"]
    assert only(words)[:2] == ("that the ferry will sail", "the harbour master")


def test_a_participle_goes_on_with_the_same_speaker() -> None:
    text, quoted = marked("The firm said the plant had closed, adding that nobody was hurt.")
    assert [quote.content[0].of(text) for quote in quoted] == ["the plant had closed", "that nobody was hurt"]
    assert {quote.source[0].of(text) for quote in quoted} == {"The firm"}


@pytest.mark.parametrize(
    ("paragraph", "polarity"),
    [
        ("The minister denied that the talks had failed.", "deny"),
        ("The striker dismissed the rumours.", "deny"),
        ("The bank insisted it had not lost the money.", "deny"),
        ("The bank did not deny the loss.", "assert"),
        ("The judge declined to comment on the case.", "nonstatement"),
        ("The coach said the match was lost.", "assert"),
    ],
)
def test_polarity(paragraph: str, polarity: str) -> None:
    assert only(paragraph)[2].polarity == polarity


def test_a_pronoun_is_the_speaker_before_it() -> None:
    _, quoted = marked("Mr Anton Keller said the strike would end.", "He said the pay was fair.")
    assert [quote.speaker for quote in quoted] == ["Anton Keller", "Anton Keller"]


def test_a_pronoun_is_nobody_of_another_gender() -> None:
    _, quoted = marked("Mr Anton Keller said the strike would end.", "She said the pay was fair.")
    assert quoted[-1].speaker is None


def test_a_language_without_reporting_has_no_quotations() -> None:
    report = made.report("“We are sorry,” the airline said.", day="2021-05-04")
    (parse,) = parses([report])
    assert quotes(parse, (), ())
    assert quotes(replace(parse, report=replace(report, language="tlh")), (), ()) == ()


def test_the_channel_is_the_statement() -> None:
    assert only("“We are sorry,” the airline said in a statement.")[2].through == "statement"


def test_an_unclosed_quotation_runs_to_the_paragraphs_end() -> None:
    text = "He said: “We shall see. Nobody knows."
    assert quotes_regions.regions(text, Block(0, len(text), "body"), quotation) == (Span(9, len(text)),)


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "The players' union and the owners' club met."
    assert quotes_regions.regions(text, Block(0, len(text), "body"), quotation) == ()


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (["The president of Lodovia, Ivo Maren, landed.", "The Lodovian leader said the war was over."], "Ivo Maren"),
        (["Labour MP Joan Tully rose.", "Ida Falk, the mayor, left.", "“No deal,” the MP said."], "Joan Tully"),
        (["Judge Ada Quill asked the witness, Ben Farr, about it.", "He replied that he forgot."], "Ben Farr"),
        (["Dolan and Voss met.", "Dolan and Voss said the talks had failed."], None),
        (["Ida Falk runs the port.", "A port spokeswoman said it was shut.", "“We have no date,” she said."], None),
        (
            [
                "Heiko Brandt said the pact was void.",
                "Brandt's words echo the mayor, Angela Falk.",
                "“It is over,” she said.",
            ],
            "Angela Falk",
        ),
        (["Karl Rich spoke in Sund.", "Rich on Saturday blamed the board for the loss."], "Karl Rich"),
        (["The juror, Ida Falk, said she had doubts.", "A second juror said the tape was clear."], None),
        (
            [
                "Emma Quayle was born in Sund. Quayle sang. Quayle worked in a mill.",
                "The mill shut.",
                "The pay was bad.",
                "Two towns were flooded.",
                "There was no work.",
                "“It was a hard time,” she said.",
            ],
            "Emma Quayle",
        ),
        (
            ["In Parliament the Farmers Party of Estmark has accused the port of neglect, claiming that it knew."],
            "Farmers Party of Estmark",
        ),
        (["Ivo Maren rules Lodovia; Ben Farr ruled it once.", "The president said the war was over."], None),
    ],
)
def test_the_speaker_behind_a_role(paragraphs: list[str], speaker: str | None) -> None:
    _, quoted = marked(*paragraphs)
    assert quoted[-1].speaker == speaker


def test_a_government_named_by_its_capital_is_its_country() -> None:
    _, quoted = marked("France sent a note.", "Paris said the border would open.")
    assert quoted[-1].speaker == "France"


def test_an_account_is_the_person_it_is_named_after() -> None:
    _, quoted = marked("The mayor, Ida Falk, left.", "“The quay is shut,” @IdaFalk wrote on Twitter.")
    assert (quoted[-1].speaker, quoted[-1].through) == ("Ida Falk", "tweet")


def statements(*paragraphs: str) -> list[tuple[str, str, str]]:
    """Content and source as words, and the polarity, of every statement in some paragraphs."""
    text, quotes = marked(*paragraphs)
    told = [quote for quote in quotes if quote.class_ == "statement"]
    return [
        (" | ".join(s.of(text) for s in q.content), " ".join(s.of(text) for s in q.source), q.polarity) for q in told
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "A jury in Drava acquitted the ferryman Otto Grau of fraud.",
        "He was sentenced to four years in prison.",
        "Ida Falk was named head of the harbour board.",
        "The treaty requires both sides to count the boats.",
        "The port sued the builders for two million crowns.",
        "The skipper pleaded guilty to smuggling.",
        "It is worth noting that the quay was built in a year.",
        "Ida Falk was shot by an officer who suspected her of smuggling.",
        "They sang on Halvern Radio's “Morning Harbour Hour” in May.",
        "An ambulance was called at noon.",
        "(RELATED: ‘The Boats That Never Came Home’)",
    ],
)
def test_a_deed_a_title_or_a_remark_of_nobodys_is_no_statement(paragraph: str) -> None:
    assert statements(paragraph) == []


@pytest.mark.parametrize(
    ("paragraph", "content"),
    [
        ("The court ruled that the ban was void.", "that the ban was void"),
        ("The union accused the port of lying.", "the port of lying"),
        ("The survey showed that one boat in ten leaks.", "that one boat in ten leaks"),
        ("The skipper pleaded not guilty to smuggling.", "not guilty to smuggling"),
    ],
)
def test_the_same_verbs_report_words_in_other_frames(paragraph: str, content: str) -> None:
    assert content in [words for words, *_ in statements(paragraph)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "It is unclear whether Ida Falk accepted the offer.",
        "There is no evidence that the mayor said the quay was safe.",
        "The minister failed to say when the port would open.",
        "Ida Falk may meet the crews and say that the plan is dead.",
        "Ida Falk is likely to say that the plan is dead.",
    ],
)
def test_what_stands_above_the_cue_counts(paragraph: str) -> None:
    told = statements(paragraph)
    assert told
    assert {polarity for *_, polarity in told} == {"nonstatement"}


def test_two_quotations_in_a_paragraph_are_each_led_by_their_own_speaker() -> None:
    told = statements("Otto Grau said: “The quay will open in June.” Ida Falk said on Monday: “It will stay shut.”")
    assert [(content, source) for content, source, _ in told] == [
        ("“The quay will open in June.”", "Otto Grau"),
        ("“It will stay shut.”", "Ida Falk"),
    ]


@pytest.mark.parametrize(
    ("paragraph", "statement"),
    [
        ("“We will ask,” Ida Falk said, then adding: “You know, who can tell?”",
         ("“You know, who can tell?”", "Ida Falk", "assert")),
        ("The Herald's editor, Otto Grau, said in a tweet on Sunday: “We stay.”",
         ("“We stay.”", "The Herald's editor, Otto Grau", "assert")),
        ("Ida Falk opened the fair by predicting that it will be “a great day” but without mentioning the strike.",
         ("that it will be “a great day”", "Ida Falk", "assert")),
        ("The big picture: There is nothing that could change it, the board said.",
         ("There is nothing that could change it", "the board", "assert")),
        ("They fear a rule, which they say left the boats idle.", ("a rule | left the boats idle", "they", "assert")),
        ("Ida Falk told the board that the quay had sunk, according to two members.",
         ("Ida Falk told the board that the quay had sunk", "two members", "assert")),
        ("“It sank,” said Coast Guard Capt. Otto Grau, who led the search.",
         ("“It sank,”", "Coast Guard Capt. Otto Grau, who led the search", "assert")),
        ("Otto Grau said,“We stay, and so do they.”", ("“We stay, and so do they.”", "Otto Grau", "assert")),
        ("“It will last for ever. Why not?”—Otto Grau", ("“It will last for ever. Why not?”", "Otto Grau", "assert")),
        ("Otto Grau said that Monday's talks come too late.", ("that Monday's talks come too late", "Otto Grau", "assert")),
        ("Ida Falk told the board that she would go but went into little detail, according to one member.",
         ("Ida Falk told the board that she would go but went into little detail", "one member", "assert")),
        ("A GOOD DAY FOR SUND: The Halvern Times reports that the town wins by waiting.",
         ("that the town wins by waiting", "The Halvern Times", "assert")),
    ],
)  # fmt: skip
def test_a_statement_is_cut_where_it_starts_and_ends(paragraph: str, statement: tuple[str, str, str]) -> None:
    assert statement in statements(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Otto Grau did not return a call seeking further comment.",
        "They heard from boatmen who responded to the call.",
    ],
)
def test_a_call_for_comment_and_what_was_answered_are_no_statement(paragraph: str) -> None:
    _, quotes = marked(paragraph)
    assert [quote.told for quote in quotes] == [False]


def test_a_sentence_before_a_semicolon_is_not_what_the_next_one_ends_on() -> None:
    assert statements("The actress came to Sund in May; however, a member of the crew ended up suing her.") == []


def test_a_deed_told_beside_another_is_not_what_was_announced() -> None:
    told = statements(
        "Ida Falk left the board, while in Halvern, the mayor, Otto Grau, announced the last sale of boats."
    )
    assert [content for content, *_ in told] == ["the last sale of boats"]


def test_words_before_a_participle_are_not_its() -> None:
    told = statements(
        "Otto Grau told the board: “We have found nine boats”, adding that more than ten nets had burned."
    )
    assert ("“We have found nine boats”", "Otto Grau", "assert") in told


def test_a_quotation_open_at_the_end_of_a_line_goes_on_in_the_next() -> None:
    ((content, source, _),) = statements("“We lost the nets", "and all of the ropes in one hour,” said Ida Falk.")
    assert content.startswith("“We lost the nets")
    assert content.endswith("in one hour,”")
    assert source == "Ida Falk"


def test_an_open_quotation_swallows_no_paragraph_without_a_closing_mark() -> None:
    told = statements("“We lost the nets, said Ida Falk.", "The harbour was shut.", "Nobody else was hurt.")
    assert "harbour" not in " ".join(content for content, *_ in told)


def test_a_lead_without_a_verb_gives_the_speaker() -> None:
    ((content, source, _),) = statements("And from the harbour master Ida Falk:", "“It is a good day for the port.”")
    assert (content, source) == ("“It is a good day for the port.”", "the harbour master Ida Falk")


def test_words_after_what_was_not_said_are_the_speakers_own() -> None:
    told = statements("Inspector Otto Grau would not specify the cause. “It was a hard night for all of us.”")
    assert [polarity for *_, polarity in told] == ["nonstatement", "assert"]


def test_a_role_is_not_the_one_person_nearby() -> None:
    _, quotes = marked("A court convicted the baker Otto Grau of arson.", "The judge said that the fire had been laid.")
    assert [quote.speaker for quote in quotes] == [None]


def test_a_name_before_the_main_verb_is_its_subject() -> None:
    told = statements("Speaking to pilots from the ports who had met Otto Grau said the quay would “open in June”.")
    assert ("the quay would “open in June”", "Otto Grau", "assert") in told


def test_a_colon_whose_words_a_later_line_takes_makes_no_statement(tmp_path: Path) -> None:
    lines = (
        "While Falk has gone to the guard, it's not certain that charges will be laid:",
        '"There could have been some blows struck.',
        '[But] it could have been a small quarrel that was a mutual exchange," Moe said.',
    )
    (read,) = dateline.read(made.rows(tmp_path, {"text": "\n".join(lines), "language": "en"}))
    told = [quote for quote in made.marked(read, "quote").quotes if "blows" in quote.content[0].of(read.text)]
    assert [quote.speaker for quote in told] == ["Moe"]
