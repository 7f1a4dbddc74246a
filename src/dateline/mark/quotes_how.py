"""How it was said: asserted, denied or not said; through which channel; on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.mark.quotes_found import Found
from dateline.records import Name, Polarity, QuoteClass, Time

_CHANNELS = frozenset(
    (
        "statement", "interview", "tweet", "tweets", "speech", "letter", "email", "memo", "report",
        "testimony", "filing", "affidavit", "post", "broadcast", "podcast", "briefing", "note", "article",
        "column", "op-ed", "communique",
    )
)  # fmt: skip
_CONFERENCES = frozenset(("news", "press"))
_TWEETS = frozenset(("tweet", "retweet"))
_GIVES = frozenset(
    ["give", "gives", "gave", "given", "offer", "offers", "offered", "make", "makes", "made", "provide", "provided"]
)
_NOT_SAID = frozenset(("would", "could", "might", "if", "unless", "should"))
_NO = re.compile(r"[\"“'‘]?(?:no|never)\b[.,!\"”'’]*$", re.IGNORECASE)
_NEGATIVE = frozenset(("not", "n't", "n’t", "never", "no", "nothing", "nobody", "none"))
_INSISTS = frozenset(("insist", "maintain", "swear", "protest", "reply", "answer", "respond", "assert", "affirm"))
_SPOKEN = frozenset(("say", "show", "claim", "admit", "warn", "complain", "ask", "promise"))


def polarity(one: Found, text: str) -> Polarity:
    """Asserted, denied, or not said at all."""
    verb = one.line.parsed.doc[one.head]
    base = one.cue.polarity
    if base == "nonstatement" or _no_word(verb):
        return "nonstatement"
    if base == "deny":
        return "assert" if one.negated else "deny"
    if one.cue.pos == "verb" and ((one.negated and one.cue.act in _SPOKEN) or _hypothetical(verb)):
        return "nonstatement"
    content = one.content[0].of(text)
    if _NO.match(content) or (one.cue.word in _INSISTS and _negative(one)):
        return "deny"
    return "assert"


def _no_word(word: Token) -> bool:
    """`gave no indication`, `made no comment`."""
    given = word.head.lower_ in _GIVES
    return given and any(child.dep_ == "det" and child.lower_ == "no" for child in word.children)


def _hypothetical(verb: Token) -> bool:
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lower_ in ("declined", "refused") else None
    return above is not None or any(c.lower_ in _NOT_SAID for c in verb.children if c.dep_ in ("aux", "mark"))


def _negative(one: Found) -> bool:
    """Whether the content's first clause is negative (`insisted it had not`)."""
    start = one.line.parsed.sentence.span.start
    for token in one.line.parsed.doc:
        if one.content[0].start <= start + token.idx < one.content[0].end and token.dep_ == "neg":
            return token.lower_ in _NEGATIVE
    return False


def _clause(one: Found) -> Iterator[Token]:
    """The tokens of the cue's sentence outside content and source."""
    start = one.line.parsed.sentence.span.start
    away = [*one.content, *([one.line.span(one.source)] if one.source is not None else [])]
    head = one.line.parsed.doc[one.head]
    for token in head.subtree:
        if not any(span.start <= start + token.idx < span.end for span in away):
            yield token


def through(one: Found, names: Sequence[Name]) -> str | None:
    """The channel: `tweet`, `statement`, `news conference`, or the outlet that was told; None where none is given."""
    if one.cue.word in _TWEETS:
        return "tweet"
    start = one.line.parsed.sentence.span.start
    for token in _clause(one):
        word = token.lower_
        if word == "conference" and token.i and one.line.parsed.doc[token.i - 1].lower_ in _CONFERENCES:
            return "news conference"
        if word in _CHANNELS and token.dep_ == "pobj":
            return "tweet" if word == "tweets" else word
        if word == "twitter" and token.dep_ == "pobj":
            return "tweet"
        if token.dep_ in ("dobj", "dative") and token.head.i == one.head and one.cue.word == "tell":
            at = start + token.idx
            for name in names:
                if name.span.start <= at < name.span.end and name.type == "ORG":
                    return name.name
    return None


def said_on(one: Found, times: Sequence[Time]) -> str | None:
    """The date, as EDTF, of a time in the cue clause; None when there is none."""
    start = one.line.parsed.sentence.span.start
    places = [start + token.idx for token in _clause(one)]
    for time in times:
        if time.type == "DATE" and time.value and any(time.span.start <= at < time.span.end for at in places):
            return time.value
    return None


def kind(one: Found) -> QuoteClass:
    """Statement or attitude; what stands in quotation marks was said, whatever the verb."""
    if any(region.overlaps(span) for region in one.line.regions for span in one.content) and one.frame == "quote":
        return "statement"
    return one.cue.class_
