"""Watching: feeds, sitemaps, pages and folders are asked politely; what is new is kept and told, and what moves is alerted to.

Everything that is remembered is on the desk, so that a watch that was killed goes on where it was: no report is taken
twice, and an alert that was not handed on is handed on at the next start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.desk import Added, Desk
from dateline.engines import HERE, Engine
from dateline.errors import Unreadable
from dateline.read import Names
from dateline.read.formats import registry
from dateline.records.report import Failure, Report
from dateline.watch.polite import Polite

Hand = Callable[[dict[str, object]], None]


def round_of(opened: Desk, sources: Sequence[str], polite: Polite) -> Iterator[Added | Failure]:
    """Ask each source that is due once, and keep what is new in it."""
    for source in sources:
        if source.partition("://")[0].lower() in ("http", "https"):
            yield from _of_address(opened, source, polite)
        else:
            yield from opened.add(source)


def _of_address(opened: Desk, address: str, polite: Polite) -> Iterator[Added | Failure]:
    try:
        document = polite.changed(address)
        found = [] if document is None else list(registry.read(document, Names()))
    except Unreadable as error:
        yield Failure(error.where, error.why)
        return
    for item in found:
        if isinstance(item, Failure):
            yield item
        elif len(found) == 1 and item.url in (None, address):  # a page, not a list of them
            yield opened.take(item)
        elif not opened.has_address(item.url):
            yield opened.take(_whole(item, polite))
    if document is not None:
        polite.done(address)  # only now: a watch that is killed in between asks for all of it again


def _whole(item: Report, polite: Polite) -> Report:
    """The page that an item of a feed or sitemap leads to; the item itself where that cannot be had or says less."""
    try:
        document = polite.once(item.url) if item.url else None
        found = [] if document is None else list(registry.read(document, Names()))
    except Unreadable:
        return item
    page = found[0] if found else None
    return page if isinstance(page, Report) and len(page.body) > len(item.body) else item


def tell(opened: Desk, searches: Sequence[str] = (), engine: Engine = HERE) -> None:
    """Tell what changed, and keep an alert for what moved since the last time."""
    if not opened.is_told():
        opened.retell(engine)
    opened.alert(searches)


def hand_on(opened: Desk, hands: Sequence[Hand]) -> None:
    """Hand each alert that waits to each of the hands; one that was handed on is not handed on again."""
    for number, record in opened.watching.waiting():
        for hand in hands:
            hand(record)
        opened.watching.given(number)
