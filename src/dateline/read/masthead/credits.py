"""Which agencies a report's words are credited to, and where it says so.

A credit stands in a dateline (`TOLLEN (AP) —`), a byline (`Mira Tolland, Associated Press`), a line of those who
contributed, a copyright line, or alone at the end (`— Reuters`). What a photo is credited to is no credit, and an agency
that the report quotes or was told something by is a source, no origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.cite import Span
from dateline.language import furniture
from dateline.read.masthead import datelines
from dateline.records.report import Block

_Named = tuple[int, int, str]  # where an agency is named, and the name it goes by
_CLOSING = re.compile(r"[.!?][\"'”’]*\s*\((?P<name>[^()]{2,40})\)$")  # `… before the winter. (NPA)`
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_END = re.compile(r"^\W*(?:—|–|-|/|\()?\s*(?P<name>[^()/]{2,40}?)\s*\)?(?:/\w{2,5})?\W*$")
_LETTERS = re.compile(r"[A-Z]{2,6}")
_LONGEST = 22  # words of a line that may be a byline
_SHORT = 120  # code points of a line that may be an agency alone: the search for it grows with their cube
_TAIL = 6  # lines at the end of a report among which an agency may stand alone
_HOLDS = 8  # words between a copyright mark and an agency that holds the rights, or had a part in the report


@cache
def signed(line: str) -> bool:
    """Whether a line is the byline of an agency's report: agency, names, roles and a date, and nothing else.

    >>> signed("Mira Tolland, Associated Press"), signed("Associated Press wins a prize")
    (True, False)
    """
    bare = line.strip()
    if len(bare.split()) > _LONGEST or furniture.captions.of_picture(bare):
        return False
    if not furniture.agencies.named(bare):
        return False
    for start, end, _ in reversed(furniture.dates.found(bare)):
        bare = bare[:start] + " , " + bare[end:]
    names = furniture.agencies.named(bare)
    if not names:
        return False
    signature = _Signature.of(bare, names)
    return all(rule(signature) for rule in _SIGNED)


@dataclass(frozen=True, slots=True)
class _Signature:
    """A line without its dates, cut at the agencies that it names: what stands before the last, and behind it."""

    lead: str
    after: str
    people: tuple[str, ...]  # words before the last agency that are no agency's
    left: tuple[str, ...]  # words behind it

    @classmethod
    def of(cls, line: str, names: Sequence[_Named]) -> _Signature:
        """The signature of a line in which these names of agencies stand."""
        start, end, _ = names[-1]
        before = furniture.bylines.bare(line[: names[0][0]]) + " " + line[names[0][1] : start]
        words = furniture.credits.names_left
        after = line[end:]
        return cls(line[:start], after, tuple(words(before)), tuple(words(furniture.bylines.bare(after))))


def _people_before(line: _Signature) -> bool:
    """What stands before the agency is names."""
    return all(word[:1].isupper() or furniture.bylines.joins(word) for word in line.people)


def _people_behind(line: _Signature) -> bool:
    """What stands behind it is names, and what those people are."""
    known = (furniture.bylines.joins, furniture.bylines.is_nobody)
    return all(word[:1].isupper() or any(knows(word) for knows in known) for word in line.left)


def _goes_on(line: _Signature) -> bool:
    """Behind the agency stands nothing, or what goes on as a byline does, or ends in what somebody is."""
    if not line.left or furniture.bylines.goes_on(line.after):
        return True
    return furniture.bylines.is_nobody(line.left[-1])


def _parted(line: _Signature) -> bool:
    """Names before the agency are parted from it: it is the house they are of."""
    return not line.people or furniture.bylines.for_agency(line.lead)


_SIGNED = (_people_before, _goes_on, _people_behind, _parted)


def found(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Span, str]]:
    """The credits of a labelled text, in order: where an agency is named as one, and the name it goes by."""
    lines = list(_lines(text, blocks))
    for number, (at, label, line) in enumerate(lines):
        last = number >= len(lines) - _TAIL
        credited = (_alone(line) if last else []) or _in_dateline(line)
        if not credited and (label != "caption" or signed(line)):
            credited = list(_in_line(line))
        for start, end, known in credited:
            yield Span(at + start, at + end), known


def _alone(line: str) -> list[_Named]:
    """An agency that a line names and nothing else, or in brackets behind its last sentence."""
    alone = (_END.match(line) if len(line) <= _SHORT else None) or _CLOSING.search(line)
    known = furniture.agencies.called(alone["name"]) if alone else None
    return [(*alone.span("name"), known)] if alone and known else []


def _in_dateline(line: str) -> list[_Named]:
    """The agency in a dateline's brackets: one that is known, or before a dash one that is named by its letters."""
    opened = datelines.of(line)
    if opened is None or opened.agency is None:
        return []
    start, end = opened.agency
    flat = line[start:end].strip()
    every = (flat, *re.split("[/,]", flat))
    known = next((agency for name in every if (agency := furniture.agencies.called(name))), None)
    dashed = any(dash in line[end : opened.length] for dash in "—–-")
    if known is None and dashed and _LETTERS.fullmatch(flat):
        known = flat
    return [(start, end, known)] if known else []


def _in_line(line: str) -> Iterator[_Named]:
    """The agencies that a line credits. One that holds the rights may be given twice."""
    names = furniture.agencies.named(line)
    if not names:
        return
    if signed(line):
        yield from names
        return
    holder = furniture.notices.held_from(line)
    if holder is not None and not furniture.captions.rights_of_picture(line):
        yield from (name for name in names if len(line[holder : name[0]].split()) <= _HOLDS)
    inside = furniture.credits.bracketed(line)
    if inside is not None:
        yield from (name for name in names if name[0] >= inside)
    elif furniture.credits.gives_source(line) and not furniture.captions.of_picture(line):
        yield from names
    elif furniture.credits.thanks(line):
        yield from (name for name in names if not furniture.captions.follows(line[name[1] :]))


def _lines(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, str, str]]:
    for block in blocks:
        for line in re.finditer(r"[^\n\r]*\S", text[block.start : block.end]):
            yield block.start + line.start(), block.label, _TAG.sub(lambda tag: " " * len(tag[0]), line[0])
