"""What a page's elements are called: words in classes, ids and addresses of many languages, and what such an element holds."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from dateline.language import tables

_REMEMBERED = 4096  # classes that a page has often: what they say is asked at every element
LEAD = "lead"  # a mark that is no label of a block: a lead stands in the body, or above it as a deck
BOXES = frozenset(("bio", "card", "avatar", "twitter", "sidebar"))  # words of boxes on a person that `asides` finds
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ASIDE = re.compile(
    r"comment|related|recommend|teaser|promo|newsletter|popular|sidebar|footer|collection|avatar|bio\b|card\b|twitter"
    r"|caption|fact|articlebox",
    re.IGNORECASE,
)
_KICKER = re.compile(
    r"kicker|over-?(?:line|title)|eye-?brow|dachzeile|spitzmarke|supra|surtitre|sur-?title|antetitulo|occhiello|roof-?line"
    r"|category|rubri[ck]|section-?(?:name|label|title)|label|badge|flag\b|\btag\b|sr-only|off-?screen|visually|screen-?reader|hidden",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:^|[-_\s])(?:(?:entry|article|post|story|news|page)[-_]*(?:title|headline|heading)|headline)(?:$|\s)",
    re.IGNORECASE,
)
_AUTHORS = (
    r"(?:authors?|autor(?:en|es|in|a|as|i)?|auteurs?|autore|by-?lines?|writers?|verfasser|forfatter|f[oö]rfattare|skribent"
    r"|journalist(?:e|er|en|as?)?s?|reporters?|redacteurs?|contributors?|kirjoittaja|yazar(?:lar)?|firma|firmas|columnists?|profile-\d+)"
)
_PROFILE = re.compile(rf"/(?:{_AUTHORS}|redaktion|staff|profiles?)/(?:\w+/)?[\w.,%-]+/?$", re.I)
_SIGNS = re.compile(_AUTHORS, re.IGNORECASE)
_DATED = re.compile(
    r"datepublished|datemodified|date-?line|publi\w*[-_]?(?:date|time|on|at)"
    r"|(?:post|article|entry|news)[-_]*(?:date|time)|timestamp"
)
_CHANGED = re.compile(r"modif|updat|aktuali")
_PUBLISHED = re.compile(r"publish|pubdate|entry-date")


@cache
def _labels() -> dict[str, str]:
    return {row["word"]: row["label"] for row in tables.table("page_marks")}


@cache
def label(classes: str) -> str | None:
    """The label that the classes and the id of an element give, by the last of their words that gives one.

    One of them is `LEAD`.
    """
    given: str | None = None
    for name in classes.split():
        parts = [part.lower() for part in _PART.findall(name)]
        for words in (parts, [f"{a}-{b}" for a, b in pairwise(parts)]):
            for word in words:
                given = _labels().get(word, given)
    return given


def aside(name: str) -> bool:
    """Whether a class or an id is of a part of the page that is not the report's own."""
    return bool(_ASIDE.search(name))


@lru_cache(_REMEMBERED)
def asides(names: str) -> frozenset[str]:
    """The words in classes or an id that are of a part of the page that is not the report's own."""
    return frozenset(word.lower() for word in _ASIDE.findall(names))


@lru_cache(_REMEMBERED)
def of_byline(marks: str) -> bool:
    """Whether classes or an id are of a byline."""
    return any(_SIGNS.fullmatch(part) for part in _PART.findall(marks)) or "by-line" in marks


def of_profile(address: str) -> bool:
    """Whether an address is that of an author's own page."""
    return bool(_PROFILE.search(address))


@lru_cache(_REMEMBERED)
def of_kicker(marks: str) -> bool:
    """Whether classes of an element within a heading are of a kicker, or of what nobody sees."""
    return bool(_KICKER.search(marks))


def of_heading(marks: str) -> bool:
    """Whether classes are of the report's heading."""
    return bool(_HEADING.search(marks))


@lru_cache(_REMEMBERED)
def of_date(marks: str) -> bool:
    """Whether classes or an id are of an element that holds the report's date."""
    return bool(_DATED.search(marks))


def kind_of_date(marks: str) -> str | None:
    """What date an element holds by its classes and id: `updated` or `published`; None where they do not say."""
    if _CHANGED.search(marks):
        return "updated"
    return "published" if _PUBLISHED.search(marks) else None
