"""What every page is made with: what stands in its address, the frame around it, and the forms that it sends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from secrets import compare_digest
from typing import Any
from urllib.parse import parse_qs, quote_plus, urlencode

from fastapi import HTTPException, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dateline.desk import Desk
from dateline.show import words
from dateline.store.rows import Listed, Page
from dateline.web import story as story_page
from dateline.web.served import Place

NOT_SHARED = "whole texts are not shared here: only the words that the account cites"
ANSWERS = {
    "same-story": "They are one story", "not-same-story": "They are two stories", "copy-of": "The first copies the second",
    "not-copy-of": "Neither copies the other", "same-person": "They are one person", "not-same-person": "They are two people",
    "no-statement": "Nobody states this", "no-plan": "This is no plan", "no-conflict": "They do not differ",
    "called": "It is called", "when": "It was published on",
}  # fmt: skip


class Asked:
    """What stands in a page's address: its filters, and which part of a list."""

    def __init__(self, request: Request, *names: str) -> None:
        given = request.query_params
        self.values = {name: value for name in names if (value := given.get(name, "").strip()[:500])}
        self._encoded = {name: _encoded(name, value) for name, value in self.values.items()}
        self.number = min(max(1, number(given.get("page", "1"))), 10**9)
        self.path = request.url.path

    def get(self, name: str) -> str | None:
        """A filter, where it is set."""
        return self.values.get(name)

    def page(self, rows: int) -> Page:
        """The part of the list."""
        return Page((self.number - 1) * rows, rows)

    def address(self, **changed: object) -> str:
        """The same page with other filters; from its first part, unless a `page` is asked for."""
        both = {**self._encoded, **{name: _encoded(name, value) for name, value in changed.items()}}
        return f"{self.path}?{'&'.join(filter(None, both.values()))}"

    def addresses(self, name: str, values: Iterable[str]) -> list[str]:
        """The same page, from its first part, with each of some values for one filter."""
        before, _, after = self.address(**{name: "\n"}).partition(_encoded(name, "\n"))
        return [f"{before}{_encoded(name, value)}{after}" for value in values]


@lru_cache(maxsize=4096)  # pages offer the same kinds, months and outlets again and again
def _encoded(name: str, value: object) -> str:
    """A filter as it stands in an address; nothing where it is not set."""
    return f"{name}={quote_plus(str(value))}" if value else ""


def number(value: str) -> int:
    """A number that stands in an address or a form; 1 where it is none."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 12 else 1


def day(value: str | None) -> str | None:
    """An ISO day that somebody typed; None where it is none."""
    try:
        return datetime.strptime(value, "%Y-%m-%d").date().isoformat() if value else None
    except ValueError:
        return None


def alike(rows: Iterable[Listed]) -> list[list[Listed]]:
    """Rows in their order, statements of one in the same words together: who carried them stands once."""
    found: dict[tuple[str, ...], list[Listed]] = {}
    for row in rows:
        content = row.record.get("content") if row.kind == "statement" else None
        told = tuple(words.bare(cite["text"]).casefold() for cite in content or ())
        key = (row.title, *told) if content else (row.kind, row.id)
        found.setdefault(key, []).append(row)
    return list(found.values())


def show(place: Place, request: Request, name: str, fill: Callable[[Desk], Mapping[str, Any]]) -> Response:
    """A page made of a template; one that says so where nothing was told yet."""

    def make(opened: Desk) -> Response:
        edition = opened.editions.state()
        common = {
            "token": place.token, "telling": place.teller.now, "edition": edition and edition[0],
            "here": request.url.path, "back": _own_address(request), "done": request.query_params.get("done"),
            "answers": ANSWERS, "share": place.share,
        }  # fmt: skip
        if edition is None:
            body = story_page.templates.get_template("nothing.html").render(common)
            return HTMLResponse(body, 503, {"Retry-After": "3"})
        body = story_page.templates.get_template(name).render({**common, **fill(opened)})
        return HTMLResponse(body)

    return place.look(request, make, telling=True)


def _own_address(request: Request) -> str:
    """The page's address without what was done last."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "done"]
    return request.url.path + (f"?{urlencode(kept)}" if kept else "")


async def form_of(place: Place, request: Request) -> dict[str, str]:
    """The fields of a form that one of our pages sent. Raises HTTPException 403 for any other."""
    fields = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=20)
    form = {key: values[0].strip() for key, values in fields.items()}
    if not compare_digest(form.get("token", "").encode(), place.token.encode()):
        raise HTTPException(403, "the page that sent this is from before the app was started: load it again")
    return form


def back(form: Mapping[str, str], done: str) -> Response:
    """To the page that sent the form, which says what was done."""
    back = form.get("back", "/")
    if not back.startswith("/") or back.startswith("//") or "\\" in back:
        back = "/"
    return RedirectResponse(f"{back}{'&' if '?' in back else '?'}done={done}", 303)
