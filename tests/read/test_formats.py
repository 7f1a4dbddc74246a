"""Every format is told by its bytes and read; what is broken, too large or a trap is a named failure."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import documents
import pytest

from dateline.errors import Unreadable
from dateline.read import read
from dateline.read.formats import registry as formats
from dateline.read.source.inputs import LARGEST, of_path
from dateline.records import Failure, Report

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Rask Post",
    "items": [
        {
            "id": "1",
            "url": "https://post.example/bridge",
            "title": "Bridge shut",
            "content_html": f"<p>{documents.FIRST}</p>",
            "authors": [{"name": "Ann Pell"}],
            "date_published": "2031-03-14T09:30:00Z",
        }
    ],
}
NINJS = {
    "uri": "https://press.example/1",
    "headline": "Bridge shut",
    "byline": "Ann Pell",
    "body_xhtml": f"<p>{documents.FIRST}</p><p>{documents.SECOND}</p>",
    "versioncreated": "2031-03-14T09:30:00Z",
    "copyrightholder": "North Press",
}
CSV = (
    "title,url,publish_date,media_name,text\n"
    f'Bridge shut,https://post.example/bridge,2031-03-14,The Rask Post,"{documents.FIRST}"\n'
)
GDELT = "URL,MobileURL,Date,Title\nhttps://post.example/bridge,,2031-03-14,Bridge shut\n"
DAY = "2031-03-14"


def both(path: Path) -> tuple[list[Report], list[Failure]]:
    found = list(read([path]))
    return [one for one in found if isinstance(one, Report)], [one for one in found if isinstance(one, Failure)]


@pytest.mark.parametrize(
    ("name", "content", "form", "outlet", "authors"),
    [
        ("a.html", documents.PAGE, "page", "The Rask Post", ("Ann Pell",)),
        ("a.xml", documents.RSS, "feed", "The Rask Post", ("Ann Pell",)),
        ("a.xml", documents.ATOM, "feed", "The Rask Post", ("Ann Pell",)),
        ("a.xml", documents.SITEMAP, "sitemap", "The Rask Post", ()),
        ("a.xml", documents.NITF, "NITF", "North Press", ("Ann Pell",)),
        ("a.xml", documents.NEWSML, "NewsML-G2", "North Press", ("Ann Pell",)),
        ("a.json", json.dumps(JSON_FEED), "JSON", "The Rask Post", ("Ann Pell",)),
        ("a.json", json.dumps(NINJS), "JSON", "North Press", ("Ann Pell",)),
        ("a.csv", CSV, "table", "The Rask Post", ()),
        ("a.csv", GDELT, "table", None, ()),
        ("a.eml", documents.MAIL, "mail", "The Rask Post", ()),
        ("a.mbox", "From x@y Fri Mar 14\n" + documents.MAIL.replace("\r\n", "\n"), "mailbox", "The Rask Post", ()),
        ("a.mhtml", documents.MHTML, "MHTML", "The Rask Post", ("Ann Pell",)),
    ],
)
def test_masthead_of_a_format(
    tmp_path: Path, name: str, content: str, form: str, outlet: str | None, authors: tuple[str, ...]
) -> None:
    (tmp_path / name).write_text(content)
    assert formats.of(of_path(tmp_path / name)).name == form
    (one, *_), _ = both(tmp_path)
    assert one.title == "Bridge shut"
    assert (one.outlet, one.authors) == (outlet or one.outlet, authors)
    assert (one.published.value or "")[:10] == DAY
    assert one.url in (None, "https://post.example/bridge", "https://press.example/1")


@pytest.mark.parametrize("form", ["word", "rtf", "pdf"])
@pytest.mark.parametrize("lines", [documents.NEXIS, documents.FACTIVA])
def test_an_export_of_two_reports(tmp_path: Path, form: str, lines: list[str]) -> None:
    content = {"word": documents.word, "rtf": documents.rtf}.get(
        form, lambda some: documents.pdf([some[:10], some[10:]])
    )(lines)
    (tmp_path / f"export.{'docx' if form == 'word' else form}").write_bytes(content)
    found, failed = both(tmp_path)
    assert failed == []
    assert [(one.title, one.outlet, (one.published.value or "")[:10]) for one in found] == [
        ("Bridge shut", "The Rask Post", DAY),
        ("Fair opens", "Holm Herald", "2031-03-15"),
    ]
    assert "Ann Pell" in found[0].authors
    assert documents.SECOND in " ".join(found[0].text.split()) and "Load-Date" not in found[0].text
    assert "opened on Saturday" in found[1].body and "opened on Saturday" not in found[0].text


def test_a_message_with_two_reports_attached(tmp_path: Path) -> None:
    (tmp_path / "two.eml").write_text(documents.FORWARDED)
    found, failed = both(tmp_path)
    assert failed == []
    assert [one.title for one in found] == ["Bridge shut", "Fair of Holm opens in the rain"]
    assert not (tmp_path.parent.parent / "one.html").exists()


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_crawl(tmp_path: Path, gzipped: bool) -> None:
    pages = [
        ("https://post.example/bridge", "", documents.PAGE.encode()),
        ("https://post.example/zipped", "Content-Encoding: gzip\r\n", gzip.compress(documents.PAGE.encode())),
        ("file:///../../etc/rask", "", documents.PAGE.encode()),
        ("https://post.example/missing", "", b""),
    ]
    (tmp_path / ("a.warc.gz" if gzipped else "a.warc")).write_bytes(documents.warc(pages, gzipped))
    found, failed = both(tmp_path)
    assert failed == []
    assert [one.url for one in found] == ["https://post.example/bridge", "https://post.example/zipped", None]
    assert all(documents.SECOND in one.body for one in found)


def test_archives_in_archives(tmp_path: Path) -> None:
    inner = documents.zipped(
        {"../../../up.html": documents.PAGE.encode(), "feed.xml": documents.RSS.encode(), "x.exe": b"MZ"}
    )
    (tmp_path / "pile.zip").write_bytes(
        documents.zipped({"inner.zip": inner, "note.txt.gz": gzip.compress(documents.FIRST.encode())})
    )
    found, failed = both(tmp_path)
    assert len(found) == 4 and [one.where.rpartition(":")[2] for one in failed] == ["item 3", "x.exe"]
    deep = b"x"
    for _ in range(6):
        deep = documents.zipped({"a.zip": deep})
    (tmp_path / "pile.zip").write_bytes(deep)
    assert "archives deep" in both(tmp_path)[1][0].why


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        (
            "a.xml",
            b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><item><title>&a;</title></item></channel></rss>",
            "entities",
        ),
        ("a.xml", b"<catalogue/>", "no feed"),
        ("a.rss", b"plain words", "is no feed"),
        ("a.pdf", b"%PDF-1.4 broken", "PDF"),
        ("a.pdf", b"words", "is no PDF"),
        ("a.docx", b"PK\x03\x04 word/ broken", "Word"),
        ("a.zip", b"PK\x03\x04 broken", "ZIP"),
        ("a.json", b"{", "JSON"),
        ("a.json", b'{"title": "x"}', "neither"),
        ("a.csv", b"one,two\n1,2\n", "no column"),
        ("a.eml", b"Subject: x\nFrom: y\n\n", "no text"),
        ("a.rtf", b"{\\rtf1 }", "no text"),
        ("a.warc", b"WARC/1.0\r\n", "holds no response"),
        ("a.txt.gz", gzip.compress(documents.FIRST.encode())[:60], "cut short"),
        ("a.txt.gz", gzip.compress(b"a" * (LARGEST + 1)), "larger than the limit"),
        ("a.txt", b"", "empty"),
        ("a.html", b"<html><body></body></html>", "no running text"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_remedy(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "sound.txt").write_text(documents.FIRST)
    found, failed = both(tmp_path)
    assert [one.text for one in found] == [documents.FIRST]
    assert any(why in one.why for one in failed), failed
    assert all(name in one.where and "\n" not in one.why for one in failed)


def test_markup_of_strangers_leaves_words_only(tmp_path: Path) -> None:
    item = (
        "<item><title>Storm &lt;script&gt;alert(1)&lt;/script&gt; near</title><link>javascript:alert(2)</link><description>"
        "&lt;p onclick=&quot;x()&quot;&gt;Boats stay in.&lt;/p&gt;&lt;a href=&quot;javascript:y()&quot;&gt;more&lt;/a&gt;"
        "</description></item>"
    )
    (tmp_path / "a.xml").write_text(f"<rss version='2.0'><channel><title>P</title>{item}</channel></rss>")
    ((one,), _) = both(tmp_path)
    assert "Boats stay in." in one.text and one.url is None
    assert not any(bad in one.text for bad in ("alert", "script", "onclick", "<"))


def test_reading_is_a_stream(tmp_path: Path) -> None:
    line = json.dumps({"text": documents.FIRST}).encode() + b"\n"

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # narrower than Buffer
            buffer[: len(line)] = line
            return len(line)

    stream = read(["-"], stdin=io.BufferedReader(Endless()))
    assert isinstance(next(stream), Report) and isinstance(next(stream), Report)


def reports_of(path: Path, content: bytes | str) -> list[Report | Failure]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read([path]))


def test_an_agencys_dates_and_names(tmp_path: Path) -> None:
    released = documents.NITF.replace("date.issue norm='20310314T093000Z'", "date.release norm='20310314T093000+0100'")
    (report,) = reports_of(tmp_path / "a.xml", released)
    assert isinstance(report, Report)
    assert report.published.value == "2031-03-14T09:30+01:00"
    sourced = documents.NEWSML.replace("<contentMeta>", "<contentMeta><infoSource><name>East Press</name></infoSource>")
    (report,) = reports_of(tmp_path / "b.xml", sourced)
    assert isinstance(report, Report)
    assert report.outlet == "East Press"
    item = {
        "uri": "https://press.example/1",
        "headline": "Bridge shut",
        "byline": "By Ann Pell",
        "body_text": documents.FIRST,
    }
    (report,) = reports_of(tmp_path / "c.json", json.dumps(item))
    assert isinstance(report, Report)
    assert report.authors == ("Ann Pell",)


def test_an_export_sent_by_mail(tmp_path: Path) -> None:
    found = reports_of(
        tmp_path / "a.eml", documents.MAIL.partition("\r\n\r\n")[0] + "\r\n\r\n" + "\r\n".join(documents.NEXIS)
    )
    assert [one.title for one in found if isinstance(one, Report)] == ["Bridge shut", "Fair opens"]


def test_messages_without_a_text_are_named_each_and_the_rest_is_read(tmp_path: Path) -> None:
    empty = "From a@b Mon Mar 14 00:00:00 2031\nSubject: x\n\n \n"
    full = f"From a@b Mon Mar 14 00:00:00 2031\nSubject: Bridge shut\n\n{documents.FIRST}\n"
    found = reports_of(tmp_path / "a.mbox", empty * 2 + full)
    assert [isinstance(one, Failure) for one in found] == [True, True, False]
    assert all("has no text" in one.why for one in found if isinstance(one, Failure))


def test_what_is_not_read_is_named_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (failure,) = read([tmp_path])
    assert isinstance(failure, Failure)
    assert "save it as" in failure.why


def test_an_encoding_that_the_crawler_undid(tmp_path: Path) -> None:
    raw = documents.warc([("https://post.example/a", "Content-Encoding: gzip\r\n", documents.PAGE.encode())])
    (report,) = reports_of(tmp_path / "a.warc.gz", raw)
    assert isinstance(report, Report)
    assert report.title == "Bridge shut"


def test_the_public_pages_in_one_archive(shared: Path, tmp_path: Path) -> None:
    """A WARC written of real pages is read whole: what is read of each page alone is read of it there."""
    files = sorted((shared / "eval" / "extract" / "pages").glob("*.html.gz"))[::5]
    pages = [(f"https://pages.example/{one.name}", "", gzip.decompress(one.read_bytes())) for one in files]
    (tmp_path / "pages.warc.gz").write_bytes(documents.warc(pages))
    alone = {one.sha256: one.body for one in read(files) if isinstance(one, Report)}
    packed = {one.sha256: one.body for one in read([tmp_path / "pages.warc.gz"]) if isinstance(one, Report)}
    assert packed.keys() == alone.keys()
    assert len(packed) >= len(files) - 2


def test_a_parser_that_complains_in_several_lines_is_named_in_one() -> None:
    assert Unreadable("a.docx", "cannot be opened (Invalid character\n, line 2): save it anew").why == (
        "cannot be opened (Invalid character , line 2): save it anew"
    )
