"""Broken documents in every format: what a reader may answer to them, and how to look for one that it does not survive.

    python tests/read/fuzz.py --seconds 600 [--only PDF]

spends so many seconds on each format, on samples broken at random, and prints each kind of surprise once with the broken
document's place in a folder: what is raised, what takes long, what takes much memory. `test_fuzz.py` does a little of the same
in every run of the tests.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import resource
import tempfile
import time
import traceback
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import documents

from dateline import contract as shapes
from dateline.cite import check
from dateline.errors import Unreadable
from dateline.read import Names
from dateline.read.formats import registry as formats
from dateline.read.source import worker as apart
from dateline.read.source.inputs import Source
from dateline.records import Failure

ROWS = [
    {"id": "a", "text": documents.FIRST},
    {"html": documents.PAGE, "authors": ["Ann Pell"], "published": "2031-03-14"},
]
NINJS = {
    "uri": "x",
    "headline": "Bridge shut",
    "body_xhtml": f"<p>{documents.FIRST}</p>",
    "versioncreated": "2031-03-14",
}
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Post",
    "items": [{"id": "1", "content_html": "<p>a</p>"}],
}
TEXT = f"Bridge shut\n\nBy Ann Pell\n\n14 March 2031\n\nRASK (NP) — {documents.FIRST}\n\n{documents.SECOND}\n"
BOX = "From a Fri Mar 14 09:30:00 2031\n" + documents.MAIL
SAMPLES: dict[str, list[tuple[str, bytes]]] = {
    "text": [("a.txt", TEXT.encode())],
    "page": [("a.html", documents.PAGE.encode())],
    "feed": [("a.rss", documents.RSS.encode()), ("a.atom", documents.ATOM.encode())],
    "sitemap": [("a.xml", documents.SITEMAP.encode())],
    "NITF": [("a.xml", documents.NITF.encode())],
    "NewsML-G2": [("a.xml", documents.NEWSML.encode())],
    "mail": [
        ("a.eml", documents.MAIL.encode()),
        ("b.eml", documents.FORWARDED.encode()),
        ("a.mhtml", documents.MHTML.encode()),
    ],
    "mailbox": [("a.mbox", (BOX + "\n" + BOX).encode())],
    "JSON lines": [("a.jsonl", "\n".join(map(json.dumps, ROWS)).encode())],
    "JSON": [("a.json", json.dumps(one).encode()) for one in (ROWS, NINJS, FEED)],
    "list": [
        ("a.csv", documents.MEDIA_CLOUD.encode()),
        ("a.export.csv", documents.GDELT_EVENTS.encode()),
        ("a.gkg.csv", documents.GDELT_GKG.encode()),
    ],
    "table": [
        ("a.csv", f'id,text,title,date\n1,"{documents.FIRST}",Bridge,2031-03-14\n2,"{documents.SECOND}",,\n'.encode())
    ],
    "PDF": [
        ("a.pdf", documents.pdf([documents.NEXIS, [documents.FIRST]])),
        ("b.pdf", documents.pdf([[documents.FIRST] * 20_000], deflated=True)),
    ],
    "Word": [("a.docx", documents.word(documents.NEXIS))],
    "RTF": [("a.rtf", documents.rtf(documents.FACTIVA))],
    "WARC": [("a.warc", documents.warc([("https://post.example/a", "", documents.PAGE.encode())] * 2, gzipped=False))],
    "ZIP": [
        ("a.zip", documents.zipped({"one.html": documents.PAGE.encode(), "in/two.txt": TEXT.encode()})),
        (
            "a.zip",
            documents.zipped({"in.zip": documents.zipped({"in.zip": documents.zipped({"a.txt": TEXT.encode()})})}),
        ),
    ],
}
TOKENS = (
    b"\0", b"<", b">", b"&#x0;", b"&#55296;", b'"', b"\\ud800", b"\r\n", b"\n\n", b"{", b"[[", b"\\", b"\xff\xfe", b"-1",
    b"9" * 30, b"<![CDATA[", b"<!--", b"Content-Length: 7\r\n", b"charset=utf-7", b"=?x?q?=", b"\\bin9999 ", b"\\'zz",
    b"\xef\xbb\xbf", b"9999-99-99", "\u2028\u0130\u00df".encode(), b"<p " + b"a=1 " * 50 + b">", b"<div>" * 60, b"null",
    b"Date: 99 Foo 99999\r\n",
)  # fmt: skip


RUNS = (
    "“a” ".encode(), b'"a" ', "“He said ".encode(), b"'a ", b"he said she said ", b"\n", b"\r\n\r\n", b"\0", b"A", b"A. ",
    b"AB CD ", b" ", b"(c) 2031 ", b"14 March 2031 ", b"=?utf-8?q?a?= ", b"X-A: b\r\n", b"> ", b"<b>", b"<!--", b"&lt;",
    b"By Ann Pell, ", b"- ", "\u200b".encode(), "e\u0301".encode(), b"\xed\xa0\x80", b"[1,", b'{"a":', b",",
    b"http://a.example/ ", b"{\\b ", b"\\'93", b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n',
    b"Content-Type: message/rfc822\r\n\r\n", b"<item>", b"From a@b Fri Mar 14 09:30:00 2031\nSubject: a\n\n",
)  # fmt: skip
LONGEST = 40_000  # bytes of a run
SLOW = 5  # CPU seconds for one document


def broken(raw: bytes, rng: random.Random) -> bytes:
    """The bytes after one to eight accidents: bytes changed, lost, doubled, moved, cut off, tokens let in and, now and then,
    something said over and over.
    """
    some = bytearray(raw)
    for _ in range(rng.randint(1, 8)):
        at, length = rng.randrange(len(some) + 1), min(rng.choice((1, 1, 4, 40, 400)), len(some))
        match rng.randrange(6) if rng.random() > 0.02 else 6:
            case 0:
                some[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                del some[at : at + length]
            case 2:
                some[at:at] = some[at : at + length]
            case 3:
                some[at:at] = rng.choice(TOKENS)
            case 4:
                other = rng.randrange(len(some) + 1)
                some[at:at] = some[other : other + length]
            case 5:
                if rng.random() < 0.2:
                    del some[at:]
            case 6:
                run = rng.choice(RUNS)
                some[at:at] = run * (rng.randint(1, LONGEST) // len(run))
    return bytes(some)


def repacked(raw: bytes, rng: random.Random) -> bytes:
    """A sound ZIP archive whose members are broken, stand there many times, or inflate to some MiB."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = accident(old.read(name), rng) if rng.random() < 0.6 else old.read(name)
            content += rng.choice((b" ", b"\n", b"A", b"\0")) * (1 << rng.randint(0, 22) if rng.random() < 0.05 else 0)
            for _ in range(rng.choice((1, 1, 1, 1, 1, 2, 30))):
                with warnings.catch_warnings(action="ignore", category=UserWarning):  # a name said twice
                    new.writestr(name, content)
    return out.getvalue()


def accident(raw: bytes, rng: random.Random) -> bytes:
    """The bytes broken, within their archive where they are one, or in a stream of gzip that may inflate."""
    document = repacked(raw, rng) if raw.startswith(b"PK") and rng.random() < 0.6 else broken(raw, rng)
    if rng.random() < 0.02:
        document = gzip.compress(document + rng.choice((b" ", b"\n")) * (1 << rng.randint(0, 22)))
    return document


def survived(name: str, raw: bytes) -> None:
    """Read a document and hold what comes of it to the contract. Raises whatever the reader should not have raised."""
    source = Source(name, name, name, lambda: io.BytesIO(raw))
    for one in formats.read(source, Names()):
        if isinstance(one, Failure):
            assert one.where and one.why and "\n" not in one.why, one
            continue
        covered = sorted((block.start, block.end) for block in one.blocks)
        at = 0
        for start, end in covered:
            assert not one.text[at:start].strip() and start >= at, f"between {at} and {start}"
            at = end
        assert not one.text[at:].strip(), f"after {at}"
        for cited in one.sources.values():
            check(cited, one.text)
        json.loads(shapes.text(shapes.read_line(one)).encode("utf-8", "backslashreplace"))


def in_process(where: str, parser: str, raw: bytes, **known: Any) -> Any:
    """Stands for the worker, so that what a parser raises is seen."""
    try:
        return apart.found(parser, raw, known)
    except Unreadable as error:
        raise Unreadable(where, error.why) from error


def _most_held() -> int:
    """The most memory that this process held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def surprises(name: str, seconds: float, seed: int, into: Path) -> Iterator[str]:
    """What goes wrong with a format in so many seconds: each kind once, with the document kept in a folder."""
    rng, seen, tries = random.Random(seed), set[str](), 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        sample, raw = rng.choice(SAMPLES[name])
        document = accident(raw, rng)
        start, held, kind = time.process_time(), _most_held(), ""
        tries += 1
        try:
            survived(sample, document)
        except Exception as error:  # noqa: BLE001 (what it is is what is looked for)
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {str(error)[:80]!r}"
        if time.process_time() - start > SLOW:
            kind = kind or f"took {time.process_time() - start:.0f} s"
        if _most_held() - held > apart.OWN + apart.TIMES * len(document):
            kind = kind or f"took {(_most_held() - held) >> 20} MiB"
        if kind and kind.split(": ")[0] not in seen:
            seen.add(kind.split(": ")[0])
            kept = into / f"{name}-{tries}-{sample}"
            kept.write_bytes(document)
            yield f"{name}: {kind} [{kept}]"
    yield f"{name}: {tries} documents in {seconds:.0f} s, {len(seen)} kinds of surprise"


def main() -> None:
    """Fuzz, and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seconds", type=float, default=600)
    ask.add_argument("--only", action="append", choices=sorted(SAMPLES))
    ask.add_argument("--seed", type=int, default=1)
    given = ask.parse_args()
    apart.parsed = in_process
    into = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for name in given.only or SAMPLES:
        for line in surprises(name, given.seconds, given.seed, into):
            print(line, flush=True)


if __name__ == "__main__":
    main()
