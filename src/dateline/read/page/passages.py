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
from functools import lru_cache
from itertools import pairwise
from typing import Any

from dateline.language import furniture
from dateline.read.labels import blocks, units
from dateline.read.masthead import byline
from dateline.read.page import elements
from dateline.records.report import Label

_TEXT = (
    "//body//text()[normalize-space() and not(parent::script or parent::style or parent::noscript or parent::template)]"
)
_ODD = re.compile(r"[\W_]+")
_ODD_BYTES = bytes(number for number in range(128) if _ODD.match(chr(number)))
_LEAD = furniture.marks.LEAD
_OPENING = ("deck", "date", _LEAD)  # labels of what stands before the running text alone
_AROUND = ("a", "blockquote")
_FEW = 3  # passages from which a kind of element is taken for the report's own
_NEAR_END = 3  # passages at the end of a report among which a byline may stand
_NAMES = 90  # code points of a passage that names people alone
_SLUG = 30  # an id from this length on is made of a heading's words
_REMEMBERED = 4096  # classes and ids that pages have often
_LARGE = 0.4  # an element with this share of the report is no box within it


@dataclass(slots=True)
class Passage:
    """A passage of a page: its words, the element it stands in, how much of it is links, and its label."""

    text: str
    node: Any = None
    linked: int = 0
    place: int = -1
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
    if text.isascii():  # as most passages are: a tenth of the time
        return text.encode().translate(None, _ODD_BYTES).decode().lower()
    return _ODD.sub("", text).lower()


def laid(tree: Any) -> Page:
    """The text of a page cut at its block elements."""
    page, pieces, place = Page(), [], 0
    block_of: dict[Any, tuple[Any, bool]] = {}
    for text in tree.xpath(_TEXT):
        parent = text.getparent().getparent() if text.is_tail else text.getparent()
        if parent not in block_of:
            block_of[parent] = _block(parent)
        node, linked = block_of[parent]
        if page.passages and page.passages[-1].node is node:
            page.passages[-1].text += str(text)
        else:
            page.passages.append(Passage(str(text), node))
        if linked:
            page.passages[-1].linked += len(fold(text))
    for passage in page.passages:
        passage.place = place
        page.starts.append(place)
        pieces.append(fold(passage.text))
        place += len(pieces[-1])
        passage.text = " ".join(passage.text.split())
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
        place = page.letters.find(letters, cursor) if letters else -1
        if place < 0 and len(letters) > 20:
            place = page.letters.find(letters)
        if place < 0 or (len(letters) < 12 and place not in page.starts):
            out.append(Passage(line))
            continue
        passage = page.passages[max(0, bisect.bisect_right(page.starts, place) - 1)]
        out.append(Passage(line, passage.node, passage.linked, place))
        cursor = place + len(letters)
    return out


def _own(node: Any) -> str | None:
    name = node.get("id") or ""
    marks = " ".join((node.get("class") or "", name if len(name) < _SLUG else ""))
    return furniture.marks.label(marks) or elements.LABELS.get(node.tag)


def marked(passages: list[Passage], held: Counter[str] | None = None) -> Counter[str]:
    """Label the passages by their elements, and say how much text each kind of element holds.

    A kind of element that holds much of the report (`held`, where it was counted before) is no box within it, whatever
    it is called.
    """
    known: dict[Any, tuple[tuple[str, str | None], ...]] = {}
    for passage in passages:
        if passage.node not in known:
            known[passage.node] = tuple((_look(node), _own(node)) for node in _up(passage.node))
    if held is None:
        held = Counter()
        for passage in passages:
            for kind in {look for look, _ in known[passage.node]}:
                held[kind] += len(passage.text)
            held[""] += len(passage.text)
    for passage in passages:
        boxes = (label for look, label in known[passage.node] if label and held[look] <= held[""] * _LARGE)
        passage.label = next(boxes, passage.label)
    return held


def _elsewhere(passages: list[Passage]) -> None:
    """Passages of another `article` element than the one that holds most of the text are of other reports."""
    held: Counter[Any] = Counter()
    for passage in passages:
        if passage.label is None and passage.node is not None:
            held[_article(passage.node)] += len(passage.text)
    main = held.most_common(1)[0][0] if held else None
    around = set(_up(main))
    for passage in passages:
        own = _article(passage.node) if passage.node is not None else None
        if passage.label is None and main is not None and own is not None and own not in around:
            passage.label = "related"


def _up(node: Any) -> Iterator[Any]:
    """An element and those around it, up to the page's body."""
    while node is not None and node.tag not in ("body", "html"):
        yield node
        node = node.getparent()


def _look(node: Any) -> str:
    return f"{node.tag} {node.get('class') or ''} {_unnumbered(node.get('id'))}"


@lru_cache(_REMEMBERED)
def _unnumbered(name: str | None) -> str:
    """A class or an id without its digits."""
    return re.sub(r"\d+", "", name or "")


def read(tree: Any, lines: Sequence[str], titles: Sequence[str | None], summary: str | None) -> list[Passage]:
    """The passages of a page in order, labelled.

    `lines` are what an extractor took for running text, `titles` what the page calls itself, `summary` its own summary.
    """
    page = laid(tree)
    passages = located(page, lines)
    held = marked(passages)
    _formed(passages, {fold(title) for title in titles if title})
    _elsewhere(passages)
    passages = _completed(page, passages, held)
    _opening(passages, fold(summary or ""))
    return passages


def _formed(passages: list[Passage], titles: set[str]) -> None:
    """Labels by form: the title again, and what `chrome.tsv` and dates know."""
    for passage in passages:
        if fold(passage.text) in titles:
            passage.label = "headline"
        elif passage.label is None or passage.label == "headline":
            form = blocks.form(passage.text)
            passage.label = None if form == "date" else form
        if passage.label is None and _only_links(passage):
            passage.label = "related"


def _only_links(passage: Passage) -> bool:
    """Whether a passage is nothing but links and no sentence, and no heading of the report either."""
    size = len(fold(passage.text))
    whole = passage.linked > 0.8 * size and passage.linked <= size
    return whole and size > 0 and not units.closed(passage.text)


def _kind(node: Any) -> tuple[str, ...]:
    """What kind of element a passage stands in: its tag and classes, and those of the element around it."""
    up = _holder(node)
    return (node.tag, _unnumbered(node.get("class")), up.tag, _unnumbered(up.get("class")))


def _holder(node: Any) -> Any:
    """The element that holds a passage's; a link or a quotation around it is none."""
    up = node.getparent()
    while up.tag in _AROUND and up.getparent() is not None:
        up = up.getparent()
    return up


def _completed(page: Page, passages: list[Passage], held: Counter[str]) -> list[Passage]:
    """The passages with those that the extractor lost, in the order of the page."""
    running = [
        passage for passage in passages if passage.label is None and passage.node is not None and len(passage.text) > 60
    ]
    kinds = Counter(_kind(passage.node) for passage in running)
    usual = {kind for kind, count in kinds.items() if count >= _FEW and count * 3 >= len(running)}
    have = {passage.node for passage in passages}
    if not running:
        return passages
    first, last = (end(passage.place for passage in running) for end in (min, max))
    others = [passage for passage in page.passages if passage.node not in have and len(passage.text) > 60]
    if usual:
        article = {_article(passage.node) for passage in running}
        lost = [
            passage
            for passage in others
            if passage.place > first
            and _kind(passage.node) in usual
            and _article(passage.node) in article
            and (passage.linked < 0.5 * len(passage.text) or (passage.place < last and _sentence(passage)))
        ]
    else:  # a short page: what stands beside its few paragraphs
        beside = {(_holder(passage.node), *_kind(passage.node)) for passage in running}
        lost = [
            passage
            for passage in others
            if (_holder(passage.node), *_kind(passage.node)) in beside and passage.linked and _sentence(passage)
        ]
    marked(lost, held)
    lost = [passage for passage in lost if passage.label is None and blocks.form(passage.text) is None]
    return _merged(passages, lost)


def _sentence(passage: Passage) -> bool:
    """Whether a passage that stands in a link is a paragraph nevertheless: a sentence of some length, and no call."""
    return units.closed(passage.text) and _long(passage.text) and blocks.form(passage.text) is None


def _article(node: Any) -> Any:
    while node is not None and node.tag != "article":
        node = node.getparent()
    return node


def _merged(passages: list[Passage], lost: list[Passage]) -> list[Passage]:
    """Both in the order of the page; a passage of no known place stays behind the one before it."""
    out: list[Passage] = []
    left = list(lost)
    for passage in passages:
        while left and 0 <= left[0].place < passage.place:
            out.append(left.pop(0))
        out.append(passage)
    return out + left


def _opening(passages: list[Passage], summary: str) -> None:
    """What stands before the first running paragraph: deck, byline, date, points in short. After it a deck is none."""
    first = _first(passages)
    if not passages:
        return
    later = {_kind(passage.node) for passage in passages[first:] if passage.node is not None}
    for number, passage in enumerate(passages):
        if number >= first:
            passage.label = None if passage.label in _OPENING and passage.node is not None else passage.label
            if passage.label is None and number >= len(passages) - _NEAR_END and _names(passage):
                passage.label = "byline"
        elif passage.label in ("deck", _LEAD):
            apart = passage.label == "deck" or passage.node.getparent() is not passages[first].node.getparent()
            passage.label = "deck" if apart and not _beside(passage, passages[first]) else None
        elif passage.label is None:
            above = number == first - 1 and passage.node is not None
            subhead = above and _kind(passage.node) in later
            passage.label = _head(passage, passages[first], summary, subhead)


def _head(passage: Passage, opening: Passage, summary: str, subhead: bool) -> Label | None:
    """The label of a passage before the running text (`told` is its first paragraph); None when it belongs to it."""
    if furniture.dates.mostly(passage.text):
        return "date"
    if (furniture.bylines.opens(passage.text) and len(passage.text.split()) <= 12) or _names(passage):
        return "byline"
    if subhead or _beside(passage, opening):
        return None
    if _is_list(passage) or passage.node.tag[0] == "h":
        return "deck" if len(passage.text.split()) >= 4 or _is_list(passage) else "boilerplate"
    return "deck" if len(summary) > 30 and _same(fold(passage.text), summary) else None


def _names(passage: Passage) -> bool:
    """Whether a passage is nothing but names of people. A scrap of a page that is not found again in it is none."""
    text = passage.text if passage.node is not None else ""
    return len(text) <= _NAMES and not units.closed(text) and bool(byline.alone(text))


def _first(passages: list[Passage]) -> int:
    """Where the running text begins: the first paragraph of a dozen words beside which another stands."""
    running = [number for number, passage in enumerate(passages) if _runs(passage)]
    for number, after in pairwise(running):
        if passages[number].label != "deck" and _beside(passages[number], passages[after]):
            return number
    return running[-1] if running else 0


def _runs(passage: Passage) -> bool:
    """Whether a passage may be running text: long enough, no point of a list, no heading."""
    heading = passage.node is not None and passage.node.tag[0] == "h"
    return passage.label in (None, "deck", _LEAD) and _long(passage.text) and not _is_list(passage) and not heading


def _long(text: str) -> bool:
    return len(text.split()) >= 12 or (len(text) >= 40 and not text.isascii() and len(text.split()) < 4)


def _is_list(passage: Passage) -> bool:
    return passage.node is not None and "li" in (passage.node.tag, passage.node.getparent().tag)


def _same(text: str, summary: str) -> bool:
    return text in summary or summary in text


def _beside(passage: Passage, other: Passage) -> bool:
    """Whether two passages stand in the same kind of element."""
    return passage.node is None or other.node is None or _kind(passage.node) == _kind(other.node)
