"""Bytes to text, with bounds: what a file is, and what its words are."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from dateline.errors import Unreadable

LARGEST = 64 * 1024 * 1024  # bytes of one input, inflated
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"%PDF",
    b"\x7fELF",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
)


def content(path: Path) -> bytes:
    """The bytes of a file, inflated where it is gzip. Raises Unreadable with what to do about it."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Unreadable(str(path), f"larger than {LARGEST >> 20} MiB: split it")
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            str(path), f"cannot be opened ({error.strerror or error}): check the name and its rights"
        ) from error
    if not raw.strip():
        raise Unreadable(str(path), "the file is empty: nothing to read in it")
    return _inflated(str(path), raw) if raw.startswith(b"\x1f\x8b") else raw


def _inflated(where: str, raw: bytes) -> bytes:
    engine = zlib.decompressobj(wbits=31)
    try:
        out = engine.decompress(raw, LARGEST + 1)
    except zlib.error as error:
        raise Unreadable(where, f"broken gzip ({error}): fetch it anew") from error
    if len(out) > LARGEST:
        raise Unreadable(where, f"inflates to more than the limit of {LARGEST >> 20} MiB: refused")
    if not engine.eof:
        raise Unreadable(where, "the gzip archive is cut short: fetch it anew")
    if not out.strip():
        raise Unreadable(where, "the file is empty: nothing to read in it")
    return out


def decoded(where: str, raw: bytes) -> str:
    """The text of the bytes: a byte order mark decides, then UTF-8 if valid, then the declared charset, then cp1252."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass  # the next guess is the declared charset
    if raw.startswith(_BINARY) or _looks_binary(raw):
        raise Unreadable(where, "the file is not text: give text, HTML or JSONL")
    declared = _CHARSET.search(raw[:4096])
    for encoding in (declared[1].decode("ascii") if declared else "", "cp1252"):
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("utf-8", "replace")


def _looks_binary(raw: bytes) -> bool:
    head = raw[:4096]
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return control > len(head) // 10
