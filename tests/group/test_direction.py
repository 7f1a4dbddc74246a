"""Who from whom: what a page says of its source, what two texts show side by side, and where nothing is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.group import group
from dateline.records import Edge, Marked
from dateline.wording import sentences
from made import rows

TOLD = (
    "A fire in the old net loft at Drava destroyed eleven boats on Tuesday night.",
    "The crews of two harbours fought it for six hours before the roof fell in.",
    "Nobody was hurt, but the loft held the winter gear of forty families.",
    "The harbour master thinks that a heater had been left on beside the tar store.",
    "The council will meet on Thursday to ask the province for money.",
    "Fishermen from Sund have offered nets and ropes until the spring.",
)
ELSEWHERE = "Shipyards along the coast say that they could rebuild four of the boats by the summer if paid in advance."


def tie(tmp_path: Path, *reports: dict[str, Any]) -> Edge:
    pile = rows(tmp_path, *reports, text="\n\n".join(TOLD))
    found = [edge for story in group([Marked(report) for report in dateline.read(pile)]) for edge in story.edges]
    return next(edge for edge in found if {edge.from_, edge.to} == {"r0", "r1"})


def text(*more: str) -> str:
    return "\n\n".join((*TOLD, *more))


def test_a_page_whose_own_address_is_the_others_took_from_it(tmp_path: Path) -> None:
    address = "https://www.harbourpost.com/2033/drava-net-loft"
    found = tie(tmp_path, {"outlet": "Harbour Post"}, {"outlet": "Coast Courier", "url": address})
    assert (found.from_, found.direction) == ("r1", "from-to")
    assert address in sentences(found.why)


def test_a_page_that_names_the_others_address_as_its_own_took_from_it(tmp_path: Path) -> None:
    page = "".join(f"<p>{line}</p>" for line in TOLD)
    head = '<link rel="canonical" href="https://harbourpost.com/fire">'
    page = f"<html><head>{head}</head><body><article><h1>Net loft burns</h1>{page}</article></body></html>"
    found = tie(
        tmp_path,
        {"outlet": "Harbour Post", "url": "https://harbourpost.com/fire"},
        {"outlet": "Coast Courier", "url": "https://coastcourier.com/loft", "html": page, "text": None},
    )
    assert (found.from_, found.direction) == ("r1", "from-to")
    assert "https://harbourpost.com/fire" in sentences(found.why)


def test_an_address_at_the_others_outlet_that_tells_its_headline_is_a_source(tmp_path: Path) -> None:
    linked = text("harbourpost.com/2033/05/drava-loft-fire-eleven-boats")
    found = tie(tmp_path, {"outlet": "Harbour Post"}, {"outlet": "Coast Courier", "text": linked})
    assert (found.from_, found.direction) == ("r1", "from-to")
    assert "harbourpost.com/2033/05/drava-loft-fire-eleven-boats" in sentences(found.why)


def test_an_address_of_another_page_says_nothing(tmp_path: Path) -> None:
    linked = text("harbourpost.com/2033/05/weather-storms-expected-weekend")
    assert tie(tmp_path, {"outlet": "Harbour Post"}, {"outlet": "Coast Courier", "text": linked}).direction == "unknown"


@pytest.mark.parametrize(
    ("early", "late", "direction"),
    [
        ("2033-05-02T06:00+00:00", "2033-05-03T08:00+02:00", "from-to"),
        ("2033-05-02T20:00+02:00", "2033-05-02T21:00+01:00", "unknown"),
        ("2033-05-02T06:00", "2033-05-03T08:00", "unknown"),
        ("2033-05-02", "2033-05-03", "unknown"),
    ],
)
def test_times_tell_only_where_the_gap_is_decisive(tmp_path: Path, early: str, late: str, direction: str) -> None:
    found = tie(
        tmp_path,
        {"outlet": "Harbour Post", "published": early},
        {"outlet": "Coast Courier", "published": late},
    )
    assert found.direction == direction
    if direction == "from-to":
        assert (found.from_, found.to) == ("r1", "r0")
        assert "24 hours after the second" in sentences(found.why)


def test_times_tell_nothing_where_a_third_names_the_agency_of_the_words(tmp_path: Path) -> None:
    found = tie(
        tmp_path,
        {"outlet": "Harbour Post", "published": "2033-05-02T06:00+00:00"},
        {"outlet": "Coast Courier", "published": "2033-05-04T06:00+00:00"},
        {"outlet": "Sund Daily", "text": "DRAVA (NPA) — " + text()},
    )
    assert found.direction == "unknown"


def test_two_carriers_took_nothing_from_each_other_though_one_names_the_others_photographer(tmp_path: Path) -> None:
    wire = "DRAVA (NPA) — " + text()
    found = tie(
        tmp_path,
        {"outlet": "Harbour Post", "text": wire, "authors": ["Ivo Lerch"]},
        {"outlet": "Coast Courier", "text": wire + "\n\nIvo Lerch saw the roof fall in from the quay."},
    )
    assert found.direction == "unknown"


def test_a_quotation_is_from_the_transcript_of_the_programme_that_is_named(tmp_path: Path) -> None:
    said = "We have asked for a new loft with a sprinkler in every winter budget since the flood and never got one."
    turns = [f"RUNA MOLT:\n\nQuestion {at}, councillor, about the loft." for at in range(4)]
    turns += [f"ODA FELL:\n\nAnswer {at}. {said if at == 2 else 'It was as you say.'}" for at in range(4)]
    found = tie(
        tmp_path,
        {"outlet": "Radio Drava", "title": "Harbour Hour", "text": "Harbour Hour\n\n" + "\n\n".join(turns)},
        {
            "outlet": "Sund Daily",
            "text": f"On Harbour Hour the councillor was blunt. “{said}” she told Runa Molt.\n\n{ELSEWHERE}",
        },
    )
    assert (found.kind, found.from_, found.direction) == ("shared-quote", "r1", "from-to")
    assert "Harbour Hour, and the second is its transcript" in sentences(found.why)


def test_a_page_that_has_grown_is_the_later_state(tmp_path: Path) -> None:
    more = [ELSEWHERE, *(ELSEWHERE.replace("four", str(at)) for at in range(20, 23))]
    found = tie(tmp_path, {"outlet": "Harbour Post"}, {"outlet": "Harbour Post", "text": text(*more)})
    assert (found.from_, found.direction) == ("r1", "from-to")
    assert tie(tmp_path, {"outlet": "Harbour Post"}, {"outlet": "Harbour Post"}).direction == "unknown"
