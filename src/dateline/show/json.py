"""Records as plain JSON values and back: the one place where the contract's names and shapes are made.

`dump` and `load` go through the records' own fields, so that what is added to a record is in the JSON too. A
field's trailing underscore is dropped (`for_` -> `for`).
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.cite import Span
from dateline.errors import InputError
from dateline.records import Account, Edge, Failure, Mark, Marked, Report, Story, Told
from dateline.spun import score

Json = Any  # what json.loads gives
R = TypeVar("R")


# ------------------------------------------------------------------------------------ records <-> JSON


def dump(value: object) -> Json:
    """A record (or a tuple, mapping or plain value) as JSON values, keys in the order of the record's fields."""
    if isinstance(value, Report):
        return _report(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value) if not _absent(f, value))
        return {name.rstrip("_"): dump(field) for name, field in pairs}
    if isinstance(value, Mapping):
        return {key: dump(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [dump(one) for one in value]
    return value


def _absent(field: dataclasses.Field[Any], value: object) -> bool:
    """Whether a field that came later stands in no JSON, since it is empty: what was written before stays as it was."""
    return "absent" in field.metadata and getattr(value, field.name) == field.metadata["absent"]


def _report(report: Report) -> Json:
    """The contract's read line, without the body: who may be told twice is told once. Where there are signs, their score."""
    out = {f.name: dump(getattr(report, f.name)) for f in dataclasses.fields(report) if not _absent(f, report)}
    out["sources"] = {key: dump(report.sources[key]) for key in sorted(report.sources)}
    if report.signs:
        out["signs_score"] = score(report.signs)
    return out


def load(kind: type[R], value: Json) -> R:
    """The record of that kind whose `dump` is `value`. Raises InputError when the value has another shape."""
    try:
        made: R = _load(kind, value)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not the JSON of {kind.__name__}: {type(error).__name__} {error}") from error
    return made


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _load(kind: Any, value: Json) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _load(next(one for one in inner if one is not type(None)), value)
    if origin is tuple:
        return tuple(_load(inner[0], one) for one in value)
    if origin is Literal:
        if value not in inner:
            raise ValueError(f"{value!r} is none of {', '.join(map(str, inner))}")
        return value
    if origin is not None and issubclass(origin, Mapping):
        return {key: _load(inner[1], one) for key, one in value.items()}
    if dataclasses.is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]  # a dataclass is a type
        given = {f.name: f.name.rstrip("_") for f in dataclasses.fields(kind)}
        made = {name: _load(hints[name], value[key]) for name, key in given.items() if key in value}
        return kind(**made)  # type: ignore[operator]  # is_dataclass does not narrow Any to a type
    if not isinstance(value, kind if kind is not float else (int, float)):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


# -------------------------------------------------------------------------------- the contract's lines


def read_line(report: Report) -> Json:
    """One line of `read --jsonl`."""
    return {**_report(report), "body": report.body}


def marks_line(marked: Marked) -> Json:
    """One line of `marks --jsonl`."""
    report = marked.report
    every: tuple[Mark, ...] = (
        *marked.sentences, *marked.names, *marked.times, *marked.quotes, *marked.events,
    )  # fmt: skip
    return {
        "id": report.id,
        "path": report.path,
        "published": dump(report.published),
        "text_sha256": hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "blocks": dump(report.blocks),
        "marks": [mark(one) for one in every],
        "by": dict(sorted(marked.by.items())),
    }


def mark(one: Mark) -> Json:
    """One mark: its kind, its place as `start` and `end`, its value; further spans as `[start, end]`."""
    out: dict[str, Json] = {"kind": one.kind, "start": one.span.start, "end": one.span.end}
    for f in dataclasses.fields(one):
        if f.name != "span":
            out[f.name.rstrip("_")] = _flat(getattr(one, f.name))
    if one.kind == "event":
        out["actors"] = list(one.names()) if hasattr(one, "names") else []
        out["source"] = [p["span"] for p in out["participants"] if p["role"] == "agent"]
        out["target"] = [p["span"] for p in out["participants"] if p["role"] == "patient"]
    return out


def _flat(value: object) -> Json:
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name.rstrip("_"): _flat(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_flat(one) for one in value]
    return value


def stories(found: Iterable[Story], failed: Iterable[Failure] = ()) -> Json:
    """The whole of `stories --json`."""
    some = tuple(found)
    edges: list[Edge] = [edge for story in some for edge in story.edges]
    links = [{"from": story.id, **dump(link)} for story in some for link in story.links]
    return {
        "stories": [
            {
                "id": story.id,
                "title": story.title,
                "reports": [one.report.id for one in story.reports],
                "origins": dump(story.origins),
            }
            for story in some
        ],
        "edges": dump(edges),
        "spun": [dump(one) for story in some for one in story.spun],
        "failed": dump(tuple(failed)),
        **({"links": links} if links else {}),
    }


def account(value: Account) -> Json:
    """The whole of `tell --json`."""
    out = dump(value)
    first = ("dateline", "schema", "as_of")
    return {**{key: out[key] for key in first}, **{k: v for k, v in out.items() if k not in first}}


def story_lines(value: Account) -> Iterator[Json]:
    """`tell --jsonl`: one line a story, each with what it was made by and from."""
    for story in value.stories:
        used: Told = story
        yield {"dateline": value.dateline, "schema": value.schema, "as_of": value.as_of, **dump(used)}


def text(value: Json, indent: int | None = None) -> str:
    """JSON text: Unicode as it is (lone surrogates escaped, so that it is always valid UTF-8)."""
    made = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        made.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent, allow_nan=False)
    return made
