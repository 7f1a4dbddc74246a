"""Marks are made with the parts that a language has, and with no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import language
from dateline.mark import KINDS, NEEDS, PARTS, mark
from made import marked, report

TEXT = "Anna Kessler met Pavel Orlik on Monday. They spoke."


DAY = "2021-05-12"


def test_every_kind_says_what_it_needs() -> None:
    assert set(PARTS) == set(NEEDS) == set(KINDS)


@pytest.mark.parametrize("tag", ["en", "en-GB", "eng", None])
def test_english_has_every_part(tag: str | None) -> None:
    marks = marked(report(TEXT, day=DAY, language=tag))
    assert set(marks.by) == set(KINDS)
    assert marks.names and marks.times and marks.events


def test_of_a_language_without_a_parser_the_sentences_are_marked() -> None:
    marks = marked(report(TEXT, day=DAY, language="tlh"))
    assert set(marks.by) == {"sentence"}
    assert len(marks.sentences) == 2
    assert not (marks.names or marks.times or marks.quotes or marks.events)


def test_without_factuality_there_are_no_events(monkeypatch: pytest.MonkeyPatch) -> None:
    poor = replace(language.of("en"), factuality=None)
    monkeypatch.setattr(language, "_known", lambda: {"en": poor})
    marks = marked(report(TEXT, day=DAY))
    assert set(marks.by) == set(KINDS) - {"event"}
    assert marks.names and not marks.events


def test_reports_of_several_languages_keep_their_order() -> None:
    tags = ["en", "tlh", "en", "tlh"]
    assert [bool(marks.names) for marks in mark(report(TEXT, day=DAY, language=tag) for tag in tags)] == [
        True,
        False,
        True,
        False,
    ]
