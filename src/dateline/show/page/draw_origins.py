"""Origins as a drawing: reports on the left in order of time, on the right where their words come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from dateline.records.story import Edge
from dateline.show import words
from dateline.show.page.drawing import element, picture
from dateline.show.page.report_text import anchor
from dateline.show.view import Shown

WIDE, LEFT, RIGHT = 960.0, 400.0, 600.0
ROW, MOST, TIES = 34.0, 24, 24
DRAWN = ("copy", "excerpt", "rewrite", "shared-quote")


def _here(report: str) -> str:
    return f"#{anchor(report)}"


def origins(shown: Shown, base: str, at: Callable[[str], str] = _here) -> tuple[Markup, str] | None:
    """The drawing, and a sentence on what it leaves out; None when there is nothing to draw.

    `base` is what the anchors of the story's origins begin with, `at` says where a report stands.
    """
    reports = shown.reports[:MOST]
    if not reports or not shown.told.origins:
        return None
    row = {report.id: 22 + number * ROW for number, report in enumerate(reports)}
    parts: list[Markup] = []
    found = [origin for origin in shown.told.origins if any(key in row for key in origin.reports)]
    found.sort(key=lambda origin: min(row[key] for key in origin.reports if key in row))
    step = max(ROW, (len(reports) * ROW) / len(found))
    for number, origin in enumerate(found):
        y = 22 + number * step
        for key in origin.reports:
            if key in row:
                d = f"M{LEFT + 6:.0f},{row[key]:.0f} C500,{row[key]:.0f} 500,{y:.0f} {RIGHT - 6:.0f},{y:.0f}"
                parts.append(element("path", d=d, class_="flow"))
        box = element("title", f"{origin.label}: {words.why(origin.why)}")
        box += element("rect", x=RIGHT - 6, y=y - 6, width=12, height=12, class_="dot")
        box += element("text", words.origin(words.clip(origin.label, 50)), x=RIGHT + 14, y=y + 4, class_="label")
        parts.append(element("a", box, href=f"#{base}{origin.id}"))
    ties, weaker = _drawn(shown, row)
    parts += _ties(ties, row)
    for report in reports:
        y = row[report.id]
        day = words.short_day(report.published.day) if report.published.day else words.UNDATED
        name = f"{day}  {words.clip(words.called(report), 40)}"
        inside = element("text", name, x=LEFT - 62, y=y + 4, class_="label end")
        inside += element("circle", cx=LEFT, cy=y, r=5, class_="dot")
        parts.append(element("a", inside, href=at(report.id)))
    height = 30 + max(len(reports) * ROW, len(found) * step)
    rest = len(shown.reports) - len(reports)
    out = [words.count(rest, "report")] if rest > 0 else []
    out += [words.count(weaker, "weaker tie")] if weaker else []
    left_out = f"The drawing leaves out {words.listed(out)}; the lists below hold all." if out else ""
    return picture(WIDE, height, "Where the reports’ words come from", parts), left_out


def _drawn(shown: Shown, row: Mapping[str, float]) -> tuple[list[Edge], int]:
    """The ties that are drawn, and how many are not: of more than `TIES` the strongest of each report."""
    ties = [edge for edge in shown.told.edges if edge.kind in DRAWN and edge.from_ in row and edge.to in row]
    if len(ties) <= TIES:
        return ties, 0
    strongest: dict[str, Edge] = {}
    for edge in sorted(ties, key=lambda edge: (-edge.containment, edge.from_, edge.to)):
        for key in (edge.from_, edge.to):
            strongest.setdefault(key, edge)
    kept = [edge for edge in ties if edge in strongest.values()]
    return kept, len(ties) - len(kept)


def _ties(ties: Iterable[Edge], row: Mapping[str, float]) -> list[Markup]:
    """Arcs between reports with words in common: whole for copies, dashed for parts, dotted for shared quotations."""
    parts = []
    for edge in ties:
        one, other = row[edge.from_], row[edge.to]
        bulge = min(48.0, 14 + abs(one - other) / 5)
        start, far = LEFT - 8, LEFT - bulge
        d = f"M{start:.0f},{one:.0f} C{far:.0f},{one:.0f} {far:.0f},{other:.0f} {start:.0f},{other:.0f}"
        parts.append(element("path", d=d, class_=f"tie {edge.kind}"))
    return parts
