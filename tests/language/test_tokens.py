"""A sentence's words answer as spaCy's do, and are gone when nobody reads them."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

from dateline import language
from dateline.language.tokens import Doc

TEXT = 'The trawlers, which "Falk" had sold to 12 skippers of Sund, sank -- said Ida Marsh\'s two aides --  on Monday.'
ASKED = (
    *(
        "i",
        "idx",
        "text",
        "lower_",
        "whitespace_",
        "lemma_",
        "pos_",
        "tag_",
        "dep_",
        "ent_type_",
        "ent_iob_",
        "is_alpha",
    ),
    *("is_lower", "is_upper", "is_title", "is_punct", "is_quote", "is_space", "is_stop", "like_num"),
)


@pytest.fixture(scope="module")
def found() -> Any:
    load = language.of("en").pipeline
    assert load is not None
    return load()(TEXT)


def test_each_word_answers_alike(found: Any) -> None:
    made = Doc(found)
    assert made.text == found.text and len(made) == len(found)
    for own, other in zip(made, found, strict=True):
        assert [getattr(own, name) for name in ASKED] == [getattr(other, name) for name in ASKED]
        for name in ("children", "lefts", "rights", "subtree", "ancestors"):
            assert [word.i for word in getattr(own, name)] == [word.i for word in getattr(other, name)], (own, name)
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(own, name).i == getattr(other, name).i, (own, name)
        assert own.head.is_ancestor(own) == (own.head is not own)


def test_each_run_answers_alike(found: Any) -> None:
    made = Doc(found)
    for start in range(len(found)):
        for end in range(start + 1, len(found) + 1):
            own, other = made[start:end], found[start:end]
            assert (own.text, own.root.i, len(own)) == (other.text, other.root.i, len(other)), other
            assert [word.i for word in reversed(own)] == list(range(end - 1, start - 1, -1))
    assert [(one.text, one.label_) for one in made.ents] == [(one.text, one.label_) for one in found.ents]
    assert [(one.text, one.root.i) for one in made.noun_chunks] == [(one.text, one.root.i) for one in found.noun_chunks]
    at = TEXT.index("skip")
    run = made.char_span(at, at + 3, alignment_mode="expand")
    assert run is not None and run.text == "skippers"
    assert made.char_span(at, at + 3) is None


def test_neighbours_end_with_the_sentence(found: Any) -> None:
    made = Doc(found)
    assert made[0].nbor() is made[1] and made[-1].nbor(-1) is made[len(made) - 2]
    for word, steps in ((made[0], -1), (made[-1], 1)):
        with pytest.raises(IndexError):
            word.nbor(steps)


def test_what_is_forgotten_is_gone_at_once(found: Any) -> None:
    class Watched(Doc):
        """One that tells when it is gone."""

    made = Watched(found)
    gone = weakref.ref(made)
    gc.disable()
    try:
        made.forget()
        del made
        assert gone() is None
    finally:
        gc.enable()
