"""The door to packaged models: a stranger is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ModelError
from dateline.language.english import model


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


def test_no_model_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_data_folder", lambda package: None)
    model.english.cache_clear()
    with pytest.raises(ModelError, match="pip install"):
        model.english()
    monkeypatch.undo()
    model.english.cache_clear()
