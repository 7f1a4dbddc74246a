"""The day of a report that none gives, from copies of the same dispatch in the pile: what one of them tells, all have.

A page that lost its date often stands beside another that printed the same words and kept it. Where half of a report's
paragraphs, and two at least, stand word for word in a dated report, it appeared on that day, or near it: the earliest such day
is taken, as `inferred`.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dateline.read.masthead import byline
from dateline.records.report import Report, Stamp

_WORDS = 12  # of a paragraph from which it is nobody else's by chance
_FEWEST = 2  # paragraphs that copies share
_BEGINS = 8  # letters of a paragraph by which those are found that may be the same
_SHARE = 0.5  # of the paragraphs of the report without a day


def dated(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, in their order, with a day for those without one whose words stand in others that have one."""
    if all(report.published.value for report in reports):
        return tuple(reports)
    wanted = {paragraph for report in reports if not report.published.value for paragraph in _paragraphs(report)}
    begun = frozenset(paragraph[:_BEGINS] for paragraph in wanted)
    holders: dict[str, set[int]] = defaultdict(set)
    for number, report in enumerate(reports):
        if report.published.day:
            for paragraph in wanted.intersection(_paragraphs(report, begun)):
                holders[paragraph].add(number)
    return tuple(report if report.published.value else _with_day(report, reports, holders) for report in reports)


def _with_day(report: Report, reports: Sequence[Report], holders: dict[str, set[int]]) -> Report:
    own = set(_paragraphs(report))
    shared = Counter(number for paragraph in own for number in holders.get(paragraph, ()))
    copies = [number for number, count in shared.items() if count >= max(_FEWEST, _SHARE * len(own))]
    days = [day for number in copies if (day := reports[number].published.day)]
    return dataclasses.replace(report, published=Stamp(min(days), "inferred")) if days else report


def _paragraphs(report: Report, begun: frozenset[str] | None = None) -> Iterator[str]:
    """The body's paragraphs of some length, letters alone; where it is said how, those alone that begin so."""
    for block in report.blocks:
        if block.label == "body":
            words = block.span.of(report.text)
            if (begun is None or _begins(words) in begun) and len(words.split()) >= _WORDS:
                yield byline.letters(words)


def _begins(words: str) -> str:
    """The first letters of a paragraph: to strip it whole takes ten times as long, and few paragraphs begin alike."""
    first = byline.letters(words[: 8 * _BEGINS])
    return (first if len(first) > _BEGINS else byline.letters(words))[:_BEGINS]
