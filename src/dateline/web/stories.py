"""The pages of one story: its account (also as of a day), events, origins, what is new in it, its judging, its exports."""

from __future__ import annotations

import gzip
import io
import zipfile
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from fastapi import HTTPException, Request
from starlette.responses import HTMLResponse, Response

from dateline import language as languages
from dateline.desk import Desk
from dateline.errors import InputError
from dateline.flow import VERSION
from dateline.records.account import Account, Told
from dateline.records.findings import Claim, Findings, Plan
from dateline.records.report import Report
from dateline.records.story import Edge, Person
from dateline.show import view
from dateline.show.forms import registry
from dateline.show.forms.registry import Part
from dateline.show.page import draw_origins
from dateline.store.items import KINDS
from dateline.store.rows import Filter, Page, Row
from dateline.web import past
from dateline.web import story as story_page
from dateline.web.addresses import Addresses
from dateline.web.beside import passages
from dateline.web.served import Place
from dateline.web.shown import Asked, alike, day, number, show

ALL = 500  # reports of a story that can be chosen
NEW = 100  # rows of each kind of what is new in it
EVENTS = 25  # of a page
DAYS = 12  # on which a story is offered as it was known
TIES = 300  # of a story that can be judged on one page
ALIGNED, PASSAGES = 20, 2  # ties that are shown with their passages, and how many of these of each
LARGEST = (
    60  # reports of a story that is told as of a day at once, while one waits; one of more is told in the background
)
PARTS: tuple[Part, ...] = ("account", "timeline", "plans")


def add(made: Addresses, place: Place) -> None:
    """The addresses under a story's."""
    _account(made, place)
    _parts(made, place)
    _choose(made, place)
    _new(made, place)
    if not place.share:
        _exports(made, place)


def _gone(name: str) -> HTTPException:
    return HTTPException(404, f"no story {name} is told: it may have become part of another")


def _of(opened: Desk, name: str) -> Account:
    """The account of one story. Raises HTTPException 404."""
    account = opened.editions.story(name)
    if account is None:
        raise _gone(name)
    return account


def _row(opened: Desk, name: str) -> Row:
    """What the shelf has of one story. Raises HTTPException 404."""
    row = opened.shelf.story(name)
    if row is None:
        raise _gone(name)
    return row


def _shown(opened: Desk, bare: Told) -> view.Shown:
    """One story with what a page shows of it, and with its reports by what names them alone: the record of a story of 800
    reports takes half a second to read.
    """
    own = opened.shelf.named(bare.id)
    known = {one.id for one in own}
    tied = {one for edge in bare.edges for one in (edge.from_, edge.to)} - known  # of another story, by a quotation
    told = replace(bare, reports=tuple(one.id for one in own))
    account = Account(VERSION, None, (), (), (*own, *opened.shelf.named_so(tied)), (told,))
    return view.Shown(account, told, several=False)


def _account(made: Addresses, place: Place) -> None:
    @made.get("/stories/{name}")
    def story(request: Request, name: str) -> Response:
        asked = Asked(request, "as_of", "at")

        def make(opened: Desk) -> Response:
            row = _row(opened, name)
            every = opened.shelf.days_of(name)
            as_of = day(asked.get("as_of"))
            if as_of is None and (given := asked.get("at")) and 0 < number(given) < len(every):
                as_of = every[number(given) - 1]  # the last of them is now
            if (found := _page(place, opened, row, as_of)) is None:
                return _waiting(place, opened, row, as_of or "")
            page, allowed = found
            at = bisect_right(every, as_of) if as_of else len(every)
            _ahead(place, opened, name, every, at)
            filled = {
                "row": row, "as_of": as_of, "days": some_of(every), "every": every, "at": max(1, at),
                "share": place.share, "token": place.token,
                "back": f"/stories/{quote(name)}", "follows": opened.reader.follows(name), "notes": opened.reader.notes(name),
                "done": request.query_params.get("done"), "telling": place.teller.now,
            }  # fmt: skip
            above = story_page.templates.get_template("above_story.html").render(filled)
            return HTMLResponse(page.replace(story_page.ABOVE, above, 1), headers={"Content-Security-Policy": allowed})

        return place.look(request, make, telling=True, past=bool(asked.values))

    @made.get("/stories/{name}/judge")
    def judge_story(request: Request, name: str) -> Response:
        def fill(opened: Desk) -> Mapping[str, Any]:
            row = _row(opened, name)
            tied, ties = opened.shelf.ties_of(name, TIES)
            findings = Findings(
                plans=opened.shelf.records_of(name, "plan", Plan),
                claims=opened.shelf.records_of(name, "conflict", Claim),
            )
            people = opened.shelf.records_of(name, "person", Person)
            shown = _shown(opened, Told(name, row.title, (), (), ties, people, findings, ()))
            others = [row for row in opened.shelf.stories(Filter(), Page(limit=200), "latest")[1] if row.id != name]
            firsts = opened.shelf.first_reports([one.id for one in others])
            return {"row": row, "shown": shown, "told": shown.told, "tied": tied, "others": others, "firsts": firsts}

        return show(place, request, "judge.html", fill)


def _page(place: Place, opened: Desk, row: Row, as_of: str | None) -> tuple[str, str] | None:
    """A story's page as it is kept, or told as of a day; None where a large one is being told so."""
    if as_of is None:
        if place.share:
            return story_page.drawn(_of(opened, row.id), share=True)
        found = story_page.page(opened, row.id)
        if found is None:
            raise _gone(row.id)
        return _unzipped(*found)
    then = _then(opened, row, as_of)
    page = place.past.page(then) if row.reports > LARGEST else place.past.at_once(then, opened)
    if page is not None and page.status != 200:
        raise HTTPException(page.status, page.why)
    return _unzipped(page.gzipped, page.allowed) if page is not None else None


def _then(opened: Desk, row: Row, as_of: str) -> past.Then:
    return past.Then(row.id, opened.shelf.made_of(row.id), as_of)


def _ahead(place: Place, opened: Desk, name: str, every: Sequence[str], at: int) -> None:
    """Have the days around the one that is looked at told, the last first where it is now."""
    nearest = sorted(range(len(every) - 1), key=lambda number: abs(number - (at - 1)))  # the last of them is now
    place.past.ahead(name, opened.shelf.made_of(name), [every[number] for number in nearest])


def _unzipped(page: bytes, allowed: str) -> tuple[str, str]:
    return gzip.decompress(page).decode("utf-8", "surrogatepass"), allowed


def _waiting(place: Place, opened: Desk, row: Row, as_of: str) -> Response:
    """A page that says that a story is being told as of a day, and looks again where scripts run."""
    address = f"/stories/{quote(row.id)}?as_of={as_of}"
    filled = {
        "row": row, "as_of": as_of, "before": place.past.before(_then(opened, row, as_of)), "again": address,
        "telling": None, "here": address, "done": None, "token": place.token, "back": address, "share": place.share,
    }  # fmt: skip
    body = story_page.templates.get_template("past.html").render(filled)
    return HTMLResponse(body, 202, {"Retry-After": "5"})


def some_of(days: Sequence[str]) -> list[str]:
    """Of many days some, the first and the last among them."""
    step = max(1, -(-len(days) // DAYS))
    return [*days[:-1:step], *days[-1:]]


def _parts(made: Addresses, place: Place) -> None:
    @made.get("/stories/{name}/events")
    def events(request: Request, name: str) -> Response:
        asked = Asked(request, "order")

        def fill(opened: Desk) -> Mapping[str, Any]:
            row, page, by_time = _row(opened, name), asked.page(EVENTS), asked.get("order") == "time"
            shown = _shown(opened, Told(name, row.title, (), (), (), (), Findings(), ()))
            total, some = opened.shelf.events_of(name, page, by_time=by_time)
            return {
                "row": row, "shown": shown, "asked": asked, "total": total,
                "measured": any(languages.of(report.language).marked for report in shown.reports),
                "events": some, "pages": -(-total // EVENTS),
            }  # fmt: skip

        return show(place, request, "events.html", fill)

    @made.get("/stories/{name}/origins")
    def origins(request: Request, name: str) -> Response:
        def fill(opened: Desk) -> Mapping[str, Any]:
            tied, ties = opened.shelf.ties_of(name, ALIGNED, strongest=True)
            first = [one for one, *_ in opened.shelf.reports_of(name, draw_origins.MOST)]
            drawn = {(edge.from_, edge.to): edge for edge in (*opened.shelf.ties_among(name, first), *ties)}
            row, (come_from, rewritten) = _row(opened, name), opened.editions.origins(name)
            edges = tuple(drawn.values())
            shown = _shown(opened, Told(name, row.title, (), come_from, edges, (), Findings(), (), rewritten))
            texts = {one: opened.editions.report(one) for edge in ties for one in (edge.from_, edge.to)}
            return {
                "row": row, "shown": shown, "rest": tied - ALIGNED,
                "drawing": draw_origins.origins(shown, "", lambda one: f"/reports/{quote(one)}"),
                "ties": [_aligned(texts, edge) for edge in ties],
            }  # fmt: skip

        return show(place, request, "origins.html", fill)


def _choose(made: Addresses, place: Place) -> None:
    @made.get("/stories/{name}/compare")
    def choose(request: Request, name: str) -> Response:
        def fill(opened: Desk) -> Mapping[str, Any]:
            row = _row(opened, name)
            reports = opened.shelf.reports_of(name, ALL)
            changed = {} if place.share else opened.changed([one[0] for one in reports])
            return {"row": row, "reports": reports, "changed": changed}

        return show(place, request, "choose.html", fill)


def _new(made: Addresses, place: Place) -> None:
    @made.get("/stories/{name}/new")
    def new(request: Request, name: str) -> Response:
        def fill(opened: Desk) -> Mapping[str, Any]:
            row = _row(opened, name)
            by = {kind: opened.shelf.items(Filter(kind, name, fresh=True), Page(limit=NEW)) for kind in KINDS}
            return {
                "row": row, "total": sum(many for many, _ in by.values()), "alike": alike,
                "by": {kind: found for kind, found in by.items() if found[0]},
            }  # fmt: skip

        return show(place, request, "new.html", fill)


def _aligned(reports: Mapping[str, Report | None], edge: Edge) -> Mapping[str, Any]:
    """A tie with the passages that it rests on, the giver's first."""
    a, b = reports[edge.to], reports[edge.from_]
    assert a is not None and b is not None  # what a story ties is told of
    return {"edge": edge, "a": a, "b": b, "pairs": passages(a, b, edge, PASSAGES)}


def _exports(made: Addresses, place: Place) -> None:
    forms = {part: [registry.FORMS[one] for one in registry.names(part)] for part in PARTS}

    @made.get("/stories/{name}/export")
    def menu(request: Request, name: str) -> Response:
        def fill(opened: Desk) -> Mapping[str, Any]:
            row = _row(opened, name)
            return {"row": row, "forms": forms}

        return show(place, request, "export.html", fill)

    @made.get("/stories/{name}/export/{part}/{form}")
    def export(request: Request, name: str, part: str, form: str) -> Response:
        def make(opened: Desk) -> Response:
            account = _of(opened, name)
            known = next((one for one in PARTS if one == part), None)
            if known is None:
                raise HTTPException(404, f"there is no part {part}: it is one of {', '.join(PARTS)}")
            try:
                files, wanted = registry.files(account, form, known), registry.form(form, known)
            except InputError as error:
                raise HTTPException(422, str(error)) from error
            if wanted.several:
                return _sent(_zipped(files), f"{name}-{form}.zip", "application/zip")
            return _sent(next(iter(files.values())), f"{name}-{part}.{wanted.suffix}", wanted.media)

        return place.look(request, make)


def _sent(content: bytes, called: str, media: str) -> Response:
    return Response(
        content, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(called)}"}, media_type=media
    )


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Several files as one, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        names: Sequence[str] = sorted(files)
        for name in names:
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), files[name])
    return out.getvalue()
