"""The pages of a desk: what is new, stories, reports, people, plans, search, comparison, and the log of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby, pairwise
from typing import Any

from fastapi import HTTPException, Request
from starlette.responses import Response

from dateline import language as languages
from dateline.cite import Cite
from dateline.contract import load
from dateline.desk import Desk
from dateline.errors import DeskError
from dateline.read.versions import changes
from dateline.records.findings import Plan
from dateline.records.judgements import Judgement, OnDate, OnFinding, OnReports
from dateline.records.report import Report
from dateline.show import words
from dateline.show.page import report_text, whole
from dateline.store.rows import Filter, Page, Result
from dateline.store.search import FACETS, Search
from dateline.store.shelf import ORDERS
from dateline.web import bits, marks, months, own, stories
from dateline.web.addresses import Addresses
from dateline.web.api import remembered
from dateline.web.beside import beside
from dateline.web.served import Place
from dateline.web.shown import NOT_SHARED, Asked, alike, back, day, form_of, number, show

STORIES, ITEMS, FOUND = 40, 100, 20  # rows of a page
CHANGES = 200  # from one version to the next
FEW, ALL = 8, 500  # findings and ties of one report, of each kind; and where all are asked for
OUTLETS = 12  # that are offered where what was typed may be several
SOON = 14  # days in which a plan is due soon
CALLED = dict(zip(FACETS, ("Kind", "Story", "Outlet", "Month", "Speaker", "Status"), strict=True))
TOO_FEW = "two or three reports are compared: /compare?a=ID&b=ID&c=ID. “Compare” on a story’s page offers its reports"
STATES = ("disputed", "planned", "open")


def addresses(place: Place) -> Addresses:
    """The addresses of the pages."""
    made = Addresses()
    _desk(made, place)
    _lists(made, place)
    stories.add(made, place)
    _report(made, place)
    _compare(made, place)
    _people(made, place)
    _decisions(made, place)
    months.add(made, place)
    own.add(made, place)
    return made


def _desk(made: Addresses, place: Place) -> None:
    @made.get("/")
    def desk(request: Request) -> Response:
        asked = Asked(request, "order", "status", "outlet", "since", "until", "fresh")
        order = asked.get("order") if asked.get("order") in ORDERS else "new"
        status = asked.get("status") if asked.get("status") in STATES else None
        since, until, outlet = day(asked.get("since")), day(asked.get("until")), asked.get("outlet")

        def fill(opened: Desk) -> Mapping[str, Any]:
            meant = opened.shelf.outlets(outlet, OUTLETS) if outlet else ()
            wanted = Filter(
                outlet=meant[0] if len(meant) == 1 else outlet, since=since, until=until, fresh=bool(asked.get("fresh")),
                status=status,
            )  # fmt: skip
            total, rows = opened.shelf.stories(wanted, asked.page(STORIES), order or "new")
            today = datetime.now(UTC).date()
            soon = (today.isoformat(), (today + timedelta(days=SOON)).isoformat())
            few = Page(limit=8)
            return {
                "asked": asked, "which": meant if len(meant) > 1 else (), "order": order, "orders": ORDERS, "states": STATES,
                "total": total, "rows": rows,
                "pages": -(-total // STORIES), "totals": opened.shelf.totals(), "due": months.due(opened, *soon),
                "soon": SOON, "conflicts": opened.shelf.items(Filter("conflict", fresh=True), few, latest=True),
                "plans": opened.shelf.items(Filter("plan", fresh=True), few, latest=True),
                "open": opened.shelf.items(Filter("question", status="open"), few, latest=True),
            }  # fmt: skip

        return show(place, request, "desk.html", fill)


def _report(made: Addresses, place: Place) -> None:
    @made.get("/reports/{name:path}")
    def report(request: Request, name: str) -> Response:
        asked = Asked(request, "all", "marks")

        def fill(opened: Desk) -> Mapping[str, Any]:
            rows = opened.shelf.item("report", name)
            if not rows:
                raise HTTPException(404, f"no report {name} is told of: it may be a version of another, or be gone")
            found = opened.editions.report(name)
            assert found is not None  # the shelf is made of the edition
            few = ALL if asked.get("all") else FEW
            resting = opened.shelf.resting_on(name, few)
            about = {
                kind: resting.get(kind, (0, [])) for kind in ("statement", "event", "plan", "conflict", "question")
            }
            taken = (Cite(name, span.start, span.end, span.of(found.text)) for span in opened.shelf.cited(name))
            cut = report_text.excerpts if place.share else report_text.paragraphs
            marked = opened.marks_of(found) if asked.get("marks") and not place.share else None
            text = report_text.noted(found, marks.of(marked)) if marked else cut(found, taken, {})
            ties = opened.shelf.ties(rows[0].story, name)
            others = {edge.to if edge.from_ == name else edge.from_ for edge in ties[:few]}
            return {
                "row": rows[0], "report": found, "masthead": whole.masthead(found), "about": about, "ties": ties,
                "few": few, "text": tuple(text), "names": {one: _name(opened, one) for one in others},
                "inside": opened.shelf.reports_of(rows[0].story, ITEMS), "most": ITEMS, "asked": asked,
                "marked": marked is not None, "kinds": marks.KINDS,
                "measured": languages.of(found.language).marked,
                "versions": opened.version_days(name), "language": found.language,
            }  # fmt: skip

        return show(place, request, "report.html", fill)

    @made.get("/versions/{name:path}")
    def versions(request: Request, name: str) -> Response:
        def fill(opened: Desk) -> Mapping[str, Any]:
            try:
                known = opened.versions(name)
            except DeskError as error:
                raise HTTPException(404, str(error)) from error
            steps = [(old, new, changes(old, new)) for old, new in pairwise(known)]
            return {"known": known, "first": known[0], "steps": steps, "most": CHANGES}

        if place.share:
            raise HTTPException(403, NOT_SHARED)
        return show(place, request, "versions.html", fill)


def _compare(made: Addresses, place: Place) -> None:
    @made.get("/compare")
    def compare(request: Request) -> Response:
        asked = Asked(request, "a", "b", "c")

        def fill(opened: Desk) -> Mapping[str, Any]:
            names = dict.fromkeys(name for side in ("a", "b", "c") if (name := asked.get(side)))
            if len(names) < 2:
                raise HTTPException(422, TOO_FEW)
            reports = [_one_report(opened, name) for name in names]
            found = [row for one in reports for row in opened.shelf.item("report", one.id)[:1]]
            story = found[0] if len(found) == len(reports) and len({row.story for row in found}) == 1 else None
            ties = [tie for one in reports for tie in (opened.shelf.ties(story.story, one.id) if story else ())]
            among = {(tie.from_, tie.to): tie for tie in ties if {tie.from_, tie.to} <= names.keys()}
            edges = [among[pair] for pair in sorted(among)]
            return {
                "reports": reports, "edges": edges, "story": story, "asked": asked, "all": beside(reports, edges),
                "order": {one.id: number for number, one in enumerate(reports)},
                "inside": opened.shelf.reports_of(story.story, ITEMS) if story else (),
            }  # fmt: skip

        return show(place, request, "compare.html", fill)


def _name(opened: Desk, report: str) -> str:
    """How a report is named: outlet and day."""
    rows = opened.shelf.item("report", report)
    return f"{words.straight(rows[0].outlet or report)}, {words.short_day(rows[0].day)}" if rows else report


def _one_report(opened: Desk, name: str) -> Report:
    found = opened.editions.report(name)
    if found is None:
        raise HTTPException(404, f"no report {name} is told of")
    return found


def _people(made: Addresses, place: Place) -> None:
    @made.get("/people/{name}")
    def person(request: Request, name: str) -> Response:
        asked = Asked(request)

        def fill(opened: Desk) -> Mapping[str, Any]:
            rows = opened.shelf.item("person", name)
            if not rows:
                raise HTTPException(404, f"nobody with the id {name} is told of")
            aliases = once((alias for row in rows for alias in row.record["aliases"]), rows[0].title)
            roles = once(row.record["role"] for row in rows if row.record["role"])
            about = {
                kind: opened.shelf.items(Filter(kind, person=name), asked.page(ITEMS), latest=True)
                for kind in ("statement", "event", "plan")
            }
            most = max(total for total, _ in about.values())
            return {
                "rows": rows, "person": rows[0], "aliases": aliases, "roles": roles, "about": about,
                "asked": asked, "pages": -(-most // ITEMS), "alike": alike,
            }  # fmt: skip

        return show(place, request, "person.html", fill)


def once(names: Iterable[str], but: str = "") -> list[str]:
    """Names in their order, each once, however it is capitalised and dotted."""
    found = {but.casefold().replace(".", ""): but}
    for name in names:
        found.setdefault(name.casefold().replace(".", ""), name)
    return [name for name in found.values() if name != but]


def narrowing(asked: Asked, result: Result, by: Mapping[str, str]) -> Iterator[tuple[str, list[tuple[str, str, int]]]]:
    """What a search could be narrowed by: of each facet how it is called, and its values, each with its address and how often
    it was found. One that has a single value, by which it is narrowed already, is none.
    """
    for name, called in CALLED.items():
        if (values := result.facets[name]) and (len(values) > 1 or name not in by):
            places = asked.addresses(name, [one.value for one in values])
            named = (bits.value(name, one.label) for one in values)
            yield called, [(at, of, one.count) for at, of, one in zip(places, named, values, strict=True)]


def _narrowed(opened: Desk, by: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """By what a search is narrowed: its facet, how that is called, and how its value is."""
    for name, value in by.items():
        row = opened.shelf.story(value) if name == "story" else None
        rows = opened.shelf.item(name, value) if name in ("report", "person") else ()
        label = row.title if row else rows[0].title if rows else bits.value(name, value)
        yield name, CALLED.get(name, name.capitalize()), label


def _lists(made: Addresses, place: Place) -> None:
    @made.get("/search")
    def search(request: Request) -> Response:
        asked = Asked(request, "q", "newest", *FACETS, "report", "person")
        by = {name: value for name in (*FACETS, "report", "person") if (value := asked.get(name))}

        def fill(opened: Desk) -> Mapping[str, Any]:
            wanted = Search(asked.get("q") or "", by, bool(asked.get("newest")))
            result = opened.shelf.search(wanted, asked.page(FOUND))
            pages = -(-result.counted // FOUND)
            if place.share:  # what stands around found words in a report is not shared
                found = tuple(replace(one, words=()) if one.kind == "report" else one for one in result.found)
                result = replace(result, found=found)
            narrow = tuple(narrowing(asked, result, by))
            return {
                "asked": asked, "by": tuple(_narrowed(opened, by)), "result": result, "found": bits.found(result.found),
                "pages": pages, "narrow": narrow, "phrases": wanted.phrases(),
            }  # fmt: skip

        return show(place, request, "search.html", fill)

    @made.get("/plans")
    def plans(request: Request) -> Response:
        asked = Asked(request, "since", "until", "status", "fresh")
        today, since = datetime.now(UTC).date().isoformat(), day(asked.get("since"))
        wanted = Filter(
            "plan",
            since=since,
            until=day(asked.get("until")),
            status=asked.get("status"),
            fresh=bool(asked.get("fresh")),
        )

        def fill(opened: Desk) -> Mapping[str, Any]:
            # From a day on one wants what comes first, of all what aims farthest.
            total, rows = opened.shelf.items(wanted, asked.page(ITEMS), latest=not since, soonest=bool(since))
            plans = [(row, load(Plan, row.record)) for row in rows]
            months = [(month, list(some)) for month, some in groupby(plans, lambda pair: (pair[0].day or "")[:7])]
            return {
                "asked": asked, "total": total, "months": months, "today": today, "soonest": since, "pages": -(-total // ITEMS),
            }  # fmt: skip

        return show(place, request, "plans.html", fill)


def _decisions(made: Addresses, place: Place) -> None:
    @made.get("/keys")
    def keys(request: Request) -> Response:
        return show(place, request, "keys.html", lambda _: {})

    @made.get("/judgements")
    def judgements(request: Request) -> Response:
        return show(
            place, request, "judgements.html", lambda opened: {"decisions": opened.decisions()[::-1], "parts": parts}
        )

    @made.post("/judge")
    async def judge(request: Request) -> Response:
        form = await form_of(place, request)
        row, _ = await remembered(place, form, "app")
        return back(form, str(row))

    @made.post("/undo")
    async def undo(request: Request) -> Response:
        form = await form_of(place, request)
        await place.write(lambda opened: opened.undo(number(form.get("row", ""))))
        place.teller.changed()
        return back(form, "undone")

    @made.post("/seen")
    async def seen(request: Request) -> Response:
        form = await form_of(place, request)
        await place.write(lambda opened: opened.see())
        return back(form, "seen")


def parts(decision: Judgement) -> tuple[tuple[str, bool], tuple[str, bool]]:
    """What a decision is on: both parts, each with whether it is a report."""
    if isinstance(decision, OnDate):
        return (decision.report, True), (decision.day, False)
    if isinstance(decision, OnFinding):
        return (decision.finding, False), (decision.report, True)
    reports = isinstance(decision, OnReports)
    return (decision.a, reports), (decision.b, reports)
