"""Signs of a machine: found where they are, and none in a well-made report."""

from __future__ import annotations

import pytest

from dateline.read.labels.blocks import blocks
from dateline.read.labels.signs import signs
from dateline.records.signs import score

LIKELY = 0.5  # the score from which a machine is likelier than a slip
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
    found = signs("r", text, blocks(text))
    assert found
    for sign in found:
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


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("He served in the First Globe Battle and", True),
        ("The Chilly Warfare had long ended when", True),
        ("The Security Chamber of Commerce", False),
        ("A study of counterfeit brainpower found that", True),
        ("The paper praised its stock  market and", False),
        ("The stock bazaar was closed and", True),
        ("A huge data leak at a national safety board", False),
        ("A coronary heart attack at a press gathering", False),
        ("The First World War and the Cold War", False),
    ],
)
def test_a_phrase_that_stands_as_it_is_with_a_word_swapped(written: str, sign: bool) -> None:
    text = f"Ferry aground\n\n{BODY}\n\n{written} nobody on the quay of Tollen could say what had become of it."
    assert kinds(text) == ({"odd-synonym"} if sign else set())


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("The master said that ““fog” was no excuse for what the pilot had done on that night in March.", True),
        ("The master said that fog was no excuse.” He did not say what the pilot had done on that night.", True),
        ("“Fog is no excuse,” the master said of what the pilot had done on that night in the month of March.", False),
        ("„Fog is no excuse“, the master said of what the pilot had done on that night in the month of March.", False),
    ],
)
def test_quotation_marks_that_are_broken(written: str, sign: bool) -> None:
    assert kinds(f"Ferry aground\n\n{BODY}\n\n{written}") == ({"garbled"} if sign else set())


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_whole() -> None:
    told = (
        "“The fog was thick on that night in March, and nobody saw the lights of the quay.\n\nNobody saw them at all.”"
    )
    assert kinds(f"Ferry aground\n\n{BODY}\n\n{told}") == set()


def test_titles_that_are_cut_or_say_a_word_twice() -> None:
    for title in ("Ferry runs aground off the coast of the", "Ferry runs aground in the the fog off Tollen"):
        assert kinds(f"{title}\n\nMarch 4, 2031\n\n{BODY}\n\n{BODY}") == {"garbled"}


def test_the_score_grows_with_the_signs_and_with_their_kinds() -> None:
    def scored(text: str) -> float:
        return score(signs("r", text, blocks(text)))

    one, two = f"{BODY} The the quay.", f"{BODY} The quay after World Battle One. [20417733]"
    assert scored(BODY) == 0
    assert 0 < scored(f"Ferry aground\n\n{BODY} It was the the quay.") < LIKELY
    assert scored(f"Ferry aground\n\n{one}") <= scored(f"Ferry aground\n\n{two}") <= 1
    assert scored(f"Ferry aground\n\n{two}") >= LIKELY


@pytest.mark.parametrize(
    "swapped", ["First World Battle", "World Battle One", "Unified Countries", "Joined Nations", "Chilly Battle"]
)
def test_one_swapped_phrase_is_one_sign(swapped: str) -> None:
    text = f"Ferry aground\n\n{BODY} The quay was built before the {swapped}, the mayor said."
    found = signs("a", text, blocks(text))
    assert [one.kind for one in found] == ["odd-synonym"]
    assert found[0].cite.text.startswith(swapped)
