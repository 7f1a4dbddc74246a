"""The same report fetched again: told by its address, or by its id and its words; and what was changed from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal
from urllib.parse import urlsplit

from dateline.cite import Cite, Span, cite
from dateline.records.report import Report

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|cmpid|ocid|smid|xtor|at_\w+|ref|cid)(?:=|$)", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_RUN = 5  # words of a shingle
_SHARED = 0.3  # of the shorter one's shingles: less is another report of the same name


@dataclass(frozen=True, slots=True)
class Change:
    """What one version has and the next has not: the words before, the words after, each with its place."""

    kind: Literal["added", "removed", "changed"]
    was: Cite | None
    now: Cite | None


def address(url: str | None) -> str | None:
    """What stays of a report's address however it was passed on: no scheme, `www.`, fragment, tracking, last slash.

    None for no address, and for a site's front, where another report stands each day.
    """
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None  # brackets that hold no address
    path = parts.path.rstrip("/")
    kept = sorted(parameter for parameter in parts.query.split("&") if parameter and not _TRACKING.match(parameter))
    if not parts.netloc or not (path or kept):
        return None
    return parts.netloc.lower().removeprefix("www.") + path + ("?" + "&".join(kept) if kept else "")


def same(old: Report, new: Report) -> bool:
    """Whether two reports are versions of one: one address, or (where one has none) one id and many words in common."""
    here, there = address(old.url), address(new.url)
    if here and there:
        return here == there
    return old.id == new.id and _shared(old.text, new.text) >= _SHARED


def _shared(a: str, b: str) -> float:
    one, other = _shingles(a), _shingles(b)
    return len(one & other) / max(min(len(one), len(other)), 1)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text)
    return {tuple(words[first : first + _RUN]) for first in range(len(words) - _RUN + 1)}


def latest(versions: Sequence[Report]) -> Report:
    """The version to take of those in the order in which they came: the last by its own dates, else the last that came.

    A version of less than half the words of the longest is an excerpt (a feed's summary of the page), and is not taken.
    """
    longest = max(len(version.text) for version in versions)
    whole = [version for version in versions if 2 * len(version.text) >= longest]
    stamps = [(version.updated and version.updated.value) or version.published.value for version in whole]
    if all(stamps):
        return max(enumerate(whole), key=lambda pair: ((stamps[pair[0]] or "")[:10], pair[0]))[1]
    return whole[-1]


def changes(old: Report, new: Report) -> tuple[Change, ...]:
    """What was added, removed and changed between two versions, in text order, by words; white space aside."""
    return tuple(_changes(old, new))


def _changes(old: Report, new: Report) -> Iterator[Change]:
    before, after = list(_WORD.finditer(old.text)), list(_WORD.finditer(new.text))
    matcher = SequenceMatcher(None, [word[0] for word in before], [word[0] for word in after], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        was = cite(old.id, old.text, Span(before[a].start(), before[b - 1].end())) if b > a else None
        now = cite(new.id, new.text, Span(after[c].start(), after[d - 1].end())) if d > c else None
        if kind != "equal":
            yield Change("changed" if was and now else "added" if now else "removed", was, now)
