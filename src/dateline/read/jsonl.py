"""JSON lines: one report a line, with `text` or `html` and what else is known of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from dateline.errors import Unreadable
from dateline.read import decode, masthead, page, plain
from dateline.records import Failure, Report


def reports(
    stem: str, path: str | None, lines: BinaryIO, names: Callable[[str, str], str]
) -> Iterator[Report | Failure]:
    """The reports in a stream of JSON lines; each line that holds none is a failure named by its number."""
    for number, raw in enumerate(lines, 1):
        line = raw.strip(b"\r\n \t")
        if not line:
            continue
        where = f"{path or stem}:{number}"
        try:
            yield _report(f"{stem}:{number}", path, line, names)
        except Unreadable as error:
            yield Failure(where, error.why)


def _report(name: str, path: str | None, line: bytes, names: Callable[[str, str], str]) -> Report:
    try:
        value = json.loads(decode.decoded(name, line))
    except (ValueError, RecursionError) as error:
        raise Unreadable(name, f"line is not JSON ({str(error)[:60]}): mend or drop it") from error
    if not isinstance(value, dict):
        raise Unreadable(name, "line is no JSON object: give one report as an object")
    digest = hashlib.sha256(line).hexdigest()
    given = masthead.Given(
        path=path,
        url=_text(value, "url"),
        outlet=_text(value, "outlet"),
        title=_text(value, "title"),
        authors=tuple(str(one) for one in value.get("authors") or () if one),
        published=_text(value, "published"),
        updated=_text(value, "updated"),
        language=_text(value, "language"),
    )
    text, html = value.get("text"), value.get("html")
    named = _text(value, "id") or name
    if isinstance(text, str) and text.strip():
        return plain.of_text(names(named, digest), text, given, digest)
    if isinstance(html, str) and html.strip():
        return page.of_html(names(named, digest), html, given, digest)
    raise Unreadable(name, "object has neither text nor html: give one of them")


def _text(value: dict[str, Any], key: str) -> str | None:
    found = value.get(key)
    return str(found) if isinstance(found, str | int) and str(found).strip() else None
