"""What keeps grouping near-linear: only proposed pairs are compared, large parts are cut, an addition stays local."""

from __future__ import annotations

from array import array
from errno import ENOSPC
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import numpy as np
import pytest
from scipy import sparse

from dateline import flow
from dateline.engines import Engine
from dateline.group import shelf
from dateline.group.origins import copies, narrative
from dateline.group.origins.copies import Copies
from dateline.group.origins.narrative import Narratives
from dateline.group.origins.nearby import ALONE, PRINT, TWO, Nearby, fingerprints
from dateline.group.stories import joining as stories
from dateline.group.stories import postings
from dateline.group.stories.joining import Stories
from dateline.group.stories.likeness import Likeness, Products
from dateline.group.stories.postings import Postings
from dateline.records import Edge, Report
from made import report

QUARRY = Path(__file__).parent.parent / "golden" / "quarry.jsonl"
PLACES = ("Selk", "Birkholm", "Halvern", "Drava", "Sund", "Estmark", "Tarnmouth", "Isk")
DEEDS = (
    "ferry with 212 passengers ran aground off {} on Sunday night and lifeboats took them off before dawn",
    "mayor of {} said that fire had destroyed the town hall and the archive in the cellar was lost",
    "bakers of {} raised the price of rye bread for the third time since autumn, blaming the cost of flour",
)


def pile() -> list[Report]:
    """Three takes of each deed in each place."""
    told = [deed.format(place) for place in PLACES for deed in DEEDS]
    takes = [(f"The {one}.", f"A {one}, officials said.", f"Word came that the {one}.") for one in told]
    return [report(text, key=f"r{number}") for number, text in enumerate(text for take in takes for text in take)]


def grown(reports: list[Report], step: int) -> list[list[int]]:
    found = Stories()
    for start in range(0, len(reports), step):
        found.add(reports[start : start + step])
    return sorted(map(sorted, found.parts()))


@pytest.mark.parametrize("step", [1, 7, 40])
def test_stories_do_not_depend_on_the_steps_in_which_a_pile_grows(step: int) -> None:
    reports = pile()
    assert grown(reports, step) == grown(reports, len(reports))


def test_a_part_that_is_too_large_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = pile()
    monkeypatch.setattr(stories, "LARGEST", 4)
    found = Stories()
    found.add(reports)
    joined: list[int] = []
    real = found._joined
    monkeypatch.setattr(found, "_joined", lambda members: joined.append(len(members)) or real(members))
    found.add([report(reports[0].text.replace("The", "One"), key="new")])
    assert joined and max(joined) <= 4
    assert sorted(at for part in found.parts() for at in part) == list(range(len(reports) + 1))


def test_what_one_link_chains_is_cut_at_that_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "LARGEST", 5)
    found = Stories()
    halves = (range(4), range(4, 8))
    found._strong = [array("i", [other for other in half if other != one]) for half in halves for one in half]
    found._strong[3].append(4)
    found._strong[4].append(3)  # with no other in common
    assert list(found._connected(range(8))) == [list(half) for half in halves]


def test_an_addition_joins_anew_only_what_it_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = pile()
    found = Stories()
    found.add(reports)
    touched: set[int] = set()
    real = found._joined
    monkeypatch.setattr(found, "_joined", lambda members: touched.update(members) or real(members))
    found.add([report("Geologists have found a copper vein under the glacier of Mount Grell.", key="new")])
    assert touched == {len(reports)}


def test_postings_propose_what_shares_a_term_that_is_not_crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "CROWDED", 2)
    rows = sparse.csr_matrix(np.array([[1, 0, 2, 0], [3, 0, 0, 0], [0, 1, 2, 0], [0, 0, 2, 1]], np.float32))
    index = Postings()
    index.add(rows[:2], 0)
    index.add(rows[2:], 2)
    assert index.sharing(rows, 4).toarray().tolist() == [[1, 3, 0, 0], [3, 9, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]


def test_words_that_many_reports_carry_are_held_once() -> None:
    words = "The harbour master of Selk said that the ferry had left the pier on time with all of its lights burning. "
    edges = Copies().add(
        [report(words + f"It was day {at} of the inquiry in the town of Birkholm.", key=f"r{at}") for at in range(3)]
    )
    cites = [one for edge in edges for one in edge.cites]
    assert len(cites) > 2
    assert len({id(one.text) for one in cites}) == len({one.text for one in cites})


def test_a_fingerprint_of_more_reports_needs_others_beside_it_to_propose_a_pair() -> None:
    def proposed(holders: int, together: int) -> bool:
        """Whether two reports meet by so many fingerprints, each held by so many reports."""
        prints = np.zeros(together, PRINT)
        prints["hash"] = np.arange(together)
        return (1, 0) in Nearby().add([prints] * holders, 0)

    assert proposed(ALONE, 1) and not proposed(ALONE + 1, 1)
    assert proposed(TWO, 2) and not proposed(TWO + 1, 2)
    assert proposed(TWO + 1, 3)


@pytest.mark.parametrize(("run", "meet"), [(range(100, 108), True), (range(100, 106), False)])
def test_words_in_common_propose_a_pair_alone_if_they_are_eight_in_a_row(run: range, meet: bool) -> None:
    texts = [[*range(first, first + 60), *run, *range(first + 60, first + 120)] for first in (1000, 2000)]
    hashed = [narrative._shingles(np.array(text, np.uint64) * np.uint64(2**61 - 1)) for text in texts]
    assert len(np.intersect1d(*hashed)) == len(run) - 4
    assert (Nearby().add([fingerprints(text) for text in hashed], 0) == [(1, 0)]) == meet


def test_a_fingerprint_of_five_words_is_enough_in_a_text_of_few() -> None:
    texts = [[*run, *range(1, 6)] for run in (range(10, 12), range(20, 22))]
    hashed = [narrative._shingles(np.array(text, np.uint64) * np.uint64(2**61 - 1)) for text in texts]
    assert Nearby().add([fingerprints(text) for text in hashed], 0) == [(1, 0)]


def test_what_is_given_up_early_would_have_been_no_tie() -> None:
    reports = [*pile(), *flow.read(QUARRY)]
    quick = Copies().add(reports)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copies, "_little", lambda *_: False)
        assert Copies().add(reports) == quick


def test_more_processes_find_what_one_finds() -> None:
    reports = pile()
    with get_context("spawn").Pool(2) as pool:
        spread = Engine(pool.imap)
        ties, found = Copies(), Stories()
        edges = ties.add(reports, spread)
        found.add(reports, edges, spread)
    assert edges == Copies().add(reports)
    assert all(ties.narratives[at].report is one for at, one in enumerate(reports))
    assert sorted(map(sorted, found.parts())) == grown(reports, len(reports))


def test_long_work_is_watched() -> None:
    seen: list[tuple[str, int, int | None]] = []
    run = Engine(progress=lambda *told: seen.append(told))
    found = Stories()
    found.add(pile(), Copies().add(pile(), run), run)
    assert {stage: (done, of) for stage, done, of in seen} == {"comparing": (72, 72), "grouping": (72, 72)}


def test_narratives_not_asked_for_longest_are_put_away_and_read_again_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(narrative, "KEPT", 30)
    reports = [report(f"The ferry {at} “left the pier of Selk on time” this morning.", key=f"r{at}") for at in range(3)]
    found = Narratives()
    made = narrative.narratives(reports)
    found.add(reports, made)
    assert list(found._made) == [1, 2] and found[2].report is reports[2]
    again = found[0]
    assert again is not made[0] and again.report is reports[0] and list(found._made) == [2, 0]
    for field in ("places", "quoted", "shingles", "order", "speech", "sentences", "clocks"):
        assert np.array_equal(getattr(again, field), getattr(made[0], field))
    assert found[1] and found[2] and found[0] and len(found._away) == 3  # each is put away once


def test_likeness_among_reports_is_that_of_their_smoothed_rows() -> None:
    found = Likeness()
    found.add(pile())
    some = list(range(0, 72, 5))
    rows = found.smoothed(some)
    assert np.allclose(found.among(some), (rows @ rows.T).toarray(), atol=1e-5)


def test_products_are_those_of_the_rows() -> None:
    rows = sparse.random(6, 500, 0.1, format="csr", dtype=np.float32, random_state=7)
    products, others = Products(rows), np.array([5, 0, 2])
    for row in (0, 3, 3):
        assert np.allclose(products.of(row, others), (rows[others] @ rows[row].T).toarray()[:, 0])


class Elsewhere(list[Report]):
    """A place for reports that counts who asks."""

    asked = 0

    def __getitem__(self, number: Any) -> Any:
        self.asked += 1
        return super().__getitem__(number)


def test_a_pile_that_stands_in_files_is_grouped_as_one_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = pile()
    reports += [report(one.text.replace("The ", "That "), key=f"{one.id}-again") for one in reports[::2]]

    def grouped(place: Elsewhere | None) -> tuple[list[Edge], list[list[int]], list[list[tuple[float, int]]]]:
        copies, found, edges = Copies(place), Stories(), []
        for some in (reports[:40], reports[40:]):  # the second finds what the first put away
            edges.append(copies.add(some))
            found.add(some, edges[-1])
        return [edge for some in edges for edge in some], found.parts(), list(found.likeness.near)

    in_memory = grouped(None)
    monkeypatch.setattr(shelf, "IN_MEMORY", 1000)
    monkeypatch.setattr(narrative, "KEPT", 10)  # words: each text is read again when it is compared
    place = Elsewhere()
    assert grouped(place) == in_memory
    assert in_memory[0] and len(place) == len(reports) and place.asked > len(reports)


def test_a_shelf_gives_back_what_was_put_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "IN_MEMORY", 8)
    pieces = [b"", b"ferry", b"a file begins here", b"", b"and goes on"]
    held = shelf.Shelf()
    for number, piece in enumerate(pieces):
        held.append(piece)
        assert held[0] == b"" and held[number] == piece
    assert list(held) == pieces
    with pytest.raises(IndexError):
        held[len(pieces)]


def test_a_full_disk_is_said_with_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(BytesIO):
        def write(self, _piece: object) -> int:
            raise OSError(ENOSPC, "No space left on device")

    held = shelf.Shelf()
    monkeypatch.setattr(held, "_file", Full())
    with pytest.raises(OSError, match="No space left") as said:
        held.append(b"ferry")
    assert said.value.filename == gettempdir() and len(held) == 0
