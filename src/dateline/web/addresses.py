"""The addresses of pages. A look at one is found by its path and made; nothing is declared, checked or described on the way.

What programs ask for is (`api.py`); for a page that costs as much time as a tenth of it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

Look = Callable[..., Response]  # of a request, and what stands in its path
Write = Callable[[Request], Coroutine[Any, Any, Response]]


class Addresses:
    """What is looked at, and what forms are sent to, as routes of an app."""

    def __init__(self) -> None:
        self.routes: list[Route] = []

    def get(self, path: str) -> Callable[[Look], Look]:
        """What is looked at under a path; it is made in a thread."""

        def add(make: Look) -> Look:
            def look(request: Request) -> Response:
                return make(request, **request.path_params)

            self.routes.append(Route(path, look, methods=["GET"], name=make.__name__))
            return make

        return add

    def post(self, path: str, name: str | None = None) -> Callable[[Write], Write]:
        """What a form is sent to."""

        def add(do: Write) -> Write:
            self.routes.append(Route(path, do, methods=["POST"], name=name or do.__name__))
            return do

        return add
