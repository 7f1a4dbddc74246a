"""English words: one stem for the forms of a word, irregular ones by their verb, and what tells no two texts apart."""

from __future__ import annotations

import pytest

from dateline.language import folded, of
from dateline.language.english import words
from dateline.language.words import COMPOUND, WORD, content, plain

ENGLISH = of("en").words


@pytest.mark.parametrize(
    "forms",
    ["invite invites invited inviting invitation", "plan plans planned planning", "city cities", "rind's rind’s rind"],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({ENGLISH.stem(form.lower()) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms", ["buy buys bought", "break broke broken", "die died death dead", "agree agreement agreed"]
)
def test_irregular_forms_have_the_root_of_their_verb(forms: str) -> None:
    assert len({ENGLISH.root(form) for form in forms.split()}) == 1


def test_texts_are_not_compared_by_roots() -> None:
    assert ENGLISH.stem("death") != ENGLISH.stem("die")


def test_a_short_word_keeps_three_letters() -> None:
    assert ENGLISH.stem("bring") == "bring"
    assert ENGLISH.stem("laws") == "law"


@pytest.mark.parametrize("form", ["says", "broke", "carries", "carried", "planning", "making", "met"])
def test_forms_are_those_that_a_verb_has(form: str) -> None:
    verbs = ("say", "break", "carry", "plan", "make", "meet")
    assert sum(form in words.forms(verb) for verb in verbs) == 1


def test_regular_forms_of_a_verb() -> None:
    assert {"denies", "denied", "denying"} <= words.regular_forms("deny")
    assert {"admitted", "admitting"} <= words.regular_forms("admit")


def test_common_words_are_of_no_content() -> None:
    common = ENGLISH.common_words()
    assert {"the", "across", "several", "mr"} <= common
    assert not {"fire", "bill", "mill", "system"} & common
    assert not {"say", "says", "said"} & common
    assert {"say", "says", "said"} <= ENGLISH.function_words()


def test_a_word_is_held_together_by_stops_and_a_compound_by_hyphens_too() -> None:
    text = "The U.S. crew’s fourteen-man shift dug 1,200 t of R&D."
    assert WORD.findall(text) == [
        "The",
        "U.S",
        "crew’s",
        "fourteen",
        "man",
        "shift",
        "dug",
        "1",
        "200",
        "t",
        "of",
        "R&D",
    ]
    assert COMPOUND.findall(text) == ["The", "U.S", "crew’s", "fourteen-man", "shift", "dug", "1,200", "t", "of", "R&D"]


def test_what_a_text_is_about_is_said_in_roots() -> None:
    assert plain("“The Crew’s  loss!”") == "the crew's loss"
    assert content("She has bought the ferries.", ENGLISH) == content("They buy a ferry", ENGLISH)
    assert content("She has bought", folded) == {"she", "has", "bought"}
