"""Copies of one dispatch share the day that one of them tells."""

from __future__ import annotations

import json
from pathlib import Path

from dateline import flow

FIRST = "Dockers in the port of Velm went back to work on Saturday after nine days on strike over pay."
SECOND = "The union said that its members had accepted a rise of four per cent from the first of May."
OWN = "A court in Holm will hear the case of two brothers who are said to have sold forged tickets."


def pile(folder: Path, *reports: dict[str, str]) -> str:
    at = folder / "pile.jsonl"
    at.write_text("\n".join(json.dumps(report) for report in reports))
    return str(at)


def test_a_copy_without_a_day_has_that_of_its_earliest_twin(tmp_path: Path) -> None:
    told = f"{FIRST}\n\n{SECOND}"
    at = pile(
        tmp_path,
        {"id": "a", "text": told},
        {"id": "b", "text": f"{told}\n\nA ship was unloaded before noon.", "published": "2031-03-02T10:00Z"},
        {"id": "c", "text": told, "published": "2031-03-01"},
        {
            "id": "d",
            "text": f"{FIRST}\n\n{OWN}\n\nThe brothers deny it, and their lawyer calls the charge a joke in bad taste.",
        },
    )
    days = {one.id: (one.published.value, one.published.basis) for one in flow.read(at)}
    assert days["a"] == ("2031-03-01", "inferred")
    assert days["b"] == ("2031-03-02T10:00+00:00", "metadata")
    assert days["d"][0] is None  # one paragraph is background that many carry
