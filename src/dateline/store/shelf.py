"""The shelf: what the latest edition tells, looked through without telling it anew."""

from __future__ import annotations

from dateline.store import file


class Shelf:
    """What is looked at of an open desk."""

    def __init__(self, db: file.Connection) -> None:
        self._db = db
