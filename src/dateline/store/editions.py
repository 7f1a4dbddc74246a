"""What was told, kept in pieces: an edition is a head, and a piece for each report and story.

The latest telling is what is looked at. It stays until the next one takes its place; what somebody asked for, or marked as
seen, stays for good.
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from dateline.contract import dump, load, text
from dateline.engines import chunks
from dateline.errors import DeskError, InputError
from dateline.records.account import Account, Input, Kept, Told
from dateline.records.findings import Findings
from dateline.records.report import Report
from dateline.records.story import Edge, MachineRewritten, Origin
from dateline.store import ends, file, items

Json = Any
HEAD = 4000  # characters of a story's record, in which its reports stand, if they are no hundreds
AT_ONCE = 500  # pieces that are kept in one transaction
FOUND = tuple(field.name for field in dataclasses.fields(Findings))  # as they are called in a story's JSON, too
LISTS = ("origins", "edges", "people", "brief", "spun", "changes", "links", *FOUND)
ASKED = ("timeline", "plans", "statements", "claims", "questions")  # in which there may be news
BY_ID = "part INDEXED BY part_id"  # without the word SQLite goes through all parts of the kind, in order of place


@dataclass(frozen=True, slots=True)
class Draft:
    """What is kept of a story, made ready by who tells it: its record, and its rows on the shelf."""

    record: str
    rows: Sequence[items.Ready]

    @classmethod
    def of(cls, told: Told, reports: Iterable[Report]) -> Draft:
        """That of a story, with its reports."""
        return cls(text(dump(told)), items.ready(told, reports))


@dataclass(frozen=True, slots=True)
class Made:
    """How a story came about: its reports, digests of what it was told and outlined from, and the piece that has it to the
    letter, where it was told before; what was made ready of it, where it is told now.
    """

    id: str
    reports: tuple[str, ...]
    key: str
    outline: str
    piece: int | None = None
    draft: Draft | None = None


Row = tuple[str, int, str, str, int, str | None]
"""A part of an edition: its kind, place, id, key and piece; of a story what it was outlined from."""


class Editions:
    """The editions of an open desk."""

    def __init__(self, db: file.Connection, broken: Callable[[str, Exception], None]) -> None:
        """`broken` is told what cannot be read, and why."""
        self._db = db
        self._broken = broken

    def in_pieces(self, account: Account, digests: Mapping[str, str], stories: Sequence[Made]) -> list[Row]:
        """The parts of an edition, whose pieces are kept: some at a time, so that others who write need not wait for all.

        `account` has the reports, a digest of each of which is in `digests` by its id, and of the stories those that are in no
        piece yet.
        """
        told = {one.id: one for one in account.stories}
        known = self._report_pieces()
        rows: list[Row] = []
        for some in chunks(enumerate(account.reports), AT_ONCE):
            with file.writing(self._db):
                for place, report in some:
                    key = digests[report.id]
                    n = known.get((report.id, key)) or file.piece(self._db, text(dump(report)))
                    rows.append(("report", place, report.id, key, n, None))
        for place, made in enumerate(stories):
            piece = made.piece
            if piece is None:
                with file.writing(self._db):
                    piece = file.piece(self._db, made.draft.record if made.draft else text(dump(told[made.id])))
            rows.append(("story", place, made.id, made.key, piece, made.outline))
        return rows

    def _report_pieces(self) -> dict[tuple[str, str], int]:
        """The pieces of the latest edition's reports, by id and digest, that are as they were kept."""
        rows = self._db.execute(
            "SELECT id, key, n, hash, record FROM part JOIN piece ON n = piece"
            " WHERE edition = (SELECT max(n) FROM edition) AND kind = 'report' AND key IS NOT NULL"
        )
        return {(name, key): n for name, key, n, hashed, record in rows if hashed == file.digest(str(record))}

    def keep(
        self,
        account: Account,
        state: str,
        stories: Sequence[Made],
        rows: Sequence[Row],
        fresh: frozenset[str],
        seen: bool,
    ) -> int:
        """Keep an account as the latest edition. Returns its number: the old one where it is the same as the latest.

        `state` is what it tells of, `stories` how each came about, `rows` its parts (`in_pieces`), `fresh` the ids of what the
        last edition that was seen did not have. A latest edition that nobody has seen goes.
        """
        head = text({key: value for key, value in dump(_with(account, (), ())).items() if key not in file.IN_PARTS})
        with file.writing(self._db):
            last = self._latest()
            if not {row[4] for row in rows} <= {n for (n,) in self._db.execute("SELECT n FROM piece")}:
                raise DeskError(f"the desk {self._db.path} was told by another process meanwhile: tell it once more")
            if last is not None and self._is(last, head, rows):
                self._db.execute("UPDATE edition SET state = ?, seen = max(seen, ?) WHERE n = ?", (state, seen, last))
                number = last
            else:
                made = self._db.execute("INSERT INTO edition (head, state, seen) VALUES (?, ?, ?)", (head, state, seen))
                assert made.lastrowid is not None  # an insert has one
                number = made.lastrowid
            self._db.execute("DELETE FROM part WHERE edition = ?", (number,))
            self._db.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?)", ((number, *row) for row in rows))
            self._let_go(number)
            pieces = {(kind, name): n for kind, _, name, _, n, _ in rows}
            told = {one.id: one for one in account.stories}
            laid = [
                items.Laid(
                    one.id, one.reports, told.get(one.id) or partial(self._told_in, pieces["story", one.id]), rows
                )
                for one in stories
                for rows in [one.draft.rows if one.draft else None]
            ]
            items.shelve(self._db, account.reports, laid, pieces, fresh)
            if seen:
                self._all_seen()
        return number

    def _told_in(self, piece: int, only: Sequence[str] = LISTS) -> Told:
        """The story that a piece has; of what it has lists of only these."""
        (record,) = self._db.execute("SELECT record FROM piece WHERE n = ?", (piece,)).fetchone()
        value = json.loads(record)
        return load(Told, {key: [] if key in LISTS and key not in only else one for key, one in value.items()})

    def _is(self, number: int, head: str, rows: Iterable[Row]) -> bool:
        """Whether an edition has this head and these pieces."""
        if self._db.execute("SELECT head FROM edition WHERE n = ?", (number,)).fetchone()[0] != head:
            return False
        had = self._db.execute("SELECT kind, place, piece FROM part WHERE edition = ? ORDER BY kind, place", (number,))
        return had.fetchall() == [(kind, place, piece) for kind, place, _, _, piece, _ in rows]

    def _let_go(self, latest: int) -> None:
        """Drop the editions that nobody has seen, but for the latest, and the pieces that no edition has."""
        self._db.execute(
            "DELETE FROM part WHERE edition IN (SELECT n FROM edition WHERE NOT seen AND n <> ?)", (latest,)
        )
        self._db.execute("DELETE FROM edition WHERE NOT seen AND n <> ?", (latest,))
        self._db.execute("DELETE FROM piece WHERE n NOT IN (SELECT piece FROM part)")

    def _latest(self) -> int | None:
        return self._db.execute("SELECT max(n) FROM edition").fetchone()[0]  # type: ignore[no-any-return]

    # -- looking

    def latest(self) -> Account | None:
        """The latest edition, or None when nothing has been told yet."""
        return self._account("SELECT n, head FROM edition ORDER BY n DESC LIMIT 1")

    def last_seen(self) -> Account | None:
        """The last edition that somebody asked for or marked as seen; None where there is none."""
        return self._account("SELECT n, head FROM edition WHERE seen ORDER BY n DESC LIMIT 1")

    def state(self) -> tuple[int, str, bool] | None:
        """The number of the latest edition, the state that it tells of, and whether it was seen."""
        row = self._db.execute("SELECT n, state, seen FROM edition ORDER BY n DESC LIMIT 1").fetchone()
        return (row[0], row[1], bool(row[2])) if row else None

    def known(self) -> list[tuple[int, bool, Json, int, int]]:
        """The editions that are kept, the latest first: number, whether it was seen, head, how many reports and stories."""
        rows = self._db.execute(
            "SELECT n, seen, head, (SELECT count(*) FROM part WHERE edition = n AND kind = 'report'),"
            " (SELECT count(*) FROM part WHERE edition = n AND kind = 'story') FROM edition ORDER BY n DESC"
        ).fetchall()
        return [(n, bool(seen), json.loads(head), reports, stories) for n, seen, head, reports, stories in rows]

    def whole(self, number: int) -> Json | None:
        """The JSON of an edition, as the contract has it; None where it is not kept."""
        head = self.head(number)
        return None if head is None else json.loads("".join(self.streamed(number, head)))

    def head(self, number: int) -> str | None:
        """What an edition is, but for its parts; None where it is not kept."""
        row = self._db.execute("SELECT head FROM edition WHERE n = ?", (number,)).fetchone()
        return row[0] if row else None

    def record(self, kind: str, name: str) -> str | None:
        """The JSON text of a report or story of the latest edition; None where it has none of that id."""
        row = self._db.execute(
            f"SELECT record FROM {BY_ID} JOIN piece ON n = piece"
            " WHERE edition = (SELECT max(n) FROM edition) AND kind = ? AND id = ?",
            (kind, name),
        ).fetchone()
        return row[0] if row else None

    def streamed(self, number: int, head: str) -> Iterator[str]:
        """The text of the same, piece by piece, so that an account of any size needs no memory."""
        first = json.loads(head)
        yield text({key: first.pop(key) for key in ("dateline", "schema", "as_of")})[:-1]
        sources = self._db.execute(
            "SELECT json_object('id', id, 'sha256', CASE WHEN json_valid(record) THEN json_extract(record, '$.sha256') END)"
            " FROM part JOIN piece ON n = piece"
            " WHERE edition = ? AND kind = 'report' ORDER BY place",
            (number,),
        )
        parts = (("reports", self._pieces(number, "report")), ("stories", self._pieces(number, "story")))
        for field, rows in (("inputs", sources), *parts):
            yield f', "{field}": ['
            for place, (record,) in enumerate(rows):
                yield f", {record}" if place else record
            yield "]"
        yield f", {text(first)[1:]}" if first else "}"

    def story(self, name: str, only: Iterable[str] = FOUND, ties: Sequence[Edge] | None = None) -> Account | None:
        """The latest edition as an account of this one story, with all reports that it cites; None where it is not told.

        Of its findings `only` these: most of what it takes to read a story goes into its events, and of one of hundreds of
        reports into what ties them. `ties` stand in place of all that there are.
        """
        left_out = "".join(f", '$.{found}'" for found in FOUND if found not in only)
        record = f"json_remove(record{left_out})" if left_out else "record"
        record = record if ties is None else f"json_replace({record}, '$.edges', json('[]'))"
        row = self._db.execute(
            f"SELECT edition, head, {record} FROM {BY_ID} JOIN piece ON piece.n = piece JOIN edition ON edition.n = edition"
            " WHERE edition = (SELECT max(n) FROM edition) AND kind = 'story' AND id = ?",
            (name,),
        ).fetchone()
        if row is None:
            return None
        head, told = json.loads(row[1]), load(Told, json.loads(row[2]))
        told = told if ties is None else dataclasses.replace(told, edges=tuple(ties))
        named = {*told.reports, *(report for edge in told.edges for report in (edge.from_, edge.to))}
        named.update(cite.report for link in told.links for cite in link.cites)
        reports = [load(Report, json.loads(record)) for record in self._records(row[0], "report", named)]
        bare = load(Account, {**head, "failed": [], **{field: [] for field in file.IN_PARTS}})
        return _with(bare, tuple(reports), (told,))

    def origins(self, name: str) -> tuple[tuple[Origin, ...], tuple[MachineRewritten, ...]]:
        """Where the words of a story of the latest edition come from, and which of its reports a machine rewrote."""
        row = self._db.execute(
            f"SELECT piece FROM {BY_ID} WHERE edition = (SELECT max(n) FROM edition) AND kind = 'story' AND id = ?",
            (name,),
        ).fetchone()
        return ends.origins(self._db, row[0]) if row else ((), ())

    def report(self, name: str) -> Report | None:
        """A report as the latest edition has it."""
        record = self.record("report", name)
        return load(Report, json.loads(record)) if record else None

    def told(self, key: str) -> tuple[Told, int] | None:
        """The story that was told from this, in whatever edition, and its piece; None where it was not, or is broken."""
        row = self._whole("key", key)
        try:
            return (load(Told, json.loads(row[2])), row[1]) if row else None
        except (ValueError, TypeError, InputError, RecursionError):
            return None  # it is told anew

    def latest_stories(self) -> list[Kept]:
        """The stories of the latest edition: their ids, and those of their reports."""
        rows = self._db.execute(
            "SELECT id, n, substr(record, 1, ?) FROM part JOIN piece ON n = piece"
            " WHERE edition = (SELECT max(n) FROM edition) AND kind = 'story' ORDER BY place",
            (HEAD,),
        )
        found = ((name, _reports_in(head) or self._reports_of(n)) for name, n, head in rows)
        return [Kept(name, tuple(reports)) for name, reports in found if reports]

    def _reports_of(self, piece: int) -> list[str]:
        """The ids of the reports of a story that is in a piece; none where it is broken."""
        query = "SELECT CASE WHEN json_valid(record) THEN json_extract(record, '$.reports') END FROM piece WHERE n = ?"
        reports = self._db.execute(query, (piece,)).fetchone()[0]
        return list(json.loads(reports)) if reports else []

    def outlined(self, outline: str) -> tuple[str, int] | None:
        """By what and in which piece the story was told that was outlined from this; None where it was not, or is broken."""
        row = self._whole("outline", outline)
        return row and row[:2]

    def _whole(self, by: str, value: str) -> tuple[str, int, str] | None:
        """Of a part with this value its key, its piece and its record, where that is as it was kept."""
        row = self._db.execute(
            f"SELECT key, n, record, hash FROM part JOIN piece ON n = piece WHERE {by} = ? LIMIT 1", (value,)
        ).fetchone()
        return row[:3] if row and row[3] == file.digest(str(row[2])) else None

    def differing(self, account: Account, rows: Sequence[Row]) -> tuple[Account | None, Account]:
        """The last edition that was seen, without what is the same in these parts; and what that has not of their account.

        Of its stories the account has those told now: what was told before is on the shelf, as new or not.
        """
        row = self._db.execute("SELECT n, head FROM edition WHERE seen ORDER BY n DESC LIMIT 1").fetchone()
        if row is None:
            return None, account
        had = self._db.execute("SELECT kind, id, piece FROM part WHERE edition = ?", (row[0],)).fetchall()
        seen = {name for kind, name, _ in had if kind == "report"}
        known = {piece for kind, _, piece in had if kind == "story"}
        now = {name: piece for kind, _, name, _, piece, _ in rows if kind == "story"}
        after = dataclasses.replace(
            account,
            stories=tuple(told for told in account.stories if now[told.id] not in known),
            reports=tuple(report for report in account.reports if report.id not in seen),
        )
        try:
            bare = load(Account, {**json.loads(row[1]), "inputs": [], "reports": [], "stories": []})
            return _with(
                bare, (), tuple(self._told_in(piece, ASKED) for piece in sorted(known - set(now.values())))
            ), after
        except (ValueError, TypeError, InputError, RecursionError) as error:
            self._broken("the last edition that was seen", error)
            return None, account

    def see(self) -> int | None:
        """Mark the latest edition as seen: what is told later is new. Returns its number; None where there is none."""
        with file.writing(self._db):
            number = self._latest()
            if number is not None:
                self._db.execute("UPDATE edition SET seen = 1 WHERE n = ?", (number,))
                self._all_seen()
        return number

    def _all_seen(self) -> None:
        self._db.execute("UPDATE item SET fresh = 0 WHERE fresh")
        self._db.execute("UPDATE story SET fresh = 0 WHERE fresh")

    def _account(self, query: str) -> Account | None:
        row = self._db.execute(query).fetchone()
        try:
            return load(Account, self.whole(row[0])) if row else None
        except (ValueError, TypeError, InputError, RecursionError) as error:
            self._broken("the latest edition", error)
            return None

    def _pieces(self, number: int, kind: str) -> sqlite3.Cursor:
        return self._db.execute(
            "SELECT record FROM part JOIN piece ON n = piece WHERE edition = ? AND kind = ? ORDER BY place",
            (number, kind),
        )

    def _records(self, number: int, kind: str, names: Iterable[str]) -> list[str]:
        wanted = sorted(names)
        rows = self._db.execute(
            f"SELECT record FROM {BY_ID} JOIN piece ON n = piece WHERE edition = ? AND kind = ?"
            f" AND id IN ({', '.join('?' * len(wanted))}) ORDER BY place",
            (number, kind, *wanted),
        )
        return [record for (record,) in rows]


def _reports_in(head: str) -> list[str]:
    """The ids of the reports of a story in the first words of its record; none where they go on behind these."""
    return ends.listed(head, '"reports": ')


def _with(account: Account, reports: tuple[Report, ...], stories: tuple[Told, ...]) -> Account:
    """An account of these reports and stories."""
    inputs = tuple(Input(report.id, report.sha256) for report in reports)
    return dataclasses.replace(account, inputs=inputs, reports=reports, stories=stories)
