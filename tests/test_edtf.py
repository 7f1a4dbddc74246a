"""EDTF strings: what they span, and how they read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.edtf import apart, interval, ordinal, show

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
