"""What stands before the first running paragraph: headline, deck, byline, place, date, and captions between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.language import furniture
from dateline.read.labels.units import Unit
from dateline.records.report import Label

_MASTHEAD: tuple[Label, ...] = ("date", "byline")
_DECK = 3  # words of a deck; fewer are a button of the page
_HOUSE = 4  # words of a paper's name
_SOME = 6  # words of a unit that may be a sentence
_SHARED = 3  # long words of a title that the text has too
_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_WIRE = re.compile(rf"^(?:{_NAME}(?:[ -]{_NAME}){{0,2}}(?:, {_NAME})? )?\((?P<agency>[A-Z][\w &]{{1,30}})\)$")
_PLACE = re.compile(rf"^{_NAME}(?:[ -]{_NAME}){{0,2}}(?:, {_NAME}(?: {_NAME})?)?$")


@dataclass(frozen=True, slots=True)
class _Standing:
    """A unit that stands before the first running paragraph, and what is around it.

    `headlines` are the texts of those before it; `below_masthead` tells that a date or a byline is anywhere before it.
    """

    units: Sequence[Unit]
    at: int
    title: str | None
    headlines: Mapping[str, bool]
    below_masthead: bool

    @property
    def titled(self) -> bool:
        """Whether a headline is before it."""
        return bool(self.headlines)

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


def _is_title(head: _Standing) -> bool:
    """The first line of some words, or the title that was given; the name of a paper is none."""
    if head.titled or head.unit.text == head.title:
        return not head.titled
    return head.unit.words >= 3 and not (head.unit.words <= _HOUSE and furniture.notices.is_house(head.unit.text))


def _furniture_first(units: Sequence[Unit], title: str | None, told: str) -> None:
    """Label lines above the title that say nothing of what is told (`Quick Look`), where a line below them says some of it."""
    said = _long_words(told)
    shared = [unit.label is None and len(_long_words(_undated(unit.text)) & said) for unit in units]
    best = next((number for number, words in enumerate(shared) if words >= _SHARED), 0)
    for unit, words in zip(units[:best], shared[:best], strict=True):
        if unit.label is None and not words and unit.text != title:
            unit.label = "date" if furniture.dates.found(unit.text) else "boilerplate"


def _long_words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _undated(text: str) -> str:
    """A line without its dates: a month that is told of too makes no title of a stamp."""
    for start, end, _ in furniture.dates.found(text):  # of which one may stand in another
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_year(head: _Standing) -> bool:
    """A year and nothing else, as over the first part of a chronicle."""
    return bool(_YEAR.match(head.unit.text))


def _is_title_again(head: _Standing) -> bool:
    return head.unit.text in head.headlines


def _is_dateline(head: _Standing) -> bool:
    """A place by itself beside the masthead, or an agency in brackets, with a place before it: `Tollen (AP)`."""
    wire = _WIRE.match(head.unit.text)
    if wire and (wire["agency"].isupper() or furniture.agencies.called(wire["agency"])):
        return True
    return head.titled and head.beside_masthead and _is_place(head.unit.text)


def _opens_date(head: _Standing) -> bool:
    """A word that opens the date below it: `Updated`."""
    dated = head.at + 1 < len(head.units) and head.units[head.at + 1].label == "date"
    return dated and head.unit.words <= 2 and furniture.bylines.opens_or_dates(head.unit.text)


def _is_portal(head: _Standing) -> bool:
    """A portal's line under its headline: whose report it has, and who wrote it: `Tollen Herald — Ann Pell`."""
    house, dash, names = head.unit.text.partition(" — ")
    own = names.removesuffix(house).strip()
    return bool(dash) and head.above == "headline" and house.istitle() and furniture.bylines.names_people(own)


def _is_name_first(head: _Standing) -> bool:
    """A name and nothing else over the date, where no headline is before it."""
    dated = head.at + 1 < len(head.units) and head.units[head.at + 1].label == "date"
    return not head.titled and dated and furniture.bylines.names_people(head.unit.text)


def _is_signature(head: _Standing) -> bool:
    """Names and nothing else, beside a date or another byline, or right above the text; or where they wrote."""
    if head.above == "byline" and furniture.bylines.from_place(head.unit.text):
        return head.titled
    near = head.beside_masthead or head.at == len(head.units) - 1
    return head.titled and near and furniture.bylines.names_people(head.unit.text)


def _is_entry(head: _Standing) -> bool:
    """An entry of a log, under its time of day."""
    timed = head.above == "date" and not furniture.dates.found(head.units[head.at - 1].text)
    return timed and head.unit.closed and head.unit.words >= _SOME


def _is_source(head: _Standing) -> bool:
    """A paper's name and the day of its issue, as clippings have them: `The Tollen Herald, 4 March 2031`."""
    days = furniture.dates.found(head.unit.text)
    house = head.unit.text[: furniture.dates.begins(head.unit.text, days[0][0])].strip(" ,|–—-(") if days else ""
    return head.titled and len(house.split()) <= _HOUSE and furniture.notices.is_house(house)


def _is_dated(head: _Standing) -> bool:
    """Some words that end in a full date."""
    return head.titled and head.unit.words >= _SOME and furniture.dates.ends(head.unit.text)


def _is_under_title(head: _Standing) -> bool:
    return head.titled and head.unit.words >= _SOME and head.above == "headline"


def _is_under_masthead(head: _Standing) -> bool:
    """Between byline or date and the text stands a picture's caption."""
    return head.titled and head.unit.words >= 4 and head.below_masthead


def _is_told(head: _Standing) -> bool:
    return head.unit.closed and head.unit.words >= _SOME


def _is_place(text: str) -> bool:
    """A line between bylines that is a place: one word, or a city that is known by more than one."""
    return bool(_PLACE.match(text)) and (" " not in text or furniture.bylines.is_place(text.split(",")[0]))


# What a unit before the running text is, by the first rule that holds; where none does, a deck under a headline.
_RULES: tuple[tuple[Label, Callable[[_Standing], bool]], ...] = (
    ("date", _is_year),
    ("headline", _is_title_again),
    ("headline", _is_title),
    ("date", _opens_date),
    ("dateline", _is_dateline),
    ("byline", _is_name_first),
    ("byline", _is_portal),
    ("byline", _is_signature),
    ("body", _is_entry),
    ("byline", _is_source),
    ("caption", _is_dated),
    ("deck", _is_under_title),
    ("caption", _is_under_masthead),
    ("body", _is_told),
)


def label_head(units: list[Unit], title: str | None, told: str) -> None:
    """What stands before the first running paragraph; `told` is all that stands behind."""
    _furniture_first(units, title, told)
    headlines, below_masthead = dict[str, bool](), False
    for number, unit in enumerate(units):
        if unit.label is None:
            head = _Standing(units, number, title, headlines, below_masthead)
            rest: Label = "deck" if headlines and (unit.words >= _DECK or unit.closed) else "boilerplate"
            unit.label = next((label for label, rule in _RULES if rule(head)), rest)
        if unit.label == "headline":
            headlines[unit.text] = True
        below_masthead = below_masthead or unit.label in _MASTHEAD
