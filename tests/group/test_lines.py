"""Storylines: what continues, what branches off, what merely resembles, and what is no link at all."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

import dateline
from dateline.group import group
from dateline.records import Link, Marked, OnReports, Report, Story
from dateline.wording import sentences
from made import rows

STRIKE = (
    "Crane drivers strike at Hask port\n\nCrane drivers at the port of Hask walked out over pay, and forty ships wait in the "
    "roads, the harbour master Olav Rind said. The union leader Petra Almqvist said that the strike would last until the "
    "port raised wages."
)
ENDS = (
    "Strike at Hask port ends after pay deal\n\nCrane drivers at the port of Hask went back to work after a deal on pay, the "
    "harbour master Olav Rind said. The union leader Petra Almqvist said that the strike had ended with a fair wage."
)
AGAIN = (
    "Tribunal to hear Hask wage complaint\n\nA tribunal will hear in July whether the crane drivers who went on strike were "
    "paid the wage that was agreed, the union leader Petra Almqvist said. The port, run by Olav Rind, has not raised pay."
)
BRANCH = (
    "Grocer airlifts fruit as cranes stand still\n\nThe grocer Milan Sorek has hired three planes to fetch oranges, since the "
    "strike of crane drivers at the port of Hask keeps his ships off the quay. Petra Almqvist and Olav Rind were asked to let "
    "one ship in."
)
ELSEWHERE = (
    "Crane drivers strike at Falk\n\nCrane drivers at the port of Falk walked out over pay, and ten ships wait in the roads, "
    "the pilot Eva Molin said. The strike would last until wages rose, said the leader Jonas Brekke."
)
BREAD = (
    "Rye bread dearer in Halvern\n\nBakers in Halvern have raised the price of rye bread for the third time since autumn, "
    "blaming the cost of flour, said the miller Ada Reyl."
)


def pile(tmp_path: Path, *told: tuple[str, str, str | None]) -> Path:
    """Reports as id, text and day, in a file."""
    return rows(tmp_path, *({"id": key, "text": text, "published": day} for key, text, day in told))


def stories(tmp_path: Path, *told: tuple[str, str, str | None], apart: str = "") -> dict[str, Story]:
    """The stories of reports (id, text, day) by their first report; `apart` are reports judged to be no part of others."""
    reports = dateline.read(pile(tmp_path, *told))
    ids = [key for key, _, _ in told]
    judged = [OnReports("not-same-story", "a", key) for key in apart.split() if key in ids]
    found = group([Marked(report) for report in reports], judged)
    return {story.reports[0].report.id: story for story in found}


def link(found: dict[str, Story], key: str) -> Link:
    (one,) = found[key].links
    return one


FIRST = (("a", STRIKE, "2031-03-02"), ("b", ENDS, "2031-03-06"))


def test_a_later_story_of_the_same_names_continues_it(tmp_path: Path) -> None:
    found = stories(tmp_path, *FIRST, ("c", AGAIN, "2031-06-11"), ("x", BREAD, "2031-05-01"), apart="c x")
    one = link(found, "c")
    assert (one.kind, one.to, one.days) == ("continues", found["a"].id, 97)
    assert {"Olav Rind", "Petra Almqvist"} <= set(one.names)
    assert "97 days after" in sentences(one.why)
    assert "Petra Almqvist" in sentences(one.why)
    assert not found["a"].links
    assert not found["x"].links


def test_a_story_with_names_of_its_own_branches_while_the_other_runs(tmp_path: Path) -> None:
    found = stories(tmp_path, *FIRST, ("c", BRANCH, "2031-03-04"), apart="c")
    one = link(found, "c")
    assert (one.kind, one.to) == ("branches", found["a"].id)
    assert "Milan Sorek" in sentences(one.why)
    assert one.days is not None
    assert one.days < 0


def test_a_story_continues_no_branch_of_what_it_continues(tmp_path: Path) -> None:
    found = stories(tmp_path, *FIRST, ("c", BRANCH, "2031-03-04"), ("d", AGAIN, "2031-06-11"), apart="c d")
    assert link(found, "c").kind == "branches"
    assert (link(found, "d").kind, link(found, "d").to) == ("continues", found["a"].id)


def test_a_like_story_elsewhere_merely_resembles(tmp_path: Path) -> None:
    found = stories(tmp_path, *FIRST, ("c", ELSEWHERE, "2031-06-11"), apart="c")
    one = link(found, "c")
    assert (one.kind, one.names) == ("resembles", ())
    assert "No particular name" in sentences(one.why)


def test_opposite_roles_merely_resemble(tmp_path: Path) -> None:
    text = "{0} sues {1} over beer label\n\nThe brewer {0} has sued its rival {1} over the label of a wheat beer sold in Sund."
    found = stories(
        tmp_path,
        ("a", text.format("Brandt", "Hask"), "2031-03-02"),
        ("c", text.format("Hask", "Brandt"), "2031-06-02"),
        apart="c",
    )
    one = link(found, "c")
    assert one.kind == "resembles"
    assert "each other’s parts" in sentences(one.why)


@pytest.mark.parametrize(
    "text", [BREAD, "Talks in France\n\nThe president met the press in Paris on Monday, Reuters said."]
)
def test_common_words_and_states_are_no_link(tmp_path: Path, text: str) -> None:
    other = "Vote in France\n\nThe president told the press in Paris on Monday that he would stay, Reuters said."
    found = stories(tmp_path, ("a", other, "2031-03-02"), ("c", text, "2031-06-11"), apart="c")
    assert [story.links for story in found.values()] == [(), ()]


def test_without_days_nothing_continues(tmp_path: Path) -> None:
    found = stories(tmp_path, ("a", STRIKE, None), ("c", AGAIN, None), apart="c")
    assert set(found) == {"a", "c"}
    assert not any(one.kind != "resembles" for story in found.values() for one in story.links)


def test_what_links_rest_on_reads_back_from_both_stories(tmp_path: Path) -> None:
    found = stories(tmp_path, *FIRST, ("c", AGAIN, "2031-06-11"), apart="c")
    texts: dict[str, Report] = {one.report.id: one.report for story in found.values() for one in story.reports}
    cites = link(found, "c").cites
    assert {one.report for one in cites} == {"a", "c"}
    assert all(texts[one.report].text[one.start : one.end] == one.text for one in cites)


def test_order_of_the_pile_changes_no_link(tmp_path: Path) -> None:
    told = (*FIRST, ("c", BRANCH, "2031-03-04"), ("x", BREAD, "2031-05-01"))
    assert stories(tmp_path, *told, apart="c x") == stories(tmp_path, *told[::-1], apart="c x")


def test_an_account_tells_its_links_where_people_look(tmp_path: Path) -> None:
    from dateline import contract as shapes
    from dateline.show.forms import markdown
    from dateline.show.page import html

    path = pile(tmp_path, *FIRST, ("c", AGAIN, "2031-06-11"))
    made = dateline.tell(path, judgements=[OnReports("not-same-story", "a", "c")])
    assert dateline.verify(made, path) == ()
    assert "*Continues* “" in markdown.markdown(made)
    assert "Goes on in <a href" in html(made)
    first, second = shapes.account(made)["stories"]
    assert "links" not in first
    assert second["links"][0]["to"] == first["id"]
    assert shapes.account(shapes.load(type(made), shapes.account(made))) == shapes.account(made)
    assert dataclasses.replace(made.stories[0], links=()) == made.stories[0]
