"""What stands beside a line or under an event: whose words it rests on, each sentence quoted once however many carry it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.cite import Cite
from dateline.records.account import Line
from dateline.show import words
from dateline.show.view import Context, Shown, Source

_ADDED = re.compile(r"\s*\[[^\]]*\]")  # a day, or what is disputed, put into a line in brackets
_SAME = "in these very words"
_APART = ("disputed", "denied")  # lines beside which the words of others stand too
QUOTED = 6  # sentences that are quoted under an event


@dataclass(frozen=True, slots=True)
class Note:
    """Cites of the same words: quoted in their sentence, or a word on why they are not (`how`)."""

    cites: tuple[Cite, ...]
    quote: Context | None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence and the reports that have it."""

    quote: Context
    sources: tuple[Source, ...]


def of_brief(shown: Shown) -> dict[Line, tuple[Note, ...]]:
    """The notes of each line of a story's brief: first those in the line's very words, then the others by their numbers."""
    told: dict[Line, tuple[Note, ...]] = {}
    quoted: set[str] = set()
    for line in shown.told.brief:
        own = _folded(_ADDED.sub("", line.text))
        some: list[Note] = []
        for key, cites in _alike(sorted(line.cites, key=lambda cite: shown.numbers[cite])):
            if key in own:
                some.append(Note(cites, None, _SAME))
            elif key in quoted:
                some.append(Note(cites, None, "quoted above"))
            else:
                some.append(Note(cites, shown.context(cites[0])))
            quoted.add(key)
        told[line] = tuple(sorted(some, key=lambda note: (note.how != _SAME, note.quote is None)))
    return told


def beside(line: Line, notes: Iterable[Note]) -> tuple[tuple[Note, ...], tuple[Cite, ...]]:
    """What stands beside a line: the notes that do, and the cites that are only named there.

    One sentence is quoted, and none where a report has the line's very words, unless reports contradict one another.
    """
    some = tuple(notes)
    same = [note for note in some if note.how == _SAME]
    quotes = [note for note in some if note.quote][: 0 if same and line.mark not in _APART else 1]
    kept = (*same, *quotes)
    return kept, tuple(cite for note in some if note not in kept for cite in note.cites)


def first_of(shown: Shown) -> dict[Cite, int]:
    """For each cite of a brief the number of the first with the same words."""
    return {cite: shown.numbers[some[0]] for _, some in _alike(shown.numbers) for cite in some}


def evidence(shown: Shown, cites: Iterable[Cite]) -> tuple[tuple[Evidence, ...], tuple[Source, ...]]:
    """The sentences that an event rests on, each once with its reports, and the reports of those that are not quoted."""
    rank = shown.rank
    ordered = sorted(cites, key=lambda c: (rank.get(c.report, len(rank)), c))
    groups = [some for _, some in _alike(cite for cite in ordered if cite.report in shown.all_reports)]
    told = tuple(Evidence(shown.context(some[0]), shown.sources(some)) for some in groups[:QUOTED])
    named = {source.report.id for one in told for source in one.sources}
    rest = shown.sources(cite for some in groups[QUOTED:] for cite in some if cite.report not in named)
    return told, rest


def _alike(cites: Iterable[Cite]) -> list[tuple[str, tuple[Cite, ...]]]:
    """Cites of the same words together, in the order of the first of each."""
    found: dict[str, list[Cite]] = {}
    for cite in cites:
        found.setdefault(_folded(cite.text), []).append(cite)
    return [(key, tuple(some)) for key, some in found.items()]


def _folded(text: str) -> str:
    """Words without case, quotation marks, and the stop at their end."""
    return re.sub("[\"“”‘’'«»]", "", words.one_line(text)).casefold().strip(" .,;:!?…")
