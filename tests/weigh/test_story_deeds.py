"""Deeds of a story: views of its events, by vote, from each side where both do it, with the codes of the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import language
from dateline.records import Deed
from made import told

SAID = "Norway expels two diplomats\nNorway expelled two diplomats of Chad on Monday over the raid on its embassy."


def deeds(folder: Path, *texts: str) -> tuple[Deed, ...]:
    reports = {f"r{number}": ("March 5, 2031", text) for number, text in enumerate(texts)}
    return told(folder, reports).findings.deeds


def test_a_deed_told_twice_is_one_and_cites_both(tmp_path: Path) -> None:
    again = (
        "Chad protests in Oslo\nOfficials said that Norway expelled two diplomats of Chad on Monday. It gave no reason."
    )
    found = [one for one in deeds(tmp_path, SAID, again) if one.plover == "SANCTION"]
    assert {(one.source_code, one.cameo) for one in found} == {("NOR", "166")}
    assert {cite.report for one in found for cite in one.cites} == {"r0", "r1"}


def test_a_meeting_is_a_deed_of_both(tmp_path: Path) -> None:
    line = "Belic meets Sule\nPrime Minister Anna Belic of Norway met President Omar Sule of Chad in Oslo on Monday."
    found = [one for one in deeds(tmp_path, line) if one.plover == "CONSULT"]
    assert {(one.source_text, one.target_text) for one in found} == {
        ("Anna Belic", "Omar Sule"),
        ("Omar Sule", "Anna Belic"),
    }


def test_a_story_of_sport_has_none(tmp_path: Path) -> None:
    line = "Vale United crush Ellin\nVale United attacked from the start of the match and beat Ellin City 3-1 in the cup final."
    assert deeds(tmp_path, line) == ()


@pytest.mark.parametrize(
    ("words", "day", "code"),
    [
        ("Barack Obama", "2012-05-01", "USAGOV"),
        ("Barack Obama", "2003-05-01", None),
        ("Turkish police", None, "TURCOP"),
        ("rebels in Niger", None, "NERREB"),
        ("Boko Haram", None, "NGAREB"),
        ("the president of Kosovo", None, "KSVGOV"),
        ("a baker", None, None),
    ],
)
def test_actors_have_the_codes_of_the_day(words: str, day: str | None, code: str | None) -> None:
    spoken = language.of("en").deeds
    assert spoken is not None
    assert spoken.actor(words, day) == code


@pytest.mark.parametrize(
    "line",
    [
        # crime: what a court, police and a private man do
        "Driver charged after crash\nA drunk driver was arrested after a crash that killed a woman, detectives said on Monday. "
        "A jury convicted the suspect of manslaughter. The attorney of the defendant rejected the plea.",
        # the stage
        "Marlo to host the gala\nThe actress Ida Marlo will host the film gala, the studio said. The singer praised the movie.",
        # a deed of words to nobody
        "Minister welcomes rain\nThe minister of Norway welcomed the rain on Monday. It had been dry.",
    ],
)
def test_crime_the_stage_and_words_to_nobody_have_none(tmp_path: Path, line: str) -> None:
    assert deeds(tmp_path, line) == ()


def test_a_deed_has_the_contexts_of_its_words(tmp_path: Path) -> None:
    found = [one for one in deeds(tmp_path, SAID) if one.plover == "SANCTION"]
    assert found
    assert "diplomatic" in found[0].context


def test_a_name_tells_no_office() -> None:
    spoken = language.of("en").deeds
    assert spoken is not None
    assert spoken.holder("Billy King") is None
    assert spoken.actor("the general manager") is None
    assert spoken.actor("a Chadian general") == "TCDMIL"
