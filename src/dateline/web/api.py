"""`/api/v1`: what the pages show, for programs. Reading needs nothing; a judgement is taken from this machine alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, HTTPException, Path, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import Field
from starlette.responses import Response

from dateline import contract
from dateline.desk import Desk
from dateline.errors import InputError
from dateline.records.account import Account, Told
from dateline.records.findings import Claim, Event, Plan, Question, Statement
from dateline.records.judgements import judgement
from dateline.records.report import Report
from dateline.records.story import Person
from dateline.store.rows import Listed, Page, Result, Row
from dateline.web.asked import FAR, Decision, ItemQuery, SearchQuery, StoryQuery
from dateline.web.schema import schema
from dateline.web.served import Place

Json = Any
# The lists: address, kind on the shelf, and the record that each row holds.
LISTS: tuple[tuple[str, str, type | None], ...] = (
    ("reports", "report", None),
    ("statements", "statement", Statement),
    ("events", "event", Event),
    ("plans", "plan", Plan),
    ("conflicts", "conflict", Claim),
    ("questions", "question", Question),
    ("people", "person", Person),
)
PARTS: dict[str, Json] = {}  # the schemas that others refer to

Name = Annotated[str, Path(max_length=500)]
Number = Annotated[int, Field(ge=1, le=FAR)]  # what SQLite takes
COUNT = {"type": "integer"}
_STRING = {"type": "string"}
_DECISION = {
    "type": "object",
    "properties": {
        "row": {"type": "integer"},
        "kind": _STRING,
        "a": _STRING,
        "b": _STRING,
        "by": _STRING,
        "on": _STRING,
        "words": _STRING,
    },
    "required": ["row", "kind", "a", "b"],
}


def described(what: Json, status: int = 200, also: dict[int, str] | None = None) -> dict[int | str, dict[str, Any]]:
    """What an address answers, for its description."""
    detail = {"application/json": {"schema": {"type": "object", "properties": {"detail": {"type": "string"}}}}}
    out: dict[int | str, dict[str, Any]] = {
        status: {"description": "Done", "content": {"application/json": {"schema": what}}},
        422: {"description": "What is asked for is not understood", "content": detail},
        503: {"description": "Nothing has been told yet, or the desk cannot be used", "content": detail},
    }
    if status == 200:
        out[304] = {"description": "As the asker has it"}
    for code, why in (also or {}).items():
        out[code] = {"description": why, "content": detail}
    return out


def _page_of(what: Json) -> Json:
    return {
        "type": "object",
        "properties": {"total": {"type": "integer"}, "items": {"type": "array", "items": what}},
        "required": ["total", "items"],
    }


def _row_of(record: type | None) -> Json:
    """A row of a list, with the record in it."""
    whole = schema(Listed, PARTS)
    narrowed = {"properties": {"record": schema(record, PARTS) if record else {"type": "object"}}}
    return {"allOf": [whole, narrowed]}


def answer(value: Json, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A value as JSON."""
    body = contract.text(value).encode("utf-8", "surrogatepass")
    return Response(body, status, headers, media_type="application/json")


def router(place: Place) -> APIRouter:
    """The addresses."""
    made = APIRouter(prefix="/api/v1")
    _status(made, place)
    _accounts(made, place)
    _stories(made, place)
    _report(made, place)
    for address, kind, record in LISTS:
        _list(made, place, address, kind, record)
    _search(made, place)
    _judgements(made, place)
    return made


def told(opened: Desk) -> int:
    """The number of the latest edition. Raises HTTPException 503 where nothing was told yet."""
    known = opened.editions.state()
    if known is None:
        raise HTTPException(503, "nothing has been told yet: it is being told now", {"Retry-After": "2"})
    return known[0]


def _paged(request: Request, total: int, items: Json, page: Page) -> Response:
    """A page of a list, with the address of the next one."""
    headers = {}
    if page.offset + page.limit < total:
        following = request.url.include_query_params(offset=page.offset + page.limit, limit=page.limit)
        headers["Link"] = f'<{following}>; rel="next"'
    return answer({"total": total, "items": contract.dump(items)}, headers=headers)


def _status(made: APIRouter, place: Place) -> None:
    status_of = {
        "type": "object",
        "properties": {
            "edition": {"anyOf": [COUNT, {"type": "null"}]},
            "told": {"type": "boolean"},
            "telling": {"anyOf": [{"type": "object"}, {"type": "null"}]},
            "counts": {"type": "object", "additionalProperties": COUNT},
        },
    }

    @made.get("/status", responses=described(status_of), response_model=None)
    def status(request: Request) -> Response:
        """The latest edition, whether it tells of all that there is, the telling that goes on, and how much there is."""

        def make(opened: Desk) -> Response:
            known = opened.editions.state()
            now = contract.dump(place.teller.now)
            counts = dict(opened.shelf.counts())
            return answer({"edition": known and known[0], "told": opened.is_told(), "telling": now, "counts": counts})

        return place.look(request, make, telling=True)


def _accounts(made: APIRouter, place: Place) -> None:
    edition = {
        "type": "object",
        "properties": {
            "edition": COUNT, "seen": {"type": "boolean"}, "as_of": {}, "reports": COUNT, "stories": COUNT,
        },
    }  # fmt: skip

    @made.get("/accounts", responses=described(_page_of(edition)), response_model=None)
    def accounts(request: Request) -> Response:
        """The editions that are kept, the latest first."""

        def make(opened: Desk) -> Response:
            known = [
                {"edition": n, "seen": seen, "as_of": head["as_of"], "reports": reports, "stories": stories}
                for n, seen, head, reports, stories in opened.editions.known()
            ]
            return answer({"total": len(known), "items": known})

        return place.look(request, make)

    @made.get(
        "/accounts/{edition}",
        responses=described(schema(Account, PARTS), also={404: "No such edition is kept"}),
        response_model=None,
    )
    def account(request: Request, edition: Annotated[Literal["latest"] | Number, Path()]) -> Response:
        """An edition whole, as `dateline tell --json` prints it."""

        def make(opened: Desk) -> Response:
            number = told(opened) if edition == "latest" else edition
            if (head := opened.editions.head(number)) is None:
                raise HTTPException(404, f"edition {number} is not kept")
            return StreamingResponse(_streamed(place, number, head), media_type="application/json")

        return place.look(request, make)


def _streamed(place: Place, number: int, head: str) -> Iterator[str]:
    with Desk.open(place.desk) as opened:
        yield from opened.editions.streamed(number, head)


def _stories(made: APIRouter, place: Place) -> None:
    @made.get("/stories", responses=described(_page_of(schema(Row, PARTS))), response_model=None)
    def stories(
        request: Request,
        asked: Annotated[StoryQuery, Query()],
    ) -> Response:
        """The stories of the latest edition."""

        def make(opened: Desk) -> Response:
            told(opened)
            page = Page(asked.offset, asked.limit)
            total, rows = opened.shelf.stories(asked.filter(), page, asked.order)
            return _paged(request, total, rows, page)

        return place.look(request, make)

    @made.get(
        "/stories/{story}",
        responses=described(schema(Told, PARTS), also={404: "No such story is told"}),
        response_model=None,
    )
    def story(request: Request, story: Name) -> Response:
        """One story as the account has it."""

        def make(opened: Desk) -> Response:
            told(opened)
            if (record := opened.editions.record("story", story)) is None:
                raise HTTPException(404, f"no story {story} is told")
            return Response(record.encode("utf-8"), media_type="application/json")

        return place.look(request, make)


def _report(made: APIRouter, place: Place) -> None:
    @made.get(
        "/reports/{report}",
        responses=described(schema(Report, PARTS), also={404: "No such report is told of"}),
        response_model=None,
    )
    def report(request: Request, report: Name) -> Response:
        """One report as it was read: text, labels, masthead."""

        def make(opened: Desk) -> Response:
            told(opened)
            if (record := opened.editions.record("report", report)) is None:
                raise HTTPException(404, f"no report {report} is told of")
            return Response(record.encode("utf-8"), media_type="application/json")

        return place.look(request, make)


def _list(made: APIRouter, place: Place, address: str, kind: str, record: type | None) -> None:
    def listed(request: Request, asked: Annotated[ItemQuery, Query()]) -> Response:
        def make(opened: Desk) -> Response:
            told(opened)
            page = Page(asked.offset, asked.limit)
            total, rows = opened.shelf.items(asked.filter(kind), page, latest=asked.latest)
            return _paged(request, total, rows, page)

        return place.look(request, make)

    def one(request: Request, name: Name) -> Response:
        def make(opened: Desk) -> Response:
            told(opened)
            if not (rows := opened.shelf.item(kind, name)):
                raise HTTPException(404, f"no {kind} {name} is told of")
            return answer({"total": len(rows), "items": contract.dump(rows)})

        return place.look(request, make)

    row = _page_of(_row_of(record))
    title = f"{address[0].upper()}{address[1:]} of the latest edition, each with the contract's record."
    made.get(f"/{address}", responses=described(row), response_model=None, description=title, name=address)(listed)
    if kind != "report":
        found = described(row, also={404: "There is none"})
        title = f"One {kind}, by its id; a person once for each story."
        made.get(f"/{address}/{{name}}", responses=found, response_model=None, description=title, name=kind)(one)


def _search(made: APIRouter, place: Place) -> None:
    @made.get("/search", responses=described(schema(Result, PARTS)), response_model=None)
    def search(request: Request, asked: Annotated[SearchQuery, Query()]) -> Response:
        """What holds the words: `word "words in a row" begin* -not`, narrowed by facets. The words found are marked."""

        def make(opened: Desk) -> Response:
            told(opened)
            found = opened.shelf.search(asked.search(), Page(asked.offset, asked.limit))
            return answer(contract.dump(found))

        return place.look(request, make)


def _judgements(made: APIRouter, place: Place) -> None:
    wrong = {400: "No JSON", 413: "Too long a body", 422: "It is no decision on what is there"}

    @made.get("/judgements", responses=described(_page_of(_DECISION)), response_model=None)
    def judgements(request: Request) -> Response:
        """The decisions that count, oldest first."""

        def make(opened: Desk) -> Response:
            rows = [{"row": row, **contract.dump(one)} for row, one in opened.decisions()]
            return answer({"total": len(rows), "items": rows})

        return place.look(request, make)

    @made.post(
        "/judgements",
        responses=described(_DECISION, 201, {403: "From another site's page", 415: "No JSON", **wrong}),
        response_model=None,
        status_code=201,
    )
    async def judge(request: Request, given: Annotated[Decision, Body()]) -> Response:
        """Remember a decision: what changes by it is told anew in the background."""
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            raise HTTPException(415, "a decision is given as application/json")
        row, made_of = await remembered(place, given.model_dump(), "api")
        return answer({"row": row, **made_of}, 201)

    @made.delete(
        "/judgements/{row}", responses=described(_DECISION, also={403: "From another site's page", 404: "There is none"}),
        response_model=None,
    )  # fmt: skip
    async def withdraw(row: Number) -> Response:
        """Forget a decision."""
        try:
            gone = await place.write(lambda opened: opened.undo(row))
        except HTTPException as error:
            raise HTTPException(404, error.detail) from error
        place.teller.changed()
        return answer({"row": row, **contract.dump(gone)})


async def remembered(place: Place, given: Mapping[str, str | None], by: str) -> tuple[int, Json]:
    """Remember a decision and have it told. Returns its row, and its JSON. Raises HTTPException 422 where it is none."""
    kind, a, b = (given.get(name) or "" for name in ("kind", "a", "b"))
    try:
        decision = judgement(kind, a, b, by, datetime.now(UTC).isoformat(timespec="seconds"), given.get("words"))
    except InputError as error:
        raise HTTPException(422, str(error)) from error
    row = await place.write(lambda opened: opened.judge(decision))
    place.teller.changed()
    return row, contract.dump(decision)
