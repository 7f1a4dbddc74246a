"""Decisions come in by one door, which makes the record of their kind or says what is wrong."""

from __future__ import annotations

import json

import pytest

from dateline import contract
from dateline.errors import InputError
from dateline.records import OnDate, OnPeople, OnReports, judgement
from dateline.records.judgements import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_made_and_comes_back_from_json(kind: str) -> None:
    words = "The loss of the Marit" if kind == "called" else None
    made = judgement(kind, "a", "2031-03-05", "ada", "2031-03-08T10:00:00+00:00", words)
    line = json.loads(contract.text(contract.dump(made)))
    assert list(line) == ["kind", "a", "b", "by", "on", *(["words"] if words else [])]
    assert line["kind"] == kind
    assert contract.judgement(line) == made


def test_the_record_is_that_of_the_kind() -> None:
    assert judgement("copy-of", "a", "b") == OnReports("copy-of", "a", "b")
    assert judgement("not-same-person", "Ada", "Eva") == OnPeople("not-same-person", "Ada", "Eva")
    assert judgement("when", "a", "20310305") == OnDate("a", "2031-03-05")


def test_what_was_printed_before_loads() -> None:
    assert contract.judgement({"kind": "when", "a": "r", "b": "2031-03-05", "value": None}) == OnDate("r", "2031-03-05")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("who", "a", "b"), "no such judgement: who"),
        (("same-story", "a", " "), "one is empty"),
        (("when", "", "2031-03-05"), "one is empty"),
        (("when", "a", "2031-02-30"), "no ISO day"),
        (("when", "a", "2031-03-05T10:00"), "no ISO day"),
        (("when", "a", "1604-12-31"), "can have been published"),
        (("when", "a", "2100-01-01"), "can have been published"),
        (("called", "e-1", "r"), "a line of at most 300"),
        (("called", "e-1", "r", None, None, "x" * 301), "a line of at most 300"),
        (("called", "e-1", "r", None, None, "a \x1b[31m name"), "a line of at most 300"),
        (("no-plan", "p-1", "r", None, None, "a name"), "takes no words"),
    ],
)
def test_what_is_no_decision_is_refused(parts: tuple[str | None, ...], said: str) -> None:
    with pytest.raises(InputError, match=said):
        judgement(*parts)  # type: ignore[arg-type]  # some are left out


@pytest.mark.parametrize("value", ["same-story", ["a"], {"kind": "same-story", "a": 1, "b": "b"}, {"a": "b"}])
def test_another_shape_is_refused(value: object) -> None:
    with pytest.raises(InputError, match="judgement"):
        contract.judgement(value)
    with pytest.raises(InputError, match="by"):
        contract.judgement({"kind": "same-story", "a": "a", "b": "b", "by": 3})
    with pytest.raises(InputError, match="words"):
        contract.judgement({"kind": "called", "a": "a", "b": "b", "words": 3})
