"""Statuses against a gold of our own: one event a sentence in `status_gold.tsv`, accuracy by class, with floors."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dateline.mark import mark
from made import report

GOLD = Path(__file__).with_name("status_gold.tsv")
FLOORS = {"a": 0.96, "b": 0.96, "c": 0.87}  # accuracy by part
CLASS_FLOOR = 0.8


def rows() -> list[tuple[str, str, str, str, str]]:
    """Part, field, head, status and sentence of each line."""
    lines = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    cut = [line.split("\t") for line in lines[1:]]
    return [(part, field, head, status, text) for part, field, head, status, text in cut]


def found() -> list[str | None]:
    """The status that the marker gives the event of each line; None where it finds no such event."""
    reports = [report(text, key=str(number), day="2021-05-12") for number, (*_, text) in enumerate(rows())]
    return [
        next((one.status for one in marked.events if one.head.lower() == head), None)
        for marked, (_, _, head, _, _) in zip(mark(reports, only=["event"]), rows(), strict=True)
    ]


def test_the_gold_is_what_it_says() -> None:
    assert len(rows()) >= 90
    assert len({text for *_, text in rows()}) == len(rows())
    assert {field for _, field, *_ in rows()} == {"politics", "courts", "sport", "business", "disasters"}
    assert all(head in text.lower() for _, _, head, _, text in rows())


def test_statuses_of_the_gold_hold_their_floors() -> None:
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    wrong = []
    for (part, field, head, status, text), got in zip(rows(), found(), strict=True):
        for key in (part, field, status):
            every[key] += 1
            right[key] += got == status
        if got != status:
            wrong.append(f"{part} {status}, told as {got}: {head} | {text}")
    table = "\n".join(f"{key:13} {right[key]:3} of {every[key]:3}" for key in sorted(every))
    print("\n".join((table, *wrong)))  # `pytest -rP tests/mark/test_status_gold.py`
    for part, floor in FLOORS.items():
        assert right[part] / every[part] >= floor, table
    for status in {status for _, _, _, status, _ in rows()}:
        assert right[status] / every[status] >= CLASS_FLOOR, table
