"""Numbers of people that rise with the days: a course that is read as one line, and no contradiction."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dateline import language
from dateline.cite import Cites, Span
from dateline.records.findings import Event, Slot
from dateline.show.view import Shown

MOST = 6  # courses that are shown


@dataclass(frozen=True, slots=True)
class Stage:
    """A number as reports of a day first gave it, in their words."""

    day: str
    value: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class Course:
    """The number of one event from the first day that gives it to the last."""

    event: str
    label: str
    stages: tuple[Stage, ...]


def courses(shown: Shown) -> tuple[Course, ...]:
    """The courses of a story, those of the weightiest events first; what reports contradict each other on is none."""
    found = shown.told.findings
    contradicted = {cite for claim in shown.claims("conflict") for side in claim.sides for cite in side.cites}
    made = []
    for event in sorted(found.events, key=lambda one: (-one.weight, one.id)):
        for slot in event.slots:
            stages = _stages(shown, event, slot)
            if len(stages) > 1 and not any(cite in contradicted for stage in stages for cite in stage.cites):
                made.append(Course(event.id, event.label or event.mentions[0].sentence.text, stages))
    return tuple(made[:MOST])


def _stages(shown: Shown, event: Event, slot: Slot) -> tuple[Stage, ...]:
    """The numbers of a slot in order of the days that first give them; none where they do not rise from day to day."""
    first = shown.all_reports.get(event.mentions[0].report)
    measures = language.of(first.language).measures if first else None
    if slot.kind != "number" or measures is None or not measures.is_people(slot.of):
        return ()
    numbers: list[tuple[str, float, Stage]] = []
    for value in slot.values:
        days = [day for cite in value.cites if (day := shown.all_reports[cite.report].published.day)]
        amount = next(iter(measures.measures(value.value, Span(0, len(value.value)))), None)
        if not days or amount is None:
            return ()
        numbers.append((min(days), amount.low, Stage(min(days), value.value, value.cites)))
    numbers.sort(key=lambda one: one[:2])
    rises = all(before[0] < after[0] and before[1] < after[1] for before, after in pairwise(numbers))
    return tuple(stage for _, _, stage in numbers) if rises else ()
