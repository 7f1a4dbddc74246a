"""English reporting words: their forms, and what sets some of them apart."""

from __future__ import annotations

import pytest

from dateline.language.english import model
from dateline.language.english.reporting import cues, leads
from dateline.language.tokens import Doc
from dateline.records.marks import Polarity


def test_a_verb_with_a_particle_needs_its_particle() -> None:
    doc = Doc(model.english()("They laughed at it and laughed off the report."))
    first, second = (cues.verb(token) for token in doc if token.text == "laughed")
    assert first is None or not first.particle
    assert second is not None
    assert second.word == "laugh off"
    assert "flat" in second.traits


@pytest.mark.parametrize(("word", "trait"), [("denied", "flat"), ("replied", "answers"), ("insists", "insists")])
def test_traits_of_a_cue(word: str, trait: str) -> None:
    (token,) = model.english()(word)
    cue = cues.verb(token)
    assert cue is not None
    assert trait in cue.traits


@pytest.mark.parametrize(
    ("cue", "polarity", "content", "shown"),
    [
        ("said", "assert", "it rained", "said"),
        ("later adding", "assert", "that it rained", "later adds"),
        ("is describing", "assert", "it as a ruse", "is describing"),
        ("to add", "assert", "that it rained", "adds"),
        ("according to", "assert", "it rained", "says"),
        ("denied", "deny", "that it rained", ""),
        ("denial", "deny", "any part in it", ""),
        ("said", "deny", "the report was “a lie”", "said"),
        ("does not believe", "deny", "that it rained", "does not believe"),
        ("declined", "nonstatement", "to comment", "declined"),
        ("would not say", "nonstatement", "why it rained", ""),
    ],
)
def test_how_a_statement_is_led_in(cue: str, polarity: Polarity, content: str, shown: str) -> None:
    assert leads.led(cue, polarity, content) == shown
