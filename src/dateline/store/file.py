"""The SQLite file of a desk: its tables, the steps from the tables of before, and what to say of a file that fails."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from dateline.contract import text
from dateline.errors import DeskError

APPLICATION = 0x444C4E45  # "DLNE": says that a SQLite file is a desk
SCHEMA = 8
WAIT = 30  # seconds for another process that writes
TABLES = """
CREATE TABLE report (n INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
CREATE TABLE judgement (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, decided_by TEXT, decided_on TEXT,
    words TEXT
);
CREATE TABLE mark (hash TEXT NOT NULL, markers TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (hash, markers));
"""
VERSIONS = """
CREATE TABLE version (n INTEGER PRIMARY KEY REFERENCES report, first INTEGER NOT NULL REFERENCES report, address TEXT);
CREATE INDEX version_address ON version (address);
CREATE INDEX version_first ON version (first);
"""  # also made in a desk of before: its reports are found to be versions of one another as if they came anew

# An edition is a head and pieces, a report or a story each. A piece is kept once, however many editions have it: what an
# edition has in common with the one before costs nothing. `state` is the state of reports and judgements that it tells of,
# `key` what a story was told from. `seen`: somebody asked for it, or marked it as seen.
EDITIONS = """
CREATE TABLE edition (n INTEGER PRIMARY KEY AUTOINCREMENT, head TEXT NOT NULL, state TEXT NOT NULL, seen INTEGER NOT NULL);
CREATE TABLE piece (n INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
CREATE TABLE part (
    edition INTEGER NOT NULL REFERENCES edition, kind TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, key TEXT,
    piece INTEGER NOT NULL REFERENCES piece, PRIMARY KEY (edition, kind, place)
) WITHOUT ROWID;
CREATE INDEX part_id ON part (edition, kind, id);
CREATE INDEX part_key ON part (key);
CREATE INDEX part_piece ON part (piece);
"""
# What is looked through, of the latest edition alone: a row a story, and a row a finding or report. Both are made of its
# pieces, and safe to make anew. `facets` are words for what a row is by, so that the index of words narrows by them;
# `item_found` has all that a search counts of a row, so that few are read whole. `cited` says which words of a report a row
# rests on; 0 to 0 that it is of that report. `page` keeps stories as they are shown, and what of each page (hashes of its style
# and script) a browser may use. `tie` has what ties two reports, `a` and `b`; `counted` how many items there are of each kind.
SHELF = """
CREATE TABLE story (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, title TEXT NOT NULL, lead TEXT NOT NULL, stands TEXT NOT NULL,
    first TEXT, last TEXT, reports INTEGER NOT NULL, origins INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    plans INTEGER NOT NULL, open INTEGER NOT NULL, fresh INTEGER NOT NULL, made_of TEXT NOT NULL
);
CREATE INDEX story_new ON story (fresh DESC, last DESC, place);
CREATE INDEX story_latest ON story (last DESC, place);
CREATE INDEX story_largest ON story (origins DESC, reports DESC, place);
CREATE INDEX story_disputed ON story (conflicts DESC, last DESC, place);
CREATE TABLE item (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, story TEXT NOT NULL, place INTEGER NOT NULL,
    report TEXT, outlet TEXT, day TEXT, speaker TEXT, status TEXT, fresh INTEGER NOT NULL,
    words_at TEXT, title TEXT NOT NULL, facets TEXT NOT NULL, text TEXT NOT NULL, record TEXT NOT NULL
);
CREATE INDEX item_story ON item (story, kind, place);
CREATE INDEX item_kind ON item (kind);
CREATE INDEX item_id ON item (kind, id);
CREATE INDEX item_day ON item (kind, day DESC);
CREATE INDEX item_speaker ON item (speaker, kind);
CREATE INDEX item_outlet ON item (outlet, kind);
CREATE INDEX item_status ON item (kind, status, day DESC);
CREATE INDEX item_fresh ON item (fresh, kind, day DESC);
CREATE INDEX item_found ON item (n, kind, story, outlet, day, speaker, status);
CREATE TABLE counted (kind TEXT PRIMARY KEY, many INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE page (story TEXT PRIMARY KEY, made_of TEXT NOT NULL, gzipped BLOB NOT NULL, allowed TEXT NOT NULL);
CREATE TABLE cited (
    report TEXT NOT NULL, item INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (report, item, first, last)
) WITHOUT ROWID;
CREATE INDEX cited_item ON cited (item);
CREATE TABLE tie (
    story TEXT NOT NULL, place INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (story, place)
) WITHOUT ROWID;
CREATE TABLE takes_part (person TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (person, item)) WITHOUT ROWID;
CREATE INDEX takes_part_item ON takes_part (item);
CREATE VIRTUAL TABLE item_words USING fts5 (
    title, text, facets, content = 'item', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER item_came AFTER INSERT ON item BEGIN
    INSERT INTO item_words (rowid, title, text, facets) VALUES (new.n, new.title, new.text, new.facets);
END;
CREATE TRIGGER item_went AFTER DELETE ON item BEGIN
    INSERT INTO item_words (item_words, rowid, title, text, facets)
        VALUES ('delete', old.n, old.title, old.text, old.facets);
    DELETE FROM takes_part WHERE item = old.n;
    DELETE FROM cited WHERE item = old.n;
END;
"""


IN_PARTS = ("inputs", "reports", "stories")  # what of an account stands in an edition's parts, not in its head


# What `watch` remembers: of each address how it was answered and when to ask again; what it has told of, so that nothing is
# told twice; and its alerts, `given` once they were handed on.
WATCHING = """
CREATE TABLE feed (address TEXT PRIMARY KEY, etag TEXT, modified TEXT, failures INTEGER NOT NULL, due REAL NOT NULL);
CREATE TABLE told_of (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE alert (n INTEGER PRIMARY KEY, made_on TEXT NOT NULL, record TEXT NOT NULL, given INTEGER NOT NULL);
"""

# What who reads the desk keeps on it: stories and notes by a report of theirs, for that stays when stories merge or part.
READER = """
CREATE TABLE followed (report TEXT PRIMARY KEY, since TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE note (n INTEGER PRIMARY KEY AUTOINCREMENT, report TEXT NOT NULL, text TEXT NOT NULL, written_on TEXT NOT NULL);
CREATE TABLE saved (n INTEGER PRIMARY KEY AUTOINCREMENT, query TEXT NOT NULL UNIQUE, saved_on TEXT NOT NULL);
"""

# What telling learnt and need not learn again, safe to drop: of reports what grouping learnt of them (`group/learnt.py`); of a
# story what it was outlined from, beside what it was told from; of marks why they end before the report does.
LEARNT = """
CREATE TABLE learnt (kind TEXT NOT NULL, key TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (kind, key));
ALTER TABLE part ADD COLUMN outline TEXT;
CREATE INDEX part_outline ON part (outline);
ALTER TABLE mark ADD COLUMN why TEXT;
UPDATE mark SET why = json_extract(record, '$.why')
    WHERE CASE WHEN json_valid(record) THEN json_extract(record, '$.why') IS NOT NULL END;
"""

# What ties a story's reports, found by how strong it is and by its ends: of hundreds of reports there are tens of thousands.
STRENGTH = "CASE WHEN json_valid(record) THEN json_extract(record, '$.containment') END"
TIES = f"""
CREATE INDEX IF NOT EXISTS tie_strongest ON tie (story, {STRENGTH} DESC, a, b);
CREATE INDEX IF NOT EXISTS tie_from ON tie (story, a, b);
CREATE INDEX IF NOT EXISTS tie_to ON tie (story, b);
"""

# The shelf for who asks in SQL: a view a kind, named like the lists of `/api/v1`, and one of what rests on which words.
VIEWS = (
    "".join(
        f"""CREATE VIEW {name} AS SELECT item.id, item.title, {own}item.report, item.outlet, item.day, item.text,
    item.fresh AS new, item.story, story.title AS story_title, item.record AS json
    FROM item LEFT JOIN story ON story.id = item.story WHERE item.kind = '{kind}';
"""
        for name, kind, own in (
            ("reports", "report", "item.status AS language, "),
            ("statements", "statement", "item.speaker, item.status AS polarity, "),
            ("events", "event", "item.status, "),
            ("plans", "plan", "item.status, "),
            ("conflicts", "conflict", "item.status AS about, "),
            ("questions", "question", "item.status, "),
            ("people", "person", "item.status AS type, "),
        )
    )
    + """CREATE VIEW stories AS SELECT id, title, lead, stands, first, last, reports, origins, conflicts, plans, open,
    fresh AS new FROM story;
CREATE VIEW cites AS SELECT item.kind, item.id, cited.report, cited.first AS start, cited.last AS "end"
    FROM cited JOIN item ON item.n = cited.item WHERE cited.last > cited.first;
CREATE VIEW takes_parts AS SELECT person, item.kind, item.id, item.story FROM takes_part JOIN item ON item.n = takes_part.item;
"""
)


class Connection(sqlite3.Connection):
    """A connection that says of what fails which file it was and what to do."""

    path: Path

    def execute(self, *words: Any) -> sqlite3.Cursor:
        """As sqlite3's. Raises DeskError."""
        try:
            return super().execute(*words)
        except sqlite3.Error as error:
            raise failure(self.path, error) from error


REMEDIES = (
    ("readonly", "check its rights and those of its folder"),
    ("full", "make room on the disk"),
    ("locked", "another process is writing to it: wait for it, or end it"),
    ("unable to open", "check that its folder is there and may be written to"),
    ("disk i/o", "check the disk"),
    ("malformed", "take a copy of it from before, or make a new desk and add the reports anew"),
)


def failure(path: Path, error: sqlite3.Error) -> DeskError:
    """What to say of a desk that cannot be used."""
    if "not a database" in str(error):
        return DeskError(
            f"{path} cannot be opened as a desk: {error}: name another file, or make one with `dateline init`"
        )
    remedy = next((remedy for sign, remedy in REMEDIES if sign in str(error).lower()), "is it the file of a desk?")
    return DeskError(f"the desk {path} cannot be used ({error}): {remedy}")


@contextmanager
def writing(db: Connection) -> Iterator[None]:
    """What is written inside is written whole or not at all; nobody else writes meanwhile. Raises DeskError."""
    try:
        with db:
            db.execute("BEGIN IMMEDIATE")
            yield
    except sqlite3.Error as error:
        raise failure(db.path, error) from error


@contextmanager
def alone(path: Path, what: str) -> Iterator[bool]:
    """Wait until no other process is at the same thing with a desk, and keep others waiting. Gives whether it waited.

    The sign is a file beside the desk (`NAME.telling`) that the system unlocks when a process ends, however it ends. Where
    the system has no such locks, or takes none there, nobody waits.
    """
    try:
        import fcntl
    except ImportError:
        yield False
        return
    sign, waited, held = path.with_name(f"{path.name}.{what}"), False, None
    try:
        while held is None:
            held = sign.open("w", encoding="ascii")
            try:
                fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # no worker inherits it, as it would flock's
            except (BlockingIOError, PermissionError):  # by what the system says that another has it
                waited = True
                fcntl.lockf(held, fcntl.LOCK_EX)
            if not sign.exists() or os.fstat(held.fileno()).st_ino != sign.stat().st_ino:
                held.close()  # who had it has taken the file away
                held = None
    except OSError:
        waited = False  # a folder that takes no file, or no locks
    try:
        yield waited
    finally:
        if held is not None:
            sign.unlink(missing_ok=True)
            held.close()


def opened(path: Path, *, create: bool = False) -> Connection:
    """The file, with the tables of this version. Raises DeskError when it is missing, is there already (`create`), or is no
    desk.

    Readers see the last whole state while one process writes (SQLite's write-ahead log).
    """
    if path.is_dir():
        raise DeskError(
            f"{path} is a folder, and a desk is a file: name the file in it, such as {path / 'dateline.desk'}"
        )
    if create and path.exists():
        raise DeskError(f"{path} is there already")
    if not create and not path.is_file():
        raise DeskError(f"{path} is missing: make a desk with `dateline init {path}`")
    try:
        db = sqlite3.connect(path, isolation_level=None, timeout=WAIT, factory=Connection, check_same_thread=False)
        db.path = path
        if create:
            db.executescript(
                f"BEGIN; {TABLES} {EDITIONS} {SHELF} {WATCHING} {READER} {VIEWS} {LEARNT} {TIES}"
                f" PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA}; COMMIT;"
            )
        made_by = db.execute("PRAGMA application_id").fetchone()[0]
        if made_by != APPLICATION:
            raise DeskError(f"{path} is no desk: name another file, or make one with `dateline init`")
        version = _brought_up_to_date(db)
        if create or db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            db.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        if create:
            path.unlink(missing_ok=True)  # what there is of it is no desk
        raise failure(path, error) from error
    if version != SCHEMA:
        raise DeskError(f"{path} was made by another version of Dateline (schema {version}, here {SCHEMA})")
    return db


def script(db: Connection, statements: str) -> None:
    """Run statements inside the transaction that is open (`executescript` would end it)."""
    pending = ""
    for line in statements.splitlines():
        pending += f"{line}\n"
        if sqlite3.complete_statement(pending):
            db.execute(pending)
            pending = ""


def _signed_decisions(db: Connection) -> None:
    """Version 1 had a column `value` in `judgement`, which nothing read and which stays there."""
    script(db, "ALTER TABLE judgement ADD COLUMN decided_by TEXT;\nALTER TABLE judgement ADD COLUMN decided_on TEXT;\n")


def _editions_in_pieces(db: Connection) -> None:
    """Version 2 kept each edition whole, as one text. Each was asked for by somebody."""
    script(db, f"ALTER TABLE edition RENAME TO whole_edition;\n{EDITIONS}")
    for n, record in db.execute("SELECT n, account FROM whole_edition ORDER BY n").fetchall():
        try:
            value = json.loads(record)
            head = {key: inner for key, inner in value.items() if key not in IN_PARTS}
            named = (("report", value["reports"]), ("story", value["stories"]))
            rows = [(kind, place, one["id"], one) for kind, some in named for place, one in enumerate(some)]
        except (ValueError, TypeError, KeyError):
            continue  # what is no account could not be read before either
        db.execute("INSERT INTO edition VALUES (?, ?, '', 1)", (n, text(head)))
        for kind, place, name, one in rows:
            db.execute("INSERT INTO part VALUES (?, ?, ?, ?, NULL, ?)", (n, kind, place, name, piece(db, text(one))))
    script(db, "DROP TABLE whole_edition;\n")


def _shelf_anew(db: Connection) -> None:
    """The shelf is made of the editions: what is told next fills it."""
    for table in ("item_words", "item", "story", "page", "takes_part", "cited", "tie", "counted"):
        db.execute(f"DROP TABLE IF EXISTS {table}")
    script(db, f"{SHELF}UPDATE edition SET state = '';\n")


def _watch_came(db: Connection) -> None:
    """Version 3 had a narrower shelf and no watch."""
    _shelf_anew(db)
    script(db, WATCHING)


def _words_came(db: Connection) -> None:
    """Version 5 had no ties on the shelf, and no decision on what something is called."""
    _shelf_anew(db)
    script(db, "ALTER TABLE judgement ADD COLUMN words TEXT;\n")


def _reader_came(db: Connection) -> None:
    """Version 4 kept nothing for its readers, and found what is new by its kind alone."""
    script(
        db,
        f"DROP INDEX IF EXISTS item_fresh;\nCREATE INDEX item_fresh ON item (fresh, kind, day DESC);\n{READER}{VIEWS}",
    )


def _learnt_came(db: Connection) -> None:
    """Version 6 kept nothing of what grouping learnt, and read the rows of what is found whole."""
    found = "CREATE INDEX IF NOT EXISTS item_found ON item (n, kind, story, outlet, day, speaker, status);\n"
    script(db, f"{LEARNT}{found}")


def _ties_found(db: Connection) -> None:
    """Version 7 went through all that ties a story's reports."""
    script(db, TIES)


# What brings a desk of an earlier schema to the next one.
STEPS: dict[int, Callable[[Connection], None]] = {
    1: _signed_decisions, 2: _editions_in_pieces, 3: _watch_came, 4: _reader_came, 5: _words_came,
    6: _learnt_came, 7: _ties_found,
}  # fmt: skip


def piece(db: Connection, record: str) -> int:
    """The number of a piece with this record, which is kept if it was not; in place of one that has its name by mistake."""
    hashed = digest(record)
    kept = "INSERT INTO piece (hash, record) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET record = excluded.record"
    db.execute(kept, (hashed, record))
    number: int = db.execute("SELECT n FROM piece WHERE hash = ?", (hashed,)).fetchone()[0]
    return number


def digest(record: str) -> str:
    """What a record is known by: a SHA-256, in hex."""
    return hashlib.sha256(record.encode("utf-8", "surrogatepass")).hexdigest()


def _brought_up_to_date(db: Connection) -> int:
    """The schema's version, after the steps from an earlier one to this one: all of them, or none, in one transaction."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version in STEPS:
        _back_up(db, version)
        with writing(db):
            version = db.execute("PRAGMA user_version").fetchone()[0]  # another process may have been faster
            while version in STEPS:
                STEPS[version](db)
                version += 1
            db.execute(f"PRAGMA user_version = {version}")
    return version


def _back_up(db: Connection, version: int) -> None:
    """Keep the file as it is beside itself (`NAME.schema-1`), once, before a step changes it."""
    beside = db.path.with_name(f"{db.path.name}.schema-{version}")
    if not beside.exists():
        with closing(sqlite3.connect(beside)) as copy:
            db.backup(copy)
