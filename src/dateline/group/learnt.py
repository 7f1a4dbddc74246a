"""What grouping learnt and need not learn again: of a report alone, and of each two that were compared.

It is the same whatever else is in the pile, so it can be kept from one run to the next; what the pile has a say in (how rare
a word is, who is nearest) is reckoned anew each time. Whoever keeps it has a place for it, and a digest of each report that is
another when anything of the report is.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Literal, Protocol

from dateline.cite import Cite
from dateline.records.reasons import Reason
from dateline.records.report import Report
from dateline.records.story import Edge

VERSION = 3  # another where what is learnt becomes another: nothing of before is read then
SUM = 4  # bytes

Tie = Edge | Literal["template"] | None
"""What a comparison came to: a tie, two fillings of one template, or nothing."""


class Place(Protocol):
    """Where what was learnt is kept: pieces of bytes under a kind and a key."""

    def get(self, kind: str, key: str) -> bytes | None:
        """What was kept, or None."""

    def keep(self, kind: str, key: str, record: bytes) -> None:
        """Keep it, in place of what was there."""


class Learnt:
    """What was learnt of reports. Without a place nothing is remembered. What cannot be read there is learnt anew."""

    def __init__(self, place: Place | None = None, digests: Mapping[str, str] | None = None) -> None:
        """`digests` has one of each report, by its id."""
        self._place = place
        self._digests = digests or {}
        self._every = frozenset(self._digests.values())

    def of(self, kind: str, reports: Iterable[Report]) -> bytes | None:
        """What is known of some reports, in this order; None where nothing is, or it is not as it was kept."""
        record = self._place.get(kind, self._key(reports)) if self._place is not None else None
        return record[SUM:] if record and _sum(record[SUM:]) == record[:SUM] else None

    def keep(self, kind: str, reports: Iterable[Report], record: bytes) -> None:
        """Remember it."""
        if self._place is not None:
            self._place.keep(kind, self._key(reports), _sum(record) + record)

    def _key(self, reports: Iterable[Report]) -> str:
        own = " ".join([self._digests[report.id] for report in reports])
        return hashlib.sha256(f"{VERSION} {own}".encode()).hexdigest()[:32]

    def json(self, kind: str, reports: Iterable[Report]) -> Any:
        """What is known of some reports and was kept as JSON; None where nothing is."""
        record = self.of(kind, reports)
        return None if record is None else json.loads(record)

    def keep_json(self, kind: str, reports: Iterable[Report], value: object) -> None:
        """Remember it as JSON."""
        if self._place is not None:
            self.keep(kind, reports, json.dumps(value).encode())

    def ties(self, kind: str, report: Report, others: Iterable[Report]) -> dict[str, Tie]:
        """What a report's comparisons with some others came to, by their ids; without those that are not known."""
        known: dict[str, Any] = self.json(kind, (report,)) or {}
        found: dict[str, Tie] = {}
        for other in others if known else ():
            if (digest := self._digests[other.id]) in known:
                value = known[digest]
                found[other.id] = _unpacked(value, report, other) if isinstance(value, list) else value
        return found

    def keep_ties(self, kind: str, report: Report, ties: Mapping[str, Tie]) -> None:
        """Remember what they came to, beside what was known; not with reports that are gone."""
        if self._place is not None:
            before = self.json(kind, (report,))
            kept = {key: value for key, value in before.items() if key in self._every} if before else {}
            fresh = {self._digests[id_]: _packed(tie) if isinstance(tie, Edge) else tie for id_, tie in ties.items()}
            self.keep_json(kind, (report,), kept | fresh)


NOTHING = Learnt()


def _packed(edge: Edge) -> list[object]:
    """A tie as JSON values. Its words stand in its reports."""
    why = [[reason.kind, *reason.args] for reason in edge.why]
    cites = [[cite.report, cite.start, cite.end] for cite in edge.cites]
    return [edge.from_, edge.to, edge.kind, edge.direction, edge.containment, why, cites]


def _unpacked(value: list[Any], one: Report, other: Report) -> Edge:
    """The tie between two reports."""
    texts = {one.id: one.text, other.id: other.text}
    from_, to, kind, direction, containment, why, cites = value
    reasons = (Reason(kind, tuple(tuple(arg) if isinstance(arg, list) else arg for arg in args)) for kind, *args in why)
    cited = (Cite(report, start, end, texts[report][start:end]) for report, start, end in cites)
    return Edge(from_, to, kind, direction, containment, tuple(reasons), tuple(cited))


def _sum(record: bytes) -> bytes:
    """What tells whether a record is still the same."""
    return zlib.crc32(record).to_bytes(SUM, "little")
