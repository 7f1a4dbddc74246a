"""A saved page: the body by trafilatura, title, authors and dates from the page's own JSON-LD and meta tags first."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from dateline.errors import Unreadable
from dateline.read import decode, masthead, plain
from dateline.records import Report

_KINDS = re.compile(r"(?:News|Blog|Report|Analysis|Opinion|Review|Live)?\w*Article|BlogPosting|Report$|LiveBlogPosting")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_DATES = (
    "article:published_time",
    "date",
    "dc.date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "og:published_time",
)
_CHANGED = ("article:modified_time", "og:updated_time", "last-modified")
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "byl")


def report(name: str, path: str, raw: bytes) -> Report:
    """The report in a saved page. Raises Unreadable when there is no text in it."""
    digest = hashlib.sha256(raw).hexdigest()
    return of_html(name, decode.decoded(path, raw), masthead.Given(path=path), digest)


def of_html(name: str, source: str, given: masthead.Given, digest: str) -> Report:
    """A report made of a page's source and of what was given with it."""
    where = given.path or name
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(where, f"cannot be read as a page ({str(error)[:60]})") from error
    known = _known(tree, given)
    body = trafilatura.extract(source, favor_precision=True, include_comments=False, include_tables=False)
    if not body:
        body = "\n".join(" ".join(p.text_content().split()) for p in tree.iter("p") if p.text_content().strip())
    if not body.strip():
        raise Unreadable(where, "no running text found in the page: save its text instead")
    paragraphs = [line for line in body.split("\n") if line.strip()]
    if known.title and paragraphs[0].strip() != known.title.strip():
        paragraphs.insert(0, known.title)
    return plain.of_text(name, "\n\n".join(paragraphs) + "\n", known, digest, extracted=True)


def _known(tree: Any, given: masthead.Given) -> masthead.Given:
    meta: dict[str, str] = {}
    for one in tree.iter("meta"):
        key = (one.get("property") or one.get("name") or one.get("itemprop") or "").lower()
        if key and one.get("content"):
            meta.setdefault(key, one.get("content").strip())
    linked = next(_articles(tree), {})
    first = next((meta[key] for key in _TITLES if key in meta), None)
    heading = next((" ".join(h.text_content().split()) for h in tree.iter("h1")), None)
    canonical = next((one.get("href") for one in tree.iter("link") if one.get("rel") == "canonical"), None)
    return replace(
        given,
        title=given.title or _plain(linked.get("headline")) or first or heading or _plain(tree.findtext(".//title")),
        authors=given.authors or _people(linked.get("author")) or _listed(meta),
        outlet=given.outlet or meta.get("og:site_name") or _name(linked.get("publisher")),
        published=given.published or _plain(linked.get("datePublished")) or _first(meta, _DATES),
        updated=given.updated or _plain(linked.get("dateModified")) or _first(meta, _CHANGED),
        url=given.url or canonical or meta.get("og:url"),
        language=given.language or _plain(tree.get("lang")),
    )


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _listed(meta: dict[str, str]) -> tuple[str, ...]:
    found = _first(meta, _AUTHORS) or ""
    if found.startswith("http"):
        return ()
    return tuple(one.strip() for one in re.split(r",| and ", found.removeprefix("By ")) if one.strip())


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects in the page's JSON-LD that say they are an article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").startswith("application/ld+json"):
            try:
                value = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue  # broken metadata is as good as none
            yield from _objects(value)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    left, seen = [value], 0
    while left and seen < 1000:
        one, seen = left.pop(0), seen + 1
        if isinstance(one, list):
            left += one
        elif isinstance(one, dict):
            kinds = one.get("@type")
            if any(
                isinstance(kind, str) and _KINDS.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield one
            left += [inner for inner in (one.get("@graph"), one.get("mainEntity")) if inner]


def _plain(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _plain(value.get("name")) if isinstance(value, dict) else _plain(value)


def _people(value: Any) -> tuple[str, ...]:
    many = value if isinstance(value, list) else [value]
    found = [name for one in many if (name := _name(one)) and not name.startswith("http")]
    return tuple(dict.fromkeys(found))
