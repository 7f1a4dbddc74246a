"""Around every answer: who is answered, how much is taken in, and what a browser may do with what it gets."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost", "[::1]")
LONGEST = 64 * 1024  # bytes of a body
SLOWEST = 10.0  # seconds for the next piece of a body
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
POLICY = (
    "default-src 'none'; style-src 'self'{allowed}; script-src 'none'{scripts}; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}


class TooLong(Exception):
    """A body that is longer than is taken in, or that comes too slowly."""


def policy(styles: tuple[str, ...] = (), scripts: tuple[str, ...] = ()) -> str:
    """What a page may load and run: our own style, and what has one of these hashes; no script without one."""
    made = POLICY.format(
        allowed="".join(f" '{one}'" for one in styles), scripts="".join(f" '{one}'" for one in scripts)
    )
    return made.replace("'none' 'sha", "'sha")


class Safe:
    """An app that answers this machine's own names only, takes nothing from other sites' pages, and no endless body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out.setdefault(name, value)
                out.setdefault("Content-Security-Policy", policy())
            await send(message)

        if refused := _refused(scope["method"], headers):
            await PlainTextResponse(refused[1], status_code=refused[0])(scope, receive, dressed)
            return
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await asyncio.wait_for(receive(), SLOWEST) if taken < LONGEST else await receive()
            taken += len(message.get("body", b""))
            if taken > LONGEST:
                raise TooLong
            return message

        unread = scope["method"] not in SAFE_METHODS
        try:
            await self.app(scope, bounded if unread else receive, dressed)
        except (TooLong, TimeoutError):
            await PlainTextResponse("the body is too long, or came too slowly", status_code=413)(
                scope, receive, dressed
            )


def _refused(method: str, headers: Headers) -> tuple[int, str] | None:
    """Why a request is not answered; None where it is."""
    host = headers.get("host", "")
    if host.rsplit(":", 1)[0] not in HOSTS and host not in HOSTS:
        return 400, "this app answers to 127.0.0.1 and localhost only"
    if method in SAFE_METHODS:
        return None
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LONGEST:
        return 413, f"at most {LONGEST} bytes are taken in"
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    # Pages that say `no-referrer` send no origin of theirs along with a form; where it comes from stands in `Sec-Fetch-Site`.
    foreign = origin is not None and urlsplit(origin).netloc != host and (origin, site) != ("null", "same-origin")
    if foreign or site not in (None, "same-origin", "none"):
        return 403, "decisions are taken from this app's own pages only"
    return None
