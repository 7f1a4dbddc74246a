"""What the pages' templates ask for again and again: made here, for a macro of theirs takes ten times as long."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup

from dateline.show import inert
from dateline.show.page.report_text import anchor
from dateline.store.rows import Item, Piece
from dateline.web.beside import Run


class Once(CodeGenerator):
    """Templates whose values are escaped once, by what finishes them (`inert.shown`), and not by Jinja once more.

    Where a later Jinja asks for neither of these two, it escapes once more, and nothing else is different.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if finalize.src is None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(finalize.src)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if finalize.src is None:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")


def key(letter: str, first: bool = True) -> Markup:
    """The attribute of what a key acts on. Only the first of a page has the browser's own: it takes each key once."""
    return Markup(f' {"accesskey" if first else "data-key"}="{letter}"')


@lru_cache(maxsize=4096)
def _quoted(name: str) -> str:
    return quote(name)


def address(one: Item) -> str:
    """Where the words stand that tell something; else its place on its story's page."""
    if one.kind in ("report", "person"):
        return f"/{'reports' if one.kind == 'report' else 'people'}/{_quoted(one.id)}"
    if one.words_at and one.report:
        return f"/reports/{_quoted(one.report)}#{anchor(one.report)}.{one.words_at}"
    return f"/stories/{_quoted(one.story)}#{_quoted(one.id)}" if one.story else f"/reports/{_quoted(one.report or '')}"


def pieces(some: Iterable[Piece]) -> Markup:
    """Words, marked where they are what was searched for."""
    return _marked((one.text, one.found) for one in some)


def runs(some: Iterable[Run], *, shared: bool = False) -> Markup:
    """Words of one report, marked where no other has them; or, where they are what both have (`shared`), where another has."""
    return _marked((one.text, one.same is shared and any(map(str.isalnum, one.text))) for one in some)


def _marked(some: Iterable[tuple[str, bool]]) -> Markup:
    shown = (f"<mark>{inert.shown(text)}</mark>" if marked else inert.shown(text) for text, marked in some)
    return Markup("".join(shown))
