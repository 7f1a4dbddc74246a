"""Days and authors of pages and of items of feeds, in forms at which other programs failed in public."""

from __future__ import annotations

import re
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


def cases(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def read(folder: Path, name: str, words: str) -> Report:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    (report,) = dateline.read(path)
    return report


@pytest.mark.parametrize(("kind", "head", "before", "inside", "want"), cases("wild_pages.tsv"))
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


@pytest.mark.parametrize(("said", "day"), cases("wild_feeds.tsv"))
def test_the_day_of_an_item_of_a_feed(tmp_path: Path, said: str, day: str) -> None:
    said = said.replace("⏎", "\n")
    feed = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        "<title>Kestrel Wire</title><link>https://kestrel.example/</link><description>news</description>"
        f"<item><title>Harvest late</title><link>https://kestrel.example/1</link>{said}{ITEM}</item></channel></rss>"
    )
    found = (read(tmp_path, "feed.xml", feed).published.value or "")[:10]
    assert found == day if len(day) in (0, 10) else found.startswith(day)


SENTENCES = dict(
    zip(
        "ABCDEF",
        (
            "The council of Holm decided on Tuesday to close the swimming bath in the old harbour after forty years.",
            "Mayor Ada Brandt said the roof could not be mended for less than two million crowns, which the town did not have.",
            "She added that the house had been sold to a builder from Sund, who wants to put up 80 flats there next year.",
            "Swimmers who came to hear the vote shouted from the gallery and were asked to leave the hall before it was over.",
            "The nearest bath is now the one in Tarn, an hour away by bus, and it is shut on Sundays and in the whole of July.",
            "A first meeting of those who want to keep the bath will be held in the school on Friday evening at eight.",
        ),
        strict=True,
    )
)


@pytest.mark.parametrize(("kind", "inside", "told", "left"), cases("wild_bodies.tsv"))
def test_what_of_a_page_is_its_text(tmp_path: Path, kind: str, inside: str, told: str, left: str) -> None:
    marks = {"[": '<a href="/other">', "]": "</a>", **SENTENCES}
    words = re.sub(r"\b[A-F]\b|[][]", lambda mark: marks[mark[0]], inside)
    title = "Bath of Holm to close"
    more = "<aside><h3>More</h3><ul><li><a href='/a'>Ferry fares to rise, council says</a></li></ul></aside>"
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>{title} | Holm Post</title></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>{title}</h1>{words}</article>{more}</body></html>"
    )
    body = read(tmp_path, "page.html", page).body
    assert [letter for letter, words in SENTENCES.items() if words in body] == list(told), kind
    assert not left or left not in body


CLOSES = "Bath of Holm to close after forty years"
TITLED = [
    (f"<title>{CLOSES} | Holm Post</title>", CLOSES),
    (f"<title>Holm Post: {CLOSES}</title>", CLOSES),
    (f"<title>{CLOSES} - News - Holm Post</title>", None),
    (f"<title>{CLOSES} « Holm Post</title>", None),
    (f'<title>{CLOSES} – Holm Post</title><meta property="og:title" content="{CLOSES}">', None),
    (f'<title>Bath to close | Holm Post</title><meta property="og:title" content="{CLOSES} | Holm Post">', CLOSES),
    (f"<title>(2) {CLOSES} | Holm Post</title>", CLOSES),
    (f"<title>{CLOSES} — Holm Post</title>", f'<span class="kicker">Town</span> {CLOSES}'),
    (f'<meta name="twitter:title" content="{CLOSES}"><title>Holm Post</title>', None),
    (f"<title>{CLOSES.upper()} | Holm Post</title>", CLOSES),
    (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{CLOSES}"}}</script><title>Holm Post</title>',
        None,
    ),
]


@pytest.mark.parametrize(("head", "heading"), TITLED)
def test_what_a_page_is_called(tmp_path: Path, head: str, heading: str | None) -> None:
    text = "".join(f"<p>{words}</p>" for words in list(SENTENCES.values())[:3])
    above = f"<h1>{heading}</h1>" if heading else ""
    page = f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><article>{above}{text}</article></body></html>'
    report = read(tmp_path, "page.html", page)
    assert report.title == CLOSES and report.body.startswith(SENTENCES["A"])
