"""XML that strangers wrote, and the pieces of HTML inside it: parsed without entities, networks or scripts."""

from __future__ import annotations

import re
from typing import Any

import nh3
from lxml import etree
from lxml import html as lxml_html

from dateline.errors import Unreadable

_ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
_HTML = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:[a-zA-Z]{2,8}|#\d{1,6});")
_BREAKS = frozenset(
    (
        "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "td", "th", "table",
        "section", "article", "header", "footer", "figure", "figcaption", "hr", "pre", "dt", "dd", "hl1", "hl2",
    )
)  # fmt: skip
_TAGS = {
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "em",
    "strong",
    "b",
    "i",
    "a",
    "table",
    "tr",
    "td",
}
SCHEMES = {"http", "https"}


def tree(where: str, raw: bytes) -> Any:
    """The root of an XML document, names without their namespaces. Raises Unreadable; entities are refused, not expanded."""
    if _ENTITY.search(raw):
        raise Unreadable(where, "declares entities, which are never expanded: give the document without them")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(where, f"cannot be read as XML ({str(error)[:60]}): mend it") from error
    if root is None:
        raise Unreadable(where, "cannot be read as XML: there is no element in it")
    for one in root.iter():
        if isinstance(one.tag, str) and "}" in one.tag:
            one.tag = one.tag.rpartition("}")[2]
    return root


def words(one: Any) -> str | None:
    """The text of an element on one line; None when it is missing or empty."""
    return None if one is None else " ".join("".join(one.itertext()).split()) or None


def lines(one: Any) -> list[str]:
    """The paragraphs of an element's text."""
    out: list[str] = [""]
    for event, each in etree.iterwalk(one, events=("start", "end", "comment", "pi")):
        name = each.tag if isinstance(each.tag, str) else ""
        if name.lower() in _BREAKS:
            out.append("")
        if event == "start" and name:
            out[-1] += each.text or ""
        elif each is not one:
            out[-1] += each.tail or ""
    return [line for some in out if (line := " ".join(some.split()))]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a piece of HTML, or of plain text where it holds no markup; scripts and styles are dropped."""
    if not _HTML.search(text):
        return [line for some in re.split(r"\n\s*\n", text) if (line := " ".join(some.split()))]
    clean = nh3.clean(text, tags=_TAGS, url_schemes=SCHEMES)
    root = lxml_html.fragment_fromstring(clean, create_parent="div")
    return lines(root)


def line(text: str | None) -> str | None:
    """A piece of HTML as one line of text; None when nothing is left."""
    return " ".join(paragraphs(text)) or None if text else None


def address(url: str | None) -> str | None:
    """An address that may be kept: http or https; None for any other."""
    given = (url or "").strip()
    return given if given.partition(":")[0].lower() in SCHEMES and given.partition(":")[2].startswith("//") else None
