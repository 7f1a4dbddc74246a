"""Labels: every stretch has one, and what stands around a report is not taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.labels.blocks import blocks

BODY = "The harbour at Tollen was closed on Monday after a ferry ran aground in fog, the port authority said."


def labels(text: str) -> list[tuple[str, str]]:
    return [(block.label, block.span.of(text)) for block in blocks(text)]


def label_of(words: str, text: str) -> str:
    return next(label for label, stretch in labels(text) if words in stretch)


@given(st.text(alphabet=st.sampled_from("aB .,\n\r\t—“”©[0]:/@'é🙂"), max_size=200))
def test_every_code_point_lies_in_exactly_one_block(text: str) -> None:
    found = blocks(text)
    covered = [at for block in found for at in range(block.start, block.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert list(found) == sorted(found, key=lambda block: block.start)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("By Ines Farrow", "byline"),
        ("March 12, 2031", "date"),
        ("Thursday 19 June 2031 23:11 BST", "date"),
        ("(FILE) In this file photo taken on May 2, 2031, ferries lie at anchor.", "caption"),
        ("/ NPA PHOTO / Jonna Reik", "credit"),
        ("We use cookies to improve your visit.", "notice"),
    ],
)
def test_what_stands_before_the_body(line: str, label: str) -> None:
    assert label_of(line, f"Ferry runs aground off Tollen\n\n{line}\n\n{BODY}\n\n{BODY}") == label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Related article: Herring prices double", "related"),
        ("Follow the Drava Herald on Twitter: @dravaherald", "social"),
        ("© Northern Press Agency", "credit"),
        ("Please log in or register to leave a comment", "notice"),
        ("Source link", "debris"),
        ("Comments", "comments"),
        ("Please read our commenting rules before you post.", "comments"),
        ("A link has been sent to your address.", "social"),
        ("Enter your postcode", "notice"),
        ("Get the latest harbour news and weather alerts", "notice"),
        ("Now playing:", "related"),
        ("Scroll to the top of page", "boilerplate"),
        ("On behalf of Marsh & Holm, LLP. posted in Sea Accidents on Friday, March 7, 2031.", "date"),
        ("Updated less than 1 min ago7:20 a.m. ET, July 16, 2031", "date"),
        ("This entry was posted in Harbour on 7 March 2031 by Tom Hale.", "date"),
    ],
)
def test_what_stands_after_the_body(line: str, label: str) -> None:
    assert label_of(line, f"Ferry runs aground off Tollen\n\n{BODY}\n\n{BODY}\n\n{line}\n") == label


def test_a_dateline_is_cut_off_its_paragraph() -> None:
    text = f"Ferry runs aground\n\nTOLLEN, Estmark (NPA) — {BODY}\n"
    assert ("dateline", "TOLLEN, Estmark (NPA) —") in labels(text)
    assert label_of("The harbour", text) == "body"


def test_a_sentence_broken_over_two_paragraphs_is_one_block() -> None:
    broken = "The port will open again on Friday, said the harbour\n\nmaster, Olav Rind, on the quay."
    text = f"Ferry runs aground\n\n{BODY}\n\n{broken}\n"
    assert ("body", broken) in labels(text)


def test_a_caption_runs_on_to_its_photo_credit() -> None:
    text = (
        "Ferry runs aground\n\n(FILE) In this file photo taken on May 2, 2031, ferries lie at anchor.\n"
        f"The port said on May 3, 2031, that it was safe and that it would stay open.\n/ NPA PHOTO / Jonna Reik\n\n{BODY}\n"
    )
    assert label_of("The port said", text) == "caption"


def test_narrative_without_a_headline_is_body() -> None:
    assert [label for label, _ in labels(f"{BODY}\n\n{BODY}")] == ["body", "body"]


def test_a_line_above_the_title_that_says_nothing_of_the_report_is_no_headline() -> None:
    text = (
        "Weather at a glance\n\nFerry aground on Kessel sands, passengers taken off\n\n"
        "The ferry Alma ran aground on the Kessel sands on Monday with 60 passengers, who were taken off by noon.\n\n"
        "The sands had moved in the storms of January, the harbour office said."
    )
    assert [words for label, words in labels(text) if label == "headline"] == [
        "Ferry aground on Kessel sands, passengers taken off"
    ]


def test_a_stamp_above_the_title_is_its_day() -> None:
    text = (
        "12 January 2031 @ 09: 29 pm\n\nFerry aground on Kessel sands, passengers taken off\n\n"
        "The ferry Alma ran aground on the Kessel sands on Monday with 60 passengers, who were taken off by noon.\n\n"
        "The sands had moved in the storms of January, the harbour office said."
    )
    assert [label for label, _ in labels(text)][:2] == ["date", "headline"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("by Ines Farrow and Olav Rind May 3 at 11:55 AM Email the author", "byline"),
        ("By Ines Farrow May 3, 2031 at 9:00 AM Email the author Sign up for the Harbour newsletter .", "byline"),
        ("Authored by Ines Farrow via Tollen Letters,", "byline"),
        ("Tollen Herald — Ines Farrow", "byline"),
        ("Lowland Courier — Ines Marie Farrow Lowland Courier", "byline"),
        ("From the Courier's Ines Farrow and Olav Rind", "byline"),
        ("Ferry runs aground off Tollen A ferry ran aground. Check out this story on tollenherald.example", "boilerplate"),
        ("on Jul 7 2031, 5: 55p", "date"),
        ("Monday, March 11, 2031 23: 51", "date"),
        ("ABSTRACT.", "boilerplate"),
        ("Close", "boilerplate"),
        ("Resize Text", "boilerplate"),
        ("Skip Ad", "boilerplate"),
        ("share on facebook", "social"),
        ("Kelder Pool Photo via Tollen Press/file", "credit"),
        ("(NPA)", "dateline"),
        ("Drava (NPA)", "dateline"),
    ],
)  # fmt: skip
def test_furniture_under_a_headline(line: str, label: str) -> None:
    assert label_of(line, f"Ferry runs aground off Tollen\n\n{line}\n\n{BODY}\n\n{BODY}") == label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("1 hr 14 min ago", "date"),
        ("less than 1 min ago 5:43 a.m. ET, July 16, 2031", "date"),
        ("From the Courier's Ines Farrow", "byline"),
        ("Continue Reading Below", "boilerplate"),
        ("SHARES", "social"),
        ("11: 06 a.m.", "date"),
        ("Getty.", "credit"),
        ("Subscribe to the Herald’s harbour podcast here.", "notice"),
        ("Recommended Stories", "related"),
        ("Read more about these links.", "related"),
        ("— Port of Tollen (@tollenport) March 3, 2031", "body"),
        ("The photo shows how the ferry lay on the bank when the tide had gone out.", "body"),
        ("His picture of the bank was in every paper of the town the next day.", "body"),
        ("From Tollen’s harbour the ferries sail at nine, and from its pier at ten.", "body"),
    ],
)
def test_furniture_between_paragraphs(line: str, label: str) -> None:
    assert (
        label_of(line, f"Ferry runs aground off Tollen\n\n{BODY}\n\n{line}\n\nThe fog lifted at noon. {BODY}") == label
    )


def test_a_post_and_the_line_that_signs_it_are_of_the_report() -> None:
    post, signed = (
        "Fog over the bank, and the ferry on it, again #tollen pic.example/1",
        "— Ines Farrow (@ines) May 3, 2031",
    )
    text = f"Ferry runs aground off Tollen\n\n{BODY}\n\n{post}\n\n{signed}\n\nThe fog lifted at noon. {BODY}"
    assert {label_of(post, text), label_of(signed, text)} == {"body"}
    assert label_of(signed, f"{signed}\n\n{BODY}\n\n{BODY}") != "headline"


def test_who_signs_a_letter_and_who_a_writer_is() -> None:
    assert label_of("— Ines Farrow", f"Ferries\n\n{BODY}\n\n{BODY}\n\n— Ines Farrow, Lower Tollen") == "byline"
    text = f"Ferry runs aground off Tollen\n\nBy Ines Farrow\n\n{BODY}\n\n{BODY}\n\nFarrow is a special correspondent."
    assert label_of("Farrow is", text) == "byline"


def test_the_name_of_a_paper_is_no_headline_and_a_stamp_no_place() -> None:
    text = f"The Tollen Herald\n\nBy Ines Farrow\n\nMarch 12, 2031\n\n{BODY}\n\n{BODY}"
    assert label_of("The Tollen Herald", text) == "boilerplate"
    text = f"Ferry runs aground off Tollen\n\nUpdated\n\nMarch 12, 2031\n\n{BODY}\n\n{BODY}"
    assert label_of("Updated", text) == "date"
    assert label_of("Ines Farrow", f"Ines Farrow\n\nMarch 12, 2031\n\n{BODY}\n\n{BODY}") == "byline"


def test_an_agencys_lead_to_its_entries_is_text() -> None:
    lead = "TOLLEN, Vael (NPA) — The Latest on the storm that has shut the harbour of Tollen (all times local):"
    text = f"The Latest: Harbour shut\n\n{lead}\n\n3:40 p.m.\n\n{BODY}\n\n3:19 p.m.\n\n{BODY}"
    assert label_of("The Latest on", text) == "body"
    assert label_of("TOLLEN", text) == "dateline"
