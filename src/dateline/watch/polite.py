"""Asking servers politely: only when due, only what changed, only what robots.txt allows, and more slowly where it fails."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from dateline.errors import Unreadable
from dateline.read.source import fetch
from dateline.read.source.inputs import Source
from dateline.store.watching import Feed, Watching

PAUSE = 2.0  # seconds between two requests to one host, where its robots.txt names no more
LONGEST = 86_400.0  # seconds after which even what always failed is asked again
ROBOTS = 3_600.0  # seconds for which a robots.txt holds
NAME = fetch.AGENT.split(" ")[0]  # by which robots.txt calls us


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host's robots.txt says, and since when that is known."""

    parser: RobotFileParser
    since: float


class Polite:
    """Asks for a watch. `every` is how many seconds lie between two looks at one address."""

    def __init__(
        self,
        watching: Watching,
        every: float,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._watching = watching
        self._every = every
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._rules: dict[str, Rules] = {}
        self._asked: dict[str, Feed] = {}

    def changed(self, address: str) -> Source | None:
        """The document at an address where it is due and has changed; call `done` once all of it is kept. Raises Unreadable."""
        known = self._watching.feed(address)
        if known.due > self._clock():
            return None
        try:
            answer = self._ask(address, known)
        except Unreadable:
            self._failed(known)
            raise
        if answer.status == 304:
            self._watching.keep(replace(known, failures=0, due=self._clock() + self._every))
            return None
        if answer.source is None:
            wait = self._failed(known, _seconds(answer.wait, self._clock()))
            raise Unreadable(
                address, f"the server answers {answer.status}: it is asked again in {wait / 60:.0f} minutes"
            )
        self._asked[address] = Feed(address, answer.etag, answer.modified)
        return answer.source

    def done(self, address: str) -> None:
        """All that stood in the document at an address is kept: it is due again after a while, and only if it changes."""
        self._watching.keep(replace(self._asked.pop(address), due=self._clock() + self._every))

    def once(self, address: str) -> Source | None:
        """A page, which is asked for once; None where the server does not give it. Raises Unreadable."""
        return self._ask(address, Feed(address)).source

    def next_due(self, addresses: list[str]) -> float:
        """Seconds until one of the addresses is due again."""
        due = [self._watching.feed(address).due for address in addresses]
        return max(0.0, min([self._every, *(one - self._clock() for one in due)]))

    def _failed(self, known: Feed, asked_to: float | None = None) -> float:
        """Ask later: twice as long after each failure, or as long as the server says. Returns seconds."""
        wait: float = min(LONGEST, max(asked_to or 0.0, self._every * 2.0 ** min(known.failures, 12)))
        self._watching.keep(replace(known, failures=known.failures + 1, due=self._clock() + wait))
        return wait

    def _ask(self, address: str, known: Feed) -> fetch.Answer:
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        rules = self._robots(host)
        if not rules.can_fetch(NAME, address):
            raise Unreadable(address, "its robots.txt forbids it: ask the publisher, or save the page")
        self._pause(host, float(rules.crawl_delay(NAME) or PAUSE))
        return fetch.asked(address, known.etag, known.modified)

    def _robots(self, host: str) -> RobotFileParser:
        known = self._rules.get(host)
        if known is not None and self._clock() - known.since < ROBOTS:
            return known.parser
        parser = RobotFileParser()
        self._pause(host, PAUSE)
        answer = fetch.asked(f"{host}/robots.txt")
        if answer.source is not None:
            parser.parse(answer.source.data().decode("utf-8", "replace").splitlines())
        elif answer.status < 500:
            parser.parse([])  # there are no rules
        else:
            raise Unreadable(
                host, f"its robots.txt cannot be had (the server answers {answer.status}): asked again later"
            )
        self._rules[host] = Rules(parser, self._clock())
        return parser

    def _pause(self, host: str, seconds: float) -> None:
        left = self._last.get(host, 0.0) + min(seconds, 60.0) - self._clock()
        if left > 0:
            self._sleep(left)
        self._last[host] = self._clock()


def _seconds(wait: str | None, now: float) -> float | None:
    """The seconds that a `Retry-After` asks for; None where it says nothing that can be read."""
    if wait is None:
        return None
    if wait.strip().isdecimal():
        return float(wait.strip())
    try:
        return max(0.0, parsedate_to_datetime(wait).timestamp() - now)
    except (ValueError, TypeError):
        return None
