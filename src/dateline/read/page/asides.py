"""Which parts of a page are not the report's own: told by tags and classes, seen from its heading."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from dateline.language import furniture
from dateline.read.page import elements

HEAD, ABOVE = 60, 15  # elements after the heading, and before it, among which the report's own masthead stands


class Asides:
    """The parts of a page that are not the report's own.

    What holds the heading is no aside, whatever it is called (`right-sidebar` is a class of whole pages), nor is what is called
    as that is.
    """

    def __init__(self, tree: Any) -> None:
        self._tree = tree

    @cached_property
    def heading(self) -> Any:
        """The page's heading: its first with words in it; None where it has none."""
        return next((node for node in self._tree.iter("h1") if node.text_content().strip()), None)

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
