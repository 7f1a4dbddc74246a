"""The shelf: what the latest edition tells, listed and searched without telling it anew."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from dateline.cite import Span
from dateline.contract import load
from dateline.records.story import Edge
from dateline.store import file
from dateline.store.items import facet

Json = Any
MOST = 1_000  # rows that are ranked: where more are found, the last that were laid on the desk
COUNTED = 500  # of these, the first: they are shown, and counted by their facets
SHOWN = 10  # values of a facet
FACETS = ("kind", "story", "outlet", "day", "speaker", "status")
_WORD = re.compile(r'(-?)"([^"]*)"?|(-?)(\S+)')
_ON, _OFF = "\x02", "\x03"  # around found words, as SQLite hands them over


@dataclass(frozen=True, slots=True)
class Row:
    """A story in a list: how it is called, how it begins and where it stands, its days, and counts; `fresh` of what is new."""

    id: str
    title: str
    lead: str
    stands: str
    first: str | None
    last: str | None
    reports: int
    origins: int
    conflicts: int
    plans: int
    open: int
    fresh: int


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, report or person in one story, and what it is looked for by.

    `words_at` says where in its report (`start-end`) the words stand that tell it.
    """

    kind: str
    id: str
    story: str
    story_title: str
    report: str | None
    outlet: str | None
    day: str | None
    speaker: str | None
    status: str | None
    fresh: bool
    words_at: str | None


@dataclass(frozen=True, slots=True)
class Listed(Item):
    """An item in a list. `record` is the contract's JSON of it."""

    title: str
    record: Json


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `found`: they are what was searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Found(Item):
    """What a search found: an item, and its words, those that were searched for apart."""

    title: tuple[Piece, ...]
    words: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, how it is called, and how often it was found."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """A page of what was found, of `total`. Facets are counted over `counted` of these."""

    total: int
    counted: int
    found: tuple[Found, ...]
    facets: Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the rows are wanted."""

    offset: int = 0
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are wanted; what is None does not matter. `since` and `until` are ISO days, both within.

    `report` is one that is cited, `person` the id of somebody who takes part.
    """

    kind: str | None = None
    story: str | None = None
    report: str | None = None
    person: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for: words, "words in a row", beginnings (word*), -not these; narrowed by facets."""

    words: str = ""
    by: Mapping[str, str] = field(default_factory=dict)  # of FACETS, and `report` and `person`
    newest: bool = False  # the newest first, not the best

    @classmethod
    def of(cls, query: str) -> Search:
        """The search that a page's address asks for, by the part after its question mark."""
        given = dict(parse_qsl(query))
        by = {name: given[name] for name in (*FACETS, "report", "person") if name in given}
        return cls(given.get("q", ""), by, bool(given.get("newest")))

    def match(self) -> str:
        """The same in SQLite's words; empty where nothing is asked for."""
        wanted = [f"facets : {_quoted(facet(of, value).rstrip('*'))}" for of, value in self.by.items() if value]
        refused: list[str] = []
        for phrase_not, phrase, word_not, word in _WORD.findall(self.words):
            one = _quoted(phrase or word)
            if one:
                (refused if phrase_not or word_not else wanted).append(f"{{title text}} : {one}")
        if not wanted:
            return ""
        asked = " AND ".join(wanted)
        return f"({asked}) NOT ({' OR '.join(refused)})" if refused else asked


def _quoted(words: str) -> str:
    """Words as SQLite takes them, whatever is in them; empty where there is no letter or digit."""
    bare = words.replace('"', " ").replace("\x00", " ")
    if not any(c.isalnum() for c in bare):
        return ""
    return f'"{bare.rstrip("*")}"*' if bare.endswith("*") else f'"{bare}"'


_ORDERS = {
    "new": "fresh DESC, last DESC, place",
    "latest": "last DESC, place",
    "largest": "origins DESC, reports DESC, place",
    "disputed": "conflicts DESC, last DESC, place",
}
ORDERS = tuple(_ORDERS)
_STORY = "id, title, lead, stands, first, last, reports, origins, conflicts, plans, open, fresh"
_ITEM = (
    "item.kind, item.id, item.story, ifnull(story.title, ''), report, outlet, day, speaker, status, item.fresh, words_at,"
    " item.title"
)


class Shelf:
    """What is looked at of an open desk."""

    def __init__(self, db: file.Connection) -> None:
        self._db = db

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

    def items(self, asked: Filter, page: Page, *, latest: bool = False) -> tuple[int, tuple[Listed, ...]]:
        """How many rows there are of that kind, and a page of them: as they lie in their stories, or the latest first."""
        where, values = _where_item(asked)
        if asked.kind and asked == Filter(asked.kind):
            total = self.counts().get(asked.kind, 0)
        else:
            total = self._db.execute(f"SELECT count(*) FROM item WHERE {where}", values).fetchone()[0]
        order = "item.day DESC, item.n" if latest else "item.n"
        # The numbers first, from the indexes alone: rows that lie before the page are not read.
        some = f"SELECT n AS hit FROM item WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
        rows = self._db.execute(
            f"SELECT {_ITEM}, record FROM ({some}) JOIN item ON item.n = hit LEFT JOIN story ON story.id = item.story"
            f" ORDER BY {order}",
            (*values, page.limit, page.offset),
        )
        return total, tuple(_listed(row) for row in rows)

    def resting_on(self, report: str, few: int) -> Mapping[str, tuple[int, list[Listed]]]:
        """Of each kind how many rows rest on words of a report, and the first few of them, in one go."""
        some = (
            "SELECT n AS hit, count(*) OVER (PARTITION BY kind) AS many, row_number() OVER (PARTITION BY kind ORDER BY n) AS at"
            " FROM item INDEXED BY item_found WHERE n IN (SELECT item FROM cited WHERE report = ?)"
        )
        found: dict[str, tuple[int, list[Listed]]] = {}
        for row in self._db.execute(
            f"SELECT {_ITEM}, record, many FROM ({some}) JOIN item ON item.n = hit LEFT JOIN story ON story.id = item.story"
            " WHERE at <= ? ORDER BY item.n",
            (report, few),
        ):
            found.setdefault(row[0], (row[-1], []))[1].append(_listed(row))
        return found

    def reports_of(self, story: str, most: int) -> list[tuple[str, str, str | None]]:
        """The reports of a story in order of time: id, outlet, day."""
        rows = self._db.execute(
            "SELECT id, outlet, day FROM item WHERE story = ? AND kind = 'report' ORDER BY place LIMIT ?", (story, most)
        )
        return rows.fetchall()

    def ties(self, story: str, report: str) -> tuple[Edge, ...]:
        """What ties a report to others, in its story."""
        rows = self._db.execute(
            "SELECT record FROM tie WHERE story = ? AND ? IN (a, b) ORDER BY place", (story, report)
        )
        return tuple(load(Edge, json.loads(record)) for (record,) in rows)

    def item(self, kind: str, name: str) -> tuple[Listed, ...]:
        """What has this id: a person once for each story, anything else once, or not at all."""
        rows = self._db.execute(
            f"SELECT {_ITEM}, record FROM item LEFT JOIN story ON story.id = item.story"
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

    # -- search

    def search(self, asked: Search, page: Page) -> Result:
        """What holds the words, the best first; with the facets of what was found. Nothing where nothing is asked for."""
        if not (match := asked.match()):
            return Result(0, 0, (), dict.fromkeys(FACETS, ()))
        ranked = (
            "SELECT rowid AS hit, -bm25(item_words, 4.0, 1.0, 0.0) AS weight FROM item_words WHERE item_words MATCH ?"
            " ORDER BY rowid DESC LIMIT ?"
        )
        some: tuple[object, ...] = (match, MOST)
        if not asked.newest:  # the days of those that are not among the best need no look
            ranked = f"SELECT * FROM ({ranked}) ORDER BY weight DESC, hit LIMIT ?"
            some = (*some, COUNTED)
        by = "ifnull(day, '') DESC, weight DESC, n" if asked.newest else "weight DESC, n"
        rows = self._db.execute(
            "SELECT n, kind, story, outlet, substr(day, 1, 7), speaker, status"
            f" FROM ({ranked}) JOIN item INDEXED BY item_found ON n = hit ORDER BY {by} LIMIT {COUNTED}",
            some,
        ).fetchall()
        total = len(rows)
        if total == COUNTED:
            total = self._db.execute("SELECT count(*) FROM item_words WHERE item_words MATCH ?", (match,)).fetchone()[0]
        found = tuple(self._found([row[0] for row in rows[page.offset : page.offset + page.limit]], match))
        return Result(total, len(rows), found, self._facets(rows))

    def _facets(self, rows: Sequence[tuple[Any, ...]]) -> Mapping[str, tuple[Value, ...]]:
        facets = {}
        for name, column in zip(FACETS, list(zip(*rows, strict=True))[1:] or ((),) * len(FACETS), strict=True):
            counted = [(value, many) for value, many in Counter(column).items() if value]
            top = sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:SHOWN]
            labels = self._titles([value for value, _ in top]) if name == "story" else {}
            facets[name] = tuple(Value(value, labels.get(value, value), many) for value, many in top)
        return facets

    def _titles(self, stories: Sequence[str]) -> dict[str, str]:
        asked = f"SELECT id, title FROM story WHERE id IN ({', '.join('?' * len(stories))})"
        return dict(self._db.execute(asked, tuple(stories)).fetchall())

    def _found(self, numbers: Sequence[int], match: str) -> Iterator[Found]:
        rows = self._db.execute(
            f"SELECT item.n, {_ITEM}, highlight(item_words, 0, '{_ON}', '{_OFF}'),"
            f" snippet(item_words, 1, '{_ON}', '{_OFF}', '…', 40)"
            " FROM item_words JOIN item ON item.n = item_words.rowid LEFT JOIN story ON story.id = item.story"
            f" WHERE item_words MATCH ? AND item_words.rowid IN ({', '.join(map(str, numbers))})",
            (match,),
        )
        by_number = {row[0]: row[1:] for row in rows}
        for number in numbers:
            row = by_number[number]
            yield Found(*row[:9], bool(row[9]), row[10], _pieces(row[12]), _pieces(row[13]))  # type: ignore[call-arg]


def _pieces(marked: str) -> tuple[Piece, ...]:
    """Words with the signs around those that were found, in pieces."""
    parts = enumerate(re.split(f"[{_ON}{_OFF}]", marked))
    return tuple(Piece(part, number % 2 == 1) for number, part in parts if part)


def _listed(row: Sequence[Any]) -> Listed:
    return Listed(*row[:9], bool(row[9]), row[10], row[11], json.loads(row[12]))  # type: ignore[call-arg]


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
    if asked.fresh:
        parts.append(("item.fresh = ?", 1))
    return " AND ".join(("1", *(words for words, _ in parts))), tuple(value for _, value in parts)
