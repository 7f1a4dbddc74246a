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
    told = title(tmp_path, bare, ("Holm meets Brandt in Tessen", MET))
    assert told in {"Holm meets Brandt in Tessen", "Greta Holm met Ivo Brandt for talks in Tessen"}


def test_the_title_is_what_the_story_says_now(tmp_path: Path) -> None:
    invited = (
        "Holm invites Brandt to Tessen\n\nGreta Holm on Monday invited Ivo Brandt to visit Tessen, her office said."
    )
    met = "Brandt visits Holm in Tessen\n\nIvo Brandt visited Greta Holm in Tessen on Monday, a month after she asked him."
    lines = ({"text": invited, "published": "2031-03-11"}, {"text": met, "published": "2031-04-15"})
    (story,) = dateline.tell(rows(tmp_path, *lines, language="en")).stories
    assert story.title in {"Brandt visits Holm in Tessen", "Ivo Brandt visited Greta Holm in Tessen"}


def test_a_headline_that_is_too_long_gives_way_to_the_name_of_what_it_tells(tmp_path: Path) -> None:
    line = (
        "Last May, a stray bullet killed the sailor Ida Falk as she walked on the steps of her house on the First Street of "
        "Tessen / Her death moved the town"
    )
    text = "The trial of Ivo Brandt opened in Tessen. A stray bullet killed Ida Falk in May, the court was told."
    assert "…" not in title(tmp_path, (line, text), ("Trial opens", text))


def test_a_headline_that_begins_with_somebody_s_words_gives_way(tmp_path: Path) -> None:
    quoted = ("“We Will Find a Way”: Greta Holm Meets Ivo Brandt for Talks in Tessen", MET)
    for name, some in (("two", (quoted, quoted, ("Holm meets Brandt in Tessen", MET))), ("alone", (quoted, quoted))):
        told = title(tmp_path / name, *some)
        assert not told.startswith("“")
        assert "Holm" in told


DIED = "Ida Falk, who sailed round the Sund alone, died of a heart attack in Tessen on Monday. She was 80, her sister said."


def test_what_one_report_alone_says_is_no_title(tmp_path: Path) -> None:
    odd = (
        "Ida Falk dies of pneumonia",
        "Ida Falk the sailor died of pneumonia in Tessen on Monday. She was 80 and ill.",
    )
    others = (("Sailor Ida Falk dies of heart attack at 80", DIED), ("Ida Falk, 80, dies of heart attack", DIED))
    told = title(tmp_path, odd, *others, ("Ida Falk dies after a heart attack in Tessen", DIED))
    assert "Ida Falk" in told
    assert "pneumonia" not in told


def test_a_side_angle_and_a_question_are_no_title(tmp_path: Path) -> None:
    side = (
        "Ledger of the Tessen Regatta",
        f"{DIED} The ledger of the regatta of Tessen names her 12 times as the winner.",
    )
    asked = ("Was Ida Falk the greatest sailor of them all?", DIED)
    told = title(tmp_path, side, asked, ("Sailor Ida Falk dies at 80", DIED), ("Ida Falk dies of a heart attack", DIED))
    assert told in {"Sailor Ida Falk dies at 80", "Ida Falk dies of a heart attack"}


def test_a_headline_of_the_first_days_gives_way_where_the_story_went_on(tmp_path: Path) -> None:
    held = "Ivo Brandt was arrested over the theft of the Tessen bell, the police said. The bell of Tessen was stolen in May."
    jailed = (
        "Ivo Brandt was jailed for the theft of the Tessen bell, the court said. The bell of Tessen was stolen in May."
    )
    rows_ = [("Ivo Brandt arrested over Tessen bell theft", held, "2031-05-02")]
    rows_ += [("Ivo Brandt jailed for Tessen bell theft", jailed, f"2031-06-{day}") for day in (12, 13)]
    lines = ({"title": head, "text": f"{head}\n\n{text}", "published": day} for head, text, day in rows_)
    (story,) = dateline.tell(rows(tmp_path, *lines, language="en")).stories
    assert "jailed" in story.title


def test_a_headline_without_the_news_is_no_title_though_its_words_are_everywhere(tmp_path: Path) -> None:
    text = (
        "Ida Falk, who wrote the ledger of the Tessen regatta, died in Tessen on Monday. The ledger of the Tessen regatta was "
        "secret. A court in Tessen found the secret ledger of the regatta, and the regatta was never held again."
    )
    side = ("Secret Ledger of the Tessen Regatta", text)
    told = title(
        tmp_path, side, ("Ida Falk dies at 80", text), ("Sailor Ida Falk dies", text), ("Ida Falk, 80, dies", text)
    )
    assert "Ida Falk" in told
    assert any(word in told for word in ("dies", "died"))


def test_the_title_of_one_report_is_its_headline(tmp_path: Path) -> None:
    text = "The ferry Svala will be laid up in Orm in June, the harbour master of Orm said on Tuesday. It has no crew left."
    assert title(tmp_path, ("Ferry to Orm laid up", text)) == "Ferry to Orm laid up"
