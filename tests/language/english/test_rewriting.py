"""Slips of a rewriting machine in English words, and in no other language's."""

from __future__ import annotations

from dateline import language
from dateline.language.english import rewriting
from dateline.read.labels.blocks import blocks
from dateline.read.labels.signs import signs


def test_a_swap_is_told_with_its_place() -> None:
    words = "The quay was built after World Battle Two."
    assert [words[start:end] for start, end, _ in rewriting.swapped(words)] == ["World Battle Two"]


def test_a_word_twice_and_a_title_cut() -> None:
    assert [note for _, _, note in rewriting.garbled("It was in the the fog.")] == ["a word twice"]
    assert rewriting.cut_title("Ferry runs aground off the")
    assert rewriting.cut_title("Ferry runs aground off Tollen") is None


def test_english_is_asked_of_english_alone() -> None:
    text = "Fähre läuft vor Tollen auf Grund an\n\nMarch 4, 2031\n\nDer Hafen war am Montag zu, sagte the the Behörde."
    assert language.of("de").rewriting is None
    assert {sign.note for sign in signs("r", text, blocks(text), "en")} >= {"a word twice"}
    assert signs("r", text, blocks(text), "de") == ()
