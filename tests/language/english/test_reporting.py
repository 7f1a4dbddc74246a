"""English reporting words: their forms, and what sets some of them apart."""

from __future__ import annotations

import pytest

from dateline.language.english import model
from dateline.language.english.reporting import cues
from dateline.language.tokens import Doc


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
