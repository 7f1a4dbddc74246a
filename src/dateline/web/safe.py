"""Around every answer: who is answered, how much is taken in, and what a browser may do with what it gets."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import dataclass
from secrets import compare_digest
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost", "[::1]")
LONGEST = 64 * 1024  # bytes of a body
SLOWEST = 10.0  # seconds for the next piece of a body
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
POLICY = (
    "default-src 'none'; style-src 'self'{allowed}; script-src 'self'{scripts}; img-src 'self' data:; connect-src 'self'; "
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
    """What a page may load and run: our own style and script, and what has one of these hashes."""
    return POLICY.format(
        allowed="".join(f" '{one}'" for one in styles), scripts="".join(f" '{one}'" for one in scripts)
    )


@dataclass(frozen=True, slots=True)
class Door:
    """Who is let in: under this machine's own names alone or also from elsewhere; to change things, or only to look; by what
    password.
    """

    elsewhere: bool = False
    only_looks: bool = False
    password: str | None = None


class Safe:
    """An app that answers this machine's own names only, takes nothing from other sites' pages, and no endless body.

    What else is let in, or kept out, the door says.
    """

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app = app
        self.door = door

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
                if message["status"] != 304:  # a browser takes over what it says: the page that it has keeps its own
                    out.setdefault("Content-Security-Policy", policy())
            if asked == "HEAD" and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        asked = scope["method"]
        if asked == "HEAD":  # is answered as GET is, but for the body
            scope = {**scope, "method": "GET"}
        if refused := _refused(scope["method"], headers, self.door):
            ask = {"WWW-Authenticate": 'Basic realm="Dateline", charset="UTF-8"'} if refused[0] == 401 else {}
            await PlainTextResponse(refused[1], refused[0], ask)(scope, receive, dressed)
            return
        unread = scope["method"] not in SAFE_METHODS
        try:
            await self.app(scope, _bounded(receive) if unread else receive, dressed)
        except (TooLong, TimeoutError):
            await PlainTextResponse("the body is too long, or came too slowly", status_code=413)(
                scope, receive, dressed
            )


def _bounded(receive: Receive) -> Receive:
    """What takes in a body of at most `LONGEST` bytes, each piece within `SLOWEST` seconds. Raises TooLong, TimeoutError."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await asyncio.wait_for(receive(), SLOWEST) if taken < LONGEST else await receive()
        taken += len(message.get("body", b""))
        if taken > LONGEST:
            raise TooLong
        return message

    return bounded


def _refused(method: str, headers: Headers, door: Door) -> tuple[int, str] | None:
    """Why a request is not answered; None where it is."""
    host = headers.get("host", "")
    if not door.elsewhere and host.rsplit(":", 1)[0] not in HOSTS and host not in HOSTS:
        return 400, "this app answers to 127.0.0.1 and localhost only"
    if door.password is not None and not _knows(headers.get("authorization", ""), door.password):
        return 401, "the password that whoever shares this desk has set is needed; any name will do"
    if method in SAFE_METHODS:
        return None
    if door.only_looks:
        return 403, "this desk is shared to be looked at: nothing can be changed here"
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LONGEST:
        return 413, f"at most {LONGEST} bytes are taken in"
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    # Pages that say `no-referrer` send no origin of theirs along with a form; where it comes from stands in `Sec-Fetch-Site`.
    foreign = origin is not None and urlsplit(origin).netloc != host and (origin, site) != ("null", "same-origin")
    if foreign or site not in (None, "same-origin", "none"):
        return 403, "decisions are taken from this app's own pages only"
    return None


def _knows(given: str, password: str) -> bool:
    """Whether the asker gave the password, by whatever name."""
    scheme, _, coded = given.partition(" ")
    try:
        said = base64.b64decode(coded.strip(), validate=True) if scheme.lower() == "basic" else b""
    except ValueError:
        return False
    return compare_digest(said.partition(b":")[2], password.encode())
