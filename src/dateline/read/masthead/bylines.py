"""The bylines of a page, ranked: which of the elements that name people name those who wrote the report.

A page names many people: in teasers, in boxes on its columnists, under pictures. What speaks for an element is added up: that it
is said to hold an author (`rel`, `itemprop`, a class, the address of an author's own page), that it opens as bylines do,
and that it stands near the heading; what speaks against it, that it stands in a part that is not the report's own, or is one
of a long list. The best names the authors, with what stands beside it and looks the same.
"""  # noqa: E501

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dateline.language import furniture
from dateline.read.masthead import byline
from dateline.read.page import elements
from dateline.read.page.asides import ABOVE, HEAD, Asides

_INITIALS = re.compile(r"(?:[a-z]{2,6}/)?[a-z]{2,5}")  # as papers sign short reports: `mt`, `npa/mt`
_EDGES = " \t\n\xa0|•·–—-/,"
_LONGEST = 150  # code points of an element that is a byline
_SAID, _CALLED, _OPENS, _NEAR = 3, 2, 2, 2  # what speaks for an element
_ENOUGH = 2
_MANY = 2  # times a byline: what the bylines of several authors hold
_BESIDE = 15  # elements between those that name co-authors
_UP = 3  # elements around a name within which those that look the same name its co-authors
# An element, its place after the heading, the people it names, and what its marks say for it.
_Held = tuple[Any, int, tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class _Line:
    """An element that names people: where it stands among such elements, whom it names, what speaks for it."""

    node: Any
    place: int
    people: tuple[str, ...]
    weight: float
    said: bool  # its `rel`, `itemprop` or its link says that it is the author

    @property
    def look(self) -> tuple[str, str]:
        """The tag and classes of the element."""
        return self.node.tag, self.node.get("class") or ""


class Signed:
    """The bylines of a page. `outlets`: folded names that are nobody's."""

    def __init__(self, tree: Any, outlets: frozenset[str]) -> None:
        self._tree, self._outlets = tree, outlets

    def best(self) -> tuple[str, ...]:
        """Those whom the page's byline names; nobody where it has none."""
        lines = [line for line in self._lines(elements.BYLINES, unmarked=True) if line.weight >= _ENOUGH]
        first = max(lines, key=lambda line: (line.weight, -line.place), default=None)
        return self._with(first, lines) if first else ()

    def linked(self, have: set[str]) -> tuple[str, ...]:
        """The people whom a byline links that links one of these (folded names)."""
        lines = [line for line in self._lines(("a",)) if line.said and line.weight >= _ENOUGH]
        first = next((line for line in lines if have & set(map(byline.fold, line.people))), None)
        return self._with(first, lines) if first else ()

    def _with(self, first: _Line, lines: list[_Line]) -> tuple[str, ...]:
        """The people of a line and of those that stand in its box, or around it and look the same."""
        box = set(_box(first.node).iter())
        around = first.node
        for _ in range(_UP):
            around = around.getparent() if around.getparent() is not None else around
        near = set(around.iter()) if len(" ".join(around.text_content().split())) < _LONGEST * _MANY else box
        beside = [
            line
            for line in lines
            if line.node in box or (line.node in near and line.look == first.look and line.weight == first.weight)
        ]
        return _whole(dict.fromkeys(name for line in beside for name in line.people)) or first.people

    def _lines(self, tags: tuple[str, ...], unmarked: bool = False) -> list[_Line]:
        """Every element with one of the tags that may be a byline, in the order of the page."""
        asides = Asides(self._tree)
        heading = asides.heading
        held = [*self._marked(heading, tags), *(self._unmarked(heading) if unmarked else ())]
        listed = _listed(held)
        lines = []
        for node, place, people, weight in held:
            near = _NEAR if 0 <= place <= HEAD else _NEAR / 2 if -ABOVE <= place < 0 else 0
            if (near or (node.tag, node.get("class")) not in listed) and not asides.holds(node, near > 0):
                said = weight >= _SAID or furniture.marks.of_profile(node.get("href") or "")
                lines.append(_Line(node, place, people, weight + near, said))
        return sorted(lines, key=lambda line: line.place)

    def _marked(self, heading: Any, tags: tuple[str, ...]) -> Iterator[_Held]:
        """Elements that are said or called to be a byline: each with its place after the heading, its people and its weight."""
        found = []
        place, at = 0, 0
        for place, node in enumerate(self._tree.iter(*tags, "h1")):
            if node is heading:
                at = place
            elif node.tag != "h1" and (weight := _weight(node)):
                found.append((node, place, weight))
        for node, place, weight in found:
            if people := _of_element(node, self._outlets):
                opens = _OPENS if furniture.bylines.opens(_words(node)) else 0
                yield node, place - at, tuple(people), weight + opens

    def _unmarked(self, heading: Any) -> Iterator[_Held]:
        """Elements under the heading that open as bylines do, or stand beside the date and name people alone.

        Where a section or a place stands there, its name is a link of the page elsewhere, or in a gazetteer.
        """
        links: set[str] | None = None
        for place, node in enumerate(_under(heading)):
            words = _words(node).strip(_EDGES) if len(node) <= 1 else ""
            if not words or len(words) >= _LONGEST:
                continue
            if furniture.bylines.opens(words) and (people := tuple(_of_element(node, self._outlets))):
                yield node, place, people, _OPENS
                continue
            if not any(map(_dated, _siblings(node))) or not (people := byline.alone(words, self._outlets)):
                continue
            links = links or {byline.fold(link.text_content()) for link in self._tree.iter("a")}
            if not any(byline.fold(name) in links or furniture.bylines.is_place(name) for name in people):
                yield node, place, people, _CALLED / 2


def _listed(held: Iterable[_Held]) -> set[tuple[str, str | None]]:
    """The looks of elements that name several people apart from one another: teasers of other reports."""
    places: dict[tuple[str, str | None], dict[tuple[str, ...], int]] = defaultdict(dict)
    for node, place, people, _ in held:
        places[node.tag, node.get("class")].setdefault(people, place)
    return {look for look, named in places.items() if max(named.values()) - min(named.values()) > _BESIDE}


def _whole(names: Iterable[str]) -> tuple[str, ...]:
    """The names without what is a part of another, or others run together: a link holds a name, its box more."""
    folded = {name: byline.fold(name) for name in names}
    kept = []
    for name, letters in folded.items():
        rest = [other for other in folded.values() if other != letters]
        begun = any(other.startswith(letters) and other != letters * 2 for other in rest)
        joined = any(letters.startswith(other) and letters.removeprefix(other) in (other, *rest) for other in rest)
        if not begun and not joined:
            kept.append(name)
    return tuple(kept)


def _weight(node: Any) -> float:
    """What an element's own marks say for its being a byline; 0 where they say nothing."""
    get = node.get
    said = get("itemprop") == "author" or (node.tag == "a" and "author" in (get("rel") or "").split())
    linked = node.tag == "a" and furniture.marks.of_profile(get("href") or "") and _stands_alone(node)
    signed = furniture.marks.of_byline
    called = node.tag == "address" or signed(get("class") or "") or signed(get("id") or "")
    return _SAID * said + _CALLED * (linked or called)


def _stands_alone(link: Any) -> bool:
    """Whether a link is no part of running text."""
    around = link.getparent()
    told = "" if around is None else " ".join((around.text or "", *(child.tail or "" for child in around)))
    return len(" ".join(told.split())) < _LONGEST // 2


def _words(node: Any) -> str:
    return " ".join(node.text_content().split())


def _box(node: Any) -> Any:
    """The largest element around a name that holds no more than a byline does."""
    for up in node.iterancestors():
        if len(_words(up)) >= _LONGEST:
            break
        node = up
    return node


def _of_element(node: Any, outlets: frozenset[str]) -> list[str]:
    """The people that an element's words name; initials too, where it is said to hold the author and nothing else."""
    parts = (part.strip() for part in node.itertext() if part.strip())
    words = _words(node) if node.tag == "a" else "\n".join(parts)
    people = byline.people(words, outlets) if len(words) < _LONGEST else ()
    if node.get("itemprop") == "author" and len(node) == 0 and all(map(_INITIALS.fullmatch, people)):
        return list(people)
    shorts = [name for name in people if byline.short(name)]
    called = [name for name in shorts if _with_role(name, words.split())] or (shorts if len(people) == 1 else [])
    return [name for name in people if byline.cased(name) or name in called]


def _with_role(name: str, words: list[str]) -> bool:
    """Whether what somebody is stands behind a name, as in Korean bylines."""
    return any(word == name and furniture.bylines.is_role(after) for word, after in pairwise(words))


def _under(heading: Any) -> Iterator[Any]:
    """The elements that follow the page's heading."""
    if heading is not None:
        for number, node in enumerate(heading.xpath("following::*")):
            if number >= HEAD:
                return
            if node.tag in elements.BYLINES:
                yield node


def _siblings(node: Any) -> Iterator[Any]:
    yield from (other for other in (node.getprevious(), node.getnext()) if other is not None)


def _dated(node: Any) -> bool:
    """Whether an element is the report's date."""
    words = _words(node) if isinstance(node.tag, str) else ""
    return 0 < len(words) < _LONGEST and furniture.dates.mostly(words)
