"""Both ends of a story's record, read without what lies between: of 800 reports it has 82 MB, and 67 of these are ties."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from dateline.contract import load
from dateline.records.story import MachineRewritten, Origin

READ = 2**16  # bytes that are read in one go
BEFORE, AFTER = b'"edges": [', b'"spun": ['  # in the words of a report quotation marks are escaped


def origins(db: sqlite3.Connection, piece: int) -> tuple[tuple[Origin, ...], tuple[MachineRewritten, ...]]:
    """Where the words of a story in a piece come from, and which of its reports a machine rewrote: they stand at its ends."""
    with db.blobopen("piece", "record", piece, readonly=True) as record:
        first, last = _until(record, BEFORE), _from(record, AFTER)
    return (
        tuple(load(Origin, one) for one in listed(first, '"origins": ')),
        tuple(load(MachineRewritten, one) for one in listed(last, AFTER.decode()[:-1])),
    )


def _until(record: sqlite3.Blob, sign: bytes) -> str:
    """A record up to a sign; all of it where there is none."""
    read = bytearray()
    while read.find(sign, max(0, len(read) - READ - len(sign))) < 0 and (more := record.read(READ)):
        read += more
    return bytes(read).partition(sign)[0].decode("utf-8", "surrogatepass")


def _from(record: sqlite3.Blob, sign: bytes) -> str:
    """A record from the last of a sign on; all of it where there is none."""
    found, left = b"", len(record)
    while sign not in found[: READ + len(sign)] and left:
        some = min(READ, left)
        left -= some
        record.seek(left)
        found = record.read(some) + found
    return found[max(0, found.rfind(sign)) :].decode("utf-8", "surrogatepass")


def listed(some: str, sign: str) -> list[Any]:
    """The list behind a sign in some of a record; none where it goes on behind that."""
    _, named, behind = some.partition(sign)
    try:
        return list(json.JSONDecoder().raw_decode(behind)[0]) if named else []
    except ValueError:
        return []
