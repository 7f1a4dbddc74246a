"""Which parts of a page are not the report's own: told by tags and classes, seen from its heading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from dateline.language import furniture
from dateline.read.masthead import byline
from dateline.read.page import elements

_LONGEST = 300  # code points of a heading
HEAD, ABOVE = 60, 15  # elements after the heading, and before it, among which the report's own masthead stands


def named_headings(tree: Any) -> Iterator[Any]:
    """Elements that are called the report's heading, for pages without an `h1`."""
    for node in tree.iter("h2", "h3", "div", "span", "p"):
        named = node.get("itemprop") == "headline" or furniture.marks.of_heading(node.get("class") or "")
        if named and len(node.text_content()) < _LONGEST and not _apart(node):
            yield node


def _apart(node: Any) -> bool:
    return any(up.tag in elements.ASIDES for up in node.iterancestors())


def _repeated(node: Any, window: str) -> bool:
    letters = byline.letters(node.text_content())
    return bool(letters) and letters in window


class Asides:
    """The parts of a page that are not the report's own.

    What holds the heading is no aside, whatever it is called (`right-sidebar` is a class of whole pages), nor is what is called
    as that is.
    """

    def __init__(self, tree: Any) -> None:
        self._tree = tree

    @cached_property
    def heading(self) -> Any:
        """The page's heading: the first that its window repeats, else its first; None where it has none."""
        found = [node for node in self._tree.iter("h1") if node.text_content().strip() and not _apart(node)]
        found = found or list(islice(named_headings(self._tree), 1))
        window = byline.letters(self._tree.findtext(".//title") or "")
        return next((node for node in found if _repeated(node, window)), found[0] if found else None)

    @cached_property
    def around(self) -> frozenset[Any]:
        """The heading and the elements around it."""
        page = frozenset(self._tree.iter("body", "html"))
        return page if self.heading is None else page | {self.heading, *self.heading.iterancestors()}

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset[str]().union(*(furniture.marks.asides(up.get("class") or "") for up in self.around))

    def holds(self, node: Any, near: bool = False, pictures: bool = True) -> bool:
        """Whether an element stands in such a part. Near the heading a box on a person is none."""
        signed = furniture.marks.of_byline
        parts = [up for up in (node, *node.iterancestors()) if up not in self.around]
        parts = [up for up in parts if up.tag != "footer" or not signed(up.get("class") or "")]
        named = furniture.marks.asides(" ".join((node.get("id") or "", *(up.get("class") or "" for up in parts))))
        named -= self._own | (furniture.marks.BOXES if near else frozenset())
        apart = (*elements.ASIDES, *elements.PICTURES) if pictures else elements.ASIDES
        return bool(named) or any(up.tag in apart for up in parts)
