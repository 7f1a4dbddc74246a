"""NewsML-G2: news items with their text inside, as NITF, HTML or plain, one or many in a message."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from dateline.errors import Unreadable
from dateline.read import markup, masthead, nitf, plain
from dateline.read.source import Source
from dateline.records import Failure, Report


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The text items of a NewsML-G2 document; an item without text is named. Raises Unreadable where it has none at all."""
    root = markup.tree(source.where, source.data())
    items = list(root.iter("newsItem"))
    if not items:
        raise Unreadable(source.where, "the document holds no newsItem: give the items themselves")
    for number, item in enumerate(items, 1):
        digest = hashlib.sha256(etree.tostring(item, encoding="utf-8")).hexdigest()
        name = source.stem if len(items) == 1 else f"{source.stem}:{number}"
        where = source.where if len(items) == 1 else f"{source.where}:item {number}"
        try:
            yield _report(where, names(name, digest), item, source, digest)
        except Unreadable as error:
            yield Failure(error.where, error.why)


def _report(where: str, name: str, item: Any, source: Source, digest: str) -> Report:
    given = masthead.Given(
        path=source.path,
        url=markup.address(item.get("guid")),
        outlet=_name(item.find("contentMeta/infoSource"))
        or _name(item.find("itemMeta/provider"))
        or _name(item.find("rightsInfo/copyrightHolder")),
        title=markup.words(item.find("contentMeta/headline")),
        authors=tuple(one for each in item.iterfind("contentMeta/creator") if (one := _name(each))),
        published=markup.words(item.find("contentMeta/contentCreated"))
        or markup.words(item.find("itemMeta/firstCreated"))
        or markup.words(item.find("itemMeta/versionCreated")),
        updated=markup.words(item.find("contentMeta/contentModified"))
        or markup.words(item.find("itemMeta/versionCreated")),
        language=next((one.get("tag") for one in item.iterfind("contentMeta/language")), None) or item.get("lang"),
    )
    inside = item.find("contentSet/inlineXML")
    if inside is not None and (document := inside.find("nitf")) is not None:
        return nitf.of_tree(where, name, document, given, digest)
    body = item.find("contentSet/inlineXML/html/body")
    told = body if body is not None else inside
    plainly = item.find("contentSet/inlineData")
    found = (
        markup.lines(told)
        if told is not None
        else markup.paragraphs("".join(plainly.itertext()))
        if plainly is not None
        else []
    )
    if not found and not given.title:
        raise Unreadable(where, "the item holds no text: give text items")
    return plain.of_paragraphs(name, found, given, digest)


def _name(one: Any) -> str | None:
    if one is None:
        return None
    return markup.words(one.find("name")) or one.get("literal") or markup.words(one)
