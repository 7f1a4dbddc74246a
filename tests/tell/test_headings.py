"""Lines that could be a title: which of two is the better, sign by sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import flow
from dateline.group import group, with_events
from dateline.tell.headings import MOST, WEIGHTS, Heading, Headings
from dateline.weigh import weigh
from made import rows

TEXT = "The sailor Ida Falk died of a heart attack in Tessen on Monday. She was 80 and had sailed round the Sund alone."
SECOND = "A heart attack killed the sailor Ida Falk, who was 80, in a boatyard of Ulm. Her brother had found her there."
THIRD = (
    "Ida Falk is dead: the sailor of 80 years had a heart attack while she was at dinner. The mayor ordered flags down."
)
ALONE = "Doctors in Orm say that Ida Falk died of pneumonia. They had looked after the old sailor for many months."
NEWS = "Ida Falk dies of heart attack"
LATE = "2031-06-12"


def made(folder: Path, *lines: tuple[str, str, str]) -> tuple[Headings, dict[str, Heading]]:
    """The lines of a story: of three reports that tell the news, and of some with a headline, a text and a day."""
    usual = [(NEWS, TEXT, LATE), ("Sailor Ida Falk dies at 80", SECOND, LATE)]
    usual += [("Ida Falk, 80, dies of heart attack", THIRD, LATE)]
    some = ({"title": head, "text": f"{head}\n\n{text}", "published": day} for head, text, day in (*usual, *lines))
    marked = tuple(flow.marked(flow.read(rows(folder, *some, language="en"))))
    story = with_events(group(marked, one_story=True)[0])
    headings = Headings(story, weigh(story).events)
    return headings, {line.text: line for line in headings.lines()}


@pytest.mark.parametrize(
    ("line", "day", "sign"),
    [
        ("Did Ida Falk die of a heart attack?", LATE, "asks"),
        ("“She was the best of us”: Ida Falk dies of heart attack", LATE, "quotes"),
        ("Ida Falk dies of heart attack!", LATE, "shouts"),
        ("Ida Falk dies of pneumonia", LATE, "alone"),
        ("Monday: Ida Falk dies of heart attack", LATE, "dated"),
        ("Ida Falk dies of heart attack on Monday", LATE, "timed"),
        ("Ida Falk ill with heart attack", "2031-05-02", "stale"),
        ("IDA FALK DIES OF HEART ATTACK", LATE, "capitals"),
        ("Report: Ida Falk dies of heart attack", LATE, "parts"),
        ("Her heart attack kills Ida Falk", LATE, "leans"),
    ],
)
def test_a_line_with_a_fault_is_worth_less_than_the_news(tmp_path: Path, line: str, day: str, sign: str) -> None:
    headings, lines = made(tmp_path, (line, ALONE if sign == "alone" else TEXT, day))
    assert headings.signs(lines[line])[sign] > 0
    assert headings.signs(lines[NEWS]).get(sign, 0.0) == 0
    assert WEIGHTS[sign] < 0
    assert headings.worth(lines[line]) < headings.worth(lines[NEWS])


def test_what_most_tell_first_is_worth_more_than_what_one_tells(tmp_path: Path) -> None:
    odd = "Regatta of Tessen was never held again"
    headings, lines = made(
        tmp_path, (odd, "The regatta of Tessen was never held again. The town had no boats left for it.", LATE)
    )
    votes, news = headings.signs(lines[odd]), headings.signs(lines[NEWS])
    assert votes["shared"] < news["shared"] <= 1
    assert votes["covers"] < news["covers"] <= 1
    assert votes["who"] < news["who"]
    assert headings.worth(lines[odd]) < headings.worth(lines[NEWS])


def test_a_time_that_one_report_gives_is_no_odd_word(tmp_path: Path) -> None:
    line = "Ida Falk dies of heart attack in early 2031"
    headings, lines = made(tmp_path, (line, TEXT, LATE))
    assert headings.signs(lines[line])["alone"] == headings.signs(lines[NEWS])["alone"] == 0
    assert headings.signs(lines[line])["shared"] == headings.signs(lines[NEWS])["shared"]


def test_a_line_is_neither_too_long_nor_too_short(tmp_path: Path) -> None:
    _, lines = made(
        tmp_path, ("Falk dies", TEXT, LATE), (f"Ida Falk {'the sailor ' * 9}dies of heart attack", TEXT, LATE)
    )
    assert lines
    assert all(len(line) <= MOST and len(line.split()) > 2 for line in lines)


def test_the_best_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    more = [("Ida Falk dies in Tessen", TEXT, LATE), ("Falk the sailor dies at 80", TEXT, LATE)]
    one, _ = made(tmp_path / "one", *more)
    other, _ = made(tmp_path / "other", *reversed(more))
    assert (first := one.best()) is not None
    assert (second := other.best()) is not None
    assert first.text == second.text
