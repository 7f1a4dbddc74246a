"""Eight reports of our own making with all that stands around them: each paragraph's label is known.

A line of `debris/*.txt` is a label, a bar and a paragraph; a dateline goes before its paragraph on one line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.read.labels import blocks

FILES = sorted((Path(__file__).parent / "debris").glob("*.txt"))
LEAST = 0.97  # share of the code points that are not white space, over all eight
LEAST_EACH = 0.9


def gold(path: Path) -> tuple[str, list[str | None]]:
    """The text of a report, and the label of each of its code points (None for white space)."""
    text, labels = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        label, _, words = line.partition("|")
        end = " " if label == "dateline" else "\n\n"
        text += words + end
        labels += [*(None if c.isspace() else label for c in words), *(None for _ in end)]
    return text, labels


def right(path: Path) -> tuple[int, int]:
    """How many code points carry the right label, of how many."""
    text, labels = gold(path)
    found: list[str | None] = [None] * len(text)
    for block in blocks.blocks(text):
        found[block.start : block.end] = [block.label] * (block.end - block.start)
    told = [(want, have) for want, have in zip(labels, found, strict=True) if want]
    return sum(want == have for want, have in told), len(told)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_report(path: Path) -> None:
    good, whole = right(path)
    assert good / whole >= LEAST_EACH


def test_all_eight() -> None:
    counts = [right(path) for path in FILES]
    assert len(counts) == 8
    assert sum(good for good, _ in counts) / sum(whole for _, whole in counts) >= LEAST
