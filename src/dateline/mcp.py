"""A desk over the Model Context Protocol: eight tools that read what was told, and change nothing.

Every sentence comes with the words that it rests on: report, offsets, text. What was not looked for is `"not measured"`, never
an empty list: an empty list says that it was looked for and is not there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from dateline import contract, language
from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.flow import VERSION
from dateline.store.items import KINDS
from dateline.store.rows import Filter, Page
from dateline.store.search import Search

Json = dict[str, Any]
NOT_MEASURED = "not measured"
INSTRUCTIONS = """What a pile of news reports says, told by rules, each sentence with the words it rests on (`cites`: report,
start, end, text). It says what reports say, not what is true: quote the cited words and name the report. `not measured` means
that nobody looked."""
READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
Limit = Annotated[int, Field(ge=1, le=100, description="Rows at most.")]
Offset = Annotated[int, Field(ge=0, description="Rows to pass over.")]
Id = Annotated[str, Field(max_length=500)]


def server(desk: Path) -> MCPServer:
    """The server of one desk file. Raises DeskError at once when it cannot be opened."""
    Desk.open(desk).__exit__()
    made = MCPServer("dateline", version=VERSION, instructions=INSTRUCTIONS, log_level="WARNING")
    _of_stories(made, desk)
    _of_words(made, desk)
    _of_findings(made, desk)
    return made


def _of_stories(made: MCPServer, desk: Path) -> None:
    @made.tool(annotations=READS)
    def stories(
        order: Literal["new", "latest", "largest", "disputed"] = "latest", limit: Limit = 20, offset: Offset = 0
    ) -> Json:
        """The running stories: id, title, how each begins and where it stands, days, counts, and how much in it is new."""
        with _asked(desk) as opened:
            total, rows = opened.shelf.stories(Filter(), Page(offset, limit), order)
            return _said(opened, {"total": total, "stories": contract.dump(rows)})

    @made.tool(annotations=READS)
    def story(id: Id) -> Json:
        """The account of one story: its brief, timeline, plans, conflicts and open questions, each with its cites."""
        with _asked(desk) as opened:
            told = _record(opened, "story", id)
            measured = _is_measured(opened, Filter(story=id))
            out = {"id": told["id"], "title": told["title"], "reports": told["reports"], "brief": told["brief"]}
            for key in ("timeline", "plans", "questions"):
                out[key] = told[key] or (told[key] if measured else NOT_MEASURED)
            conflicts = [claim for claim in told["claims"] if claim["verdict"] == "conflict"]
            out["conflicts"] = conflicts or ([] if measured else NOT_MEASURED)
            return _said(opened, out)

    @made.tool(annotations=READS)
    def origins(story: Id) -> Json:
        """Where a story's words come from: its independent origins, and who took words from whom, with reasons and cites."""
        with _asked(desk) as opened:
            told = _record(opened, "story", story)
            return _said(opened, {"origins": told["origins"], "ties": told["edges"], "machine_rewritten": told["spun"]})

    @made.tool(annotations=READS)
    def report(id: Id) -> Json:
        """One report: its text, into which all offsets point, its labelled stretches, its masthead and where that was read."""
        with _asked(desk) as opened:
            return _said(opened, _record(opened, "report", id))


def _of_words(made: MCPServer, desk: Path) -> None:
    @made.tool(annotations=READS)
    def search(
        words: Annotated[str, Field(max_length=500, description='Words, "words in a row", beginnings (word*), -not.')],
        kind: Literal["report", "statement", "event", "plan", "conflict", "question", "person"] | None = None,
        newest: bool = False,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Json:
        """Search all that was told. `words_at` is where in its report (`start-end`) the words stand."""
        with _asked(desk) as opened:
            by = {"kind": kind} if kind else {}
            result = opened.shelf.search(Search(words, by, newest), Page(offset, limit))
            found = [
                {
                    **contract.dump(one),
                    "title": "".join(piece.text for piece in one.title),
                    "words": "".join(piece.text for piece in one.words),
                }
                for one in result.found
            ]
            return _said(opened, {"total": result.total, "found": found})


def _of_findings(made: MCPServer, desk: Path) -> None:
    @made.tool(annotations=READS)
    def statements(
        story: Id | None = None,
        person: Id | None = None,
        report: Id | None = None,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Json:
        """Who said what: of a story, a person (id) or a report. `polarity` `deny` is a denial."""
        asked = Filter("statement", story, report, person)
        return _listed(desk, asked, Page(offset, limit), latest=False)

    @made.tool(annotations=READS)
    def plans(
        story: Id | None = None,
        since: Annotated[str | None, Field(description="An ISO day.")] = None,
        until: Annotated[str | None, Field(description="An ISO day.")] = None,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Json:
        """Plans by the day that each aims at, the latest first, with every step: offered, put off, called off, held."""
        asked = Filter("plan", story, since=since, until=until)
        return _listed(desk, asked, Page(offset, limit), latest=True)

    @made.tool(annotations=READS)
    def news(limit: Limit = 50, offset: Offset = 0) -> Json:
        """What is new since somebody marked an edition as seen. Asking does not mark it."""
        out = {}
        with _asked(desk) as opened:
            for kind in KINDS:
                total, rows = opened.shelf.items(Filter(kind, fresh=True), Page(offset, limit), latest=True)
                out[kind] = {"total": total, "items": contract.dump(rows)}
            return _said(opened, out)


@contextmanager
def _asked(desk: Path) -> Iterator[Desk]:
    """The desk, for one question. Raises ToolError, whose words the asker is told, where it cannot be answered."""
    try:
        with Desk.open(desk) as opened:
            yield opened
    except DeskError as error:
        raise ToolError(str(error)) from error


def _listed(desk: Path, asked: Filter, page: Page, *, latest: bool) -> Json:
    with _asked(desk) as opened:
        total, rows = opened.shelf.items(asked, page, latest=latest)
        items = contract.dump(rows) if total or _is_measured(opened, asked) else NOT_MEASURED
        return _said(opened, {"total": total, "items": items})


def _is_measured(opened: Desk, asked: Filter) -> bool:
    """Whether some report that is asked of is in a language in which statements and events are looked for."""
    reports = Filter("report", asked.story, asked.report)
    rows = opened.shelf.items(reports, Page(limit=100))[1]
    return any(language.of(row.status).marked for row in rows)


def _record(opened: Desk, kind: str, name: str) -> Json:
    """The contract's JSON of a story or report. Raises DeskError, which names what lists their ids."""
    record = opened.editions.record(kind, name)
    if record is None:
        tool = "stories" if kind == "story" else "search"
        raise DeskError(f"no {kind} {name} is told of: `{tool}` gives ids")
    value: Json = json.loads(record)
    return value


def _said(opened: Desk, value: Json) -> Json:
    """An answer, with whether it tells of all that is on the desk. Raises DeskError where nothing was told yet."""
    if opened.editions.state() is None:
        raise DeskError("nothing has been told on this desk yet: `dateline tell` tells it")
    return {"up_to_date": opened.is_told(), **value}
