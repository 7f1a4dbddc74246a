"""Which words can stand alone as the name of an event."""

from __future__ import annotations

import pytest

from dateline.language.english import labels


@pytest.mark.parametrize("words", ["The yard was sold", "A storm hit Tessen", "Brandt buys the yard"])
def test_what_stands_alone(words: str) -> None:
    assert labels.stands(words)


@pytest.mark.parametrize(
    "words", ["s biggest sale", "Was sold", "She sold the yard", "Brandt sold the yard to", "How Brandt will vote"]
)
def test_what_has_lost_its_head_or_end(words: str) -> None:
    assert not labels.stands(words)


def test_what_leans_at_the_end_goes() -> None:
    assert labels.without_asides("The owners would vote on it ") == "The owners would vote"


@pytest.mark.parametrize(
    ("behind", "helper"),
    [
        ("’s sentenced on 7 May", (2, " is")),
        ("'s been set free", (2, " has")),
        ("’ll speak", (3, " will")),
        ("’d gone", (0, "")),
        (" spoke", (0, "")),
    ],
)
def test_a_helper_drawn_together_with_a_pronoun_is_written_out(behind: str, helper: tuple[int, str]) -> None:
    assert labels.helper(behind) == helper
