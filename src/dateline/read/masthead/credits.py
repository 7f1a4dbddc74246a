"""Which agencies a report's words are credited to, and where it says so.

A credit stands in a dateline (`TOLLEN (AP) —`), a byline (`Mira Tolland, Associated Press`), a line of those who
contributed, a copyright line, or alone at the end (`— Reuters`). What a photo is credited to is no credit, and an agency
that the report quotes or was told something by is a source, no origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.cite import Span
from dateline.read.masthead import byline, datelines, dates
from dateline.records.report import Block

_CONTRIBUTED = re.compile(
    r"\bcontributed\b(?!\s+(?:\$|€|£|\d|money|funds|to (?:the|a|an|his|her|their|its)\s+(?!report|story|article|this)))"
    r"|\bcontributing\b|\badditional reporting\b|\breporting (?:by|from)\b|\bmaterial from\b|\bwas used in this\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"^\W*(?:(?:with|from)(?: (?:files?|inputs?|reporting|reports?|material|information|additional reporting))?"
    r"(?: (?:by|from))?"
    r"|avec|con(?: información de)?|mit(?: material (?:von|der))?|com|met|med)\s",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*)?(?:by\s+)?", re.IGNORECASE)
_FROM = re.compile(
    r"^\W*(?:source|quelle|fonte|fuente|kaynak|källa|kilde|bron)\s*:"
    r"|^\W*(?:story|report|article|words) (?:by|from|courtesy of)\b"
    r"|\bthis (?:story|report|article) (?:was|is|has been) (?:\w+ )?(?:published|reported|provided|written|supplied)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[.!?][\"'”’]*\s*\((?P<name>[^()]{2,40})\)$")  # `… before the winter. (NPA)`
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_IN_BRACKETS = re.compile(r"\((?:with|additional|inputs?|reporting|source)\b[^()]*\)\W*$", re.IGNORECASE)
_PHOTO = re.compile(
    r"photo|image|picture|\bgetty\b|\bfile\b|\bvia\b|\bcredit\b|\bhandout\b|foto|bild|video|\bcourtesy\b|graphic|/\s*[A-Z]",
    re.IGNORECASE,
)
_END = re.compile(r"^\W*(?:—|–|-|/|\()?\s*(?P<name>[^()/]{2,40}?)\s*\)?(?:/\w{2,5})?\W*$")
_OTHER = re.compile(
    r"\b(?:published|updated|posted|modified|created|at|on|et|edt|est|pdt|pst|gmt|[ap]\.?m|by|the|ago|min|hrs?|"
    r"for|with|of|in|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d+(?::\d\d)?|[^\w\s]",
    re.IGNORECASE,
)
_LONGEST = 22  # words of a line that may be a byline
_SHORT = 120  # code points of a line that may be an agency alone: the search for it grows with their cube
_TAIL = 6  # lines at the end of a report among which an agency may stand alone


def named(text: str) -> list[tuple[int, int, str]]:
    """Every name of an agency in a text: start, end, and the name it goes by."""
    pattern, agencies = byline.agency_names()
    return [(at.start(), at.end(), agencies[at[0]]) for at in pattern.finditer(text)]


@cache
def signed(line: str) -> bool:
    """Whether a line is the byline of an agency's report: agency, names, roles and a date, and nothing else.

    >>> signed("Mira Tolland, Associated Press"), signed("Associated Press wins a prize")
    (True, False)
    """
    bare = line.strip()
    found = named(bare) if len(bare.split()) <= _LONGEST else []
    if not found or _PHOTO.search(bare):
        return False
    rest = bare
    for start, end, _ in [*reversed(dates.found(bare))]:
        rest = rest[:start] + " , " + rest[end:]
    names = named(rest)
    if not names:
        return False
    start, end, _ = names[-1]
    before, after = rest[: names[0][0]], rest[end:]
    people = _OTHER.sub(" ", byline.bare(before) + " " + rest[names[0][1] : start])
    if any(not one[:1].isupper() and not byline.joins(one) for one in people.split()):
        return False
    left = _OTHER.sub(" ", byline.bare(after)).split()
    if left and not re.match(r"^\s*(?:[—–|,•-]|By\b|in\b)", after) and not byline.role(left[-1]):
        return False
    if any(not one[:1].isupper() and not byline.joins(one) and not byline.role(one) for one in left):
        return False
    lead = rest[:start]
    return (
        not people.split()
        or byline.opens(lead)
        or bool(re.search(r"(?:[,—–|•-]|\b(?:for|with|of))\s*(?:[Tt]he\s*)?$|\bBy\s", lead))
    )


def found(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Span, str]]:
    """The credits of a labelled text, in order: where an agency is named as one, and the name it goes by."""
    lines = list(_lines(text, blocks))
    for number, (at, label, line) in enumerate(lines):
        if (
            number >= len(lines) - _TAIL
            and (alone := (_END.match(line) if len(line) <= _SHORT else None) or _CLOSING.search(line))
            and (known := byline.agency(alone["name"]))
        ):
            yield Span(at + alone.start("name"), at + alone.end("name")), known
        elif (opened := datelines.of(line)) and opened.agency and (known := _of_dateline(line, opened)):
            yield Span(at + opened.agency[0], at + opened.agency[1]), known
        elif label != "caption" or signed(line):
            for start, end, known in _in_line(line):
                yield Span(at + start, at + end), known


def _of_dateline(line: str, opened: datelines.Dateline) -> str | None:
    """The agency in a dateline's brackets: one that is known, or before a dash one that is named by its letters."""
    start, end = opened.agency or (0, 0)
    flat = line[start:end].strip()
    known = byline.agency(flat) or next((one for part in re.split("[/,]", flat) if (one := byline.agency(part))), None)
    dashed = any(dash in line[end : opened.length] for dash in "—–-")
    return known or (flat if dashed and re.fullmatch(r"[A-Z]{2,6}", flat) else None)


def _in_line(line: str) -> Iterator[tuple[int, int, str]]:
    names = named(line)
    if not names:
        return
    if signed(line):
        yield from names
        return
    holder = next((at.end() for at in _COPYRIGHT.finditer(line)), None)
    if holder is not None and not re.search(r"photo|image|picture", line, re.IGNORECASE):
        yield from (one for one in names if _held(line[holder : one[0]]))
    if inside := _IN_BRACKETS.search(line):
        yield from (one for one in names if one[0] >= inside.start())
    elif _FROM.search(line) and not _PHOTO.search(line):
        yield from names
    elif (_CONTRIBUTED.search(line) or (_WITH.match(line) and len(line.split()) <= 12)) and not _quoted(line):
        yield from (one for one in names if not re.match(r"\s*(?:photo|image)", line[one[1] :], re.IGNORECASE))


def _held(between: str) -> bool:
    """Whether a copyright line's words up to an agency leave it the holder, or one of those who contributed."""
    return len(between.split()) <= 8


def _quoted(line: str) -> bool:
    return len(line.split()) > 60 or bool(re.search(r"\b(?:told|according to|said)\b", line))


def _lines(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, str, str]]:
    for block in blocks:
        for line in re.finditer(r"[^\n\r]*\S", text[block.start : block.end]):
            yield block.start + line.start(), block.label, _TAG.sub(lambda tag: " " * len(tag[0]), line[0])
