"""Ties between reports as a table (CSV) and as a graph (GraphML), for spreadsheets and for Gephi, yEd or networkx."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from xml.etree import ElementTree

from dateline import wording
from dateline.records.report import Report
from dateline.records.story import Edge, Story
from dateline.show import inert

COLUMNS = ("story", "from", "to", "kind", "direction", "containment", "why", "passage_from", "passage_to")
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE = ("outlet", "published", "title", "story", "origin")
EDGE = ("kind", "direction", "containment", "why")


def table(found: Iterable[Story]) -> str:
    """One row a tie, with the longest common passage at both ends. CSV as in RFC 4180."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for story in found:
        for edge in story.edges:
            passages = [cite.text for cite in edge.cites[:2]] or ["", ""]
            rows.writerow([inert.cell(cell) for cell in (story.id, edge.from_, edge.to, *_edge(edge), *passages)])
    return out.getvalue()


def _edge(edge: Edge) -> tuple[str, str, str, str]:
    return edge.kind, edge.direction, f"{edge.containment:g}", wording.sentences(edge.why)


def graph(found: Iterable[Story]) -> str:
    """Reports as nodes, ties as edges; what is not known to be from the one to the other says so in `direction`."""
    stories = tuple(found)
    root = ElementTree.Element("graphml", xmlns=NAMESPACE)
    for kind, names in (("node", NODE), ("edge", EDGE)):
        for name in names:
            value = "double" if name == "containment" else "string"
            key = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": value}
            ElementTree.SubElement(root, "key", key)
    inside = ElementTree.SubElement(root, "graph", {"id": "reports", "edgedefault": "directed"})
    for story in stories:
        origin = {key: origin.label for origin in story.origins for key in origin.reports}
        for member in story.reports:
            node = ElementTree.SubElement(inside, "node", {"id": inert.name(member.report.id)})
            _data(node, "node", NODE, (*_node(member.report), story.id, origin[member.report.id]))
    for story in stories:
        for edge in story.edges:
            line = ElementTree.SubElement(
                inside, "edge", {"source": inert.name(edge.from_), "target": inert.name(edge.to)}
            )
            _data(line, "edge", EDGE, _edge(edge))
    ElementTree.indent(root, " ")
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _node(report: Report) -> tuple[str, str, str]:
    return report.outlet or "", report.published.value or "", report.title or ""


def _data(at: ElementTree.Element, kind: str, names: Iterable[str], values: Iterable[str]) -> None:
    for name, value in zip(names, values, strict=True):
        if value:
            ElementTree.SubElement(at, "data", {"key": f"{kind}-{name}"}).text = inert.plain(value)
