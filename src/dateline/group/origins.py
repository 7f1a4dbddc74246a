"""Ten copies are one source: a story's reports parted by where their own words come from, and spun copies named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dateline.cite import Cite
from dateline.records import Edge, Origin, Report, Spun

MOSTLY = 0.6  # of a report's sentences: then an excerpt of another is of the other's origin
HELPED = re.compile(r"contribut|additional reporting|with (?:files|reporting|material)|^\s*with\b", re.IGNORECASE)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def origins(reports: Sequence[Report], tied: Sequence[Edge]) -> tuple[Origin, ...]:
    """A partition of the reports, each part with its label, why, and the words that say so."""
    of = {report.id: at for at, report in enumerate(reports)}
    for edge in tied:
        if edge.kind in ("copy", "rewrite") or (edge.kind == "excerpt" and edge.containment >= MOSTLY):
            old, new = max(of[edge.from_], of[edge.to]), min(of[edge.from_], of[edge.to])
            of.update({key: new for key, label in of.items() if label == old})
    parts: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        parts[of[report.id]].append(report)
    return tuple(_origin(f"o{at + 1}", some, tied) for at, some in enumerate(parts.values()))


def _origin(id_: str, some: Sequence[Report], tied: Sequence[Edge]) -> Origin:
    dated = [report.published.day for report in some if report.published.day]
    day = _spoken(min(dated)) if dated else "undated"
    carried = [(report, agency) for report in some if (agency := _agency(report))]
    ids = {report.id for report in some}
    passages = [one for edge in tied if {edge.from_, edge.to} <= ids for one in edge.cites[:2]]
    shared = f" Its {len(some)} reports share their text." if len(some) > 1 else ""
    if carried:
        agency = carried[0][1]
        credited = [cite for report, _ in carried if (cite := _credit(report))]
        why = f"{len(carried)} of {len(some)} reports credit their words to {agency}.{shared}"
        return Origin(id_, f"{agency}, {day}", tuple(r.id for r in some), why, (*credited, *passages))
    first = next((report for report in some if report.outlet), some[0])
    named = first.outlet or "Unnamed source"
    why = f"The reporting of {first.outlet} itself." if first.outlet else "It names neither an outlet nor an agency."
    sources = [first.sources["outlet"]] if "outlet" in first.sources else []
    return Origin(id_, f"{named}, {day}", tuple(r.id for r in some), why + shared, (*sources, *passages))


def _spoken(day: str) -> str:
    when = date.fromisoformat(day)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def _credit(report: Report) -> Cite | None:
    """The words that name the agency; a byline of it counts, a line that says it helped is no source of all words."""
    return report.sources.get("credits") or report.sources.get("authors")


def _agency(report: Report) -> str | None:
    """The agency that the report's own words come from; None when it only contributed, or there is none."""
    if not report.credits:
        return None
    lines = [b.span.of(report.text) for b in report.blocks if b.label == "credit"]
    agency = report.credits[0]
    helped = [line for line in lines if agency.lower() in line.lower() and HELPED.search(line)]
    return None if helped else agency


def spun(reports: Sequence[Report], tied: Sequence[Edge]) -> tuple[Spun, ...]:
    """The reports that bear signs of two kinds or more; the original only where another report's text is theirs."""
    out = []
    for report in reports:
        if len({sign.kind for sign in report.signs}) >= 2:
            givers = [e for e in tied if e.from_ == report.id and e.direction == "from-to"]
            best = max(givers, key=lambda edge: edge.containment, default=None)
            out.append(Spun(report.id, report.signs, best.to if best else None))
    return tuple(out)
