"""Whether a JSON value has the shape of an account: each key known and there, each value of its kind, each id once."""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dateline import contract
from dateline.errors import InputError
from dateline.proof.breach import Breach
from dateline.records.account import Account
from dateline.records.judgements import Judgement
from dateline.records.reasons import Reason

Json = contract.Json
Check = Callable[[str, Json], Iterator[Breach]]


def breaches(value: Json) -> Iterator[Breach]:
    """Where a value is not an account's JSON, by path: a key that is unknown or missing, a value of another kind."""
    found = False
    for breach in _check(Account)("", value):
        found = True
        yield breach
    if not found and value["schema"] != 1:
        yield Breach("schema", f"is {value['schema']!r}; this version knows 1")


@cache
def _check(kind: Any) -> Check:
    """What checks a value of a kind."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind == Judgement:
        return _judgement
    if origin in (Union, types.UnionType):
        present = _check(next(given for given in inner if given is not type(None)))
        return lambda where, value: iter(()) if value is None else present(where, value)
    if origin is tuple:
        return _many(_check(inner[0]), at_least=len(inner) - 1 if inner[-1] is not Ellipsis else 0)
    if origin is Literal:
        return _among(inner)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(_check(inner[1]))
    if kind is Reason:
        return _plain(str)
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    return _plain(kind)


def _many(one: Check, at_least: int) -> Check:
    def check(where: str, value: Json) -> Iterator[Breach]:
        if not isinstance(value, list):
            yield Breach(where, f"is no list: {_shown(value)}")
            return
        if len(value) < at_least:
            yield Breach(where, "is empty: nothing stands in an account without its source")
        for number, inner in enumerate(value):
            yield from one(f"{where}[{number}]", inner)

    return check


def _among(values: tuple[Any, ...]) -> Check:
    def check(where: str, value: Json) -> Iterator[Breach]:
        if not any(value is known or (type(value) is type(known) and value == known) for known in values):
            yield Breach(where, f"{_shown(value)} is none of {', '.join(map(str, values))}")

    return check


def _mapping(one: Check) -> Check:
    def check(where: str, value: Json) -> Iterator[Breach]:
        if not isinstance(value, dict):
            yield Breach(where, f"is no object: {_shown(value)}")
            return
        for key, inner in value.items():
            yield from one(f"{where}.{key}", inner)

    return check


def _plain(kind: type) -> Check:
    wanted = (int, float) if kind is float else kind

    def check(where: str, value: Json) -> Iterator[Breach]:
        if not isinstance(value, wanted) or (isinstance(value, bool) and kind is not bool):
            yield Breach(where, f"{_shown(value)} is no {kind.__name__}")
        elif isinstance(value, float) and not math.isfinite(value):
            yield Breach(where, f"{value} is no number")

    return check


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    """A field of a record in JSON: what checks it, and whether it may be left out."""

    check: Check
    may_miss: bool


def _fields(kind: Any) -> dict[str, _Field]:
    hints, out = get_type_hints(kind), dict[str, _Field]()
    for field in dataclasses.fields(kind):
        if field.metadata.get("flat"):
            out |= _fields(hints[field.name])
        elif field.metadata.get("joined"):
            out[contract.key(field)] = _Field(_plain(str), "absent" in field.metadata)
        else:
            out[contract.key(field)] = _Field(_check(hints[field.name]), "absent" in field.metadata)
    for key in contract.derived(kind):
        out[key] = _Field(_plain(float), may_miss=True)
    return out


def _record(kind: Any) -> Check:
    fields: dict[str, _Field] = {}

    def check(where: str, value: Json) -> Iterator[Breach]:
        if not fields:
            fields.update(_fields(kind))
        if not isinstance(value, dict):
            yield Breach(where or "account", f"is no {kind.__name__}: {_shown(value)}")
            return
        for key, field in fields.items():
            at = f"{where}.{key}" if where else key
            if key in value:
                yield from field.check(at, value[key])
            elif not field.may_miss:
                yield Breach(at, "is missing")
        for key in value:
            if key not in fields:
                yield Breach(f"{where}.{key}" if where else str(key), "is no part of an account")

    return check


def _judgement(where: str, value: Json) -> Iterator[Breach]:
    try:
        contract.judgement(value)
    except InputError as error:
        yield Breach(where, str(error))


def _shown(value: Json) -> str:
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:80]}…"
