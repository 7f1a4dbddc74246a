"""The JSON Schema of the contract's records, made from the records themselves, for the API's description."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dateline import contract
from dateline.records.reasons import Reason
from dateline.records.report import Report

Json = Any


def schema(kind: Any, parts: dict[str, Json]) -> Json:
    """The schema of what `contract.dump` makes of a kind. A record's goes into `parts`, by its name, and is referred to."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        some = [schema(one, parts) for one in inner if one is not type(None)]
        return {"anyOf": [*some, *([{"type": "null"}] if type(None) in inner else [])]}
    if origin is tuple:
        return {"type": "array", "items": schema(inner[0], parts)}
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema(inner[1], parts)}
    if kind is Reason:
        return {"type": "string"}
    if dataclasses.is_dataclass(kind):
        return _record(kind, parts)  # type: ignore[arg-type]  # a type, no value of it
    plain = {str: "string", int: "integer", float: "number", bool: "boolean"}
    return {"type": plain[kind]} if kind in plain else {}


def _record(kind: type, parts: dict[str, Json]) -> Json:
    name = kind.__name__
    if name not in parts:
        parts[name] = {}  # one that holds its like refers to itself
        hints = get_type_hints(kind)
        properties: dict[str, Json] = {}
        required: list[str] = []
        for one in dataclasses.fields(kind):
            if one.metadata.get("flat"):
                schema(hints[one.name], parts)
                inner = parts[hints[one.name].__name__]
                properties |= inner["properties"]
                required += inner["required"]
                continue
            joined = one.metadata.get("joined")
            properties[contract.key(one)] = {"type": "string"} if joined else schema(hints[one.name], parts)
            if "absent" not in one.metadata:
                required.append(contract.key(one))
        if kind is Report:
            properties |= {key: {"type": "number"} for key in contract.derived(kind)}
        parts[name] = {"type": "object", "properties": properties, "required": required}
    return {"$ref": f"#/components/schemas/{name}"}
