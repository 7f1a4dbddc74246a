"""Captions by their form: what stands under a picture, and what only speaks of one."""

from __future__ import annotations

import pytest

from dateline.language import furniture


@pytest.mark.parametrize(
    "text",
    [
        "Image caption The ferry lay on the bank until the tide turned",
        "The ferry Anna on the bank off Tollen in March. (Mira Tolland/AP)",
        "The harbour of Tollen at night, seen from the quay.Jon Berg / Getty Images",
        "Harbour master Olav Rind waves from the quay in Tollen, Estmark, Monday, March 3, 2031, before the tide.",
        "A tug waits off the bank near Tollen on 3 March 2031.",
        "Harbour master Olav Rind, second left, and pilot Ida Falk shake hands on the quay of Tollen.",
        "Harbour master Olav Rind, right, meeting the pilots on the quay of Tollen in March.",
        "Olav Rind has been told more than once that no ferry would sail in such a fog. | Jon Berg/AP Photo",
    ],
)
def test_what_is_a_caption_by_its_form(text: str) -> None:
    assert furniture.captions.is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "On March 3, 2031, he left the harbour board and was seen in Sund.",
        "The board will meet on March 3, 2031, to hear the pilot.",
        "“The board meets on March 3, 2031,” the harbour master said.",
        "The latest Reuters/Ipsos poll showed that few would take the ferry again.",
        "The ferry ran aground in fog, and nobody was hurt. (AP)",
        "The party stands at the centre, left and right agree.",
        "“We met on the right, sailing slowly,” the pilot said.",
        "Pilot Ida Falk (R) holds a narrow lead in the vote for the harbour board.",
        "It sits on the bank @tollenferry pic.example/1 March 3, 2031",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not furniture.captions.is_caption(text)


@pytest.mark.parametrize(
    "text", ["Jon Berg/AP", "Image copyright Jon Berg", "Credit: The Associated Press", "Jon Berg via AFP"]
)
def test_whose_picture_it_is_is_a_credit(text: str) -> None:
    assert furniture.forms.label(text) == "credit"


@pytest.mark.parametrize("text", ["By Mira Tolland / Reuters", "Von Mira Tolland/dpa", "Mira Tolland | AP"])
def test_a_byline_with_its_agency_is_no_picture(text: str) -> None:
    assert furniture.forms.label(text) is None


def test_a_sentence_that_names_two_agencies_is_no_credit() -> None:
    assert furniture.forms.label("He told AP and later told AFP that he saw no light at all.") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Everything here: all rights reserved by the Herald.", "boilerplate"),
        ("There are seven free articles left for you.", "notice"),
        ("This is an adblocker, and a fine one.", "notice"),
        ("Please log in before you read on.", "notice"),
        ("Get the day in your inbox.", "notice"),
        ("Ann Pell contributed to this report.", "credit"),
        ("The ferry in this file photo is new.", "caption"),
        ("Das Konto ist jederzeit widerrufen.", "notice"),
        ("She may be reached at ann@herald.example.", "social"),
        ("The ferry sank in the sound on Monday.", None),
    ],
)
def test_forms_within_a_line(text: str, label: str | None) -> None:
    assert furniture.forms.label(text) == label
