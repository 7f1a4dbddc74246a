"""Raw bytes in, reports out: one file a format, then labels for every stretch and the masthead.

A format is a function from a source (its name, its bytes) to reports and failures; `SUFFIXES` and
`_of_file` register it.
The format is told by content first, then by name.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.errors import Unreadable
from dateline.read import decode, jsonl, page, plain
from dateline.records import Failure, Report

SUFFIXES = {
    ".txt": "text", ".md": "text", ".text": "text", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".jsonl": "lines", ".ndjson": "lines", ".json": "lines",
}  # fmt: skip
NOT_YET = {
    ".xml", ".rss", ".atom", ".rdf", ".warc", ".pdf", ".docx", ".doc", ".rtf", ".eml", ".mbox", ".zip", ".mhtml", ".csv",
}  # fmt: skip


def read(inputs: Sequence[str | Path], stdin: BinaryIO | None = None) -> Iterator[Report | Failure]:
    """Read files, folders (walked recursively, in sorted order) and `-` (JSONL on standard input), as a stream."""
    names = Names()
    for given in inputs:
        if str(given) == "-":
            yield from jsonl.reports("stdin", None, (stdin or sys.stdin.buffer), names)
            continue
        for path in files(Path(given)):
            if isinstance(path, Failure):
                yield path
            else:
                yield from _of_file(path, names)


def files(given: Path) -> Iterator[Path | Failure]:
    """The files under a path, each once, in sorted order; links that lead back, pipes and unknown formats are left."""
    if not given.is_dir():
        if given.exists() and not given.is_file():
            yield Failure(str(given), "is not a regular file: give files or folders")
        else:
            yield given
        return
    seen: set[str] = set()
    for folder, folders, names in os.walk(given, followlinks=False):
        folders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(".") or not path.is_file():
                continue
            real = os.path.realpath(path)
            if real in seen:
                continue
            seen.add(real)
            if _suffix(path) in SUFFIXES:
                yield path
            elif _suffix(path) in NOT_YET:
                yield Failure(str(path), "this format is not read yet: give its reports as text, HTML or JSONL")


def _suffix(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _of_file(path: Path, names: Names) -> Iterator[Report | Failure]:
    try:
        raw = decode.content(path)
        form = _format(path, raw)
        digest = hashlib.sha256(raw).hexdigest()
        if form == "lines":
            yield from jsonl.reports(path.name.split(".")[0], path.as_posix(), io.BytesIO(raw), names)
        elif form == "page":
            yield page.report(names(_stem(path), digest), path.as_posix(), raw)
        else:
            yield plain.report(names(_stem(path), digest), path.as_posix(), raw)
    except Unreadable as error:
        yield Failure(error.where, error.why)


def _stem(path: Path) -> str:
    return Path(path.name.removesuffix(".gz")).stem


def _format(path: Path, raw: bytes) -> str:
    head = raw[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")[:600].lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<body" in head:
        return "page"
    return SUFFIXES.get(_suffix(path), "text")


class Names:
    """Ids of a run: a stem when it is free, else the stem and a piece of the content's hash, else that and a count."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def __call__(self, stem: str, digest: str) -> str:
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{digest[:8]}" + (f"-{number}" if number > 2 else "")
        self._taken.add(name)
        return name
