"""What cannot be read without the words around it."""

from __future__ import annotations

import pytest

from dateline.language.english import context


@pytest.mark.parametrize("text", ["She left.", "“They lied,” he said.", "But the ship sailed.", "There is one."])
def test_what_leans(text: str) -> None:
    assert context.needs_context(text)


@pytest.mark.parametrize("text", ["The ship left.", "Theresa Falk left.", "“Karst is safe,” she said."])
def test_what_stands(text: str) -> None:
    assert not context.needs_context(text)


def test_openers_go() -> None:
    assert context.without_opener("Meanwhile, the ship sailed.") == "the ship sailed."
    assert context.without_opener("Butter sold.") == "Butter sold."


def test_pronouns_and_counted_dates() -> None:
    assert context.refers_back("when he left") and not context.refers_back("when Falk left")
    assert context.counts_from_now("last June") and not context.counts_from_now("June 2031")


def test_who_writes_is_no_country() -> None:
    assert context.is_personal("I saw the ship, and so did my brother.") and context.is_personal("We sailed.")
    assert not context.is_personal("The US ship sailed for Port I. Falk of the U.S. navy said so.")
