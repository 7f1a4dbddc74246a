"""Dates of mastheads and metadata."""

from __future__ import annotations

import pytest

from dateline.language.furniture.dates import iso


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2031-03-14T09:30:12Z", "2031-03-14T09:30+00:00"),
        ("2031-03-14", "2031-03-14"),
        ("March 14, 2031", "2031-03-14"),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("soon", None),
    ],
)
def test_iso(given: str, value: str | None) -> None:
    assert iso(given) == value
