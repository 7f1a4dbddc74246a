"""One SQLite file: reports, judgements, editions, and a cache of marks.

`report` (never changed, only ever removed; keyed by content hash), `version` (which report each is a version of) and
`judgement` (only ever added to) are the truth; `mark` is a cache keyed by report hash and marker versions, safe to drop;
`edition` keeps each account told. A write is one transaction: a process killed at any moment leaves a file that opens, with
each report wholly in or wholly out.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from dateline.contract import account as account_json
from dateline.contract import dump, load, text
from dateline.errors import DeskError, InputError
from dateline.read import versions
from dateline.records.account import Account
from dateline.records.judgements import Judgement, judgement
from dateline.records.marks import Marked
from dateline.records.report import Report, renamed

APPLICATION = 0x444C4E45  # "DLNE": says that a SQLite file is a desk
SCHEMA = 2
WAIT = 30  # seconds for another process that writes
TABLES = """
CREATE TABLE report (n INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
CREATE TABLE judgement (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, decided_by TEXT, decided_on TEXT
);
CREATE TABLE mark (hash TEXT NOT NULL, markers TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (hash, markers));
CREATE TABLE edition (n INTEGER PRIMARY KEY, account TEXT NOT NULL);
"""
VERSIONS = """
CREATE TABLE version (n INTEGER PRIMARY KEY REFERENCES report, first INTEGER NOT NULL REFERENCES report, address TEXT);
CREATE INDEX version_address ON version (address);
CREATE INDEX version_first ON version (first);
"""  # also made in a desk of before: its reports are found to be versions of one another as if they came anew

# What brings a desk of an earlier schema to the next one. Version 1 had a column `value` in `judgement`, which nothing read
# and which stays there.
STEPS: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE judgement ADD COLUMN decided_by TEXT",
        "ALTER TABLE judgement ADD COLUMN decided_on TEXT",
    ),
}


WITHDRAWN = "withdraw"  # the kind of a row by which an earlier decision, the row `a`, counts no more
REMEDIES = (
    ("readonly", "check its rights and those of its folder"),
    ("full", "make room on the disk"),
    ("locked", "another process is writing to it: wait for it, or end it"),
    ("unable to open", "check that its folder is there and may be written to"),
    ("disk i/o", "check the disk"),
    ("malformed", "take a copy of it from before, or make a new desk and add the reports anew"),
)


class _Connection(sqlite3.Connection):
    """A connection that says of what fails which file it was and what to do."""

    path: Path

    def execute(self, *words: Any) -> sqlite3.Cursor:
        """As sqlite3's. Raises DeskError."""
        try:
            return super().execute(*words)
        except sqlite3.Error as error:
            raise failure(self.path, error) from error


def failure(path: Path, error: sqlite3.Error) -> DeskError:
    """What to say of a desk that cannot be used."""
    if "not a database" in str(error):
        return DeskError(
            f"{path} cannot be opened as a desk: {error}: name another file, or make one with `dateline init`"
        )
    remedy = next((remedy for sign, remedy in REMEDIES if sign in str(error).lower()), "is it the file of a desk?")
    return DeskError(f"the desk {path} cannot be used ({error}): {remedy}")


class Store:
    """An open desk file. Close it, or use it in a `with`."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open `path`. Raises DeskError when it is missing, is there already (`create`), or is no desk."""
        if create and path.exists():
            raise DeskError(f"{path} is there already")
        if not create and not path.is_file():
            raise DeskError(f"{path} is missing: make a desk with `dateline init {path}`")
        self.broken: dict[str, str] = {}  # what of the file cannot be read and was passed over, and why
        try:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=WAIT, factory=_Connection)
            self._db.path = path
            if create:
                self._db.executescript(
                    f"BEGIN; {TABLES} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA}; COMMIT;"
                )
            made_by = self._db.execute("PRAGMA application_id").fetchone()[0]
            if made_by != APPLICATION:
                raise DeskError(f"{path} is no desk: name another file, or make one with `dateline init`")
            version = self._brought_up_to_date()
        except sqlite3.Error as error:
            if create:
                path.unlink(missing_ok=True)  # what there is of it is no desk
            raise failure(path, error) from error
        if version != SCHEMA:
            raise DeskError(f"{path} was made by another version of Dateline (schema {version}, here {SCHEMA})")

        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'version'").fetchone():
            self._learn_versions()

    def _brought_up_to_date(self) -> int:
        """The schema's version, after the steps from an earlier one to this one: all of them, or none, in one transaction."""
        version: int = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version in STEPS:
            self._back_up(version)
            with self._writing():
                version = self._db.execute("PRAGMA user_version").fetchone()[0]  # another process may have been faster
                while version in STEPS:
                    for statement in STEPS[version]:
                        self._db.execute(statement)
                    version += 1
                self._db.execute(f"PRAGMA user_version = {version}")
        return version

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What is written inside is written whole or not at all; nobody else writes meanwhile. Raises DeskError."""
        try:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                yield
        except sqlite3.Error as error:
            raise failure(self._db.path, error) from error

    def _back_up(self, version: int) -> None:
        """Keep the file as it is beside itself (`NAME.schema-1`), once, before a step changes it."""
        beside = self._db.path.with_name(f"{self._db.path.name}.schema-{version}")
        if not beside.exists():
            with closing(sqlite3.connect(beside)) as copy:
                self._db.backup(copy)

    def _learn_versions(self) -> None:
        with self._writing():
            for statement in VERSIONS.split(";")[:-1]:
                self._db.execute(statement)
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

    # -- reports

    def add(self, report: Report) -> str | None:
        """Keep a report for good. Returns the id that it has here, or None when the desk has it already."""
        with self._writing():  # before the looks: another process may be adding the same
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
        with self._writing():
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

    def reports(self) -> Iterator[Report]:
        """Every report, in the order in which they were added: of its versions the one to take, by the first one's id."""
        rows = self._db.execute("SELECT first, record FROM report JOIN version USING (n) ORDER BY first, n")
        for _, some in groupby(rows, key=itemgetter(0)):
            known = [report for _, record in some if (report := self._report(record)) is not None]
            if known:
                yield renamed(versions.latest(known), known[0].id)

    def versions(self, name: str) -> tuple[Report, ...]:
        """The versions of the report that has this id (or of which one has it), each by its own id, as they came."""
        rows = self._db.execute(
            "SELECT record FROM report JOIN version USING (n) WHERE first = "
            "(SELECT first FROM version JOIN report USING (n) WHERE id = ?) ORDER BY n",
            (name,),
        )
        return tuple(report for (record,) in rows if (report := self._report(record)) is not None)

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

    def keep_marks(self, marked: Marked, markers: str) -> None:
        """Keep a report's marks, in place of those by other markers."""
        record = {key: value for key, value in dump(marked).items() if key != "report"}
        key = _mark_key(marked.report)
        with self._writing():
            self._db.execute("DELETE FROM mark WHERE hash = ?", (key,))
            self._db.execute("INSERT INTO mark VALUES (?, ?, ?)", (key, markers, text(record)))

    # -- judgements

    def judge(self, decision: Judgement) -> None:
        """Remember a decision."""
        row = {"by": None, "on": None, **dump(decision)}
        self._db.execute(
            "INSERT INTO judgement (kind, a, b, decided_by, decided_on) VALUES (:kind, :a, :b, :by, :on)", row
        )

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision that counts, oldest first.

        What earlier versions took in and none ever read stays in the file and is passed over: the kind `who`, and a date
        that is no day.
        """
        return tuple(decision for _, decision in self._decisions())

    def withdraw(self, number: int) -> Judgement:
        """Let a decision count no more: the `number`th, from 1, of those that count. Raises DeskError where there is none."""
        with self._writing():
            known = list(self._decisions())
            if not 1 <= number <= len(known):
                raise DeskError(
                    f"the desk has no decision {number}: `dateline judgements` prints {len(known)}, oldest first"
                )
            n, decision = known[number - 1]
            self._db.execute("INSERT INTO judgement (kind, a, b) VALUES (?, ?, '')", (WITHDRAWN, str(n)))
        return decision

    def _decisions(self) -> Iterator[tuple[int, Judgement]]:
        """The decisions that count, each with the number of its row."""
        rows = self._db.execute("SELECT n, kind, a, b, decided_by, decided_on FROM judgement ORDER BY n").fetchall()
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

    # -- editions

    def keep_edition(self, account: Account) -> None:
        """Keep an account as the latest edition, unless it is that already."""
        record = text(account_json(account))
        last = self._db.execute("SELECT account FROM edition ORDER BY n DESC LIMIT 1").fetchone()
        if last is None or last[0] != record:
            self._db.execute("INSERT INTO edition (account) VALUES (?)", (record,))

    def edition(self) -> Account | None:
        """The latest edition, or None when nothing has been told yet."""
        row = self._db.execute("SELECT account FROM edition ORDER BY n DESC LIMIT 1").fetchone()
        try:
            return load(Account, json.loads(row[0])) if row else None
        except (ValueError, TypeError, InputError, RecursionError) as error:
            self._skip("the latest edition", error)
            return None


def _mark_key(report: Report) -> str:
    """A report's marks depend on its text (its hash), on its labels, in which the pile has a say, and on its date."""
    labels = hashlib.sha256(" ".join(block.label for block in report.blocks).encode()).hexdigest()[:16]
    return f"{report.sha256}@{report.published.value}#{labels}"
