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
from dateline.language import furniture
from dateline.read.masthead import byline, credits, inferring
from dateline.records.report import Basis, Block, Label, Stamp

_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_URL = re.compile(r"https?://[^\s<>\"')]+")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)([/-]?)([^\W\d_]{3}|\d\d)\2(\d\d)(?=[/_.-]|$)")  # also `/2031/mar/04/`
_LETTERS = re.compile(r"[A-Z]{2,6}")
_BEFORE = 25  # code points before a date that say what it is of


@dataclass(frozen=True, slots=True)
class Given:
    """What was known of a report before its text was read. `guessed`: a day found by search, for want of a date."""

    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
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
    made.place = given.place or made.place
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
    signed: list[str] = []
    for block, words in _labelled(text, blocks, "byline"):
        bare = " ".join(_TAG.sub("", words).split()).strip(" ,;|")
        here = cite(name, text, block.span)
        # `credits` finds the agency whose byline it is: what is left of the line are its people.
        read = _of_agency(bare) if credits.signed(bare) else _of_line(made, bare, here)
        for person in read:
            signed.append(person)
            made.sources.setdefault("authors", here)
    outlet = given.outlet
    signed, wrote = (
        list(dict.fromkeys(author for author in authors if not (outlet and _same(author, outlet))))
        for authors in (signed, given.authors)
    )
    made.authors = tuple(byline.spelt(author) for author in wrote or signed)
    if not signed:
        made.sources.pop("authors", None)
    for author in given.authors:
        if (agency := furniture.agencies.called(author)) and agency not in made.credits:
            made.credits = (*made.credits, agency)


def _pieces(line: str) -> list[tuple[str, bool]]:
    undated = furniture.bylines.undated(line)
    return furniture.bylines.pieces(furniture.bylines.bare(undated))


def _of_agency(line: str) -> list[str]:
    """The people of an agency's byline."""
    bare = [furniture.bylines.bare(_without_agency(piece)) for piece, _ in _pieces(line)]
    return [person for person in bare if _is_name(person) and byline.cased(person)]


def _of_line(made: Masthead, line: str, here: Cite) -> list[str]:
    """The people of a byline; its agencies are credits, and a paper that it names is the outlet."""
    people: list[str] = []
    for piece, house in _pieces(line):
        if piece and (known := furniture.agencies.called(piece) or _unlisted(piece)):
            _credit(made, known, here)
        elif furniture.notices.is_outlet(piece):
            made.outlet = made.outlet or piece
            made.sources.setdefault("outlet", here)
        elif not house and _is_name(person := furniture.bylines.bare(piece)):
            people.append(person)
    return people


def _is_name(words: str) -> bool:
    return 2 <= len(words.split()) <= 5 and byline.person(words)


def _same(author: str, outlet: str) -> bool:
    """Whether an author is the outlet itself (an agency on its own page, by whichever of its names): it is then none."""
    agency = furniture.agencies.called(author)
    same_agency = agency is not None and agency == furniture.agencies.called(outlet)
    return same_agency or byline.fold(author) == byline.fold(outlet)


def _without_agency(words: str) -> str:
    return furniture.bylines.around_agency(furniture.agencies.without(words))


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
    return words if _LETTERS.fullmatch(words) else None


def _credits(made: Masthead, name: str, text: str, blocks: tuple[Block, ...]) -> None:
    for span, known in credits.found(text, blocks):
        _credit(made, known, cite(name, text, span))


def _address(made: Masthead, name: str, text: str, blocks: tuple[Block, ...]) -> None:
    for block, words in _labelled(text, blocks, "boilerplate", "debris", "credit"):
        if (address := _URL.search(words)) and furniture.notices.gives_address(words):
            made.url = address[0]
            made.sources["url"] = cite(name, text, Span(block.start + address.start(), block.start + address.end()))


def _outlet(made: Masthead, name: str, text: str, blocks: tuple[Block, ...], given: Given) -> None:
    made.outlet = given.outlet or made.outlet
    if made.outlet:
        return
    for block, words in _labelled(text, blocks, "notice", "boilerplate", "credit", "byline"):
        start, end = furniture.notices.holder(words) or (0, 0)
        holder = words[start:end]
        if holder and furniture.agencies.called(holder) is None and _initials(holder) not in made.credits:
            made.outlet = holder.strip()
            made.sources["outlet"] = cite(name, text, Span(block.start + start, block.start + end))
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
    known = furniture.dates.iso(value)
    return Stamp(known, basis) if known else None


def _explicit(name: str, text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[str, Stamp]]:
    for block, words in _labelled(text, blocks, "date", "dateline", "byline"):
        for start, end, value in furniture.dates.found(words):
            changed = furniture.dates.of_change(words[max(0, start - _BEFORE) : start])
            place = Span(block.start + furniture.dates.begins(words, start), block.start + end)
            yield "updated" if changed else "published", Stamp(value, "explicit", cite(name, text, place))


def _of_url(url: str | None, source: Cite | None) -> Stamp | None:
    if url and (at := _URL_DAY.search(url)):
        month = int(at[3]) if at[3].isdecimal() else furniture.dates.month(at[3])
        try:
            return Stamp(date(int(at[1]), month, int(at[4])).isoformat(), "url", source)
        except ValueError:
            return None  # an address may hold numbers that are no date
    return None


def _inferred(name: str, text: str, blocks: tuple[Block, ...]) -> Stamp | None:
    found = inferring.inferred(name, text, blocks)
    return Stamp(found[0], "inferred", found[1]) if found else None
