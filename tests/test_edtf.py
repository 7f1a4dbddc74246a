"""EDTF strings: what they span, and how they read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.edtf import UNKNOWN, When, apart, interval, ordinal, show

SPANS = {
    "2018-07-19": ("2018-07-19", "2018-07-19"),
    "2018-07-19T23:11": ("2018-07-19", "2018-07-19"),
    "2018-07-19T23:11+01:00": ("2018-07-19", "2018-07-19"),
    "2016-02": ("2016-02-01", "2016-02-29"),
    "2018": ("2018-01-01", "2018-12-31"),
    "198X": ("1980-01-01", "1989-12-31"),
    "18XX": ("1800-01-01", "1899-12-31"),
    "1987~": ("1987-01-01", "1987-12-31"),
    "2018-23": ("2018-09-01", "2018-11-30"),
    "2018-24": ("2018-12-01", "2019-02-28"),
    "2018-36": ("2018-10-01", "2018-12-31"),
    "2018-40": ("2018-01-01", "2018-06-30"),
    "2018-07-16/2018-07-22": ("2018-07-16", "2018-07-22"),
    "2018-07/2018-09": ("2018-07-01", "2018-09-30"),
    "2019-01-01/..": ("2019-01-01", None),
    "../2018": (None, "2018-12-31"),
    "-0043-03-15": ("-0043-03-15", "-0043-03-15"),
    "-0043/0014": ("-0043-01-01", "0014-12-31"),
}

WORDS = {
    "2018-07-19": "19 July 2018",
    "2018-07-19T23:11": "23:11 on 19 July 2018",
    "2018-07-19T23:11Z": "23:11 UTC on 19 July 2018",
    "2018-07": "July 2018",
    "2018": "2018",
    "198X": "1980s",
    "1987~": "about 1987",
    "2018-23": "autumn 2018",
    "2018-24": "winter 2018-19",
    "2018-35": "third quarter of 2018",
    "2018-07-16/2018-07-22": "16-22 July 2018",
    "2018-07-30/2018-08-02": "30 July to 2 August 2018",
    "2018-12-30/2019-01-02": "30 December 2018 to 2 January 2019",
    "2018-07/2018-09": "July-September 2018",
    "2016/2018": "2016-2018",
    "2018/2019-03": "2018 to March 2019",
    "2018-07-19/2018-07-19": "19 July 2018",
    "2019-01-01/..": "from 1 January 2019",
    "../2018-10": "until October 2018",
    "-0043": "44 BC",
}


@pytest.mark.parametrize("edtf", SPANS)
def test_interval(edtf: str) -> None:
    assert interval(edtf) == SPANS[edtf]


@pytest.mark.parametrize("edtf", WORDS)
def test_show(edtf: str) -> None:
    assert show(edtf) == WORDS[edtf]


@pytest.mark.parametrize(
    "bad",
    ["", "P2D", "XXXX-WXX-2", "2018-13", "2018-02-30", "2018-23-04", "../..", "2019/2018", "July", "201X-07"],
)
def test_what_is_no_date_is_refused(bad: str) -> None:
    with pytest.raises(ValueError):
        interval(bad)
    with pytest.raises(ValueError):
        show(bad)


@given(st.dates(), st.dates())
def test_intervals_of_days_span_those_days(one, two) -> None:
    first, last = sorted((one.isoformat(), two.isoformat()))
    assert interval(f"{first}/{last}") == (first, last)
    assert str(int(first[:4])) in show(f"{first}/{last}") or first[:4] == last[:4]


@given(st.dates(), st.dates())
def test_days_are_counted_as_the_calendar_counts_them(one: date, other: date) -> None:
    assert ordinal(one.isoformat()) == one.toordinal()
    assert apart(one.isoformat(), other.isoformat()) == (other - one).days


def test_days_before_christ_are_counted_too() -> None:
    assert apart("0000-12-31", "0001-01-01") == 1
    assert apart("-0001-12-31", "0000-01-01") == 1
    assert apart("-0043-01-01", "-0042-01-01") == 365
    assert apart("-0399-03-01", "0001-03-01") == 146097


@pytest.mark.parametrize("edtf", SPANS)
def test_a_when_reads_back_and_has_the_days_of_its_interval(edtf: str) -> None:
    when = When.parse(edtf)
    assert str(when) == edtf
    assert (when.first, when.last) == interval(edtf)
    assert when == When.parse(edtf) and hash(when) == hash(When.parse(edtf))


def test_whens_are_in_the_calendars_order() -> None:
    ordered = [
        "-0043", "-0042-03-15", "0014", "198X", "2018", "2018-07-01", "2018-07", "2018-07-16/2018-07-22", "2018-07-16/..",
        "2018-07-19", "2018-07-19T23:11", "../2018-07-25", "2018-08",
    ]  # fmt: skip
    assert [str(when) for when in sorted(map(When.parse, reversed(ordered)))] == ordered


@pytest.mark.parametrize(
    ("edtf", "exact"),
    [("2018-07-19", True), ("2018-07-19T23:11", True), ("2018-07-19/2018-07-19", True), ("2018-07-19~", True),
     ("2018-07", False), ("2018-07-19/..", False), ("../2018-07-19", False), ("2018-07-16/2018-07-22", False)],
)  # fmt: skip
def test_exact_is_one_day(edtf: str, exact: bool) -> None:
    assert When.parse(edtf).exact is exact


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2018-07", "2018-07-31", True), ("2018-07", "2018-08-01", False), ("2018/..", "2030", True),
        ("2018/..", "2017", False), ("../2018", "2019/..", False), ("../2018", "2018-12-31/..", True),
        ("-0043", "0043", False), ("-0044/-0042", "-0043", True),
    ],
)  # fmt: skip
def test_dates_meet_where_they_may_be_the_same_day(one: str, other: str, meet: bool) -> None:
    first, second = When.parse(one), When.parse(other)
    assert first.meets(second) is second.meets(first) is meet
    assert (first.before(second) or second.before(first)) is not meet


@given(st.dates(), st.dates())
def test_days_sort_as_whens_as_they_do_as_days(one: date, other: date) -> None:
    first, second = When.parse(one.isoformat()), When.parse(other.isoformat())
    assert (first < second) is (one < other)
    assert first.before(second) is (one < other)


def test_a_date_that_nobody_gave_comes_last_and_may_be_any_day() -> None:
    late = When.parse("9999/..")
    assert When.of(None) is UNKNOWN
    assert late < UNKNOWN
    assert UNKNOWN.meets(late)
    assert not UNKNOWN.exact
