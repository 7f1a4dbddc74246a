"""A desk is served at a port: one that is taken is said, and who never says what is wanted is not waited for."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest
from starlette.responses import Response

from dateline.desk import Desk
from dateline.errors import InputError
from dateline.web import served, serving
from dateline.web.safe import Door


def test_a_port_that_is_taken_is_said_with_what_to_do(tmp_path: Path) -> None:
    Desk.create(tmp_path / "a.desk").__exit__()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(InputError, match=f"port {port} of 127.0.0.1 cannot be listened to.*--port"):
            serving.serve(tmp_path / "a.desk", Door(), "127.0.0.1", port, pytest.fail)


def test_a_head_that_does_not_come_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "SLOWEST", 0.5)
    Desk.create(tmp_path / "a.desk").__exit__()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = threading.Event()
    what = (tmp_path / "a.desk", Door(), "127.0.0.1", port, begun.set)
    threading.Thread(target=serving.serve, args=what, daemon=True).start()
    assert begun.wait(20)
    for said in (b"", b"GET / HTTP/1.1\r\nHos"):
        with _connected(port) as one:
            one.sendall(said)
            one.settimeout(20)
            assert one.recv(100) == b""
    with _connected(port) as one:
        one.sendall(b"GET /favicon.ico HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        one.settimeout(20)
        assert one.recv(100).startswith(b"HTTP/1.1 204")


def test_answers_are_kept_by_all_that_they_take() -> None:
    bodies = served.Bodies(room=10 * served.AROUND + 100)
    for number in range(40):
        bodies.keep(str(number), Response(b"", headers={"ETag": "a"}))
    assert [number for number in range(40) if bodies.get(str(number))] == list(range(30, 40))
    bodies.keep("39", Response(b"x" * 100))  # in the place of the one before
    assert bodies.get("30") is not None
    bodies.keep("39", Response(b"x" * 101))  # for which the one asked for longest ago goes
    assert bodies.get("31") is None and bodies.get("30") is not None


def _connected(port: int) -> socket.socket:
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            time.sleep(0.1)
    pytest.fail("nothing answers")
