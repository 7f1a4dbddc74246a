"""A label for every stretch of a report's text. Cleaning labels; it never deletes.

The text is cut into units (paragraphs, or lines where a text has a line a paragraph). Forms (`furniture.forms`)
label what stands around a report; what is left is told apart by place and form: the head (headline, deck, byline,
place, date) stands before the first running paragraph, the body from there to the last one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dateline.cite import Span
from dateline.language import furniture
from dateline.read.labels.head import label_head
from dateline.read.labels.units import RUNNING, Unit, closed, cut
from dateline.read.masthead import byline, credits, datelines
from dateline.records.report import Block, Label

_SENTENCE = 3  # words of a sentence
_BYLINE = 12  # words of a byline
_AFTER_AGENCY = 6  # words of running text that an agency's dateline opens
_LONGEST = 200  # code points of a byline with what stands behind it
_TAIL = 4  # units at the end among which a line on the writer may stand
_SCRAP = re.compile(r"^[.,;]\s+(?:\S+\s*){1,6}$")  # the end of a sentence that is lost
_QUOTATION = re.compile(r"""^["“„«‘'][^"“”„«»]+["”“»’']$""")
_SIGNATURE = re.compile(r"^(?:―|—|–|--?) ?[A-ZÀ-Þ][^.!?]+$")
_SITE = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)?\.[A-Za-z]{2,6}$")


def blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The labelled blocks of a text, in order. `title` is the report's title where it was given with the text."""
    units = list(cut(text))
    for unit in units:
        unit.label = form(unit.text)
    _signatures(units)
    running = [number for number, unit in enumerate(units) if unit.label is None and _runs(unit)]
    if title and (begins := _begins(units, title)) is not None:
        running = [
            number for number, unit in enumerate(units) if number >= begins and unit.label is None and unit.closed
        ]
    if len(running) > 1 and _is_deck(units, running[0]):
        units[running.pop(0)].label = "deck"
    first = running[0] if running else len(units)
    last = running[-1] if running else -1
    _comments(units, first)
    label_head(units[:first], title, " ".join(unit.text for unit in units[first:]))
    _captions(units)
    _posts(units)
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
    start = 0
    for words, label in passages:
        units.append(Unit(start, start + len(words), words, label))
        start += len(words) + 2
    text = "\n\n".join(unit.text for unit in units) + "\n"
    return text, tuple(_blocks(text, units))


def form(text: str) -> Label | None:
    """The label that the form alone gives; None for what may be the report itself."""
    if _SCRAP.match(text):
        return "debris"
    if _SITE.match(text):
        return "credit"
    if furniture.bylines.of_post(text):
        return "body"
    if _is_dated_byline(text):
        return "byline"
    if known := furniture.forms.label(text):
        return known
    if furniture.captions.is_caption(text):
        return "caption"
    if closed(text) and len(text.split()) >= RUNNING:
        return None  # a sentence: no date alone, no byline
    if furniture.dates.alone(text):
        return "date"
    return "byline" if credits.signed(text) or _is_byline(text) else None


def _is_byline(text: str) -> bool:
    opens = furniture.bylines.opens(text) or furniture.bylines.of_house(text) is not None
    return opens and len(text.split()) <= _BYLINE and not closed(text)


def _is_dated_byline(text: str) -> bool:
    """Whether a byline's names have a day behind them, and then perhaps what a page calls to: `Email the author`."""
    if len(text) > _LONGEST or not furniture.bylines.opens(text):
        return False
    names = furniture.bylines.undated(text)
    return names != text and len(names.split()) <= _BYLINE


def _runs(unit: Unit) -> bool:
    """Whether a unit is running text: some words that end like a sentence, or an agency's dateline and its first words."""
    dateline = datelines.of(unit.text)
    of_agency = dateline is not None and dateline.agency is not None and unit.words >= _AFTER_AGENCY
    return unit.closed and (unit.words >= RUNNING or of_agency)


def _signatures(units: list[Unit]) -> None:
    """A paragraph in quotation marks and the line below it that signs it, after a dash, are the report's."""
    for unit, below in pairwise(units):
        if _is_signed(unit, below):
            unit.label = below.label = "body"


def _is_signed(unit: Unit, below: Unit) -> bool:
    """Whether a unit is a quotation and nothing else, and the one below it a dash and who said it."""
    return below.words <= _BYLINE and bool(_QUOTATION.match(unit.text)) and bool(_SIGNATURE.match(below.text))


def _begins(units: list[Unit], title: str) -> int | None:
    """The first unit of a text that came without its title, which was given apart: a sentence, however short.

    None where the title stands in the text too, or what is first there is no sentence.
    """
    letters = _letters(title)
    first = next((number for number, unit in enumerate(units) if unit.label is None), None)
    if first is None or units[first].words < _SENTENCE or not units[first].closed:
        return None
    return None if any(_letters(unit.text).startswith(letters) for unit in units) else first


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _is_deck(units: list[Unit], number: int) -> bool:
    """Whether the first running unit is a deck: right under the headline, with byline or date between it and the text.

    What an agency's dateline opens is none: it leads to the entries of a log.
    """
    dateline = datelines.of(units[number].text)
    if dateline is not None and dateline.agency is not None:
        return False
    head = [unit for unit in units[:number] if unit.label is None]
    below = [unit.label for unit in units[number + 1 : number + 4]]
    return len(head) == 1 and units[number - 1] is head[0] and bool({"byline", "date"} & set(below))


def _comments(units: list[Unit], first: int) -> None:
    """From a heading of comments on, where people reply to one another, up to another heading of the page."""
    for number in range(max(first + 1, 1), len(units)):
        near = (unit.text for unit in units[number + 1 : number + 6])
        if units[number].label == "comments" and any(map(furniture.forms.is_reply, near)):
            for unit in units[number + 1 :]:
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
    letters = [_letters(unit.text) for unit in units]
    for number, unit in enumerate(units):
        if unit.label is None and 4 <= unit.words <= 40:
            around = (other for n, other in enumerate(letters) if n != number and len(other) > len(letters[number]))
            if any(letters[number] in other for other in around):
                unit.label = "boilerplate"


def _writers(units: list[Unit]) -> None:
    """At the end: who the writer is."""
    names = [name for unit in units if unit.label == "byline" for name in byline.people(unit.text)]
    begun = tuple(word + " " for name in names for word in (name, name.split()[-1]))
    for unit in units[-_TAIL:]:
        if unit.label == "body" and unit.words <= 40 and unit.text.startswith(begun):
            unit.label = "byline" if furniture.bylines.introduces(unit.text) else unit.label


def _captions(units: list[Unit]) -> None:
    """A caption may run on over the lines under it, up to the photo credit that closes it; a credit alone in brackets
    closes the caption above it."""
    for number, unit in enumerate(units):
        if (
            number
            and unit.label == "credit"
            and unit.text[0] == "("
            and units[number - 1].label in (None, "body", "deck")
        ):
            units[number - 1].label = "caption"
        if unit.label != "caption":
            continue
        for end in range(number + 1, min(number + 4, len(units))):
            if units[end].label == "credit" and furniture.captions.closes(units[end].text):
                for inner in units[number + 1 : end]:
                    inner.label = "caption"
                break


def _posts(units: list[Unit]) -> None:
    """What stands above the line that signs a post is the post."""
    for unit, below in pairwise(units):
        if unit.label is None and furniture.bylines.of_post(below.text):
            unit.label = "body"


def _middle(units: list[Unit], title: str | None, last: int) -> None:
    """From the first running paragraph on: body up to the last one; what is short and open there is no narrative."""
    for number, unit in enumerate(units):
        if unit.label is not None:
            continue
        if title and unit.text == title:
            unit.label = "headline"
        elif unit.closed or unit.words >= RUNNING * 2:
            unit.label = "body"
        elif unit.text[:1].islower() or (number + 1 < len(units) and units[number + 1].text[:1].islower()):
            unit.label = "body"  # a sentence that goes on in the next paragraph, or has lost its head
        elif number > last:
            unit.label = _last(unit)
        elif unit.words <= 4:
            unit.label = "body"
        else:
            unit.label = "body" if number and not units[number - 1].closed else "caption"


def _last(unit: Unit) -> Label:
    """An open line behind the running text: who wrote it, a heading, or the title of another report."""
    if furniture.bylines.names_people(unit.text) or furniture.bylines.signature(unit.text):
        return "byline"
    return "boilerplate" if unit.words <= 8 else "related"


def _only_title(units: list[Unit]) -> None:
    """A text without running paragraphs (a headline, a sentence): what was taken for its head is what it says."""
    kept = [unit for unit in units if unit.label in ("deck", "boilerplate", "caption", "byline")]
    if len(units) == 1 and units[0].label == "headline" and units[0].closed:
        units[0].label = "body"
    for unit in kept:
        if unit.words >= 6 and unit.closed:
            unit.label = "body"


def _blocks(text: str, units: list[Unit]) -> Iterator[Block]:
    """Blocks of the units: a paragraph broken inside a sentence is one, a dateline is cut off its paragraph."""
    number = 0
    opened = False
    speakers = _speakers(units)
    while number < len(units):
        unit, end = units[number], units[number].end
        while unit.label == "body" and number + 1 < len(units) and _goes_on(units[number], units[number + 1]):
            number += 1
            end = units[number].end
        label = unit.label or "body"
        dateline = datelines.of(Span(unit.start, end).of(text)) if label == "body" else None
        length = dateline.length if dateline and (dateline.agency or not opened) else 0
        length = 0 if unit.start + length >= end and unit.text.endswith(":") else length  # whom a picture is by
        length = 0 if unit.text[:length].rstrip() in speakers else length
        opened = opened or label == "body"
        if length:
            yield Block(unit.start, unit.start + len(text[unit.start : unit.start + length].rstrip()), "dateline")
        if unit.start + length < end:
            yield Block(unit.start + length, end, label)
        number += 1


def _speakers(units: Sequence[Unit]) -> frozenset[str]:
    """What looks like a dateline before a colon and comes again: the labels of those who speak in a transcript."""
    found_at = ((unit.text, found) for unit in units if (found := datelines.of(unit.text)) is not None)
    labels = Counter(text[: found.length].rstrip() for text, found in found_at)
    return frozenset(label for label, count in labels.items() if count > 1 and label.endswith(":"))


def _goes_on(unit: Unit, below: Unit) -> bool:
    """Whether a sentence of the body goes on in the unit below it, or its quotation is signed there."""
    broken = not unit.closed and below.text[:1].islower()
    return below.label == "body" and (broken or _is_signed(unit, below))
