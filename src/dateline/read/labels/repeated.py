"""Chrome by repetition: what an outlet's reports repeat, whatever they tell of, is no part of any of them.

No list can name every outlet's own lines (its motto, its call for letters). Where a pile holds several reports of one outlet,
the lines that they have in common give themselves away: such a line stands at the head or the foot of reports on different
matters, and its words are found nowhere else in them. A background paragraph that an outlet carries on from day to day shares
its words with what stands around it, and is left. So is what is quoted, and what copies of one report share.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline import language
from dateline.language import furniture
from dateline.read.masthead import byline
from dateline.read.masthead.fields import site
from dateline.records.report import Block, Label, Report

FEW = 3  # reports on different matters from which a line is the outlet's own
_LONGEST = 40  # words of a line; a longer one is a paragraph
_HEAD, _FOOT = 2, 4  # body blocks at either end of a report among which such a line stands
_AT_HOME = 1 / 3  # share of a line's words that the rest of a report has: then it is a part of it
_NEARLY = 0.9  # share of a line's places in which it is not at home: a report may tell of just that once
_ALIKE = 1 / 3  # share of the fewer words that two reports share: then they tell of one matter
_LABELS: tuple[Label, ...] = ("deck", "body", "caption")
_WORD = re.compile(r"[^\W\d_]{4,}|[^\W\d_\x00-\u02ff]")
_QUOTED = re.compile(r"[\"“”„‟«»「」]")


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a line stands that may be its outlet's: the report and the block, by their numbers."""

    report: int
    block: int


def relabelled(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, in their order, with what their outlets repeat labelled `boilerplate`. The order changes nothing."""
    lines: dict[tuple[str, str], list[_Line]] = defaultdict(list)
    outlets = [byline.fold(report.outlet or "") or site(report.url or "") for report in reports]
    often = Counter(outlets)
    for number, (report, outlet) in enumerate(zip(reports, outlets, strict=True)):
        if outlet and often[outlet] >= FEW:
            for words, line in _lines(number, report):
                lines[outlet, words].append(line)
    chrome: dict[int, set[int]] = defaultdict(set)
    for places in lines.values():
        if len({line.report for line in places}) >= FEW:
            for line in _furniture([(line, *_apart(reports[line.report], line.block)) for line in places]):
                chrome[line.report].add(line.block)
    return tuple(
        _labelled(report, chrome[number]) if number in chrome else report for number, report in enumerate(reports)
    )


def _lines(number: int, report: Report) -> Iterator[tuple[str, _Line]]:
    """The lines at a report's ends that may be chrome, each as it is compared: in one case, numbers as one."""
    lines = [(n, block.span.of(report.text)) for n, block in enumerate(report.blocks) if block.label in _LABELS]
    ends = {*range(_HEAD), *range(len(lines) - _FOOT, len(lines))}
    for place, (n, words) in enumerate(lines):
        if (
            place in ends
            and len(words.split()) <= _LONGEST
            and not (_QUOTED.search(words) or furniture.dates.mostly(words))
        ):
            yield re.sub(r"\d+", "0", " ".join(words.casefold().split())), _Line(number, n)


def _apart(report: Report, number: int) -> tuple[frozenset[str], frozenset[str]]:
    """The content words of one block of a report, and those of what else it says, in the report's language."""
    function = language.of(report.language).words.function_words()
    rest = (block for n, block in enumerate(report.blocks) if n != number and block.label in (*_LABELS, "headline"))
    said = " ".join(block.span.of(report.text) for block in rest)
    return _content(report.blocks[number].span.of(report.text)) - function, _content(said) - function


def _content(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.casefold()))


def _furniture(places: Sequence[tuple[_Line, frozenset[str], frozenset[str]]]) -> list[_Line]:
    """Where a line is chrome: where it is not at home, if that is nearly everywhere, in reports on different matters.

    Each place with the content words of the line and of the rest of its report.
    """
    strange = [(line, rest) for line, words, rest in places if len(words & rest) <= len(words) * _AT_HOME]
    if len(strange) < len(places) * _NEARLY:
        return []
    apart: list[frozenset[str]] = []
    for _, rest in sorted(strange, key=lambda place: (len(place[1]), sorted(place[1]))):
        if not any(_alike(rest, other) for other in apart):
            apart.append(rest)
        if len(apart) >= FEW:
            return [line for line, _ in strange]
    return []


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return one == other or len(one & other) > _ALIKE * min(len(one), len(other))


def _labelled(report: Report, chrome: set[int]) -> Report:
    """The report with those blocks as chrome; as it was, where that would leave it nothing to say."""
    blocks = tuple(
        Block(block.start, block.end, "boilerplate") if n in chrome else block for n, block in enumerate(report.blocks)
    )
    return dataclasses.replace(report, blocks=blocks) if any(block.label == "body" for block in blocks) else report
