"""What who reads a desk keeps on it for themselves: stories that are followed, notes on stories, and searches.

A story is known by its earliest report here, so that what was kept stays with it when it becomes part of another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.errors import DeskError
from dateline.store import file


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a story: its number, what was written, and when (ISO 8601)."""

    number: int
    text: str
    on: str


class Reader:
    """What is kept on an open desk for who reads it."""

    def __init__(self, db: file.Connection) -> None:
        self._db = db

    # -- stories that are followed

    def follow(self, story: str, on: str) -> None:
        """Follow a story from now on. Raises DeskError where none of that id is told."""
        self._db.execute("INSERT OR IGNORE INTO followed VALUES (?, ?)", (self._anchor(story), on))

    def unfollow(self, story: str) -> None:
        """Follow it no more."""
        with file.writing(self._db):
            for report in self._of("followed", story):
                self._db.execute("DELETE FROM followed WHERE report = ?", (report,))

    def follows(self, story: str) -> bool:
        """Whether a story is followed, or one that became part of it."""
        return bool(self._of("followed", story))

    def followed(self) -> tuple[str, ...]:
        """The stories that are followed, as they are called now; those of which nothing is told are left out."""
        rows = self._db.execute(
            "SELECT DISTINCT story FROM followed CROSS JOIN item INDEXED BY item_id ON kind = 'report' AND id = followed.report"
            " WHERE story <> ''"
            " ORDER BY story"
        )
        return tuple(story for (story,) in rows)

    # -- notes

    def write(self, story: str, text: str, on: str) -> int:
        """Keep a note on a story. Returns its number. Raises DeskError where no such story is told."""
        made = self._db.execute(
            "INSERT INTO note (report, text, written_on) VALUES (?, ?, ?)", (self._anchor(story), text, on)
        )
        assert made.lastrowid is not None  # an insert has one
        return made.lastrowid

    def erase(self, number: int) -> None:
        """Take a note away. Raises DeskError where there is none."""
        if not self._db.execute("DELETE FROM note WHERE n = ?", (number,)).rowcount:
            raise DeskError(f"there is no note {number}: it was taken away already")

    def notes(self, story: str) -> tuple[Note, ...]:
        """The notes on a story, and on those that became part of it, oldest first."""
        rows = self._db.execute(
            "SELECT note.n, note.text, written_on FROM note JOIN item ON kind = 'report' AND id = note.report"
            " WHERE story = ? ORDER BY note.n",
            (story,),
        )
        return tuple(Note(*row) for row in rows)

    # -- searches

    def save(self, query: str, on: str) -> None:
        """Keep a search: the part of its address after the question mark."""
        self._db.execute("INSERT OR IGNORE INTO saved (query, saved_on) VALUES (?, ?)", (query, on))

    def drop(self, query: str) -> None:
        """Keep it no more."""
        self._db.execute("DELETE FROM saved WHERE query = ?", (query,))

    def saved(self) -> tuple[str, ...]:
        """The searches that are kept, in the order in which they came."""
        return tuple(query for (query,) in self._db.execute("SELECT query FROM saved ORDER BY n"))

    def state(self) -> str:
        """What is kept, as one word: it is another after each change."""
        row = self._db.execute(
            "SELECT (SELECT count(*) || ' ' || ifnull(max(since), '') FROM followed) || ' ' ||"
            " (SELECT count(*) || ' ' || ifnull(max(n), 0) FROM note) || ' ' ||"
            " (SELECT count(*) || ' ' || ifnull(max(n), 0) FROM saved)"
        ).fetchone()
        return str(row[0])

    def _anchor(self, story: str) -> str:
        row = self._db.execute(
            "SELECT id FROM item WHERE story = ? AND kind = 'report' ORDER BY place LIMIT 1", (story,)
        ).fetchone()
        if row is None:
            raise DeskError(f"no story {story} is told: it may have become part of another")
        return str(row[0])

    def _of(self, table: str, story: str) -> Sequence[str]:
        rows = self._db.execute(
            f"SELECT report FROM {table} WHERE report IN (SELECT id FROM item WHERE story = ? AND kind = 'report')",
            (story,),
        )
        return [report for (report,) in rows]
