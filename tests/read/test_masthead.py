"""The masthead: each field from the right place; a caption never dates a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dateline
from dateline.read.masthead import credits
from made import read

BODY = "The harbour at Tollen was closed on Monday after a ferry ran aground in fog, the port authority said."


def test_bylines_over_three_lines_with_a_place(tmp_path: Path) -> None:
    made = read(
        tmp_path,
        f"Ferry aground\n\nFerry off Tollen\n\nMira Tolland\nSund\n,Henrik Aasen\nTuesday 11 March 2031 19:05 CET\n\n{BODY}\n",
    )
    assert made.authors == ("Mira Tolland", "Henrik Aasen")
    assert made.place == "Sund"
    assert made.published.value == "2031-03-11T19:05+01:00"
    assert made.published.basis == "explicit"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("by Mira Tolland July 15 at 6:00 AM Follow Tolland", ("Mira Tolland",)),
        ("By Mira Tolland and April Aasen - 15 July 2031", ("Mira Tolland", "April Aasen")),
        ("By June Tolland", ("June Tolland",)),
    ],
)
def test_a_day_behind_the_names_hides_none(tmp_path: Path, line: str, authors: tuple[str, ...]) -> None:
    assert read(tmp_path, f"Ferry aground off Tollen\n\n{line}\n\n{BODY}\n").authors == authors


def test_published_and_updated_on_one_line(tmp_path: Path) -> None:
    made = read(tmp_path, f"Ferry runs aground\n\nOctober 26, 2031 Updated: October 27, 2031\n\n{BODY}\n")
    assert made.published.value == "2031-10-26"
    assert made.updated is not None
    assert made.updated.value == "2031-10-27"


def test_a_captions_date_is_not_the_reports(tmp_path: Path) -> None:
    made = read(
        tmp_path,
        f"Ferry runs aground\n\n(FILE) In this file photo taken on May 2, 2031, ferries lie at anchor.\n\n{BODY}\n",
    )
    assert made.published.value is None
    assert made.published.basis == "none"


def test_agencies_are_credits_and_no_authors(tmp_path: Path) -> None:
    made = read(tmp_path, f"Ferry runs aground\n\nBy <u>Reuters</u>\n\nMay 3, 2031\n\n{BODY}\n")
    assert made.credits == ("Reuters",)
    assert made.authors == ()


def test_told_an_agency_is_no_credit(tmp_path: Path) -> None:
    made = read(
        tmp_path,
        f"Ferry runs aground\n\nMay 3, 2031\n\n{BODY}\n\nThe captain told Reuters that he had seen no light at all.\n",
    )
    assert made.credits == ()


def test_an_address_gives_outlet_and_day(tmp_path: Path) -> None:
    made = read(
        tmp_path, f"Ferry runs aground\n\n{BODY}\n\nOriginal url: https://www.strait.example/2031/05/03/ferry\n"
    )
    assert (made.outlet, made.published.value, made.published.basis) == ("strait.example", "2031-05-03", "url")


def test_two_files_of_one_name_have_two_ids(tmp_path: Path) -> None:
    read(tmp_path / "a", BODY)
    read(tmp_path / "b", BODY + " More.")
    ids = [found.id for found in dateline.read(tmp_path)]
    assert ids[0] == "one"
    assert ids[1].startswith("one-")


def test_the_text_is_unaltered(tmp_path: Path) -> None:
    raw = f"Ferry\u00a0aground\r\n\r\n{BODY}\r\n".encode()
    (tmp_path / "one.txt").write_bytes(raw)
    (found,) = dateline.read(tmp_path)
    assert found.text == raw.decode()


@pytest.mark.parametrize(
    ("head", "foot", "agencies", "authors"),
    [
        ("LONDON (Reuters) - ", "", ("Reuters",), ()),
        ("(Reuters) - ", "", ("Reuters",), ()),
        ("6 photos\n\nBack to gallery\n\nTOLLEN (AP) — ", "", ("Associated Press",), ()),
        ("Reuters Staff\n\n", "", ("Reuters",), ()),
        ("Associated Press Published 6:18 a.m. ET May 3, 2031\n\n", "", ("Associated Press",), ()),
        (
            "The Associated Press — By MIRA TOLLAND - AP Business Writer\n\n",
            "",
            ("Associated Press",),
            ("Mira Tolland",),
        ),
        ("By MIRA TOLLAND Associated Press\n\n", "", ("Associated Press",), ("Mira Tolland",)),
        ("By Mira Tolland of The Associated Press\n\n", "", ("Associated Press",), ("Mira Tolland",)),
        ("Mira Tolland, with AFP\n\n", "", ("AFP",), ("Mira Tolland",)),
        ("PARIS: ", " (AFP)", ("AFP",), ()),
        ("", "\n\n© 2031 AFP", ("AFP",), ()),
        ("", "\n\nReuters contributed to this report.", ("Reuters",), ()),
        ("", "\n\nThis article was originally published by Reuters.", ("Reuters",), ()),
        ("Mira Tolland / Reuters\n\n", "", (), ()),
        ("Photo: AFP\n\n", "", (), ()),
        ("", " The owner told Reuters that he would pay.", (), ()),
    ],
)
def test_who_is_credited(
    tmp_path: Path, head: str, foot: str, agencies: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    made = read(tmp_path, f"Ferry runs aground off Tollen\n\n{head}{BODY}{foot}\n")
    assert made.credits == agencies
    assert made.authors == authors


@pytest.mark.parametrize(
    "line", ["Reuters Wins Prize", "Associated Press, Reuters Sue Tollen Herald", "AP and the ferry"]
)
def test_a_headline_credits_nobody(line: str) -> None:
    assert not credits.signed(line)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Authored by Ines Farrow via Tollen Letters,", ("Ines Farrow",)),
        ("From the Courier's Ines Farrow and Olav Rind", ("Ines Farrow", "Olav Rind")),
        ("by Ines Farrow and Olav Rind May 3 at 11:55 AM Email the author", ("Ines Farrow", "Olav Rind")),
        ("Newser — Ines Marie Farrow", ("Ines Marie Farrow",)),
    ],
)
def test_authors_of_lines_around_names(tmp_path: Path, line: str, authors: tuple[str, ...]) -> None:
    assert read(tmp_path, f"Ferry runs aground off Tollen\n\n{line}\n\n{BODY}\n\n{BODY}\n").authors == authors


@pytest.mark.parametrize(
    ("given", "authors"),
    [
        (["By MIRA TOLLAND"], ("Mira Tolland",)),
        (["Mira Tolland,Jon Berg"], ("Mira Tolland", "Jon Berg")),
        (["Mira Tolland and Jon Berg, SUND COURIER"], ("Mira Tolland", "Jon Berg")),
        (["Mira Tolland, Jon Berg, and Ida Falk"], ("Mira Tolland", "Jon Berg", "Ida Falk")),
        (["Mira Tolland, @mtolland, Upper Sund (Vael) Press"], ("Mira Tolland",)),
        (["By MIRA TOLLAND,Jon Berg and Ida Falk contributed research."], ("Mira Tolland", "Jon Berg", "Ida Falk")),
        (["By MIRA TOLLAND. Email: mira@courier.example"], ("Mira Tolland",)),
        (["Mira Tolland"], ("Mira Tolland",)),
        (["Tolland, Mira"], ("Tolland, Mira",)),
        (["News and Features Desk"], ("News and Features Desk",)),
        (["Mira de la Torre", "Jon Berg"], ("Mira de la Torre", "Jon Berg")),
    ],
)
def test_authors_as_rows_list_them(tmp_path: Path, given: list[str], authors: tuple[str, ...]) -> None:
    row = {"text": BODY, "title": "Ferry aground", "outlet": "Sund Courier", "authors": given}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (made,) = dateline.read(tmp_path / "a.jsonl")
    assert made.authors == authors
