"""Broken documents: each reader gives reports that keep the contract, or failures, and raises nothing else."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

import fuzz
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import Unreadable
from dateline.read import Names
from dateline.read.formats import exports, markup
from dateline.read.formats import registry as formats
from dateline.read.source import worker as apart
from dateline.read.source.inputs import Source
from dateline.records import Report


@pytest.fixture(autouse=True, scope="module")
def in_process() -> Iterator[None]:
    """Documents are parsed here, so that what their parser raises is seen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "parsed", fuzz.in_process)
        yield


@pytest.mark.parametrize("name", fuzz.SAMPLES)
@settings(max_examples=20, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_a_broken_document_is_read_or_named(name: str, seed: int) -> None:
    rng = random.Random(seed)
    sample, raw = rng.choice(fuzz.SAMPLES[name])
    fuzz.survived(sample, fuzz.accident(raw, rng))


def sample(name: str) -> bytes:
    return fuzz.SAMPLES[name][0][1]


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("a.rss", sample("feed").replace(b"Bridge shut", b"Bridge &#55296; &#x0; shut")),
        ("a.rss", sample("feed").replace(b"Bridge shut", b"Bridge &lt;b&gt;\xed\xa0\x80 &amp;#0; &amp;#12; shut")),
        ("a.xml", sample("sitemap").replace(b"<news:title>", b"<news:ti:tle>")),
        ("a.xml", sample("NITF").replace(b"<hl1>", b"<hl1>&#xD800;")),
        ("a.xml", sample("NewsML-G2").replace(b"http://www.w3.org/1999/xhtml", b"xhtml")),
        ("a.eml", sample("mail").replace(b"14 Mar 2031", b"14 Mar 99999999999999999999")),
        ("a.eml", sample("mail").replace(b"charset=", b"charset=\0")),
        ("a.rss", sample("feed").replace(b"<item>", b"<item><link/></x>&#9999999999999999999999;")),
        ("a.rtf", fuzz.documents.rtf(["140 words", "14 March 2031", *fuzz.documents.FACTIVA[-2:]])),
        ("a.jsonl", b'{"text": "The bridge of Rask is shut.", "url": "http://[x"}'),
        ("a.html", fuzz.documents.PAGE.replace("<head>", "<head><link rel='canonical' href='http://[x'>").encode()),
        ("a.txt", b"The bridge of Rask is shut.\n\n" + b"- . " * 4000),
        (
            "a.txt",
            b"Rask\n\nThe bridge of Rask is shut.\n\nAB" + b"<i></i>" * 4000 + b"C\n",
        ),  # tags before a dash
        ("a.html", fuzz.documents.PAGE.replace("By ", "By " + "- " * 20_000).encode()),
        ("a.json", b'{"uri": "x", "headline": "a", "body_html": "<p>\\ud800</p>"}'),
    ],
)
def test_what_was_found(name: str, document: bytes) -> None:
    """Documents that a reader once did not survive."""
    fuzz.survived(name, document)


def test_an_entity_is_refused_in_any_encoding() -> None:
    text = (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE nitf [<!ENTITY x "y">]><nitf><body><p>&x;</p></body></nitf>'
    )
    with pytest.raises(Unreadable, match="entities"):
        markup.tree("a.xml", text.encode("utf-16"))


def test_a_zip_member_without_a_name_hides_no_other() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("one.txt", fuzz.TEXT)
        archive.writestr("x", "nothing")
    nameless = raw.getvalue().replace(b"xPK\5\6", b"\0PK\5\6")
    (found,) = formats.read(Source("a.zip", "a.zip", "a.zip", lambda: io.BytesIO(nameless)), Names())
    assert isinstance(found, Report)


def test_members_of_an_archive_that_are_one_over_and_over_are_read_a_few_times() -> None:
    members = {f"{number}.txt": fuzz.TEXT.encode() for number in range(40)}
    raw = fuzz.documents.zipped({f"{number}.zip": fuzz.documents.zipped(members) for number in range(40)})
    found = list(formats.read(Source("a.zip", "a.zip", "a.zip", lambda: io.BytesIO(raw)), Names()))
    assert sum(isinstance(one, Report) for one in found) == 8
    named = [one for one in found if not isinstance(one, Report)]
    assert any("others in this archive" in one.why for one in named)


def test_lines_of_an_export_are_gone_over_once_where_they_are_blank() -> None:
    ends = "\n".join(["", "End of Document", ""])
    assert exports.is_export(ends.splitlines())
    assert not exports.is_export(["", " ", "\xa0"])
    assert list(exports.split(["Rask", "", "\xa0", "The bridge of Rask is shut."])) == []
