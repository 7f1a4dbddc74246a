"""Where the bytes of an input come from: a file, standard input, a member of an archive, an address.

A source is opened as a stream, inflated where it is gzip, and never yields more than it may. Names inside archives and
addresses are data: they are never opened as paths.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from dateline.errors import Unreadable

LARGEST = 64 * 1024 * 1024  # bytes of one report's input, inflated
FREE = 16 << 20  # bytes that any archive may inflate to
FEW = 4 << 20  # and those that one may of many members, each of which costs more than its bytes
REPEATS = 8  # times that the same bytes are read in one archive
RATIO = 100  # times its own size that a larger one may: text packs to a third, tables to a tenth
HEAD = 4096  # bytes by which a format is told
_GZIP = b"\x1f\x8b"
_PIECE = 1 << 16


@dataclass
class Budget:
    """How many bytes an input may still inflate to, all archives in it together."""

    left: int
    times: Counter[bytes] = field(default_factory=Counter)

    @classmethod
    def of(cls, size: int) -> Budget:
        """That of an archive of so many bytes."""
        return cls(max(FEW, RATIO * size))

    def repeats(self, raw: bytes) -> bool:
        """Whether these bytes were read as often as they may be."""
        digest = hashlib.sha256(raw).digest()
        self.times[digest] += 1
        return self.times[digest] > REPEATS

    def take(self, size: int) -> bool:
        """Use some of it; False where it does not reach."""
        self.left -= size
        return self.left >= 0


@dataclass(frozen=True)
class Source:
    """An input that can be opened: what to call it, the path or address it has, and the name reports take from it."""

    where: str
    path: str | None
    name: str
    opened: Callable[[], BinaryIO]
    url: str | None = None
    depth: int = 0  # archives that it lies in
    published: str | None = None
    budget: Budget | None = None  # of the archives that it lies in

    @property
    def stem(self) -> str:
        """The name without its endings."""
        return PurePosixPath(self.name.removesuffix(".gz")).stem or "report"

    @property
    def suffix(self) -> str:
        """The last ending, lower case, `.gz` aside."""
        return PurePosixPath(self.name.lower().removesuffix(".gz")).suffix

    @cached_property
    def head(self) -> bytes:
        """The first bytes, inflated. Raises Unreadable when it cannot be opened."""
        with self.stream() as stream:
            try:
                return stream.read(HEAD)
            except (OSError, EOFError) as error:
                raise unopened(self.where, error) from error

    def stream(self) -> BinaryIO:
        """The bytes as a stream, inflated where they are gzip; no limit. Raises Unreadable when it cannot be opened."""
        try:
            raw = self.opened()
            buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw))
            first = buffered.peek(2)[:2]
        except OSError as error:
            raise unopened(self.where, error) from error
        return io.BufferedReader(Inflated(self.where, buffered)) if first == _GZIP else buffered

    def data(self) -> bytes:
        """All the bytes, inflated. Raises Unreadable for what is empty, cut short, broken or larger than `LARGEST`."""
        with self.stream() as stream:
            try:
                whole = stream.read(LARGEST + 1)
            except OSError as error:
                raise unopened(self.where, error) from error
        if len(whole) > LARGEST:
            raise Unreadable(self.where, f"larger than the limit of {LARGEST >> 20} MiB: split it")
        if not whole.strip():
            raise Unreadable(self.where, "the file is empty: nothing to read in it")
        return whole


class Inflated(io.RawIOBase):
    """The inflated bytes of a gzip stream of one or more members, read as they are asked for."""

    def __init__(self, where: str, raw: BinaryIO) -> None:
        self._where = where
        self._raw = raw
        self._engine = zlib.decompressobj(wbits=31)
        self._left = b""
        self._begun = False
        self._taken = self._given = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def close(self) -> None:
        """Close what lies below too."""
        self._raw.close()
        super().close()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower than Buffer
        """The next bytes; 0 at the end. Raises Unreadable where the gzip is broken or cut short."""
        while True:
            if self._engine.eof:
                self._left = self._engine.unused_data or self._left
                self._engine, self._begun = zlib.decompressobj(wbits=31), False
            data = self._left
            if not data:
                data = self._raw.read(_PIECE)
                self._taken += len(data)
            self._left = b""
            if not self._begun:
                data = data.lstrip(b"\0")  # padding between members
            if not data:
                if self._begun:
                    raise Unreadable(self._where, "the gzip archive is cut short: fetch it anew")
                return 0
            self._begun = True
            try:
                out = self._engine.decompress(data, len(buffer))
            except zlib.error as error:
                raise Unreadable(self._where, f"broken gzip ({error}): fetch it anew") from error
            self._left = self._engine.unconsumed_tail
            if out:
                self._given += len(out)
                if self._given > FREE and self._given > RATIO * self._taken:
                    raise Unreadable(
                        self._where, f"larger than the limit of {RATIO} times its size: no text packs so small"
                    )
                buffer[: len(out)] = out
                return len(out)


def unopened(where: str, error: Exception) -> Unreadable:
    """What to say of an input that the system does not give."""
    why = getattr(error, "strerror", None) or str(error)
    return Unreadable(where, f"cannot be opened ({why}): check the name and its rights")


def of_path(path: Path) -> Source:
    """A file."""
    return Source(str(path), path.as_posix(), path.name, lambda: path.open("rb"))


def of_bytes(where: str, name: str, raw: bytes, outer: Source) -> Source:
    """A member of another source, one archive deeper."""
    return Source(
        where, outer.path, name, lambda: io.BytesIO(raw), outer.url, outer.depth + 1, outer.published, outer.budget
    )
