"""A label for every stretch of a report's text. Cleaning labels; it never deletes.

The text is cut into units (paragraphs, or lines where a text has a line a paragraph). Forms (`furniture.forms`)
label what stands around a report; what is left is told apart by place and form: the head (headline, deck, byline,
place, date) stands before the first running paragraph, the body from there to the last one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.cite import Span
from dateline.language import furniture, tables
from dateline.read.masthead import byline, credits, datelines
from dateline.records.report import Block, Label

_MASTHEAD: tuple[Label, ...] = ("date", "byline")
_SOME = 6  # words of a unit that may be a sentence
_BYLINE = 12  # words of a byline
_TAIL = 4  # units at the end among which a line on the writer may stand
RUNNING = 14  # words from which a unit that ends like a sentence is running text
_UNIT = re.compile(r"\S(?:[^\n]*\S)?")
# The end of a sentence; an agency may be named behind it: `… he said. (AFP)`
_END = re.compile(r"""[.!?…:;。！？।؟]["'”’»)\]」』）]*(?:\s*\([A-Z][\w &./-]{1,30}\))?$""")
_SCRAP = re.compile(r"^[.,;]\s+(?:\S+\s*){1,6}$")  # the end of a sentence that is lost
_SITE = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)?\.[A-Za-z]{2,6}$")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_PLACE = re.compile(rf"^{_NAME}(?:[ -]{_NAME}){{0,2}}(?:, {_NAME}(?: {_NAME})?)?$")


@dataclass(slots=True)
class Unit:
    """A paragraph or line while it is being labelled."""

    start: int
    end: int
    text: str
    label: Label | None = None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_END.search(self.text))


def blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The labelled blocks of a text, in order. `title` is the report's title where it was given with the text."""
    units = list(_units(text))
    for unit in units:
        unit.label = form(unit.text)
    running = [at for at, unit in enumerate(units) if unit.label is None and _runs(unit)]
    if len(running) > 1 and _is_deck(units, running[0]):
        units[running.pop(0)].label = "deck"
    first = running[0] if running else len(units)
    last = running[-1] if running else -1
    _comments(units, first)
    _head(units[:first], title)
    _captions(units)
    _repeated(units[first:])
    _lists(units)
    _middle(units[first:], title, last - first)
    _writers(units)
    if not any(unit.label == "body" for unit in units):
        _only_title(units)
    return tuple(_blocks(text, units))


def joined(passages: Iterable[tuple[str, Label]]) -> tuple[str, tuple[Block, ...]]:
    """One text of labelled passages, a blank line between two, and its blocks."""
    units: list[Unit] = []
    at = 0
    for words, label in passages:
        units.append(Unit(at, at + len(words), words, label))
        at += len(words) + 2
    text = "\n\n".join(unit.text for unit in units) + "\n"
    return text, tuple(_blocks(text, units))


def _units(text: str) -> Iterator[Unit]:
    """Paragraphs at blank lines; where lines are not wrapped, each line is one."""
    for paragraph in re.finditer(r"[^\n\r]*\S[^\n\r]*(?:\r?\n[^\n\r]*\S[^\n\r]*)*", text):
        lines = list(_UNIT.finditer(text, paragraph.start(), paragraph.end()))
        if _wrapped([m[0] for m in lines]):
            yield Unit(lines[0].start(), lines[-1].end(), _bare(" ".join(m[0] for m in lines)))
        else:
            for line in lines:
                yield Unit(line.start(), line.end(), _bare(line[0]))


def _wrapped(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are one text that was wrapped at a width."""
    if len(lines) < 2:
        return False
    widths = [len(line) for line in lines[:-1]]
    goes_on = sum(not _END.search(line) for line in lines[:-1])
    return min(widths) >= 45 and max(widths) <= 100 and goes_on * 2 >= len(widths) and max(widths) - min(widths) < 45


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", _TAG.sub("", text)).strip()


def closed(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_END.search(text))


def form(text: str) -> Label | None:
    """The label that the form alone gives; None for what may be the report itself."""
    if _SCRAP.match(text):
        return "debris"
    if _SITE.match(text):
        return "credit"
    if known := furniture.forms.label(text):
        return known
    if furniture.captions.is_caption(text):
        return "caption"
    if _END.search(text) and len(text.split()) >= RUNNING:
        return None  # a sentence: no date alone, no byline
    if furniture.dates.alone(text):
        return "date"
    return "byline" if credits.signed(text) or _is_byline(text) else None


def _is_byline(text: str) -> bool:
    return furniture.bylines.opens(text) and len(text.split()) <= _BYLINE and not _END.search(text)


@dataclass(frozen=True, slots=True)
class _Head:
    """A unit that stands before the first running paragraph, and what is around it. `titled`: a headline is before it."""

    units: Sequence[Unit]
    at: int
    title: str | None
    titled: bool

    @property
    def unit(self) -> Unit:
        """The unit itself."""
        return self.units[self.at]

    @property
    def above(self) -> Label | None:
        """The label of the unit before it; None for the first."""
        return self.units[self.at - 1].label if self.at else None

    @property
    def beside_masthead(self) -> bool:
        """Whether a date or a byline is near."""
        return any(unit.label in _MASTHEAD for unit in self.units[max(0, self.at - 3) : self.at + 4])

    @property
    def below_masthead(self) -> bool:
        """Whether a date or a byline is anywhere before it."""
        return any(unit.label in _MASTHEAD for unit in self.units[: self.at])


def _is_title(head: _Head) -> bool:
    """The first line of some words, or the title that was given."""
    return not head.titled and (head.unit.words >= 3 or head.unit.text == head.title)


def _is_title_again(head: _Head) -> bool:
    return any(unit.label == "headline" and unit.text == head.unit.text for unit in head.units[: head.at])


def _is_dateline(head: _Head) -> bool:
    return head.titled and head.beside_masthead and _is_place(head.unit.text)


def _is_signature(head: _Head) -> bool:
    """Names and nothing else, beside a date or another byline, or right above the text; or where they wrote."""
    if head.above == "byline" and furniture.bylines.from_place(head.unit.text):
        return head.titled
    near = head.beside_masthead or head.at == len(head.units) - 1
    return head.titled and near and furniture.bylines.names_people(head.unit.text)


def _is_entry(head: _Head) -> bool:
    """An entry of a log, under its time of day."""
    timed = head.above == "date" and not furniture.dates.found(head.units[head.at - 1].text)
    return timed and head.unit.closed and head.unit.words >= _SOME


def _is_dated(head: _Head) -> bool:
    """Some words that end in a full date."""
    return head.titled and head.unit.words >= _SOME and furniture.dates.ends(head.unit.text)


def _is_under_title(head: _Head) -> bool:
    return head.titled and head.unit.words >= _SOME and head.above == "headline"


def _is_under_masthead(head: _Head) -> bool:
    """Between byline or date and the text stands a picture's caption."""
    return head.titled and head.unit.words >= 4 and head.below_masthead


def _is_told(head: _Head) -> bool:
    return head.unit.closed and head.unit.words >= _SOME


# What a unit before the running text is, by the first rule that holds; where none does, a deck under a headline.
_HEAD: tuple[tuple[Label, Callable[[_Head], bool]], ...] = (
    ("headline", _is_title_again),
    ("headline", _is_title),
    ("dateline", _is_dateline),
    ("byline", _is_signature),
    ("body", _is_entry),
    ("caption", _is_dated),
    ("deck", _is_under_title),
    ("caption", _is_under_masthead),
    ("body", _is_told),
)


def _head(units: list[Unit], title: str | None) -> None:
    """What stands before the first running paragraph."""
    titled = False
    for at, unit in enumerate(units):
        if unit.label is None:
            head = _Head(units, at, title, titled)
            rest: Label = "deck" if titled else "boilerplate"
            unit.label = next((label for label, rule in _HEAD if rule(head)), rest)
        titled = titled or unit.label == "headline"


def _runs(unit: Unit) -> bool:
    """Whether a unit is running text: some words that end like a sentence, or an agency's dateline and its first words."""
    found = datelines.of(unit.text)
    return unit.closed and (unit.words >= RUNNING or bool(found and found.agency and unit.words >= 6))


def _is_deck(units: list[Unit], at: int) -> bool:
    """Whether the first running unit is a deck: right under the headline, with byline or date between it and the text."""
    head = [unit for unit in units[:at] if unit.label is None]
    below = [unit.label for unit in units[at + 1 : at + 4]]
    return len(head) == 1 and units[at - 1] is head[0] and bool({"byline", "date"} & set(below))


def _comments(units: list[Unit], first: int) -> None:
    """From a heading of comments on, where people reply to one another, up to another heading of the page."""
    for at in range(max(first + 1, 1), len(units)):
        near = (unit.text for unit in units[at + 1 : at + 6])
        if units[at].label == "comments" and any(map(furniture.forms.is_reply, near)):
            for unit in units[at + 1 :]:
                if unit.label not in (None, "comments", "date", "byline"):
                    return
                unit.label = "comments"
            return


def _lists(units: list[Unit]) -> None:
    """Short open lines under a heading of related reports are titles of such reports."""
    under = False
    for unit in units:
        if unit.label is not None:
            under = unit.label == "related" and unit.words <= 4
        elif under and not unit.closed and 3 <= unit.words <= RUNNING * 2:
            unit.label = "related"
        else:
            under = False


def _repeated(units: list[Unit]) -> None:
    """A pull quote: a few words of a paragraph, set again by themselves."""
    letters = [re.sub(r"\W+", "", unit.text).lower() for unit in units]
    for at, unit in enumerate(units):
        if unit.label is None and 4 <= unit.words <= 40:
            around = (other for n, other in enumerate(letters) if n != at and len(other) > len(letters[at]))
            if any(letters[at] in other for other in around):
                unit.label = "boilerplate"


def _writers(units: list[Unit]) -> None:
    """At the end: who the writer is."""
    names = [one for unit in units if unit.label == "byline" for one in byline.people(unit.text)]
    for unit in units[-_TAIL:]:
        if unit.label == "body" and unit.words <= 40 and any(unit.text.startswith(name) for name in names):
            unit.label = "byline" if furniture.bylines.introduces(unit.text) else unit.label


def _is_place(text: str) -> bool:
    """A line between bylines that is a place: one word, or a city that is known by more than one."""
    return bool(_PLACE.match(text)) and (" " not in text or text.split(",")[0] in tables.words("cities"))


def _captions(units: list[Unit]) -> None:
    """A caption may run on over the lines under it, up to the photo credit that closes it; a credit alone in brackets
    closes the caption above it."""
    for at, unit in enumerate(units):
        if at and unit.label == "credit" and unit.text[0] == "(" and units[at - 1].label in (None, "body", "deck"):
            units[at - 1].label = "caption"
        if unit.label != "caption":
            continue
        for end in range(at + 1, min(at + 4, len(units))):
            if units[end].label == "credit" and furniture.captions.closes(units[end].text):
                for inner in units[at + 1 : end]:
                    inner.label = "caption"
                break


def _middle(units: list[Unit], title: str | None, last: int) -> None:
    """From the first running paragraph on: body up to the last one; what is short and open there is no narrative."""
    for at, unit in enumerate(units):
        if unit.label is not None:
            continue
        if title and unit.text == title:
            unit.label = "headline"
        elif unit.closed or unit.words >= RUNNING * 2:
            unit.label = "body"
        elif unit.text[:1].islower() or (at + 1 < len(units) and units[at + 1].text[:1].islower()):
            unit.label = "body"  # a sentence that goes on in the next paragraph, or has lost its head
        elif at > last:
            unit.label = (
                "byline"
                if furniture.bylines.names_people(unit.text)
                else "boilerplate"
                if unit.words <= 8
                else "related"
            )
        elif unit.words <= 4:
            unit.label = "body"
        else:
            unit.label = "body" if at and not units[at - 1].closed else "caption"


def _last(unit: Unit) -> Label:
    """An open line behind the running text: who wrote it, a heading, or the title of another report."""
    if furniture.bylines.names_people(unit.text):
        return "byline"
    return "boilerplate" if unit.words <= 8 else "related"


def _only_title(units: list[Unit]) -> None:
    """A text without running paragraphs (a headline, a sentence): what was taken for its head is what it says."""
    told = [unit for unit in units if unit.label in ("deck", "boilerplate", "caption", "byline")]
    if len(units) == 1 and units[0].label == "headline" and units[0].closed:
        units[0].label = "body"
    for unit in told:
        if unit.words >= 6 and unit.closed:
            unit.label = "body"


def _blocks(text: str, units: list[Unit]) -> Iterator[Block]:
    """Blocks of the units: a paragraph broken inside a sentence is one, a dateline is cut off its paragraph."""
    at = 0
    opened = False
    while at < len(units):
        unit, end = units[at], units[at].end
        if unit.label == "body":
            while (
                at + 1 < len(units)
                and units[at + 1].label == "body"
                and not _END.search(units[at].text)
                and units[at + 1].text[:1].islower()
            ):
                at += 1
                end = units[at].end
        label = unit.label or "body"
        found = datelines.of(Span(unit.start, end).of(text)) if label == "body" else None
        cut = found.length if found and (found.agency or not opened) else 0
        opened = opened or label == "body"
        if cut:
            yield Block(unit.start, unit.start + len(text[unit.start : unit.start + cut].rstrip()), "dateline")
        if unit.start + cut < end:
            yield Block(unit.start + cut, end, label)
        at += 1
