"""NewsML-G2: news items with their text inside, as NITF, HTML or plain, one or many in a message."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from dateline.errors import Unreadable
from dateline.read.formats import documents, markup, nitf
from dateline.read.masthead import fields as masthead
from dateline.read.source.inputs import Source
from dateline.records.report import Failure, Report

PARSER = "dateline.read.formats.newsml:parsed"


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The text items of a NewsML-G2 document; an item without text is named. Raises Unreadable where it has none at all."""
    yield from documents.reports(source, PARSER, names)


def parsed(raw: bytes) -> Iterator[dict[str, Any]]:
    """The items of a NewsML-G2 document, for the worker. Raises Unreadable."""
    root = markup.tree("NewsML-G2", raw)
    items = list(root.iter("newsItem"))
    if not items:
        raise Unreadable("NewsML-G2", "the document holds no newsItem: give the items themselves")
    for place, item in enumerate(items, 1):
        number = None if len(items) == 1 else place
        digest = hashlib.sha256(etree.tostring(item, encoding="utf-8")).hexdigest()
        try:
            given, paragraphs = _item(item)
            yield documents.item(given, paragraphs, digest, number)
        except Unreadable as error:
            yield documents.refused(error.why, number)


def _item(item: Any) -> tuple[masthead.Given, list[str]]:
    given = masthead.Given(
        url=markup.address(item.get("guid")),
        outlet=_name(item.find("contentMeta/infoSource"))
        or _name(item.find("itemMeta/provider"))
        or _name(item.find("rightsInfo/copyrightHolder")),
        title=markup.words(item.find("contentMeta/headline")),
        authors=tuple(name for creator in item.iterfind("contentMeta/creator") if (name := _name(creator))),
        published=markup.words(item.find("contentMeta/contentCreated"))
        or markup.words(item.find("itemMeta/firstCreated"))
        or markup.words(item.find("itemMeta/versionCreated")),
        updated=markup.words(item.find("contentMeta/contentModified"))
        or markup.words(item.find("itemMeta/versionCreated")),
        language=next((element.get("tag") for element in item.iterfind("contentMeta/language")), None)
        or item.get("lang"),
    )
    inside = item.find("contentSet/inlineXML")
    if inside is not None and (document := inside.find("nitf")) is not None:
        return nitf.of_tree(document, given)
    body = item.find("contentSet/inlineXML/html/body")
    content = body if body is not None else inside
    plainly = item.find("contentSet/inlineData")
    found = (
        markup.lines(content)
        if content is not None
        else markup.paragraphs("".join(plainly.itertext()))
        if plainly is not None
        else []
    )
    if not found and not given.title:
        raise Unreadable("item", "the item holds no text: give text items")
    return given, found


def _name(one: Any) -> str | None:
    if one is None:
        return None
    return markup.words(one.find("name")) or one.get("literal") or markup.words(one)
