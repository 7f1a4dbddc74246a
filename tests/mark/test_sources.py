"""Sources and contents that the parser cuts at the wrong place, on sentences made up for it."""

from __future__ import annotations

import pytest

import made
from dateline.records import Quote


def quotes(*paragraphs: str) -> tuple[str, tuple[Quote, ...]]:
    """The text of body paragraphs, and the quotations in it."""
    read = made.report(*paragraphs, day="2021-05-04")
    return read.text, made.marked(read, "quote").quotes


@pytest.mark.parametrize(
    ("paragraph", "source", "content"),
    [
        ("Some co - workers said she had left.", "Some co - workers", "she had left"),
        (
            "According to Alan Moe, research director of shipping analysis company TeleQuay, the succession of faults in the"
            " region are only likely to be ended by a series of new cranes.",
            "Alan Moe, research director of shipping analysis company TeleQuay",
            "the succession of faults in the region are only likely to be ended by a series of new cranes",
        ),
        (
            "He's an old-fashioned “seaman,” says Falk; the very opposite of a politician.",
            "Falk",
            "He's an old-fashioned “seaman,”",
        ),
        (
            "The main harbour on Karst still has power, water and electricity connections and sailors say they are sending"
            " relief boats to those who have lost theirs.",
            "sailors",
            "they are sending relief boats to those who have lost theirs",
        ),
        (
            "Other board members, Falk said, “will press the owners on making sure it opens.”",
            "Falk",
            "Other board members | “will press the owners on making sure it opens.”",
        ),
        (
            "The man `` had a saw with him. He cut one rope right away,'' said harbour master Ida Falk.",
            "harbour master Ida Falk",
            "The man `` had a saw with him. He cut one rope right away,''",
        ),
    ],
)
def test_source_and_content_are_cut_where_they_meet(paragraph: str, source: str, content: str) -> None:
    text, (quote,) = quotes(paragraph)
    assert " | ".join(span.of(text) for span in quote.source) == source
    assert " | ".join(span.of(text) for span in quote.content) == content


def test_who_stands_behind_a_title_wrote_it() -> None:
    text, found = quotes(
        "In his book, `` The Secret Man: The Story of Watermark's Long Pier,'' published after the Harbour Fair article"
        " appeared, Halvorsen wrote that he met Moe when he delivered a package of papers to the town hall."
    )
    assert [quote.source[0].of(text) for quote in found if quote.cue[0].of(text) == "wrote"] == ["Halvorsen"]


def test_what_is_added_to_a_list_is_not_said() -> None:
    _, found = quotes("The board have added to their “ 15 Worst “ list of piers a quay that fell.")
    assert not found


def test_the_company_is_the_owner_of_what_the_sentence_before_is_about() -> None:
    _, found = quotes(
        "Karst Motors' new ferry passed the Orlan Motors yard. It is not meant for cars, the company said."
    )
    assert [quote.speaker for quote in found] == ["Karst Motors"]


def test_a_paper_made_of_two_is_no_law() -> None:
    _, found = quotes("The pier fell on Monday, The Sund Journal-Constitution reported.")
    assert [quote.speaker for quote in found] == ["Sund Journal-Constitution"]
