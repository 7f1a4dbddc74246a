"""Two reports side by side: the passages that tie them, aligned, with what was changed in each, and the texts whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.cite import Cite
from dateline.records.report import TOLD, Report
from dateline.records.story import Edge

_TOKEN = re.compile(r"\w+|\W")
LONGEST = 4_000  # code points of a passage that is compared word by word


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of one side; `same`: the other side has them too."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of one report and the one of the other that it is aligned with, with the words that only one has."""

    a: tuple[Run, ...]
    b: tuple[Run, ...]

    @property
    def differs(self) -> bool:
        """Whether either side has words for itself."""
        return not all(run.same for run in (*self.a, *self.b))

    @property
    def words(self) -> str:
        """The words of the first side."""
        return "".join(run.text for run in self.a)


@dataclass(frozen=True, slots=True)
class Whole:
    """A paragraph of a report, in runs: what stands in a passage that the other has too, and what does not."""

    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """The aligned passages, and both reports' paragraphs."""

    pairs: tuple[Pair, ...]
    a: tuple[Whole, ...]
    b: tuple[Whole, ...]


def beside(a: Report, b: Report, edge: Edge | None) -> Beside:
    """Two reports beside each other, by the passages that tie them; none are where nothing does."""
    cites = edge.cites if edge else ()
    of_a, of_b = ([cite for cite in cites if cite.report == one.id] for one in (a, b))
    pairs = tuple(_pair(one.text, other.text) for one, other in zip(of_a, of_b, strict=False))
    return Beside(pairs, _paragraphs(a, of_a), _paragraphs(b, of_b))


def _pair(a: str, b: str) -> Pair:
    one, other = _TOKEN.findall(a[:LONGEST]), _TOKEN.findall(b[:LONGEST])
    left: list[Run] = []
    right: list[Run] = []
    matcher = SequenceMatcher(
        None, [word.casefold() for word in one], [word.casefold() for word in other], autojunk=False
    )
    for kind, from_a, to_a, from_b, to_b in matcher.get_opcodes():
        same = kind == "equal"
        if from_a < to_a:
            left.append(_run("".join(one[from_a:to_a]), same))
        if from_b < to_b:
            right.append(_run("".join(other[from_b:to_b]), same))
    return Pair(tuple(left), tuple(right))


def _run(text: str, same: bool = False) -> Run:
    """A run; one without a letter or digit is no difference that is worth a mark."""
    return Run(text, same or not any(c.isalnum() for c in text))


def _paragraphs(report: Report, cites: Sequence[Cite]) -> tuple[Whole, ...]:
    out = []
    for block in report.blocks:
        if block.label not in TOLD:
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
