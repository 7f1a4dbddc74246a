"""What who reads the desk keeps on it: stories that are followed, notes, searches; and what moved in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi import HTTPException, Request
from starlette.responses import Response

from dateline.desk import Desk
from dateline.store.search import FACETS, Search
from dateline.web import story as story_page
from dateline.web.addresses import Addresses
from dateline.web.served import Place
from dateline.web.shown import back, form_of, number, show

ALERTS = 100  # that are shown
LONGEST = 10_000  # code points of a note
ASKED = ("q", *FACETS, "report", "person")  # what of a search's address is kept

Form = Mapping[str, str]


def add(made: Addresses, place: Place) -> None:
    """The addresses of alerts, and of what is kept."""
    _alerts(made, place)
    for name, done, do in (
        ("follow", "followed", _follow), ("unfollow", "unfollowed", _unfollow), ("note", "noted", _note),
        ("erase", "erased", _erase), ("save", "saved", _save), ("drop", "dropped", _drop),
    ):  # fmt: skip
        _form(made, place, name, done, do)


def _form(made: Addresses, place: Place, name: str, done: str, do: Callable[[Desk, Form, str], None]) -> None:
    """A form: what it does, and the word for what was done."""

    async def post(request: Request) -> Response:
        form = await form_of(place, request)
        await place.write(lambda opened: do(opened, form, datetime.now(UTC).isoformat(timespec="seconds")))
        return back(form, done)

    made.post(f"/{name}", name=name)(post)


def _follow(opened: Desk, form: Form, now: str) -> None:
    opened.follow(form.get("story", ""), now)


def _unfollow(opened: Desk, form: Form, _: str) -> None:
    opened.reader.unfollow(form.get("story", ""))


def _note(opened: Desk, form: Form, now: str) -> None:
    text = form.get("text", "")
    if not text or len(text) > LONGEST:
        raise HTTPException(422, f"a note has words, and at most {LONGEST:,} characters")
    opened.reader.write(form.get("story", ""), text, now)


def _erase(opened: Desk, form: Form, _: str) -> None:
    opened.reader.erase(number(form.get("row", "")))


def query(given: str) -> str:
    """What of a search's address is kept, always in one order. Raises HTTPException 422 where it asks for nothing."""
    fields = dict(parse_qsl(given[:2000]))
    kept = urlencode({name: fields[name].strip() for name in ASKED if fields.get(name, "").strip()})
    if not Search.of(kept).match():
        raise HTTPException(422, "there is nothing to search for: type words, or narrow by what was found")
    return kept


def _save(opened: Desk, form: Form, now: str) -> None:
    opened.keep_search(query(form.get("query", "")), now)


def _drop(opened: Desk, form: Form, _: str) -> None:
    opened.reader.drop(form.get("query", ""))


def _alerts(made: Addresses, place: Place) -> None:
    @made.get("/alerts")
    def alerts(request: Request) -> Response:
        def fill(opened: Desk) -> Mapping[str, Any]:
            followed = [row for name in opened.reader.followed() if (row := opened.shelf.story(name))]
            saved = [(one, searched(opened, one)) for one in opened.reader.saved()]
            return {"alerts": opened.watching.alerts(ALERTS), "followed": followed, "saved": saved, "of": searched}

        return show(place, request, "alerts.html", fill)

    @made.get("/alerts.atom")
    def feed(request: Request) -> Response:
        def make(opened: Desk) -> Response:
            filled = {"alerts": opened.watching.alerts(ALERTS), "base": str(request.base_url).rstrip("/")}
            body = story_page.templates.get_template("alerts.xml").render(filled)
            return Response(body, media_type="application/atom+xml")

        return place.look(request, make)


def searched(opened: Desk, kept: str) -> str:
    """A search that is kept, in words."""
    search = Search.of(kept)
    row = opened.shelf.story(search.by["story"]) if "story" in search.by else None
    by = {**search.by, **({"story": row.title} if row else {})}
    return " · ".join(filter(None, (search.words, *(f"{name}: {value}" for name, value in by.items()))))
