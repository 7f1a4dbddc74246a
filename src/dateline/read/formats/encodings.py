"""The payload of a web answer out of its transfer and content encodings, by its bytes first and its fields second.

Crawlers undo an encoding and leave the field, or drop the field and leave the encoding; chunks have extensions, and
streams end early. What a body looks like is believed; the fields decide only where it does not tell.
"""

from __future__ import annotations

import io
import re
import zlib

from fastwarc.stream_io import BrotliReader

from dateline.read.source.inputs import LARGEST

_CHUNK = re.compile(rb"\s*([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n", re.IGNORECASE)  # the size of a chunk, in a line
_GZIP = b"\x1f\x8b"
_WITH_GZIP, _WITH_ZLIB, _BARE = 31, 15, -15  # what zlib is told of the head of a stream
_DEEPEST = 3  # encodings in each other


def undone(held: bytes, transfer: str, content: str) -> bytes:
    """A body without its encodings; `transfer` and `content` are what its fields name. At most a little over `LARGEST`.

    Raises ValueError where the body is in an encoding that is named and cannot be undone.
    """
    held = _unchunked(held, named="chunked" in transfer.casefold())
    named = {word.strip() for word in f"{transfer},{content}".casefold().split(",")}
    for _ in range(_DEEPEST):
        if not held.startswith(_GZIP):
            break
        held = _inflated(held, _WITH_GZIP)
    if held.lstrip()[:1] == b"<":
        return held
    if "deflate" in named:
        return _of_deflate(held)
    return _of_brotli(held) if "br" in named else held


def _unchunked(held: bytes, named: bool) -> bytes:
    """The chunks of a body put together; a body that has none as it is.

    Where no field names them, they must be whole, up to the last one, which is empty; one that is cut short and alone must
    look like a page.
    """
    parts, place = list[bytes](), 0
    while size := _CHUNK.match(held, place):
        length = int(size[1], 16)
        if not length:
            return b"".join(parts)
        parts.append(held[size.end() : size.end() + length])
        place = size.end() + length
        if place < len(held) and held[place : place + 1] not in (b"\r", b"\n"):
            return held  # a number at the start of a text
    cut = len(parts) == 1 and place > len(held) and not parts[0].lstrip().startswith((b"<", _GZIP))
    return b"".join(parts) if named and parts and not cut else held


def _inflated(held: bytes, kind: int) -> bytes:
    """The bytes of a stream, and of those behind it; of one that is cut short, or broken, what there is."""
    out: list[bytes] = []
    size = 0
    while held and size <= LARGEST:
        stream = zlib.decompressobj(kind)
        try:
            out.append(stream.decompress(held, LARGEST + 1 - size))
        except zlib.error:
            if not out:
                raise ValueError("broken gzip") from None
            break
        size += len(out[-1])
        held = stream.unused_data if stream.unused_data.startswith(_GZIP) else b""
    return b"".join(out)


def _of_deflate(held: bytes) -> bytes:
    """Out of deflate, with the head that zlib gives it or bare, as some servers send it; what is neither as it is."""
    for kind in (_WITH_ZLIB, _BARE):
        try:
            return _inflated(held, kind)
        except ValueError:
            continue
    return held


def _of_brotli(held: bytes) -> bytes:
    try:
        whole: bytes = BrotliReader(io.BytesIO(held)).read(LARGEST + 1)
    except (OSError, ValueError):
        if b"\0" in held:
            raise
        return held  # no brotli, which has such bytes soon
    return whole
