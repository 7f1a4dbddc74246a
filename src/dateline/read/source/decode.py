"""Bytes to text: what the words of a file are."""

from __future__ import annotations

import re

from dateline.errors import Unreadable

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
