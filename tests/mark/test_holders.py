"""Whom a role or a sort of body means, on sentences made up for it."""

from __future__ import annotations

import pytest

from dateline.mark.names.marker import names
from dateline.mark.parse import parses
from dateline.mark.quotes.marker import quotes
from made import report


def speakers(text: str) -> dict[str, str | None]:
    """Who speaks in a paragraph, by the words for each source."""
    (parse,) = parses([report(text, day="2021-05-04")])
    found = quotes(parse, names(parse), ())
    return {quote.source[0].of(text): quote.speaker for quote in found if quote.source}


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        # by words of its name
        ("The Korland Navy sent two boats. It was the fifth rescue, the navy said.", "the navy", "Korland Navy"),
        ("It was the fifth rescue, the navy said. The Korland Navy sent two boats.", "the navy", None),
        ("The Korland Navy met the Estmark Navy. Both fired, the navy said.", "the navy", None),
        ("Harrow Police shut the bridge at noon. Two men were hurt, police said.", "police", "Harrow Police"),
        ("The HPD shut the bridge. The HPD is short of boats. Two men were hurt, police said.", "police", "HPD"),
        ("They cried “No HPD” all day. Two men were hurt, police said.", "police", None),
        ("The Police Federation met at noon. Two men were hurt, police said.", "police", None),
        (
            "The Harrow Police Department met at noon. Two men were hurt, police said.",
            "police",
            "Harrow Police Department",
        ),
        ("The crash was near a Harrow Police garage. Two men were hurt, police said.", "police", None),
        ("Harrow Police shut the bridge. Two men were hurt, Sund police said.", "Sund police", None),
        (
            "The Sheriff's Department sent two boats. She was ill, according to the sheriff's department.",
            "the sheriff's department",
            "Sheriff's Department",
        ),
        # by the sort that the report says it is
        (
            "The studio Karst Pictures bought the film. Rain fell in Sund. The studio said it would open in May.",
            "The studio",
            "Karst Pictures",
        ),
        # by what is known of it
        (
            "Ida Falk gave the numbers to the Sund Times. The deal is worth a million, the newspaper said.",
            "the newspaper",
            "Sund Times",
        ),
        (
            "Ben Orrel called the Sund Times and the Harrow Herald. The deal is worth a million, the newspaper said.",
            "the newspaper",
            None,
        ),
        ("Moe led the FBI inquiry. The agency learned that he had fled.", "The agency", "FBI"),
        # by its paper
        ("The film opens in May, according to this Sund Times story.", "this Sund Times story", "Sund Times"),
        ("The film opens in May, an article in the Sund Times said.", "an article in the Sund Times", "Sund Times"),
        ("The film opens in May, a story about the Sund Times said.", "a story about the Sund Times", None),
    ],
)
def test_a_sort_of_body_is(text: str, source: str, name: str | None) -> None:
    assert speakers(text)[source] == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "A Sund judge refused to free him. Rain fell. Judge Ida Falk said he had to stay.",
            "A Sund judge",
            "Ida Falk",
        ),
        ("Rain fell. A Sund judge refused to free him. Judge Ida Falk said he had to stay.", "A Sund judge", None),
        ("The city's mayor said no. Ben Orrel, mayor of Sund, spoke at noon.", "The city's mayor", "Ben Orrel"),
        ("Karst's mayor said no. Ben Orrel, mayor of Sund, spoke at noon.", "Karst's mayor", None),
        ("The club's president said no. President Moe spoke in Sund.", "The club's president", None),
        ("The city's prosecutor said no. District Attorney Ida Falk spoke.", "The city's prosecutor", "Ida Falk"),
        (
            "The gang had fled, says the Sund Times's Ida Falk. They had a second car, our correspondent says.",
            "our correspondent",
            "Ida Falk",
        ),
        # whom the next sentence names as speaking
        ("A neighbour said she heard shots. “It was loud,” said Ida Falk.", "A neighbour", "Ida Falk"),
        ("The girl's mother said she heard shots. “It was loud,” said Ida Falk.", "The girl's mother", "Ida Falk"),
        ("A neighbour said she heard shots. “It was loud,” said Mayor Ida Falk.", "A neighbour", None),
        ("A spokesman said the pier was shut. “It was loud,” said Ida Falk.", "A spokesman", None),
        ("Ida Falk fell. A neighbour said she heard shots. “It was loud,” said Ida Falk.", "A neighbour", None),
        ("A neighbour said she heard shots. Rain fell. “It was loud,” said Ida Falk.", "A neighbour", None),
    ],
)
def test_a_role_is(text: str, source: str, name: str | None) -> None:
    assert speakers(text)[source] == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The Academy announced on Friday that Ida Falk would host.", "The Academy", "Academy"),
        ("He was charged, the City Attorney's office said.", "the City Attorney's office", "City Attorney's office"),
        ("The pier is shut, The Harrow Sun reported.", "The Harrow Sun", "Harrow Sun"),
        ("The pier is shut, The Harrow Reporter said.", "The Harrow Reporter", "Harrow Reporter"),
        ("The Sund Union-Tribune said he left.", "The Sund Union-Tribune", "Sund Union-Tribune"),
        ("According to the Times, the pier is shut.", "the Times", "The Times"),
        ("Summit Foods shut its plant. Summit said that pay would go on.", "Summit", "Summit Foods"),
        ("Kent King saw the crash. Later King told reporters that the boat had turned.", "King", "Kent King"),
    ],
)
def test_a_name_that_speaks_is_found(text: str, source: str, name: str) -> None:
    assert speakers(text)[source] == name


def test_a_king_is_not_whoever_has_that_surname() -> None:
    (parse,) = parses([report("Kent King saw the crash. Later the King of Korland went home.", day="2021-05-04")])
    assert [name.name for name in names(parse)] == ["Kent King", "Korland"]
