"""Credits: what says that an agency wrote the words, and what only names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.read.masthead import credits, datelines
from made import read

BODY = (
    "The harbour at Tollen was closed on Monday after a ferry ran aground in fog, the port authority said.\n\n"
    "Nobody was hurt, but forty passengers spent the night on board while tugs waited for the tide to turn."
)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"Ferry aground\n\nBy MIRA TOLLAND Associated Press\n\n{BODY}\n", "Associated Press"),
        (f"Ferry aground\n\nThe Associated Press — By MIRA TOLLAND - Associated Press\n\n{BODY}\n", "Associated Press"),
        (f"Ferry aground\n\nAssociated Press Published 7:50 a.m. ET March 3, 2031\n\n{BODY}\n", "Associated Press"),
        (f"Ferry aground\n\n1 / 7\n\nBack to Gallery\n\nTOLLEN (AP) — {BODY}\n", "Associated Press"),
        (f"Ferry aground\n\nTOLLEN, Vael, March 3 (Reuters) - {BODY}\n", "Reuters"),
        (f"Ferry aground\n\nTollen (dpa/lno) - {BODY}\n", "dpa"),
        (f"Ferry aground\n\n{BODY}\n\n— Bloomberg\n", "Bloomberg"),
        (f"Ferry aground\n\n{BODY}\n\n(AFP)\n", "AFP"),
        (f"Ferry aground\n\n{BODY}\n\nWith AFP\n", "AFP"),
        (f"Ferry aground\n\n{BODY}\n\n© Agence France-Presse\n", "AFP"),
        (f"Ferry aground\n\n{BODY}\n\nAdditional reporting by Reuters.\n", "Reuters"),
        (
            f"Ferry aground\n\n{BODY}\n\nAssociated Press writers Jon Berg and Ida Falk in Sund contributed.\n",
            "Associated Press",
        ),
        (f"Ferry aground\n\n{BODY}\n\nWith files from The Canadian Press and Jon Berg\n", "The Canadian Press"),
        (f"Ferry aground\n\n{BODY}\n\nCopyright 2031 The Associated Press. All rights reserved.\n", "Associated Press"),
    ],
)
def test_a_credit_and_the_words_it_rests_on(tmp_path: Path, text: str, agency: str) -> None:
    made = read(tmp_path, text)
    assert made.credits == (agency,)
    source = made.sources[f"credits.{agency}"]
    assert made.text[source.start : source.end] == source.text


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry aground\n\n{BODY} The captain told Reuters that he saw no light.\n",
        f"Ferry aground\n\n{BODY}\n\nThe ferry Anna on the bank. (AP Photo/Mira Tolland)\n",
        f"Ferry aground\n\nMira Tolland/AFP\n\n{BODY}\n",
        f"Associated Press wins prize for ferry story\n\n{BODY}\n",
        f"Ferry aground\n\n{BODY} According to the AP, a second ferry was late.\n",
        f"Ferry aground\n\n{BODY}\n\nPhoto: Reuters\n",
        f"Ferry aground\n\nStriker (NR): two goals.\n\n{BODY}\n",
    ],
)
def test_a_mention_and_a_photo_are_no_credit(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).credits == ()


def test_the_byline_of_an_agencys_report_gives_its_writer(tmp_path: Path) -> None:
    made = read(tmp_path, f"Ferry aground\n\nMira Tolland, Associated Press\n\n{BODY}\n")
    assert (made.authors, made.credits) == (("Mira Tolland",), ("Associated Press",))


@pytest.mark.parametrize(
    ("words", "place", "agency"),
    [
        ("TOLLEN, Vael (NPA) — The harbour", "TOLLEN", "NPA"),
        ("Osk/Tollen (dpa) - Der Hafen", "Osk", "dpa"),
        ("Tollen, 3 March (NPA) - The harbour", "Tollen", "NPA"),
        ("TOLLEN: The harbour", "TOLLEN", None),
        ("(NPA) — The harbour", None, "NPA"),
    ],
)
def test_datelines(words: str, place: str | None, agency: str | None) -> None:
    found = datelines.of(words)
    assert found is not None
    assert found.place == place
    assert (words[slice(*found.agency)] if found.agency else None) == agency


@pytest.mark.parametrize(
    "words", ["The harbour was closed: no ferry", "NATO and the ferry - a history", "It was (he said) - a bank"]
)
def test_no_datelines(words: str) -> None:
    assert datelines.of(words) is None


def test_signed_is_agency_and_names_alone() -> None:
    assert credits.signed("Mira Tolland, Jon Berg and Ida Falk, Associated Press")
    assert not credits.signed("Reuters says the ferry was late")
