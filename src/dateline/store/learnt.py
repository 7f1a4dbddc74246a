"""What grouping learnt on a desk: pieces of bytes, each under its kind and a key. A cache, safe to drop."""

from __future__ import annotations

from dateline.engines import chunks
from dateline.store import file

AT_ONCE = 2000  # pieces that are kept in one transaction


class Learning:
    """What is learnt in one telling, over what was learnt before. A `Place` of `group/learnt.py`."""

    def __init__(self, db: file.Connection) -> None:
        self._db = db
        self._asked: set[tuple[str, str]] = set()
        self._fresh: dict[tuple[str, str], bytes] = {}

    def get(self, kind: str, key: str) -> bytes | None:
        """What is known, or None."""
        self._asked.add((kind, key))
        if (fresh := self._fresh.get((kind, key))) is not None:
            return fresh
        row = self._db.execute("SELECT record FROM learnt WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return row[0] if row and isinstance(row[0], bytes) else None

    def keep(self, kind: str, key: str, record: bytes) -> None:
        """Learn something. It is on the disk once `settle` is done."""
        self._asked.add((kind, key))
        self._fresh[kind, key] = record

    def settle(self) -> None:
        """Keep what is new, and forget what the telling did not ask for: it is of reports that changed or went."""
        for some in chunks(self._fresh.items(), AT_ONCE):
            with file.writing(self._db):
                rows = ((kind, key, record) for (kind, key), record in some)
                self._db.executemany("INSERT OR REPLACE INTO learnt VALUES (?, ?, ?)", rows)
        had = self._db.execute("SELECT kind, key FROM learnt").fetchall()
        with file.writing(self._db):
            gone = [row for row in had if row not in self._asked]
            self._db.executemany("DELETE FROM learnt WHERE kind = ? AND key = ?", gone)
        self._fresh.clear()
