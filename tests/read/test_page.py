"""A saved page: what it says of itself, and which of its passages are the report."""

from __future__ import annotations

import json

import pytest
import trafilatura.core
from lxml.html import HtmlElement

from dateline.language.furniture import dates
from dateline.read.formats import html
from dateline.read.masthead import byline
from dateline.read.masthead import fields as masthead
from dateline.read.page import about
from dateline.read.page import content as page
from dateline.records import Report

BODY = """
<p>The harbour at Tollen was closed on Monday after a ferry ran aground in fog, the port authority said.</p>
<p>Nobody was hurt, but forty passengers spent the night on board while tugs waited for the tide to turn.</p>
<p>The ferry, built in 1998, had passed its last inspection in May without any remark, according to its owner.</p>
"""


def made(head: str = "", body: str = BODY, around: str = "") -> Report:
    told = f"{around}<article><h1>Ferry aground off Tollen</h1>{body}</article>"
    source = f"<html lang='en'><head>{head}</head><body>{told}</body></html>"
    return html.of_html("one.html", "one", source, masthead.Given(path="one.html"), "")


def linked(**fields: object) -> str:
    value = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("passed", "title"),
    [
        ("Ferry aground off Tollen | The Tollen Herald", "Ferry aground off Tollen"),
        ("Ferry aground off Tollen - Harbour - Tollen Herald", "Ferry aground off Tollen"),
        ("Fog: Ferry aground off Tollen | Coast News", "Ferry aground off Tollen"),
        ("Night on a sandbank - The Tollen Herald", "Night on a sandbank"),
        ("Night on a sandbank – and what came of it", "Night on a sandbank – and what came of it"),
        ("Fog &amp;amp; ferries: the &amp;quot;Tollen&amp;quot; case", 'Fog & ferries: the "Tollen" case'),
    ],
)
def test_a_title_without_what_is_appended_to_it(passed: str, title: str) -> None:
    head = f'<meta property="og:site_name" content="The Tollen Herald"><meta property="og:title" content="{passed}">'
    assert made(head).title == title


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Mira Tolland and Henrik Aasen", ("Mira Tolland", "Henrik Aasen")),
        ([{"@type": "Person", "name": "By Mira Tolland"}, {"name": "Staff"}], ("Mira Tolland",)),
        ({"givenName": "Mira", "familyName": "Tolland"}, ("Mira Tolland",)),
        ({"@type": "Organization", "name": "The Tollen Herald"}, ()),
        ("https://tollen.example/mira", ()),
    ],
)
def test_authors_are_people(author: object, people: tuple[str, ...]) -> None:
    assert made(linked(headline="x", author=author, publisher={"name": "Tollen Herald"})).authors == people


def test_an_author_by_reference_is_followed() -> None:
    graph = [
        {"@type": "NewsArticle", "headline": "x", "datePublished": "2031-03-10", "author": {"@id": "#m"}},
        {"@type": "Person", "@id": "#m", "name": "Mira Tolland"},
    ]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    assert made(head).authors == ("Mira Tolland",)


def test_an_agency_that_metadata_names_as_author_is_one_and_a_credit() -> None:
    report = made(linked(headline="x", author=[{"name": "AFP"}, {"name": "Mira Tolland"}]))
    assert report.authors == ("AFP", "Mira Tolland")
    assert report.credits == ("AFP",)


def test_on_an_agencys_own_page_it_is_a_credit_and_no_author() -> None:
    report = made(linked(headline="x", publisher={"name": "Reuters"}, author=[{"name": "Reuters"}]))
    assert (report.outlet, report.authors, report.credits) == ("Reuters", (), ("Reuters",))


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ([{"name": "Mira Tolland"}, {"name": "Harbour Desk"}], ("Mira Tolland", "Harbour Desk")),
        ({"@type": "Organization", "name": "Redaktion tollen.example"}, ("Redaktion tollen.example",)),
        ({"name": "Herald Online"}, ()),  # the house, in other words
        ({"name": "Tollen Newsroom", "jobTitle": "Editor"}, ("Tollen Newsroom",)),
        ({"name": "Tollen Team Writer"}, ()),  # what somebody is
        ({"name": "admin"}, ()),
    ],
)
def test_a_desk_that_metadata_calls_by_its_name_is_an_author(author: object, people: tuple[str, ...]) -> None:
    assert made(linked(headline="x", author=author, publisher={"name": "The Herald"})).authors == people


def test_the_account_of_the_house_gives_way_to_the_line_atop_the_body() -> None:
    head = linked(headline="x", author={"name": "Tollen H"}, publisher={"name": "Tollen News"})
    assert made(head, "<p><strong>HENRIK AASEN</strong></p>" + BODY).authors == ("Henrik Aasen",)
    assert made(head).authors == ()


def test_where_the_outlet_stands_as_author_its_creator_is_asked() -> None:
    head = linked(headline="x", author={"name": "Herald"}, creator=["Mira Tolland"], publisher={"name": "The Herald"})
    assert made(head).authors == ("Mira Tolland",)


def test_a_line_signed_by_the_outlet_is_no_author() -> None:
    head = '<meta property="og:site_name" content="Tollen Herald">'
    assert made(head, '<p class="byline">Par Tollen Herald</p>' + BODY).authors == ()


def test_several_tags_of_one_name_name_several_authors() -> None:
    head = '<meta name="author" content="Tollen Herald"><meta name="author" content="Mira Tolland">'
    head += '<meta property="og:site_name" content="Tollen Herald">'
    assert made(head).authors == ("Mira Tolland",)


def test_a_byline_that_names_more_than_the_metadata_is_fuller() -> None:
    link = '<div><a rel="author" href="mailto:x@tollen.example"><span>{}</span> <span>{}</span></a></div>'
    byline_ = f"<div>{link.format('Henrik', 'Aasen')}{link.format('Mira', 'Tolland')}</div>"
    teaser = f"<div><p>{'Lights of the quay are out again. ' * 6}</p>{link.format('Jonas', 'Berg')}</div>"
    head = linked(headline="x", author={"name": "Mira Tolland"})
    assert made(head, byline_ + BODY + teaser).authors == ("Henrik Aasen", "Mira Tolland")
    assert made(head, BODY + link.format("Jonas", "Berg")).authors == ("Mira Tolland",)


@pytest.mark.parametrize(
    ("beside", "authors"),
    [
        ("Henrik Aasen &nbsp;|", ("Henrik Aasen",)),
        ("Coast &amp; Sea |", ()),
        ("Buenos Aires |", ()),
        ("Old Quays |", ()),
    ],
)
def test_a_name_unmarked_beside_the_date(beside: str, authors: tuple[str, ...]) -> None:
    nav = '<nav><a href="/quays">Old Quays</a></nav>'
    line = f"<div><span>{beside}</span><span class='when'>10.03.2031</span></div>"
    assert made("", line + BODY, nav).authors == authors


def test_initials_that_are_said_to_be_the_author() -> None:
    assert made("", BODY + '<p>Radio Tollen; <span itemprop="author">npa/mt;haas</span></p>').authors == (
        "npa/mt",
        "haas",
    )
    assert made("", '<p itemprop="author">by <b>Mira Tolland</b> at</p>' + BODY).authors == ("Mira Tolland",)


def test_a_byline_within_what_holds_the_heading_is_no_aside() -> None:
    page = f'<div class="card"><h1>Ferry aground</h1><span class="byline">Mira Tolland</span>{BODY}</div>'
    assert html.of_html("a.html", "a", page, masthead.Given(), "").authors == ("Mira Tolland",)


def test_a_marked_byline_and_not_that_of_a_teaser() -> None:
    around = '<aside class="related"><span class="author">Jonas Berg</span></aside>'
    byline_ = '<div class="article-byline">Von <a href="/autoren/mira-tolland">Mira Tolland</a>, Sund</div>'
    assert made("", byline_ + BODY, around).authors == ("Mira Tolland",)


def test_a_text_that_the_scripts_alone_hold() -> None:
    pushed = f"<script>self.pushed([1, {json.dumps('2:T5f,' + BODY).replace('<', chr(92) + 'u003c')}])</script>"
    told = json.dumps({"@type": "NewsArticle", "articleBody": "The harbour was closed.\n\nNobody was <hurt>."})
    given = f'<script type="application/ld+json">{told}</script>'
    head = '<html><head><title>Ferry aground off Tollen</title></head><body><div id="app"></div>'
    read = html.of_html("a.html", "a", f"{head}{pushed}</body></html>", masthead.Given(), "")
    assert [line[:11] for line in read.body.split("\n\n")] == ["The harbour", "Nobody was ", "The ferry, "]
    assert html.of_html("a.html", "a", f"{head}{given}</body></html>", masthead.Given(), "").body == (
        "The harbour was closed.\n\nNobody was <hurt>."
    )


def test_published_and_updated_from_metadata_with_the_zone() -> None:
    report = made(
        linked(headline="x", datePublished="2031-03-10T08:15", dateModified="2031-03-11T09:00:00+01:00")
        + '<meta property="article:published_time" content="2031-03-10T08:15:00+01:00">'
    )
    assert report.published.value == "2031-03-10T08:15+01:00"
    assert report.updated is not None
    assert report.updated.value == "2031-03-11T09:00+01:00"
    assert (report.published.basis, report.updated.basis) == ("metadata", "metadata")


def test_a_day_found_by_search_is_said_to_be_inferred() -> None:
    report = made("", "<footer>10 March 2021</footer>" + BODY)
    assert (report.published.value, report.published.basis) == ("2021-03-10", "inferred")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Fri Mar 10 19:20:36 CET 2031", "2031-03-10T19:20+01:00"),
        ("10. März 2031, 19:20 Uhr", "2031-03-10T19:20"),
        ("10.03.2031 um 19:20", "2031-03-10T19:20"),
        ("10 de marzo de 2031", "2031-03-10"),
        ("le 1er mars 2031 à 19h20", "2031-03-01T19:20"),
        ("2031年3月10日 19時20分", "2031-03-10T19:20"),
        ("2031. 3. 10. 19:20", "2031-03-10T19:20"),
        ("31 June 2031", None),
        ("10 Merry 2031", None),
    ],
)
def test_dates_of_many_typographies(words: str, value: str | None) -> None:
    assert dates.iso(words) == value


def test_broken_metadata_is_as_good_as_none() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    assert made(head).title == "Ferry aground off Tollen"


@pytest.mark.parametrize("words", ["/*<![CDATA[*/ [1] /*]]>*/", "<!-- [1] -->", "//<![CDATA[\n[1,]\n//]]>"])
def test_json_in_comments(words: str) -> None:
    assert about._parsed(words) == [1]


def test_roles_desks_and_places_are_nobody() -> None:
    assert byline.people("By Mira Tolland, Senior Political Correspondent") == ("Mira Tolland",)
    assert byline.people("Tollen Herald Newsroom") == ()
    assert byline.people("Von Mira Tolland, Sund") == ("Mira Tolland",)
    assert byline.people("mira.tolland@tollen.example") == ()


def labels(report: Report) -> list[tuple[str, str]]:
    return [(block.label, block.span.of(report.text)) for block in report.blocks]


PARAGRAPHS = [
    "The harbour at Tollen was closed on Monday after a ferry ran aground in fog, the port authority said.",
    "Nobody was hurt, but forty passengers spent the night on board while tugs waited for the tide to turn.",
    "The ferry, built in 1998, had passed its last inspection in May without any remark, according to its owner.",
    "Two tugs from Sund are to try again on Tuesday morning, when the water will stand a metre higher than now.",
]


def test_boxes_and_captions_by_what_their_elements_are_called() -> None:
    boxes = [
        "",
        '<figure><img><p class="photo__caption">The ferry Anna on the sandbank, seen from the quay.</p></figure>',
        '<div class="related-links"><p>A year ago another ferry hit the pier of Tollen in thick fog.</p></div>',
        '<p class="newsletter">Get the harbour news every morning, free of charge, by mail.</p>',
    ]
    deck = '<p class="standfirst">Forty people spend a cold and foggy night on a sandbank in the Sund strait</p>'
    body = "".join(f"<p>{told}</p>{box}" for told, box in zip(PARAGRAPHS, boxes, strict=True))
    report = made("", deck + body)
    found = {words: label for label, words in labels(report)}
    assert [words for words, label in found.items() if label == "body"] == PARAGRAPHS
    others = {words.split()[0]: label for words, label in found.items() if label != "body"}
    assert {"Ferry": "headline"}.items() <= others.items()
    assert set(others.values()) <= {"headline", "deck", "caption", "related", "notice"}


def test_a_part_that_the_extractor_lost_is_put_back() -> None:
    parts = "".join(f"<section class='part'><p>{one} {one.upper()}</p></section>" for one in PARAGRAPHS * 2)
    told = made("", parts).body
    assert told.count(PARAGRAPHS[3].upper()) >= 1


def test_an_element_that_holds_the_report_is_no_box_in_it() -> None:
    body = "<div class='newsletter paywall'>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS) + "</div>"
    assert made("", body).body == "\n\n".join(PARAGRAPHS)


def test_another_article_on_the_page_is_another_report() -> None:
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    other = (
        "<article><p>The mayor of Osk resigned on Sunday after a row over the price of the new bridge.</p></article>"
    )
    told = made("", body + other)
    assert "mayor" not in told.body


def test_a_summary_that_is_the_first_paragraph_is_body() -> None:
    head = f'<meta name="description" content="{PARAGRAPHS[0]}">'
    report = made(head, "".join(f"<p>{one}</p>" for one in PARAGRAPHS))
    assert report.body.startswith(PARAGRAPHS[0])


def test_every_letter_lies_in_one_block() -> None:
    report = made("", BODY)
    seen = [0] * len(report.text)
    for block in report.blocks:
        for at in range(block.start, block.end):
            seen[at] += 1
    assert report.blocks
    assert all(count == (0 if report.text[at].isspace() and not count else 1) for at, count in enumerate(seen))


def test_a_page_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []

    def given(tree: object, *_: object) -> object:
        taken.append(tree)
        return tree

    monkeypatch.setattr(trafilatura.core, "load_html", given)
    for times in (1, 4):  # a short page is looked at twice, a long one once; neither is parsed anew
        more = BODY + "".join(BODY.replace("Tollen", f"Tollen {time}") for time in range(times - 1))
        taken.clear()
        told = page.extract(f"<html><body><article>{more}</article></body></html>", "trafilatura", masthead.Given())
        assert len(told["passages"]) == 3 * times
        assert [isinstance(tree, HtmlElement) for tree in taken] == [True] * (2 if times == 1 else 1)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.coastcourier.example/ferry-aground", "https://tollenherald.example/ferry"),
        ("https://tollenherald.example/ferry?page=2", None),
        (None, None),
    ],
)
def test_a_page_that_names_another_sites_address_as_its_own_keeps_it(url: str | None, canonical: str | None) -> None:
    head = '<link rel="canonical" href="https://tollenherald.example/ferry">'
    source = f"<html lang='en'><head>{head}</head><body><article><h1>Ferry aground</h1>{BODY}</article></body></html>"
    found = html.of_html("one.html", "one", source, masthead.Given(url=url), "")
    assert found.canonical == canonical
    assert found.url == (url or "https://tollenherald.example/ferry")


def test_a_name_inside_another_authors_is_an_author() -> None:
    head = '<meta name="citation_author" content="Ana Lima"><meta name="citation_author" content="Ana Li">'
    assert made(head, BODY).authors == ("Ana Lima", "Ana Li")
