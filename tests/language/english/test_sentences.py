"""Where sentences end: in English, and in a language of which that is not known."""

import pytest

from dateline.cite import Span
from dateline.mark.parse import LONGEST, plain_ends, sentences
from made import report


def cut(text: str, language: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(report(text, language=language))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Rind left.|He came back.",
        "J. Marsh spoke to the U.S. Senate.|The U.S.|He left.",
        "“It is over.”|She left.",
        "“It is over.”|“Is it?”|Yes!|2018 was worse…|$5 was paid.",
        "It opens at 5 p.m. on Friday.|It closes at 6 p.m.|The rest is not known.",
        "No. 5 was shut.",
        "彼は言った。|終わり。",
        "It cost 3.50 in all. not more.",
        "A 5. 9 magnitude quake hit Lund.|It was felt on 6. 1 million phones.|They met on May 5.|12 people came.",
    ],
)
def test_english(text: str) -> None:
    parts = text.split("|")
    assert cut(" ".join(parts), "en") == parts


@pytest.mark.parametrize(
    "text",
    ["Er ging.|Sie kam, z. b. heute.|Ja?|„Nein!“|2018 war gut.", "他走了。|她来了。", "هو ذهب.|هي جاءت."],
)
def test_a_language_without_sentence_ends_is_cut_at_its_punctuation(text: str) -> None:
    parts = text.split("|")
    assert cut(" ".join(parts), "tlh") == parts


def test_english_abbreviations_do_not_hold_in_another_language() -> None:
    text = "Am Ende sah er No. Sie ging."
    assert cut(text, "en") == [text]
    assert cut(text, "de") == ["Am Ende sah er No.", "Sie ging."]
    assert list(plain_ends(text, 0, len(text))) == [18]


def test_what_is_longer_than_a_sentence_is_cut() -> None:
    text = "x" * (LONGEST + 1)
    assert [sentence.span for sentence in sentences(report(text))] == [Span(0, LONGEST), Span(LONGEST, LONGEST + 1)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The board chose model C. Jens Starkad had asked for it.", "The board chose model C."),
        ("The fans sat in Block F. Nobody was hurt there.", "The fans sat in Block F."),
        ("Holm are second in Group D. Rask lead it by a point.", "Holm are second in Group D."),
        ("The child was given vitamin K. It was of no use.", "The child was given vitamin K."),
        ("It was read by J. Marsh of Holm. He left.", "It was read by J. Marsh of Holm."),
        ("They climbed Aoraki-Mt. Cook on Friday. It was cold.", "They climbed Aoraki-Mt. Cook on Friday."),
        ("It ended with World War I. The town was rebuilt.", "It ended with World War I."),
        ("Dr. Ida F. Cole spoke in Hall B. She was cheered.", "Dr. Ida F. Cole spoke in Hall B."),
    ],
)
def test_a_letter_that_is_a_name_may_end_a_sentence(text: str, first: str) -> None:
    assert cut(text, "en")[0] == first


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The inquiry ended in Room C. Nobody spoke.", ["The inquiry ended in Room C.", "Nobody spoke."]),
        ("He lives at No. 4 Mill Road. It is small.", ["He lives at No. 4 Mill Road.", "It is small."]),
        ("Dr. A. Ferrow left. She was tired.", ["Dr. A. Ferrow left.", "She was tired."]),
        ("They met at 5 p.m. The talks failed.", ["They met at 5 p.m.", "The talks failed."]),
        (
            "The firm Brandt & Co. said so on Monday. It will close.",
            ["The firm Brandt & Co. said so on Monday.", "It will close."],
        ),
        ("She moved to the U.S. in 2020. He stayed.", ["She moved to the U.S. in 2020.", "He stayed."]),
        ("He works for Tollen Inc. The firm is new.", ["He works for Tollen Inc.", "The firm is new."]),
        ("It costs approx. 40 crowns. That is a lot.", ["It costs approx. 40 crowns.", "That is a lot."]),
        ("“Go home,” he said. “Now.” They went.", ["“Go home,” he said.", "“Now.”", "They went."]),
        ("She got a grade of B. Her brother failed.", ["She got a grade of B.", "Her brother failed."]),
        (
            "Sgt. Olav Rind and Capt. Ida Falk left at dawn. Nobody saw.",
            ["Sgt. Olav Rind and Capt. Ida Falk left at dawn.", "Nobody saw."],
        ),
        ("The vote was 5.4 vs. 3.2 per cent. It counts.", ["The vote was 5.4 vs. 3.2 per cent.", "It counts."]),
        ("He asked: Why? Nobody knew.", ["He asked: Why?", "Nobody knew."]),
        ("The Rev. Jon Berg spoke. All listened.", ["The Rev. Jon Berg spoke.", "All listened."]),
        ("The law (Art. 5, par. 2) is clear. He broke it.", ["The law (Art. 5, par. 2) is clear.", "He broke it."]),
        ("They sailed on the S.S. Marit. She sank.", ["They sailed on the S.S. Marit.", "She sank."]),
        ("He weighs 80 kg. His brother weighs 90.", ["He weighs 80 kg.", "His brother weighs 90."]),
        ("Mt. Aska erupted. Ash fell.", ["Mt. Aska erupted.", "Ash fell."]),
        ("Vitamin D. It is all they sell.", ["Vitamin D.", "It is all they sell."]),
        ("J. P. Falk and M.K. Rind signed. Then they left.", ["J. P. Falk and M.K. Rind signed.", "Then they left."]),
    ],
)
def test_stops_that_end_a_sentence_and_stops_that_do_not(text: str, whole: list[str]) -> None:
    assert cut(text, "en") == whole
