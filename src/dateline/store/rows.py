"""What the shelf of a desk hands out: rows of stories and of what is in them, and what a search found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Any


class Written(str):
    """JSON as it lies on the shelf."""

    __slots__ = ()


class _Read:
    """A record's field that may be given as it is written, and is read when it is first asked for: most lists need none.

    Whoever asks, by name or field by field, gets the value alone.
    """

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, one: object | None, _: type) -> Json:
        if one is None:
            raise AttributeError(self._name)  # to a dataclass: the field has no default
        value = one.__dict__[self._name]
        if type(value) is Written:
            value = one.__dict__[self._name] = json.loads(value)
        return value

    def __set__(self, one: object, value: Json) -> None:
        one.__dict__[self._name] = value


@dataclass(frozen=True, slots=True)
class Row:
    """A story in a list: how it is called, how it begins and where it stands, its days, and counts; `fresh` of what is new."""

    id: str
    title: str
    lead: str
    stands: str
    first: str | None
    last: str | None
    reports: int
    origins: int
    conflicts: int
    plans: int
    open: int
    fresh: int


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, report or person in one story, and what it is looked for by.

    `words_at` says where in its report (`start-end`) the words stand that tell it.
    """

    kind: str
    id: str
    story: str
    story_title: str
    report: str | None
    outlet: str | None
    day: str | None
    speaker: str | None
    status: str | None
    fresh: bool
    words_at: str | None


@dataclass(frozen=True)
class Listed(Item):
    """An item in a list. `record` is the contract's JSON of it."""

    title: str
    record: Json = _Read()


@dataclass(frozen=True, slots=True)
class Dated:
    """What has a day: the first few of `many` rows. `sure`: it is their day; else the first of those that it may be."""

    day: str
    sure: bool
    many: int
    rows: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `found`: they are what was searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Found(Item):
    """What a search found: an item, and its words, those that were searched for apart."""

    title: tuple[Piece, ...]
    words: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, how it is called, and how often it was found."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """A page of what was found, of `total`. Facets are counted over `counted` of these."""

    total: int
    counted: int
    found: tuple[Found, ...]
    facets: Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the rows are wanted."""

    offset: int = 0
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are wanted; what is None does not matter. `since` and `until` are ISO days, both within.

    `report` is one that is cited, `person` the id of somebody who takes part.
    """

    kind: str | None = None
    story: str | None = None
    report: str | None = None
    person: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    fresh: bool = False
