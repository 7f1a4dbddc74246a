"""Cited words in a report's text: whatever overlaps, the words come back whole and each cite has one anchor."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.cite import Cite, Span, cite
from dateline.show.page.report_text import anchor, excerpts, paragraphs, place
from made import report

REPORT = report(
    ("headline", "Ferry <b>aground</b> & afloat"),
    "The ferry Alma ran aground off Tollen on Monday.\n\nNobody was hurt.",
    key="f",
)
TEXT = REPORT.text


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40))


@given(st.lists(spans, max_size=12))
def test_overlapping_cites_nest_and_lose_no_word(pairs: list[tuple[int, int]]) -> None:
    cites = [cite("f", TEXT, Span(start, min(start + size, len(TEXT)))) for start, size in pairs]
    found = list(paragraphs(REPORT, cites, {}))
    assert [html.unescape(re.sub(r"<[^>]*>", "", str(one.html))) for one in found] == TEXT.split("\n\n")
    for one in found:
        assert str(one.html).count("<span") == str(one.html).count("</span>")
    page = "".join(str(one.html) for one in found)
    for one_cite in set(cites):
        if one_cite.text.strip():
            assert page.count(f'id="{place(one_cite)}"') == 1


@given(st.lists(spans, min_size=1, max_size=12))
def test_excerpts_hold_every_cite_and_nothing_else(pairs: list[tuple[int, int]]) -> None:
    cites = [cite("f", TEXT, Span(start, min(start + size, len(TEXT)))) for start, size in pairs]
    words = [html.unescape(re.sub(r"<[^>]*>", "", str(one.html))) for one in excerpts(REPORT, cites, {})]
    assert all(any(one.text in some for some in words) for one in cites)
    assert sum(map(len, words)) == len({at for one in cites for at in range(one.start, one.end)})


def test_a_number_leads_back() -> None:
    one = Cite("f", 31, 40, TEXT[31:40])
    page = "".join(str(some.html) for some in paragraphs(REPORT, [one], {one: 7}))
    assert 'aria-label="back to cite 7">7</a>' in page


def test_odd_ids_become_plain_and_stay_apart() -> None:
    assert anchor("reports/a b.txt") != anchor("reports/a-b.txt")
    assert re.fullmatch(r"[A-Za-z0-9._-]+", anchor("ö/<x>"))
