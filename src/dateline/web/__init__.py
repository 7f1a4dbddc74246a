"""A desk in the browser and for programs, on this machine only.

Pages and `/api/v1` show what was told, and tell nothing; they may write judgements and what was seen, nothing else. What
changed is told in the background. No other host name is answered, and no other site's page is listened to.
"""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route

from dateline.contract import text
from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.flow import VERSION
from dateline.web import api, pages, story
from dateline.web.safe import Door, Safe
from dateline.web.served import Place
from dateline.web.teller import Teller

OWN = Door()
AT_ONCE = 4  # looks that are made at once; the others wait their turn
# Objects that come before Python looks for what can go. A connection that is closed leaves a ring of eight (asyncio's own);
# where it looks more often, most are still in use, and put by for a look that comes once in some ten thousand connections.
SELDOM = 10_000
YEAR = "public, max-age=31536000, immutable"


def app(desk: Path, door: Door = OWN) -> FastAPI:
    """The web app of one desk file. Raises DeskError at once when it cannot be opened.

    Through a door that only lets look, there are pages alone, and of reports the cited words alone.
    """
    Desk.open(desk).__exit__()
    place = Place(desk, Teller(desk), share=door.only_looks)

    @contextlib.asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        # More at once would only wait for one another: Python runs one of them at a time.
        anyio.to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
        place.teller.start()
        threading.Thread(target=story.load, name="templates", daemon=True).start()
        gc.freeze()  # what is loaded stays: to look through it again and again for what can go takes time
        before = gc.get_threshold()
        gc.set_threshold(SELDOM, *before[1:])
        yield
        gc.set_threshold(*before)
        place.teller.end()
        place.past.end()
        place.desks.close()

    made = FastAPI(
        title="Dateline",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=None if place.share else "/api/v1/openapi.json",
        lifespan=life,
    )
    made.add_middleware(Safe, door=door)
    looks, programs = pages.addresses(place).routes, None if place.share else api.router(place)
    made.router.routes.extend(looks)
    if programs is not None:
        made.include_router(programs)
    wrong = _wrong(place, [*looks, *(programs.routes if programs is not None else ())])
    for kind in (HTTPException, DeskError, RequestValidationError):
        made.add_exception_handler(kind, wrong)
    _describe(made)

    _fixed(made)
    return made


def _fixed(made: FastAPI) -> None:
    """What is the same for every desk: style and script, no icon, and the address that the account had before."""

    @made.get(f"/static/desk-{story.STYLE}.css", include_in_schema=False)
    def style() -> Response:
        return Response(story.style(), media_type="text/css", headers={"Cache-Control": YEAR})

    @made.get(f"/static/desk-{story.STYLE}.js", include_in_schema=False)
    def script() -> Response:
        return Response(story.script(), media_type="text/javascript", headers={"Cache-Control": YEAR})

    @made.get("/favicon.ico", include_in_schema=False)
    def icon() -> Response:
        return Response(status_code=204, headers={"Cache-Control": YEAR})

    @made.get("/account.json", include_in_schema=False)
    def account() -> Response:
        return RedirectResponse("/api/v1/accounts/latest")


def _wrong(place: Place, routes: Sequence[BaseRoute]) -> Callable[[Request, Exception], Response]:
    """What is answered where something is wrong: a page that says what and what to do, or for programs the same as JSON."""

    def answer(request: Request, error: Exception) -> Response:
        status, detail, headers = 503, str(error), {"Retry-After": "5"}
        if isinstance(error, HTTPException):
            status, detail, headers = error.status_code, str(error.detail), dict(error.headers or {})
            if status == 405:
                headers["Allow"] = ", ".join(sorted(_methods(request, routes)))
        elif isinstance(error, RequestValidationError):
            wrong = (f"{'.'.join(map(str, one['loc'][1:])) or one['loc'][0]}: {one['msg']}" for one in error.errors())
            status, detail, headers = 422, "; ".join(wrong), {}
        if request.url.path.startswith("/api/"):
            return Response(text({"detail": detail}), status, headers, media_type="application/json")
        filled = {
            "status": status, "detail": detail, "telling": place.teller.now, "here": request.url.path, "done": None,
            "token": place.token, "back": "/", "share": place.share,
        }  # fmt: skip
        return HTMLResponse(story.templates.get_template("wrong.html").render(filled), status, headers)

    return answer


def _methods(request: Request, routes: Sequence[BaseRoute]) -> set[str]:
    """What can be done at an address. Several routes may share one, each for a method of its own."""
    matching = (
        route for route in routes if isinstance(route, Route) and route.matches({**request.scope})[0] is not Match.NONE
    )
    found = {method for route in matching for method in route.methods or ()}
    return found | ({"HEAD"} if "GET" in found else set())


def _describe(made: FastAPI) -> None:
    """The API's description, with the schemas of the records that answers refer to."""
    bare = made.openapi

    def described() -> dict[str, Any]:
        if made.openapi_schema is None:
            found = bare()
            found.setdefault("components", {}).setdefault("schemas", {}).update(api.PARTS)
            made.openapi_schema = found
        return made.openapi_schema

    made.openapi = described  # type: ignore[method-assign]  # how FastAPI has one's own description
