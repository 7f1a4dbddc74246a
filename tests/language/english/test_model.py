"""The door to packaged models: a stranger is refused."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import ModelError
from dateline.language.english import model
from dateline.language.english.names import gazetteer


def test_the_checked_model_loads() -> None:
    assert "parser" in model.english().pipe_names


def test_a_stranger_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]")
    monkeypatch.setattr(model, "_data_folder", lambda package: tmp_path)
    model.english.cache_clear()
    with pytest.raises(ModelError, match=r"config\.cfg is not the file that was checked"):
        model.english()
    monkeypatch.undo()
    model.english.cache_clear()


def test_the_dictionary_is_that_of_the_models_own_lemmatizer() -> None:
    lists: Any = model.english().get_pipe("lemmatizer")
    index = lists.lookups.get_table("lemma_index")
    plain, nouns = model.dictionary()
    assert plain == {word for kind in ("verb", "adj", "adv") for word in index[kind]} and nouns == set(index["noun"])


def test_who_asks_for_the_dictionary_loads_no_spacy() -> None:
    asked = (
        "import sys; from dateline.language.english import model; model.dictionary(); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_no_model_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_data_folder", lambda package: None)
    model.english.cache_clear()
    with pytest.raises(ModelError, match="pip install"):
        model.english()
    monkeypatch.undo()
    model.english.cache_clear()


def test_a_tokenizer_that_begins_empty_ends_as_the_packages_own() -> None:
    package = import_module(next(name for name in model.PACKAGES if model._data_folder(name) is not None))
    model.english()  # by then an empty one has its name
    own, begun_empty = package.load(), package.load(config=model._WITH_EMPTY)
    assert begun_empty.tokenizer.to_bytes() == own.tokenizer.to_bytes()


def test_what_parts_a_word_is_no_letter() -> None:
    letters = [letter for letter in map(chr, range(0x110000)) if letter.isalpha()]
    package = import_module(next(name for name in model.PACKAGES if model._data_folder(name) is not None))
    usual = package.load().tokenizer.infix_finditer
    assert len(letters) > 100_000 and list(usual("a-b"))
    assert not list(usual("".join(letters))) and not list(usual("A".join(letters)))


def test_plain_words_are_cut_as_the_tokenizer_cuts_them() -> None:
    names = [*gazetteer.bodies(), *gazetteer.peoples()]
    cut = {name: words for name in names if (words := model.plain_words(name))}
    assert len(cut) > len(names) / 2
    parser = model.english()
    assert all(tuple(token.text for token in parser.make_doc(name)) == words for name, words in cut.items())


@pytest.mark.parametrize("text", ["cannot", "they cannot go", "Rask-Vael", "St. Olm", "Rask  Vael", "Olm's", ""])
def test_words_that_the_tokenizer_must_be_asked_for(text: str) -> None:
    assert model.plain_words(text) == ()


def test_words_are_kept_beyond_what_spacy_keeps() -> None:
    assert model.english().tokenizer.max_cache_size == model.KEPT
