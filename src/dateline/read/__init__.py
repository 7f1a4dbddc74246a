"""Raw bytes in, reports out: one file a format, then labels for every stretch and the masthead.

Everything is a stream: a report is given as soon as it is read, and what cannot be read is a Failure in its place.
"""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.errors import Unreadable
from dateline.read.formats import jsonl, lists, table
from dateline.read.formats import registry as formats
from dateline.read.source.inputs import Source, of_path
from dateline.records.report import Failure, Report


def read(inputs: Sequence[str | Path], stdin: BinaryIO | None = None) -> Iterator[Report | Failure]:
    """Read files, folders (walked recursively, in sorted order), http(s) addresses and `-` (JSONL on standard input)."""
    return lists.joined(_read(inputs, stdin))


def _read(inputs: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Report | Failure]:
    """Every input in order, but lists of addresses first."""
    names = Names()
    first = dict.fromkeys(path for given in inputs if _is_local(given) for path in files(Path(given)) if _is_list(path))
    for path in first:
        yield from formats.read(of_path(Path(str(path))), names)
    for given in inputs:
        if str(given) == "-":
            yield from _standard(stdin or (sys.stdin.buffer if sys.stdin else io.BytesIO()), names)
        elif not _is_local(given):
            yield from _fetched(str(given), names)
        else:
            for path in files(Path(given)):
                if path not in first:
                    yield from (path,) if isinstance(path, Failure) else formats.read(of_path(path), names)


def _is_local(given: str | Path) -> bool:
    return str(given) != "-" and str(given).partition("://")[0].lower() not in ("http", "https")


def _is_list(path: Path | Failure) -> bool:
    """Whether a file lists addresses: by its first line, or by its name where it is zipped as GDELT does it."""
    name = path.name.lower().removesuffix(".gz") if isinstance(path, Path) else ""
    return isinstance(path, Path) and (
        name.endswith(".csv.zip") or (name.endswith((".csv", ".tsv")) and table.is_list(of_path(path)))
    )


def _standard(stdin: BinaryIO, names: Names) -> Iterator[Report | Failure]:
    try:
        yield from jsonl.reports(Source("stdin", None, "stdin", lambda: stdin), names)
    except Unreadable as error:
        yield Failure(error.where, error.why)


def _fetched(url: str, names: Names) -> Iterator[Report | Failure]:
    from dateline.read.source import fetch  # who reads files needs no network

    try:
        yield from formats.read(fetch.fetched(url), names)
    except Unreadable as error:
        yield Failure(error.where, error.why)


def files(given: Path) -> Iterator[Path | Failure]:
    """The files under a path, each once, in sorted order; links that lead back, pipes and unknown formats are left."""
    if not given.is_dir():
        if given.exists() and not given.is_file():
            yield Failure(str(given), "is not a regular file: give files or folders")
        else:
            yield given
        return
    for path in _walked(given):
        suffix = _suffix(path) if isinstance(path, Path) else ""
        if isinstance(path, Failure) or suffix in formats.suffixes():
            yield path
        elif suffix in formats.NOT_READ:
            yield Failure(str(path), f"the format {suffix} is not read: save it as text, .docx, PDF or ZIP")


def left(inputs: Sequence[str | Path]) -> Counter[str]:
    """How many files in folders are left out because their endings are of no format, by ending (`""`: none)."""
    known = formats.suffixes() | formats.NOT_READ
    folders = [Path(given) for given in inputs if _is_local(given) and Path(given).is_dir()]
    found = (path for folder in folders for path in _walked(folder))
    return Counter(suffix for path in found if isinstance(path, Path) and (suffix := _suffix(path)) not in known)


def _suffix(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _walked(given: Path) -> Iterator[Path | Failure]:
    """The regular files in a folder and those below it, each once, in sorted order; hidden ones are left.

    Whoever fills a folder does not decide which files of others are read: a link that leads out of it is named, not followed.
    """
    seen: set[str] = set()
    shut: list[OSError] = []
    root = Path(os.path.realpath(given))
    for folder, folders, names in os.walk(given, onerror=shut.append, followlinks=False):
        folders.sort()
        yield from _shut(shut)
        for name in sorted((*names, *filter(lambda inner: Path(folder, inner).is_symlink(), folders))):
            path = Path(folder, name)
            if name.startswith("."):
                continue
            real = os.path.realpath(path)
            # what leads back to the folder, or to one that holds it, has nothing new to read
            leads_back = root.is_relative_to(real)
            if path.is_symlink() and path.exists() and not Path(real).is_relative_to(root) and not leads_back:
                yield Failure(str(path), "is a link that leads out of the folder: not followed, give what it leads to")
                continue
            if path.is_file() and real not in seen:
                seen.add(real)
                yield path
    yield from _shut(shut)


def _shut(errors: list[OSError]) -> Iterator[Failure]:
    """The folders that may not be listed, each once."""
    while errors:
        error = errors.pop(0)
        yield Failure(str(error.filename), f"cannot be listed ({error.strerror}): check its rights")


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
