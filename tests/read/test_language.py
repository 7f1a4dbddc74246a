"""The language of a report: what its words show; the markers read English and leave the rest alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import flow
from dateline.read import language

ENGLISH = (
    "The mayor of Rask said on Friday that the old harbour bridge would be closed until the autumn, because two of its "
    "bolts had failed and the council had not yet found a builder who could replace them."
)
GERMAN = (
    "Die Bürgermeisterin von Rask hat am Freitag mitgeteilt, dass die alte Hafenbrücke bis zum Herbst geschlossen "
    "bleibt, weil zwei Bolzen gebrochen sind und der Rat noch keine Firma gefunden hat, die sie ersetzt."
)
KOREAN = (
    "라스크 시장은 금요일에 오래된 항구 다리가 가을까지 폐쇄될 것이라고 말했다. 볼트 두 개가 부러졌기 때문이다. " * 3
)


@pytest.mark.parametrize(
    ("text", "given", "tag"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "en-GB", "en-GB"),
        (ENGLISH, "de", "en"),  # an English report on a German site
        (GERMAN, "en", "de"),
        (GERMAN, "de_AT", "de_AT"),
        (KOREAN, None, "ko"),
        ("Fair off", None, None),
        ("Fair off", "en", "en"),
    ],
)
def test_of(text: str, given: str | None, tag: str | None) -> None:
    assert language.of(text, given) == tag


def test_nothing_is_marked_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GERMAN)
    (tmp_path / "b.txt").write_text(ENGLISH)
    german, english = flow.marks(tmp_path)
    assert german.sentences and not (german.names or german.times or german.quotes or german.events)
    assert english.sentences and english.times and english.quotes and english.events
