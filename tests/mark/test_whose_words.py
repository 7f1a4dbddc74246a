"""Whose words they are and where they end, where one sentence holds several tellers, or the parse or the print goes astray."""

from __future__ import annotations

import pytest

import made
from dateline.records import Quote


def quotes(*paragraphs: str) -> tuple[str, tuple[Quote, ...]]:
    """The text of body paragraphs, and the quotations in it."""
    read = made.report(*paragraphs, day="2031-05-04")
    return read.text, made.marked(read, "quote").quotes


def told(*paragraphs: str) -> list[str]:
    """Each quotation as `source: content`, in text order."""
    text, found = quotes(*paragraphs)
    return [": ".join(" | ".join(span.of(text) for span in spans) for spans in (q.source, q.content)) for q in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They wrote to the board, urging it to think again.", ["They: it to think again"]),
        ("Chastened by the count, Falk came back, promising to mend the pier.", ["Falk: to mend the pier"]),
        ("She is painting Moe as a champion of the skippers.", ["She: Moe as a champion of the skippers"]),
        ("The council plans to employ forty divers this summer.", ["The council: to employ forty divers this summer"]),
        ("Skippers were frustrated that the board kept the chart.", ["Skippers: that the board kept the chart"]),
        ("He told a meeting of island mayors that few of them knew the price.", [
            "He: that few of them knew the price",
        ]),
        ("Ida Wendt predicted at the most recent council debate that the mill will close.", [
            "Ida Wendt: that the mill will close",
        ]),
        ("Falk thanked Moe on Friday for backing the plan.", ["Falk: Moe on Friday for backing the plan"]),
        ("Falk called for more boats in a statement.", ["Falk: for more boats"]),
        ("He said the base went on at once and said the rescue came first.", [
            "He: the base went on at once", "He: the rescue came first",
        ]),
        ("Moe keeps pointing to the lack of proof and.", ["Moe: the lack of proof"]),
        ("Falk's repeated emphasis that the pier is safe led to laughter.", ["Falk's: that the pier is safe"]),
        ("His former partner at the mill called the plan a disgrace.", ["His former partner at the mill: the plan a disgrace"]),
        ("The inquiry found the pier unsafe for lorries.", ["The inquiry: the pier unsafe for lorries"]),
        ("The inquiry found it likely that the pier would fall.", ["The inquiry: it likely that the pier would fall"]),
    ],
)  # fmt: skip
def test_content_of_a_verb(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Falk's conclusion that judges should not try to judge a report's use was not shared.", [
            "Falk's: that judges should not try to judge a report's use",
        ]),
        ("Falk said that the rules were not complete, and boat owners warned that the bay was full.", [
            "Falk: that the rules were not complete", "boat owners: that the bay was full",
        ]),
        ("Officials estimated the fire did much harm to the mill, according to the Karst Herald.", [
            "Officials: the fire did much harm to the mill",
        ]),
        ("In a report on Monday, the Karst Herald said that the mayor had left.", [
            "the Karst Herald: that the mayor had left",
        ]),
        ("The report, printed in Sund on Thursday, says that the ferry hit the pier.", [
            "The report, printed in Sund on Thursday: that the ferry hit the pier",
        ]),
    ],
)  # fmt: skip
def test_of_several_tellers_each_has_his_own(sentence: str, expected: list[str]) -> None:
    found = told(sentence)
    assert [one for one in expected if one not in found] == []
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“We try to show some mercy.” Karst, he said, was “where we may win.”", ["he: Karst | was “where we may win.”"]),
        ("People should not wave around words like “maybe” and “perhaps”, he told reporters.", [
            "he: People should not wave around words like “maybe” and “perhaps”",
        ]),
        ("Those who do take on a boat struggle, even with a “good” job, he said.", [
            "he: Those who do take on a boat struggle, even with a “good” job",
        ]),
        ("The Herald declares that the club is “the core of the town ,” an assertion that might startle many.", [
            "The Herald: that the club is “the core of the town ,”",
        ]),
        ("Bob said there was “some talk” even in the midst of the storm that a boat was lost.", [
            "Bob: there was “some talk” even in the midst of the storm that a boat was lost",
        ]),
        ("“This is what we hope to reach,”Peskin told the Herald.", ["Peskin: “This is what we hope to reach,”"]),
        ("“It is an honour to have her back, ” said Karst Harbour Group prexy Paul Brandt.", [
            "Karst Harbour Group prexy Paul Brandt: “It is an honour to have her back, ”",
        ]),
        ("Moe said both are “nobodies in the council,” but he gave the other a compliment: “You know where he is. He stays.”", [
            "Moe: both are “nobodies in the council,”", "he: “You know where he is. He stays.”",
        ]),
        ("“You drove them to the brink” to save a penny, she said, referring to the mill's books. “You blamed us.”", [
            "she: “You drove them to the brink” to save a penny | “You blamed us.”", "she: the mill's books",
        ]),
        ("Falk noted that the town chose “when its books were opened.” It was that or a “fit and ready” loan.", [
            "Falk: that the town chose “when its books were opened.”",
        ]),
        ("Falk asked the crowd to greet the captain - “my oldest friend.”", [
            "Falk: the crowd to greet the captain - “my oldest friend.”",
        ]),
        ("Ada Falk (Karst), in particular, has been calling the plan a “paper pier” ― just as she did in May.", [
            "Ada Falk (Karst): the plan a “paper pier”",
        ]),
    ],
)  # fmt: skip
def test_words_in_marks(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


def test_what_was_asked_is_told_without_who_asked() -> None:
    assert told("Asked if the talks had helped, Falk said, “No.”") == [
        ": if the talks had helped", "Falk: “No.”",
    ]  # fmt: skip
    assert told("Moe had said, “We'll see,” when asked whether he would run.") == [
        "Moe: “We'll see,”", ": whether he would run",
    ]  # fmt: skip
    text, found = quotes("Asked to describe the boat, Falk said it was old.")
    assert [quote.cue[0].of(text) for quote in found] == ["Asked", "said"]
    assert [quote.told for quote in found] == [False, True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Moe was uncooperative and refused to leave his boat.",
        "An officer came at noon after receiving a call that a box had been seen near the mill.",
        "The mill offers a tour of its wheels on Sundays.",
        "The inquiry has yet to produce any evidence that the boat was sunk.",
        "Starting with the first Falk looking into his soul, mayors have flattered him.",
        "We will know more on Friday, when the club trains and hopefully reveals the results of his test.",
        "Smith often speaks of signing “character” players, yet the club has had its share of strife.",
        "As the rule is, whenever Falk meets a mayor—Moe is the fourth she has met—she begins with a long speech on wrongs.",
        "A jury found the sheriff negligent.",
        "The court found Moe responsible for the spill.",
        "Rescuers found the boy alive and well on Tuesday.",
        "The court found the firm liable for it.",
        "On what they will talk about: “We have talks on boats and on much more than that.”",
    ],
)
def test_nobody_says_it(sentence: str) -> None:
    assert not [quote for quote in quotes(sentence)[1] if quote.told and quote.polarity != "nonstatement"]


def test_a_place_is_no_speaker_of_what_a_colon_leads_to() -> None:
    assert not told("* From Karst: “There is only madness in talk of boats, and more of it than last year.”")


def test_a_post_on_a_roof_is_no_channel() -> None:
    quote = quotes("Agents, who saw the house from a rooftop post, said the light went out.")[1][0]
    assert quote.through is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Falk called on Moe to delay the vote “unless it is clear that the books are going to be opened at once.”", [
            "Falk: on Moe to delay the vote “unless it is clear that the books are going to be opened at once.”",
        ]),
        ("In fact, it was in an angry talk in September, in Sund, that Falk warned Moe to leave the chart alone.", [
            "Falk: Moe to leave the chart alone",
        ]),
        ("His half-brother, Leon Kasper, 24, who allegedly told Moe to take care of it, is also on trial for arson.", [
            "who: Moe to take care of it",
        ]),
        ("The editor addresses the mayor, “I'm sorry you didn't make it to Karst.”", [
            "The editor: “I'm sorry you didn't make it to Karst.”",
        ]),
        ("Moe said he would reverse the rules, as have some members of the council.", ["Moe: he would reverse the rules"]),
        ("It's safe to assume the town felt so when Ida Falk sent out this: “I will be back in May.”", [
            "Ida Falk: “I will be back in May.”",
        ]),
        ('He says Falk "thought that the crew was going to win," so she did "NOTHING" about it.', [
            'He: Falk "thought that the crew was going to win," so she did "NOTHING" about it',
        ]),
        ("Police said the skipper is a woman of 63 from Karst but would not name her.", [
            "Police: the skipper is a woman of 63 from Karst",
        ]),
        ("Falk said he saw it on Saturday (July 24, 2004).", ["Falk: he saw it on Saturday (July 24, 2004)"]),
    ],
)  # fmt: skip
def test_where_it_is_cut(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Wendt is ready to go, and her intention to stay is gone.",
        "Falk wants to close the pier.",
        "When Moe thinks the sea is calm, he sails.",
        "They will wake when they come to realize that the mill is gone.",
        "I am thankful that Falk is well.",
        "A gang was convicted for claiming the life of a skipper when it set the pier alight.",
        "At his trial in May, he sat in a chair, muttering quietly, apparently unaware of it all.",
        "The grand jury report, which Deputy Atty. Gen. Rod Wendt announced Friday, became the talk of the town.",
        "The new rule was made over what officials said were the bulk of the letters.",
        "The Reds closed the week, agreeing to terms with two pitchers.",
        "Tara Wendt is seeking help at a clinic.",
        "Will the mayor ask Moe to leave?",
        "On the eve of the talks, Falk offered little sign of a change.",
        "NOTES: Brandt left with a bad knee.",
        "Moe pushing to finish parts of Karst probe by end of summer.",
        "The email resolves any doubt about his state of mind.",
        "The post was even liked by the ministry's own account.",
        "Deputies found him hiding in a shed.",
        "The first catch, as Admiral Falk had described the sinking, was a trawler.",
        'Email also wastes time: "Mayors should know that most of their letters need not concern them."',
    ],
)
def test_what_is_meant_or_done_is_not_told(sentence: str) -> None:
    assert not [quote for quote in quotes(sentence)[1] if quote.told]


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Falk does not believe that the pier is safe.", "deny"),
        ("Falk never thought the pier was safe.", "deny"),
        ("Falk believes that the pier is not safe.", "assert"),
        (
            "Falk advised the Lodovian envoy in 2012 to tell Moe that he would have more room after the vote.",
            "nonstatement",
        ),
        ("The mayor must be willing to show that there is a price to pay.", "nonstatement"),
    ],
)
def test_what_is_not_believed_is_denied(sentence: str, polarity: str) -> None:
    assert [quote.polarity for quote in quotes(sentence)[1] if quote.cue[0].of(sentence) != "must be willing"] == [
        polarity
    ]


def test_an_official_is_not_the_house() -> None:
    assert quotes("A Harbour Authority official told the Herald the pier is safe.")[1][0].speaker is None
    assert (
        quotes("A Harbour Authority spokesman told the Herald the pier is safe.")[1][0].speaker == "Harbour Authority"
    )


def test_it_that_says_so_is_what_the_sentence_is_about() -> None:
    _, (quote,) = quotes(
        "Karst Airlines Ltd has issued a patch to mend a flaw in its ovens, which it said has harmed nobody."
    )
    assert quote.speaker == "Karst Airlines Ltd"


def test_a_year_in_a_name_is_not_when_it_was_said() -> None:
    _, found = quotes("Ada Falk on Sunday called the plan “an open invitation to theft” in the 2016 election.")
    assert found[0].said_on != "2016"


def test_a_role_is_of_whom_has_it_and_spoke_last() -> None:
    _, found = quotes(
        "Otto Brandt, president of the Rowing Club, met Lodovian President Ada Falk and Estmark President Karl Moe.",
        "Moe asked where the boats were. The president also said the race was lost.",
    )
    assert found[-1].speaker == "Karl Moe"


def test_words_in_marks_over_lines_are_direct() -> None:
    _, (quote,) = quotes("Rosa Wendt said: “We met at noon.", "“It was late, and the pier was shut to all of us.”")
    assert quote.type == "direct"
    assert len(quote.content) == 2
