"""Who took the words from whom? Only what can be pointed at licenses a direction; where it is thin, none is said."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.group.narrative import Narrative
from dateline.records import EdgeKind, Report

FROM = re.compile(
    r"\b(?:via|originally (?:published|appeared)|first (?:published|appeared)|republished|reprinted|reposted|courtesy of"
    r"|source:|authored by|read more (?:at|on)|read the (?:full|rest|whole)|continue reading)",
    re.IGNORECASE,
)
NEAR = 300  # characters around a passage in which its source is named

Pair = tuple[Narrative, Narrative, str]


def direction(a: Narrative, b: Narrative, kind: EdgeKind, passage: tuple[range, range]) -> Pair:
    """The taker, the giver, and the reason; an empty reason where nothing licenses a direction."""
    for taker, giver, run in ((a, b, passage[0]), (b, a, passage[1])):
        if reason := _reason(taker, giver, kind, run):
            return taker, giver, reason
    return a, b, ""


def _reason(taker: Narrative, giver: Narrative, kind: EdgeKind, run: range) -> str:
    one, other = taker.report, giver.report
    apart = named(other) is None or named(one) != named(other)
    if apart and _credited(one, other):
        return f" The first credits {other.outlet}, which published the second."
    if other.url and len(other.url) > 12 and _bare(other.url) in one.text:
        return " The first links to the second."
    if apart and (words := _pointed(one, other)):
        return f" The first names {other.outlet}, which published the second, as its source: “{words}”."
    if apart and (words := _named_near(taker, giver, run)):
        return f" The first names {words} beside the common words, and the second is theirs."
    if kind == "shared-quote":
        return ""
    if not apart and kind in ("copy", "rewrite") and _later(one, other):
        return " The first is a later take of the same outlet."
    if kind != "excerpt" and _damaged(one) and not _damaged(other):
        return " The first bears the damage of machine rewriting, the second none."
    return ""


def _credited(one: Report, other: Report) -> bool:
    """Whether the one's credits or byline name the other's outlet."""
    name = named(other)
    if not name:
        return False
    lines = [_plain_words(block.span.of(one.text)) for block in one.blocks if block.label == "byline"]
    return any(plain(credit) == name for credit in one.credits) or any(name in line for line in lines)


def _damaged(report: Report) -> bool:
    return sum(sign.kind in ("garbled", "odd-synonym", "translated") for sign in report.signs) >= 2


def named(report: Report) -> str | None:
    """An outlet in one plain form, whether it is given as a name or as a site: `The Harbour Post`, `harbourpost.com`."""
    return plain(report.outlet) if report.outlet else None


def _plain_words(words: str) -> str:
    return re.sub(r"\W", "", words.lower())


def plain(name: str) -> str:
    """A name or a site in one plain form."""
    bare = re.sub(r"^(?:www\.)|(?:\.(?:com|org|net|co\.uk|gov|edu|info|news|tv|[a-z]{2}))+(?:/.*)?$", "", name.lower())
    return re.sub(r"^the(?=\w{4})|[^\w]", "", re.sub(r"^the\s+", "", bare))


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", url)


def _pointed(one: Report, other: Report) -> str:
    """The words of a line (`Via …`, `Originally published by …`) that name the other's outlet; empty without one."""
    name = named(other)
    if name and len(name) >= 4:
        for found in FROM.finditer(one.text):
            line = one.text[found.start() : found.start() + 90].split("\n")[0]
            if name in _plain_words(line):
                return line.strip()
    return ""


def _named_near(taker: Narrative, giver: Narrative, run: range) -> str:
    """The outlet or author of the giver where the taker names it beside the common words; empty without one."""
    text = taker.report.text
    start, end = int(taker.places[run[0]][0]), int(taker.places[run[-1]][1])
    around = f"{text[max(0, start - NEAR) : start]} | {text[end : end + NEAR]}"
    for author in giver.report.authors:
        if " " in author and author in around and author not in taker.report.authors:
            return author
    name = named(giver.report)
    if not name or len(name) < 5:
        return ""
    words = re.findall(r"\w+|\|", around)
    for at, word in enumerate(words):
        for more in range(1, 5):
            if word[0].isupper() and "".join(words[at : at + more]).lower() == name:
                return " ".join(words[at : at + more])
    return ""


def _later(one: Report, other: Report) -> bool:
    """Whether both are timed to the minute and the one is later."""
    a, b = (_minute(report.published.value or "") for report in (one, other))
    return a is not None and b is not None and (a.tzinfo is None) == (b.tzinfo is None) and a > b


def _minute(value: str) -> datetime | None:
    """A time of day; None for a day alone, and for a value that is only part of a date."""
    try:
        return datetime.fromisoformat(value) if len(value) >= 16 else None
    except ValueError:
        return None
