"""JSON lines: one report a line, with `text` or `html` and what else is known of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from dateline.errors import Unreadable
from dateline.read.formats import html, plain
from dateline.read.masthead import byline
from dateline.read.masthead import fields as masthead
from dateline.read.source import decode
from dateline.read.source.inputs import LARGEST, Source
from dateline.records.report import Failure, Report

_NO_TEXT = re.compile(r"[\x00\ud800-\udfff]")
Names = Callable[[str, str], str]


def reports(source: Source, names: Names) -> Iterator[Report | Failure]:
    """The reports in a stream of JSON lines; each line that holds none is a failure named by its number."""
    with source.stream() as stream:
        number = 0
        while raw := stream.readline(LARGEST + 1):
            number += 1
            where = f"{source.where}:{number}"
            if len(raw) > LARGEST:
                yield Failure(where, f"line is longer than {LARGEST >> 20} MiB: split it")
                return  # where the next line begins is not known without reading on for ever
            line = raw.strip(b"\r\n \t")
            if not line:
                continue
            try:
                yield of_object(where, f"{source.stem}:{number}", loaded(where, line), line, source, names)
            except Unreadable as error:
                yield Failure(error.where, error.why)
        if number == 0:
            raise Unreadable(source.where, "the file is empty: nothing to read in it")


def loaded(where: str, raw: bytes) -> Any:
    """The JSON value of some bytes. Raises Unreadable."""
    try:
        return json.loads(decode.decoded(where, raw))
    except (ValueError, RecursionError) as error:
        raise Unreadable(where, f"is not JSON ({str(error)[:60]}): mend or drop it") from error


def of_object(where: str, name: str, value: Any, raw: bytes, source: Source, names: Names) -> Report:
    """The report that an object of the contract's form holds. Raises Unreadable."""
    if not isinstance(value, dict):
        raise Unreadable(where, "is no JSON object: give one report as an object")
    digest = hashlib.sha256(raw).hexdigest()
    given = masthead.Given(
        path=source.path,
        url=_held(_text(value, "url")),
        outlet=_text(value, "outlet"),
        title=_text(value, "title"),
        authors=byline.listed((str(one) for one in _many(value.get("authors")) if one), _text(value, "outlet")),
        published=_text(value, "published"),
        updated=_text(value, "updated"),
        language=_text(value, "language"),
    )
    text, page = value.get("text"), value.get("html")
    named = _held(_text(value, "id")) or name
    if isinstance(text, str) and text.strip():
        return plain.of_text(names(named, digest), text, given, digest)
    if isinstance(page, str) and page.strip():
        return html.of_html(where, names(named, digest), page, given, digest)
    raise Unreadable(where, "has neither text nor html: give one of them")


def _held(name: str | None) -> str | None:
    """An id or address with a sign for what no file of text holds: half of a surrogate pair, NUL."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", name) if name else name


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _text(value: dict[str, Any], key: str) -> str | None:
    found = value.get(key)
    return str(found) if isinstance(found, str | int) and str(found).strip() else None
