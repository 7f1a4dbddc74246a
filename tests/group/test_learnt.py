"""What grouping learnt: it is not reckoned again, and makes no story another."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

import dateline
from dateline.group import outlined
from dateline.group.learnt import Learnt
from dateline.group.origins import aligned, copies, narrative
from dateline.group.stories import joining, likeness, links
from dateline.records import Edge, Report
from made import report

ROOT = Path(__file__).parent.parent.parent
BULLETIN = (
    "A quake of magnitude {0}.1 struck {1} at 0{0}:30 on Tuesday, the survey office said. It was felt in {2} and in {3}, where "
    "people ran into the streets and waited for the morning. No harm was reported to the office by the towns around."
)


class Memory:
    """A place in memory."""

    def __init__(self) -> None:
        self.pieces: dict[tuple[str, str], bytes] = {}

    def get(self, kind: str, key: str) -> bytes | None:
        """What was kept, or None."""
        return self.pieces.get((kind, key))

    def keep(self, kind: str, key: str, record: bytes) -> None:
        """Keep it."""
        self.pieces[kind, key] = record


def learnt(place: Memory, reports: Sequence[Report]) -> Learnt:
    return Learnt(place, {one.id: f"{one.sha256} {one.published.value}" for one in reports})


@pytest.fixture(scope="module")
def pile() -> list[Report]:
    """Copies, rewrites in other words, excerpts, two bulletins of one form, and stories that go on; in no order."""
    places = (("Selk", "Isk", "Falk"), ("Orrel", "Hask", "Drava"))
    forms = [report(BULLETIN.format(n, *some), key=f"q{n}", day="2031-03-04") for n, some in enumerate(places, 3)]
    read = dateline.read(
        ROOT / "examples" / "strait", ROOT / "examples" / "cup", ROOT / "tests" / "golden" / "quarry.jsonl"
    )
    pile = [*forms, *(dataclasses.replace(one, id=f"{number}-{one.id}") for number, one in enumerate(read))]
    return [*pile[1::3], *pile[2::3], *pile[::3]]


def test_a_pile_that_came_in_three_parts_is_grouped_as_one_that_came_at_once(pile: list[Report]) -> None:
    place = Memory()
    for many in (len(pile) // 3, 2 * len(pile) // 3, len(pile)):
        some = pile[:many]
        found = outlined(some, learnt=learnt(place, some))
    assert {kind for kind, _ in place.pieces} == {"prints", "bag", "ties", "rewrites", "title", "line"}
    assert any(b"template" in record for record in place.pieces.values())
    assert {edge.kind for one in found for edge in one.from_} >= {"copy", "rewrite", "excerpt"}
    assert found == outlined(pile)


def test_what_is_known_is_not_reckoned_again(pile: list[Report], monkeypatch: pytest.MonkeyPatch) -> None:
    place = Memory()
    first = outlined(pile, learnt=learnt(place, pile))
    steps = ((narrative, "narrative"), (copies, "_tie"), (likeness, "terms"), (joining, "terms_of"), (links, "_read"))
    for module, name in (*steps, (aligned, "_sentences")):
        monkeypatch.setattr(module, name, lambda *_, name=name: pytest.fail(f"{name} was asked for again"))
    assert outlined(pile, learnt=learnt(place, pile)) == first


def test_a_record_that_is_not_as_it_was_kept_is_made_anew(pile: list[Report]) -> None:
    place = Memory()
    first = outlined(pile, learnt=learnt(place, pile))
    whole = dict(place.pieces)
    place.pieces.update({key: record[:-1] for key, record in whole.items()})
    assert outlined(pile, learnt=learnt(place, pile)) == first
    assert place.pieces == whole


def test_a_report_that_changed_is_read_again(pile: list[Report]) -> None:
    place = Memory()
    outlined(pile, learnt=learnt(place, pile))
    other = report("The ferry to Selk sank in the night, and nobody was lost.", key=pile[0].id)
    changed = [other, *pile[1:]]
    assert outlined(changed, learnt=learnt(place, changed)) == outlined(changed)


def test_ties_with_reports_that_went_are_let_go(pile: list[Report]) -> None:
    one, other, third = pile[:3]
    place, tie = Memory(), Edge(pile[0].id, pile[1].id, "copy", "unknown", 1.0, ())
    both = learnt(place, [one, other])
    both.keep_ties("ties", one, {other.id: tie})
    assert both.ties("ties", one, [other, one]) == {other.id: tie}
    learnt(place, [one, third]).keep_ties("ties", one, {third.id: None})
    assert learnt(place, pile).ties("ties", one, [other, third]) == {third.id: None}
