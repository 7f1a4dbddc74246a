"""Signs of borrowed words in English, and the plain form of an outlet's name."""

from __future__ import annotations

import pytest

from dateline.language import outlets
from dateline.language.english import provenance, topics


def test_what_points_to_a_source_is_read_to_the_end_of_its_line() -> None:
    text = "The ferry sank.\nOriginally published by the Harbour Post.\nMore tomorrow."
    assert list(provenance.pointers(text)) == ["Originally published by the Harbour Post."]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("IN THE DISTRICT COURT OF SUND\n\nRind against Brandt", "court-paper"),
        ("FOR IMMEDIATE RELEASE\n\nSelk Slate regrets the loss.", "press-statement"),
        ("The district court of Sund has acquitted the banker.", None),
    ],
)
def test_a_paper_is_known_by_its_head(head: str, kind: str | None) -> None:
    assert provenance.paper(head) == kind


def test_posts_and_furniture_are_told_from_reports() -> None:
    assert provenance.posted("Follow @harbourpost")
    assert provenance.to_reader("Sign up for your briefing.")
    assert provenance.in_first_person("I never met him.") and not provenance.in_first_person("He never met us.")
    assert list(provenance.time_notes("Live: all times local")) == [6]


def test_an_outlet_has_one_plain_form() -> None:
    names = ("The Harbour Post", "harbourpost.com", "www.theharbourpost.co.uk/news", "Harbour Post")
    assert {outlets.plain(name) for name in names} == {"harbourpost"}
    assert outlets.host("https://www.harbourpost.com:8080/a?b") == "www.harbourpost.com"


def test_topics_are_particular_names_and_words_of_content() -> None:
    text = "On Monday the minister of President Ada Marsh told reporters in France that the ferries sank off Birkholm."
    assert list(topics.names(text)) == ["Ada Marsh", "Birkholm"]
    assert set(topics.words(text).values()) == {"ferries", "sank"}
