"""How statements are led in where they are shown: who is told, what a speaker without a name is called, whole marks."""

from __future__ import annotations

import pytest

from dateline.language.english.reporting import called, hearer
from dateline.show import words


@pytest.mark.parametrize(
    ("cue", "between", "whom"),
    [
        ("told", " reporters that", "reporters"),
        ("has told", " the Herald on Friday that", "the Herald"),
        ("said", " on Friday that", ""),
        ("told", ", ", ""),
    ],
)
def test_hearer(cue: str, between: str, whom: str) -> None:
    assert hearer(cue, between) == whom


def test_what_a_speaker_without_a_name_is_called() -> None:
    assert [called(source) for source in ("The police", "Police", "she", "Those", "NATO officials")] == [
        "police", "police", "", "", "NATO officials",
    ]  # fmt: skip


def test_marks_are_shown_in_pairs() -> None:
    assert words.bare("that he was “asleep at the wheel”") == "that he was “asleep at the wheel”"
    assert words.bare("“No, never”") == "No, never"
    assert words.quoted("“It is,” … “It was.”") == "“It is,” … “It was.”"
