"""Kinds of times at which other programs failed in public: sentences of our own, and which value their words have."""

from __future__ import annotations

from pathlib import Path

import pytest

from made import marked, report

PUBLISHED = "2031-05-14"  # a Wednesday
LIFE = (
    "She was born in 1951 in Sund. In 1969 she left school, and in 1972 she bought a boat. In 1975 she sailed round the cape. "
    "In 1980 she lost it. In 1983 she opened a yard, and in 1991 she sold it. In 2003 she wrote a book, and in 2011 another."
)
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("wild_times.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "words", "value", "text"), ROWS)
def test_words_have_the_value_that_a_reader_gives_them(kind: str, words: str, value: str, text: str) -> None:
    text = text.replace("{life}", LIFE).replace("¶", "\n\n")
    start = text.index(words)
    end = start + len(words)
    times = marked(report(text, day=PUBLISHED), "name", "time").times
    found = {time.value for time in times if time.span.start < end and time.span.end > start}
    assert found == (set() if value == "-" else {value}), kind
