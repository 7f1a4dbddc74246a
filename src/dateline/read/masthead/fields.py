"""The masthead: outlet, title, authors, place, credits, published and updated, each with the words it was read from.

What came with the report (metadata) goes first, then what its own head and foot say, then what its text lets one infer.
A caption never dates a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from dateline.cite import Cite, Span, cite
from dateline.read.masthead import byline, credits, dates, inferring
from dateline.records.report import Basis, Block, Label, Stamp

_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_URL = re.compile(r"https?://[^\s<>\"')]+")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)(?:/|$)")
_BY = re.compile(r"^\W*(?:by|with|von|par|por)\s+", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|News|Courier|Gazette|Journal|Observer|Guardian|Chronicle|Radio|Telegraph|Daily|Weekly"
    r"|Standard|Press|Mail|Star|Sun|Mirror|Globe|Review|Magazine|Agency|TV|Reporter|Independent|Inquirer|Dispatch)\b"
)
_OUTLET = re.compile(r"(?:notifications from|told|©|copyright(?: \d{4})?) (The [A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2})")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:by\s+)?([A-Z][^.,\d\n]{2,50}?)\s*(?:\d{4})?(?:[.,]|$)",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:,|;|&|\band\b|\b(?:for|with|of)\b(?= (?:[Tt]he )?[A-Z])|\||\s[—–-]\s)\s*")


@dataclass(frozen=True, slots=True)
class Given:
    """What was known of a report before its text was read. `guessed`: a day found by search, for want of a date."""

    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    guessed: str | None = None
    canonical: str | None = None


def given(fields: Mapping[str, Any]) -> Given:
    """What was known, from plain data: lists for tuples."""
    known: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return Given(**known)


@dataclass(slots=True)
class Masthead:
    """What a report says of itself. `sources`: the words that each field was read from."""

    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    credits: tuple[str, ...] = ()
    url: str | None = None
    published: Stamp = field(default_factory=Stamp)
    updated: Stamp | None = None
    sources: dict[str, Cite] = field(default_factory=dict)


def site(address: str) -> str:
    """The host of an address without `www.`; empty where the address is none (`http://[x`)."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""  # brackets that hold no number


def masthead(name: str, text: str, blocks: tuple[Block, ...], given: Given) -> Masthead:
    """The masthead of a labelled text and of what was given with it."""
    made = Masthead()
    _title(made, name, text, blocks, given)
    _byline(made, name, text, blocks, given)
    _place(made, name, text, blocks)
    _credits(made, name, text, blocks)
    _address(made, name, text, blocks)
    _outlet(made, name, text, blocks, given)
    _dates(made, name, text, blocks, given)
    return made


def _labelled(text: str, blocks: tuple[Block, ...], *labels: Label) -> Iterator[tuple[Block, str]]:
    for block in blocks:
        if block.label in labels:
            yield block, block.span.of(text)


def _title(made: Masthead, name: str, text: str, blocks: tuple[Block, ...], given: Given) -> None:
    for block, words in _labelled(text, blocks, "headline"):
        made.title = " ".join(_TAG.sub("", words).split())
        made.sources["title"] = cite(name, text, block.span)
        break
    made.title = given.title or made.title


def _byline(made: Masthead, name: str, text: str, blocks: tuple[Block, ...], given: Given) -> None:
    found: list[str] = []
    for block, words in _labelled(text, blocks, "byline"):
        bare = " ".join(_TAG.sub("", words).split()).strip(" ,;|")
        of_agency = credits.signed(bare)  # whose name `credits` finds: what is left of the line are its people
        for one in _APART.split(_BY.sub("", byline.undated(bare))):
            person = _BY.sub("", _without_agency(one)) if of_agency else one
            if one and not of_agency and (known := byline.agency(one) or _unlisted(one)):
                _credit(made, known, cite(name, text, block.span))
            elif not of_agency and _PAPER.search(one):
                made.outlet = made.outlet or one
                made.sources.setdefault("outlet", cite(name, text, block.span))
            elif 2 <= len(person.split()) <= 5 and byline.person(person) and (not of_agency or byline.cased(person)):
                found.append(person)
                made.sources.setdefault("authors", cite(name, text, block.span))
    wrote, signed = (
        tuple(dict.fromkeys(one for one in some if not (given.outlet and _same(one, given.outlet))))
        for some in (given.authors, found)
    )
    made.authors = wrote or signed
    if not signed:
        made.sources.pop("authors", None)
    for one in given.authors:
        if (agency := byline.agency(one)) and agency not in made.credits:
            made.credits = (*made.credits, agency)


def _same(author: str, outlet: str) -> bool:
    """Whether an author is the outlet itself (an agency on its own page, by whichever of its names): it is then none."""
    agency = byline.agency(author)
    return byline.fold(author) == byline.fold(outlet) or (agency is not None and agency == byline.agency(outlet))


def _without_agency(words: str) -> str:
    for pattern, _ in byline.agencies():
        words = pattern.sub("", words)
    return re.sub(r"^in [A-Z].*|\bthe$", "", words.strip(" ,.—–-"), flags=re.IGNORECASE).strip()


def _credit(made: Masthead, known: str, source: Cite) -> None:
    if known not in made.credits:
        made.credits = (*made.credits, known)
        made.sources.setdefault(f"credits.{known}", source)


def _place(made: Masthead, name: str, text: str, blocks: tuple[Block, ...]) -> None:
    for block, words in _labelled(text, blocks, "dateline"):
        bare = re.split(r"\(|—|–|--|\s-|:", words)[0].split(",")[0].split("/")[0].strip(" -–—,")
        if bare and made.place is None:
            made.place = bare.title() if bare.isupper() else bare
            made.sources["place"] = cite(name, text, block.span)


def _unlisted(words: str) -> str | None:
    """An agency that no list knows, named in a dateline by its letters."""
    return words if re.fullmatch(r"[A-Z]{2,6}", words) else None


def _credits(made: Masthead, name: str, text: str, blocks: tuple[Block, ...]) -> None:
    for span, known in credits.found(text, blocks):
        _credit(made, known, cite(name, text, span))


def _address(made: Masthead, name: str, text: str, blocks: tuple[Block, ...]) -> None:
    for block, words in _labelled(text, blocks, "boilerplate", "debris", "credit"):
        if (at := _URL.search(words)) and re.match(r"\W*(?:original|source|canonical|https?:)", words, re.IGNORECASE):
            made.url = at[0]
            made.sources["url"] = cite(name, text, Span(block.start + at.start(), block.start + at.end()))


def _outlet(made: Masthead, name: str, text: str, blocks: tuple[Block, ...], given: Given) -> None:
    made.outlet = given.outlet or made.outlet
    if made.outlet:
        return
    for block, words in _labelled(text, blocks, "notice", "boilerplate", "credit", "byline"):
        at = _OUTLET.search(words) or _COPYRIGHT.search(words)
        if at and byline.agency(at[1]) is None and _initials(at[1]) not in made.credits:
            made.outlet = at[1].strip()
            made.sources["outlet"] = cite(name, text, Span(block.start + at.start(1), block.start + at.end(1)))
            return
    if address := given.url or made.url:
        host = site(address)
        made.outlet = host or None
        if "url" in made.sources:
            made.sources["outlet"] = made.sources["url"]


def _initials(words: str) -> str:
    """The capitals of a name: an agency's copyright line spells out what its dateline shortens."""
    return "".join(word[0] for word in words.split() if word[0].isupper())


def _dates(made: Masthead, name: str, text: str, blocks: tuple[Block, ...], given: Given) -> None:
    explicit = list(_explicit(name, text, blocks))
    published = [stamp for kind, stamp in explicit if kind == "published"]
    updated = [stamp for kind, stamp in explicit if kind == "updated"]
    made.updated = _stamp(given.updated, "metadata") or (updated[0] if updated else None)
    made.published = (
        _stamp(given.published, "metadata")
        or (published[0] if published else None)
        or _of_url(given.url or made.url, made.sources.get("url"))
        or (updated[0] if updated else None)
        or _stamp(given.guessed, "inferred")
        or _inferred(name, text, blocks)
        or Stamp()
    )


def _stamp(value: str | None, basis: Basis) -> Stamp | None:
    known = dates.iso(value)
    return Stamp(known, basis) if known else None


def _explicit(name: str, text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[str, Stamp]]:
    for block, words in _labelled(text, blocks, "date", "dateline", "byline"):
        for start, end, value in dates.found(words):
            before = words[max(0, start - 25) : start].lower()
            kind = "updated" if re.search(r"updat|modif", before) else "published"
            first = re.search(r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day[ ,]*)$", words[:start], re.IGNORECASE)
            begin = block.start + (first.start() if first else start)
            yield kind, Stamp(value, "explicit", cite(name, text, Span(begin, block.start + end)))


def _of_url(url: str | None, source: Cite | None) -> Stamp | None:
    if url and (at := _URL_DAY.search(url)):
        try:
            return Stamp(date(int(at[1]), int(at[2]), int(at[3])).isoformat(), "url", source)
        except ValueError:
            return None  # an address may hold numbers that are no date
    return None


def _inferred(name: str, text: str, blocks: tuple[Block, ...]) -> Stamp | None:
    found = inferring.inferred(name, text, blocks)
    return Stamp(found[0], "inferred", found[1]) if found else None
