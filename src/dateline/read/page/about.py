"""What a saved page says of itself: JSON-LD, meta tags and marked elements, as title, authors, outlet and dates."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import htmldate

from dateline.language import furniture
from dateline.read.masthead import authors, byline
from dateline.read.masthead.fields import Given, site
from dateline.read.page import elements, titles
from dateline.read.page.asides import ABOVE, HEAD, Asides
from dateline.records.report import LATEST

_KINDS = re.compile(r"(?:https?://schema\.org/)?(?:\w*Article|BlogPosting|Report|LiveBlogPosting|NewsItem)$")
_PAGES = re.compile(r"(?:https?://schema\.org/)?(?:WebPage|ItemPage)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_DATES = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "published", "publication_date",
    "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date",
    "rnews:datepublished", "article.published", "citation_publication_date",
    "originalpublicationdate", "its_publication", "prism.publicationdate",
)  # fmt: skip
_CHANGED = (
    "article:modified_time", "article:modified", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
    "dc.date.modified", "lastmod", "article.updated", "revision_date",
)  # fmt: skip
_AUTHORS = (
    "parsely-author", "sailthru.author", "author", "dc.creator", "dcterms.creator", "article:author", "byl", "byline",
    "article:author_name", "citation_author", "cxenseparse:author", "article.author", "twitter:misc:written by",
)  # fmt: skip
_MANY = ("citation_author", "author", "article:author", "dc.creator")  # a tag for each author
_SECTIONS = ("article:section", "section", "parsely-section", "cxenseparse:section", "category")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "apple-mobile-web-app-title", "publisher")
_WRAP = re.compile(r"^\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*$")
_NAME = 60  # code points of an outlet's name: what is longer where it should stand is a title
_UNDER = 120  # elements under the heading among which its date stands
_LONGEST = 90  # code points of an element that holds a date
_ZONED = 16  # characters of a date with its time; one with more has a zone
_OBJECTS = 2000  # objects of a page's JSON-LD that are looked at


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself: the masthead's fields and its own summary."""

    given: Given
    titles: tuple[str, ...] = ()
    summary: str | None = None


def about(tree: Any, given: Given) -> About:
    """What the page says of itself; what came with the report (`given`) goes first."""
    meta = _meta(tree)
    linked = _linked(tree)
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    url = given.url or canonical or meta.get("og:url")
    outlets = _outlets(meta, linked, url)
    known = frozenset(byline.fold(outlet) for outlet in outlets)
    asides = Asides(tree)
    said = _said(tree, meta, linked, titles.headings(tree, asides))
    published, updated = _stamps(tree, asides, meta, linked, given.language or _plain(tree.get("lang")))
    merged = replace(
        given,
        title=given.title or titles.best(titles.bared(said, known, _sections(meta, linked))),
        authors=given.authors or _authors(tree, meta, linked, outlets),
        outlet=given.outlet or (outlets[0] if outlets else None),
        published=given.published or published,
        guessed=given.guessed or (None if given.published or published else _guessed(tree)),
        updated=given.updated or updated,
        url=url,
        canonical=canonical if canonical and site(canonical) not in ("", site(url or "")) else None,
        language=given.language or _plain(tree.get("lang")) or _plain(linked.get("inLanguage")),
    )
    summary = meta.get("description") or meta.get("og:description") or _plain(linked.get("description"))
    whole = [words for node in tree.iter("h1") if (words := _plain(node.text_content()))][:5]
    return About(merged, (*(one.words for one in said if one.voice is not titles.Voice.WINDOW), *whole), summary)


def _meta(tree: Any) -> dict[str, str]:
    """The page's meta tags by lower-case name, the first of each; several authors of one tag are joined."""
    meta: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = _plain(tag.get("content"))
        for name in ("property", "name", "itemprop"):
            key = (tag.get(name) or "").lower()
            if key in _MANY and content and content not in meta.get(key, content).split("; "):
                meta[key] += f"; {content}"
            elif key and content:
                meta.setdefault(key, content)
    return meta


# ------------------------------------------------------------------------------------------------ JSON-LD


def _linked(tree: Any) -> dict[str, Any]:
    """The article in the page's JSON-LD (or the page that says when it was published), its references followed."""
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    index: dict[str, dict[str, Any]] = {}
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for thing in _objects(_parsed(script.text or "")):
                kinds = thing.get("@type")
                names = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
                if isinstance(thing.get("@id"), str) and len(thing) > 1:
                    index.setdefault(thing["@id"], thing)
                if any(_KINDS.match(name) for name in names):
                    articles.append(thing)
                elif any(_PAGES.match(name) for name in names) and thing.get("datePublished"):
                    pages.append(thing)
    whole = [thing for thing in articles if thing.get("headline") and thing.get("datePublished")]
    chosen = dict(next(iter(whole or articles or pages), {}))
    for key in ("author", "publisher", "creator"):
        chosen[key] = _followed(chosen.get(key), index)
    return chosen


def _followed(value: Any, index: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_followed(inner, index) for inner in value[:50]]
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        return index.get(value["@id"], value)
    return value


def _parsed(text: str) -> Any:
    """JSON as pages write it: in a comment or CDATA, with raw line breaks or a comma too many. None when it is broken."""
    bare = _WRAP.sub("", text).strip().rstrip(";")
    for form in (bare, re.sub(r",(\s*[\]}])", r"\1", bare)):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue  # broken metadata is as good as none
    return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    left, seen = [value], 0
    while left and seen < _OBJECTS:
        held, seen = left.pop(0), seen + 1
        if isinstance(held, list):
            left += held
        elif isinstance(held, dict):
            yield held
            left += [
                inner for key in ("@graph", "mainEntity", "mainEntityOfPage", "author") if (inner := held.get(key))
            ]


def _plain(value: Any) -> str | None:
    """Words of a value in one line, with entities that were written twice read."""
    if isinstance(value, list) and value and isinstance(value[0], str):
        value = value[0]
    if not isinstance(value, str):
        return None
    for _ in range(2):
        if re.search(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);", value):
            value = html.unescape(value)
    return " ".join(value.split()) or None


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        whole = " ".join(part for key in ("givenName", "familyName") if (part := _plain(value.get(key))))
        return _plain(value.get("name")) or whole or None
    return _plain(value)


# ------------------------------------------------------------------------------------------------- title


def _outlets(meta: dict[str, str], linked: dict[str, Any], url: str | None) -> list[str]:
    """What the page calls its outlet, best first; the last is the host of its address."""
    publisher = linked.get("publisher")
    named = [_name(value) for value in (publisher if isinstance(publisher, list) else [publisher])]
    host = site(url) if url and url.startswith("http") else ""
    names = [meta.get(_OUTLETS[0]), *named, *(meta.get(key) for key in _OUTLETS[1:]), host, host.rsplit(".", 1)[0]]
    fit = (name for name in names if name and len(name) <= _NAME and not name.startswith(("http", "@")))
    return list(dict.fromkeys(fit))


def _said(tree: Any, meta: dict[str, str], linked: dict[str, Any], headings: list[str]) -> list[titles.Said]:
    """What each voice of the page calls it."""
    said = [titles.Said(titles.Voice.LINKED, words) for words in [_plain(linked.get("headline"))] if words]
    said += [titles.Said(titles.Voice.HEADING, words, number) for number, words in enumerate(headings)]
    passed = dict.fromkeys(words for key in _TITLES if (words := meta.get(key)))
    said += [titles.Said(titles.Voice.PASSED, words, number) for number, words in enumerate(passed)]
    return said + [titles.Said(titles.Voice.WINDOW, words) for words in [_plain(tree.findtext(".//title"))] if words]


def voices(tree: Any) -> list[titles.Said]:
    """What each voice of a page calls it, without what its template puts around it: for those who measure them."""
    meta, linked = _meta(tree), _linked(tree)
    known = frozenset(byline.fold(outlet) for outlet in _outlets(meta, linked, meta.get("og:url")))
    return titles.bared(_said(tree, meta, linked, titles.headings(tree, Asides(tree))), known, _sections(meta, linked))


def _sections(meta: dict[str, str], linked: dict[str, Any]) -> frozenset[str]:
    """The folded names of the sections that the page stands in."""
    given = linked.get("articleSection")
    named = [words for value in (given if isinstance(given, list) else [given]) if (words := _plain(value))]
    return frozenset(map(byline.fold, [*named, *(meta[key] for key in _SECTIONS if key in meta)]))


# ----------------------------------------------------------------------------------------------- authors


def _authors(tree: Any, meta: dict[str, str], linked: dict[str, Any], outlets: list[str]) -> tuple[str, ...]:
    """Who wrote the page, from JSON-LD, else from meta tags, else from elements marked as its byline."""
    opens = furniture.bylines.opens
    labelled = [meta.get(f"twitter:data{n}") for n in "12" if opens(meta.get(f"twitter:label{n}", "") + ": x")]
    said = [_people(linked.get("author")), _people(linked.get("creator"))]
    said += [[words] for words in (*(meta.get(key) for key in _AUTHORS), *labelled) if words]
    return authors.found(tree, said, authors.houses(outlets))


def _people(value: Any) -> list[str]:
    many = value if isinstance(value, list) else [value]
    return [name for person in many if (name := _name(person))]


# ------------------------------------------------------------------------------------------------- dates


def _stamps(
    tree: Any, asides: Asides, meta: dict[str, str], linked: dict[str, Any], language: str | None
) -> tuple[str | None, str | None]:
    """Published and updated as the page gives them; of two spellings of one time, the one with a zone."""
    stood = list(_times(tree, asides))
    published = [_when(linked.get("datePublished")), *(meta[key] for key in _DATES if key in meta)]
    published += [words for kind, words in stood if kind == "published"]
    updated = [_when(linked.get("dateModified")), *(meta[key] for key in _CHANGED if key in meta)]
    updated += [words for kind, words in stood if kind == "updated"]
    ordered = _ordered(
        [*published, *updated, *(words for kind, words in stood if kind == "time")], language or _region(meta)
    )
    if not any(furniture.dates.iso(ordered(value)) for value in published):
        published.append(_when(linked.get("dateCreated")))
        published += [words for kind, words in stood if kind == "time"] or _shown(asides, ordered)
    return _best([ordered(value) for value in published]), _best([ordered(value) for value in updated])


def _when(value: Any) -> str | None:
    """A date of metadata: words, or seconds counted from 1970."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _plain(value)


def _region(meta: dict[str, str]) -> str | None:
    """The language of the page with its country, where its tags tell: `en_GB`."""
    return meta.get("og:locale") or meta.get("content-language") or meta.get("language")


def _ordered(values: Iterable[str | None], language: str | None) -> Callable[[str | None], str | None]:
    """How dates in figures alone are read: as the page's others, or its language, have day and month."""
    month_first = furniture.dates.habit((value for value in values if value), language)
    if month_first is None:
        return lambda value: value
    return lambda value: furniture.dates.ordered(value, month_first) if value else value


def _shown(asides: Asides, ordered: Callable[[str | None], str | None]) -> list[str]:
    """The first line under the heading that is a date, for want of marks; one that is a change's goes last."""
    changed: list[str] = []
    for node in asides.heading.xpath("following::*")[:_UNDER] if asides.heading is not None else ():
        if node.tag not in elements.DATES or len(words := " ".join(node.text_content().split())) > _LONGEST:
            continue
        dated = ordered(words) or ""
        if _is_date(dated) and not _apart(node, asides):
            if (told := furniture.dates.unchanged(dated)) is not None:
                return [told]
            changed.append(dated)
    return changed[:1]


def _is_date(line: str) -> bool:
    """Whether a line is a date and little more, or says when the report was first published."""
    if furniture.dates.alone(line) or furniture.dates.mostly(line):
        return True
    return bool(furniture.dates.found(line)) and furniture.forms.label(line) == "date"


def _apart(node: Any, asides: Asides) -> bool:
    """Whether an element stands in a link or in a part of the page that is not the report's own."""
    return any(up.tag == "a" for up in (node, *node.iterancestors())) or asides.holds(node)


def _guessed(tree: Any) -> str | None:
    """The day that htmldate finds in a page whose metadata gives none; its search of free text is left off.

    Its latest day is given, for else it would be the machine's.
    """
    latest = f"{LATEST}-12-31"
    day = htmldate.find_date(tree, original_date=True, extensive_search=False, max_date=latest)
    return str(day) if day else None


def _best(given: list[str | None]) -> str | None:
    """The first that is a date; where it has no time or no zone, another of the same day (and time) that has."""
    known = [value for words in given if (value := furniture.dates.iso(words))]
    if not known:
        return None
    first = known[0]
    zoned = [value for value in known if len(value) > _ZONED]
    same_time = (value for value in zoned if value.startswith(first[:_ZONED]))
    return next(same_time, first)


def _times(tree: Any, asides: Asides) -> Iterator[tuple[str, str]]:
    """Elements that hold a date: what their marks say it is (published, updated, or a time), and the words.

    Those near the heading go first. Of others that look alike and tell of several days none is the report's.
    """
    held: list[tuple[int, Any, str, str]] = []
    at = 0
    for place, node in enumerate(tree.iter(*elements.DATES, "h1")):
        at = place if node is asides.heading else at
        get, tag = node.get, node.tag
        named = (get("class") or "", get("itemprop") or "", get("id") or "")
        if tag == "h1" or (tag != "time" and not any(named)):
            continue
        marks = " ".join(named).lower()
        if tag != "time" and not furniture.marks.of_date(marks):
            continue
        words = node.get("datetime") or node.get("content") or node.text_content()
        if words and len(words) <= _LONGEST and not asides.holds(node):
            kind = furniture.marks.kind_of_date(marks)
            if kind is None and (node.tag != "time" or "pubdate" in node.attrib):
                kind = "published"
            held.append((place, node, kind or "time", words))
    days: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for _, node, _, words in held:
        days[node.tag, node.get("class")].add(furniture.dates.iso(words) or "")
    near = [one for one in held if -ABOVE <= one[0] - at <= HEAD]
    far = [one for one in held if one not in near and len(days[one[1].tag, one[1].get("class")]) == 1]
    yield from ((kind, words) for _, _, kind, words in (*near, *far))
