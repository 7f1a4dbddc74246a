"""What is told is a whole: nothing in it is left open, nothing of the telling is in it."""

from __future__ import annotations

import pytest

import made
from dateline.records import Label, Marked


def marks(*paragraphs: str | tuple[Label, str]) -> Marked:
    """The marks of a report of these paragraphs."""
    marked: Marked = made.marked(made.report(*paragraphs, day="2031-05-04"), "name", "quote")
    return marked


def told(*paragraphs: str | tuple[Label, str]) -> list[str]:
    """Each quotation that is a statement as `source: content`, in text order."""
    found = marks(*paragraphs)
    text = found.report.text
    return [
        ": ".join(" | ".join(span.of(text) for span in spans) for spans in (quote.source, quote.content))
        for quote in found.quotes
        if quote.told
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The chief says he has put many crews through what is called “deep sea” training for first - diving "
            "teams: “We have "
            "learned from the wreck that you cannot wait.”",
            "The chief: he has put many crews through what is called “deep sea” training for first - diving "
            "teams | “We have learned "
            "from the wreck that you cannot wait.”",
        ),
        (
            "The case stemmed from the beating of an old man who - according to lawyers - Moe tried to rob only "
            "because of his boat.",
            "lawyers: an old man who | Moe tried to rob only because of his boat",
        ),
        (
            "Moe spoke of the new charts, which he claims without proof the harbour board wrongly used against him.",
            "he: the new charts | the harbour board wrongly used against him",
        ),
        (
            "Ida Falk said she thinks the two towns will end up having “a good friendship” in a press conference "
            "before the vote.",
            "Ida Falk: she thinks the two towns will end up having “a good friendship”",
        ),
        (
            "Lawyer Bo Lund was seen admitting that Moe had a key but then dropping a hint.",
            "Lawyer Bo Lund: that Moe had a key",
        ),
        (
            "A skipper who knows the talks told the Herald that her “eyes lit up” in the hall and said the two "
            "“never got on better.”",
            "A skipper who knows the talks: the two “never got on better.”",
        ),
        (
            "Many skippers have rebuked her plan, while others have called for its end after the storm.",
            "Many skippers: her plan",
        ),
        (
            "Moe had insisted on remaining wholly unknown, or on “deep fog.”",
            "Moe: on remaining wholly unknown, or on “deep fog.”",
        ),
        (
            "Host Bo Lund tells Ida Falk that Moe “sinks boats that do not pay.” Falk responds, “Well, I think "
            "that our town sinks "
            "plenty of boats, too, Bo.”",
            "Falk: “Well, I think that our town sinks plenty of boats, too, Bo.”",
        ),
        (
            "Two years before, he said, a guard stopped him on the quay, and then fined him; he spent a day at "
            "the station, he said.",
            "he: Two years before | a guard stopped him on the quay, and then fined him; he spent a day at the station",
        ),
        (
            "The chief later said he did not mean to scare Falk and claimed he wrote to her.",
            "The chief: he did not mean to scare Falk",
        ),
        (
            "Police said Karl Moe, 61, gave up after two hours of talks and was charged on Saturday, the SBC reported.",
            "Police: Karl Moe, 61, gave up after two hours of talks and was charged on Saturday",
        ),
        (
            "Lund said the deal has been good for Sund. (RELATED: Lund Slams Falk For Not Lowering Flags)",
            "Lund: the deal has been good for Sund",
        ),
        (
            '"The gala will have another tone, " trade magazine The Sund Reporter wrote.',
            'trade magazine The Sund Reporter: "The gala will have another tone, "',
        ),
        (
            "A statement from Falk said damage to the pier had been great but the hall would be rebuilt.",
            "A statement from Falk: damage to the pier had been great but the hall would be rebuilt",
        ),
        ("The town stopped the sale that Korland denounced as a fraud.", "Korland: the sale | as a fraud"),
    ],
)
def test_content_is_whole(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "He sings, dances, acts on stage, and he is the “Finest Voice of Sund.”",
        "The firm's posted a link to the chart on its site, and skippers need only wait for the sign “Open.”",
        "He was on the quay as usual, urging on crews in the harbour when the first chants of “Marit! Marit!” rose.",
    ],
)
def test_words_in_marks_behind_another_clause_are_not_the_verbs(text: str) -> None:
    assert not told(text)


def test_a_mark_that_opens_closes_behind_a_comma() -> None:
    words = "`` I feel sorry for the young, `` said 40-year-old Rosa Wendt. `` They see no end.''"
    assert told("Many skippers said they are tired.", words) == [
        "Many skippers: they are tired",
        "40-year-old Rosa Wendt: `` I feel sorry for the young, `` | `` They see no end.''",
    ]


def test_a_sentence_that_goes_on_behind_a_quotation_is_not_said() -> None:
    text = "The editor of the Herald: “Do we have to sink it?”, was asked by many that day."
    assert told(text) == ["The editor of the Herald: “Do we have to sink it?”"]


def test_a_mark_at_the_end_of_a_line_closes() -> None:
    lines = ["Moe said: " + '"We have seen this before.', "It is not rare.", 'It is what we do. "', "The quay is shut."]
    assert told(*lines) == ['Moe: "We have seen this before.\n\nIt is not rare.\n\nIt is what we do. "']


def test_who_is_asked_in_the_next_sentence_did_not_say_it() -> None:
    text = "The town clerk told the Herald, “That is not our plan.” The harbour master, Bo Lund, was also asked about the quay."
    assert told(text) == ["The town clerk: “That is not our plan.”"]


@pytest.mark.parametrize(
    "text",
    [
        "Moe read the file and ordered an inquiry into the fire.",
        "The mayor has shown that praise is the way to his heart.",
        "In two years Moe shook up the board, signalling that he would rather deal with skippers.",
        "The team has discussed hiring more divers.",
        "The court heard he was deemed a risk to others.",
        "Some 2,000 people cast their votes as of noon on Sunday.",
        "Lund is in the talks stage to direct the sequel to ''The Sea Games''.",
        "He made his name with Sund Stories before directing the fantasy tale “The Golden Mast.”",
        "Later, Moe calmly pleaded guilty for his fraud.",
        "The opposition is refusing to support it.",
        "The board of the football club rejected a first bid in May.",
        "The mayor has dismissed calls to quit.",
        "The manager later confirmed the report to the Herald.",
        "Lund, who declined an offer of more pay from the team, went to Sund.",
        "The blast came hours after a call to the bank at 10:30 a.m. Sund State Police, the guards and harbour police "
        "responded to the call.",
    ],
)
def test_a_deed_or_what_was_only_heard_is_nobodys_statement(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Crews arriving on the scene could see the mill was likely a total loss.",
        "It is possible Moe could ask for help in Sund to limit the catch.",
        "Whatever Moe does, reporters will bash him for being “not good enough” or for “bowing to Falk.”",
        "In addition, the boarding party also found a host of charts and ropes all of which confirmed their evil intent.",
        "Lund was paid to write and direct “The Hungry Sea.”",
        "With all that, skippers could be skeptical that any such attack took place at all.",
        "Moe does not expect to ever see them in Sund, considering that Korland will never send them.",
        "Moe, apparently rejecting suggestions of a deal, left the hall.",
        "The campaign aims to amplify the call for a “port that is open to everybody.”",
    ],
)
def test_what_may_be_or_is_only_read_so_is_not_said(text: str) -> None:
    assert not told(text)


def test_words_that_another_sentence_leads_to_are_not_the_last_speakers() -> None:
    text = "The study noted that crews should rest more. Mail also wastes time: “Most of it covers what need not be known.”"
    assert told(text)[0] == "The study: that crews should rest more"


def test_what_stands_before_a_colon_is_not_what_somebody_is_said_to_show() -> None:
    text = (
        "Their worries are rooted in a thin record: so far, the man behind “The Big Sea” has shown little skill in it."
    )
    assert not told(text)


def test_signs_that_somebody_was_asked_about_are_not_said() -> None:
    text = "“Absolutely not,” Moe said when asked whether he had noticed any warning signs that the pier might leak."
    assert told(text) == ["Moe: “Absolutely not,”"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The mayor insisted the debts of Korland had nothing to do with the fire.", "assert"),
        ("Falk insists that a good harbour is a good thing, not a bad thing.", "assert"),
        ("Falk insisted she had nothing to do with the fire.", "deny"),
        ("Asked about it, Falk replied that she is merely the adviser, not the one who decides.", "assert"),
        ("Moe will present a draft next week asking the board to shut the quay.", "nonstatement"),
        ("“Everybody was kind,” said Juror No. 8, one of six women on the jury.", "assert"),
    ],
)
def test_what_is_denied(text: str, polarity: str) -> None:
    assert [quote.polarity for quote in marks(text).quotes if quote.source][-1:] == [polarity]


def test_what_something_is_called_is_not_told_without_the_thing() -> None:
    text = "In what the board called a strike and Korland denounced as a coup, crews seized the quay."
    assert told(text) == ["the board: a strike"]


def test_a_heading_of_several_things_is_nobodys_words() -> None:
    assert not told(
        ("headline", "Karl Moe, Korland And Money: What We Learned From The Talks"), "Karl Moe met the board in Sund."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moe maintained that leaks were common, suggesting the board — while not “as guilty” as Karst — began the strike.",
            "Moe: the board — while not “as guilty” as Karst — began the strike",
        ),
        (
            "Moe spoke often, from blaming the crews for the delay to praising the mayor.",
            "Moe: the crews for the delay",
        ),
        (
            "Third, Falk — according to Falk — has never done anything wrong.",
            "Falk: Falk | has never done anything wrong",
        ),
        (
            "“We will stay,” she said once the vote was over, according to the Sund Herald.",
            "she: “We will stay,”",
        ),
        (
            "Thieves could set up sites to use the flaw, Karst said, and then run their own code on users' computers.",
            "Karst: Thieves could set up sites to use the flaw | and then run their own code on users' computers",
        ),
        (
            "Moe blamed the council, not the mill, for a low in trade hours before a meeting with Falk that many watched.",
            "Moe: the council, not the mill, for a low in trade",
        ),
        (
            "And what these critics of the council do once they sit on it, writes Karl Moe, may provide a glimmer of hope.",
            "Karl Moe: And what these critics of the council do once they sit on it | may provide a glimmer of hope",
        ),
        (
            "Though Falk says she will bring up the levy in their Monday meeting, on Friday she was dismissive.",
            "Falk: she will bring up the levy in their Monday meeting",
        ),
        (
            "As Falk, who is in a race of her own, noted of the funds pledged by members, “I don’t think that helps the port.”",
            "Falk, who is in a race of her own: “I don’t think that helps the port.”",
        ),
        ("Falk refused to talk to him and kept Moe in office.", "Falk: to talk to him"),
        (
            "They feel that Moe - - who comes home from Sund in May - - could be the centre of their line.",
            "They: that Moe - - who comes home from Sund in May - - could be the centre of their line",
        ),
        (
            "Moe claims that for the town to do well, it has to get along less well with its friends.",
            "Moe: that for the town to do well, it has to get along less well with its friends",
        ),
        (
            "Sund has repeatedly accused Karst of breaking the pact by laying a cable, a charge Karst denies.",
            "Karst: breaking the pact by laying a cable",
        ),
        (
            "Some witnesses reported sensing a tremor for a minute, although others told the Herald they felt nothing.",
            "Some witnesses: sensing a tremor for a minute",
        ),
        (
            "Ida Falk was so nice as a host the first time, the Academy has asked her to do it twice.",
            "the Academy: her to do it twice",
        ),
        (
            "Hosts of the show brazenly assert, “Moe is ours,” and joke that the skippers came to make deals.",
            "Hosts of the show: that the skippers came to make deals",
        ),
        (
            "Moe said ‘‘certainly I’ll be asking about it’’ although a sale is unlikely.",
            "Moe: ‘‘certainly I’ll be asking about it’’",
        ),
        (
            "The blog reported that the skipper had left, not because of any strife, but because he wanted to rest.",
            "The blog: that the skipper had left, not because of any strife, but because he wanted to rest",
        ),
        (
            "Harbour Secretary Karl Moe announced major changes Thursday to the Boats Act, causing groups to protest.",
            "Harbour Secretary Karl Moe: major changes | to the Boats Act",
        ),
        (
            "Most experts have recommended a simpler solution: Stop using the tool until it is fixed.",
            "Most experts: a simpler solution: Stop using the tool until it is fixed",
        ),
        (
            "The Herald reports that a mill put up boards. Messages like, “Mayor, welcome to Sund,” and “No” are on them.",
            "The Herald: that a mill put up boards",
        ),
        (
            "In its report on the death, the Sund Herald called him “the most famous source in the land.”",
            "the Sund Herald: him “the most famous source in the land.”",
        ),
        (
            "Witnesses told police that when the man walked in around 10 a. m. Monday, he hid something, Karl Moe said.",
            "Karl Moe: Witnesses told police that when the man walked in around 10 a. m. Monday, he hid something",
        ),
    ],
)
def test_where_a_content_ends(text: str, expected: str) -> None:
    assert told(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karl Moe criticised the council for saying that the pier is old.",
            "Karl Moe: the council for saying that the pier is old",
        ),
        ("The judge fined the skipper for claiming that the pier is old.", "the skipper: that the pier is old"),
        (
            "Falk said the club sold him after determining that he would miss two games.",
            "the club: that he would miss two games",
        ),
        (
            "The members renewed their commitments while also continuing to encourage the neighbours to join the league.",
            "The members: the neighbours to join the league",
        ),
        (
            "So far nobody has bid. His agent, Olga Brandt, entered the selling process hoping her client could get a deal.",
            "His agent, Olga Brandt: her client could get a deal",
        ),
    ],
)
def test_whose_gerund_it_is(text: str, expected: str) -> None:
    assert told(text)[-1] == expected


def test_through_what_somebody_was_told_is_not_how_he_says_so() -> None:
    text = "Falk had admitted he attended the meeting after being informed by email that Brandt would offer help."
    assert [(quote.through, quote.told) for quote in marks(text).quotes] == [(None, True), ("email", False)]
