"""Parsers that hang, eat or break are killed, their document is named, and the next one is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import documents
import pytest

from dateline.read import read
from dateline.read.formats import docx, feed, html, mail, newsml, nitf, objects, pdf, rtf, sitemap
from dateline.read.masthead import fields as masthead
from dateline.read.source import worker as apart
from dateline.records import Failure, Report

TRAPS = """
import os, time
def loops(raw, **known):
    while True:
        pass
def waits(raw, **known):
    time.sleep(600)
def eats(raw, **known):
    return [bytearray(1 << 30) for _ in range(20)]
def dies(raw, **known):
    os._exit(1)
def breaks(raw, **known):
    return 1 / 0
def floods(raw, **known):
    return "x" * (2 << 20)
def prints(raw, **known):
    print("{}")
    os.write(1, b"{}\\n")
    return ["read"]
"""
READERS = {
    pdf: "a.pdf", docx: "a.docx", rtf: "a.rtf", feed: "a.rss", sitemap: "a.xml", nitf: "a.xml", newsml: "a.xml",
    objects: "a.json", mail: "a.eml",
}  # fmt: skip
DOCUMENTS: dict[Any, Any] = {
    pdf: documents.pdf([[documents.FIRST, documents.SECOND]]), docx: documents.word([documents.FIRST]),
    rtf: documents.rtf([documents.FIRST]), feed: documents.RSS, sitemap: documents.SITEMAP,
    nitf: documents.NITF, newsml: documents.NEWSML,
    objects: '{"id": "1", "content_html": "<p>The bridge of Rask is shut.</p>"}', mail: documents.MAIL,
}  # fmt: skip


@pytest.fixture
def traps(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a module of parsers made to break their process, and a budget in which that does not take long."""
    folder = tmp_path_factory.mktemp("traps")
    (folder / "traps.py").write_text(TRAPS)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder), prepend=":")
    monkeypatch.setattr(apart, "SECONDS", 1.0)
    monkeypatch.setattr(apart, "LARGEST_ANSWER", 1 << 20)
    apart.stop()
    yield "traps"
    apart.stop()


@pytest.mark.parametrize("trap", ["loops", "waits", "eats", "dies", "breaks", "floods"])
def test_the_document_is_named_and_the_next_is_read(
    traps: str, trap: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "PARSER", f"{traps}:{trap}")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 a trap")
    (tmp_path / "b.rtf").write_bytes(documents.rtf([documents.FIRST]))
    failed, report = list(read([tmp_path]))
    assert isinstance(failed, Failure) and failed.where == str(tmp_path / "a.pdf")
    assert failed.why.endswith(": save its text instead")
    assert isinstance(report, Report) and documents.FIRST in report.text


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__.rpartition(".")[2])
def test_no_parser_runs_in_the_readers_own_process(
    traps: str, reader: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = DOCUMENTS[reader]
    monkeypatch.setattr(reader, "PARSER", f"{traps}:dies")
    (tmp_path / READERS[reader]).write_bytes(content if isinstance(content, bytes) else content.encode())
    (failed,) = read([tmp_path])
    assert isinstance(failed, Failure) and "breaks its parser" in failed.why


def test_what_a_library_prints_is_no_answer(traps: str) -> None:
    assert apart.parsed("a.pdf", f"{traps}:prints", b"") == ["read"]


def test_one_worker_reads_them_all(traps: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    start = apart.Worker._start

    def counted(self: apart.Worker) -> Any:
        started.append(1)
        return start(self)

    monkeypatch.setattr(apart.Worker, "_start", counted)
    monkeypatch.setattr(apart, "SECONDS", 60.0)
    for name, content in (
        ("a.rss", documents.RSS.encode()),
        ("b.rtf", documents.rtf([documents.FIRST])),
        ("c.html", documents.PAGE.encode()),
    ):
        (tmp_path / name).write_bytes(content)
    assert sum(isinstance(one, Report) for one in read([tmp_path])) == 4 and started == [1]


def test_a_page_that_overruns_is_read_by_the_simpler_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = apart.Worker.ask

    def heavy(self: apart.Worker, parser: str, raw: bytes, known: dict[str, Any]) -> dict[str, Any] | None:
        asked.append(known["extractor"])
        return None if known["extractor"] == "trafilatura" else ask(self, parser, raw, known)

    monkeypatch.setattr(apart.Worker, "ask", heavy)
    report = html.of_html("a.html", "a", documents.PAGE, masthead.Given(), "")
    assert documents.SECOND in report.text and asked == ["trafilatura", "resiliparse"]
