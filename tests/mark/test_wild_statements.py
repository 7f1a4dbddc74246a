"""Kinds of quotations and sentence ends at which other programs failed in public, on sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.mark import mark
from dateline.records import Marked
from made import rows

HERE = Path(__file__)
STATEMENTS = [
    line.split("\t")
    for line in HERE.with_name("wild_statements.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
ENDED = [
    line
    for line in HERE.with_name("wild_sentences.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def marked(folder: Path, text: str, *kinds: str) -> Marked:
    pile = rows(folder, {"text": text, "title": "A short report", "published": "2031-05-14"})
    (marks,) = mark(dateline.read(pile), kinds)
    return marks


@pytest.mark.parametrize(("kind", "sign", "who", "words", "text"), STATEMENTS)
def test_whose_words_they_are(tmp_path: Path, kind: str, sign: str, who: str, words: str, text: str) -> None:
    text, words = (each.replace("¶", "\n\n").replace("⏎", "\n") for each in (text, words))
    found = []
    for quote in marked(tmp_path, text, "name", "time", "quote").quotes:
        source = " ".join(span.of(text) for span in quote.source)
        content = " ".join(span.of(text) for span in quote.content)
        whose = f"{quote.speaker or ''} / {source}" if sign == "+" else quote.speaker or source
        found.append((whose.lower(), content.lower()))
    fits = any(who.lower() in source and words.lower() in content for source, content in found)
    assert fits == (sign == "+"), (kind, found)


@pytest.mark.parametrize("told", ENDED)
def test_where_a_sentence_ends(tmp_path: Path, told: str) -> None:
    text = told.replace("‖", "")
    ends = {sentence.span.end for sentence in marked(tmp_path, text, "sentence").sentences}
    assert "".join(sign + "‖" * (end in ends) for end, sign in enumerate(text, 1)) == told
