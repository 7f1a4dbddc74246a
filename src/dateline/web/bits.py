"""What the pages' templates ask for again and again: made here, for a macro of theirs takes ten times as long."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup

from dateline.show import inert, words
from dateline.show.page.report_text import anchor
from dateline.store.rows import Found, Item, Piece
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


def choices(reports: Iterable[tuple[str, str, str | None, str]], but: Container[str] = ()) -> Markup:
    """Reports to choose one of, each by its day, its outlet and its title; of id, outlet, day and title of each."""
    made = []
    for name, outlet, day, title in reports:
        if name not in but:
            whose = (
                outlet if outlet and outlet.startswith("“") else f"{outlet or name}: {title}"
            )  # else it is called by its title
            words_of = words.clip(f"{words.short_day(day)}, {whose}", 110)
            made.append(f'<option value="{inert.shown(name)}">{inert.shown(words_of)}</option>')
    return Markup("".join(made))


# How a thing stands is said of what was found where it does not plainly stand.
SAID = {"deny": "denies", "denied": "denied", "open": "open", "planned": "planned", "alleged": "alleged"} | {
    status: words.step(status) for status in ("cancelled", "postponed")
}
KEPT = 1024  # names, titles and addresses: pages show the same again and again


@lru_cache(maxsize=KEPT)
def quoted(name: str) -> str:
    """A name as it stands in an address."""
    return quote(name)


@lru_cache(maxsize=KEPT)
def _story(name: str, title: str) -> str:
    """The link to a story."""
    return f' · <a href="/stories/{quoted(name)}">{inert.shown(words.clip(title, 90))}</a>'


@lru_cache(maxsize=KEPT)
def _report(name: str, outlet: str | None) -> str:
    """The link to a report, by its outlet."""
    return f' · <a href="/reports/{quoted(name)}">{inert.shown(outlet or name)}</a>'


TAG = re.compile("[a-z]{2,3}(-.*)?")  # of a language, which is what reports are told apart by
# How a value of a facet is called, where that is another word: what statements do, in which language a report is.
VALUES = {
    "assert": "says so", "deny": "denies", "nonstatement": "does not say", "und": "language not known",
    "PERSON": "a person", "ORG": "a body", "GPE": "a place that acts",
} | {status: words.step(status) for status in ("postponed", "unknown")}  # fmt: skip


@lru_cache(maxsize=KEPT)
def value(facet: str, name: str) -> str:
    """A value of a facet for people."""
    if facet == "day":
        return words.day(name)
    if facet == "status":
        return VALUES.get(name) or (f"language: {name}" if TAG.fullmatch(name) else name)
    return words.clip(name, 60)


def address(one: Item) -> str:
    """Where the words stand that tell something; else its place on its story's page."""
    if one.kind in ("report", "person"):
        return f"/{'reports' if one.kind == 'report' else 'people'}/{quoted(one.id)}"
    if one.words_at and one.report:
        return f"/reports/{quoted(one.report)}#{anchor(one.report)}.{one.words_at}"
    return f"/stories/{quoted(one.story)}#{quoted(one.id)}" if one.story else f"/reports/{quoted(one.report or '')}"


def pieces(some: Iterable[Piece]) -> Markup:
    """Words, marked where they are what was searched for."""
    shown = [f"<mark>{inert.shown(one.text)}</mark>" if one.found else inert.shown(one.text) for one in some]
    return Markup("".join(shown))


def found(some: Iterable[Found]) -> Markup:
    """What a search found, as the rows of its list. Statements of one in the same words are one row, with who carried them."""
    rows: dict[object, list[Found]] = {}
    for one in some:
        same = (
            (one.story, one.title, one.words)
            if one.kind == "statement" and one.words
            else (one.kind, one.id, one.story)
        )
        rows.setdefault(same, []).append(one)
    return Markup("".join(map(_found, rows.values())))


def _found(same: Sequence[Found]) -> str:
    one = same[0]
    said = f' <span class="mark">{SAID[one.status]}</span>' if one.status in SAID else ""
    text = f"<p>{pieces(one.words)}</p>\n" if one.words and one.words != one.title else ""
    where = "".join(_report(other.report, other.outlet) for other in same if other.report)
    return (
        f'<li><p class="what"><span class="mark planned">{one.kind}</span> <a href="{address(one)}">'
        f"{pieces(one.title) if one.title else 'Not named'}</a>{said}</p>\n{text}"
        f'<p class="sources">{inert.shown(words.short_day(one.day))}{where}'
        f"{_story(one.story, one.story_title) if one.story else ''}</p></li>\n"
    )


def facet(values: Iterable[tuple[str, str, int]]) -> Markup:
    """What a search could be narrowed by: of each an address, its name, and how often it was found."""
    return Markup(
        "".join(
            f'<li><a href="{place.replace("&", "&amp;")}">{inert.shown(name)}</a> <span class="carried">{many}</span></li>'
            for place, name, many in values
        )
    )


def runs(some: Iterable[Run], *, shared: bool = False) -> Markup:
    """Words of one report, marked where no other has them; or, where they are what both have (`shared`), where another has."""
    shown = (
        f"<mark>{inert.shown(one.text)}</mark>"
        if one.same is shared and any(map(str.isalnum, one.text))
        else inert.shown(one.text)
        for one in some
    )
    return Markup("".join(shown))
