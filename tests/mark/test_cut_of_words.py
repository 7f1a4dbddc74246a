"""Where somebody's words begin and end, and whose they are, where the parse gives a part of them to something else."""

from __future__ import annotations

import pytest

import made


def told(*paragraphs: str) -> list[str]:
    """Each quotation as `source: content`, in text order."""
    read = made.report(*paragraphs, day="2031-05-04")
    found = made.marked(read, "quote").quotes
    return [
        ": ".join(" | ".join(span.of(read.text) for span in spans) for spans in (q.source, q.content)) for q in found
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Falk has embraced the plan, promising to meet and in some cases exceed the targets.",
         "Falk: to meet and in some cases exceed the targets"),
        ("Wendt started by stressing fair prices, and a need to mend the pier.",
         "Wendt: fair prices, and a need to mend the pier"),
        ("They do not expect it, but they do want the board to hear other views, and strike old words that were in the rules.",
         "they: the board to hear other views, and strike old words that were in the rules"),
        ("Moe took to the radio to accuse Falk’s campaign of being “duped” by “a con” and encourage skippers to see her boat.",
         "Moe: Falk’s campaign of being “duped” by “a con”"),
        ("Moe took to the radio to accuse Falk’s campaign of being “duped” by “a con” and encourage skippers to see her boat.",
         "Moe: skippers to see her boat"),
        ("Moe told the board on Friday that the pier is old and, recalling the flood, said that it would fall.",
         "Moe: that the pier is old"),
    ],
)  # fmt: skip
def test_what_stands_in_a_row_by_its_form_belongs_together(sentence: str, expected: str) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The skippers praised the plan of the board, which includes a new pier.", ["The skippers: the plan of the board"]),
        ("Falk likened the rules to a locked gate - a claim that amused the skippers.", [
            "Falk: the rules to a locked gate",
        ]),
        ("He attacked other mayors for taking his gifts, which he said were paid for later.", [
            "He: other mayors for taking his gifts", "he: his gifts | were paid for later",
        ]),
        ("She claimed that paying no fees was smart, although she again refused to pledge to open her books in May.", [
            "She: that paying no fees was smart", "she: to pledge to open her books in May",
        ]),
        ("Moe has been echoing Falk's claim that the checks are efforts to sink his “deep sea” plan, a reference to it.", [
            "Moe: Falk's claim that the checks are efforts to sink his “deep sea” plan",
            "Falk's: that the checks are efforts to sink his “deep sea” plan",
        ]),
        ("A poll shows Falk narrowly ahead by five points.", ["A poll: Falk narrowly ahead by five points"]),
        ("The agency isn't offering enough skippers the kind of new charts that divers are finally making.", [
            "The agency: the kind of new charts that divers are finally making",
        ]),
        ("Falk denied the boy the post.", []),
        ("The town revealed ‘Grim’ Days At Sea Under Moe.", ["The town: ‘Grim’ Days At Sea Under Moe"]),
        ("Brandt was viewed as kind by skippers looking to cut their costs.", [
            "skippers looking to cut their costs: Brandt | as kind",
        ]),
    ],
)  # fmt: skip
def test_a_thing_ends_where_the_report_adds_to_it(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We have been here before: Ida Falk declared war on the wasps.", ["Ida Falk: war"]),
        ("While a local judge found that order unlawful, his ruling was overturned by a higher court.", [
            "a local judge: that order unlawful",
        ]),
        ("At the moment Falk announced her candidacy last spring, Moe was holding a meeting in his office.", [
            "Falk: her candidacy",
        ]),
        ("Polls show Moe surging in Karst before the vote on Sunday and beating Falk in Sund, which will vote first.", []),
        ("In Karst, skippers sang, the Herald reported, while in Sund the parade began with a hymn,"
         " the Karst Times reported.", [
            "the Herald: In Karst, skippers sang", "the Karst Times: in Sund the parade began with a hymn",
        ]),
        ("The bulk of the money came from the club, spending more than 5 crowns on the race, the bulk of it attacking Falk,"
         " according to the Centre for Clean Votes.", [
            "the Centre for Clean Votes: The bulk of the money came from the club, spending more than 5 crowns on the race,"
            " the bulk of it attacking Falk",
        ]),
    ],
)  # fmt: skip
def test_no_words_of_the_report_are_given_to_somebody(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("These boats, Moe explained earlier in the hearing, were well paid for.", ["Moe: These boats | were well paid for"]),
        ("The ferry, as one of her aides pointed out, normally does not sail in fog.", [
            "one of her aides: The ferry | normally does not sail in fog",
        ]),
        ("The difference now, he told me on Friday, is that he is the skipper of a plain boat.", [
            "he: The difference now | is that he is the skipper of a plain boat",
        ]),
        ("Harbour board spokesman Karl Moe -- as Falk's campaign noted this week -- even promoted Brandt as the winner.", [
            "Falk's campaign: Harbour board spokesman Karl Moe | even promoted Brandt as the winner",
        ]),
        ("As Ms Wendt put it in a note to the board in May, the pier is old.", ["Ms Wendt: the pier is old"]),
        ("According to outspoken radio host Rosa Limbach, the move reeks of “fear” and despair.", [
            "outspoken radio host Rosa Limbach: the move reeks of “fear” and despair",
        ]),
    ],
)  # fmt: skip
def test_a_cue_clause_between_commas_has_what_stands_around_it(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The sale was first reported by the Karst Herald.", ["the Karst Herald: The sale"]),
        ("Her views were echoed by a number of harbour experts.", ["a number of harbour experts: Her views"]),
        ("The club issued a letter denying the charge.", ["The club: the charge"]),
        ("Moe posted a series of letters criticizing Ida Falk, the former mayor.", ["Moe: Ida Falk, the former mayor"]),
        ("Wendt's Tuesday speech denouncing the levy was long.", ["Wendt's: the levy"]),
        ("Falk's most surprising claim was that she had used the old chart.", ["Falk's: that she had used the old chart"]),
        ("Moe charges that ports that stand to benefit from the deal gave millions of crowns to the Falk Foundation.", [
            "Moe: that ports that stand to benefit from the deal gave millions of crowns to the Falk Foundation",
        ]),
        ("Moe went after Falk as a “paper mayor of sunny days” in May.", ["Moe: Falk as a “paper mayor of sunny days”"]),
        ("There are growing fears that the ferry is too old for the crossing.", [
            ": that the ferry is too old for the crossing",
        ]),
    ],
)  # fmt: skip
def test_who_says_it_is_who_gives_it_out(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The film uses footage of Hillary Brandt asking, “Why am I not ahead, you might ask?”",
         "Hillary Brandt: “Why am I not ahead, you might ask?”"),
        ("A copied page of the harbour chief's memo seen by the Herald said divers were unable to find the boat.",
         "A copied page of the harbour chief's memo seen by the Herald: divers were unable to find the boat"),
        ("Over the past week, owners charged the skipper with theft and Emanuel fired his harbour chief, Garry Moe,"
         " acknowledging that many in Karst have lost trust in the crew.",
         "Emanuel: that many in Karst have lost trust in the crew"),
        ("Mr. Moe backpedaled on his prediction a year ago that Karst would pull out of its slump within two years,"
         " and blamed the storm.",
         "Mr. Moe: the storm"),
        ("Falk said Brandt “would have no chance to win,” the skipper recalled, adding that Falk said it was late.",
         "the skipper: that Falk said it was late"),
        ("He used the speech to try to refute gloomy skippers.", "He: gloomy skippers"),
        ("The ferry, run by another firm that had declared bankruptcy, is old.", "another firm: bankruptcy"),
        ("He left the port in hopes that the storm would pass.", "He: that the storm would pass"),
        ("The centre makes the case that the pier is old.", "The centre: that the pier is old"),
        ("The council attributed the loss to the storm.", "The council: the loss to the storm"),
        ("The storm led the skippers to fear a “second flood of the town.”", "the skippers: a “second flood of the town.”"),
    ],
)  # fmt: skip
def test_the_speaker_is_the_nearest_who_can_be_it(sentence: str, expected: str) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("“We count the boats,” Wendt said, noting that two had left. “Then we go home.”", [
            "Wendt: “We count the boats,” | “Then we go home.”", "Wendt: that two had left",
        ]),
        ("“The skippers are tired,” said Ida Falk, who said she would not sail again. “Nobody listens.”", [
            "Ida Falk: “The skippers are tired,” | “Nobody listens.”", "who: she would not sail again",
        ]),
        ("“We count the boats,” he said, and argued for a new pier. “It is time for one.”", [
            "he: “We count the boats,”", "he: for a new pier | “It is time for one.”",
        ]),
        ("“You know, I love boats,” he said, but “when it rains, they stay in the harbour all day long.”", [
            "he: “You know, I love boats,” | but “when it rains, they stay in the harbour all day long.”",
        ]),
        ("“Close the old pier!” Skippers still praise his refusal to accept the harbour's rules.", [
            "Skippers: his refusal to accept the harbour's rules",
        ]),
        ("Falk said the plan is old, because “nobody read it,” she said. “We have no chart for it.”", [
            "Falk: the plan is old, because “nobody read it,” | “We have no chart for it.”",
        ]),
        ("“They have come a long way,” he said, noting that at one point earlier in the race he had trailed Falk by ten.", [
            "he: “They have come a long way,”",
            "he: that at one point earlier in the race he had trailed Falk by ten",
        ]),
    ],
)  # fmt: skip
def test_a_quotation_goes_on_with_its_own_cue(paragraph: str, expected: list[str]) -> None:
    assert told(paragraph) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The police say Moe was drunk and refused to leave the boat.",
         "The police: Moe was drunk and refused to leave the boat"),
        ("Police say the gun was loaded but have not yet determined who fired it.", "Police: the gun was loaded"),
        ("The board thinks Falk made an offer but has since withdrawn it.",
         "The board: Falk made an offer but has since withdrawn it"),
        ("Critics said they had doubts about Falk, but could not bear to insult Moe.",
         "Critics: they had doubts about Falk, but could not bear to insult Moe"),
        ("He said he was outside, saw rioters in the street, and rushed back to the store.",
         "He: he was outside, saw rioters in the street, and rushed back to the store"),
        ("The governor was quoted by state radio as saying rescue teams were sent to the area and people in the villages "
         "moved quickly to safety.",
         "The governor: rescue teams were sent to the area and people in the villages moved quickly to safety"),
        ("It had a smaller boat, a skiff, under tow, navy sources said.",
         "navy sources: It had a smaller boat, a skiff, under tow"),
        ("The mayor plans to triple the fleet, grow the port and create a new ferry service.",
         "The mayor: to triple the fleet, grow the port and create a new ferry service"),
        ("Falk cited insulting remarks Moe had made about her as examples of the rival’s disrespect for women.",
         "Falk: insulting remarks Moe had made about her as examples of the rival’s disrespect for women"),
        ("Falk and her rivals accused the agency of waste, fraud and abuse, and called for its closure.",
         "Falk and her rivals: the agency of waste, fraud and abuse"),
        ("The mayor says the town has remained a “friend” of the port and said “a change of council does not change it.”",
         "The mayor: “a change of council does not change it.”"),
        ("Falk said in Sund last week that he would raise the levy with Moe even as he played down its weight.",
         "Falk: that he would raise the levy with Moe"),
        ("The commission said that turnout was almost 90%.", "The commission: that turnout was almost 90%"),
        ("Falk said he had not talked to his father yet, but noticed one missed call.",
         "Falk: he had not talked to his father yet"),
        ("The club said it looked into the gift from its coach, who was fired after acknowledging the payment.",
         "The club: it looked into the gift from its coach, who was fired after acknowledging the payment"),
        ("The board voiced alarm at the plan for them to meet alone.",
         "The board: alarm at the plan for them to meet alone"),
    ],
)  # fmt: skip
def test_a_clause_goes_on_with_what_has_its_form_and_no_further(sentence: str, expected: str) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She told the panel that it will not be one skipper who pays, but all of them.",
         "She: that it will not be one skipper who pays, but all of them"),
        ("Ida Falk said that there was “no claim that the crews knew” in announcing the inquiry.",
         "Ida Falk: that there was “no claim that the crews knew”"),
        ("Ida Falk said that there was no harm in saying so.", "Ida Falk: that there was no harm in saying so"),
        ("Ida Falk said that the count “strengthens her hand” in pressing the issue.",
         "Ida Falk: that the count “strengthens her hand” in pressing the issue"),
        ("The mayors of the coast pledged to mend the pier as a shield against storms -- a notable achievement.",
         "The mayors of the coast: to mend the pier as a shield against storms"),
        ("Unlike earlier ones, Moe said, the meeting in Sund will not feature a state dinner, a joint statement or any plans.",
         "Moe: Unlike earlier ones | the meeting in Sund will not feature a state dinner, a joint statement or any plans"),
        ("According to Sundweb, the largest news site in Korland, the problem was due to a flood.",
         "Sundweb: the problem was due to a flood"),
        ("According to the Herald, the mayor, Karl Moe, left.", "the Herald: the mayor, Karl Moe, left"),
        ("It was another move the mayor has already signaled she is open to.",
         "the mayor: another move | she is open to"),
        ("Moe said the pier was “old,” and could fall.", "Moe: the pier was “old,” and could fall"),
        ("“We are right,” Moe told the crews on SNN’s “Town Talk. “They are going to come here. They do,” Moe said.",
         "Moe: “They are going to come here. They do,”"),
    ],
)  # fmt: skip
def test_a_content_has_what_is_said_and_not_what_is_told_of_it(sentence: str, expected: str) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A passer-by who found the wounded clerk shortly after noon called the Sund station to report it, said sheriff's Sgt. "
         "Ada Falk.",
         "sheriff's Sgt. Ada Falk: A passer-by who found the wounded clerk shortly after noon called the Sund station to "
         "report it"),
        ("The Sund Post spends a great deal of ink on it, primarily when it comes to the pier, while simultaneously urging the "
         "board to leave the meeting.",
         "The Sund Post: the board to leave the meeting"),
        ("These skippers are not that different from their rivals when it comes to blaming the town's ills on foreign plots.",
         "These skippers: the town's ills on foreign plots"),
        ("It was discovered shortly after the raid that Karl Moe had written a letter to the mother of Ada Falk, saying the "
         "boat was not meant to hit the girl.",
         "Karl Moe: the boat was not meant to hit the girl"),
    ],
)  # fmt: skip
def test_who_says_it_stands_behind_a_clause_or_above_a_mere_it(sentence: str, expected: str) -> None:
    assert expected in told(sentence)
