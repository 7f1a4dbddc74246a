"""The passages of a page in order, each with the label that its markup and its place give.

An extractor (trafilatura) says which lines are running text; each line is found again in the page, and what its
elements are called tells captions, links to other reports, bylines and boxes from the report. Passages that the extractor
lost but that stand in the same kind of element as the report's own are put back.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from dateline.language import furniture
from dateline.read.labels import blocks
from dateline.read.masthead import byline
from dateline.read.page import elements
from dateline.records.report import Label

_TEXT = (
    "//body//text()[normalize-space() and not(parent::script or parent::style or parent::noscript or parent::template)]"
)
_ODD = re.compile(r"[\W_]+")
_LEAD = furniture.marks.LEAD
_OPENING = ("deck", "date", _LEAD)  # labels of what stands before the running text alone
_FEW = 3  # passages from which a kind of element is taken for the report's own
_NEAR_END = 3  # passages at the end of a report among which a byline may stand
_SLUG = 30  # an id from this length on is made of a heading's words
_LARGE = 0.4  # an element with this share of the report is no box within it


@dataclass(slots=True)
class Passage:
    """A passage of a page: its words, the element it stands in, how much of it is links, and its label."""

    text: str
    node: Any = None
    linked: int = 0
    at: int = -1
    label: str | None = None

    @property
    def block(self) -> Label:
        """The label of its block."""
        return self.label or "body"  # type: ignore[return-value]  # `lead`, the one word that is no label, is settled by then


@dataclass(slots=True)
class Page:
    """The passages of a page and one string of all their letters, in which a line can be found again."""

    passages: list[Passage] = field(default_factory=list)
    letters: str = ""
    starts: list[int] = field(default_factory=list)


def fold(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return _ODD.sub("", text).lower()


def laid(tree: Any) -> Page:
    """The text of a page cut at its block elements."""
    page, pieces, at = Page(), [], 0
    block_of: dict[Any, tuple[Any, bool]] = {}
    for text in tree.xpath(_TEXT):
        parent = text.getparent().getparent() if text.is_tail else text.getparent()
        if parent not in block_of:
            block_of[parent] = _block(parent)
        node, linked = block_of[parent]
        if page.passages and page.passages[-1].node is node:
            last = page.passages[-1]
            last.text += str(text)
        else:
            last = Passage(str(text), node, at=at)
            page.passages.append(last)
            page.starts.append(at)
        letters = fold(text)
        last.linked += len(letters) if linked else 0
        pieces.append(letters)
        at += len(letters)
    for one in page.passages:
        one.text = " ".join(one.text.split())
    page.letters = "".join(pieces)
    return page


def _block(node: Any) -> tuple[Any, bool]:
    linked = False
    while node is not None and node.tag not in elements.BLOCKS:
        linked = linked or node.tag == "a"
        node = node.getparent()
    up = node
    for _ in range(2):  # a link around a heading or a paragraph
        up = up.getparent() if up is not None else None
        linked = linked or (up is not None and up.tag == "a")
    return node, linked


def located(page: Page, lines: Sequence[str]) -> list[Passage]:
    """The lines of an extractor as passages of the page; a line that is not found again stands for itself."""
    out: list[Passage] = []
    cursor = 0
    for line in lines:
        letters = fold(line)
        at = page.letters.find(letters, cursor) if letters else -1
        if at < 0 and len(letters) > 20:
            at = page.letters.find(letters)
        if at < 0 or (len(letters) < 12 and at not in page.starts):
            out.append(Passage(line))
            continue
        one = page.passages[max(0, bisect.bisect_right(page.starts, at) - 1)]
        out.append(Passage(line, one.node, one.linked, at))
        cursor = at + len(letters)
    return out


def _own(node: Any) -> str | None:
    name = node.get("id") or ""
    marks = " ".join((node.get("class") or "", name if len(name) < _SLUG else ""))
    return furniture.marks.label(marks) or elements.LABELS.get(node.tag)


def marked(found: list[Passage], held: Counter[str] | None = None) -> Counter[str]:
    """Label the passages by their elements, and say how much text each kind of element holds.

    A kind of element that holds much of the report (`held`, where it was counted before) is no box within it, whatever
    it is called.
    """
    if held is None:
        held = Counter()
        for one in found:
            for kind in {_look(node) for node in _up(one.node)}:
                held[kind] += len(one.text)
            held[""] += len(one.text)
    for one in found:
        for node in _up(one.node):
            if held[_look(node)] > held[""] * _LARGE:
                continue
            if label := _own(node):
                one.label = label
                break
    return held


def _elsewhere(found: list[Passage]) -> None:
    """Passages of another `article` element than the one that holds most of the text are of other reports."""
    held: Counter[Any] = Counter()
    for one in found:
        if one.label is None and one.node is not None:
            held[_article(one.node)] += len(one.text)
    main = held.most_common(1)[0][0] if held else None
    around = set(_up(main))
    for one in found:
        own = _article(one.node) if one.node is not None else None
        if one.label is None and main is not None and own is not None and own not in around:
            one.label = "related"


def _up(node: Any) -> Iterator[Any]:
    """An element and those around it, up to the page's body."""
    while node is not None and node.tag not in ("body", "html"):
        yield node
        node = node.getparent()


def _look(node: Any) -> str:
    return f"{node.tag} {node.get('class') or ''} {_unnumbered(node.get('id'))}"


def _unnumbered(name: str | None) -> str:
    """A class or an id without its digits."""
    return re.sub(r"\d+", "", name or "")


def read(tree: Any, lines: Sequence[str], titles: Sequence[str | None], summary: str | None) -> list[Passage]:
    """The passages of a page in order, labelled.

    `lines` are what an extractor took for running text, `titles` what the page calls itself, `summary` its own summary.
    """
    page = laid(tree)
    found = located(page, lines)
    held = marked(found)
    _formed(found, {fold(one) for one in titles if one})
    _elsewhere(found)
    found = _completed(page, found, held)
    _opening(found, fold(summary or ""))
    return found


def _formed(found: list[Passage], titles: set[str]) -> None:
    """Labels by form: the title again, and what `chrome.tsv` and dates know."""
    for one in found:
        if fold(one.text) in titles:
            one.label = "headline"
        elif one.label is None or one.label == "headline":
            form = blocks.form(one.text)
            one.label = None if form == "date" else form
        if one.label is None and _only_links(one):
            one.label = "related"


def _only_links(one: Passage) -> bool:
    """Whether a passage is nothing but links and no sentence, and no heading of the report either."""
    size = len(fold(one.text))
    whole = one.linked > 0.8 * size and one.linked <= size
    return whole and size > 0 and not blocks.closed(one.text)


def _kind(node: Any) -> tuple[str, ...]:
    """What kind of element a passage stands in: its tag and classes, and those of the element around it."""
    up = node.getparent()
    return (node.tag, _unnumbered(node.get("class")), up.tag, _unnumbered(up.get("class")))


def _completed(page: Page, found: list[Passage], held: Counter[str]) -> list[Passage]:
    """The passages with those that the extractor lost, in the order of the page."""
    told = [one for one in found if one.label is None and one.node is not None and len(one.text) > 60]
    kinds = Counter(_kind(one.node) for one in told)
    usual = {kind for kind, count in kinds.items() if count >= _FEW and count * 3 >= len(told)}
    have = {one.node for one in found}
    if not usual:
        return found
    article = {_article(one.node) for one in told}
    first = min(one.at for one in told)
    lost = [
        one
        for one in page.passages
        if one.node not in have
        and one.at > first
        and _kind(one.node) in usual
        and _article(one.node) in article
        and len(one.text) > 60
        and one.linked < 0.5 * len(one.text)
    ]
    marked(lost, held)
    lost = [one for one in lost if one.label is None and blocks.form(one.text) is None]
    return _merged(found, lost)


def _article(node: Any) -> Any:
    while node is not None and node.tag != "article":
        node = node.getparent()
    return node


def _merged(found: list[Passage], lost: list[Passage]) -> list[Passage]:
    """Both in the order of the page; a passage of no known place stays behind the one before it."""
    out: list[Passage] = []
    left = list(lost)
    for one in found:
        while left and 0 <= left[0].at < one.at:
            out.append(left.pop(0))
        out.append(one)
    return out + left


def _opening(found: list[Passage], summary: str) -> None:
    """What stands before the first running paragraph: deck, byline, date, points in short. After it a deck is none."""
    first = _first(found)
    if not found:
        return
    later = {_kind(one.node) for one in found[first:] if one.node is not None}
    for at, one in enumerate(found):
        if at >= first:
            one.label = None if one.label in _OPENING and one.node is not None else one.label
            if one.label is None and at >= len(found) - _NEAR_END and _names(one):
                one.label = "byline"
        elif one.label in ("deck", _LEAD):
            apart = one.label == "deck" or one.node.getparent() is not found[first].node.getparent()
            one.label = "deck" if apart and not _beside(one, found[first]) else None
        elif one.label is None:
            one.label = _head(
                one, found[first], summary, at == first - 1 and one.node is not None and _kind(one.node) in later
            )


def _head(one: Passage, told: Passage, summary: str, subhead: bool) -> Label | None:
    """The label of a passage before the running text (`told` is its first paragraph); None when it belongs to it."""
    if furniture.dates.mostly(one.text):
        return "date"
    if (furniture.bylines.opens(one.text) and len(one.text.split()) <= 12) or _names(one):
        return "byline"
    if subhead or _beside(one, told):
        return None
    if _is_list(one) or one.node.tag[0] == "h":
        return "deck" if len(one.text.split()) >= 4 or _is_list(one) else "boilerplate"
    return "deck" if len(summary) > 30 and _same(fold(one.text), summary) else None


def _names(one: Passage) -> bool:
    """Whether a passage is nothing but names of people. A scrap of a page that is not found again in it is none."""
    text = one.text if one.node is not None else ""
    people = byline.people(text)
    return (
        len(text) <= 90
        and not blocks.closed(text)
        and bool(people)
        and all(map(byline.cased, people))
        and (len(people) == len(byline.parts(text)))
    )


def _first(found: list[Passage]) -> int:
    """Where the running text begins: the first paragraph of a dozen words beside which another stands."""
    running = [at for at, one in enumerate(found) if _runs(one)]
    for at, after in pairwise(running):
        if found[at].label != "deck" and _beside(found[at], found[after]):
            return at
    return running[-1] if running else 0


def _runs(one: Passage) -> bool:
    """Whether a passage may be running text: long enough, no point of a list, no heading."""
    heading = one.node is not None and one.node.tag[0] == "h"
    return one.label in (None, "deck", _LEAD) and _long(one.text) and not _is_list(one) and not heading


def _long(text: str) -> bool:
    return len(text.split()) >= 12 or (len(text) >= 40 and not text.isascii() and len(text.split()) < 4)


def _is_list(one: Passage) -> bool:
    return one.node is not None and "li" in (one.node.tag, one.node.getparent().tag)


def _same(text: str, summary: str) -> bool:
    return text in summary or summary in text


def _beside(one: Passage, other: Passage) -> bool:
    """Whether two passages stand in the same kind of element."""
    return one.node is None or other.node is None or _kind(one.node) == _kind(other.node)
