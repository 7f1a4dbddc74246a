"""Stories of a desk told anew, here or in another process: who tells them reads their marks.

Marks are a hundred times as much as what is told of them, and to hand them to another process takes twice as long as to read
them there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline import flow
from dateline.records.account import Options, Told
from dateline.records.judgements import Judgement
from dateline.records.marks import Marked
from dateline.records.report import Failure, Report
from dateline.records.story import Outline
from dateline.store import Store
from dateline.store.editions import Draft
from dateline.store.memory import Came, Memory


@dataclass(frozen=True, slots=True)
class Answer:
    """A story as it is told, by what, and what is kept of it; or why it cannot be told."""

    told: Told | None
    failed: tuple[Failure, ...]
    came: Came
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells stories of the desk at a path, by their outlines. A call that can be sent to another process.

    `markers` and `by` say who marks and tells; `here` are marks that need not be read. With `drafts` what is kept of a story is
    made ready.
    """

    path: Path
    markers: str
    by: str
    decisions: tuple[Judgement, ...]
    here: Mapping[str, Marked]
    drafts: bool

    def __call__(self, some: Iterable[Outline]) -> list[Answer]:
        with Store(self.path) as store:
            memory = Memory(store.editions, self.by, self.decisions)
            return [self._one(store, memory, one) for one in some]

    def _one(self, store: Store, memory: Memory, outline: Outline) -> Answer:
        marks = {report.id: self._marks(store, report) for report in outline.reports}
        stories = flow.wholes([outline], marks, self.decisions)
        told, failed = flow.told_all(stories, flow.Before(told=memory), self.decisions, Options())
        came = memory.came(outline.id)
        if not told:
            return Answer(None, failed, came)
        drafted = self.drafts and came[1] is None
        return Answer(told[0], (), came, Draft.of(told[0], outline.reports) if drafted else None)

    def _marks(self, store: Store, report: Report) -> Marked:
        """The marks of a report; made anew, where those that are kept cannot be read."""
        known = self.here.get(report.id) or store.marked(report, self.markers)
        if known is None:
            (known,) = flow.marked([report])
            store.keep_marks(known, self.markers)
        return known
