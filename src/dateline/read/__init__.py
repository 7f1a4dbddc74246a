"""Raw bytes in, reports out: one file a format, then labels for every stretch and the masthead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.records import Failure, Report


def read(inputs: Sequence[str | Path]) -> Iterator[Report | Failure]:
    """Read files, folders (walked recursively, in sorted order) and `-` (JSONL on standard input)."""
    yield from ()
