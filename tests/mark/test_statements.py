"""How well denials, things not said, speakers and channels are read, on sentences made up for it: accuracy and floors.

The figures are printed (`pytest -s`), and stand in docs/explanation/measured.md with what is got wrong.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

import made
from dateline.records import Quote

GOLD = Path(__file__).with_name("statements.tsv")
FLOORS = {"found": 0.97, "class": 0.99, "polarity": 0.98, "speaker": 0.94, "through": 0.99}


def rows() -> list[dict[str, str]]:
    """The sentences with what is to be read from each."""
    lines = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def quoted(row: dict[str, str]) -> Quote | None:
    """The quotation of a row's report whose content shares most words with the row's, at least half of them all."""
    read = made.report(*row["text"].split(" ¶ "), day="2021-05-04")
    text = read.text
    start = text.rindex(row["content"])
    gold = set(range(start, start + len(row["content"])))
    best: tuple[float, Quote] | None = None
    for quote in made.marked(read, "quote").quotes:
        held = {place for span in quote.content for place in range(span.start, span.end)}
        shared = len(gold & held) / len(gold | held)
        if shared >= 0.5 and (best is None or shared > best[0]):
            best = (shared, quote)
    return best[1] if best else None


@cache
def wrong() -> dict[str, list[str]]:
    """For each figure the texts that are got wrong; what is not found is wrong in no other figure."""
    out: dict[str, list[str]] = {figure: [] for figure in FLOORS}
    for row in rows():
        quote = quoted(row)
        if quote is None:
            out["found"].append(row["text"])
            continue
        got = {
            "class": quote.class_,
            "polarity": quote.polarity,
            "speaker": quote.speaker or "",
            "through": quote.through or "",
        }
        for figure, value in got.items():
            if value != row[figure]:
                out[figure].append(f"{row['text']} [{value or 'none'}, not {row[figure] or 'none'}]")
    return out


@pytest.mark.parametrize("figure", FLOORS)
def test_accuracy(figure: str) -> None:
    bad = wrong()
    of = len(rows()) - (len(bad["found"]) if figure != "found" else 0)
    accuracy = 1 - len(bad[figure]) / of
    print(f"\n{figure}: {accuracy:.3f} of {of}", *bad[figure], sep="\n  ")
    assert accuracy >= FLOORS[figure]


def test_there_are_enough_of_each() -> None:
    polarities = [row["polarity"] for row in rows()]
    assert len(polarities) >= 80
    assert min(polarities.count(polarity) for polarity in ("deny", "nonstatement")) >= 15
