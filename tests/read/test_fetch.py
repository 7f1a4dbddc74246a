"""Addresses: fetched from public hosts only, whatever a name or a redirect leads to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dateline.errors import Unreadable
from dateline.read.source import fetch


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path[4:])
            self.end_headers()
            return
        self.send_response(404 if self.path == "/missing" else 200)
        self.end_headers()
        self.wfile.write(b"Bridge shut")

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()
    thread.join()


def test_a_local_address_is_refused(server: str) -> None:
    with pytest.raises(Unreadable, match="private or local"):
        fetch.fetched(f"{server}/bridge.txt")


def test_a_local_address_is_refused_behind_a_proxy_too(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server)
    with pytest.raises(Unreadable, match="private or local"):
        fetch.fetched("http://127.0.0.2/bridge.txt")


def test_each_redirect_is_checked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "public", lambda address: address == "127.0.0.1")
    assert fetch.fetched(f"{server}/bridge.txt").data() == b"Bridge shut"
    assert fetch.fetched(f"{server}/to?/bridge.txt").url == f"{server}/bridge.txt"
    with pytest.raises(Unreadable, match=r"169\.254\.169\.254.*refused"):
        fetch.fetched(f"{server}/to?http://169.254.169.254/latest")
    with pytest.raises(Unreadable, match="no http or https"):
        fetch.fetched(f"{server}/to?file:///etc/passwd")
    with pytest.raises(Unreadable, match="redirects more than"):
        fetch.fetched(f"{server}/to?" * 8 + "/bridge.txt")
    with pytest.raises(Unreadable, match="answers 404"):
        fetch.fetched(f"{server}/missing")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("127.0.0.1", False), ("10.0.0.1", False), ("::1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("fe80::1%eth0", False), ("::ffff:127.0.0.1", False),
        ("0.0.0.0", False), ("100.64.0.1", False), ("224.0.0.1", False), ("fd00::1", False), ("2002:7f00:1::", False),
        ("::127.0.0.1", False), ("64:ff9b::7f00:1", False), ("64:ff9b::808:808", True), ("64:ff9b:1::808:808", False),
        ("::ffff:0:127.0.0.1", False), ("2001:0:0:0:0:0:80ff:fffe", False), ("fec0::1", False), ("::ffff:8.8.8.8", True),
    ],
)  # fmt: skip
def test_public(address: str, public: bool) -> None:
    assert fetch.public(address) is public
