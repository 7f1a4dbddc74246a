"""The signs of borrowed words in English: where a report says it is from, its posts and furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.language.provenance import Paper

_FROM = re.compile(
    r"\b(?:via|originally (?:published|appeared)|first (?:published|appeared)|republished|reprinted|reposted|courtesy of"
    r"|source:|authored by|read more (?:at|on)|read the (?:full|rest|whole)|continue reading)",
    re.IGNORECASE,
)
_LONGEST = 90  # code points of a line that points
_PAPERS: tuple[tuple[Paper, re.Pattern[str]], ...] = (
    ("court-paper", re.compile(r"\A[\s\S]{0,600}\b(?:DISTRICT COURT|SUPREME COURT OF|Plaintiffs?,|Case No\.)", re.M)),
    (
        "press-statement",
        re.compile(
            r"\A[\s\S]{0,300}?^\W{0,40}(?i:for immediate release|press release|(?:joint )?statement by)\b", re.M
        ),
    ),
)
_BUTTON = re.compile(r"(?:Retweet|Follow) @")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me|myself)\b")
_TO_YOU = re.compile(r"\b[Yy]our?\b")
_ALL_TIMES = re.compile(r"\ball times (?:are )?(?:local|[A-Z]{2,4}\b)")


def pointers(text: str) -> Iterator[str]:
    """The words that name where a text is from: `Via …`, `Originally published by …`."""
    for sign in _FROM.finditer(text):
        yield text[sign.start() : sign.start() + _LONGEST].split("\n")[0]


def paper(text: str) -> Paper | None:
    """A court's paper or somebody's statement, by the words at the head."""
    return next((kind for kind, sign in _PAPERS if sign.search(text)), None)


def posted(line: str) -> bool:
    """By what stands on the buttons of a post."""
    return bool(_BUTTON.search(line))


def to_reader(sentence: str) -> bool:
    """By the second person."""
    return ("you" in sentence or "You" in sentence) and bool(_TO_YOU.search(sentence))


def in_first_person(sentence: str) -> bool:
    """By the pronouns of the first person, one speaker's."""
    return bool(_FIRST_PERSON.search(sentence))


def time_notes(text: str) -> Iterator[int]:
    """By `all times`."""
    return (note.start() for note in _ALL_TIMES.finditer(text)) if "all times" in text else iter(())
