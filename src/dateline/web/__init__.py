"""The same page over HTTP, from a desk. It may write judgements and nothing else; a look shows what was told and tells nothing.

`GET /` is the page, `GET /account.json` the account, `POST /judge` (form fields `kind`, `a`, `b`) remembers a decision. What
changed is told in the background. It listens on this machine only, answers no other host name, and takes no post from
another site's page.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dateline.contract import account as account_json
from dateline.desk import Desk
from dateline.errors import DeskError, InputError
from dateline.records.account import Account
from dateline.records.judgements import Judgement, judgement
from dateline.show.page import html
from dateline.web.teller import Teller

HOSTS = ["127.0.0.1", "localhost"]
LONGEST = 4_096  # bytes of a posted decision


def app(desk: Path) -> FastAPI:
    """The web app of one desk file. Raises DeskError at once when it cannot be opened."""
    Desk.open(desk).__exit__()
    teller = Teller(desk)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        teller.start()
        yield
        teller.end()

    made = FastAPI(title="Dateline", docs_url=None, redoc_url=None, openapi_url=None, lifespan=life)
    made.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)

    @made.get("/", response_class=HTMLResponse)
    def page() -> str:
        with Desk.open(desk) as opened:
            return html(_latest(opened))

    @made.get("/account.json")
    def account() -> JSONResponse:
        with Desk.open(desk) as opened:
            return JSONResponse(account_json(_latest(opened)))

    @made.post("/judge")
    async def judge(request: Request) -> RedirectResponse:
        origin = request.headers.get("origin")
        if origin and urlsplit(origin).netloc != request.headers.get("host"):
            raise HTTPException(403, "decisions are taken from this app's own pages only")
        decision = _decision(await request.body())
        try:
            with Desk.open(desk) as opened:
                opened.judge(decision)
        except DeskError as error:
            raise HTTPException(422, str(error)) from error
        teller.changed()
        return RedirectResponse("/", status_code=303)

    return made


def _latest(opened: Desk) -> Account:
    """The latest edition. Raises HTTPException 503 where nothing was told yet."""
    if (kept := opened.editions.latest()) is None:
        raise HTTPException(503, "nothing has been told yet: it is being told now", {"Retry-After": "2"})
    return kept


def _decision(body: bytes) -> Judgement:
    """The decision in a posted form. Raises HTTPException 422 where it is none."""
    form = {key: values[0] for key, values in parse_qs(body[:LONGEST].decode("utf-8", "replace")).items()}
    kind, a, b = (form.get(name, "") for name in ("kind", "a", "b"))
    try:
        return judgement(kind, a, b, by="app", on=datetime.now(UTC).isoformat(timespec="seconds"))
    except InputError as error:
        raise HTTPException(422, str(error)) from error
