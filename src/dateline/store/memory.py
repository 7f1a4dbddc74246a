"""What was told just so: the stories of a desk's editions, by what they were told from."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping, Sequence

from dateline.contract import dump, text
from dateline.records.account import Told
from dateline.records.judgements import Judgement, OnFinding, OnPeople
from dateline.records.report import Report
from dateline.records.story import Outline, Story
from dateline.store.editions import Editions, Made

Came = tuple[str, int | None]
"""By what a story was told, and the piece that has it to the letter, where it was told before."""


class Memory:
    """Stories that were told just so, by this version: from the same outline; or else from the same reports and marks, tied and
    named alike.
    """

    def __init__(self, editions: Editions, by: str, judgements: Sequence[Judgement]) -> None:
        """`by` says who marks and tells; others tell otherwise."""
        self._editions = editions
        self._by = by
        self._decisions = [decision for decision in judgements if isinstance(decision, OnFinding)]
        self._on_people = [(one.kind, one.a, one.b) for one in judgements if isinstance(one, OnPeople)]
        # Of each story that was asked for, by its id: its outline; by what it was told, and the piece that has it whole.
        self._outlines: dict[str, str] = {}
        self._came: dict[str, Came] = {}

    def known(self, one: Outline, digests: Mapping[str, str]) -> Made | None:
        """How a story was told that was outlined just so; None where none was. `digests` are of the reports, by their ids."""
        edges = [
            (digests[edge.from_], digests[edge.to], edge.kind, edge.direction, edge.containment, dump(edge.why))
            for edge in (*one.from_, *one.to)
        ]
        named = dump((self._decided([report.id for report in one.reports]), self._on_people, one.changes, one.links))
        own = [digests[report.id] for report in one.reports]
        outline = self._outlines[one.id] = hashed([self._by, one.id, own, edges, named])
        found = self._editions.outlined(outline)
        return found and Made(one.id, tuple(report.id for report in one.reports), found[0], outline, found[1])

    def __call__(self, story: Story) -> Told | None:
        """The story as it was told, with the ties and people that it has now; None where it was not told just so."""
        key = self._key(story)
        self._came[story.id] = key, None
        if (found := self._editions.told(key)) is None:
            return None
        told, piece = found
        if (dump(told.changes), dump(told.links)) == (dump(story.changes), dump(story.links)):  # the rest is in the key
            self._came[story.id] = key, piece
        return dataclasses.replace(
            told,
            origins=story.origins,
            edges=story.edges,
            people=story.people,
            machine_rewritten=story.machine_rewritten,
            changes=story.changes,
            links=story.links,
        )

    def came(self, name: str) -> Came:
        """By what a story was told that was asked for, and the piece that has it whole, where there is one."""
        return self._came[name]

    def made(self, told: Iterable[Told], came: Mapping[str, Came] | None = None) -> dict[str, Made]:
        """How stories came about, by their ids: those that were asked for here, or `came` about by what another answered."""
        found = {}
        for one in told:
            key, piece = (self._came if came is None else came)[one.id]
            found[one.id] = Made(one.id, one.reports, key, self._outlines[one.id], piece)
        return found

    def _decided(self, reports: Iterable[str]) -> list[tuple[str, str, str | None]]:
        """What was decided on findings that rest on these reports."""
        here = set(reports)
        return [(one.kind, one.finding, one.words) for one in self._decisions if one.report in here]

    def _key(self, story: Story) -> str:
        """All that weighing and telling look at, hashed."""
        reports = [(dump(member.report), member.why) for member in story.reports]
        ties = dump((story.edges, story.origins, story.people, story.machine_rewritten))
        who = sorted((report, name, person) for (report, name), person in story.who.items())
        decided = self._decided(member.report.id for member in story.reports)
        return hashed([self._by, story.id, story.title, reports, ties, who, *([decided] if decided else [])])


def digests(reports: Sequence[Report], records: Sequence[str]) -> dict[str, str]:
    """A digest of each report, by its id: of the record that it came from (digests too) and of what the pile and decisions did
    to it.
    """
    return {
        report.id: hashed([record, report.id, report.published, [block.label for block in report.blocks]])
        for report, record in zip(reports, records, strict=True)
    }


def hashed(value: object) -> str:
    """A digest of JSON values and records."""
    return hashlib.sha256(text(dump(value)).encode("utf-8", "surrogatepass")).hexdigest()
