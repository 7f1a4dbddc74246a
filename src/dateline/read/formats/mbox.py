"""Mailboxes: messages one after the other, read as a stream."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.errors import Unreadable
from dateline.read.formats import mail
from dateline.read.source.inputs import LARGEST, Source
from dateline.records.report import Failure, Report

_FROM = re.compile(rb"^From \S+")
_QUOTED = re.compile(rb"^>+From ")


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report | Failure]:
    """The reports of every message; one that cannot be read is named by its number."""
    for number, raw in enumerate(_messages(source), 1):
        where = f"{source.where}:message {number}"
        try:
            if len(raw) > LARGEST:
                raise Unreadable(where, f"larger than the limit of {LARGEST >> 20} MiB: take it out")
            yield from mail.of_message(where, f"{source.stem}:{number}", raw, source, names)
        except Unreadable as error:
            yield Failure(error.where, error.why)


def _messages(source: Source) -> Iterator[bytes]:
    """The bytes of each message, no more than a little over the limit of each."""
    lines: list[bytes] = []
    size, blank = 0, True
    with source.stream() as stream:
        while line := stream.readline(LARGEST):
            if blank and _FROM.match(line):
                if lines:
                    yield b"".join(lines)
                lines, size = [], 0
            elif size <= LARGEST:
                lines.append(line[1:] if _QUOTED.match(line) else line)
                size += len(line)
            blank = not line.strip()
    if lines:
        yield b"".join(lines)
