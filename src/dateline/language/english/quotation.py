"""English quotation marks, and when what stands in them is somebody's words.

Double marks of any make (`"`, `“”`, `''`, `‘‘’’`, `„“`, `«»`, `»«`, `「」`) count everywhere; single ones where they open
before a word and close after one. A comma or a stop that belongs to the clause stands inside the marks in America and
outside them in Britain.
"""

from __future__ import annotations

import re

from dateline.cite import Span
from dateline.language.words import WORD

# Both patterns begin with one character of a few and look back from there: so most of a text is passed over at once.
MARK = re.compile(r"[“”„‟«»‹›\"＂「」『』'`´‘’](?:(?<=[“”„‟«»‹›\"＂「」『』])|(?<=')'|(?<=`)`|(?<=´)´|(?<=‘)‘|(?<=’)’)")
OPENS = frozenset(("“", "„", "‟", "«", "‹", "「", "『", "``", "‘‘"))
CLOSES = frozenset(("”", "»", "›", "」", "』", "’’", "´´"))
TURNED = frozenset("«»‹›")
LOW = frozenset("„")
SINGLE = re.compile(r"['‘](?<![\w'’‘]['‘])(?=[\w“\"$£€#@])(.+?)(?<=[\w.,!?…;:)\]%-])['’](?![\w'’])", re.S)

_LONGEST_NAME, _SMALL = 8, 4  # words of a name in quotation marks; letters of a word in it that may be small
_LAST = re.compile(r"([\w'’]+),?\s*$")
_BEFORE_NAMES = frozenset((
    "on", "in", "of", "at", "from", "for", "with", "by", "titled", "entitled", "headlined", "book", "film", "movie", "show",
    "series", "song", "album", "novel", "play", "programme", "program", "essay", "poem", "documentary", "anthem", "hit",
    "ship", "boat", "magazine", "game", "musical", "opera", "painting", "single", "ballad", "operation",
    "call", "called", "named", "dubbed",
    "tale", "drama", "comedy", "thriller", "adventure", "sequel", "saga", "trilogy", "memoir", "epic", "podcast",
))  # fmt: skip
_OWNERS = frozenset(("'s", "’s", "s'", "s’"))
_BEFORE_WORDS = frozenset(("in", "of", "at", "from", "for", "with", "by"))  # what is said stands behind these too
_NOUN_AFTER = re.compile(r"(?<![,.!?…][\"”’'])\s+[a-z]+-[a-z]+\b")  # `the “Morning Harbour” co-host`
_ARTICLE = re.compile(r"\b(?:an?|the|his|her|its|their|so-called)\s+$", re.IGNORECASE)
_WORD_BEFORE, _TERM = 12, 4  # code points before the marks; words after an article that are a term
LEAST = 3  # words in quotation marks that can be somebody's words rather than a term
_ENDS = re.compile(r"[.,!?…—-]['’]?\s?(?:”|\"|''|’|'|»|«|“|›|」|』|´´|＂)*$")
_STOPS = re.compile(r"[.!?…]['’]?\s?(?:”|\"|''|’|'|»|«|“|›|」|』|´´|＂)*$")
_JOINS = re.compile(r",\s+((?:but|and|or|because|though|although|so)\s+)$")
_FRESH = frozenset(".!?:;—–-…(”\"'’»")


def words(text: str, start: int, end: int) -> int:
    """How many words stand between two places of a text."""
    return len(WORD.findall(text, start, end))


def heavy(text: str, region: Span) -> bool:
    """Whether what stands in quotation marks is a quotation rather than a term or a title."""
    count = words(text, region.start, region.end)
    if ends(text, region):
        return count > 0
    term = _ARTICLE.search(text, max(0, region.start - _WORD_BEFORE), region.start)
    return count >= LEAST and not (term and count <= _TERM)


def names(text: str, region: Span, block_start: int) -> bool:
    """Whether words in quotation marks are what a thing is called (`on CBS's "Face the Nation"`, `the song “Blue”`): two
    capitals or more and none of its longer words without one, after a preposition, a possessive or a word for a work.
    """
    inner = WORD.findall(text, region.start, region.end)
    stop = _STOPS.search(region.of(text))
    if not 2 <= len(inner) <= _LONGEST_NAME or (stop and not stop[0].startswith(".")):
        return False  # a comma or full stop is the sentence's that holds the name
    if not all(word[0].isupper() or word[0].isdigit() or len(word) <= _SMALL for word in inner):
        return False
    if _NOUN_AFTER.match(text, region.end):
        return True
    before = _LAST.search(text, block_start, region.start)
    if before is None:
        return False
    if stop and (before[1].lower() in _BEFORE_WORDS or sum(word[0].isupper() for word in inner) < 2):
        return False
    return before[1].lower() in _BEFORE_NAMES or before[1][-2:].lower() in _OWNERS


def ends(text: str, region: Span) -> bool:
    """Whether the words in quotation marks end as a sentence or its clause does."""
    return bool(_ENDS.search(region.of(text))) or text[region.end : region.end + 1] in (".", ",", "!", "?")


def stops(text: str, region: Span) -> bool:
    """Whether the words in quotation marks end as a sentence does."""
    return bool(_STOPS.search(region.of(text))) or text[region.end : region.end + 1] in (".", "!", "?")


def joined(text: str, region: Span, block_start: int) -> int:
    """Where words in quotation marks start with the word that joins them after a comma (`…,” she said, | but “…”`)."""
    lead = _JOINS.search(text, block_start, region.start)
    return lead.start(1) if lead is not None else region.start


def starts(text: str, region: Span, block_start: int) -> bool:
    """Whether a sentence, or a clause after a colon or a dash, starts with the quotation mark."""
    before = text[block_start : region.start].rstrip()
    return not before or before[-1] in _FRESH
