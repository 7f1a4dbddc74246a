"""Reports side by side: the passages that tie them, aligned, with what was changed in each, and the texts whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from dateline.cite import Cite
from dateline.records.report import TOLD, Report
from dateline.records.story import Edge

_TOKEN = re.compile(r"\w+|\W")
LONGEST = 4_000  # code points of a passage that is compared word by word


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of one side; `same`: another side has them too."""

    text: str
    same: bool


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A paragraph of a report, in runs: what stands in a passage that another has too, and what does not."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Beside:
    """The aligned passages, each as all reports have it (none of one that has it not), and the reports' paragraphs."""

    rows: tuple[tuple[Runs, ...], ...]
    texts: tuple[tuple[Whole, ...], ...]

    def shares(self, number: int) -> bool:
        """Whether anything of a text stands in a passage that another has too: else there is nothing to mark in it."""
        return any(run.same and any(map(str.isalnum, run.text)) for part in self.texts[number] for run in part.runs)

    def shares_little(self) -> bool:
        """Whether less than half of the texts stands in passages that another has too: that is easier to see marked."""
        every = [run for text in self.texts for paragraph in text for run in paragraph.runs]
        return 2 * sum(len(run.text) for run in every if run.same) < sum(len(run.text) for run in every)


def beside(reports: Sequence[Report], edges: Iterable[Edge]) -> Beside:
    """Some reports beside the first of them, by the passages that tie them; no rows where nothing ties them to that one."""
    place = {report.id: number for number, report in enumerate(reports)}
    cited: dict[int, list[Cite]] = {number: [] for number in place.values()}
    rows: list[dict[int, Cite]] = []
    for edge in edges:
        if edge.from_ not in place or edge.to not in place:
            continue
        a, b = sorted((place[edge.from_], place[edge.to]))
        of_a, of_b = ([cite for cite in edge.cites if cite.report == reports[number].id] for number in (a, b))
        cited[a] += of_a
        cited[b] += of_b
        if a == 0:
            for one, other in zip(of_a, of_b, strict=False):
                _lay(rows, one, other, b)
    aligned = (_row({number: cite.text for number, cite in row.items()}, len(reports)) for row in rows)
    has = [{_bare(block.span.of(report.text)) for block in report.blocks if block.label in TOLD} for report in reports]
    texts = (
        _paragraphs(report, cited[number], set[str]().union(*has[:number], *has[number + 1 :]))
        for number, report in enumerate(reports)
    )
    return Beside(tuple(aligned), tuple(texts))


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()


def passages(a: Report, b: Report, edge: Edge, most: int) -> tuple[tuple[Runs, ...], ...]:
    """The first passages that a tie rests on, each as both reports have it."""
    of_a, of_b = ([cite for cite in edge.cites if cite.report == one.id] for one in (a, b))
    rows: list[dict[int, Cite]] = []
    for one, other in zip(of_a, of_b, strict=False):
        _lay(rows, one, other, 1)
    return tuple(_row({number: cite.text for number, cite in row.items()}, 2) for row in rows[:most])


def _lay(rows: list[dict[int, Cite]], one: Cite, other: Cite, number: int) -> None:
    """Lay a passage of the first report and what another has of it into the row of that passage, where there is one."""
    for row in rows:
        known = row[0]
        if number not in row and one.start < known.end and known.start < one.end:
            row[number] = other
            row[0] = max(known, one, key=lambda cite: cite.end - cite.start)
            return
    rows.append({0: one, number: other})


def _row(texts: Mapping[int, str], many: int) -> tuple[Runs, ...]:
    words = {number: _TOKEN.findall(text[:LONGEST]) for number, text in texts.items()}
    same = {number: [False] * len(some) for number, some in words.items()}
    first = [word.casefold() for word in words[0]]
    for number, some in words.items():
        if number:
            # That both have a space somewhere says nothing, and looking for all of these takes most of the time.
            matcher = SequenceMatcher(str.isspace, first, [word.casefold() for word in some], autojunk=False)
            for a, b, size in matcher.get_matching_blocks():
                same[0][a : a + size] = same[number][b : b + size] = [True] * size
    return tuple(_runs(words.get(number, ()), same.get(number, ())) for number in range(many))


def _runs(words: Sequence[str], same: Sequence[bool]) -> Runs:
    some = groupby(zip(words, same, strict=True), key=lambda pair: pair[1])
    return tuple(_run("".join(word for word, _ in pairs), alike) for alike, pairs in some)


def _run(text: str, same: bool = False) -> Run:
    """A run; one without a letter or digit is no difference that is worth a mark."""
    return Run(text, same or not any(c.isalnum() for c in text))


def _paragraphs(report: Report, cites: Sequence[Cite], others: AbstractSet[str]) -> tuple[Whole, ...]:
    """The paragraphs of a report; one that stands in another word for word is the same, whatever ties them."""
    out = []
    for block in report.blocks:
        if block.label not in TOLD:
            continue
        if _bare(text := block.span.of(report.text)) in others:
            out.append(Whole(block.label, (Run(text, True),)))
            continue
        at, runs = block.start, []
        for cite in sorted(cites):
            start, end = max(cite.start, at), min(cite.end, block.end)
            if start < end:
                runs += [_run(report.text[at:start])] if at < start else []
                runs.append(Run(report.text[start:end], True))
                at = end
        runs += [_run(report.text[at : block.end])] if at < block.end else []
        out.append(Whole(block.label, tuple(runs)))
    return tuple(out)
