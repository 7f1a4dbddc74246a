"""Mail and saved MHTML: a newsletter is one report, its HTML part before its text; attachments are read like files.

Its bytes are taken apart in the worker, within the budget of a document.
"""

from __future__ import annotations

import email
import hashlib
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from email import policy
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from dateline.errors import Unreadable
from dateline.language import furniture
from dateline.read.formats import exports, html, markup, plain
from dateline.read.formats import registry as formats
from dateline.read.masthead import fields as masthead
from dateline.read.source import decode
from dateline.read.source import worker as apart
from dateline.read.source.inputs import HEAD, Source, of_bytes
from dateline.records.report import Failure, Report

NO_TEXT = "the message has no text: nothing to read in it"
LONGEST = 4_096  # characters of a field of the head: taking encoded words apart grows with the square of their number
PARSER = "dateline.read.formats.mail:unpacked"
_CODED = ("base64", "quoted-printable", "x-uuencode")
_ADDRESS = re.compile(r"[<\[(]")  # begins behind a name
_FIELD = re.compile(rb"\s*[\w-]+:")
_BROKEN = (ValueError, LookupError, RecursionError, TypeError, AttributeError)  # of the library, on what is no mail


class _Bounded(policy.EmailPolicy):
    """The library's own policy, with fields of the head cut to a length that anybody writes."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST]


_BOUNDED = _Bounded()
Names = Callable[[str, str], str]


def reports(source: Source, names: Names) -> Iterator[Report | Failure]:
    """The report in a message, and those in what is attached to it. Raises Unreadable where there are none."""
    yield from of_message(source.where, source.stem, source.data(), source, names)


def of_message(where: str, name: str, raw: bytes, source: Source, names: Names) -> Iterator[Report | Failure]:
    """The reports of one message's bytes. Raises Unreadable."""
    if _is_head_alone(raw):  # a mailbox may hold tens of thousands of these
        raise Unreadable(where, NO_TEXT)
    held = apart.parsed(where, PARSER, raw)
    found = False
    for report in _own(_Part(where, name, hashlib.sha256(raw).hexdigest()), held, source, names):
        found = True
        yield report
    if not (found or held["files"] or held["messages"]):
        raise Unreadable(where, NO_TEXT)
    for number, inner in enumerate(held["messages"], 1):
        yield from _attached(f"{where}:message {number}", f"{name}:{number}", inner, source, names)
    for title, content in held["files"]:
        if content is not None:
            yield from formats.read(of_bytes(f"{where}:{title}", title, b64decode(content), source), names)


def _is_head_alone(raw: bytes) -> bool:
    """Whether nothing but white space stands behind the first empty line."""
    text = raw.replace(b"\r\n", b"\n")
    return not text.lstrip().partition(b"\n\n")[2].strip()


def unpacked(raw: bytes) -> dict[str, Any]:
    """What a message holds, as plain data: for the worker. Raises Unreadable.

    `head` is what its head says; `rich` and `bare` its text as HTML and as words; `files` the names of what is attached, each
    with its bytes (in base 64) where they are read; `messages` those attached to it, each its bytes or why there are none.
    """
    try:
        message = email.message_from_bytes(raw, policy=_BOUNDED)
        parts = list(_parts(message))
    except _BROKEN as error:
        raise Unreadable("mail", _unread(error)) from error
    messages = [part for part in parts if part.get_content_maintype() == "message"]
    parts = [part for part in parts if part not in messages]
    files = [part for part in parts if part.get_content_disposition() == "attachment" and part.get_filename()]
    bodies = [part for part in parts if not part.is_multipart() and part.get_content_disposition() != "attachment"]
    of_kind = {
        kind: next((text for part in bodies if part.get_content_type() == kind and (text := _text(part))), None)
        for kind in ("text/html", "text/plain")
    }
    return {
        "head": _said(message),
        "rich": of_kind["text/html"],
        "bare": of_kind["text/plain"],
        "files": [[str(part.get_filename()), _file(part)] for part in files],
        "messages": [_message(part) for part in messages],
    }


def _unread(error: Exception) -> str:
    return f"cannot be read as mail ({str(error)[:60]}): give its text instead"


def _file(part: Message) -> str | None:
    """The bytes of an attachment, in base 64, where files of its name are read, or what looks as it does."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return None
    is_read = any(str(part.get_filename()).lower().endswith(suffix) for suffix in formats.suffixes())
    return b64encode(content).decode() if is_read or formats.looks_like_any(content[:HEAD]) else None


def _message(part: Message) -> dict[str, str]:
    """The bytes of a message that is attached, in base 64; or why it cannot be read."""
    held = part.get_payload()
    inner = held[0] if isinstance(held, list) and held else None
    try:
        raw = inner.as_bytes() if isinstance(inner, Message) else b""
        return {"raw": b64encode(_uncoded(raw, str(part.get("Content-Transfer-Encoding") or ""))).decode()}
    except _BROKEN as error:
        return {"why": _unread(error)}


def _uncoded(raw: bytes, coding: str) -> bytes:
    """A message that its sender encoded as if it were a file, which no message should be: its own bytes."""
    holder = Message()
    holder["Content-Transfer-Encoding"] = coding.strip().lower()
    holder.set_payload(raw.strip().decode("ascii", "surrogateescape"))
    whole = holder.get_payload(decode=True) if holder["Content-Transfer-Encoding"] in _CODED else None
    return whole if isinstance(whole, bytes) and _FIELD.match(whole) else raw


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a message, those of a message attached to it left to that one."""
    left: list[Message] = [message]
    while left:
        part = left.pop(0)
        yield part
        inner = part.get_payload() if part.is_multipart() and part.get_content_maintype() != "message" else ()
        left = [held for held in inner if isinstance(held, Message)] + left


def _attached(
    where: str, name: str, inner: Mapping[str, str], source: Source, names: Names
) -> Iterator[Report | Failure]:
    """The reports of a message that is attached to another: a document like any, as deep as archives may lie."""
    if source.depth >= formats.DEEPEST:
        yield Failure(where, f"lies more than {formats.DEEPEST} messages deep: take it out")
        return
    if "why" in inner:
        yield Failure(where, inner["why"])
        return
    raw = b64decode(inner["raw"])
    if not raw.strip():
        return  # a receipt, or what a mail program left of an attachment
    try:
        yield from of_message(where, name, raw, replace(source, depth=source.depth + 1), names)
    except Unreadable as error:
        yield Failure(error.where, error.why)


@dataclass(frozen=True, slots=True)
class _Part:
    """A message in its file: where it stands, what it is called, and the hash of its bytes."""

    where: str
    name: str
    digest: str


def _own(at: _Part, held: Mapping[str, Any], source: Source, names: Names) -> Iterator[Report]:
    """The report that a message is itself, or those of an export that it holds; none where it has no words."""
    where, digest, rich, bare = at.where, at.digest, held["rich"], held["bare"]
    given = masthead.Given(path=source.path, **held["head"])
    lines = bare.splitlines() if bare else []
    if (mark := furniture.forwards.mark(lines)) is not None:
        yield from _forwarded(at, lines, mark, given, names)
    elif bare and exports.is_export(bare.splitlines()):
        yield from exports.reports(
            list(exports.unwrapped(bare.splitlines())), digest, replace(source, name=at.name), names
        )
    elif rich:
        yield html.of_html(where, names(at.name, digest), rich, given, digest)
    elif bare:
        yield plain.of_text(names(at.name, digest), bare, given, digest)


def _forwarded(at: _Part, lines: list[str], mark: int, given: masthead.Given, names: Names) -> Iterator[Report]:
    """What a message says itself, and the message that stands in its text below a line that says so, each with its own head."""
    said, size = furniture.forwards.head(lines[mark + 1 :])
    own, inner = lines[:mark], "\n".join(lines[mark + 1 + size :]).strip("\n")
    if any(line.strip() for line in own):
        yield plain.of_text(names(at.name, at.digest), "\n".join(own).rstrip() + "\n", given, at.digest)
    digest = hashlib.sha256(f"{at.digest}:{mark}".encode()).hexdigest()
    sender = _ADDRESS.split(said["From"])[0].strip(" \"'")
    told = replace(
        given,
        title=said.get("Subject") or given.title,
        outlet=None if "@" in sender else sender or None,
        published=_sent(said.get("Date")),
        url=None,
    )
    if inner.strip():
        yield plain.of_text(names(f"{at.name}:forwarded", digest), inner + "\n", told, digest)


def _sent(words: str | None) -> str | None:
    """The date of a head, as mail programs write it for people or for one another."""
    try:
        return parsedate_to_datetime(words or "").isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        found = furniture.dates.found(words or "")
        return found[0][2] if found else None


def _text(part: Message) -> str | None:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return None
    charset = part.get_content_charset() or ""
    try:
        return content.decode(charset)
    except (LookupError, ValueError):  # no such charset, a name that is none, or not its bytes
        return decode.decoded("mail", content)


def _said(message: EmailMessage | Message) -> dict[str, str | None]:
    """What the message's head says: its subject, its sender as outlet, its date; of MHTML the page's address."""
    saved = markup.address(_head(message, "Content-Location") or _head(message, "Snapshot-Content-Location"))
    if saved:
        return {"url": saved}  # when it was saved is not when it was published
    sender = next((name for name, _ in getaddresses([_head(message, "From") or ""]) if name), None)
    return {
        "title": _head(message, "Subject"),
        "outlet": None if sender and "@" in sender else sender,
        "published": _sent(_head(message, "Date")),
    }


def _head(message: Message, name: str) -> str | None:
    try:
        return " ".join(str(message.get(name) or "").split()) or None
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return None  # a head that the library cannot take apart
