"""Who wrote a page: what its metadata says, what its byline adds, or the byline alone. An outlet is never its own author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.language import furniture
from dateline.read.masthead import byline
from dateline.read.page import elements

_INITIALS = re.compile(r"(?:[a-z]{2,6}/)?[a-z]{2,5}")  # as papers sign short reports: `mt`, `npa/mt`
_EDGES = " \t\n\xa0|•·–—-/,"
_LONGEST = 150  # code points of an element that is a byline
_HEAD = 60  # elements after the heading among which the page's own byline stands


def houses(outlets: Iterable[str]) -> frozenset[str]:
    """The folded names that are nobody's: the outlet's, whole and without the words for what it does behind them."""
    names = set(outlets)
    for outlet in outlets:
        words = outlet.split()
        while len(words) > 1 and furniture.bylines.is_service(words[-1]):
            words.pop()
        names.add(" ".join(words))
    return frozenset(byline.fold(outlet) for outlet in names)


def found(tree: Any, said: Sequence[Sequence[str]], outlets: frozenset[str]) -> tuple[str, ...]:
    """The authors of a page. `said`: what its metadata names as its authors, best first; the first that names people goes.

    A byline that names them all and more is fuller, and goes before it. An agency, or a desk by its name, that the
    publisher's own metadata names as author stays one, as it is written there (the masthead makes the agency a credit
    as well): where metadata names such alone, no byline is looked for, it would be somebody else's.
    """
    others: list[str] = []
    for source in said:
        given = [name for words in source if not words.startswith("http") for name in _named(words, outlets)]
        if any(byline.person(name, outlets) for name in given):
            return _fuller(tuple(dict.fromkeys(given)), tree, outlets)
        others += given
    return tuple(dict.fromkeys(others)) or _marked(tree, outlets) or _beside_date(tree, outlets)


def _named(words: str, outlets: frozenset[str]) -> list[str]:
    """The people and agencies that a byline names, in its order; a desk that it is the name of."""
    people = byline.people(words, outlets)
    wires = [part for part in byline.parts(words) if furniture.agencies.called(part)]
    if not people and not wires and byline.desk(words, outlets):
        return [words]
    return sorted((*people, *wires), key=words.find)


def _fuller(given: tuple[str, ...], tree: Any, outlets: frozenset[str]) -> tuple[str, ...]:
    """The authors whom the page's byline links, where they are those given and others: the byline is fuller."""
    have = {byline.fold(name) for name in given}
    for node in tree.iter("a"):
        if node.get("rel") == "author" and have & {byline.fold(name) for name in _of_element(node, outlets)}:
            links = (link for link in _box(node).iter("a") if link.get("rel") == "author" and not _is_aside(link))
            signed = [name for link in links for name in _of_element(link, outlets)]
            if have < {byline.fold(name) for name in signed}:
                return tuple(dict.fromkeys(signed))
    return given


def _box(node: Any) -> Any:
    """The largest element around a name that holds no more than a byline does."""
    for up in node.iterancestors():
        if len(" ".join(up.text_content().split())) >= _LONGEST:
            break
        node = up
    return node


def _of_element(node: Any, outlets: frozenset[str]) -> list[str]:
    """The people that an element's words name; initials too, where it is said to hold the author and nothing else."""
    if node.tag == "a":
        words = " ".join(node.text_content().split())
    else:
        words = "\n".join(part.strip() for part in node.itertext() if part.strip())
    people = byline.people(words, outlets) if len(words) < _LONGEST else ()
    if node.get("itemprop") == "author" and len(node) == 0 and all(map(_INITIALS.fullmatch, people)):
        return list(people)
    return [name for name in people if byline.cased(name)]


def _is_aside(node: Any) -> bool:
    """Whether an element stands in a part of the page that is not the report's own: what holds its heading is no aside."""
    heading = _heading(node.getroottree())
    around = set(heading.iterancestors()) if heading is not None else set()
    parts = [up for up in (node, *node.iterancestors()) if up not in around]
    aside = furniture.marks.aside
    named = aside(node.get("id") or "") or any(aside(up.get("class") or "") for up in parts)
    return named or any(up.tag in ("aside", "footer") for up in parts)


def _marked(tree: Any, outlets: frozenset[str]) -> tuple[str, ...]:
    """The people in the first elements that are marked as a byline, by `rel`, `itemprop` or a class."""
    names: list[str] = []
    parent: Any = None
    for node in tree.iter(*elements.BYLINES):
        marks = " ".join((node.get("class") or "", node.get("id") or ""))
        linked = node.tag == "a" and (node.get("rel") == "author" or furniture.marks.of_profile(node.get("href") or ""))
        if not (linked or node.get("itemprop") == "author" or furniture.marks.of_byline(marks)):
            continue
        if names and node.getparent() is not parent:
            if parent is not None and node.getparent() in list(parent.iterdescendants()):
                continue
            break
        if not _is_aside(node) and (named := _of_element(node, outlets)):
            names += [name for name in named if name not in names]
            parent = node.getparent()
    return tuple(names)


def _beside_date(tree: Any, outlets: frozenset[str]) -> tuple[str, ...]:
    """The people whose names stand unmarked beside the date under the heading, alone in their element.

    Where a section or a place stands there, its name is a link of the page elsewhere, or in a gazetteer.
    """
    links: set[str] | None = None
    for node in _under_heading(tree):
        words = " ".join(node.text_content().split()).strip(_EDGES) if len(node) == 0 else ""
        if not words or len(words) >= _LONGEST or not any(map(_dated, _siblings(node))):
            continue
        people = byline.alone(words, outlets)
        if not people:
            continue
        links = links or {byline.fold(node.text_content()) for node in tree.iter("a")}
        if not any(byline.fold(name) in links or furniture.bylines.is_place(name) for name in people) and not _is_aside(
            node
        ):
            return people
    return ()


def _heading(tree: Any) -> Any:
    return next(iter(tree.iter("h1")), None)


def _under_heading(tree: Any) -> Iterator[Any]:
    """The elements that follow the page's heading."""
    heading = _heading(tree)
    if heading is not None:
        for number, node in enumerate(heading.xpath("following::*")):
            if number >= _HEAD:
                return
            if node.tag in elements.BYLINES:
                yield node


def _siblings(node: Any) -> Iterator[Any]:
    yield from (other for other in (node.getprevious(), node.getnext()) if other is not None)


def _dated(node: Any) -> bool:
    """Whether an element is the report's date."""
    words = " ".join(node.text_content().split()) if isinstance(node.tag, str) else ""
    return 0 < len(words) < _LONGEST and furniture.dates.mostly(words)
