"""Round trips: what is dumped loads to the same record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import contract, flow, records
from dateline.cite import Cite, Cites, Span
from dateline.contract import dump, load, text
from dateline.errors import InputError

words = st.text(max_size=20)
cites = st.tuples(st.builds(Cite, words, st.integers(0, 9), st.integers(10, 20), words))
steps = st.builds(
    records.Step,
    date=st.none() | words,
    status=st.sampled_from(("planned", "held")),
    for_=st.none() | words,
    text=words,
    cites=cites,
)


@given(st.builds(records.Plan, words, words, st.just("planned"), st.none() | words, st.tuples(steps, steps)))
def test_a_plan_comes_back(plan: records.Plan) -> None:
    assert load(records.Plan, json.loads(text(dump(plan)))) == plan


@given(cites)
def test_a_quote_comes_back(found: Cites) -> None:
    spans = tuple(Span(one.start, one.end) for one in found)
    quote = records.Quote(spans, spans, (), "direct", polarity="deny", through="a letter")
    assert load(records.Quote, json.loads(text(dump(quote)))) == quote


def test_keywords_lose_their_underscore() -> None:
    edge = records.Edge("a", "b", "copy", "unknown", 0.5, ())
    assert dump(edge)["from"] == "a"


def test_reasons_come_back_as_their_words() -> None:
    common, later = records.Reason("common-sentences", (2, 3, 4, 5, 21)), records.Reason("published-later", (14,))
    line = dump(records.Edge("a", "b", "copy", "from-to", 0.8, (common, later)))
    assert line["why"] == (
        "Of the sentences of the first 2 of 3 stand in the second, of the second 4 of 5 in the first; the longest common "
        "passage has 21 words. The first was published 14 hours after the second, and neither credits an agency."
    )
    again = load(records.Edge, json.loads(text(line)))
    assert again.why == (records.Reason("worded", (line["why"],)),)
    assert dump(again) == line
    with pytest.raises(InputError, match="is no str"):
        load(records.Edge, {**line, "why": 3})


def test_another_shape_is_refused() -> None:
    with pytest.raises(InputError, match="not the JSON of Stamp"):
        load(records.Stamp, {"value": 3})
    with pytest.raises(InputError, match="is none of"):
        load(records.Stamp, {"value": None, "basis": "guessed"})


def test_lone_surrogates_stay_valid_utf8() -> None:
    assert text({"path": "bad\udcff"}).encode("utf-8")


def test_an_account_is_written_piece_by_piece_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contract, "AT_ONCE", 7)  # so that pieces end anywhere
    made = flow.tell(Path(__file__).parents[1] / "examples/cup")
    whole = text(contract.account(made), indent=1)
    assert len(made.stories[0].findings.events) > 1
    assert "".join(contract.account_text(made, indent=1)) == whole
