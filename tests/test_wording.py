"""Each kind of reason has its sentence, and a sentence bends with what it is said of."""

from __future__ import annotations

from typing import get_args

import pytest

from dateline import wording
from dateline.language.provenance import Paper
from dateline.records.reasons import Reason, ReasonKind, exchanged
from dateline.wording import sentence, sentences


def test_each_kind_has_a_sentence() -> None:
    assert set(wording._SENTENCES) == set(get_args(ReasonKind))
    assert {*get_args(Paper), "transcript"} == set(wording.PAPERS)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason("begins-after", (1,)), "It begins 1 day after the other’s last report."),
        (Reason("begins-after", (97,)), "It begins 97 days after the other’s last report."),
        (Reason("all-credit-agency", (2, "NPA")), "Both reports credit their words to NPA."),
        (Reason("all-credit-agency", (3, "NPA")), "All 3 reports credit their words to NPA."),
        (Reason("hide-agency", (("Post",),)), "Post does not name it; the words are those of reports that do."),
        (
            Reason("hide-agency", (("Post", "{0}"),)),
            "Post, {0} do not name it; the words are those of reports that do.",
        ),
        (
            Reason("hide-agency", (("Post", "Post"),)),
            "Post does not name it; the words are those of reports that do.",
        ),
        (
            Reason("hide-agency", (tuple("abcdefghijabc"),)),
            "a, b, c, d, e, f, g, h and 2 others do not name it; the words are those of reports that do.",
        ),
        (
            Reason("hide-agency", (tuple("abcdefghi"),)),
            "a, b, c, d, e, f, g, h, i do not name it; the words are those of reports that do.",
        ),
        (Reason("shared-names-and-words", (("Marsh",), ())), "Both have the name Marsh."),
        (Reason("shared-names-and-words", ((), ("mine", "strike"))), "Both have the words mine, strike."),
        (
            Reason("shared-names-and-words", (("Belic", "Marsh"), ("mine",))),
            "Both have the names Belic, Marsh and the word mine.",
        ),
        (
            Reason("judged-copy", ("",)),
            "A person judged that the first is a copy of the second; by their words they would be nothing.",
        ),
        (
            Reason("judged-copy", ("copy",)),
            "A person judged that the first is a copy of the second; by their words they would be a copy.",
        ),
        (
            Reason("judged-copy", ("excerpt",)),
            "A person judged that the first is a copy of the second; by their words they would be excerpt.",
        ),
        (Reason("paper", ("court-paper",)), "Its text is a court paper."),
    ],
    ids=lambda value: value.kind if isinstance(value, Reason) else "",
)
def test_a_sentence_bends_with_its_arguments(reason: Reason, said: str) -> None:
    assert sentence(reason) == said


def test_what_is_in_common_is_told_from_the_other_end() -> None:
    there = Reason("common-sentences", (1, 2, 3, 4, 25))
    assert exchanged(there) == Reason("common-sentences", (3, 4, 1, 2, 25))
    assert exchanged(exchanged(there)) == there
    names = Reason("aligned-sentences", (6, 7, 9, ("first", "second")))
    assert exchanged(names) == names
    assert sentences((names, Reason("links-to"))).endswith("names: first, second. The first links to the second.")
