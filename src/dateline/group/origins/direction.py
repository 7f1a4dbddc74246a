"""Who took the words from whom? Only what can be pointed at licenses a direction; where it is thin, none is said."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from dateline import language
from dateline.group.origins.narrative import Narrative
from dateline.language.outlets import host, plain, squeezed
from dateline.records.reasons import Reason
from dateline.records.report import Report
from dateline.records.story import EdgeKind

NEAR = 300  # characters around a passage in which its source is named
TRANSCRIPT = re.compile(r"(?:^[A-Z][A-Z .'’-]{2,40}:[\s\S]*?){6}", re.MULTILINE)  # who speaks, in capitals, six times
ADDRESS = re.compile(r"\b(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,6})((?:/[\w.~%-]+)+)", re.IGNORECASE)
SLUG = 3  # long words of an address that tell which page it is
HEAD = 600  # characters at the top of a page in which its headline and lead stand
DECISIVE = timedelta(hours=12)  # a dispatch reaches all its carriers sooner; who has words later had them from somebody
GROWN = 0.95  # of an earlier state that stands in a later one of the same page

UNTOLD = Reason("direction-unknown")

Pair = tuple[Narrative, Narrative, Reason | None]


def direction(
    a: Narrative, b: Narrative, kind: EdgeKind, passage: tuple[range, range], kept: tuple[float, float] = (0, 0)
) -> Pair:
    """The taker, the giver, and the reason; no reason where nothing licenses a direction.

    `kept` are the shares of the one and the other that stand in the other.
    """
    for taker, giver, run, shares in ((a, b, passage[0], kept), (b, a, passage[1], kept[::-1])):
        reason = _sourced(taker.report, giver.report) or _reason(taker, giver, kind, run)
        if reason or (kind in ("copy", "rewrite") and (reason := _grown(taker.report, giver.report, shares))):
            return taker, giver, reason
    return a, b, None


def _sourced(taker: Report, giver: Report) -> Reason | None:
    """What the one itself says of its source: a credit, an address, a line; None where it says nothing."""
    outlet = giver.outlet or ""
    apart = _apart(taker, giver)
    if apart and _credited(taker, giver):
        return Reason("credits", (outlet,))
    for own in (taker.canonical, taker.url):
        if apart and own and named(giver) in (plain(host(own)), plain(own)):
            return Reason("address-at", (outlet, own))
    if taker.canonical and giver.url and _bare(taker.canonical) == _bare(giver.url):
        return Reason("address-of", (taker.canonical,))
    if giver.url and len(giver.url) > 12 and _bare(giver.url) in taker.text:
        return Reason("links-to")
    if apart and (address := _linked(taker, giver)):
        return Reason("gives-address", (address,))
    if apart and (words := _pointed(taker, giver)):
        return Reason("names-as-source", (outlet, words))
    return None


def _reason(taker: Narrative, giver: Narrative, kind: EdgeKind, run: range) -> Reason | None:
    """What the two show when they are laid side by side; two carriers of one dispatch took nothing from each other."""
    first, second = taker.report, giver.report
    carried = set(first.credits) & set(second.credits)
    if _apart(first, second) and not carried and (words := _named_near(taker, giver, run)):
        return Reason("named-beside", (words,))
    if kind == "shared-quote":
        return _spoken(first, second)
    if not _apart(first, second) and kind in ("copy", "rewrite") and _later(first, second):
        return Reason("later-take")
    if kind != "excerpt" and _damaged(first) and not _damaged(second):
        return Reason("damaged")
    return None


def _apart(one: Report, other: Report) -> bool:
    return named(other) is None or named(one) != named(other)


def _spoken(taker: Report, giver: Report) -> Reason | None:
    """Whether the other is the transcript of what the one quotes: its programme is named, or it is the same outlet's."""
    if not TRANSCRIPT.search(giver.text) or TRANSCRIPT.search(taker.text):
        return None
    title = giver.title or ""
    if len(title) >= 8 and " " in title and title in taker.text:
        return Reason("names-transcript", (title,))
    return None if _apart(taker, giver) else Reason("own-transcript")


def _grown(taker: Report, giver: Report, kept: tuple[float, float]) -> Reason | None:
    """Whether the one is a later state of the other's page: it has all of it and more, and the other lost no top."""
    lost = taker.place is not None and giver.place is None
    if named(taker) is None or _apart(taker, giver) or lost or kept[1] < GROWN or kept[0] > 2 * GROWN - 1:
        return None
    return Reason("has-grown")


def later(one: Report, other: Report) -> Reason | None:
    """Whether the one was published so much later that the order of the two tells who had the words from whom."""
    a, b = (_minute(report.published.value or "") for report in (one, other))
    said = {one.published.basis, other.published.basis} <= {"explicit", "metadata"}
    if not said or a is None or b is None or a.tzinfo is None or b.tzinfo is None or a - b < DECISIVE:
        return None
    return Reason("published-later", (int((a - b).total_seconds() // 3600),))


def _credited(taker: Report, giver: Report) -> bool:
    """Whether the one's credits or byline name the other's outlet."""
    name = named(giver)
    if not name:
        return False
    lines = [squeezed(block.span.of(taker.text)) for block in taker.blocks if block.label == "byline"]
    return any(plain(credit) == name for credit in taker.credits) or any(name in line for line in lines)


def _damaged(report: Report) -> bool:
    return sum(sign.kind in ("garbled", "odd-synonym", "translated") for sign in report.signs) >= 2


def named(report: Report) -> str | None:
    """An outlet in one plain form, whether it is given as a name or as a site: `The Harbour Post`, `harbourpost.com`."""
    return plain(report.outlet) if report.outlet else None


def _linked(taker: Report, giver: Report) -> str:
    """An address in the one, at the other's outlet, whose words are those of the other's top; empty without one."""
    name = named(giver)
    if not name or name not in squeezed(taker.text):
        return ""
    top = set(re.findall(r"\w+", f"{giver.title or ''} {giver.text[:HEAD]}".lower()))
    for address in ADDRESS.finditer(taker.text):
        slug = [word for word in re.findall(r"[a-z]+", address[2].lower().rsplit("/", 2)[-1]) if len(word) > 3]
        slug = slug or [word for word in re.findall(r"[a-z]+", address[2].lower()) if len(word) > 3]
        if plain(address[1]) == name and len(slug) >= SLUG and 4 * sum(word in top for word in slug) >= 3 * len(slug):
            return address[0]
    return ""


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", url)


def _pointed(taker: Report, giver: Report) -> str:
    """The words of a line (`Via …`, `Originally published by …`) that name the other's outlet; empty without one."""
    name, signs = named(giver), language.of(taker.language).provenance
    if signs is None or not name or len(name) < 4:
        return ""
    return next((line.strip() for line in signs.pointers(taker.text) if name in squeezed(line)), "")


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
    for number, word in enumerate(words):
        for more in range(1, 5):
            if word[0].isupper() and "".join(words[number : number + more]).lower() == name:
                return " ".join(words[number : number + more])
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
