"""What `watch` remembers on a desk: how each address was answered, what moved already, and the alerts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.contract import text
from dateline.store import file
from dateline.store.rows import Page
from dateline.store.search import Search
from dateline.store.shelf import Shelf

Json = Any
MANY = 200  # rows of a search that are looked at


@dataclass(frozen=True, slots=True)
class Feed:
    """An address: by what to ask whether it has changed, how often in a row it failed, and when it is due.

    `due` is in seconds since 1970.
    """

    address: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    due: float = 0.0


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that can move: what it is known by once it was told of, and what is said of it."""

    key: str
    record: Json


class Watching:
    """The watch over an open desk."""

    def __init__(self, db: file.Connection) -> None:
        self._db = db

    def feed(self, address: str) -> Feed:
        """What is known of an address."""
        row = self._db.execute("SELECT * FROM feed WHERE address = ?", (address,)).fetchone()
        return Feed(*row) if row else Feed(address)

    def keep(self, feed: Feed) -> None:
        """Remember how an address was answered."""
        self._db.execute(
            "INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?)",
            (feed.address, feed.etag, feed.modified, feed.failures, feed.due),
        )

    def has_begun(self) -> bool:
        """Whether anything was told of: before that all is new, and nothing moves."""
        return self._db.execute("SELECT 1 FROM told_of LIMIT 1").fetchone() is not None

    def signs(self) -> list[Sign]:
        """What stands on the shelf and can move: plans and each step of them, conflicts, denials, and stories' origins."""
        rows = self._db.execute(
            "SELECT kind, item.id, story, ifnull(story.title, ''), report, day, status, item.title, text, record"
            " FROM item LEFT JOIN story ON story.id = item.story"
            " WHERE kind IN ('plan', 'conflict') OR (kind = 'statement' AND status = 'deny') ORDER BY item.n"
        )
        out = []
        for kind, name, story, title, report, day, status, own, words, record in rows:
            said = {"kind": kind if kind != "statement" else "denial", "id": name, "story": story, "story_title": title}
            said |= {"title": own, "report": report, "day": day, "status": status}
            if kind == "plan":
                last = json.loads(record)["history"][-1]
                said |= {"for": json.loads(record)["for"], "text": last["text"], "cites": last["cites"]}
                out.append(Sign(f"plan {name} {status} {last['date']} {said['for']}", said))
            else:
                out.append(Sign(f"{kind} {name}", said | {"text": words}))
        stories = self._db.execute("SELECT id, title, origins FROM story ORDER BY place")
        for story, title, origins in stories:
            for count in range(2, origins + 1):  # a story's first origin is the story itself
                said = {
                    "kind": "origin",
                    "id": story,
                    "story": story,
                    "story_title": title,
                    "title": title,
                    "report": None,
                }
                out.append(Sign(f"origin {story} {count}", said | {"text": f"{count} independent origins tell it now"}))
        return out

    def learn(self, signs: Sequence[Sign], on: str, alert: Callable[[Json], bool]) -> int:
        """Remember what was not told of before, and keep an alert for each for whose record `alert` holds.

        Returns how many there were.
        """
        new = 0
        with file.writing(self._db):
            self._db.execute("INSERT OR IGNORE INTO told_of VALUES ('begun')")
            for sign in signs:
                if self._db.execute("INSERT OR IGNORE INTO told_of VALUES (?)", (sign.key,)).rowcount:
                    new += 1
                    if alert(sign.record):
                        row = (on, text(sign.record))
                        self._db.execute("INSERT INTO alert (made_on, record, given) VALUES (?, ?, 0)", row)
        return new

    def waiting(self) -> list[tuple[int, Json]]:
        """The alerts that were not handed on, oldest first."""
        rows = self._db.execute("SELECT n, made_on, record FROM alert WHERE NOT given ORDER BY n").fetchall()
        return [(n, {"on": on, **json.loads(record)}) for n, on, record in rows]

    def given(self, number: int) -> None:
        """An alert was handed on."""
        self._db.execute("UPDATE alert SET given = 1 WHERE n = ?", (number,))

    def last(self) -> int:
        """The number of the last alert; 0 where there is none."""
        number: int = self._db.execute("SELECT ifnull(max(n), 0) FROM alert").fetchone()[0]
        return number

    def alerts(self, most: int) -> list[tuple[int, Json]]:
        """The last alerts, the newest first."""
        rows = self._db.execute("SELECT n, made_on, record FROM alert ORDER BY n DESC LIMIT ?", (most,)).fetchall()
        return [(n, {"on": on, **json.loads(record)}) for n, on, record in rows]


def found(shelf: Shelf, words: Sequence[str], queries: Sequence[str]) -> Iterator[Sign]:
    """What searches by words, and by the queries of pages, find, the newest first.

    Reports and statements, where they ask for no other kind.
    """
    asked = [(one, Search(one, newest=True)) for one in words]
    asked += [(query, replace(Search.of(query), newest=True)) for query in queries]
    for name, search in asked:
        for kind in (search.by["kind"],) if "kind" in search.by else ("report", "statement"):
            result = shelf.search(replace(search, by={**search.by, "kind": kind}), Page(limit=MANY))
            for one in result.found:
                record = {
                    "kind": "found", "search": name, "id": one.id, "story": one.story, "story_title": one.story_title,
                    "title": "".join(piece.text for piece in one.title), "report": one.report, "day": one.day,
                    "text": "".join(piece.text for piece in one.words),
                }  # fmt: skip
                yield Sign(f"found {name} {one.id}", record)
