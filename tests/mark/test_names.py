"""Names of one report: canonical form, type, role, and what is dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.mark.names import marker
from dateline.mark.parse import parses
from dateline.records import Label, Name
from made import marked, report


def found(*blocks: str | tuple[Label, str]) -> list[tuple[str, str, str]]:
    """The words, canonical name and type of each name."""
    one = report(*blocks)
    return [(name.span.of(one.text), name.name, name.type) for name in names(*blocks)]


def names(*blocks: str | tuple[Label, str]) -> tuple[Name, ...]:
    return marked(report(*blocks), "name").names


def test_a_surname_stands_for_the_person_named_in_full() -> None:
    seen = found(("headline", "Fenwick to leave office"), "Mayor Ada Fenwick said on Monday that she would go.")
    assert [name for _, name, _ in seen] == ["Ada Fenwick", "Ada Fenwick"]


def test_a_surname_that_is_a_word_is_found_in_a_headline_in_title_case() -> None:
    lead = "President Ada Fenwick wants the minister, Ida Cook, to be her guest. Fenwick said so on Friday."
    there = found(("headline", "Fenwick Invites Cook to Harrow"), lead)
    assert [name for _, name, _ in there[:2]] == ["Ada Fenwick", "Ida Cook"]
    small = found(("headline", "Fenwick Invites Cook to Harrow"), f"{lead} The cook was not asked.")
    assert "Cook" not in [words for words, *_ in small]


def test_a_title_is_role_and_not_part_of_the_name() -> None:
    (name,) = names("Harrow police chief Bram Oduya spoke to reporters.")[-1:]
    assert (name.name, name.type, name.role) == ("Bram Oduya", "PERSON", "Harrow police chief")


def test_states_have_one_name() -> None:
    seen = found("The U.S. and the UK signed it. The United States and Britain will meet in May.")
    assert {name for _, name, _ in seen} == {"United States", "United Kingdom"}


def test_an_acronym_is_its_expansion() -> None:
    seen = found("The Intermediate Lakes Authority (ILA) met. The ILA said it would act.")
    assert {name for _, name, _ in seen} == {"Intermediate Lakes Authority"}


def test_handles_dates_and_numbers_are_no_names() -> None:
    assert found("On 3 May 2019 @harrowmayor wrote about 45 percent of it on Friday.") == []


def test_an_office_that_is_cut_off_names_nothing() -> None:
    assert found("A SPOKESMAN FOR THE ON") == found("A REPRESENTATIVE FOR THE") == []


def test_an_article_and_a_dash_are_no_name() -> None:
    assert found("On The-- she said, The-- no.") == []


def test_in_a_language_whose_names_are_not_known_there_are_none() -> None:
    (parse,) = parses([report("Mayor Ada Fenwick said on Monday that she would go.")])
    assert marker.names(parse)
    assert marker.names(replace(parse, report=replace(parse.report, language="tlh"))) == ()


def test_a_the_that_starts_a_quotation_makes_no_name_of_a_noun() -> None:
    assert found("He called it a success. “The Summit with them was a great success,” he said.") == []
    assert [name for _, name, _ in found("She told The Herald that she would go.")] == ["The Herald"]


def test_a_surname_alone_is_whom_the_report_opens_with() -> None:
    """A brother, a father, a son are named in full beside; the report is about the first."""
    opening = (
        "Harlan C. Vose, who owned the Torvane mill, died in Orsa on Sunday. A son, Piet Vose, announced the death."
    )
    rest = "Harlan Vose was born in Lund. Mr. Vose bought the mill in 1957."
    last = [name for name in names(f"{opening} {rest}") if name.type == "PERSON"][-1]
    assert last.name == "Harlan C. Vose"


def test_a_surname_after_a_name_with_a_suffix_is_of_that_name() -> None:
    text = "Police arrested Daniel Vose III on Monday. Vose ran. Vose hid. His wife is Mara Vose, a neighbour said."
    assert [name.name for name in names(text) if name.type == "PERSON"][1:3] == ["Daniel Vose III"] * 2


def test_a_title_and_a_given_name_go_before_the_opening() -> None:
    text = "Alex Holm, the mayor, and his sister Martha Holm quarrelled. Alex Holm left. Ms Holm stayed."
    last = [name for name in names(text) if name.type == "PERSON"][-1]
    assert last.name == "Martha Holm"


@pytest.mark.parametrize(
    "text",
    [
        'Vincent "The Owl" Moretti died in prison on Monday.',
        "Vincent ‘The Owl’ Moretti died in prison on Monday.",
        "Vincent (Vinnie) Moretti died in prison on Monday.",
    ],
)
def test_a_nickname_stands_inside_a_name(text: str) -> None:
    found = [name.name for name in names(text) if name.type == "PERSON"]
    assert found == ["Vincent Moretti"]


def test_a_quoted_verb_is_no_nickname() -> None:
    assert "Maria Orlan" not in {name.name for name in names('Maria "hates" Orlan, said the paper.')}


def test_a_noun_whose_capital_is_the_sentences_is_no_name() -> None:
    found = names("Climber dead after fall. A climber died on Friday in the Torvane valley.")
    assert "Climber" not in {name.name for name in found}


def test_two_given_names_in_capitals_are_a_person_though_the_first_is_a_word_too() -> None:
    assert found("CHUCK TODD: Will the harbour stay open? The ferry sails.") == [("CHUCK TODD", "Chuck Todd", "PERSON")]


def test_a_name_that_is_written_twice_is_one() -> None:
    assert [name for _, name, _ in found("Sen. Ada Fenwick Fenwick said so. Fenwick left.")] == [
        "Ada Fenwick",
        "Ada Fenwick",
    ]
    assert found("Alina Polak Alina Polak is a fellow of the institute.")[0][1] == "Alina Polak"
    assert found("Sgt. Mourad Mourad fired twice.")[0][1] == "Mourad Mourad"
