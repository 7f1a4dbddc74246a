"""Records as plain JSON values and back: the one place where the contract's names and shapes are made.

`dump` and `load` go through the records' own fields, so that what is added to a record is in the JSON too. A
field's trailing underscore is dropped (`for_` -> `for`), and a field may say its name here (`json` in its metadata).
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline import wording
from dateline.cite import Span
from dateline.errors import InputError
from dateline.records import judgements
from dateline.records.account import Account, Told
from dateline.records.judgements import Judgement
from dateline.records.marks import Mark, Marked
from dateline.records.reasons import Reason, Reasons
from dateline.records.report import Failure, Report
from dateline.records.signs import score
from dateline.records.story import Edge, Story

Json = Any  # what json.loads gives
R = TypeVar("R")
ALWAYS = object()
AT_ONCE = 20_000  # pieces of text that are put together
_SCALARS = frozenset({str, int, float, bool, types.NoneType})  # what JSON has as it is
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


# ------------------------------------------------------------------------------------ records <-> JSON


def dump(value: object) -> Json:
    """A record (or a tuple, mapping or plain value) as JSON values, keys in the order of the record's fields."""
    return value if type(value) in _SCALARS else _dumper(type(value))(value)  # type: ignore[arg-type]  # a type can be hashed


@cache
def _dumper(kind: type) -> Callable[[Any], Json]:
    """What makes JSON of the values of a type; a type is looked into once: accounts have a million values."""
    if issubclass(kind, Report):
        return _report
    if issubclass(kind, Reason):
        return wording.sentence
    if dataclasses.is_dataclass(kind):
        return _record_dumper(kind)
    if issubclass(kind, Mapping):
        return lambda value: {key: dump(inner) for key, inner in value.items()}
    if issubclass(kind, tuple | list):
        return lambda value: [dump(inner) for inner in value]
    return lambda value: value


def _record_dumper(kind: type) -> Callable[[Any], Json]:
    """By place, in one go, where nothing of a record is left out or stands elsewhere."""
    fields = dataclasses.fields(kind)
    if len(fields) < 2 or any(f.metadata.keys() & {"flat", "joined", "absent"} for f in fields):
        return lambda value: dict(_dumped(value))
    keys, values = tuple(map(key, fields)), attrgetter(*(f.name for f in fields))
    return lambda value: {
        name: inner if type(inner) in _SCALARS else dump(inner) for name, inner in zip(keys, values(value), strict=True)
    }


def _dumped(value: Any) -> Iterator[tuple[str, Json]]:
    """A record's fields as JSON; those of a flat field stand among the record's own, in its place."""
    flat = _flat_fields(type(value))  # type: ignore[arg-type]  # a type can be hashed
    for f, field in _present(value):
        if f.name in flat:
            yield from dump(field).items()
        else:
            yield key(f), wording.sentences(field) if f.metadata.get("joined") else dump(field)


def key(field: dataclasses.Field[Any]) -> str:
    """What a record's field is called in JSON."""
    name: str = field.metadata.get("json", field.name.rstrip("_"))
    return name


@cache
def _flat_fields(kind: type) -> frozenset[str]:
    return frozenset(f.name for f in dataclasses.fields(kind) if f.metadata.get("flat"))


def _present(value: Any) -> Iterator[tuple[dataclasses.Field[Any], Any]]:
    """A record's fields, but for an empty one that came later: what was written before stays as it was."""
    for f, absent in _fields(type(value)):  # type: ignore[arg-type]  # a type can be hashed
        field = getattr(value, f.name)
        if absent is ALWAYS or field != absent:
            yield f, field


@cache
def _fields(kind: type) -> tuple[tuple[dataclasses.Field[Any], Any], ...]:
    """A record's fields, each with the value that is left out."""
    return tuple((f, f.metadata.get("absent", ALWAYS)) for f in dataclasses.fields(kind))


def _report(report: Report) -> Json:
    """The contract's read line, without the body: who may be told twice is told once. Where there are signs, their score."""
    out = {key(f): dump(field) for f, field in _present(report)}
    out["sources"] = {key: dump(report.sources[key]) for key in sorted(report.sources)}
    if report.signs:
        out["signs_score"] = score(report.signs)
    return out


def derived(kind: type) -> tuple[str, ...]:
    """Keys of a record in JSON that are reckoned from its fields: numbers, left out where there is nothing to reckon."""
    return ("signs_score",) if kind is Report else ()


def judgement(value: Json) -> Judgement:
    """The decision that a JSON line says. Raises InputError where it is none."""
    if not isinstance(value, Mapping):
        raise InputError(f"not the JSON of a judgement: {value!r}")
    kind, a, b, by, on, words = (value.get(name) for name in ("kind", "a", "b", "by", "on", "words"))
    if not (isinstance(kind, str) and isinstance(a, str) and isinstance(b, str)):
        raise InputError("a judgement has a kind, a and b, each a string")
    if not (isinstance(by, str | None) and isinstance(on, str | None)):
        raise InputError("who judged (by) and when (on) are strings where they are known")
    if not isinstance(words, str | None):
        raise InputError("what something is called (words) is a string")
    return judgements.judgement(kind, a, b, by, on, words)


def load(kind: type[R], value: Json) -> R:
    """The record of that kind whose `dump` is `value`. Raises InputError when the value has another shape.

    Reasons come back as the words that they were put into: as a Reason of the kind `worded`.
    """
    try:
        made: R = _loader(kind)(value)  # type: ignore[arg-type]  # a type can be hashed
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not the JSON of {kind.__name__}: {type(error).__name__} {error}") from error
    return made


@cache
def _loader(kind: Any) -> Callable[[Json], Any]:
    """What makes a value of a kind from its JSON; a kind is looked into once, not for each of its values."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind == Judgement:
        return judgement
    if origin in (Union, types.UnionType):
        load_present = _loader(next(given for given in inner if given is not type(None)))
        return lambda value: None if value is None else load_present(value)
    if origin is tuple:
        load_inner = _loader(inner[0])
        return lambda value: tuple([load_inner(inner) for inner in value])
    if origin is Literal:
        return lambda value: _among(inner, value)
    if origin is not None and issubclass(origin, Mapping):
        load_inner = _loader(inner[1])
        return lambda value: {key: load_inner(inner) for key, inner in value.items()}
    if kind is Reason:
        return _worded
    if dataclasses.is_dataclass(kind):
        hints, flat = get_type_hints(kind), _flat_fields(kind)  # type: ignore[arg-type]  # a type can be hashed
        given = [
            (f.name, key(f), _joined if f.metadata.get("joined") else _loader(hints[f.name]))
            for f in dataclasses.fields(kind)
            if f.init
        ]
        own = [field for field in given if field[0] not in flat]
        spread = [(name, load_inner) for name, _, load_inner in given if name in flat]
        made: Any = kind
        if not spread and not any(f.kw_only for f in dataclasses.fields(kind)):
            return _record_loader(made, own, [_as_they_are(hints[name]) for name, _, _ in own])
        return lambda value: made(
            **{name: load_one(value[key]) for name, key, load_one in own if key in value},
            **{name: load_inner(value) for name, load_inner in spread},
        )
    return lambda value: value if type(value) is kind else _plain(kind, value)


def _as_they_are(kind: Any) -> frozenset[type]:
    """The types of values of a kind that stand in JSON as they are: most of a record's values do."""
    inner = get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)
    plain = frozenset({str, int, float, bool, type(None)})
    return frozenset(inner) if plain.issuperset(inner) else frozenset()


def _record_loader(
    made: Any, fields: list[tuple[str, str, Callable[[Json], Any]]], plain: Sequence[frozenset[type]]
) -> Callable[[Json], Any]:
    """What makes a record from JSON: by place where all of its keys are there, which most values have.

    `plain` are the types of each field's values that need not be loaded.
    """
    every = frozenset(key for _, key, _ in fields)
    in_order = [(key, kinds, load_one) for (_, key, load_one), kinds in zip(fields, plain, strict=True)]

    def loaded(value: Json) -> Any:
        if every <= value.keys():
            return made(*[
                one if type(one := value[key]) in kinds else load_one(one) for key, kinds, load_one in in_order
            ])  # fmt: skip
        return made(**{name: load_one(value[key]) for name, key, load_one in fields if key in value})

    return loaded


def _worded(value: Json) -> Reason:
    return Reason("worded", (_plain(str, value),))


def _joined(value: Json) -> Reasons:
    return (_worded(value),)


def _among(values: tuple[Any, ...], value: Json) -> Json:
    if value not in values:
        raise ValueError(f"{value!r} is none of {', '.join(map(str, values))}")
    return value


def _plain(kind: type, value: Json) -> Json:
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
        "marks": [mark(kept) for kept in every],
        "by": dict(sorted(marked.by.items())),
    }


def mark(value: Mark) -> Json:
    """One mark: its kind, its place as `start` and `end`, its value; further spans as `[start, end]`."""
    out: dict[str, Json] = {"kind": value.kind, "start": value.span.start, "end": value.span.end}
    for f, field in _present(value):
        if f.name != "span":
            out[f.name.rstrip("_")] = _flat(field)
    if value.kind == "event":
        out["actors"] = list(value.names()) if hasattr(value, "names") else []
        deed = out.pop("deed", None)  # left out where the event is no deed
        for key, role in (("source", "agent"), ("target", "patient")):
            out[key] = deed[key] if deed else [p["span"] for p in out["participants"] if p["role"] == role]
        out |= {key: deed[key] for key in ("mode", "mutual", "why", "words")} if deed else {}
    return out


def _flat(value: object) -> Json:
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name.rstrip("_"): _flat(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_flat(inner) for inner in value]
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
                "reports": [member.report.id for member in story.reports],
                "origins": dump(story.origins),
            }
            for story in some
        ],
        "edges": dump(edges),
        "spun": [dump(rewritten) for story in some for rewritten in story.machine_rewritten],
        "failed": dump(tuple(failed)),
        **({"links": links} if links else {}),
    }


def account(value: Account) -> Json:
    """The whole of `tell --json`."""
    return _headed(dump(value))


def _headed(out: dict[str, Json]) -> dict[str, Json]:
    first = ("dateline", "schema", "as_of")
    return {**{key: out[key] for key in first}, **{k: v for k, v in out.items() if k not in first}}


def account_text(value: Account, indent: int | None = None) -> Iterator[str]:
    """The text of the same, piece by piece, as it is made: the values take ten times as much as their words."""
    encoder = json.JSONEncoder(ensure_ascii=False, indent=indent, allow_nan=False)
    left = iter(encoder.iterencode(_headed(_spread(value))))
    while some := "".join(islice(left, AT_ONCE)):
        yield _escaped(some)


def _spread(value: Any) -> dict[str, Json]:
    """A record's fields as JSON; several records in one are made when they are asked for."""
    out: dict[str, Json] = {}
    flat = _flat_fields(type(value))  # type: ignore[arg-type]  # a type can be hashed
    for f, field in _present(value):
        if f.name in flat:
            out |= _spread(field)
        elif f.metadata.get("joined"):
            out[key(f)] = wording.sentences(field)
        else:
            out[key(f)] = _Each(field) if isinstance(field, tuple) else dump(field)
    return out


class _Each(list[Any]):
    """Values that are JSON when they are gone through."""

    def __iter__(self) -> Iterator[Json]:
        return (_spread(one) if isinstance(one, Told) else dump(one) for one in super().__iter__())


def story_lines(value: Account) -> Iterator[Json]:
    """`tell --jsonl`: one line a story, each with what it was made by and from."""
    for story in value.stories:
        used: Told = story
        yield {"dateline": value.dateline, "schema": value.schema, "as_of": value.as_of, **dump(used)}


def text(value: Json, indent: int | None = None) -> str:
    """JSON text: Unicode as it is, but for lone surrogates (it is always valid UTF-8) and DEL and C1 controls, which a terminal
    may obey, and separators that some programs take for line ends: these are escaped.
    """
    return _escaped(json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False))


def _escaped(made: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", made)
