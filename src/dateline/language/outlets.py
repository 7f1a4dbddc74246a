"""The names of outlets in one plain form. An outlet may be named in any language, whatever its reports are written in."""

from __future__ import annotations

import re

_SITE = re.compile(r"^(?:www\.)|(?:\.(?:com|org|net|co\.uk|gov|edu|info|news|tv|[a-z]{2}))+(?:/.*)?$")
_ARTICLE = re.compile(r"^the\s+")
_GLUED = re.compile(r"^the(?=\w{4})")
_HOST = re.compile(r"^https?://|[/?#:].*$")


def plain(name: str) -> str:
    """A name, or the site of an outlet of that name, in one plain form.

    >>> plain("The Harbour Post"), plain("www.harbourpost.co.uk"), plain("theharbourpost.com")
    ('harbourpost', 'harbourpost', 'harbourpost')
    """
    return _GLUED.sub("", squeezed(_ARTICLE.sub("", _SITE.sub("", name.lower()))))


def squeezed(words: str) -> str:
    """Words without what stands between them, in lower case: where a plain name may be looked for.

    >>> squeezed("First in The Harbour-Post.")
    'firstintheharbourpost'
    """
    return re.sub(r"\W", "", words.lower())


def host(url: str) -> str:
    """The host of an address, in lower case."""
    return _HOST.sub("", url.lower())
