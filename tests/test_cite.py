"""Cites: they read back, they sort, they cannot be empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cite import Cite, Span, check, cite, cites, content_id
from dateline.errors import BadCite

texts = st.text(min_size=1, max_size=60)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(places())
def test_a_cite_reads_back(place: tuple[str, Span]) -> None:
    text, span = place
    check(cite("r", text, span), text)


@given(places())
def test_a_cite_of_other_words_does_not(place: tuple[str, Span]) -> None:
    text, span = place
    one = cite("r", text, span)
    with pytest.raises(BadCite, match="the report has"):
        check(Cite("r", one.start, one.end, one.text + "!"), text)


def test_offsets_are_code_points_not_bytes() -> None:
    assert cite("r", "naïve 🙂 end", Span(8, 11)).text == "end"


def test_no_span_is_empty_or_backwards() -> None:
    for start, end in ((3, 3), (4, 3), (-1, 2)):
        with pytest.raises(ValueError, match="no span"):
            Span(start, end)


def test_cites_are_sorted_and_each_once() -> None:
    a, b = Cite("a", 5, 6, "x"), Cite("a", 0, 1, "y")
    assert cites([a, b, a]) == (b, a)


def test_nothing_is_never_cited() -> None:
    with pytest.raises(BadCite):
        cites([])


@given(places(), places())
def test_overlap_is_mutual(one: tuple[str, Span], other: tuple[str, Span]) -> None:
    assert one[1].overlaps(other[1]) == other[1].overlaps(one[1])


def test_ids_are_hashed_from_content() -> None:
    assert content_id("t", "a", "b") == content_id("t", "a", "b")
    assert content_id("t", "a", "b") != content_id("t", "ab")
    assert content_id("t", "a").startswith("t-")
