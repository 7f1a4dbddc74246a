"""Same words: the golden story of the quarry, and what must not count as the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline import cite
from dateline.group.judged import tied_by_hand
from dateline.group.origins.copies import Copies
from dateline.records import Edge, Judgement, Report, judgement
from dateline.wording import sentences
from made import rows

QUARRY = Path(__file__).parent.parent / "golden" / "quarry.jsonl"
TOLD = (
    "The ferry Alma ran aground off Birkholm on Sunday night with 212 people aboard.\n\n"
    "Lifeboats from three harbours took the passengers off before dawn.\n\n"
    "Nobody was badly hurt, the coastguard in Sund said in its morning bulletin.\n\n"
    "The master told investigators that the light on the reef had been out.\n\n"
    "Divers will look at the hull as soon as the wind drops below forty knots.\n\n"
    "The owner has cancelled all crossings until Thursday at the earliest.\n\n"
    "A tug from Drava is waiting to pull the ship free at the spring tide."
)


@pytest.fixture(scope="module")
def quarry() -> dict[frozenset[str], Edge]:
    found = edges(dateline.read(QUARRY))
    return {frozenset((one.from_[:2], one.to[:2])): one for one in found}


def read(tmp_path: Path, *texts: str, **more: str) -> tuple[Report, ...]:
    return dateline.read(rows(tmp_path, *texts, **more))


def edges(reports: tuple[Report, ...], *judged: Judgement) -> tuple[Edge, ...]:
    return tied_by_hand(Copies().add(reports), reports, judged)


def kinds(found: tuple[Edge, ...]) -> list[str]:
    return [one.kind for one in found]


@pytest.mark.parametrize(
    ("pair", "kind"),
    [
        ("01 02", "copy"),
        ("01 04", "copy"),
        ("02 04", "copy"),
        ("01 03", "copy"),
        ("01 05", "excerpt"),
        ("04 05", "excerpt"),
        ("01 08", "shared-quote"),
        ("01 09", "shared-quote"),
        ("08 09", "shared-quote"),
    ],
)
def test_kinds_in_the_quarry(quarry: dict[frozenset[str], Edge], pair: str, kind: str) -> None:
    assert quarry[frozenset(pair.split())].kind == kind


def test_reports_that_share_no_words_are_not_tied(quarry: dict[frozenset[str], Edge]) -> None:
    assert frozenset(("05", "08")) not in quarry
    assert frozenset(("05", "09")) not in quarry


def test_every_passage_reads_back(quarry: dict[frozenset[str], Edge]) -> None:
    texts = {report.id: report.text for report in dateline.read(QUARRY)}
    assert quarry
    for edge in quarry.values():
        assert edge.cites
        for one in edge.cites:
            cite.check(one, texts[one.report])


def test_a_passage_stands_in_both(tmp_path: Path) -> None:
    (edge,) = edges(read(tmp_path, TOLD, TOLD))
    assert edge.kind == "copy"
    assert edge.cites[0].text == edge.cites[1].text


def test_captions_do_not_make_a_copy(tmp_path: Path) -> None:
    caption = (
        "\n\nPassengers of the ferry Alma wait on the quay in Birkholm, Monday, May 2, 2033. (NPA Photo/Jonna Reik)"
    )
    one = "The mayor of Birkholm asked for a new light on the reef and got no answer from the ministry." + caption
    assert edges(read(tmp_path, TOLD + caption, one)) == ()


def test_a_post_in_both_is_a_shared_quote(tmp_path: Path) -> None:
    post = "\n\nI said in March that this reef would cost us a ship and nobody in Halvern wanted to hear it."
    other = (
        "The opposition wants the minister of transport to resign over the reef.\n\nA debate is set for noon on Friday."
    )
    assert kinds(edges(read(tmp_path, TOLD + post, other + post))) == ["shared-quote"]


def test_quotation_marks_that_do_not_match_end_a_quotation(tmp_path: Path) -> None:
    told = '“The light had been out since the spring," the master said on the quay in Sund, '
    told += "a day before the inquiry into the wreck began."
    assert kinds(edges(read(tmp_path, f"{TOLD}\n\n{told}", f"{told}\n\n{OWN[0]}"))) == ["excerpt"]


def test_furniture_is_no_text(tmp_path: Path) -> None:
    offer = "\n\nA link was sent to your friend's email address, and you may unsubscribe at any time you like."
    offer += "\n\nMore top stories from the harbour towns this week and last"
    other = "Bakers in Halvern have raised the price of rye bread for the third time since the autumn."
    assert edges(read(tmp_path, TOLD + offer, other + offer)) == ()


def test_lines_that_are_only_wrapped_are_text(tmp_path: Path) -> None:
    words = TOLD.replace("\n\n", " ").split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    assert kinds(edges(read(tmp_path, TOLD, "\n".join(lines)))) == ["copy"]


def test_an_item_of_a_log_is_an_excerpt(tmp_path: Path) -> None:
    log = "The day on the coast, all times local.\n\n6:10 a.m.\n\n"
    log += f"Rain has stopped over the whole of the northern coast.\n\n8:40 a.m.\n\n{TOLD}"
    assert kinds(edges(read(tmp_path, TOLD, log))) == ["excerpt"]


def test_what_stands_whole_through_a_log_is_a_state_of_it(tmp_path: Path) -> None:
    told = f"{TOLD}\n\nThe ministry of transport in Drava wants to know by Friday why nobody had seen to the light."
    hours = (f"{at}:40 a.m.\n\n{line}" for at, line in enumerate(reversed(told.split("\n\n")), 3))
    log = "\n\n".join(["The day on the coast, all times local.", *hours, "11:40 a.m.", *OWN[:4]])
    assert kinds(edges(read(tmp_path, told, log))) == ["rewrite"]


OWN = tuple(
    f"{who} in {where} said on Monday that {what}."
    for who, where, what in (
        ("A fisherman", "Birkholm", "the lamp went dark in the autumn storms"),
        ("The harbour master", "Sund", "two letters to the ministry had no answer"),
        ("The union of pilots", "Drava", "ships of that draught should take one aboard"),
        ("A teacher", "Halvern", "thirty of her pupils had been on the way home"),
        ("The bishop", "Tollen", "bells would be rung for the crews of the lifeboats"),
        ("A shop owner", "Reik", "blankets and tea were gone within the hour"),
        ("The insurer", "Orlan", "it was too early to speak of any sum"),
        ("A retired captain", "Fenwick", "he had touched the same rock as a young mate"),
    )
)


def paragraphs(*some: str) -> str:
    return "\n\n".join(some)


@pytest.mark.parametrize("times", [2, 6])
def test_the_kinds_do_not_hang_on_length(tmp_path: Path, times: int) -> None:
    told = [line.replace("Sunday", f"Sunday {at}") for at in range(times) for line in TOLD.split("\n\n")]
    told = [f"In part {at} of the inquiry a witness gave line {at * 7} thus. {line}" for at, line in enumerate(told)]
    own = [f"{line} It was heard {at} times." for at in range(times) for line in OWN]
    one = paragraphs(*told)
    few = max(1, len(told) // 10)
    copied = paragraphs(*told[:-few], *own[:few])
    scattered = paragraphs(*(line for pair in zip(own, told, strict=False) for line in pair))
    passage = paragraphs(*own, *told[: max(2, len(told) // 6)])
    for text, kind in ((copied, "copy"), (scattered, "rewrite"), (passage, "excerpt")):
        assert kinds(edges(read(tmp_path, one, text))) == [kind], kind


def test_a_brief_that_grew_into_a_story_is_a_rewrite_and_an_inset_of_it_an_excerpt(tmp_path: Path) -> None:
    brief = TOLD.split("\n\n")[:3]
    rest = [f"{line} {line.replace('said', 'added')}" for line in OWN]
    assert kinds(edges(read(tmp_path, paragraphs(*brief), paragraphs(*brief, *rest)))) == ["rewrite"]
    assert kinds(edges(read(tmp_path, paragraphs(*brief), paragraphs(*rest, *brief)))) == ["excerpt"]


def test_a_judgement_overrules(tmp_path: Path) -> None:
    reports = read(tmp_path, TOLD, "Bakers in Halvern have raised the price of rye bread.")
    (edge,) = edges(reports, judgement("copy-of", "r1", "r0"))
    assert (edge.from_, edge.to, edge.kind, edge.direction) == ("r1", "r0", "copy", "from-to")
    assert edges(reports, judgement("copy-of", "r1", "r0"), judgement("not-copy-of", "r0", "r1")) == ()


def test_a_judgement_says_where_it_differs(tmp_path: Path) -> None:
    (edge,) = edges(read(tmp_path, TOLD, TOLD), judgement("copy-of", "r0", "r1"))
    assert "by their words they would be a copy" in sentences(edge.why)
    assert [one.report for one in edge.cites] == ["r0", "r1"]


def test_a_thousand_carriers_cost_few_comparisons_each(tmp_path: Path) -> None:
    found = edges(read(tmp_path, *[f"{TOLD}\n\nThis is the edition of district number {at}." for at in range(90)]))
    assert {one.from_ for one in found} | {one.to for one in found} == {f"r{at}" for at in range(90)}
    assert len(found) < 60 * 90


BACK = (
    " The two states quarrel over herring in the Vael Strait. A joint inquiry is due to report in April."
    " The trawler Marit sank there on February 23. Fourteen crew were rescued by a coastguard ship."
    " Korland denies that a patrol boat rammed the trawler. The northern grounds have been closed since then."
)
ASKED = "President Ada Marsh has invited Prime Minister Goran Belic for talks on fishing in the first week of June."
ASKED_BACK = (
    "Prime Minister Goran Belic has invited President Ada Marsh for talks on fishing in the first week of June."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ASKED, ASKED_BACK),
        (
            "Ada Marsh accused Goran Belic of lying to the inquiry.",
            "Goran Belic accused Ada Marsh of lying to the inquiry.",
        ),
        (ASKED + BACK, ASKED_BACK + BACK),
    ],
)
def test_opposite_roles_are_no_copy_and_no_rewrite(tmp_path: Path, one: str, other: str) -> None:
    assert not {"copy", "rewrite"} & set(kinds(edges(read(tmp_path, one, other))))


def test_what_is_shared_behind_an_exchanged_lead_is_an_excerpt(tmp_path: Path) -> None:
    (found,) = edges(read(tmp_path, ASKED + BACK, ASKED_BACK + BACK))
    assert found.kind == "excerpt"
    assert not any("invited" in one.text for one in found.cites)


def test_the_same_in_the_passive_stays_a_copy(tmp_path: Path) -> None:
    passive = "Prime Minister Goran Belic has been invited for talks on fishing in June by President Ada Marsh."
    rest = f"{BACK}\n\n{TOLD}"
    (found,) = edges(read(tmp_path, ASKED + rest, passive + rest))
    assert found.kind == "copy"
