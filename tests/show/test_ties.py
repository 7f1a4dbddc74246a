"""Ties as CSV and GraphML: every tie is there, and both read back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest

import dateline
from dateline.group import group
from dateline.records import Marked, Story
from dateline.show.forms import ties

QUARRY = Path(__file__).parent.parent / "golden" / "quarry.jsonl"


@pytest.fixture(scope="module")
def found() -> tuple[Story, ...]:
    return group([Marked(report) for report in dateline.read(QUARRY)])


def test_a_row_a_tie(found: tuple[Story, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(ties.table(found))))
    assert len(rows) == sum(len(story.edges) for story in found)
    assert {row["kind"] for row in rows} == {"copy", "excerpt", "rewrite", "shared-quote"}
    copy = next(row for row in rows if row["kind"] == "copy")
    assert copy["passage_from"] == copy["passage_to"]


def test_a_graph_of_reports(found: tuple[Story, ...]) -> None:
    root = ElementTree.fromstring(ties.graph(found))
    space = {"g": ties.NAMESPACE}
    nodes = {node.get("id") for node in root.findall(".//g:node", space)}
    edges = root.findall(".//g:edge", space)
    assert nodes == {one.report.id for story in found for one in story.reports}
    assert len(edges) == sum(len(story.edges) for story in found)
    assert {edge.get("source") for edge in edges} | {edge.get("target") for edge in edges} <= nodes
