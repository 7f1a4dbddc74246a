"""The formats that are read: one file a format in this room, one line here to register it.

A format is told by the first bytes of a source (inflated), and by its name only where they do not tell. Other packages
add formats under the entry point `dateline.readers`: a `Format` each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from dateline.errors import Unreadable
from dateline.read.source.inputs import Source
from dateline.records.report import Failure, Report

NAMED = 200  # failures of one input, each by itself; the others are counted
DEEPEST = 3  # archives inside archives
Reader = Callable[[Source, Callable[[str, str], str]], Iterator[Report | Failure]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the file name endings it goes by, how its first bytes look, and the module that reads it.

    The module holds `reports(source, names)`, which yields reports and failures and may raise Unreadable; `names`
    makes an id of a name and a hash. `signature` is matched where the bytes begin: a byte order mark, white space and what
    stands before an XML document's first element aside.
    """

    name: str
    suffixes: tuple[str, ...]
    signature: bytes | None
    module: str

    def reader(self) -> Reader:
        """The function that reads it; its module is loaded now."""
        found: Reader = import_module(self.module).reports
        return found

    def looks_like(self, head: bytes) -> bool:
        """Whether the first bytes are of this format."""
        return self.signature is not None and re.match(self.signature, head, re.IGNORECASE | re.DOTALL) is not None


_HEAD = rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*"  # fields of mail
_SAVED = _HEAD + rb"Content-Type:\s*multipart/related"
_MAIL = (
    rb"(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|From|To|Date|Subject):"
    rb"[^\n]*\n(?:[ \t][^\n]*\n)*" + _HEAD + rb"(?:Message-ID|MIME-Version|From|Date):"
)
_ROOM = "dateline.read.formats."
FORMATS = (
    Format("WARC", (".warc",), rb"WARC/\d", _ROOM + "warc"),
    Format("PDF", (".pdf",), rb"%PDF", _ROOM + "pdf"),
    Format("RTF", (".rtf",), rb"\{\\rtf", _ROOM + "rtf"),
    Format("Word", (".docx",), rb"PK\x03\x04.*?(?:word/|\[Content_Types\])", _ROOM + "docx"),
    Format("ZIP", (".zip",), rb"PK\x03\x04", _ROOM + "archive"),
    Format("feed", (".rss", ".atom", ".rdf"), rb"<(?:rss|feed|(?:\w+:)?RDF)\b", _ROOM + "feed"),
    Format("sitemap", (), rb"<(?:urlset|sitemapindex)\b", _ROOM + "sitemap"),
    Format("NITF", (), rb"<nitf\b", _ROOM + "nitf"),
    Format("NewsML-G2", (), rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem)\b", _ROOM + "newsml"),
    Format("MHTML", (".mhtml", ".mht"), _SAVED, _ROOM + "mail"),
    Format("mailbox", (".mbox",), rb"From \S+.*?\n[\w-]+:", _ROOM + "mbox"),
    Format("mail", (".eml",), _MAIL, _ROOM + "mail"),
    Format("page", (".html", ".htm", ".xhtml"), rb"<(?:!doctype html|html|head|body)\b", _ROOM + "html"),
    Format("JSON lines", (".jsonl", ".ndjson"), None, _ROOM + "jsonl"),
    Format("JSON", (".json",), None, _ROOM + "objects"),
    Format("table", (".csv", ".tsv"), None, _ROOM + "table"),
    Format("text", (".txt", ".text", ".md"), None, _ROOM + "text"),
)  # fmt: skip
NOT_READ = frozenset(
    (".doc", ".odt", ".pages", ".epub", ".xls", ".xlsx", ".msg", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz", ".zst")
)
_TAGS = re.compile(rb"<(?:html|body|article|p|div)\b", re.IGNORECASE)


@cache
def formats() -> tuple[Format, ...]:
    """Every format: those of outside packages first, by the name of their entry point."""
    outside = sorted(entry_points(group="dateline.readers"), key=lambda form: form.name)
    return (*(form.load() for form in outside), *FORMATS)


@cache
def suffixes() -> frozenset[str]:
    """The endings of file names that are read when a folder is walked."""
    return frozenset(suffix for form in formats() for suffix in form.suffixes) | {".xml"}


def of(source: Source) -> Format:
    """The format of a source. Raises Unreadable where its name promises another than text and its bytes keep none."""
    head = _opening(source.head)
    for form in formats():
        if form.looks_like(head):
            return form
    named = next((form for form in formats() if source.suffix in form.suffixes), None)
    if source.suffix == ".xml":
        kind = re.match(rb"<([\w:.-]{1,40})", head)
        told = f" (it begins with <{kind[1].decode()}>)" if kind else ""
        raise Unreadable(
            source.where, f"is no feed, sitemap, NITF or NewsML-G2{told}: give its reports as text or HTML"
        )
    if named is None or named.name == "text":
        return _text_or_page(head)
    if named.signature is not None and named.name not in ("page", "mail", "MHTML"):
        raise Unreadable(source.where, f"is named {source.suffix} and is no {named.name}: mend or rename it")
    return named


def looks_like_any(head: bytes) -> bool:
    """Whether the first bytes are of some format that has a mark of its own."""
    opening = _opening(head)
    return any(form.looks_like(opening) for form in formats())


def _opening(head: bytes) -> bytes:
    """The first bytes from where the document itself begins."""
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    while head.startswith((b"<?", b"<!")) and not head[:14].lower().startswith(b"<!doctype html"):
        if head.startswith(b"<!--"):
            ending = b"-->"
        elif head.startswith(b"<?"):
            ending = b"?>"
        else:
            bracket = head.find(b"[", 0, head.find(b">") + 1)
            ending = b">" if bracket < 0 else b"]>"
        end = head.find(ending)
        if end < 0:
            return head
        head = head[end + len(ending) :].lstrip(b" \t\r\n")
    return head


def _text_or_page(head: bytes) -> Format:
    name = "page" if len(_TAGS.findall(head)) >= 3 and head.startswith(b"<") else "text"
    return next(form for form in FORMATS if form.name == name)


def read(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The reports in a source, and what in it could not be read. Never raises Unreadable: that is a failure too."""
    failures = 0
    try:
        if source.depth > DEEPEST:
            raise Unreadable(source.where, f"lies more than {DEEPEST} archives deep: unpack it")
        for found in of(source).reader()(source, names):
            failures += isinstance(found, Failure)
            if failures <= NAMED or not isinstance(found, Failure):
                yield found
    except Unreadable as error:
        yield Failure(error.where, error.why)
    except Exception as error:  # whatever it is, it is this input's
        yield Failure(source.where, f"breaks its reader ({type(error).__name__}): give its text instead")
    if failures > NAMED:
        yield Failure(source.where, f"holds {failures - NAMED:,} more that cannot be read")
