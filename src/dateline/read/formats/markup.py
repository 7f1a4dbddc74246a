"""XML that strangers wrote, and the pieces of HTML inside it: parsed without entities, networks or scripts."""

from __future__ import annotations

import re
from typing import Any

import nh3
from lxml import etree
from lxml import html as lxml_html

from dateline.errors import Unreadable
from dateline.read.page import elements
from dateline.read.source import decode

_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_NUMBER = re.compile(r"&#(?:x([0-9a-fA-F]{1,12})|([0-9]{1,12}));")
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HTML = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:[a-zA-Z]{2,8}|#\d{1,6});")
SCHEMES = {"http", "https"}


def tree(where: str, raw: bytes) -> Any:
    """The root of an XML document, names without their namespaces. Raises Unreadable; entities are refused, not expanded."""
    document = plainly(where, raw)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(document, parser)
        for element in () if root is None else root.iter():
            if isinstance(element.tag, str) and "}" in element.tag:
                element.tag = element.tag.rpartition("}")[2]
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(where, f"cannot be read as XML ({str(error)[:60]}): mend it") from error
    if root is None:
        raise Unreadable(where, "cannot be read as XML: there is no element in it")
    return root


def plainly(where: str, raw: bytes) -> bytes:
    """An XML document as UTF-8 without what XML may not hold. Raises Unreadable where it declares entities.

    It is decoded first, so that no encoding hides an entity; characters that are none, also as numbers, are replaced.
    """
    text = _DECLARED.sub("", decode.decoded(where, raw))
    if _ENTITY.search(text):
        raise Unreadable(where, "declares entities, which are never expanded: give the document without them")
    return sound(_NUMBER.sub(_numbered, text)).strip().encode("utf-8")


def _numbered(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    return match[0] if number < 0x110000 and not _NO_CHARACTER.match(chr(number)) else "\ufffd"


def sound(text: str) -> str:
    """The text with what no document may hold (control characters, halves of pairs) replaced."""
    return _NO_CHARACTER.sub("\ufffd", text)


def words(element: Any) -> str | None:
    """The text of an element on one line; None when it is missing or empty."""
    return None if element is None else " ".join("".join(element.itertext()).split()) or None


def lines(element: Any) -> list[str]:
    """The paragraphs of an element's text."""
    out: list[str] = [""]
    for event, node in etree.iterwalk(element, events=elements.EVENTS):
        name = node.tag if isinstance(node.tag, str) else ""
        if name.lower() in elements.BREAKS:
            out.append("")
        if event == "start" and name:
            out[-1] += node.text or ""
        elif node is not element:
            out[-1] += node.tail or ""
    return [line for piece in out if (line := " ".join(piece.split()))]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a piece of HTML, or of plain text where it holds no markup; scripts and styles are dropped."""
    text = sound(text)
    if not _HTML.search(text):
        return [line for piece in re.split(r"\n\s*\n", text) if (line := " ".join(piece.split()))]
    clean = sound(nh3.clean(text, tags=elements.KEPT, url_schemes=SCHEMES))
    root = lxml_html.fragment_fromstring(clean, create_parent="div")
    return lines(root)


def pieces(raw: bytes) -> list[str]:
    """The paragraphs of a piece of HTML in UTF-8, for the worker."""
    return paragraphs(raw.decode())


def line(text: str | None) -> str | None:
    """A piece of HTML as one line of text; None when nothing is left."""
    return " ".join(paragraphs(text)) or None if text else None


def address(url: str | None) -> str | None:
    """An address that may be kept: http or https; None for any other."""
    given = (url or "").strip()
    return given if given.partition(":")[0].lower() in SCHEMES and given.partition(":")[2].startswith("//") else None
