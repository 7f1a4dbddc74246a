"""Plain text: the report's text is the decoded input, unaltered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

from dateline.read import blocks, decode, language, masthead, signs
from dateline.read.source import Source
from dateline.records import Report


def reports(source: Source, names: Callable[[str, str], str]) -> Iterator[Report]:
    """The report in a text file. Raises Unreadable when the bytes are no text."""
    raw = source.data()
    digest = hashlib.sha256(raw).hexdigest()
    given = masthead.Given(path=source.path, url=source.url, published=source.published)
    yield of_text(names(source.stem, digest), decode.decoded(source.where, raw), given, digest)


def of_paragraphs(name: str, paragraphs: Sequence[str], given: masthead.Given, digest: str) -> Report:
    """A report made of paragraphs that were taken out of a page, a feed or a document, under the title given."""
    lines = [line.strip() for line in paragraphs if line.strip()]
    if given.title and (not lines or lines[0] != given.title.strip()):
        lines.insert(0, given.title)
    return of_text(name, "\n\n".join(lines) + "\n", given, digest, extracted=True)


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
