"""Titles and bylines of pages that differ in what they say of themselves: ranked by agreement, in ten languages."""

from __future__ import annotations

import pytest
from tests.read.test_page import BODY, linked

from dateline.read.formats import html
from dateline.read.masthead import fields as masthead
from dateline.records import Report

LONG = "Ferry Alma strikes the pier at Sund in fog"


def made(head: str, body: str) -> Report:
    source = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    return html.of_html("one.html", "one", source, masthead.Given(path="one.html"), "")


def head(
    og: str | None = None, window: str | None = None, ld: str | None = None, site: str | None = "Tollen Herald"
) -> str:
    parts = [f'<meta property="og:title" content="{og}">' if og else "", f"<title>{window}</title>" if window else ""]
    parts += [f'<meta property="og:site_name" content="{site}">' if site else "", linked(headline=ld) if ld else ""]
    return "".join(parts)


@pytest.mark.parametrize(
    ("says", "heading", "title"),
    [
        (head(og=f"{LONG} | News | Holmposten", site=None), LONG, LONG),  # an affix that nobody explains
        (head(og=f"{LONG} – Regional – Holmposten", site=None), LONG, LONG),
        (head(og=f"{LONG} - Tollen Herald", window=f"{LONG} - Tollen Herald"), "", LONG),
        (
            head(og="Fog, a ferry, a pier: watch", window=LONG, ld=LONG),
            LONG,
            "Fog, a ferry, a pier: watch",
        ),  # passed on
        (head(window=LONG, ld="Fog, a ferry, a pier: watch"), LONG, LONG),  # of the others, what most of them say
        (head(window="Fog, a ferry, a pier: watch", ld=LONG), LONG, LONG),
        (head(window=LONG, ld=LONG), "Fog, a ferry, a pier: watch", LONG),
        (head(og="Ferry hits Sund pier", window=f"{LONG} - Tollen Herald"), LONG, "Ferry hits Sund pier"),
        (head(og=f"{LONG[:30]}…", ld=LONG), LONG, LONG),  # cut short
        (head(og="Tollen Herald", window=f"{LONG} | Tollen Herald"), LONG, LONG),  # the outlet for a title
        (head(window=f"Shipping | {LONG} | Tollen Herald"), LONG, LONG),
        (  # a section that the other name for what is passed on lacks, as the window does behind which the outlet stands
            head(og=f"{LONG} – Harbour", window=f"{LONG} | Tollen Herald")
            + f'<meta name="twitter:title" content="{LONG}">',
            "",
            LONG,
        ),
        (head(window="Tollen Herald"), f'<span class="kicker">Shipping</span> {LONG}', LONG),
        (
            head(og=f"{LONG}, and its mast falls overboard", site=f"{LONG}, and its mast falls overboard"),
            "",
            f"{LONG}, and its mast falls overboard",
        ),  # no outlet
        (head(og=f"„{LONG}“"), f"“{LONG}”", f"„{LONG}“"),  # quotes of two lands are one
    ],
)
def test_a_title_is_what_the_voices_of_a_page_agree_on(says: str, heading: str, title: str) -> None:
    assert made(says, (f"<h1>{heading}</h1>" if heading else "") + BODY).title == title


@pytest.mark.parametrize(
    "line",
    [
        "By Mira Tolland", "Von Mira Tolland", "Par Mira Tolland", "Por Mira Tolland", "Di Mira Tolland",
        "Door Mira Tolland", "Av Mira Tolland", "Af Mira Tolland", "Skrevet av Mira Tolland", "Written by Mira Tolland",
    ],
)  # fmt: skip
def test_a_line_under_the_heading_that_opens_as_bylines_do_names_the_author(line: str) -> None:
    assert made("", f"<h1>{LONG}</h1><p>{line}</p>" + BODY).authors == ("Mira Tolland",)


@pytest.mark.parametrize(
    "element",
    [
        '<div class="ArticleAuthor_name__x1"><a href="/autoren/mira-tolland,99">{}</a></div>',
        '<span class="story-byline-author">{}</span>',
        '<dl class="author"><dt>{}</dt></dl>',
        '<a href="/forfatter/mira-tolland">{}</a>',
        '<footer class="byline-footer"><p class="author">{}</p></footer>',
        '<div class="author-bio"><h2 class="author-bio__name">{}</h2></div>',
        '<p class="byline">{} for Tollen.example</p>',
        '<p class="byline">{}<br>Last Updated</p>',
        '<p class="author">{} – Journalist i Holm</p><a rel="author" href="/a">View more articles</a>',
    ],
)
def test_elements_called_a_byline_in_many_ways(element: str) -> None:
    assert made("", f"<h1>{LONG}</h1>" + element.format("Mira Tolland") + BODY).authors == ("Mira Tolland",)


def test_columnists_in_a_list_and_people_linked_in_the_text_are_no_authors() -> None:
    names = ("Jon Rask", "Ada Lind", "Per Holm", "Siv Aas", "Ulf Berg", "Kai Ness")
    listed = "".join(
        f'<div class="card"><p>{"Opinion of a day. " * 9}</p><a href="/author/{n}">{n}</a></div>' for n in names
    )
    told = '<p>The harbour master thanked <a href="/profile/ola-grim">Ola Grim</a>, who led the crew that night, and asked '
    told += "for calm while the pier at Sund is repaired before the winter storms come.</p>"
    assert made("", listed + f"<h1>{LONG}</h1>" + BODY + told + listed).authors == ()


def test_a_korean_byline_names_who_stands_before_the_trade() -> None:
    assert made("", f'<h1>{LONG}</h1><div class="writer">홍길동 기자</div>' + BODY).authors == ("홍길동",)


@pytest.mark.parametrize(
    ("page", "authors"),
    [
        (
            f'<div class="post"><h2 class="post-title">{LONG}</h2><p>Par Mira Tolland • Publié le 12 mars 2031</p>',
            "Mira Tolland",
        ),
        (
            f"<aside><h1>Latest</h1><a href='/author/x'>Ada Lind</a></aside><h1>{LONG}</h1><p>By Mira Tolland</p>",
            "Mira Tolland",
        ),
        (f'<h1>{LONG}</h1><p class="byline">Mira Tolland Chief reporter</p>', "Mira Tolland"),
        (f"<h1>{LONG}</h1><address>Mira Tolland</address>", "Mira Tolland"),
        (f'<h1>{LONG}</h1><p class="byline">By Mira Tolland, Holm Herald</p>', "Mira Tolland"),
    ],
)
def test_whose_report_it_is_on_pages_of_other_builds(page: str, authors: str) -> None:
    read = made(f"<title>{LONG} - TP</title>", page + BODY)
    assert (read.title, read.authors) == (LONG, (authors,))


@pytest.mark.parametrize(
    ("head_", "line", "day"),
    [
        ('<meta property="og:locale" content="en_GB">', "12/03/2031", "2031-03-12"),
        ('<meta property="og:locale" content="en_US">', "03/12/2031 05:35 am ET", "2031-03-12T05:35-04:00"),
        ('<meta property="article:modified_time" content="2031-03-12T10:00Z">', "12/03/2031", "2031-03-12"),
        ("", "Updated 12:05 PM EDT, Wed March 12, 2031", "2031-03-12"),
        ("", "Por Mira Tolland | 12 de marzo de 2031 a las 10:30", "2031-03-12T10:30"),
        ('<meta name="pubdate" content="1931077800">', "", "2031-03-12T10:30+00:00"),
    ],
)
def test_the_day_that_stands_under_a_heading(head_: str, line: str, day: str) -> None:
    assert made(head_, f"<h1>{LONG}</h1><div>{line}</div>" + BODY).published.value == day


def test_of_two_sources_that_name_others_the_one_goes_that_the_page_bears_out() -> None:
    head_ = '<meta name="author" content="Holm Kontor"><meta name="article:author" content="Mira Tolland, Jon Rask">'
    told = f'<h1>{LONG}</h1><p class="byline">By Mira Tolland and Jon Rask</p>'
    assert made(head_, told + BODY).authors == ("Mira Tolland", "Jon Rask")
