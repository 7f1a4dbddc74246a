"""Signs that a machine rewrote, translated or cut a text. A well-made report bears none.

One sign is weak: people mistype too. Signs of two kinds are what the account calls spun. `spun.score` weighs them all;
how often ordinary reports bear them is measured in docs/explanation/measured.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.cite import Span, cite
from dateline.language import tables
from dateline.records.report import Block, Label, Sign, SignKind

_ID = re.compile(r"\[\d{6,}\]")
_STOP_FIRST = re.compile(r"^\s*[.,;]\s+\S[^\n]*")
_STRAY = re.compile(r"^[a-z]+\.\s+(?=[A-Z])")
_LOWER = re.compile(r"^[a-zß-ÿ]+\s[^\n]*")
_NO_HEAD = re.compile(
    r"^(?:This|It) (?:prompted|led|caused|made|forced) (?:\w+\.? ){1,4}to (?:rarely|hardly|seldom)\b[^.]*"
)
_DOUBLED = re.compile(
    r"\b(the|an?|of|to|at|for|with|and|or|was|were|they|could|would|been|from|by|he|she|its)[ \u00a0]+\1\b(?!-)"
)
_CLOSED = re.compile(r"""[.!?…:;。！？]["'”’»)\]]*\s*$""")
_CUT = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;)\]|(?:…|\.\.\.)\s*\[\+\d+ chars\]|\((?:more|continued)\)|\bContinue reading(?: →)?\.{0,3})\s*$"
)
_TRANSLATED = re.compile(
    r"\b(?:machine|automatic(?:ally)?|auto)[- ]translat(?:ion|ed)\b"
    r"|\btranslated (?:automatically|by (?:a )?machine|with google)\b"
    r"|\bgoogle translate\b(?= (?:version|from)|\W*$)",
    re.IGNORECASE,
)


_WORD = re.compile(r"[A-Za-z]+")
_TITLE_CUT = re.compile(r"\s(?:the|an?|of|and|or|his|her|their|its)\s*$", re.IGNORECASE)
_MARKS = re.compile(r"““|“\s?”(?!\w)|«\s?»|(?<!\S)\"\"(?!\S)")  # one opens twice, or holds nothing
_CLOSES = re.compile(r"^[^\"“”„«»‟]*[\w,.!?](”)(?=\s|$)")  # a closing mark before any other
_OPENED = re.compile(r"[\"“„‟«][^\"“”„‟«»]*$")
_OWN: tuple[Label, ...] = ("headline", "body", "caption", "debris", "boilerplate", "deck", "related")


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{row['pattern']})"), row["meant"]) for row in tables.table("odd_synonyms"))


@cache
def _any_synonym() -> re.Pattern[str]:
    """Whether any stands: asked first, since in nearly every text none does."""
    return re.compile(rf"\b(?:{'|'.join(row['pattern'] for row in tables.table('odd_synonyms'))})")


@cache
def _swapped() -> Mapping[str, list[tuple[re.Pattern[str], str]]]:
    """For each word that is put for another: patterns of the fixed phrases with it, and what they stand for.

    Names keep their capitals. A phrase is looked for only in a text that holds such a word: most hold few.
    """
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in tables.table("fixed_phrases"):
        meant = row["phrase"].split()
        slots = [[word] for word in meant]
        for slot, swaps in zip(slots, row["swaps"].split("|"), strict=True):
            slot += [one.title() if slot[0][0].isupper() else one for one in swaps.split(",") if one]
        every = r"\s+".join(f"(?:{'|'.join(map(re.escape, slot))})" for slot in slots)
        whole = r"\s+".join(map(re.escape, meant))
        pattern = re.compile(rf"\b(?!{whole}\b){every}\b")
        for word in {other for slot in slots for one in slot[1:] for other in _WORD.findall(one)[:1]}:
            found.setdefault(word, []).append((pattern, row["phrase"]))
    return found


def _odd(words: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where a word of a fixed phrase is swapped for a synonym, and what was meant."""
    known = list(_synonyms()) if _any_synonym().search(words) else []
    known += [one for word in _swapped().keys() & set(_WORD.findall(words)) for one in _swapped()[word]]
    found = [(at, meant) for pattern, meant in known for at in pattern.finditer(words)]
    end = 0
    for at, meant in sorted(found, key=lambda one: (one[0].start(), -one[0].end(), one[1])):
        if at.start() >= end:  # `First World Battle` is one swap, not one in `World War` as well
            end = at.end()
            yield at, meant


def signs(name: str, text: str, blocks: tuple[Block, ...]) -> tuple[Sign, ...]:
    """The signs in a text, in order, each with its place."""
    found = sorted(set(_signs(text, blocks)))
    return tuple(Sign(kind, cite(name, text, Span(start, end)), note) for start, end, kind, note in found)


def _signs(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int, SignKind, str]]:
    for match in _ID.finditer(text):
        yield match.start(), match.end(), "scraper-id", "a number that a scraper left in the text"
    body = [block for block in blocks if block.label in _OWN and block.label != "headline"]
    for block in blocks:
        yield from _of_words(block, block.span.of(text))
    goes_on = quoted = False
    for block in body:
        words = block.span.of(text)
        if lost := _headless(block, words, goes_on):
            yield lost
        goes_on = block.label == "body" and not _CLOSED.search(words)
        for at in _NO_HEAD.finditer(words):
            yield block.start + at.start(), block.start + at.end(), "garbled", "an adverb that contradicts its verb"
        if block.label == "body" and not quoted and (stray := _CLOSES.search(words)):
            yield (
                block.start + stray.start(1),
                block.start + stray.end(1),
                "garbled",
                "a quotation mark that closes nothing",
            )
        quoted = bool(_OPENED.search(words))


def _headless(block: Block, words: str, goes_on: bool) -> tuple[int, int, SignKind, str] | None:
    """The start of a passage that has lost what stood before it; `goes_on`: the passage before is left open."""
    if at := _STOP_FIRST.match(words):
        return block.start, block.start + min(at.end(), 120), "orphan-fragment", "starts with the end of a sentence"
    if at := _STRAY.match(words):
        return block.start, block.start + at.end(), "orphan-fragment", "the last word of a sentence that is lost"
    if block.label == "body" and not goes_on and (at := _LOWER.match(words)):
        return block.start, block.start + min(at.end(), 160), "orphan-fragment", "a sentence without its beginning"
    return None


def _of_words(block: Block, words: str) -> Iterator[tuple[int, int, SignKind, str]]:
    """The signs that single phrases of a block give."""
    for at, meant in _odd(words):
        yield block.start + at.start(), block.start + at.end(), "odd-synonym", f"stands for {meant}"
    for at in _DOUBLED.finditer(words) if block.label in _OWN else ():
        yield block.start + at.start(), block.start + at.end(), "garbled", "a word twice"
    for at in _MARKS.finditer(words) if block.label in ("headline", "deck", "body") else ():
        yield block.start + at.start(), block.start + at.end(), "garbled", "a broken pair of quotation marks"
    if block.label == "headline" and (begun := _TITLE_CUT.search(words) or _STOP_FIRST.match(words)):
        yield block.start + begun.start(), block.start + begun.end(), "garbled", "a title that is cut inside a phrase"
    cut = _CUT.search(words)
    if cut and block.label == "body":
        yield block.start + cut.start(), block.start + cut.end(), "truncated", "the text goes on elsewhere"
    said = _TRANSLATED.search(words)
    if said and len(words) < 300:
        yield block.start + said.start(), block.start + said.end(), "translated", "says that a machine translated it"
