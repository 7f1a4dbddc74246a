"""Lists of addresses: what a row knows goes to the report of its address, and no address is lost without a word."""

from __future__ import annotations

import zipfile
from pathlib import Path

import documents
import pytest

from dateline.read import read
from dateline.records import Failure, Report

BARE = (
    f"<html><head><link rel='canonical' href='{documents.BRIDGE}?utm_source=list'></head><body><article>"
    f"<p>{documents.FIRST}</p><p>{documents.SECOND}</p></article></body></html>"
)
LISTS = {
    "20310314093000.export.CSV": documents.GDELT_EVENTS,
    "20310314093000.mentions.CSV": documents.GDELT_MENTIONS,
    "20310314093000.gkg.csv": documents.GDELT_GKG,
    "cloud.csv": documents.MEDIA_CLOUD,
}


def pile(folder: Path, **files: str) -> list[Report | Failure]:
    for name, content in files.items():
        (folder / name).write_text(content)
    return list(read([folder]))


@pytest.mark.parametrize(
    ("name", "outlet", "title", "authors", "published"),
    [
        ("20310314093000.export.CSV", "post.example", None, (), "2031-03-14"),
        ("20310314093000.mentions.CSV", "post.example", None, (), "2031-03-14"),
        ("20310314093000.gkg.csv", "post.example", "Bridge & road shut", ("Ann Pell",), "2031-03-14T09:15"),
        ("cloud.csv", "The Rask Post", "Bridge shut", (), "2031-03-14"),
    ],
)
def test_a_page_takes_what_it_lacks_from_its_row(
    tmp_path: Path, name: str, outlet: str, title: str | None, authors: tuple[str, ...], published: str
) -> None:
    (one,) = pile(tmp_path, **{"a.html": BARE, name: LISTS[name]})  # the list stands behind the page, and is read first
    assert isinstance(one, Report) and documents.SECOND in one.text
    assert (one.outlet, one.title, one.authors) == (outlet, title, authors)
    assert (one.published.value, one.published.basis) == (published, "metadata")


def test_what_a_page_says_of_itself_stands(tmp_path: Path) -> None:
    line = '{"text": "The bridge is shut.", "url": "%s", "title": "Shut", "outlet": "Post", "published": "2031-03-01"}'
    (one,) = pile(tmp_path, **{"a.jsonl": line % documents.BRIDGE, "b.csv": documents.MEDIA_CLOUD})
    assert isinstance(one, Report)
    assert (one.outlet, one.title, one.published.value) == ("Post", "Shut", "2031-03-01")


@pytest.mark.parametrize("name", ["20310314093000.export.CSV", "20310314093000.mentions.CSV"])
def test_an_address_without_its_page_is_named_once(tmp_path: Path, name: str) -> None:
    (one,) = pile(tmp_path, **{name: LISTS[name] * 3})
    assert type(one) is Failure and one.where == f"{tmp_path / name}:1"
    assert one.why == f"is a bare address whose page is not among the inputs: fetch {documents.BRIDGE} too"


@pytest.mark.parametrize("name", ["20310314093000.gkg.csv", "cloud.csv"])
def test_a_headline_without_its_page_is_a_report(tmp_path: Path, name: str) -> None:
    (one,) = pile(tmp_path, **{name: LISTS[name]})
    assert isinstance(one, Report) and one.url == documents.BRIDGE and one.title and one.title in one.text


def test_rows_that_are_no_addresses_are_named(tmp_path: Path) -> None:
    cited = documents.GDELT_MENTIONS.replace(documents.BRIDGE, "Rask Radio, 14 March")
    found = pile(tmp_path, **{"a.mentions.csv": documents.GDELT_MENTIONS + cited + "1002\t1\n"})
    failed = [one for one in found if isinstance(one, Failure)]
    assert [one.where.rpartition(":")[2] for one in failed] == ["2", "3", "1"]
    assert "web address" in failed[0].why and "no row of GDELT mentions" in failed[1].why


def test_a_list_zipped_as_gdelt_does_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "20310314093000.export.CSV.zip", "w") as archive:
        archive.writestr("20310314093000.export.CSV", documents.GDELT_EVENTS)
    (one,) = pile(tmp_path, **{"1.html": BARE})
    assert isinstance(one, Report) and one.published.value == "2031-03-14"


def test_a_table_of_texts_is_no_list(tmp_path: Path) -> None:
    found = pile(
        tmp_path,
        **{"a.csv": f'url,text,title\n{documents.BRIDGE},"{documents.FIRST}",Bridge\n{documents.BRIDGE},,Bridge\n'},
    )
    assert [isinstance(one, Report) for one in found] == [True, True]
