"""Forms that documents really have: exports as plain text, messages in messages, archives whose fields lie, broken words."""

from __future__ import annotations

from pathlib import Path

import documents
import pytest

from dateline.language.furniture import dates, forms
from dateline.read import files, read
from dateline.read.formats import html, pdf
from dateline.read.masthead import fields as masthead
from dateline.records import Failure, Report

FIRST = (
    "Goalkeeper Ines Rauch will leave Holm United in June, the club said on Friday, after eleven seasons in its goal."
)
SECOND = "The club has not said who will follow her, and its trainer would not speak of it before the match on Sunday."
THIRD = "Her last match at home will be the one against Rask, for which all the tickets were sold within the hour."


def both(path: Path) -> tuple[list[Report], list[Failure]]:
    found = list(read([path]))
    return [one for one in found if isinstance(one, Report)], [one for one in found if isinstance(one, Failure)]


def _nexis(number: int, of: int, title: str, day: str, fields: str = "") -> str:
    return (
        f"{number} of {of} DOCUMENTS\n\n{'The Holm Herald':^70}\n\n{day:^70}\n{'Late Edition - Final':^70}\n\n{title}\n\n"
        f"BYLINE: Petra Vell\n\nSECTION: Sport; Pg. 12\n\nLENGTH: 44 words\n\n{FIRST[:60]}\n{FIRST[60:]}\n\n{SECOND}\n\n"
        f"LOAD-DATE: June 2, 2031\n\n{fields}LANGUAGE: ENGLISH\n\n{'Copyright 2031 The Holm Herald':^70}\n\n\n"
    )


@pytest.mark.parametrize("count", [1, 2, 5])
def test_an_export_as_plain_text_is_its_documents(tmp_path: Path, count: int) -> None:
    whole = [_nexis(n, count, f"Keeper number {n} leaves Holm", f"May {n}, 2031 Friday") for n in range(1, count + 1)]
    (tmp_path / "export.txt").write_text("\n" + "".join(whole))
    found, failed = both(tmp_path)
    assert failed == []
    assert [one.title for one in found] == [f"Keeper number {n} leaves Holm" for n in range(1, count + 1)]
    assert {(one.outlet, one.authors) for one in found} == {("The Holm Herald", ("Petra Vell",))}
    assert [one.published.value for one in found] == [f"2031-05-{n:02}" for n in range(1, count + 1)]
    assert all(FIRST[:59] in one.body and "Edition" not in one.text and "LOAD" not in one.text for one in found)


def test_a_text_that_is_no_export_stays_unaltered(tmp_path: Path) -> None:
    text = f"Keeper leaves\n\n  {FIRST}\n{SECOND}\n\n\nGeographic: none\n"
    (tmp_path / "one.txt").write_text(text)
    assert both(tmp_path)[0][0].text == text


@pytest.mark.parametrize(
    "line",
    ["Industry: SPORTS CLUBS (91%)", "Geographic: HOLM (79%); RASK (60%)", "Person: INES RAUCH (88%)", "Classification",
     "Subject: FOOTBALL (90%); TRANSFERS (77%)", "Company: HOLM UNITED LTD (55%)"],
)  # fmt: skip
def test_fields_that_file_a_report_are_no_text(tmp_path: Path, line: str) -> None:
    lines = ["Keeper leaves", "The Holm Herald", "May 2, 2031 Friday", "Length: 44 words", "Body", FIRST, SECOND]
    (tmp_path / "one.docx").write_bytes(documents.word([*lines, line, "Load-Date: May 3, 2031", "End of Document"]))
    (found,), failed = both(tmp_path)
    assert failed == [] and SECOND in found.body and line not in found.text


def _message(subject: str, sender: str, text: str, attached: str = "") -> str:
    head = (
        f"From: {sender} <desk@{sender.lower()}.example>\nSubject: {subject}\nDate: Fri, 02 May 2031 09:00:00 +0200\n"
    )
    if not attached:
        return f"{head}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    mark = f"b{len(attached)}"
    own = f"--{mark}\nContent-Type: text/plain\n\n{text}\n\n" if text else ""
    return (
        f"{head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary={mark}\n\n{own}"
        f"--{mark}\nContent-Type: message/rfc822\n\n{attached}\n--{mark}--\n"
    )


@pytest.mark.parametrize("text", [SECOND, ""])
@pytest.mark.parametrize("deep", [1, 2])
def test_messages_within_messages_have_their_own_masthead(tmp_path: Path, text: str, deep: int) -> None:
    message = _message("Keeper leaves Holm", "Herald", FIRST)
    for level in range(deep):
        message = _message(f"Fwd {level}", f"Desk{level}", text, message)
    (tmp_path / "one.eml").write_text(message)
    found, failed = both(tmp_path)
    assert failed == []
    assert len(found) == (deep + 1 if text else 1)
    assert ("Keeper leaves Holm", "Herald") in [(one.title, one.outlet) for one in found]
    assert sum(FIRST in one.text for one in found) == 1


def test_messages_too_deep_are_named(tmp_path: Path) -> None:
    message = _message("Keeper leaves Holm", "Herald", FIRST)
    for level in range(8):
        message = _message(f"Fwd {level}", "Desk", SECOND, message)
    (tmp_path / "one.eml").write_text(message)
    assert len(both(tmp_path)[1]) == 1


@pytest.mark.parametrize(
    "field", ["Transfer-Encoding: chunked", "Content-Encoding: br", "Content-Encoding: gzip", "Content-Encoding: deflate",
              "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"],
)  # fmt: skip
def test_a_record_whose_encoding_the_crawler_undid(tmp_path: Path, field: str) -> None:
    pages = [("https://post.example/bridge", f"{field}\r\n", documents.PAGE.encode())]
    (tmp_path / "a.warc").write_bytes(documents.warc(pages, False))
    found, failed = both(tmp_path)
    assert failed == [] and [one.title for one in found] == ["Bridge shut"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["the harbour was well-", "known to everybody in"], "well-known"),
        (["after a thirty-", "minute delay the game"], "thirty-minute"),
        (["the trainer said the har-", "bour was shut"], "harbour"),
        (["an interna-", "tional match"], "international"),
        (["the co-chairs met, and one of the co-", "chairs left"], "one of the co-chairs"),
        (["the highway is shut, and the high-", "way will stay"], "the highway will"),
        (["a long-", "serving trainer"], "long-serving"),
        (["the soft\xad", "ness of it"], "softness"),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], whole: str) -> None:
    assert whole in " ".join(pdf._paragraphs(lines))


def test_halves_that_are_one_word() -> None:
    assert not forms.compounds("high", "way") and not forms.compounds("har", "bour")


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("Fri, 02 May 31 10:15:00 +0200", "2031-05-02T10:15+02:00"),
        ("2-May-31 10:15", "2031-05-02T10:15"),
        ("2031/5/2 10:15:00", "2031-05-02T10:15"),
        ("Fri May  2 10:15:00 2031", "2031-05-02T10:15"),
        ("Fri May 2 10:15:00 +0000 2031", "2031-05-02T10:15+00:00"),
        ("05/22/2031 05:35 am ET", "2031-05-22T05:35-04:00"),
        ("12/22/31 5:35 pm PT", "2031-12-22T17:35-08:00"),
        ("1935482400.25", "2031-05-02T10:00+00:00"),
        ("2 May 2031 10:15 GMT+2", "2031-05-02T10:15+02:00"),
        ("22/05/2031 17:35", "2031-05-22T17:35"),
        ("22.05.31", "2031-05-22"),
        ("1935482400", "2031-05-02T10:00+00:00"),
        ("1935482400000", "2031-05-02T10:00+00:00"),
        ("Fri, 02 May 2031 24:00:00 GMT", "2031-05-03T00:00+00:00"),
        ("3/4/2031", None),
        ("31/06/2031", None),
    ],
)
def test_odd_dates(given: str, value: str | None) -> None:
    assert dates.iso(given) == value


@pytest.mark.parametrize(
    ("values", "language", "first"),
    [
        (["05/22/2031"], "en-GB", True),
        (["22/05/2031"], None, False),
        (["3/4/2031"], "en-US", True),
        (["3/4/2031"], "it", False),
        (["3/4/2031"], "en", None),
        (["3/4/2031 10:00", "2031-04-03T10:00Z"], "en", False),
        (["05/22/2031", "22/05/2031"], "it", None),
    ],
)
def test_which_of_two_figures_is_the_month(values: list[str], language: str | None, first: bool | None) -> None:
    assert dates.habit(values, language) is first


def _page(body: str, language: str = "en") -> str:
    return f"<html lang='{language}'><body><article><h1>Keeper leaves Holm United</h1>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("<p>02.05.31 10:15</p>", "en", "2031-05-02"),
        ("<div><span>2/5/2031</span></div>", "it", "2031-05-02"),
        ("<div class='meta'><span>5/2/2031</span></div>", "en-US", "2031-05-02"),
        ("<p>Posted: 2 May 2031</p>", "en", "2031-05-02"),
        ("<ul><li>22/05/31 | 10:15</li></ul>", "es", "2031-05-22"),
    ],
)
def test_a_date_that_is_only_shown(line: str, language: str, day: str) -> None:
    source = _page(f"{line}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", language)
    made = html.of_html("one", "one", source, masthead.Given(path="one.html"), "")
    assert (made.published.value or "")[:10] == day


@pytest.mark.parametrize("around", ["{}", "<strong>{}</strong>", "<em>{}</em>", "<span>{}</span>", "<b><i>{}</i></b>"])
def test_a_paragraph_that_stands_in_a_link_is_body(around: str) -> None:
    linked = f"<p><a href='/x'>{around.format(SECOND)}</a></p>"
    more = "<ul><li><a href='/a'>Ferry fares to rise in Rask</a></li><li><a href='/b'>Fair opens</a></li></ul>"
    plain = f"<p>{THIRD}</p><p>She had come from Rask in 2020, when the club was still in the second league.</p>"
    source = _page(f"<p>{FIRST}</p>{linked}{plain}") + more
    made = html.of_html("one", "one", source, masthead.Given(path="one.html"), "")
    assert SECOND in made.body and "fares" not in made.body


def test_a_link_that_leads_out_of_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    for folder in (outside, inside):
        folder.mkdir()
        (folder / "a.txt").write_text("The bridge of Rask is shut.", encoding="utf-8")
    (inside / "b.txt").symlink_to(outside / "a.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "again.txt").symlink_to(inside / "a.txt")
    (inside / "none.txt").symlink_to(inside / "gone")
    (inside / "round").symlink_to(tmp_path)  # leads back to what holds it: nothing new to read, and nothing to say
    found = list(files(inside))
    assert [one for one in found if isinstance(one, Path)] == [inside / "a.txt"]
    assert [one.where for one in found if not isinstance(one, Path)] == [str(inside / "b.txt"), str(inside / "folder")]
    assert list(files(inside / "b.txt")) == [inside / "b.txt"]  # named by who asks


def _feed(items: list[tuple[str, str, str, str]], atom: bool = False) -> str:
    """A feed of items: title, guid, link, text."""
    if atom:
        entries = "".join(
            f"<entry><id>{guid}</id><title>{title}</title><link href='{link}'/><content type='text'>{text}</content></entry>"
            for title, guid, link, text in items
        )
        return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Holm Radio</title><id>f</id>{entries}</feed>'
    entries = "".join(
        f"<item><title>{title}</title><guid>{guid}</guid><link>{link}</link><description>{text}</description></item>"
        for title, guid, link, text in items
    )
    return f'<rss version="2.0"><channel><title>Holm Radio</title>{entries}</channel></rss>'


@pytest.mark.parametrize(
    ("guids", "links"),
    [
        (("x", "x", "x"), ("/1", "/2", "/3")),
        (("1", "2", "3"), ("/", "/", "/")),
        (("x", "x", "x"), ("/", "/", "/")),
        (("", "", ""), ("/", "/", "")),
        (("", "x", "x"), ("", "", "")),
    ],
)
@pytest.mark.parametrize("atom", [False, True])
@pytest.mark.parametrize("titled", [False, True])
def test_items_that_share_their_marks_are_reports_each(
    tmp_path: Path, guids: tuple[str, ...], links: tuple[str, ...], atom: bool, titled: bool
) -> None:
    texts = (FIRST, SECOND, THIRD)
    titles = ("Keeper leaves", "Nobody named", "Sold out") if titled else ("", "", "")
    addresses = [link and f"https://holm.example{link}" for link in links]
    (tmp_path / "a.xml").write_text(_feed(list(zip(titles, guids, addresses, texts, strict=True)), atom))
    found, failed = both(tmp_path)
    assert failed == [] and [one.body for one in found] == list(texts)
    assert len({one.id for one in found}) == 3
