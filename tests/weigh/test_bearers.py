"""Who speaks, where the report that has the words does not say it and another does."""

from __future__ import annotations

from pathlib import Path

import pytest

import made

ONE = """Karst to lose its ferry
The ferry to Karst is to stop in May after twelve years, for want of a ship that is fit to sail, the town was told on Monday.
Mayor Ida Falk of Karst said that there was no money for a ship. The harbour master, Bruno King, said that the hull leaks.
"""


def speaker(folder: Path, line: str, words: str, one: str = ONE) -> str | None:
    """The name of who says these words in a second report of the story."""
    two = f"Karst loses its ferry\nThe ferry to Karst stops in May. {line}\n"
    told = made.told(folder, {"one": ("3 May 2021", one), "two": ("4 May 2021", two)})
    (said,) = [
        said
        for said in told.findings.statements
        if said.report.startswith("two") and words in " ".join(cite.text for cite in said.content)
    ]
    return next((person.name for person in told.people if person.id == said.speaker), None)


@pytest.mark.parametrize(
    ("line", "words", "who"),
    [
        ("The mayor said that it would not sail again.", "not sail", "Ida Falk"),
        ("King said that the hull had leaked for years.", "leaked", "Bruno King"),
        ("Karst harbour master Bruno King said that the hull had leaked for years.", "leaked", "Bruno King"),
    ],
)
def test_the_only_one_of_the_story_who_is_called_so_speaks(tmp_path: Path, line: str, words: str, who: str) -> None:
    assert speaker(tmp_path, line, words) == who


@pytest.mark.parametrize(
    "line",
    [
        "A lawyer for the mayor said that it would not sail again.",
        "A tug's skipper said that it would not sail again.",
        "The governor said that it would not sail again.",
    ],
)
def test_nobody_speaks_whom_the_words_do_not_mean(tmp_path: Path, line: str) -> None:
    assert speaker(tmp_path, line, "not sail") is None


def test_of_two_who_hold_an_office_neither_speaks(tmp_path: Path) -> None:
    one = ONE + "Mayor Karl Moe of Lisse said that Lisse had no ship to lend.\n"
    assert speaker(tmp_path, "The mayor said that it would not sail again.", "not sail", one) is None


def test_a_title_with_a_surname_is_his_to_whom_the_story_gives_the_office(tmp_path: Path) -> None:
    one = ONE + "Governor Bruno Orlan said that the state would not pay. His wife, Mira Orlan, named the ferry.\n"
    wife = "The ferry was named by Mira Orlan, who saw it sail. Governor Orlan said that it had not been fit to sail."
    assert speaker(tmp_path, wife, "not been fit", one) == "Bruno Orlan"


def test_a_title_does_not_take_the_words_of_who_holds_an_office_too(tmp_path: Path) -> None:
    one = ONE + "Governor Bruno Orlan said that the state would not pay.\n"
    she = "Senator Mira Orlan saw it sail. Senator Orlan said that it had not been fit to sail."
    assert speaker(tmp_path, she, "not been fit", one) == "Mira Orlan"


def test_a_report_that_has_her_alone_in_full_gives_her_no_office_in_others(tmp_path: Path) -> None:
    one = ONE + "Ruth Orlan named the ferry in May. Governor Orlan said that the state would not pay for a ship.\n"
    assert (
        speaker(tmp_path, "Governor Orlan said that it had not been fit to sail.", "not been fit", one) != "Ruth Orlan"
    )
