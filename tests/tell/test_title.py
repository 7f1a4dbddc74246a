"""The title of a story: what it says now, told by a verb."""

from __future__ import annotations

from pathlib import Path

import dateline
from made import rows


def title(folder: Path, *reports: tuple[str, str]) -> str:
    lines = ({"title": head, "text": f"{head}\n\n{text}", "published": "2031-03-12"} for head, text in reports)
    (story,) = dateline.tell(rows(folder, *lines, language="en")).stories
    return story.title


MET = (
    "Greta Holm met Ivo Brandt for talks in Tessen on Tuesday. The talks of Holm and Brandt in Tessen went on all day."
)


def test_a_headline_that_only_names_the_event_gives_way_to_one_that_tells_it(tmp_path: Path) -> None:
    bare = ("All on the talks of Greta Holm and Ivo Brandt in Tessen", MET)
    assert title(tmp_path, bare, ("Holm meets Brandt in Tessen", MET)) == "Holm meets Brandt in Tessen"
