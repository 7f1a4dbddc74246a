"""Same story: small piles, piles that grow, dates that are only parts of one, and a person's decisions."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

import dateline
from dateline import language
from dateline.group import group
from dateline.group.stories import likeness
from dateline.group.stories.joining import Stories, agglomerated, asked_of
from dateline.records import Judgement, Marked, Report, Story, judgement
from made import rows

APART = (
    "The ferry Alma ran aground off Birkholm on Sunday night with 212 people aboard. Lifeboats took them off before dawn.",
    "Bakers in Halvern have raised the price of rye bread for the third time since autumn, blaming the cost of flour.",
    "A court in Drava has acquitted the banker Milan Sorek of fraud after a trial of fourteen months.",
    "The striker Ola Venn scored twice as Sund beat Tarnmouth in the cup and reached the final for the first time.",
    "Geologists have found a copper vein under the glacier of Mount Isk, the mining bureau of Estmark said.",
    "The poet Ada Reyl has won the harbour prize for a cycle about lighthouses, the jury announced.",
)
SAME = (
    "A fire has destroyed the town hall of Selk. Mayor Eva Molin said that the archive in the cellar was lost.",
    "Selk town hall burns down: the archive is lost, says Mayor Eva Molin, and the fire brigade suspects a cable.",
    "Fire brigade suspects a cable in the fire that destroyed Selk town hall and its archive, Mayor Eva Molin says.",
)


def read(tmp_path: Path, *texts: str, published: str | None = None) -> tuple[Report, ...]:
    return dateline.read(rows(tmp_path, *texts, published=published))


def stories(reports: tuple[Report, ...], *judged: Judgement) -> tuple[Story, ...]:
    return group([Marked(report) for report in reports], judged)


def parts(found: tuple[Story, ...]) -> list[list[str]]:
    return [[one.report.id for one in story.reports] for story in found]


@pytest.mark.parametrize("size", [3, 4, 5, 6])
def test_a_small_pile_of_different_stories_stays_apart(tmp_path: Path, size: int) -> None:
    assert len(stories(read(tmp_path, *APART[:size]))) == size


def test_headlines_of_different_stories_stay_apart(tmp_path: Path) -> None:
    heads = (
        "Ferry aground off Birkholm",
        "Rye bread dearer again in Halvern",
        "Banker Sorek acquitted",
        "Sund in cup final",
    )
    assert len(stories(read(tmp_path, *heads))) == 4


def test_one_story_is_one(tmp_path: Path) -> None:
    assert parts(stories(read(tmp_path, *SAME, APART[0]))) == [["r0", "r1", "r2"], ["r3"]]


def test_order_does_not_matter(tmp_path: Path) -> None:
    reports = read(tmp_path, *SAME, *APART)
    assert stories(reports) == stories(tuple(reversed(reports)))


def test_a_pile_that_grows_ends_where_one_that_is_whole_does(tmp_path: Path) -> None:
    reports = read(tmp_path, *APART, *SAME)
    whole, grown = Stories(), Stories()
    whole.add(reports)
    for report in reports:
        grown.add([report])
    assert sorted(map(sorted, grown.parts())) == sorted(map(sorted, whole.parts()))


@pytest.mark.parametrize("published", ["2033", "2033-05", "2033-05-02T10:00:00Z"])
def test_a_date_may_be_part_of_one(tmp_path: Path, published: str) -> None:
    assert parts(stories(read(tmp_path, *SAME, published=published))) == [["r0", "r1", "r2"]]


def test_judgements_join_and_part(tmp_path: Path) -> None:
    reports = read(tmp_path, *SAME, APART[0])
    assert parts(stories(reports, judgement("same-story", "r0", "r3"))) == [["r0", "r1", "r2", "r3"]]
    parted = parts(stories(reports, judgement("not-same-story", "r0", "r2")))
    assert not any({"r0", "r2"} <= set(part) for part in parted)
    both = (judgement("not-same-story", "r0", "r2"), judgement("same-story", "r0", "r2"))
    assert any({"r0", "r2"} <= set(part) for part in parts(stories(reports, *both)))


def test_a_judgement_waits_for_its_report(tmp_path: Path) -> None:
    assert len(stories(read(tmp_path, *APART[:3]), judgement("same-story", "r0", "r9"))) == 3


def test_the_lead_of_a_long_text_counts_twice_and_a_short_text_once() -> None:
    lead = "Geologists have found a copper vein under the glacier. " + "Mining bureau lawyers read the map again. " * 13
    background = "Fishermen in the valley sold herring for less than a year ago. " * 20
    english = language.of("en").words
    assert likeness.weighed(lead + background, english)["glaci"] == 2
    assert likeness.weighed(lead + background, english)["valle"] == 20
    assert likeness.weighed(lead, english)["glaci"] == 1


def alike(within: float, between: float, *sizes: int) -> Any:
    """How alike reports of groups are: within their own, and between any two."""
    group = np.repeat(np.arange(len(sizes)), sizes)
    return np.where(group[:, None] == group[None, :], within, between)


def groups(like: Any) -> int:
    return len(set(agglomerated(like)))


def test_two_bodies_of_reports_must_be_more_alike_than_two_reports() -> None:
    assert groups(alike(2, 1.05, 1, 1)) == 1
    assert groups(alike(2, 1.05, 6, 6)) == 2
    assert groups(alike(2, 1.2, 6, 6)) == 1


def test_a_stray_report_may_be_less_alike_to_a_body_of_them() -> None:
    assert groups(alike(2, 0.95, 6, 1)) == 1
    assert groups(alike(2, 0.95, 1, 1)) == 2
    assert groups(alike(2, 0.85, 6, 1)) == 2


@given(st.integers(1, 14), st.integers(0, 2**32 - 1))
def test_groups_are_those_of_average_linkage_step_by_step(many: int, seed: int) -> None:
    drawn = np.random.default_rng(seed).uniform(0.4, 1.9, (many, many))
    like = (drawn + drawn.T) / 2
    held = [{one} for one in range(many)]
    while len(held) > 1:
        pairs = [
            (float(like[np.ix_(sorted(one), sorted(other))].mean() / asked_of(len(one), len(other))), one, other)
            for one, other in combinations(held, 2)
        ]
        best, one, other = max(pairs, key=lambda pair: pair[0])
        if best < 1:
            break
        held = [some for some in held if some not in (one, other)] + [one | other]
    found = agglomerated(like)
    assert {frozenset(some) for some in held} == {
        frozenset(at for at, label in enumerate(found) if label == which) for which in set(found)
    }


def test_products_of_some_rows_are_those_that_scipy_gives() -> None:
    rows = sparse.random(40, 3000, 0.2, "csr", np.float32, np.random.default_rng(7))
    products = likeness.Products(rows)
    for row, others in ((3, [1, 5, 5, 39]), (39, [0]), (0, [])):
        which = np.array(others, np.int64)
        assert products.of(row, which).tolist() == (rows[which] @ rows[row].toarray().ravel()).tolist()
