"""Marks are made with the parts that a language has, and with no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import language
from dateline.mark import KINDS, NEEDS, PARTS, mark
from dateline.records import Block, Report, Stamp

TEXT = "Anna Kessler met Pavel Orlik on Monday. They spoke."


def report(tag: str | None) -> Report:
    return Report(
        id="r", path=None, url=None, outlet=None, title=None, authors=(), place=None, credits=(), language=tag,
        published=Stamp("2021-05-12", "explicit"), updated=None, text=TEXT, blocks=(Block(0, len(TEXT), "body"),),
    )  # fmt: skip


def test_every_kind_says_what_it_needs() -> None:
    assert set(PARTS) == set(NEEDS) == set(KINDS)


@pytest.mark.parametrize("tag", ["en", "en-GB", "eng", None])
def test_english_has_every_part(tag: str | None) -> None:
    (marked,) = mark([report(tag)])
    assert set(marked.by) == set(KINDS)
    assert marked.names and marked.times and marked.events


def test_of_a_language_without_a_parser_the_sentences_are_marked() -> None:
    (marked,) = mark([report("tlh")])
    assert set(marked.by) == {"sentence"}
    assert len(marked.sentences) == 2
    assert not (marked.names or marked.times or marked.quotes or marked.events)


def test_without_factuality_there_are_no_events(monkeypatch: pytest.MonkeyPatch) -> None:
    poor = replace(language.of("en"), factuality=None)
    monkeypatch.setattr(language, "_known", lambda: {"en": poor})
    (marked,) = mark([report("en")])
    assert set(marked.by) == set(KINDS) - {"event"}
    assert marked.names and not marked.events


def test_reports_of_several_languages_keep_their_order() -> None:
    tags = ["en", "tlh", "en", "tlh"]
    assert [bool(marked.names) for marked in mark(report(tag) for tag in tags)] == [True, False, True, False]
