"""One statement across reports: who carried it first, who cut it, who put it in other words, and what changed with them.

Versions are compared word by word (difflib's longest matching blocks) with the first; a change of tense, of a number or
of a `not` is said, since it may change what was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from dateline import language
from dateline.cite import content_id
from dateline.records.findings import Drift, Saying, Statement, Telling, Version
from dateline.records.report import Report
from dateline.weigh import words

ALIKE = 0.6  # part of the shorter version's words that the other has in the same order, where they are the same words


def sayings(clusters: Iterable[Sequence[Statement]], reports: Iterable[Report]) -> tuple[Saying, ...]:
    """Clusters of statements that are one as sayings, in the order in which they were first told.

    `reports` are the story's. A copy to the letter carries the statements of the report whose text it has.
    """
    every = {report.id: report for report in reports}
    clusters = list(clusters)
    copies = _copies({said.report for cluster in clusters for said in cluster}, every)
    made = (
        _saying([*cluster, *(replace(said, report=copy) for said in cluster for copy in copies[said.report])], every)
        for cluster in clusters
    )
    return tuple(sorted(made, key=lambda saying: (saying.versions[0].day or "~", saying.versions[0].report, saying.id)))


def same_as(saying: Saying, statement: Statement) -> tuple[str, ...]:
    """Ids of the statements of other reports that a saying puts together with one of its own, sorted."""
    others = (version for version in saying.versions if version.report != statement.report)
    return tuple(sorted({version.statement for version in others} - {statement.id}))


def _copies(speaking: set[str], reports: Mapping[str, Report]) -> dict[str, list[str]]:
    """For each report with statements the reports that have its text and none of their own."""
    silent: dict[str, list[str]] = {}
    for report in reports.values():
        if report.id not in speaking:
            silent.setdefault(report.text, []).append(report.id)
    return {key: silent.get(reports[key].text, []) for key in speaking}


def _saying(cluster: Sequence[Statement], reports: Mapping[str, Report]) -> Saying:
    days = {said.report: reports[said.report].published.value for said in cluster}
    ordered = sorted(cluster, key=lambda said: (days[said.report] or "~", -len(_plain(said))))
    first = ordered[0]
    earliest = Version(first.id, first.report, days[first.report], "first")
    later = tuple(_version(first, said, reports[said.report]) for said in ordered[1:])
    speaker = next((said.speaker for said in ordered if said.speaker), None)
    name = content_id("y", *(said.id for said in ordered))
    return Saying(name, speaker, _earliest(first.report, days), (earliest, *later))


def _earliest(report: str, days: Mapping[str, str | None]) -> str | None:
    """The report that carried it first: it is dated, and so are all others, and none of them may be as early."""
    first = days[report]
    others = [day for other, day in days.items() if other != report]
    if first is None or None in others:
        return None
    return report if all(other is not None and _after(other, first) for other in others) else None


def _after(other: str, first: str) -> bool:
    """Whether one time is surely after another: days are compared where either has no hour."""
    return other > first if "T" in other and "T" in first else other[:10] > first[:10]


def _plain(statement: Statement) -> list[str]:
    return words.plain(" ".join(cite.text for cite in statement.content)).split()


def _version(first: Statement, statement: Statement, report: Report) -> Version:
    was, now = _plain(first), _plain(statement)
    steps = [step for step in SequenceMatcher(None, was, now, autojunk=False).get_opcodes() if step[0] != "equal"]
    made = Version(statement.id, report.id, report.published.value, "paraphrase")
    kept = len(was) - sum(step[2] - step[1] for step in steps)
    if kept < ALIKE * min(len(was), len(now)):
        gone, come = ([word for word in a if word not in b] for a, b in ((was, now), (now, was)))
        return replace(made, drift=_drift(report, gone, come))
    dropped = [was[step[1] : step[2]] for step in steps if step[2] > step[1]]
    added = [now[step[3] : step[4]] for step in steps if step[4] > step[3]]
    return replace(
        made,
        how=_how(dropped, added),
        dropped=tuple(map(" ".join, dropped)),
        added=tuple(map(" ".join, added)),
        drift=_drift(report, [word for run in dropped for word in run], [word for run in added for word in run]),
    )


def _how(dropped: Sequence[Sequence[str]], added: Sequence[Sequence[str]]) -> Telling:
    if dropped and added:
        return "changed"
    return "cut" if dropped else "longer" if added else "same"


def _drift(report: Report, dropped: Sequence[str], added: Sequence[str]) -> tuple[Drift, ...]:
    """What the words that went and came may change in sense."""
    claims = language.of(report.language).claims
    return claims.drift(dropped, added) if claims else ()
