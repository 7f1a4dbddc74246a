"""A second language is a folder to add: a made-up one goes through the whole flow, with nothing changed elsewhere."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline import language
from dateline.show.page import whole
from made import rows

TAG = "qsk"  # of the tags that ISO 639-2 leaves for private use
FACE = '''
"""Skerric, which nobody speaks: a dozen words."""

from dateline.language import Language
from dateline.language.skerric import {parts}

LANGUAGE = Language(tag="qsk", {given})
'''
WORDS = '''
"""Its words: three of grammar, and the endings that the others have."""

from dateline.language.folded import amounts, openers, root

ENDINGS = ("ovar", "ovat", "un", "ir")


def function_words():
    return frozenset({"la", "bu", "ti"})


def common_words():
    return function_words()


def stem(word):
    return next((word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)), word)
'''
SENTENCES = '''
"""Its sentences: `dr.` ends none."""

import re


def ends(text, start, stop):
    return (end.end() for end in re.finditer(r"(?<!Dr)\\.(?=\\s|$)", text[:stop]) if end.start() >= start)
'''

SAME = (
    "Mardun kelovar brusun fostir.",
    "Mardir kelovat brusir fostun.",
)  # the same stems, not one word in the same form
APART = ("La bu ti gorpel fanda.", "La bu ti snekil wurma.")  # nothing but grammar in common
PILE = (*SAME, *APART)


@pytest.fixture
def skerric(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language, where languages are looked for."""
    folder = tmp_path / "languages" / "skerric"
    folder.mkdir(parents=True)
    parts = {"words": WORDS} | ({"sentences": SENTENCES} if has_sentences() else {})
    for name, content in parts.items():
        (folder / f"{name}.py").write_text(content)
    face = FACE.format(parts=", ".join(parts), given=", ".join(f"{name}={name}" for name in parts))
    (folder / "__init__.py").write_text(face)
    monkeypatch.setattr(language, "__path__", [*language.__path__, str(folder.parent)])
    language._known.cache_clear()
    yield
    language._known.cache_clear()
    for name in [name for name in sys.modules if name.startswith("dateline.language.skerric")]:
        del sys.modules[name]


def has_sentences() -> bool:
    """Whether where sentences end is asked of a language."""
    return "sentences" in {field.name for field in dataclasses.fields(language.Language)}


def pile(tmp_path: Path, *texts: str, tag: str = TAG) -> Path:
    return rows(tmp_path, *texts, language=tag)


def grouped(path: Path) -> list[list[str]]:
    return [[marked.report.id for marked in story.reports] for story in dateline.stories(path)]


@pytest.mark.usefixtures("skerric")
def test_it_is_known_by_its_tag() -> None:
    assert language.of(f"{TAG}-Latn").tag == TAG
    assert language.of(TAG).words.stem("kelovar") == "kel"
    assert not language.of(TAG).marked


@pytest.mark.usefixtures("skerric")
def test_reports_are_grouped_by_its_stems_and_not_by_its_grammar(tmp_path: Path) -> None:
    assert grouped(pile(tmp_path, *PILE)) == [["r0", "r1"], ["r2"], ["r3"]]


def test_without_the_folder_words_stand_for_themselves(tmp_path: Path) -> None:
    assert language.of(TAG).words.stem("kelovar") == "kelovar"
    assert ["r0", "r1"] not in grouped(pile(tmp_path, *PILE))


@pytest.mark.usefixtures("skerric")
def test_its_words_are_no_english_ones(tmp_path: Path) -> None:
    """English grammar in a report of another language is a word like any other: it may be a name there."""
    texts = ("Because whereas kalto", "Because whereas minda")
    assert grouped(pile(tmp_path, *texts)) == [["r0", "r1"]]
    assert grouped(pile(tmp_path, *texts, tag="en")) == [["r0"], ["r1"]]


@pytest.mark.usefixtures("skerric")
def test_an_account_of_it_holds_and_makes_nothing_up(tmp_path: Path) -> None:
    path = pile(tmp_path, *PILE)
    account = dateline.tell(path)
    assert dateline.verify(account, path) == ()
    assert len(account.stories) == 3
    for story in account.stories:
        assert story.title in PILE
        assert story.origins
        made = (
            story.people,
            story.findings.timeline,
            story.findings.plans,
            story.findings.statements,
            story.findings.claims,
            story.findings.questions,
            story.findings.deeds,
        )
        assert not any(made)
        assert not story.brief
    assert "Not in English: its words are kept and compared" in whole.html(account)


@pytest.mark.usefixtures("skerric")
def test_only_its_sentences_are_marked(tmp_path: Path) -> None:
    (marked,) = dateline.marks(pile(tmp_path, "Mardun kelovar. Brusun fostir."))
    assert len(marked.sentences) == 2
    assert not (marked.names or marked.times or marked.quotes or marked.events)


@pytest.mark.skipif(not has_sentences(), reason="where sentences end is not asked of a language yet")
@pytest.mark.usefixtures("skerric")
def test_its_abbreviations_end_no_sentence(tmp_path: Path) -> None:
    text = "Mardun Dr. Fostir kelovar. Brusun fostir."
    (marked,) = dateline.marks(pile(tmp_path, text))
    assert [mark.span.of(text) for mark in marked.sentences] == ["Mardun Dr. Fostir kelovar.", "Brusun fostir."]
