"""Slips of a machine that rewrote an English text: synonyms in fixed phrases, words twice, titles that are cut.

Phrases stand in `data/fixed_phrases.tsv` and `data/odd_synonyms.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.language import tables
from dateline.language.rewriting import Slip

_CONTRADICTED = re.compile(
    r"^(?:This|It) (?:prompted|led|caused|made|forced) (?:\w+\.? ){1,4}to (?:rarely|hardly|seldom)\b[^.]*"
)
_DOUBLED = re.compile(
    r"\b(the|an?|of|to|at|for|with|and|or|was|were|they|could|would|been|from|by|he|she|its)[ \u00a0]+\1\b(?!-)"
)
_WORD = re.compile(r"[A-Za-z]+")
_TITLE_CUT = re.compile(r"\s(?:the|an?|of|and|or|his|her|their|its)\s*$", re.IGNORECASE)


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{row['pattern']})"), row["meant"]) for row in tables.table("odd_synonyms"))


@cache
def _any_synonym() -> re.Pattern[str]:
    """Whether any stands: asked first, since in nearly every text none does."""
    return re.compile(rf"\b(?:{'|'.join(row['pattern'] for row in tables.table('odd_synonyms'))})")


@cache
def _swaps() -> Mapping[str, list[tuple[re.Pattern[str], str]]]:
    """For each word that is put for another: patterns of the fixed phrases with it, and what they stand for.

    Names keep their capitals. A phrase is looked for only in a text that holds such a word: most hold few.
    """
    swaps: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in tables.table("fixed_phrases"):
        meant = row["phrase"].split()
        slots = [[word] for word in meant]
        for slot, others in zip(slots, row["swaps"].split("|"), strict=True):
            slot += [other.title() if slot[0][0].isupper() else other for other in others.split(",") if other]
        every = r"\s+".join(f"(?:{'|'.join(map(re.escape, slot))})" for slot in slots)
        whole = r"\s+".join(map(re.escape, meant))
        pattern = re.compile(rf"\b(?!{whole}\b){every}\b")
        for word in {first for slot in slots for other in slot[1:] for first in _WORD.findall(other)[:1]}:
            swaps.setdefault(word, []).append((pattern, row["phrase"]))
    return swaps


def swapped(words: str) -> Iterator[Slip]:
    """Where a word of a fixed phrase is put for another, in order, none within another."""
    known = list(_synonyms()) if _any_synonym().search(words) else []
    known += [pair for word in _swaps().keys() & set(_WORD.findall(words)) for pair in _swaps()[word]]
    slips = [(*swap.span(), meant) for pattern, meant in known for swap in pattern.finditer(words)]
    last = 0
    for start, end, meant in sorted(slips, key=lambda slip: (slip[0], -slip[1], slip[2])):
        if start >= last:  # `First World Battle` is one swap, not one in `World War` as well
            last = end
            yield start, end, f"stands for {meant}"


def garbled(words: str) -> Iterator[Slip]:
    """Where a word stands twice that no writer doubles, or an adverb contradicts its verb."""
    for double in _DOUBLED.finditer(words):
        yield *double.span(), "a word twice"
    for adverb in _CONTRADICTED.finditer(words):
        yield *adverb.span(), "an adverb that contradicts its verb"


def cut_title(title: str) -> Slip | None:
    """Where a title ends inside a phrase."""
    cut = _TITLE_CUT.search(title)
    return (*cut.span(), "a title that is cut inside a phrase") if cut else None
