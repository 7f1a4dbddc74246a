"""Names against a gold of our own: spans, types and canonical names in `names_gold.txt`, with floors."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.mark.names.marker import names
from dateline.mark.parse import parses
from dateline.records import Label, Report
from made import report

GOLD = Path(__file__).with_name("names_gold.txt")
FLOORS = {"span": 0.983, "type": 0.97, "name": 0.98}  # F1 of spans; of spans with the type; with the canonical name
_MARK = re.compile(r"\[([^\]|]+)\|([A-Z]+)(?:\|([^\]]+))?\]")
Names = dict[tuple[int, int], tuple[str, str]]


def read(line: str) -> tuple[Report, Names]:
    """A line of the gold as a report, and its names by their place: type and canonical name."""
    label: Label = "headline" if line.startswith("headline: ") else "body"
    first, *rest = line.removeprefix("headline: ").split(" // ")
    made = report((label, _MARK.sub(r"\1", first)), *(_MARK.sub(r"\1", part) for part in rest))
    gold: Names = {}
    for part, block in zip([first, *rest], made.blocks, strict=True):
        end, start = 0, block.start
        for mark in _MARK.finditer(part):
            start += mark.start() - end
            gold[start, start + len(mark[1])] = (mark[2], mark[3] or mark[1])
            end, start = mark.end(), start + len(mark[1])
    return made, gold


def both() -> list[tuple[str, Names, Names]]:
    """Each line's text, its gold names and those found."""
    lines = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    gold_lines = [read(line) for line in lines]
    out = []
    for parse, (made, gold) in zip(parses([made for made, _ in gold_lines]), gold_lines, strict=True):
        found = {(one.span.start, one.span.end): (one.type, one.name) for one in names(parse)}
        out.append((made.text, gold, found))
    return out


def figures(cases: list[tuple[str, Names, Names]]) -> dict[str, float]:
    """F1 by what has to agree: span; span and type; span and canonical name."""
    gold = sum(len(one) for _, one, _ in cases)
    found = sum(len(one) for _, _, one in cases)
    pairs = [(right[span], got[span]) for _, right, got in cases for span in right if span in got]
    hits = {
        "span": len(pairs),
        "type": sum(a[0] == b[0] for a, b in pairs),
        "name": sum(a[1] == b[1] for a, b in pairs),
    }
    return {key: round(2 * hit / (gold + found), 3) for key, hit in hits.items()}


def test_the_gold_is_large_enough() -> None:
    cases = both()
    assert len(cases) >= 60
    assert sum(len(gold) for _, gold, _ in cases) >= 150


def test_names_reach_their_floors() -> None:
    cases = both()
    reached = figures(cases)
    wrong = [
        f"{text[slice(*span)]!r}: {gold.get(span)} but {found.get(span)}"
        for text, gold, found in cases
        for span in sorted(gold.keys() | found.keys())
        if gold.get(span) != found.get(span)
    ]
    for key, floor in FLOORS.items():
        assert reached[key] >= floor, f"{reached}\n" + "\n".join(wrong)


def test_cut_and_shuffled_sentences_break_nothing() -> None:
    lines = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pieces = []
    for n, line in enumerate(lines):
        words = read(line)[0].text.split()
        turn = n % len(words)
        pieces += [" ".join(words[turn:] + words[:turn]), " ".join(words[: turn + 1]), " ".join(words[::-1])]
    found = [
        (parse.report.text, name) for parse in parses([read(piece)[0] for piece in pieces]) for name in names(parse)
    ]
    assert found
    for text, name in found:
        assert name.name.strip()
        assert name.span.of(text).strip()
