"""What a report holds, shown so that it can do nothing: no control of a terminal, no formula, no turned text.

A report's words go to terminals, spreadsheets, calendars, graphs and pages. Each character that would steer one of them
stands there as a sign, one for one, so that offsets stay.
"""

from __future__ import annotations

import hashlib
import re

from markupsafe import Markup, escape

SIGN = "\N{REPLACEMENT CHARACTER}"
# C0 (but tab and line feed), DEL, C1; surrogates and non-characters, which XML and UTF-8 do not hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Embeddings, overrides and isolates of direction: words would be read in another order than they stand.
_TURNED = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_SPECIAL = re.compile("[&<>\"'=]")
_HANDLER = re.compile(r"(\son\w+\s*)=")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def plain(text: str) -> str:
    """The text with a sign in the place of characters that steer; a carriage return is a line break, or a space before one.

    >>> plain("a\\x1b[31mb\\r\\nc")
    'a�[31mb \\nc'
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return _TURNED.sub(SIGN, _CONTROL.sub(SIGN, text))


def whole(text: str) -> str:
    """The text with a sign for each half of a character, which no UTF-8 holds; all else, offsets too, stays.

    >>> whole("a\\ud800b")
    'a�b'
    """
    return re.sub(r"[\ud800-\udfff]", SIGN, text)


def markup(value: object) -> Markup:
    """What a page prints of a value: escaped, with the `=` of what reads as a handler of events, in whatever place.

    >>> str(markup('x" onload=y'))
    'x&#34; onload&#61;y'
    """
    if type(value) is not str:  # markup stays
        return escape(plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value)
    shown = escape(value if value.isprintable() else plain(value))  # most of a page: thousands of short values
    return Markup(_HANDLER.sub(r"\1&#61;", str(shown))) if "=" in shown else shown


def shown(value: object) -> str:
    """The same as text, for a page that is joined of such: most of its thousands of values have nothing to be escaped.

    >>> shown("Sund"), shown(3), str(shown("a &"))
    ('Sund', '3', 'a &amp;')
    """
    if type(value) is Markup or (type(value) is str and not _SPECIAL.search(value) and value.isprintable()):
        return value
    return str(value) if type(value) is int else markup(value)


def cell(value: object) -> object:
    """A cell of a table that no spreadsheet runs: what begins as a formula does gets an apostrophe; numbers stay.

    >>> cell("=1+1"), cell("-3"), cell(2)
    ("'=1+1", '-3', 2)
    """
    if not isinstance(value, str):
        return value
    shown = plain(value)
    return f"'{shown}" if shown.startswith(_FORMULA) and not _NUMBER.fullmatch(shown) else shown


def name(value: str) -> str:
    """An id that any form can hold, still another for another id."""
    shown = plain(value)
    if shown == value:
        return value
    return f"{shown}-{hashlib.sha256(value.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
