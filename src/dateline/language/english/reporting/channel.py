"""Through which channel it was said, a statement, a site, a spokesman, the outlet that was told; and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.reporting import Draft
from dateline.records.marks import Name

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_OF_NOUNS = frozenset(("amod", "compound", "nmod", "nummod", "poss"))
_CONFERENCES = frozenset(("news", "press"))


@cache
def _channels() -> Mapping[str, tables.Row]:
    return {row["word"]: row for row in tables.table("channels")}


@cache
def _words() -> frozenset[str]:
    """The words without which a sentence names no channel, unless somebody is told."""
    return frozenset((*_channels(), "conference", "twitter", "x", "interview"))


def through(draft: Draft, names: Sequence[Name]) -> str | None:
    """The channel: `tweet`, `statement`, `news conference`, a spokesman, or the outlet told; None where none is given."""
    if "tweets" in draft.cue.traits:
        return "tweet"
    if draft.cue.word != "tell" and _words().isdisjoint(draft.line.doc.forms):
        return None
    for token in draft.clause():
        channel = _conference(token) or _tweet(token) or _site_or_proxy(token)
        channel = channel or _outlet(draft, token, names) or _plain(token)
        if channel is not None and not _is_anothers(draft, token):
            return channel
    return None


def _is_anothers(draft: Draft, token: Token) -> bool:
    """Whether a word hangs on another verb of saying in the clause (`admitted he was there after being told by email`)."""
    for above in token.ancestors:
        if above.i == draft.head:
            return False
        if grammar.is_verb(above) and (cue := cues.verb(above)) is not None and cue.class_ == "statement":
            return True
    return False


def is_when(draft: Draft, time: Span) -> bool:
    """Whether a time tells when it was said: one that hangs on the cue, and not on a noun (`in the 2016 election`)."""
    words, source = draft.clause_in(time), draft.source
    top = next((word for word in words if word.head not in words), None)
    if top is None or top.dep_ not in _OF_NOUNS:
        return top is not None
    return source is not None and source[0] <= top.head.i <= source[1]  # `On Monday Karst Holdings said`


def _conference(token: Token) -> str | None:
    after_press = token.lower_ == "conference" and token.i and token.nbor(-1).lower_ in _CONFERENCES
    return "news conference" if after_press else None


def _tweet(token: Token) -> str | None:
    on_twitter = token.lower_ in ("twitter", "x") and token.dep_ == "pobj" and token.head.lower_ in ("on", "via")
    return "tweet" if on_twitter else None


def _site_or_proxy(token: Token) -> str | None:
    row = _channels().get(token.lower_)
    if row is None or token.dep_ != "pobj":
        return None
    if row["kind"] == "site":
        return token.text
    return token.lower_ if row["kind"] == "proxy" and token.head.lower_ == "through" else None


def _plain(token: Token) -> str | None:
    row = _channels().get(token.lower_)
    if row is None or token.dep_ != "pobj" or row["kind"] != "channel" or token.head.lower_ == "from":
        return None
    return row["as"] or row["word"]


def _outlet(draft: Draft, token: Token, names: Sequence[Name]) -> str | None:
    """The outlet that was told, or that an interview was given to."""
    told = draft.cue.word == "tell" and token.dep_ in ("dobj", "dative") and token.head.i == draft.head
    if not told and not (token.lower_ == "interview" and token.dep_ == "pobj"):
        return None
    words = [token]
    if token.lower_ == "interview":
        words = [word for prep in token.children if prep.lower_ in ("with", "to") for word in prep.subtree]
    places = [draft.line.offset(word) for word in words]
    for name in names:
        if name.type in ("ORG", "WORK") and any(name.span.start <= place < name.span.end for place in places):
            return name.name
    return None
