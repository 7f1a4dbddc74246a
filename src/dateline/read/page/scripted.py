"""The text of a page that holds it in its scripts alone, as pages do that are put together in the browser.

Asked only where a page shows no running text. The longest piece of markup in a string of a script is taken, else the
text that the page's JSON-LD gives.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_STRING = re.compile(r'(?<!\\)"(?:[^"\\]|\\.)*"', re.DOTALL)
_PARAGRAPH = re.compile(r"<p[\s>]")
_KEY = "articleBody"  # of JSON-LD
_TEXT = re.compile(rf'"{_KEY}"\s*:\s*("(?:[^"\\]|\\.)*")', re.DOTALL)
_FEWEST = 3  # paragraphs that make a report
_SHORT = 100  # code points of a string that holds no report
_LARGEST = 4 << 20  # code points of a script that are looked at


def body(tree: Any) -> str | None:
    """The markup of a page's text as its scripts hold it; None where they hold none."""
    scripts = [text for script in tree.iter("script") if (text := script.text) and len(text) < _LARGEST]
    pieces = [piece for text in scripts if "\\u003cp" in text or "<p" in text for piece in _pieces(text)]
    if pieces:
        return max(pieces, key=len)
    given = (held for text in scripts for value in _TEXT.finditer(text) if (held := _read(value[1])))
    lines = [line.strip() for line in next(given, "").splitlines() if line.strip()]
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines) or None


def _pieces(script: str) -> Iterator[str]:
    """From the first paragraph to the end of the last, in each string that holds some."""
    for literal in _STRING.finditer(script):
        held = _read(literal[0]) if literal.end() - literal.start() > _SHORT else ""
        first = _PARAGRAPH.search(held) if held.count("</p>") >= _FEWEST else None
        if first:
            yield held[first.start() : held.rindex("</p>") + len("</p>")]


def _read(literal: str) -> str:
    try:
        found = json.loads(literal, strict=False)
    except ValueError:
        return ""  # a string of the language, not of JSON
    return found if isinstance(found, str) else ""
