"""The desk over the Model Context Protocol, asked by the protocol's own client."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from dateline import cli
from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.mcp import server
from made import rows

FERRY = """Ferry to Rask laid up

The ferry Svala will be laid up in June, Tom Ellin, the harbour master of Rask, said on Tuesday.
Ellin denied that the ferry was unsafe. "We cannot pay for the crossings," he told reporters.
"""
GERMAN = """Die Faehre nach Rask

Die Fähre nach Rask soll im Juni nicht mehr fahren, sagte der Hafenmeister am Dienstag im Rathaus der kleinen Stadt. Er
wollte nicht sagen, wie lange das so bleiben soll und was die Leute auf der Insel nun machen werden.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    pile = rows(
        tmp_path / "in",
        {"id": "ferry", "text": FERRY, "language": "en", "published": "2031-03-04"},
        {"id": "faehre", "text": GERMAN, "language": "de", "published": "2031-03-05"},
    )
    with Desk.create(tmp_path / "rask.desk") as opened:
        list(opened.add(pile))
        opened.retell()
    return tmp_path / "rask.desk"


def asked(desk: Path, tool: str, **given: object) -> Any:
    async def call() -> Any:
        async with Client(server(desk)) as client:
            return await client.call_tool(tool, given)

    result = asyncio.run(call())
    text = result.content[0].text
    assert not result.is_error, text
    return json.loads(text)


def test_there_are_at_most_eight_tools_and_all_only_read(desk: Path) -> None:
    async def listed() -> Any:
        async with Client(server(desk)) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert 0 < len(tools) <= 8
    for tool in tools:
        assert tool.annotations.read_only_hint and tool.description


def test_what_is_told_comes_with_the_words_it_rests_on(desk: Path) -> None:
    text = asked(desk, "report", id="ferry")["text"]
    said = asked(desk, "statements", report="ferry")
    assert said["total"] == len(said["items"]) > 0 and said["up_to_date"]
    for one in said["items"]:
        cite = one["record"]["content"][0]
        assert text[cite["start"] : cite["end"]] == cite["text"]
    assert "deny" in {one["record"]["polarity"] for one in said["items"]}
    found = asked(desk, "search", words="crossings", kind="statement")
    start, end = map(int, found["found"][0]["words_at"].split("-"))
    assert "crossings" in text[start:end]
    stories = asked(desk, "stories")["stories"]
    whole = asked(desk, "story", id=next(row["id"] for row in stories if row["title"].startswith("Ferry")))
    assert whole["brief"] and all(line["cites"] for line in whole["brief"] or [{}])
    assert asked(desk, "origins", story=whole["id"])["origins"]
    assert asked(desk, "plans")["total"] >= 0
    assert asked(desk, "news")["report"]["total"] == 2


def test_what_nobody_looked_for_is_not_measured(desk: Path) -> None:
    assert asked(desk, "statements", report="faehre")["items"] == "not measured"
    german = asked(desk, "search", words="Hafenmeister", kind="report")["found"][0]["story"]
    told = asked(desk, "story", id=german)
    assert told["timeline"] == told["conflicts"] == "not measured"


def test_what_is_not_there_says_where_ids_are(desk: Path, tmp_path: Path) -> None:
    async def call(tool: str, **given: object) -> Any:
        async with Client(server(desk)) as client:
            return await client.call_tool(tool, given)

    for tool in ("story", "report"):
        result = asyncio.run(call(tool, id="none"))
        assert result.is_error and "gives ids" in result.content[0].text
    with pytest.raises(DeskError, match="is missing"):
        server(tmp_path / "none.desk")
    with pytest.raises(SystemExit) as left:
        cli.main(["mcp", "--desk", str(tmp_path / "none.desk")])
    assert left.value.code == 2
