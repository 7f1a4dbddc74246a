"""The shelf: what the latest edition tells, listed and searched without telling it anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from dateline.cite import Span
from dateline.contract import load
from dateline.records.findings import Event
from dateline.records.report import Report, Stamp
from dateline.records.story import Edge
from dateline.store import file
from dateline.store.rows import Dated, Filter, Listed, Page, Result, Row, Written
from dateline.store.search import ITEM, Counts, Search, Searching

ENDS = (("from", "a"), ("to", "b"))  # without the names of their indexes SQLite goes through all ties of a story
T = TypeVar("T")
_ORDERS = {
    "new": "fresh DESC, last DESC, place",
    "latest": "last DESC, place",
    "largest": "origins DESC, reports DESC, place",
    "disputed": "conflicts DESC, last DESC, place",
}
ORDERS = tuple(_ORDERS)
_STORY = "id, title, lead, stands, first, last, reports, origins, conflicts, plans, open, fresh"


class Shelf:
    """What is looked at of an open desk."""

    def __init__(self, db: file.Connection) -> None:
        self._db = db
        self._searching = Searching(db)

    # -- stories

    def stories(self, asked: Filter, page: Page, order: str = "new") -> tuple[int, tuple[Row, ...]]:
        """How many stories there are of that kind, and a page of them. `order` is one of `ORDERS`."""
        where, values = _where_story(asked)
        total = self._db.execute(f"SELECT count(*) FROM story WHERE {where}", values).fetchone()[0]
        rows = self._db.execute(
            f"SELECT {_STORY} FROM story WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
            (*values, page.limit, page.offset),
        )
        return total, tuple(Row(*row) for row in rows)

    def story(self, name: str) -> Row | None:
        """One story; None where there is none of that id."""
        row = self._db.execute(f"SELECT {_STORY} FROM story WHERE id = ?", (name,)).fetchone()
        return Row(*row) if row else None

    def totals(self) -> Mapping[str, int]:
        """How many stories there are, and how much there is in all of them."""
        names = ("reports", "conflicts", "plans", "open", "fresh")
        sums = ", ".join(f"ifnull(sum({name}), 0)" for name in names)
        row = self._db.execute(f"SELECT count(*), {sums} FROM story").fetchone()
        return dict(zip(("stories", *names), row, strict=True))

    def counts(self) -> Mapping[str, int]:
        """How many there are of each kind, with the stories."""
        found = dict(self._db.execute("SELECT kind, many FROM counted").fetchall())
        found["story"] = self._db.execute("SELECT count(*) FROM story").fetchone()[0]
        return found

    def without_page(self, by: str) -> tuple[tuple[str, str], ...]:
        """The stories that have no page made by this version as they are now: their ids, and what of."""
        rows = self._db.execute(
            "SELECT id, ? || ' ' || story.made_of FROM story LEFT JOIN page ON page.story = id"
            " WHERE page.made_of IS NOT ? || ' ' || story.made_of ORDER BY place",
            (by, by),
        )
        return tuple(rows.fetchall())

    def keep_page(self, story: str, made_of: str, page: bytes, allowed: str) -> None:
        """Keep the page of a story, gzipped, as it is to be sent."""
        self._db.execute("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)", (story, made_of, page, allowed))

    def page(self, story: str, by: str) -> tuple[bytes, str] | None:
        """The page of a story as it is now; None where none is kept."""
        row = self._db.execute(
            "SELECT gzipped, allowed FROM page JOIN story ON id = page.story"
            " WHERE id = ? AND page.made_of = ? || ' ' || story.made_of",
            (story, by),
        ).fetchone()
        return (row[0], row[1]) if row else None

    # -- what is in them

    def items(
        self, asked: Filter, page: Page, *, latest: bool = False, soonest: bool = False
    ) -> tuple[int, tuple[Listed, ...]]:
        """How many rows there are of that kind, and a page of them: as they lie in their stories, or by their days."""
        where, values = _where_item(asked)
        if asked.kind and asked == Filter(asked.kind):
            total = self.counts().get(asked.kind, 0)
        else:
            total = self._db.execute(f"SELECT count(*) FROM item WHERE {where}", values).fetchone()[0]
        lie = "item.n" if asked.story is None else "item.place"  # in its story; rows that changed came later
        order = f"item.day DESC, {lie}" if latest else f"item.day, {lie}" if soonest else lie
        if asked.person is not None or asked.report is not None:  # few rows: SQLite would go through all of their kind
            order = f"+{order}"
        # The numbers first, from the indexes alone: rows that lie before the page are not read.
        some = f"SELECT n AS hit FROM item WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
        rows = self._db.execute(
            f"SELECT {ITEM}, record FROM ({some}) JOIN item ON item.n = hit LEFT JOIN story ON story.id = item.story"
            f" ORDER BY {order}",
            (*values, page.limit, page.offset),
        )
        return total, tuple(_listed(row) for row in rows)

    def by_day(self, kind: str, since: str, until: str, few: int) -> tuple[Dated, ...]:
        """The rows of a kind that fall between two ISO days, by their days: of each day a few."""
        some = (
            "SELECT n AS hit, sure, count(*) OVER own AS many, row_number() OVER (PARTITION BY day, sure ORDER BY n) AS at FROM"
            " (SELECT n, day, ifnull(json_extract(record, '$.for'), '') = day AS sure FROM item"
            " WHERE kind = ? AND day BETWEEN ? AND ?) WINDOW own AS (PARTITION BY day, sure)"
        )
        found: dict[tuple[str, bool], tuple[int, list[Listed]]] = {}
        for row in self._db.execute(
            f"SELECT {ITEM}, record, sure, many FROM ({some}) JOIN item ON item.n = hit"
            " LEFT JOIN story ON story.id = item.story WHERE at <= ? ORDER BY item.day, item.n",
            (kind, since, until, few),
        ):
            found.setdefault((row[6], bool(row[-2])), (row[-1], []))[1].append(_listed(row))
        return tuple(Dated(day, sure, many, tuple(rows)) for (day, sure), (many, rows) in found.items())

    def nearest(self, kind: str, day: str, *, later: bool, sure: bool = False) -> str | None:
        """The first day on which something of a kind falls from this one on (`later`), or the last one before it. `sure`: it is
        its day, not the first of those that it may be.
        """
        beyond = "day >= ? ORDER BY day" if later else "day < ? ORDER BY day DESC"
        own = "AND json_extract(record, '$.for') = day " if sure else ""
        asked = f"SELECT day FROM item WHERE kind = ? {own}AND {beyond} LIMIT 1"
        row = self._db.execute(asked, (kind, day)).fetchone()
        return str(row[0]) if row else None

    def resting_on(self, report: str, few: int) -> Mapping[str, tuple[int, list[Listed]]]:
        """Of each kind how many rows rest on words of a report, and the first few of them, in one go."""
        some = (
            "SELECT n AS hit, count(*) OVER (PARTITION BY kind) AS many, row_number() OVER (PARTITION BY kind ORDER BY n) AS at"
            " FROM item INDEXED BY item_found WHERE n IN (SELECT item FROM cited WHERE report = ?)"
        )
        found: dict[str, tuple[int, list[Listed]]] = {}
        for row in self._db.execute(
            f"SELECT {ITEM}, record, many FROM ({some}) JOIN item ON item.n = hit LEFT JOIN story ON story.id = item.story"
            " WHERE at <= ? ORDER BY item.n",
            (report, few),
        ):
            found.setdefault(row[0], (row[-1], []))[1].append(_listed(row))
        return found

    def reports_of(self, story: str, most: int) -> list[tuple[str, str, str | None, str]]:
        """The reports of a story in order of time: id, outlet, day, title."""
        rows = self._db.execute(
            "SELECT id, outlet, day, title FROM item WHERE story = ? AND kind = 'report' ORDER BY place LIMIT ?",
            (story, most),
        )
        return rows.fetchall()

    def named(self, story: str) -> tuple[Report, ...]:
        """The reports of a story in order of time, by what names them alone: whose they are, their title, language and day.

        Of hundreds of reports the words take longest to read. In place of its text a report has what stands above it.
        """
        return self._named("story = ? AND kind = 'report' ORDER BY place", story)

    def named_so(self, reports: Iterable[str]) -> tuple[Report, ...]:
        """The same of some reports, whatever their story."""
        return self._named("kind = 'report' AND id IN (SELECT value FROM json_each(?))", json.dumps(sorted(reports)))

    def _named(self, which: str, value: str) -> tuple[Report, ...]:
        rows = self._db.execute(
            "SELECT id, outlet, title, status, json_extract(record, '$.title'), json_extract(record, '$.published.value')"
            f" FROM item WHERE {which}",
            (value,),
        )
        return tuple(
            Report(name, None, None, outlet, title, (), None, (), language, Stamp(value), None, above, ())
            for name, outlet, above, language, title, value in rows
        )

    def events_of(self, story: str, page: Page, *, by_time: bool = False) -> tuple[int, tuple[Event, ...]]:
        """How many events of a story have a name, and some of them: what most of the story rests on first, what lies before
        it last; or in order of time.
        """
        time = "ifnull(day, '9'), id"
        weight = "json_extract(record, '$.background'), json_extract(record, '$.weight') DESC, id"
        every = self._db.execute(
            "SELECT n FROM item WHERE story = ? AND kind = 'event' AND json_extract(record, '$.label') <> ''"
            f" ORDER BY {time if by_time else weight}",
            (story,),
        ).fetchall()
        some = [n for (n,) in every[page.offset : page.offset + page.limit]]
        wanted = "SELECT n, record FROM item WHERE n IN (SELECT value FROM json_each(?))"
        found = dict(self._db.execute(wanted, (json.dumps(some),)).fetchall())
        return len(every), tuple(load(Event, json.loads(found[n])) for n in some)

    def records_of(self, story: str, kind: str, wanted: type[T]) -> tuple[T, ...]:
        """What there is of a kind in a story, whole, in the order in which it is told."""
        rows = self._db.execute("SELECT record FROM item WHERE story = ? AND kind = ? ORDER BY place", (story, kind))
        return tuple(load(wanted, json.loads(record)) for (record,) in rows)

    def first_reports(self, stories: Sequence[str]) -> dict[str, str]:
        """The id of the first report of each of some stories."""
        rows = self._db.execute(
            "SELECT story, id, min(place) FROM item INDEXED BY item_story"
            " WHERE story IN (SELECT value FROM json_each(?)) AND kind = 'report' GROUP BY story",
            (json.dumps(stories),),
        )
        return {story: first for story, first, _ in rows}

    def outlets(self, typed: str, most: int) -> tuple[str, ...]:
        """The outlets that somebody may mean: the one of this name, however capitalised, else those that have it in theirs."""
        part = "%" + typed.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
        # From each to the next in the index: there are a thousand rows for each outlet.
        rows = self._db.execute(
            "WITH RECURSIVE some (name) AS (SELECT min(outlet) FROM item UNION ALL"
            " SELECT (SELECT min(outlet) FROM item WHERE outlet > name) FROM some WHERE name IS NOT NULL)"
            " SELECT name FROM some WHERE name LIKE ? ESCAPE '!'",
            (part,),
        )
        found = [str(name) for (name,) in rows]
        for same in (typed.__eq__, lambda name: name.casefold() == typed.casefold()):
            if exact := tuple(filter(same, found)):
                return exact[:1]
        return tuple(found[:most])

    def days_of(self, story: str) -> list[str]:
        """The days on which something of a story was reported, in order."""
        rows = self._db.execute(
            "SELECT DISTINCT day FROM item INDEXED BY item_story WHERE story = ? AND kind = 'report' AND day IS NOT NULL",
            (story,),
        )
        return sorted(day for (day,) in rows)

    def made_of(self, story: str) -> str:
        """What a story is made of, as one word: it is another when the story changes; nothing where there is none."""
        row = self._db.execute("SELECT made_of FROM story WHERE id = ?", (story,)).fetchone()
        return str(row[0]) if row else ""

    def ties(self, story: str, report: str) -> tuple[Edge, ...]:
        """What ties a report to others, in its story."""
        own = (
            "SELECT place, record FROM tie INDEXED BY tie_{} WHERE story = ?1 AND {} = ?2".format(*of) for of in ENDS
        )
        rows = self._db.execute(f"{' UNION '.join(own)} ORDER BY place", (story, report))
        return tuple(load(Edge, json.loads(record)) for _, record in rows)

    def ties_of(self, story: str, most: int, *, strongest: bool = False) -> tuple[int, tuple[Edge, ...]]:
        """How many ties there are in a story, and the first of them, or the strongest."""
        # They are numbered from 0: to count them would go through all their records.
        total = self._db.execute("SELECT ifnull(max(place) + 1, 0) FROM tie WHERE story = ?", (story,)).fetchone()[0]
        by = f"{file.STRENGTH} DESC, a, b" if strongest else "place"
        rows = self._db.execute(f"SELECT record FROM tie WHERE story = ? ORDER BY {by} LIMIT ?", (story, most))
        return total, tuple(load(Edge, json.loads(record)) for (record,) in rows)

    def ties_among(self, story: str, reports: Sequence[str]) -> tuple[Edge, ...]:
        """What ties some reports of a story to one another."""
        some = "(SELECT value FROM json_each(?2))"
        rows = self._db.execute(
            f"SELECT record FROM tie INDEXED BY tie_from WHERE story = ?1 AND a IN {some} AND b IN {some} ORDER BY place",
            (story, json.dumps(reports)),
        )
        return tuple(load(Edge, json.loads(record)) for (record,) in rows)

    def item(self, kind: str, name: str) -> tuple[Listed, ...]:
        """What has this id: a person once for each story, anything else once, or not at all."""
        rows = self._db.execute(
            f"SELECT {ITEM}, record FROM item LEFT JOIN story ON story.id = item.story"
            " WHERE item.kind = ? AND item.id = ? ORDER BY item.n",
            (kind, name),
        )
        return tuple(_listed(row) for row in rows)

    def cited(self, report: str) -> tuple[Span, ...]:
        """The words of a report that something rests on, in their order."""
        rows = self._db.execute(
            "SELECT DISTINCT first, last FROM cited WHERE report = ? AND last > first ORDER BY first, last", (report,)
        )
        return tuple(Span(first, last) for first, last in rows)

    def share(self, counts: Counts) -> None:
        """Count what searches have to know together with others who look at the same file."""
        self._searching.counts = counts

    def search(self, asked: Search, page: Page) -> Result:
        """What holds the words, the best first; with the facets of what was found. Nothing where nothing is asked for."""
        return self._searching(asked, page)


def _listed(row: Sequence[Any]) -> Listed:
    return Listed(*row[:9], bool(row[9]), row[10], row[11], Written(row[12]))  # type: ignore[call-arg]


def _where_story(asked: Filter) -> tuple[str, tuple[object, ...]]:
    parts: list[tuple[str, object]] = []
    if asked.outlet:
        parts.append(("id IN (SELECT story FROM item WHERE kind = 'report' AND outlet = ?)", asked.outlet))
    if asked.person:
        parts.append(("id IN (SELECT story FROM takes_part JOIN item ON n = item WHERE person = ?)", asked.person))
    parts += [(words, day) for words, day in (("last >= ?", asked.since), ("first <= ?", asked.until)) if day]
    if asked.fresh:
        parts.append(("fresh > ?", 0))
    if asked.status:  # `disputed`, `planned` and `open` are what a story can be
        parts.append(({"disputed": "conflicts > ?", "planned": "plans > ?", "open": "open > ?"}[asked.status], 0))
    return " AND ".join(("1", *(words for words, _ in parts))), tuple(value for _, value in parts)


def _where_item(asked: Filter) -> tuple[str, tuple[object, ...]]:
    parts: list[tuple[str, object]] = [
        (f"item.{name} = ?", value)
        for name in ("kind", "story", "speaker", "outlet", "status")
        if (value := getattr(asked, name)) is not None
    ]
    if asked.person is not None:
        parts.append(("item.n IN (SELECT item FROM takes_part WHERE person = ?)", asked.person))
    if asked.report is not None:
        parts.append(("item.n IN (SELECT item FROM cited WHERE report = ?)", asked.report))
    parts += [(words, day) for words, day in (("item.day >= ?", asked.since), ("item.day <= ?", asked.until)) if day]
    if asked.fresh:  # of a story all rows are fewer than all that is new
        parts.append(("+item.fresh = ?" if asked.story is not None else "item.fresh = ?", 1))
    return " AND ".join(("1", *(words for words, _ in parts))), tuple(value for _, value in parts)
