"""The page of a story on a desk: the account's own page, with the way to the rest of the desk above it.

It is made when the story is told and sent as it is kept: to load and draw a story of some hundred reports takes a second.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.desk import Desk
from dateline.engines import Progress
from dateline.flow import VERSION
from dateline.show import inert, words
from dateline.show.page import html, report_text
from dateline.web.safe import policy

_OWN_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_ABOVE = re.compile(r'<body[^>]*>\s*(?:<a class="skip"[^>]*>.*?</a>)?')  # the link that skips stays the first
_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)
FORM = "4"  # of the page around the account: another makes pages that are kept be made anew

templates = Environment(
    loader=PackageLoader("dateline.web", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=inert.markup,
)
templates.globals |= {"w": words, "anchor": report_text.anchor}


def style() -> str:
    """The style of the desk's pages: that of the account's page, and their own."""
    return _file("dateline.show.page", "page.css") + _file("dateline.web", "desk.css")


def _file(package: str, name: str) -> str:
    return (files(package) / "templates" / name).read_text(encoding="utf-8")


STYLE = hashlib.sha256(style().encode()).hexdigest()[:12]  # in its address, so that a browser may keep it
templates.globals["style"] = STYLE
MADE_BY = f"{VERSION} {FORM} {STYLE}"


def page(opened: Desk, name: str) -> tuple[bytes, str] | None:
    """The page of a story, gzipped, and its policy: as it is kept, or made now. None where no such story is told."""
    if kept := opened.shelf.page(name, MADE_BY):
        return kept
    account = opened.editions.story(name)
    if account is None:
        return None
    whole = _OWN_POLICY.sub("", html(account), count=1)
    hashes: dict[str, set[str]] = {"style": set(), "script": set()}
    for kind, inside in _INLINE.findall(whole):
        hashes[kind].add(f"sha256-{base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()}")
    above = templates.get_template("above_story.html").render(told=account.stories[0])
    link = f'<link rel="stylesheet" href="/static/desk-{STYLE}.css">'
    whole = whole.replace("<style>", f"{link}\n<style>", 1)
    body = _ABOVE.search(whole)
    at = body.end() if body else 0
    whole = f"{whole[:at]}\n{above}{whole[at:]}"
    allowed = policy(tuple(sorted(hashes["style"])), tuple(sorted(hashes["script"])))
    return gzip.compress(whole.encode("utf-8", "surrogatepass"), 6, mtime=0), allowed


def prepare(opened: Desk, progress: Progress) -> None:
    """Make the pages that are not kept."""
    todo = opened.shelf.without_page(MADE_BY)
    for number, (name, made_of) in enumerate(todo, 1):
        if made := page(opened, name):
            opened.shelf.keep_page(name, made_of, *made)
        progress("drawing", number, len(todo))
