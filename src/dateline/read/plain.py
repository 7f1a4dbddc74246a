"""Plain text: the report's text is the decoded input, unaltered."""

from __future__ import annotations

import hashlib

from dateline.read import blocks, decode, language, masthead, signs
from dateline.records import Report


def report(name: str, path: str, raw: bytes) -> Report:
    """The report in a text file. Raises Unreadable when the bytes are no text."""
    return of_text(name, decode.decoded(path, raw), masthead.Given(path=path), hashlib.sha256(raw).hexdigest())


def of_text(name: str, text: str, given: masthead.Given, digest: str, extracted: bool = False) -> Report:
    """A report made of its text and of what was given with it; `extracted` when the text is a page's body."""
    labelled = blocks.blocks(text, given.title, extracted)
    head = masthead.masthead(name, text, labelled, given)
    return Report(
        id=name,
        path=given.path,
        url=given.url or head.url,
        outlet=head.outlet,
        title=head.title,
        authors=head.authors,
        place=head.place,
        credits=head.credits,
        language=language.of(text, given.language),
        published=head.published,
        updated=head.updated,
        text=text,
        blocks=labelled,
        signs=signs.signs(name, text, labelled),
        sources=head.sources,
        sha256=digest,
    )
