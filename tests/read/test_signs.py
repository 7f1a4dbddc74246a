"""Signs of a machine: found where they are, and none in a well-made report."""

from __future__ import annotations

from dateline.read.blocks import blocks
from dateline.read.signs import signs

BODY = "The harbour at Tollen was closed on Monday after a ferry ran aground in fog, the port authority said."


def kinds(text: str) -> set[str]:
    return {sign.kind for sign in signs("r", text, blocks(text))}


def test_scraper_ids_and_orphans() -> None:
    lost = "met in the haven for an hour\n\n. They talked of fog and of the lights on the quay. [20417733]"
    text = f"Ferry aground\n\n{BODY}\n\n{lost}\n\n{BODY}"
    assert kinds(text) == {"scraper-id", "orphan-fragment"}


def test_a_well_made_report_bears_none() -> None:
    assert kinds(f"Ferry runs aground off Tollen\n\nMarch 4, 2031\n\n{BODY}\n\nNobody was hurt. {BODY}") == set()


def test_each_sign_reads_back() -> None:
    text = f"Ferry aground\n\n{BODY} [20417733]"
    for sign in signs("r", text, blocks(text)):
        assert text[sign.cite.start : sign.cite.end] == sign.cite.text


def test_odd_synonyms_in_fixed_phrases() -> None:
    assert kinds(f"Ferry aground\n\n{BODY} The quay was built after World Battle One.") == {"odd-synonym"}
    assert kinds(f"Ferry aground\n\n{BODY} The quay was built after the First World War.") == set()


def test_a_text_that_is_cut() -> None:
    assert kinds(f"Ferry aground\n\n{BODY}\n\nThe owner said that the lights of the channel had been out [\u2026]") == {
        "truncated"
    }


def test_a_text_that_says_it_was_translated() -> None:
    assert kinds(f"Ferry aground\n\nThis article was automatically translated from the original.\n\n{BODY}") == {
        "translated"
    }


def test_a_word_twice_only_where_no_writer_means_it() -> None:
    assert kinds(f"Ferry aground\n\n{BODY} It was a very very foggy day, and the the bar had moved.") == {"garbled"}
    assert kinds(f"Ferry aground\n\n{BODY} It was a really really foggy day, he said that that was why.") == set()
