"""Words of mastheads in many languages: what opens a byline, who helped, what an address or a class says, what a form is."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest

from dateline.language import furniture, tables
from dateline.records.report import Label
from made import report


@pytest.mark.parametrize(
    "line", ["By Mira Tolland", "Von Mira Tolland", "Par Mira Tolland", "Author: Mira Tolland", "By: Mira"]
)
def test_what_opens_a_byline(line: str) -> None:
    assert furniture.bylines.opens(line)
    assert furniture.bylines.bare(line).startswith("Mira")


@pytest.mark.parametrize(
    "line", ["Author of the report resigns", "Byron wins", "Text messages show delay", "By 2031 the quay was old"]
)
def test_what_opens_none(line: str) -> None:
    assert not furniture.bylines.opens(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Mira Tolland and Jon van der Berg", True),
        ("Mira Tolland, Jon Berg", True),
        ("The harbour was closed", False),
        ("Tollen", False),
    ],
)
def test_names_and_nothing_else(line: str, names: bool) -> None:
    assert furniture.bylines.names_people(line) is names


@pytest.mark.parametrize(
    ("line", "helped"),
    [
        ("With files from The Canadian Press", True),
        ("Additional reporting by Reuters", True),
        ("Associated Press writer Jon Berg in Sund contributed to this report", True),
        ("Mit Material der dpa", True),
        ("Reporting by Jon Berg for Reuters; editing by Ida Falk", False),
        ("© 2031 The Associated Press", False),
        ("Source: AFP", False),
    ],
)
def test_who_only_helped(line: str, helped: bool) -> None:
    assert furniture.credits.helped(line) is helped


@pytest.mark.parametrize(("line", "agency"), [("© 2031 Reuters", "Reuters"), ("With files from Reuters", None)])
def test_whose_the_words_of_a_report_are(line: str, agency: str | None) -> None:
    made = dataclasses.replace(report(("credit", line)), credits=("Reuters",))
    assert furniture.credits.wire(made) == agency


def test_every_form_gives_a_label_of_a_block() -> None:
    labels = {row["label"] for row in tables.table("chrome")}
    assert labels
    assert labels <= set(get_args(Label))


def test_every_mark_of_a_page_gives_a_label_or_is_a_lead() -> None:
    labels = {row["label"] for row in tables.table("page_marks")}
    assert furniture.marks.LEAD in labels
    assert labels <= {*get_args(Label), furniture.marks.LEAD}


@pytest.mark.parametrize(
    ("classes", "label"),
    [("article__photo-caption", "caption"), ("readMore", "related"), ("standfirst", "deck"), ("text", None)],
)
def test_what_an_element_holds_by_its_class(classes: str, label: str | None) -> None:
    assert furniture.marks.label(classes) == label


@pytest.mark.parametrize(
    ("words", "start"), [("Thu, 3 April 2031", 0), ("Posted Thursday 3 April 2031", 7), ("Osk, 3 April 2031", 5)]
)
def test_a_date_begins_at_its_weekday(words: str, start: int) -> None:
    (first, _, _), *_ = furniture.dates.found(words)
    assert furniture.dates.begins(words, first) == start
