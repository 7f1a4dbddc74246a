"""The page of a story on a desk: the account's own page, with the way to the rest of the desk above it.

It is made when the story is told: to load and draw a story of some hundred reports takes a second. What stands above the
account (whether it is followed, notes, forms) is put in when it is sent.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.desk import Desk
from dateline.engines import Engine, chunks
from dateline.flow import VERSION
from dateline.records.account import Account
from dateline.show import inert, words
from dateline.show.page import html, report_text
from dateline.web import bits
from dateline.web.safe import policy

_OWN_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_ABOVE = re.compile(r'<body[^>]*>\s*(?:<a class="skip"[^>]*>.*?</a>)?')  # the link that skips stays the first
_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)
ABOVE = "<!-- above the account -->"  # where the desk's own lines come, when the page is sent
TOGETHER = 8  # pages that are drawn in one go
FORM = "13"  # of the page around the account: another makes pages that are kept be made anew

SAID = {  # what a page says of what was done last
    "seen": "Marked as seen: what is told from now on is new.",
    "followed": "Followed: what moves in it stands under Alerts.",
    "unfollowed": "Followed no more.",
    "noted": "The note is kept.",
    "erased": "The note is taken away.",
    "saved": "The search is kept: what it finds from now on stands under Alerts.",
    "dropped": "The search is kept no more.",
}


class Templates(Environment):
    """What makes pages of templates."""

    code_generator_class = bits.Once


templates = Templates(
    loader=PackageLoader("dateline.web", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
    finalize=inert.shown,
)
templates.globals |= {"w": words, "said": SAID}
templates.globals |= {
    "anchor": report_text.anchor,
    "address_of": bits.address,
    "key": bits.key,
    "shown_pieces": bits.pieces,
    "shown_runs": bits.runs,
    "facet": bits.facet,
    "choices": bits.choices,
}
templates.filters["urlencode"] = bits.quoted  # of names alone: Jinja's takes mappings too, and asks each time


def load() -> None:
    """Compile every template, so that no look waits for it."""
    for name in templates.list_templates(filter_func=lambda name: name.endswith((".html", ".xml"))):
        templates.get_template(name)


def style() -> str:
    """The style of the desk's pages: that of the account's page, and their own."""
    return _file("dateline.show.page", "page.css") + _file("dateline.web", "desk.css")


def script() -> str:
    """What the desk's pages add where scripts run: keys, and where the slider of days stands."""
    return _file("dateline.web", "desk.js")


def _file(package: str, name: str) -> str:
    return (files(package) / "templates" / name).read_text(encoding="utf-8")


STYLE = hashlib.sha256((style() + script()).encode()).hexdigest()[
    :12
]  # in their addresses, so that a browser may keep them
templates.globals["style"] = STYLE
MADE_BY = f"{VERSION} {FORM} {STYLE}"


def page(opened: Desk, name: str) -> tuple[bytes, str] | None:
    """The page of a story, gzipped, and its policy: as it is kept, or made now. None where no such story is told."""
    if kept := opened.shelf.page(name, MADE_BY):
        return kept
    account = opened.editions.story(name)
    if account is None:
        return None
    whole, allowed = drawn(account)
    return gzip.compress(whole.encode("utf-8", "surrogatepass"), 6, mtime=0), allowed


def drawn(account: Account, share: bool = False) -> tuple[str, str]:
    """The page of an account of one story, with the sign `ABOVE` in it, and its policy."""
    whole = _OWN_POLICY.sub("", html(account, share, desk=True), count=1)
    hashes: dict[str, set[str]] = {"style": set(), "script": set()}
    for kind, inside in _INLINE.findall(whole):
        hashes[kind].add(f"sha256-{base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()}")
    link = f'<link rel="stylesheet" href="/static/desk-{STYLE}.css">'
    whole = whole.replace("<style>", f"{link}\n<style>", 1)
    body = _ABOVE.search(whole)
    at = body.end() if body else 0
    allowed = policy(tuple(sorted(hashes["style"])), tuple(sorted(hashes["script"])))
    return f"{whole[:at]}\n{ABOVE}{whole[at:]}", allowed


def prepare(opened: Desk, path: str, engine: Engine) -> None:
    """Make the pages that are not kept, of the desk at a path."""
    todo = opened.shelf.without_page(MADE_BY)
    made = (one for some in engine.over(_Drawing(path), chunks([name for name, _ in todo], TOGETHER)) for one in some)
    for number, ((name, made_of), one) in enumerate(zip(todo, made, strict=True), 1):
        if one is not None:
            opened.shelf.keep_page(name, made_of, *one)
        engine.progress("drawing", number, len(todo))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Makes pages of a desk. A call that can be sent to another process."""

    path: str

    def __call__(self, names: Sequence[str]) -> list[tuple[bytes, str] | None]:
        with Desk.open(self.path) as opened:
            return [page(opened, name) for name in names]
