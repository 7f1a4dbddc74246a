"""The core of a clause: what tells an event in few words stands, what it can do without does not."""

from __future__ import annotations

import pytest

from dateline.language.english import compression, model
from dateline.language.tokens import Doc


def core(text: str, head: str) -> str:
    doc = Doc(model.english()(text))
    verb = next(word for word in doc if word.text == head)
    return " … ".join(text[first.idx : last.idx + len(last)] for first, last in compression.core(verb))


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        (
            "In a letter, the scientists also urged the ministers on Monday to drop the rule, which they hate.",
            "urged",
            "the scientists … urged the ministers … to drop the rule",
        ),
        ("The clerk was treated at Holm and released.", "released", "The clerk was … released"),
        (
            "Marsh, 61, a baker, allegedly shot the mayor dead on Friday.",
            "shot",
            "Marsh … allegedly shot the mayor dead",
        ),
        (
            "The shipowner Ivo Brandt sold the yard to Greta Holm.",
            "sold",
            "The shipowner Ivo Brandt sold the yard to Greta Holm",
        ),
        (  # what people are goes where there is no room for it
            "Holm Harbour Company majority owner Ada B. Marsh and former deputy chief executive Ivo Brandt flew to Ulm.",
            "flew",
            "Ada B. Marsh and … Ivo Brandt flew to Ulm",
        ),
        ("Orlik was convicted on Tuesday of fraud.", "convicted", "Orlik was convicted … of fraud"),
        (
            "Police said that the driver, who fled, was caught in Tarn.",
            "said",
            "Police said that the driver … was caught in Tarn",
        ),
        ("Marsh, Orlik and two clerks were arrested.", "arrested", "Marsh, Orlik and two clerks were arrested"),
        (
            "The Rovers made Weir a ten-year, $9 million offer.",
            "made",
            "The Rovers made Weir a ten-year … $9 million offer",
        ),
        ("Brandt did not sign the lease.", "sign", "Brandt did not sign the lease"),
        ("Prosecutors named a clerk who stole the safe.", "stole", "a clerk … stole the safe"),
        ("Brandt shot and killed two gulls on Friday.", "shot", "Brandt shot and killed two gulls"),
        ("The crew worked to contain the fire.", "worked", "The crew worked to contain the fire"),
        ("Millions struggled to get online on Monday.", "struggled", "Millions struggled to get online"),
        (
            "The navy prevented pirates from seizing a ship.",
            "prevented",
            "The navy prevented pirates from seizing a ship",
        ),
        ("A fire virtually destroyed the mill.", "destroyed", "A fire virtually destroyed the mill"),
        ("Marsh denied claims that he was the source.", "denied", "Marsh denied claims that he was the source"),
        (
            "The Rev. Ida Falk, the Holm district attorney general, told the harbour court that nobody was left in the church.",
            "told",
            "Ida Falk … told the harbour court that nobody was left in the church",
        ),
        ("Marsh knew what the bid was worth.", "knew", "Marsh knew what the bid was worth"),
        ("Brandt waved and winked at the guards.", "waved", "Brandt waved"),
        ("Monday's vote split the Greens.", "split", "vote split the Greens"),
    ],
)
def test_the_core_of_a_clause(text: str, verb: str, told: str) -> None:
    assert core(text, verb) == told


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Marsh did not meet him until 2008.", "meet"),  # without its end it says the opposite
        ("It is not known who gave the order.", "gave"),
        ("Close the gate.", "Close"),  # nobody does it
        ("They saw a film of a flood, who never sleeps.", "sleeps"),  # a thing is no `who`
    ],
)
def test_where_nobody_does_it_there_is_no_core(text: str, verb: str) -> None:
    assert core(text, verb) == ""
