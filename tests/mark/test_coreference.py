"""Who is meant by a pronoun, on sentences made up for it."""

from __future__ import annotations

import pytest

from dateline.language.english import coreference
from dateline.mark.coreference import Referents
from dateline.mark.names.marker import names
from dateline.mark.parse import Parse, parses
from dateline.mark.quotes.marker import quotes
from dateline.mark.times.marker import times
from made import report


def parsed(text: str) -> Parse:
    """The parse of a report of one paragraph."""
    (parse,) = parses([report(text, day="2021-05-04")])
    return parse


def meant(text: str, pronoun: str, *, heard: bool = False) -> str | None:
    """Whom the last token `pronoun` of a paragraph means; with `heard` those who speak in it are noted first."""
    parse = parsed(text)
    referents = Referents(parse, names(parse), coreference)
    if heard:
        referents.heard(quotes(parse, names(parse), times(parse)))
    index, token = [(i, word) for i, line in enumerate(parse.sentences) for word in line.doc if word.text == pronoun][
        -1
    ]
    return referents.pronoun(index, token)


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Anton Keller met Ida Falk before he left.", "he", "Anton Keller"),
        ("Anton Keller met Ida Falk. The crowd cheered him.", "him", "Anton Keller"),
        ("Mr Anton Keller resigned. She had left.", "She", None),
        ("They met Ida Falk of Halvern, an engineer and sailor, who had resigned.", "who", "Ida Falk"),
        ("They met Ida Falk, whose boat had sunk.", "whose", "Ida Falk"),
        ("Anton Keller resigned. They cheered.", "They", None),
        ("Anton Keller resigned. It was a blow to Ida Falk. They cheered her.", "her", "Ida Falk"),
        ("Anton Keller resigned.", "resigned", None),
        ("Anton Keller spoke. A 36-year-old man died after he slipped.", "he", None),
        ("Anton Keller spoke. The owner lost his hat.", "his", None),
        ("Anton Keller spoke. The president said he would go.", "he", "Anton Keller"),
        ("Ida Falk spoke of a clerk who came back after she was dismissed.", "she", None),
        ("Ben Farr met two clerks. One said that he had lied.", "he", None),
        ("Ida Falk sang. Mark Orrel said that she had been ill.", "she", "Ida Falk"),
        ("Mark Orrel spoke. The rain came. She sang.", "She", None),  # a man's name
        # a `he` in the sentence behind tells who is a man
        ("Pavel Orlik rose. Then he left. Pavel Orlik fell. Soon he rose. The rain came. She sang.", "She", None),
        # by the place in the sentence: `himself` is who does it, `him` is another
        ("Ben Farr rose. Then Anton Keller dominated Ben Farr, knocking him down.", "him", "Ben Farr"),
        ("Anton Keller rose. Ben Farr was so keen on hiring him that he called.", "him", "Anton Keller"),
        ("Anton Keller rose. Ben Farr shot himself.", "himself", "Ben Farr"),
        ("Anton Keller rose. A guard shot himself.", "himself", None),
        ("Anton Keller spoke. After she left the hall, Ida Falk thanked the crew.", "she", "Ida Falk"),
        ("Anton Keller spoke. The club put Ben Farr on leave after he fell.", "he", "Ben Farr"),
        ("Anton Keller spoke. Critics praised Ben Farr's record, which moved him.", "him", "Anton Keller"),
        ("Emma Falk died. Falk's agent, Harlan Moe, confirmed her death. She was 91.", "She", "Emma Falk"),
    ],
)
def test_a_pronoun_stands_for(text: str, pronoun: str, name: str | None) -> None:
    assert meant(text, pronoun) == name


def test_a_pronoun_stands_for_the_last_speaker_once_heard() -> None:
    text = "Anton Keller resigned. The pay was fair, according to Ben Farr. The crowd cheered him."
    assert meant(text, "him") == "Anton Keller"
    assert meant(text, "him", heard=True) == "Ben Farr"


def test_who_speaks_of_a_third_person_is_not_that_person_by_whatever_form_of_the_name() -> None:
    text = "Gail Farman took the stand. “She came back and she fired,” said Captain Farman."
    assert meant(text, "she", heard=True) is None


def test_it_stands_for_a_body_that_spoke() -> None:
    text = "The Halvern Institute said the dam was safe. Then it closed."
    assert meant(text, "it") is None
    assert meant(text, "it", heard=True) == "Halvern Institute"


@pytest.mark.parametrize(
    ("role", "head", "of", "past"),
    [
        ("former president of Lodovia", "president", {"lodovia"}, True),
        ("press secretary", "secretary", {"press"}, False),
        ("ousted minister", "minister", set(), True),
    ],
)
def test_an_office_is_a_role_taken_apart(role: str, head: str, of: set[str], past: bool) -> None:
    office = coreference.office(role)
    assert office is not None
    assert (office.head, office.of, office.past) == (head, of, past)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        # the subject that stands in apposition
        (
            "Karl Moe spoke.|A professor of law, Ivo Brandt, stayed. But he rode to the bay. “All is lost,” he said.",
            "Ivo Brandt",
        ),
        # a long quotation between pronoun and name
        (
            "Karl Moe had no doubts.|“It is safe. Nobody has to worry. I mean it. It is new. We tested it,” he said.",
            "Karl Moe",
        ),
        # of several who hold an office the one named last
        (
            "Judge Ola Brenn heard it. Judge Tove Lind wrote.|Judge Ola Brenn spoke.|“It is over,” the judge said.",
            "Ola Brenn",
        ),
        # a firm by what it is
        ("Halden Systems released a patch yesterday. The software giant said it was safe.", "Halden Systems"),
        # ... nobody where two can be meant
        ("Halden Systems and Orvik Partners released it. The company said it was safe.", None),
        # a university is no firm
        ("Halden Systems released a patch. The university said it was safe.", None),
        # a paper, not the one person near; a ministry is no firm that spoke
        ("Ivo Brandt was unable to come. The Reporter said it was over.", None),
        ("Halden Systems said it was safe. The Korlander ministry said it was over.", None),
        # a president of another body, a minister who leads no country, a governor whom nobody named
        ("Council President Karl Moe came. The Norwegian president said it was over.", None),
        ("Norwegian Foreign Minister Karl Moe came. The Norwegian leader said it was over.", None),
        ("Ivo Brandt came to Sund. The governor said it was over.", None),
        # one of a party is not the party
        ("The Democrats lost. A senior Democrat said it was over.", None),
        # a woman for `she` before one of whom nothing is known
        ("Mary Falk was there. Robert Brandt came late.|She said it was over.", "Mary Falk"),
    ],
)
def test_who_speaks_by_role_or_pronoun(paragraphs: str, speaker: str | None) -> None:
    (parse,) = parses([report(*paragraphs.split("|"), day="2021-05-04")])
    assert quotes(parse, names(parse), times(parse))[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ida Falk, the painter, died. “She taught us all,” said agent Emma Moe.", "She", "Ida Falk"),
        ("Farr spoke. Anton Farr was driving, Ben Moe said. He was freed at noon, Moe said.", "He", "Anton Farr"),
        ("Ben Moe spoke. He was at home, he said.", "He", "Ben Moe"),
    ],
)
def test_who_speaks_of_a_third_person_is_somebody_else(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun, heard=True) == name


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ivo Moe stabbed his wife while she visited him.", "she", None),
        ("Ida Falk left her husband before he fell.", "he", None),
        ("Kim Moe lost his job. Kim Moe said he would sue. She survived.", "She", None),
        ("Ivo Moe hit his brother before he fled.", "he", "Ivo Moe"),
    ],
)
def test_the_pronouns_of_a_report_tell_who_is_a_man(text: str, pronoun: str, name: str | None) -> None:
    assert meant(text, pronoun) == name
