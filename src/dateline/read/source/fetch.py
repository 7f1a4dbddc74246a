"""Addresses given as inputs: fetched once, from public hosts only.

Every address of a host is checked before a socket is opened to that very address, on each redirect anew, so that
neither a name that changes its address nor a redirect leads into a private network. Behind a proxy, which connects for
us, a host that has any private address, or none that we can see, is refused.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from functools import partial
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from dateline.errors import Unreadable
from dateline.read.source.inputs import LARGEST, Source

SECONDS = 30.0  # without a byte
DEADLINE = 60.0  # seconds for a whole answer
_PIECE = 1 << 16
MOST_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)
AGENT = "Dateline (reads news reports for fact-checking)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers: its status, the document where it gave one, and by what to ask whether that has changed."""

    status: int
    source: Source | None
    etag: str | None = None
    modified: str | None = None
    wait: str | None = None  # what it says of when to ask again (`Retry-After`)


def fetched(url: str) -> Source:
    """The document at an http or https address. Raises Unreadable, which names the address."""
    found = asked(url)
    if found.source is None:
        raise Unreadable(url, f"the server answers {found.status}: give the saved page")
    return found.source


def asked(url: str, etag: str | None = None, modified: str | None = None) -> Answer:
    """What is answered at an address, or (status 304, no document) that it has not changed since an earlier answer.

    Raises Unreadable, which names the address.
    """
    at = url
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    for _ in range(MOST_REDIRECTS + 1):
        status, headers, raw = _get(url, at, {name: value for name, value in conditions.items() if value})
        moved = headers.get("Location")
        if status in _MOVED and moved:
            at = _joined(url, at, moved)
            continue
        if len(raw) > LARGEST:
            raise Unreadable(url, f"larger than the limit of {LARGEST >> 20} MiB: refused")
        name = unquote(urlsplit(at).path).rstrip("/").rpartition("/")[2] or urlsplit(at).hostname or "page"
        source = Source(url, None, name, partial(io.BytesIO, raw), at) if status == 200 else None
        return Answer(status, source, headers.get("ETag"), headers.get("Last-Modified"), headers.get("Retry-After"))
    raise Unreadable(url, f"redirects more than {MOST_REDIRECTS} times: give the saved page")


def _joined(url: str, at: str, moved: str) -> str:
    """Where a redirect leads. Raises Unreadable where it is no address."""
    try:
        return urljoin(at, moved)
    except ValueError as error:
        raise Unreadable(url, f"leads to {moved[:80]!r}, which is no address ({error}): give the saved page") from error


def _get(url: str, at: str, more: Mapping[str, str]) -> tuple[int, Message, bytes]:
    """Status, headers and bytes of one answer, asked for with `more` headers."""
    try:
        parts = urlsplit(at)
    except ValueError as error:
        raise Unreadable(url, f"{at[:80]!r} is no address ({error}): mend it") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unreadable(url, f"leads to {at[:80]!r}, which is no http or https address: refused")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        connection, target = _connected(url, parts.scheme, parts.hostname, port)
        path = parts.path or "/"
        path = f"{path}?{parts.query}" if parts.query else path
        try:
            headers = {
                "User-Agent": AGENT,
                "Accept-Encoding": "gzip",
                "Accept": "text/html, */*;q=0.5",
                "Host": parts.netloc.rpartition("@")[2],
                **more,
            }
            connection.request("GET", (target + path).replace(" ", "%20"), headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, _body(answer, connection)
        finally:
            connection.close()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreadable(url, f"cannot be fetched ({str(error)[:80]}): give the saved page") from error


def _body(answer: http.client.HTTPResponse, connection: http.client.HTTPConnection) -> bytes:
    """The bytes of an answer, up to the limit. Raises OSError where they stop short of what was said, or take too long."""
    said = answer.length
    until, parts, size = time.monotonic() + DEADLINE, list[bytes](), 0
    while size <= LARGEST and (part := answer.read1(_PIECE)):
        parts.append(part)
        size += len(part)
        if time.monotonic() > until:
            raise OSError(f"takes more than {DEADLINE:.0f} s")
        if connection.sock is not None:
            connection.sock.settimeout(max(0.1, min(SECONDS, until - time.monotonic())))
    if said is not None and size < said and size <= LARGEST:
        raise OSError(f"is cut short: {size} of {said} bytes came")
    return b"".join(parts)


def _connected(url: str, scheme: str, host: str, port: int) -> tuple[http.client.HTTPConnection, str]:
    """A connection that is open, and what stands before the path in a request over it."""
    addresses = _public(url, host, port)
    proxy = None if proxy_bypass(host) else getproxies().get(scheme)
    if proxy:
        through = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        made = _connection(scheme, through.hostname or "", through.port or 8080)
        if scheme == "http":
            return made, f"http://{host}:{port}"
        made.set_tunnel(host, port)
        return made, ""
    made = _connection(scheme, host, port)
    last: OSError | None = None
    for family, address in addresses:
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.settimeout(SECONDS)
        try:
            opened.connect(address)
            made.sock = (
                ssl.create_default_context().wrap_socket(opened, server_hostname=host) if scheme == "https" else opened
            )
        except OSError as error:
            opened.close()
            last = error
            continue
        return made, ""
    raise last or OSError("no address answers")


def _connection(scheme: str, host: str, port: int) -> http.client.HTTPConnection:
    kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
    return kind(host, port, timeout=SECONDS)


def _public(url: str, host: str, port: int) -> list[tuple[int, tuple[str, int]]]:
    """The addresses of a host, each family and socket address. Raises Unreadable when one is not public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    out = []
    for family, _, _, _, address in found:
        if not public(str(address[0])):
            raise Unreadable(url, f"leads to {host} ({address[0]}), a private or local address: refused")
        out.append((int(family), address))
    return out  # type: ignore[return-value]  # a socket address of its family


_HOLD_IPV4 = tuple(
    map(ipaddress.IPv6Network, ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96"))
)  # in the last bits
_NO_HOSTS = tuple(map(ipaddress.IPv6Network, ("64:ff9b:1::/48", "fec0::/10")))  # of a site alone


def public(address: str) -> bool:
    """Whether an IP address is one of the public internet's."""
    given = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(given, ipaddress.IPv6Address):
        inner = _inner(given)
        if inner is not None:
            return public(str(inner))
        if any(given in network for network in _NO_HOSTS):
            return False
    return given.is_global and not given.is_multicast


def _inner(given: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to, in whichever way it is put into it (RFC 4291, 3056, 6052, 7915)."""
    if given.sixtofour is not None:
        return given.sixtofour
    if given.teredo is not None:
        return given.teredo[1]
    held = any(given in network for network in _HOLD_IPV4)
    return ipaddress.IPv4Address(int(given) & 0xFFFFFFFF) if held else None
