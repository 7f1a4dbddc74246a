"""A desk served at a port of this machine, until somebody ends it."""

from __future__ import annotations

import contextlib
import socket
import sys
from asyncio import TimerHandle, Transport
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from dateline import web
from dateline.errors import InputError
from dateline.web.safe import SLOWEST, Door

# Nothing stands between this machine's asker and the app: no proxy that says who asks, no log of looks, no other protocol.
PLAIN: Mapping[str, Any] = {
    "log_level": "warning",
    "access_log": False,
    "proxy_headers": False,
    "server_header": False,
    "ws": "none",
}


class Prompt(H11Protocol):
    """A connection that is closed where the head of a request does not come within `SLOWEST` seconds."""

    _late: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """As asyncio has it."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """As asyncio has it."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._wait_no_more()
        elif self._late is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """As asyncio has it."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._late = self.loop.call_later(SLOWEST, self.transport.close)

    def _wait_no_more(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def serve(desk: Path, door: Door, host: str, port: int, begun: Callable[[], None]) -> None:
    """Serve a desk until somebody ends it; `begun` is called once the port is had.

    Raises DeskError where the desk cannot be opened, and InputError where the port cannot be had.
    """
    made = web.app(desk, door)
    with _listening(host, port) as listening:
        begun()
        with contextlib.suppress(KeyboardInterrupt):  # whoever ends it with Ctrl-C has seen that
            uvicorn.Server(uvicorn.Config(made, http=Prompt, **PLAIN)).run([listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket at a port. Raises InputError where another has it, or it cannot be had."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, sys.platform != "win32")
        listening.bind((host.strip("[]"), port))
    except OSError as error:
        listening.close()
        raise InputError(
            f"port {port} of {host} cannot be listened to ({error.strerror}): name another with --port, or end the"
            " `dateline serve` that may be running there"
        ) from error
    return listening
