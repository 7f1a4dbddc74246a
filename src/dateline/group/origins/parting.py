"""Ten copies are one source: reports parted by where their own words come from, and those that a machine rewrote named."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dateline import edtf, language, wording
from dateline.cite import Cite
from dateline.group.origins.direction import TRANSCRIPT, UNTOLD, later, named
from dateline.language import furniture
from dateline.language.outlets import plain
from dateline.records.reasons import Reason, exchanged
from dateline.records.report import Report
from dateline.records.signs import score
from dateline.records.story import Edge, MachineRewritten, Origin

MOSTLY = 0.6  # of a report's sentences: then an excerpt of another is of the other's origin
DERIVED = ("copy", "excerpt", "rewrite")


def directed(reports: Sequence[Report], tied: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges; what has a dispatch's words and no direction of its own is taken from the dispatch, where it is there.

    A carrier that hides its wire is so found through the agency's own report, or through those that name the agency. Where
    neither has an agency's words, not even by way of others, the times at which they were published may tell.
    """
    carriers = _carriers(reports, tied)
    by_id = {report.id: report for report in reports}
    wires = {report.id: agency for report in reports if (agency := _dispatch(report))}
    out = []
    for edge in tied:
        if edge.direction == "unknown" and edge.kind in DERIVED and (edge.from_ in wires) != (edge.to in wires):
            taken = edge if edge.to in wires else _other_way(edge)
            if taken.from_ in by_id:
                edge = _taken(taken, Reason("is-dispatch", (wires[taken.to],)))
        elif edge.direction == "unknown" and edge.kind in DERIVED and not {edge.from_, edge.to} & carriers:
            edge = _timed(edge, by_id)
        out.append(edge)
    return tuple(out)


def _carriers(reports: Sequence[Report], tied: Sequence[Edge]) -> set[str]:
    """Reports that credit an agency, and those whose words theirs are, or theirs whose."""
    around: dict[str, set[str]] = defaultdict(set)
    for edge in tied:
        if edge.kind in DERIVED:
            around[edge.from_].add(edge.to)
            around[edge.to].add(edge.from_)
    carriers: set[str] = set()
    waiting = [report.id for report in reports if report.credits]
    while waiting:
        report_id = waiting.pop()
        if report_id not in carriers:
            carriers.add(report_id)
            waiting += around[report_id]
    return carriers


def _timed(edge: Edge, by_id: Mapping[str, Report]) -> Edge:
    """The edge from what was published later by far; as it is where the times are not known, or too near."""
    if edge.from_ not in by_id or edge.to not in by_id:
        return edge
    one, other = by_id[edge.from_], by_id[edge.to]
    if reason := later(one, other):
        return _taken(edge, reason)
    if reason := later(other, one):
        return _taken(_other_way(edge), reason)
    return edge


def _taken(edge: Edge, reason: Reason) -> Edge:
    """An edge whose direction was not known, with the reason for one."""
    return dataclasses.replace(
        edge, direction="from-to", why=(*(known for known in edge.why if known != UNTOLD), reason)
    )


def _other_way(edge: Edge) -> Edge:
    """An edge whose direction is not known, from its other end."""
    cites = tuple(
        passage for start in range(0, len(edge.cites), 2) for passage in reversed(edge.cites[start : start + 2])
    )
    return dataclasses.replace(
        edge, from_=edge.to, to=edge.from_, cites=cites, why=tuple(exchanged(reason) for reason in edge.why)
    )


def _dispatch(report: Report) -> str | None:
    """The agency whose own report this is; None for what an outlet carries."""
    agency = furniture.credits.wire(report)
    name = named(report)
    return agency if agency and name and (name == plain(agency) or name == plain(written_out(report, agency))) else None


def written_out(report: Report, agency: str) -> str:
    """An outlet whose initials are the agency's: `Northern Press Agency` for `NPA`; else the agency as it is named."""
    initials = "".join(word[0] for word in (report.outlet or "").split() if word[0].isupper())
    return (
        report.outlet or "" if initials.removeprefix("T" if len(initials) > len(agency) else "") == agency else agency
    )


def origins(reports: Sequence[Report], tied: Sequence[Edge]) -> tuple[Origin, ...]:
    """A partition of the reports, each part with its label, why, and the words that say so."""
    of = {report.id: number for number, report in enumerate(reports)}
    held = {number: [report.id] for number, report in enumerate(reports)}

    def join(a: str, b: str) -> None:
        if of[a] != of[b]:
            old, new = max(of[a], of[b]), min(of[a], of[b])
            of.update(dict.fromkeys(held[old], new))
            held[new] += held.pop(old)

    longer = {report.id: len(report.body) for report in reports}
    parent: dict[str, tuple[float, str]] = {}
    for edge in tied:
        if edge.kind in ("copy", "rewrite"):
            join(edge.from_, edge.to)
        elif edge.kind == "excerpt" and edge.containment >= MOSTLY:
            part, whole = sorted((edge.from_, edge.to), key=lambda key: (longer[key], key))
            parent[part] = max(parent.get(part, (0.0, "")), (edge.containment, whole))
    for part, (_, whole) in sorted(parent.items()):
        join(part, whole)
    parts: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        parts[of[report.id]].append(report)
    inside: dict[int, list[Edge]] = defaultdict(list)
    for edge in tied:
        if of[edge.from_] == of[edge.to]:
            inside[of[edge.from_]].append(edge)
    return tuple(
        _origin(f"o{number + 1}", members, inside[label]) for number, (label, members) in enumerate(parts.items())
    )


def _origin(id_: str, reports: Sequence[Report], tied: Sequence[Edge]) -> Origin:
    days = [day for report in reports if (day := report.published.day)]
    when = _spoken(min(days)) if days else "undated"
    ids = tuple(report.id for report in reports)
    passages = tuple(dict.fromkeys(cite for edge in tied for cite in edge.cites[:2]))
    carried = [(report, agency) for report in reports if (agency := furniture.credits.wire(report))]
    if carried:
        agency = Counter(agency for _, agency in carried).most_common(1)[0][0]
        named_by = [report for report, name in carried if name == agency]
        hidden = [report for report in reports if report not in named_by]
        credited = [cite for report in named_by if (cite := _credit(report, agency))]
        why = [_crediting(reports, named_by, agency)]
        if hidden:
            why.append(Reason("hide-agency", (tuple(report.outlet or report.id for report in hidden),)))
        return Origin(id_, f"{agency}, {when}", ids, tuple(why), (*credited, *passages))
    first = next((report for report in reports if report.outlet), reports[0])
    paper = _paper(first)
    sources = [first.sources["outlet"]] if "outlet" in first.sources else []
    whose = Reason("own-reporting", (first.outlet,)) if first.outlet else Reason("names-nobody")
    if not first.outlet and first.credits:
        whose = Reason("contributed-to", (first.credits[0],))
        sources = [cite] if (cite := _credit(first, first.credits[0])) else []
    if paper:
        whose = Reason("paper", (paper,))
    label = wording.PAPERS[paper].capitalize() if paper else first.outlet or "Unnamed source"
    shared = (Reason("shared-text", (len(reports),)),) if len(reports) > 1 else ()
    return Origin(id_, f"{label}, {when}", ids, (whose, *shared), (*sources, *passages))


def _paper(report: Report) -> str | None:
    """What a report is that no reporter wrote; None for any other."""
    signs = language.of(report.language).provenance
    if signs and (paper := signs.paper(report.text)):
        return paper
    return "transcript" if TRANSCRIPT.search(report.text) else None


def _crediting(reports: Sequence[Report], named_by: Sequence[Report], agency: str) -> Reason:
    """How many of an origin's reports name the agency."""
    if len(reports) == 1:
        return Reason("agency-report" if _dispatch(reports[0]) else "credits-agency", (agency,))
    if len(reports) == len(named_by):
        return Reason("all-credit-agency", (len(reports), agency))
    return Reason("some-credit-agency", (len(named_by), len(reports), agency))


def _spoken(day: str) -> str:
    try:
        when = date.fromisoformat(day)
    except ValueError:  # a year or a month alone
        return day
    return f"{when.day} {edtf.MONTHS[when.month - 1][:3]} {when.year}"


def _credit(report: Report, agency: str) -> Cite | None:
    """The words that name the agency; a byline of it counts."""
    return report.sources.get(f"credits.{agency}") or report.sources.get("authors")


def machine_rewritten(reports: Sequence[Report], tied: Sequence[Edge]) -> tuple[MachineRewritten, ...]:
    """The reports that bear signs of two kinds or more; the original only where another report's text is theirs."""
    out = []
    for report in reports:
        if len({sign.kind for sign in report.signs}) >= 2:
            givers = [e for e in tied if e.from_ == report.id and e.direction == "from-to"]
            best = max(givers, key=lambda edge: edge.containment, default=None)
            out.append(MachineRewritten(report.id, report.signs, best.to if best else None, score(report.signs)))
    return tuple(out)
