"""Days and authors of pages and of items of feeds, in forms at which other programs failed in public."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.records import Report

TEXT = (
    "<p>A barge with 700 tonnes of gravel on board ran on to a bank near Ostel on Wednesday evening, the river police said.</p>"
    "<p>No one was hurt. The crew of four stayed on board overnight, and two tugs were to pull the barge free.</p>"
    "<p>The river stayed closed to traffic between the two locks.</p>"
)
ITEM = "<description>Farmers in Aldby said on Wednesday that the harvest was late. The minister promised help.</description>"
NOT_YET = {
    "<pubDate>4/Sep/2031:10:00:00 +0200</pubDate>": "the form of a server's log is not read",
    "<pubDate>2031-247</pubDate>": "days counted through the year are not read",
}


def cases(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def reasoned(rows: list[list[str]]) -> list[object]:
    """The rows; those that fail today with the reason."""
    return [
        pytest.param(
            *row, marks=[pytest.mark.xfail(strict=True, reason=NOT_YET[cell]) for cell in row if cell in NOT_YET]
        )
        for row in rows
    ]


def read(folder: Path, name: str, words: str) -> Report:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    (report,) = dateline.read(path)
    return report


@pytest.mark.parametrize(("kind", "head", "before", "inside", "want"), reasoned(cases("wild_pages.tsv")))
def test_what_a_page_says_of_itself(tmp_path: Path, kind: str, head: str, before: str, inside: str, want: str) -> None:
    title = "Barge aground near Ostel"
    site = '<meta property="og:site_name" content="Ostel Courier">'
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{site}{head}</head>'
        f"<body>{before}<article><h1>{title}</h1>{inside}{TEXT}</article></body></html>"
    )
    report = read(tmp_path, "page.html", page)
    found = (report.published.value or "")[:10] if kind == "page-date" else " + ".join(report.authors)
    assert found == want


@pytest.mark.parametrize(("said", "day"), reasoned(cases("wild_feeds.tsv")))
def test_the_day_of_an_item_of_a_feed(tmp_path: Path, said: str, day: str) -> None:
    said = said.replace("⏎", "\n")
    feed = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        "<title>Kestrel Wire</title><link>https://kestrel.example/</link><description>news</description>"
        f"<item><title>Harvest late</title><link>https://kestrel.example/1</link>{said}{ITEM}</item></channel></rss>"
    )
    found = (read(tmp_path, "feed.xml", feed).published.value or "")[:10]
    assert found == day if len(day) in (0, 10) else found.startswith(day)
