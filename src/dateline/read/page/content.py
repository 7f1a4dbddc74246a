"""What a page holds: the body by trafilatura; title, authors and dates from its own JSON-LD and meta tags first.

This runs in the worker of `apart`, on sources that nobody vouches for.
"""

from __future__ import annotations

import re
import sys
from dataclasses import asdict
from functools import cache
from importlib import import_module
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from resiliparse.extract.html2text import extract_plain_text

from dateline.errors import Unreadable
from dateline.read.masthead import fields as masthead
from dateline.read.page import about, passages, scripted


def _extractor() -> Any:
    """trafilatura, loaded without what tells languages, an eighth of a worker's start: nobody asks it for those."""
    name = "py3langid"
    if name in sys.modules:
        return import_module("trafilatura")
    sys.modules[name] = None  # type: ignore[assignment]  # not to be found, as where it is not installed
    try:
        return import_module("trafilatura")
    finally:
        del sys.modules[name]


trafilatura = _extractor()

LITTLE = 1000  # code points of running text: a page with fewer is looked at twice
LONG = 2 << 20  # code points from which a page is read fast
# A tag with more than this is no markup that a reader sees: data in an attribute, or a trap for the parser.
_WIDEST = 50_000
_WIDE = re.compile(rf"<([A-Za-z][\w:-]*)\s[^<>]{{{_WIDEST},}}>")


@cache
def _parser() -> lxml_html.HTMLParser:
    """A parser whose trees trafilatura takes as they are (it makes a copy), so that a page is parsed once.

    Comments are left out, as by its own. Elements are all of one class, since lxml would else ask Python for the class of
    each at every look at it; what forms have beyond that nobody here asks for.
    """
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    parser.set_element_class_lookup(
        etree.ElementDefaultClassLookup(
            element=lxml_html.HtmlElement,
            comment=lxml_html.HtmlComment,
            pi=lxml_html.HtmlProcessingInstruction,
            entity=lxml_html.HtmlEntity,
        )
    )
    return parser


def parsed(raw: bytes, extractor: str, given: dict[str, Any]) -> dict[str, Any]:
    """What a page in UTF-8 holds, for the worker. Raises Unreadable."""
    return extract(raw.decode("utf-8", "replace"), extractor, masthead.given(given))


def extract(source: str, extractor: str, given: masthead.Given) -> dict[str, Any]:
    """What a page holds, as plain data: its `passages` (text and label), and what is `known` of it (as in Given).

    What was `given` goes before what the page says.

    Runs in the worker only. `extractor` is `trafilatura`, or the simpler `resiliparse`. Raises Unreadable.
    """
    if max(map(len, source.split("<"))) > _WIDEST:
        source = _WIDE.sub(r"<\1>", source)
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=_parser())
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("page", f"cannot be read as a page ({str(error)[:60]}): save its text instead") from error
    said = about.about(tree, given)
    lines = _lines(tree, source, extractor)
    if not lines and (held := scripted.body(tree)):
        tree.append(lxml_html.fromstring(f"<article>{held}</article>"))
        lines = _lines(tree, lxml_html.tostring(tree, encoding="unicode"), extractor)
    if not lines:
        raise Unreadable("page", "no running text found in the page: save its text instead")
    labelled = [(passage.text, passage.block) for passage in passages.read(tree, lines, said.titles, said.summary)]
    return {"passages": labelled, "known": asdict(said.given)}


def _lines(tree: Any, source: str, extractor: str) -> list[str]:
    """The lines of a page that are running text; none where nothing in it is."""
    if extractor == "trafilatura":
        # A second opinion on which elements are the body costs as much as the first, and is another one where the first has
        # found little (on 7 of 219 public pages); a live log of hours can do without.
        body = trafilatura.extract(tree, favor_precision=True, include_comments=False, fast=True)
        if len(body or "") < LITTLE and len(source) <= LONG:
            body = trafilatura.extract(tree, favor_precision=True, include_comments=False)
    else:
        body = extract_plain_text(source, main_content=True, alt_texts=False, links=False)
    lines = [line.strip() for line in (body or "").split("\n") if line.strip()]
    return lines or [words for p in tree.iter("p") if (words := " ".join(p.text_content().split()))]
