"""JSON documents: a report or a list of them, a JSON Feed, or items in ninjs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from dateline.errors import Unreadable
from dateline.language import furniture
from dateline.read.formats import jsonl, markup, plain
from dateline.read.masthead import fields as masthead
from dateline.read.source import worker as apart
from dateline.read.source.inputs import Source
from dateline.records.report import Failure, Report

PARSER = "dateline.read.formats.markup:pieces"
Names = Callable[[str, str], str]
_LISTS = ("reports", "articles", "stories", "items", "results", "documents", "docs", "data")


def reports(source: Source, names: Names) -> Iterator[Report | Failure]:
    """The reports in a JSON document; each that cannot be read is named by its number. Raises Unreadable."""
    raw = source.data()
    if b"\n{" in raw.strip():  # JSON lines under another name
        yield from jsonl.reports(source, names)
        return
    value = jsonl.loaded(source.where, raw)
    values, outlet = _items(value)
    for number, item in enumerate(values, 1):
        where = source.where if values == [value] else f"{source.where}:{number}"
        try:
            yield _report(
                where, source.stem if values == [value] else f"{source.stem}:{number}", item, outlet, source, names
            )
        except Unreadable as error:
            yield Failure(where, error.why)


def _items(value: Any) -> tuple[list[Any], str | None]:
    """The objects that may be reports, and the outlet that a feed says it is."""
    if isinstance(value, list):
        return value, None
    if isinstance(value, dict) and not {"text", "html", "body_text", "body_html", "headline"} & value.keys():
        for key in _LISTS:
            if isinstance(value.get(key), list):
                outlet = value.get("title")
                return value[key], outlet if "jsonfeed" in str(value.get("version")) and isinstance(
                    outlet, str
                ) else None
    return [value], None


def _report(where: str, name: str, value: Any, outlet: str | None, source: Source, names: Names) -> Report:
    raw = json.dumps(value, sort_keys=True).encode()
    if not isinstance(value, dict):
        raise Unreadable(where, "is no JSON object: give reports as objects")
    if _of_feed(value):
        return _made(_feed_item(value, outlet, source), value, name, raw, names)
    if _of_ninjs(value):
        return _made(_ninjs(value, source), value, name, raw, names)
    return jsonl.of_object(where, name, value, raw, source, names)


def _of_feed(value: dict[str, Any]) -> bool:
    return "content_html" in value or "content_text" in value or "date_published" in value


def _of_ninjs(value: dict[str, Any]) -> bool:
    return (
        any(key.startswith(("body_", "description_")) for key in value)
        or {"headlines", "bodies"} & value.keys() != set()
    )


def _made(given: masthead.Given, value: dict[str, Any], name: str, raw: bytes, names: Names) -> Report:
    html = [_text(value.get(key)) for key in ("content_html", "body_html", "body_xhtml")]
    text = [
        _text(value.get(key))
        for key in ("content_text", "body_text", "summary", "description_text", "description_html")
    ]
    body = next((held for held in (*html, *_bodies(value), *text) if held), "")
    if not body and not given.title:
        raise Unreadable(name, "has neither a headline nor text: nothing to read in it")
    digest = hashlib.sha256(raw).hexdigest()
    named = _text(value.get("id")) or _text(value.get("uri")) or name
    told = apart.parsed(name, PARSER, markup.sound(body).encode())
    return plain.of_paragraphs(names(named, digest), told, given, digest)


def _feed_item(value: dict[str, Any], outlet: str | None, source: Source) -> masthead.Given:
    people = value.get("authors") if isinstance(value.get("authors"), list) else [value.get("author")]
    return masthead.Given(
        path=source.path,
        url=markup.address(_text(value.get("url")) or _text(value.get("external_url"))),
        outlet=outlet,
        title=markup.line(_text(value.get("title"))),
        authors=tuple(name for person in people or [] if (name := _name(person))),
        published=_text(value.get("date_published")),
        updated=_text(value.get("date_modified")),
        language=_text(value.get("language")),
    )


def _ninjs(value: dict[str, Any], source: Source) -> masthead.Given:
    heads = [inner.get("value") for inner in value.get("headlines") or [] if isinstance(inner, dict)]
    return masthead.Given(
        path=source.path,
        url=markup.address(_text(value.get("uri"))),
        outlet=_text(value.get("copyrightholder")) or _name((_many(value.get("infosources")) or [None])[0]),
        title=markup.line(next((_text(inner) for inner in (value.get("headline"), *heads) if inner), None)),
        authors=tuple(name for inner in _many(value.get("people")) if (name := _name(inner)) and _wrote(inner))
        or ((furniture.bylines.bare(by),) if (by := _text(value.get("byline"))) else ()),
        published=_text(value.get("firstcreated")) or _text(value.get("versioncreated")),
        updated=_text(value.get("versioncreated")) if value.get("firstcreated") else None,
        language=_text(value.get("language")),
    )


def _bodies(value: dict[str, Any]) -> Iterator[str]:
    for body in _many(value.get("bodies")):
        if isinstance(body, dict) and (text := _text(body.get("value"))):
            yield text


def _wrote(person: Any) -> bool:
    return isinstance(person, dict) and str(person.get("rel", "")).lower() in ("author", "byline", "creator")


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _name(value: Any) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
