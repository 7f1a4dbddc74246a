"""Origins: the quarry's dispatch with its carriers, also those that hide it; kinds of origin; partial dates."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline import contract as shapes
from dateline.group import group
from dateline.records import Edge, Judgement, Marked, Origin, Report, Story, judgement
from dateline.wording import sentences
from made import read, rows

QUARRY = Path(__file__).parent.parent / "golden" / "quarry.jsonl"


def stories(reports: tuple[Report, ...], *judged: Judgement) -> tuple[Story, ...]:
    return group([Marked(report) for report in reports], judged)


@pytest.fixture(scope="module")
def quarry() -> tuple[Story, ...]:
    return stories(dateline.read(QUARRY))


def edge(found: tuple[Story, ...], a: str, b: str) -> Edge:
    return next(e for s in found for e in s.edges if {e.from_[:2], e.to[:2]} == {a, b})


def origin(found: tuple[Story, ...], report: str) -> Origin:
    return next(o for s in found for o in s.origins if any(key.startswith(report) for key in o.reports))


def test_the_stories_are_the_golden_ones(quarry: tuple[Story, ...], update_golden: bool) -> None:
    told = shapes.text(shapes.stories(quarry), indent=1) + "\n"
    path = QUARRY.with_name("quarry.stories.json")
    if update_golden:
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8"), "run pytest --update-golden and read the difference"


def test_every_report_has_one_origin(quarry: tuple[Story, ...]) -> None:
    assert quarry
    for story in quarry:
        carried = [key for one in story.origins for key in one.reports]
        assert sorted(carried) == sorted(one.report.id for one in story.reports)


def test_the_dispatch_is_one_origin_with_those_that_hide_it(quarry: tuple[Story, ...]) -> None:
    one = origin(quarry, "01")
    assert one.label == "NPA, 8 Apr 2033"
    assert [key[:2] for key in one.reports] == ["01", "02", "03", "04", "06", "07"]
    assert "Selk Online" in sentences(one.why)


@pytest.mark.parametrize("own", ["05", "08", "09"])
def test_an_excerpt_or_a_quotation_is_no_origin_of_another(quarry: tuple[Story, ...], own: str) -> None:
    assert [key[:2] for key in origin(quarry, own).reports] == [own]


@pytest.mark.parametrize("reworded", ["06", "07"])
def test_other_words_in_the_same_order_are_a_rewrite(quarry: tuple[Story, ...], reworded: str) -> None:
    found = edge(quarry, "01", reworded)
    assert (found.kind, found.direction, found.from_[:2]) == ("rewrite", "from-to", reworded)
    assert len(found.cites) >= 10


@pytest.mark.parametrize("carrier", ["02", "03", "04"])
def test_carriers_take_from_the_dispatch(quarry: tuple[Story, ...], carrier: str) -> None:
    found = edge(quarry, "01", carrier)
    assert (found.from_[:2], found.direction) == (carrier, "from-to")
    assert found.cites[0].report.startswith(carrier)


def test_two_carriers_took_nothing_from_each_other(quarry: tuple[Story, ...]) -> None:
    assert edge(quarry, "02", "04").direction == "unknown"


def test_a_hidden_wire_is_found_without_its_dispatch() -> None:
    carriers = tuple(report for report in dateline.read(QUARRY) if report.id[:2] in ("02", "04"))
    (story,) = stories(carriers)
    (one,) = story.origins
    assert one.label.startswith("NPA")
    assert "Selk Online does not name it" in sentences(one.why)


def test_a_judgement_cuts_an_edge() -> None:
    pair = tuple(report for report in dateline.read(QUARRY) if report.id[:2] in ("02", "04"))
    (story,) = stories(pair, judgement("not-copy-of", pair[0].id, pair[1].id))
    assert story.edges == ()
    assert len(story.origins) == 2


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("PRESS RELEASE\n\nThe port of Sund will close its old dock in June, the board said.", "A press statement"),
        ("IN THE DISTRICT COURT OF DRAVA\n\nThe port of Sund, owner of the dock, asks for relief.", "A court paper"),
    ],
)
def test_what_is_no_report_is_named(tmp_path: Path, head: str, label: str) -> None:
    (story,) = stories(dateline.read(rows(tmp_path, head, published="2033-05-02")))
    assert story.origins[0].label == f"{label}, 2 May 2033"


@pytest.mark.parametrize(
    ("line", "label", "why", "cited"),
    [
        (
            "Reuters contributed to this report.", "Unnamed source", "It names no outlet; Reuters only contributed to it.",
            "Reuters",
        ),
        ("(Reuters)", "Reuters", "It credits its words to Reuters.", "Reuters"),
        ("", "Unnamed source", "It names neither an outlet nor an agency.", None),
    ],
)  # fmt: skip
def test_an_agency_is_cited_and_one_that_only_helped_is_no_source(
    tmp_path: Path, line: str, label: str, why: str, cited: str | None
) -> None:
    body = "The ferry Marit ran aground off Tollen on Monday, and 40 people spent the night on a sandbank.\n\n" * 2
    (story,) = stories((read(tmp_path, f"Ferry aground off Tollen\n\nMay 4, 2031\n\n{body}{line}\n"),))
    (found,) = story.origins
    assert (found.label, sentences(found.why)) == (f"{label}, 4 May 2031", why)
    assert [one.text for one in found.cites] == ([cited] if cited else [])
