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


def test_the_title_is_what_the_story_says_now(tmp_path: Path) -> None:
    invited = (
        "Holm invites Brandt to Tessen\n\nGreta Holm on Monday invited Ivo Brandt to visit Tessen, her office said."
    )
    met = "Brandt visits Holm in Tessen\n\nIvo Brandt visited Greta Holm in Tessen on Monday, a month after she asked him."
    lines = ({"text": invited, "published": "2031-03-11"}, {"text": met, "published": "2031-04-15"})
    (story,) = dateline.tell(rows(tmp_path, *lines, language="en")).stories
    assert story.title == "Brandt visits Holm in Tessen"


def test_a_headline_that_is_too_long_gives_way_to_the_name_of_what_it_tells(tmp_path: Path) -> None:
    line = (
        "Last May, a stray bullet killed the sailor Ida Falk as she walked on the steps of her house on the First Street of "
        "Tessen / Her death moved the town"
    )
    text = "The trial of Ivo Brandt opened in Tessen. A stray bullet killed Ida Falk in May, the court was told."
    assert "…" not in title(tmp_path, (line, text), ("Trial opens", text))


def test_a_headline_that_begins_with_somebody_s_words_gives_way(tmp_path: Path) -> None:
    quoted = ("“We Will Find a Way”: Greta Holm Meets Ivo Brandt for Talks in Tessen", MET)
    assert title(tmp_path, quoted, quoted, ("Holm meets Brandt in Tessen", MET)) == "Holm meets Brandt in Tessen"
    assert not title(tmp_path / "alone", quoted, quoted).startswith("“")
