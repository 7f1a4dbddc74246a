"""Numbers in English words: one value for each, however it is written."""

import pytest

from dateline.language.english import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7), ("Seven", 7), ("zero", 0), ("twenty-one", 21), ("twenty one", 21), ("dozen", 12),
        ("two dozen", 24), ("hundred", 100), ("two hundred and fifty", 250), ("three hundred thousand", 300_000),
        ("two million five hundred thousand", 2_500_000), ("3.4 million", 3_400_000), ("1,200", 1200), ("2018", 2018),
        ("2.5", 2.5),
    ],
)  # fmt: skip
def test_value(text: str, value: float) -> None:
    assert numbers.value(text) == value


@pytest.mark.parametrize(
    "text", ["", "and", "dog", "two dogs", "and two", "two and", "third", "1,2,3", "2018-07-19T10"]
)
def test_no_number(text: str) -> None:
    assert numbers.value(text) is None


@pytest.mark.parametrize(
    ("word", "number"),
    [("first", 1), ("Twelfth", 12), ("thirtieth", 30), ("twenty-first", 21), ("22nd", 22), ("103rd", 103)],
)
def test_ordinal(word: str, number: int) -> None:
    assert numbers.ordinal(word) == number


@pytest.mark.parametrize("word", ["one", "twenty", "two-first", "twenty-twelfth", "nd", ""])
def test_no_ordinal(word: str) -> None:
    assert numbers.ordinal(word) is None
