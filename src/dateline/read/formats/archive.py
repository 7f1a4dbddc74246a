"""ZIP archives: their members are read like files, their names are never paths."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from dateline.errors import Unreadable
from dateline.read.formats import registry as formats
from dateline.read.source.inputs import LARGEST, REPEATS, Budget, Source, of_bytes
from dateline.records.report import Failure, Report

MOST = 100_000  # members
_LOCAL = 30  # bytes of a member's own head, at the least


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The reports in the members of an archive, in the order of their names. Raises Unreadable."""
    with source.stream() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, IndexError, struct.error) as error:
            raise Unreadable(source.where, f"is no sound ZIP archive ({error}): fetch it anew") from error
        with archive:
            budget = source.budget or Budget.of(stream.seek(0, io.SEEK_END))
            source = replace(source, budget=budget)
            if _overlap(archive):
                raise Unreadable(source.where, "its members lie over one another, as in no sound archive: refused")
            members = _members(archive)
            for member in members[:MOST]:
                where, name = f"{source.where}:{member.filename}", member.filename.rpartition("/")[2]
                try:
                    raw = _content(archive, member, where)
                    if budget.repeats(raw):
                        raise Unreadable(where, f"has the bytes of {REPEATS} others in this archive: left out")
                except Unreadable as error:
                    yield Failure(error.where, error.why)
                    continue
                if not budget.take(len(raw)):
                    yield Failure(source.where, "inflates to more than its budget: the rest was left, split it")
                    return
                yield from formats.read(of_bytes(where, name, raw, source), names)
            if len(members) > MOST:
                yield Failure(source.where, f"holds more than {MOST} files: the rest was left, split it")


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of an archive by their names, hidden ones aside; of one without a name zipfile cannot say what it is."""
    named = (member for member in archive.infolist() if member.filename and not member.is_dir())
    shown = (member for member in named if not f"/{member.filename}".startswith("/__MACOSX/"))
    return sorted(
        (member for member in shown if not member.filename.rpartition("/")[2].startswith(".")),
        key=lambda member: member.filename,
    )


def _overlap(archive: zipfile.ZipFile) -> bool:
    """Whether members share bytes of the file: so does a small one inflate without end."""
    members = sorted(archive.infolist(), key=lambda member: member.header_offset)
    return any(one.header_offset + _LOCAL + one.compress_size > after.header_offset for one, after in pairwise(members))


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> bytes:
    """The bytes of a member, which may say that it is smaller than it is. Raises Unreadable."""
    if not member.filename.lower().removesuffix(".gz").endswith((*formats.suffixes(), ".gz")):
        raise Unreadable(where, "is of no format that is read: left out")
    if member.flag_bits & 1:
        raise Unreadable(where, "is encrypted: unpack it")
    try:
        with archive.open(member) as stream:
            raw = stream.read(LARGEST + 1)
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, ValueError, IndexError) as error:
        raise Unreadable(where, f"cannot be unpacked ({error}): fetch the archive anew") from error
    if len(raw) > LARGEST:
        raise Unreadable(where, f"inflates to more than the limit of {LARGEST >> 20} MiB: refused")
    return raw
