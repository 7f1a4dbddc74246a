"""One SQLite file: reports, judgements, editions, and what is made of them to be looked through.

`report` (never changed, only ever removed; keyed by content hash), `version` (which report each is a version of) and
`judgement` (only ever added to) are the truth; `mark` is a cache keyed by report hash and marker versions, safe to drop;
`editions` keeps what was told, `shelf` is where that is looked through, and `reader` keeps what who reads it wants kept.
A write is one transaction: a process killed at any moment leaves a file that opens, with each report wholly in or wholly out.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from dateline.contract import dump, load, text
from dateline.errors import DeskError, InputError
from dateline.read import versions
from dateline.records.judgements import Judgement, judgement
from dateline.records.marks import Marked
from dateline.records.report import Report, renamed
from dateline.store import file
from dateline.store.editions import Editions
from dateline.store.learnt import Learning
from dateline.store.reader import Reader
from dateline.store.shelf import Shelf
from dateline.store.watching import Watching

WITHDRAWN = "withdraw"  # the kind of a row by which an earlier decision, the row `a`, counts no more


class Store:
    """An open desk file. Close it, or use it in a `with`."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open `path`. Raises DeskError when it is missing, is there already (`create`), or is no desk."""
        self.broken: dict[str, str] = {}  # what of the file cannot be read and was passed over, and why
        self._db = file.opened(path, create=create)
        self.path = path
        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'version'").fetchone():
            self._learn_versions()
        self._counted: tuple[tuple[int, int], str] = ((-1, -1), "")  # at which state of the file, and what was counted
        self.editions = Editions(self._db, self._skip)
        self.shelf = Shelf(self._db)
        self.watching = Watching(self._db)
        self.reader = Reader(self._db)

    def learning(self) -> Learning:
        """What grouping learnt on this desk, for one telling."""
        return Learning(self._db)

    def _learn_versions(self) -> None:
        with file.writing(self._db):
            file.script(self._db, file.VERSIONS)
            for n, record in self._db.execute("SELECT n, record FROM report ORDER BY n").fetchall():
                if (report := self._report(record)) is not None:
                    self._keep_version(n, report)

    def _keep_version(self, n: int, report: Report) -> None:
        address = versions.address(report.url)
        rows = self._db.execute("SELECT first FROM version WHERE address = ? ORDER BY n LIMIT 1", (address,)).fetchall()
        if not rows:  # an id that was taken by another report has a piece of the hash behind it
            named = report.id.removesuffix(f"-{report.sha256[:8]}")
            for first, record in self._db.execute(
                "SELECT version.first, record FROM report JOIN version USING (n) WHERE id = ? AND report.n <> ?",
                (named, n),
            ).fetchall():
                old = self._report(record)
                if old is None:
                    continue
                rows = [(first,)] if versions.same(old, dataclasses.replace(report, id=old.id)) else []
        self._db.execute("INSERT INTO version VALUES (?, ?, ?)", (n, rows[0][0] if rows else n, address))

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def still(self) -> Iterator[None]:
        """Reads inside see one state of the file."""
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("ROLLBACK")

    @contextmanager
    def alone(self, what: str) -> Iterator[bool]:
        """No other process that works on this desk does the same meanwhile. Gives whether another had to be waited for."""
        with file.alone(self._db.path, what) as waited:
            yield waited

    def state(self, made_by: str) -> str:
        """What the desk's account rests on, as one word: it is another after each change, and for who tells otherwise."""
        now = (self._db.execute("PRAGMA data_version").fetchone()[0], self._db.total_changes)
        if self._counted[0] != now:  # to count takes a while on a large desk, and every look asks
            rows = self._db.execute(
                "SELECT (SELECT count(*) || ' ' || ifnull(max(n), 0) FROM version) || ' ' ||"
                " (SELECT ifnull(max(n), 0) FROM judgement)"
            )
            self._counted = (now, rows.fetchone()[0])
        return f"{made_by} {self._counted[1]}"

    # -- reports

    def add(self, report: Report) -> str | None:
        """Keep a report for good. Returns the id that it has here, or None when the desk has it already."""
        with file.writing(self._db):  # before the looks: another process may be adding the same
            if self._db.execute("SELECT 1 FROM report WHERE hash = ?", (report.sha256,)).fetchone():
                return None
            name, number = report.id, 1
            while self._db.execute("SELECT 1 FROM report WHERE id = ?", (name,)).fetchone():
                number += 1
                name = f"{report.id}-{report.sha256[:8]}" + (f"-{number}" if number > 2 else "")
            record = text(dump(renamed(report, name)))
            made = self._db.execute(
                "INSERT INTO report (hash, id, record) VALUES (?, ?, ?)", (report.sha256, name, record)
            )
            assert made.lastrowid is not None  # an insert has one
            self._keep_version(made.lastrowid, renamed(report, name))
        return name

    def remove(self, name: str) -> tuple[str, ...]:
        """Take a report out for good, with its versions where it is the first of them. Returns the ids that went."""
        with file.writing(self._db):
            row = self._db.execute("SELECT n FROM report WHERE id = ?", (name,)).fetchone()
            if row is None:
                raise DeskError(f"the desk has no report {name}: `dateline versions` and the account list ids")
            gone = self._db.execute(
                "SELECT n, id, hash FROM report JOIN version USING (n) WHERE n = ? OR first = ? ORDER BY n", row * 2
            ).fetchall()
            for n, _, digest in gone:
                self._db.execute("DELETE FROM version WHERE n = ?", (n,))
                self._db.execute("DELETE FROM report WHERE n = ?", (n,))
                self._db.execute("DELETE FROM mark WHERE hash LIKE ? || '@%'", (digest,))
        return tuple(own for _, own, _ in gone)

    def reports(self) -> Iterator[tuple[Report, str]]:
        """Every report, in the order in which they were added: of its versions the one to take, by the first one's id.

        With each a digest of its record, which is another for another version of it.
        """
        rows = self._db.execute("SELECT first, record FROM report JOIN version USING (n) ORDER BY first, n")
        for _, some in groupby(rows, key=itemgetter(0)):
            known = [(report, record) for _, record in some if (report := self._report(record)) is not None]
            if known:
                latest = versions.latest([report for report, _ in known])
                record = next(record for report, record in known if report is latest)
                yield renamed(latest, known[0][0].id), file.digest(record)

    def has_address(self, url: str | None) -> bool:
        """Whether a report was read at this address."""
        address = versions.address(url)
        query = "SELECT 1 FROM version WHERE address = ? LIMIT 1"
        return address is not None and self._db.execute(query, (address,)).fetchone() is not None

    def has(self, name: str) -> bool:
        """Whether there is a report of this id; one that is a later version of another goes by that one's id."""
        query = "SELECT 1 FROM report JOIN version USING (n) WHERE id = ? AND n = first"
        return self._db.execute(query, (name,)).fetchone() is not None

    def versions(self, name: str) -> tuple[Report, ...]:
        """The versions of the report that has this id (or of which one has it), each by its own id, as they came."""
        rows = self._db.execute(
            "SELECT record FROM report JOIN version USING (n) WHERE first = "
            "(SELECT first FROM version JOIN report USING (n) WHERE id = ?) ORDER BY n",
            (name,),
        )
        return tuple(report for (record,) in rows if (report := self._report(record)) is not None)

    def version_days(self, name: str) -> list[tuple[str, str | None]]:
        """The id of each version of a report, and the day it gives, as they came."""
        rows = self._db.execute(
            "SELECT id, json_extract(record, '$.published.value') FROM report JOIN version USING (n) WHERE first ="
            " (SELECT first FROM version JOIN report USING (n) WHERE id = ?) ORDER BY n",
            (name,),
        )
        return rows.fetchall()

    def changed(self, names: Sequence[str]) -> dict[str, int]:
        """Those of some reports that came in several versions, and in how many."""
        rows = self._db.execute(
            "SELECT id, (SELECT count(*) FROM version WHERE first = report.n) AS many FROM report"
            " WHERE id IN (SELECT value FROM json_each(?)) AND many > 1",
            (json.dumps(names),),
        )
        return dict(rows.fetchall())

    def _report(self, record: object) -> Report | None:
        """The report in a row; None where the row is broken, which is said in `broken`."""
        try:
            return load(Report, json.loads(str(record)))
        except (ValueError, InputError, RecursionError) as error:
            self._skip(f"a report kept as {str(record)[:40]!r}", error)
            return None

    def _skip(self, what: str, error: Exception) -> None:
        self.broken.setdefault(what, f"is broken on the desk and was passed over ({str(error)[:80]}): add it anew")

    # -- marks

    def marked(self, report: Report, markers: str) -> Marked | None:
        """What was kept of a report's marks by these markers, or None."""
        row = self._db.execute(
            "SELECT record FROM mark WHERE hash = ? AND markers = ?", (_mark_key(report), markers)
        ).fetchone()
        if row is None:
            return None
        try:
            kept = load(Marked, {"report": dump(report), **json.loads(row[0])})
        except (ValueError, TypeError, InputError, RecursionError):
            return None  # a cache that is broken is made anew
        return dataclasses.replace(kept, report=report)

    def marks(self, reports: Iterable[Report], markers: str) -> dict[str, str | None]:
        """Of the reports that are marked by these markers, by their ids: why that is not to their end, where it is not."""
        rows = self._db.execute("SELECT hash, why FROM mark WHERE markers = ?", (markers,))
        known: dict[str, str | None] = dict(rows.fetchall())
        return {report.id: known[key] for report in reports if (key := _mark_key(report)) in known}

    def keep_marks(self, marked: Marked, markers: str) -> None:
        """Keep a report's marks, in place of those by other markers."""
        record = {key: value for key, value in dump(marked).items() if key != "report"}
        key = _mark_key(marked.report)
        with file.writing(self._db):
            self._db.execute("DELETE FROM mark WHERE hash = ?", (key,))
            self._db.execute("INSERT INTO mark VALUES (?, ?, ?, ?)", (key, markers, text(record), marked.why))

    # -- judgements

    def judge(self, decision: Judgement) -> int:
        """Remember a decision. Returns its row."""
        row = {"by": None, "on": None, "words": None, **dump(decision)}
        made = self._db.execute(
            "INSERT INTO judgement (kind, a, b, decided_by, decided_on, words) VALUES (:kind, :a, :b, :by, :on, :words)",
            row,
        )
        assert made.lastrowid is not None  # an insert has one
        return made.lastrowid

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision that counts, oldest first.

        What earlier versions took in and none ever read stays in the file and is passed over: the kind `who`, and a date
        that is no day.
        """
        return tuple(decision for _, decision in self.decisions())

    def withdraw(self, number: int) -> Judgement:
        """Let a decision count no more: the `number`th, from 1, of those that count. Raises DeskError where there is none."""
        with file.writing(self._db):
            known = list(self.decisions())
            if not 1 <= number <= len(known):
                raise DeskError(
                    f"the desk has no decision {number}: `dateline judgements` prints {len(known)}, oldest first"
                )
            return self._withdrawn(*known[number - 1])

    def undo(self, row: int) -> Judgement:
        """The same for the decision in a row of `decisions`: it stays the same one when others come or go."""
        with file.writing(self._db):
            known = dict(self.decisions())
            if row not in known:
                raise DeskError(f"decision {row} is not there, or was withdrawn already")
            return self._withdrawn(row, known[row])

    def _withdrawn(self, row: int, decision: Judgement) -> Judgement:
        self._db.execute("INSERT INTO judgement (kind, a, b) VALUES (?, ?, '')", (WITHDRAWN, str(row)))
        return decision

    def decisions(self) -> Iterator[tuple[int, Judgement]]:
        """The decisions that count, each with the number of its row."""
        rows = self._db.execute(
            "SELECT n, kind, a, b, decided_by, decided_on, words FROM judgement ORDER BY n"
        ).fetchall()
        withdrawn = {str(row[2]) for row in rows if row[1] == WITHDRAWN}
        for n, *row in rows:
            if row[0] in (WITHDRAWN, "who") or str(n) in withdrawn:
                continue
            try:
                if not all(isinstance(part, str) for part in row[:3]):
                    raise InputError("a part of it is no text")
                yield n, judgement(*row)
            except InputError as error:
                self.broken.setdefault(f"decision {row[0]} {row[1]} {row[2]}", f"was passed over: {error}")


def _mark_key(report: Report) -> str:
    """A report's marks depend on its text (its hash), on its labels, in which the pile has a say, and on its date."""
    labels = hashlib.sha256(" ".join(block.label for block in report.blocks).encode()).hexdigest()[:16]
    return f"{report.sha256}@{report.published.value}#{labels}"
