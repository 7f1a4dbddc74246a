"""A saved page: the body by trafilatura, title, authors and dates from the page's own JSON-LD and meta tags first."""

from __future__ import annotations

import hashlib

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from dateline.errors import Unreadable
from dateline.read import about, decode, masthead, plain
from dateline.records import Report


def report(name: str, path: str, raw: bytes) -> Report:
    """The report in a saved page. Raises Unreadable when there is no text in it."""
    digest = hashlib.sha256(raw).hexdigest()
    return of_html(name, decode.decoded(path, raw), masthead.Given(path=path), digest)


def of_html(name: str, source: str, given: masthead.Given, digest: str) -> Report:
    """A report made of a page's source and of what was given with it."""
    where = given.path or name
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(where, f"cannot be read as a page ({str(error)[:60]})") from error
    known = about.about(tree, given).given
    body = trafilatura.extract(source, favor_precision=True, include_comments=False, include_tables=False)
    if not body:
        body = "\n".join(" ".join(p.text_content().split()) for p in tree.iter("p") if p.text_content().strip())
    if not body.strip():
        raise Unreadable(where, "no running text found in the page: save its text instead")
    paragraphs = [line for line in body.split("\n") if line.strip()]
    if known.title and paragraphs[0].strip() != known.title.strip():
        paragraphs.insert(0, known.title)
    return plain.of_text(name, "\n\n".join(paragraphs) + "\n", known, digest, extracted=True)
