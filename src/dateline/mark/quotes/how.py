"""How it was said: asserted, denied or not said; through which channel; on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.language import tables
from dateline.mark.quotes import cues as quotes_cues
from dateline.mark.quotes.found import Found
from dateline.mark.quotes.subject import SUBJECTS
from dateline.records.marks import Name, Polarity, QuoteClass, Time

_CHANNELS = frozenset(
    (
        "statement", "interview", "tweet", "tweets", "speech", "letter", "email", "memo", "report",
        "testimony", "filing", "affidavit", "post", "broadcast", "podcast", "briefing", "note", "article",
        "column", "op-ed", "communique",
    )
)  # fmt: skip
_CONFERENCES = frozenset(("news", "press"))
_TWEETS = frozenset(("tweet", "retweet"))
_SITES = frozenset(
    ("facebook", "instagram", "telegram", "youtube", "tiktok", "weibo", "linkedin", "snapchat", "mastodon")
)
_PROXIES = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "lawyer", "lawyers", "attorney", "representative", "agent")
)
_GIVES = frozenset(
    ["give", "gives", "gave", "given", "offer", "offers", "offered", "make", "makes", "made", "provide", "provided"]
)
_NOT_SAID = frozenset(
    (
        "would",
        "could",
        "might",
        "if",
        "unless",
        "should",
        "will",
        "shall",
        "may",
        "must",
        "'ll",
        "’ll",
        "wo",
        "ca",
        "can",
    )
)
_NOT_YET = frozenset(("intend", "wish", "promise", "nonstatement", "order", "ask", "propose", "think"))
_FALSE = (
    r"(?:not true|untrue|false|a lie|lies|baseless|unfounded|groundless|nonsense|rubbish|fabricated|a fabrication|invented"
    r"|fake|made[- ]up|a myth|without foundation)"
)
_IS_FALSE = re.compile(rf"(?:\b(?:is|was|are|were|be|been)|['’]s)\s+(?:\w+ly\s+)?[“\"‘']?{_FALSE}\b", re.IGNORECASE)
_CALLED_FALSE = re.compile(rf"[“\"‘'\s]{_FALSE}\W*$", re.IGNORECASE)
_NO = re.compile(r"[\"“'‘]?(?:no|never)\b[.,!\"”'’]*$", re.IGNORECASE)
_NEGATIVE = frozenset(("not", "n't", "n’t", "never", "no", "nothing", "nobody", "none", "neither", "nor"))
_NOBODY = frozenset(("nobody", "none", "neither", "no"))
_INSISTS = frozenset(
    ("insist", "maintain", "swear", "protest", "reply", "answer", "respond", "assert", "affirm", "plead")
)
_SPOKEN = frozenset(("say", "show", "claim", "admit", "warn", "complain", "ask", "promise"))
FLATLY = frozenset(
    (
        "deny",
        "disclaim",
        "refute",
        "rebut",
        "disavow",
        "gainsay",
        "contradict",
        "debunk",
        "dispute",
        "laugh off",
        "negate",
    )
)
_POINTS = frozenset(("it", "this", "that", "them", "these", "those", "talk", "report", "reports", "fears", "denial"))


def polarity(one: Found, text: str) -> Polarity:
    """Asserted, denied, or not said at all."""
    verb = one.line.parsed.doc[one.head]
    base = one.cue.polarity
    if base == "nonstatement" or _no_word(verb):
        return "nonstatement"
    if base == "deny":
        if one.cue.pos == "verb" and _unsaid(verb):
            return "nonstatement"
        return "deny" if not one.negated and _charged(one) else "assert"
    negated = one.negated or any(c.lower_ in _NOBODY or _nobody(c) for c in verb.children if c.dep_ in SUBJECTS)
    if one.cue.pos == "verb" and ((negated and one.cue.act in _SPOKEN) or _unsaid(verb)):
        return "nonstatement"
    return "deny" if _denies(one, one.content[0].of(text)) else "assert"


def _denies(one: Found, content: str) -> bool:
    """Whether the content itself is a denial: `no`, `it is not true`, what somebody insists is not so."""
    if _NO.match(content) or (one.cue.word in _INSISTS and _negative(one)):
        return True
    if one.cue.act == "name":
        return bool(_CALLED_FALSE.search(content)) and _charged(one)
    return one.cue.class_ == "statement" and one.cue.act != "ask" and bool(_IS_FALSE.search(content))


def _charged(one: Found) -> bool:
    """Whether what is rejected or dismissed is a charge or a claim, not an offer; denying needs no such noun."""
    if (
        one.cue.word in FLATLY
        or one.cue.pos != "verb"
        or one.frame not in ("obj", "obj-prep", "obj-to", "small", "quote")
    ):
        return True
    start = one.line.parsed.sentence.span.start
    charges = tables.words("charges")
    for token in one.line.parsed.doc:
        if not any(span.start <= start + token.idx < span.end for span in one.content):
            continue
        if token.lower_ in charges or (token.lower_ in _POINTS and token.dep_ != "mark"):
            return True
        cue = quotes_cues.noun(token)
        if cue is not None and cue.class_ == "statement" and cue.act in ("claim", "say", "show", "warn"):
            return True
    return False


def _no_word(word: Token) -> bool:
    """`gave no indication`, `made no comment`."""
    given = word.head.lower_ in _GIVES
    return given and any(child.dep_ == "det" and child.lower_ == "no" for child in word.children)


def _nobody(subject: Token) -> bool:
    return any(child.lower_ in _NOBODY and child.dep_ in ("det", "preconj", "cc") for child in subject.children)


def _unsaid(verb: Token) -> bool:
    """Whether the words are yet to be said, or are only supposed: `will say`, `if she says`, `left without saying`."""
    if any(child.lower_ in _NOT_SAID for child in verb.children if child.dep_ in ("aux", "mark")):
        return True
    above = verb.head
    if verb.dep_ == "pcomp":
        return above.lower_ == "without" or (above.lower_ == "of" and above.i > 0 and above.nbor(-1).lower_ == "short")
    if not any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children):
        return False
    if verb.i > 1 and verb.nbor(-2).lower_ in ("yet", "failed", "declined", "refused"):
        return True
    if verb.dep_ in ("acl", "relcl"):
        return True
    cue = quotes_cues.verb(above, verb.doc) if verb.dep_ in ("xcomp", "ccomp") else None
    return cue is not None and cue.act in _NOT_YET


def _negative(one: Found) -> bool:
    """Whether the content's first clause is negative (`insisted it had not`, `insists it did nothing wrong`)."""
    start = one.line.parsed.sentence.span.start
    for token in one.line.parsed.doc:
        if one.content[0].start <= start + token.idx < one.content[0].end:
            if token.dep_ == "neg" or token.lower_ in _NEGATIVE:
                return token.lower_ in _NEGATIVE
            if token.dep_ == "mark" and token.lower_ != "that":
                return False
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
    """The channel: `tweet`, `statement`, `news conference`, a spokesman, or the outlet told; None where none is given."""
    if one.cue.word in _TWEETS:
        return "tweet"
    for token in _clause(one):
        word = token.lower_
        if word == "conference" and token.i and one.line.parsed.doc[token.i - 1].lower_ in _CONFERENCES:
            return "news conference"
        if word in ("twitter", "x") and token.dep_ == "pobj" and token.head.lower_ in ("on", "via"):
            return "tweet"
        if word in _SITES and token.dep_ == "pobj":
            return token.text
        if word in _PROXIES and token.dep_ == "pobj" and token.head.lower_ == "through":
            return word
        told = one.cue.word == "tell" and token.dep_ in ("dobj", "dative") and token.head.i == one.head
        if told or (word == "interview" and token.dep_ == "pobj"):
            outlet = _outlet(one, token, names)
            if outlet is not None:
                return outlet
        if word in _CHANNELS and token.dep_ == "pobj":
            return "tweet" if word == "tweets" else word
    return None


def _outlet(one: Found, token: Token, names: Sequence[Name]) -> str | None:
    """The outlet that a word names, or that an interview was given to."""
    start = one.line.parsed.sentence.span.start
    places = [start + token.idx]
    if token.lower_ == "interview":
        places = [start + t.idx for p in token.children if p.lower_ in ("with", "to") for t in p.subtree]
    for name in names:
        if name.type in ("ORG", "WORK") and any(name.span.start <= at < name.span.end for at in places):
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
