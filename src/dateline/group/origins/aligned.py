"""The same report in other words? Rewrites and translations, by aligning sentences in order.

Two reporters who tell one event share its names and numbers, but not the order and the cut of each other's sentences. So
a rewrite is claimed only where most sentences of the shorter text follow, in order, sentences of the other that have the
same numbers, share names, and are alike in what is left.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline import language
from dateline.group.origins.direction import UNTOLD, direction
from dateline.group.origins.narrative import SHINGLE, Array, Narrative
from dateline.language import Language
from dateline.records.reasons import Reason
from dateline.records.story import Edge

ALIKE = 0.4  # of two sentences, to be the same in other words
ALIGNED = 0.6  # of the shorter text's sentences
FEWEST = 5  # sentences
LONGER = 2  # times as many sentences as the other: then some align by chance
KEYS = 6  # numbers and names in common
CITED = 6  # aligned pairs that an edge cites
NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence: its word range, stems, and of these the numbers, and the names with how they are written."""

    words: range
    text: str
    stems: frozenset[str]
    numbers: frozenset[str]
    names: Mapping[str, str]
    keys: frozenset[str]  # numbers and names


class Aligned:
    """A report's narrative, with its sentences as they are aligned by the words of its language."""

    def __init__(self, text: Narrative) -> None:
        self.text = text
        self.language = language.of(text.report.language)
        self.sentences = _sentences(text, self.language)


def rewritten(one: Aligned, other: Aligned) -> Edge | None:
    """The edge of a rewrite without common wording; None where the two do not align."""
    a, b, here, there = one.text, other.text, one.sentences, other.sentences
    fewer, more = sorted((len(here), len(there)))
    if fewer < FEWEST or more > LONGER * fewer or a.log or b.log:
        return None
    like = np.array([[_alike(first, second, one.language) for second in there] for first in here])
    fewest = max(FEWEST, ALIGNED * fewer)
    if (like >= ALIKE).any(1).sum() < fewest:
        return None
    pairs = _in_order(like)
    keys = {key for i, j in pairs for key in here[i].keys & there[j].keys}
    if len(pairs) < fewest or len(keys) < KEYS:
        return None
    best = max(pairs, key=lambda pair: (like[pair], -pair[0]))
    taker, giver, reason = direction(a, b, "rewrite", (here[best[0]].words, there[best[1]].words))
    cites = [cite for i, j in pairs[:CITED] for cite in (a.cite(here[i].words), b.cite(there[j].words))]
    if taker is b:
        cites = [cite for number in range(0, len(cites), 2) for cite in (cites[number + 1], cites[number])]
    named = sorted((_written([*here, *there], key) for key in keys), key=_numbers_first)[:KEYS]
    common = Reason("aligned-sentences", (len(pairs), len(here), len(there), tuple(named)))
    return Edge(
        from_=taker.report.id,
        to=giver.report.id,
        kind="rewrite",
        direction="from-to" if reason else "unknown",
        containment=round(len(pairs) / fewer, 4),
        why=(common, reason or UNTOLD),
        cites=tuple(cites),
    )


def _sentences(text: Narrative, tongue: Language) -> list[_Sentence]:
    common, stem = tongue.words.common_words(), tongue.words.stem
    out = []
    for first, last in text.sentences.tolist():
        narrative = [number for number in range(first, last) if not text.quoted[number]]
        if len(narrative) < SHINGLE:
            continue
        words = {number: text.report.text[text.places[number][0] : text.places[number][1]] for number in narrative}
        kept = {number: word for number, word in words.items() if word.lower() not in common}
        folded = {number: word.lower() for number, word in kept.items()}
        numbers = frozenset(word for word in kept.values() if NUMBER.search(word))
        names = {stem(word): word for number, word in folded.items() if kept[number][0].isupper() and number > first}
        out.append(
            _Sentence(
                words=range(first, last),
                text=text.words((first, last)),
                stems=frozenset(map(stem, folded.values())),
                numbers=numbers,
                names=names,
                keys=numbers | names.keys(),
            )
        )
    return out


def _written(sentences: Sequence[_Sentence], key: str) -> str:
    """A number, or a name in lower case in the shortest form in which sentences have it."""
    forms = [sentence.names[key] for sentence in sentences if key in sentence.names]
    return min(forms, key=lambda form: (len(form), form), default=key)


def _numbers_first(key: str) -> tuple[bool, str]:
    return (not NUMBER.match(key), key)


def _alike(one: _Sentence, other: _Sentence, tongue: Language) -> float:
    """From 0 to 1; 0 where numbers differ, where both have names and share none, or where names exchange their parts."""
    if one.numbers != other.numbers and not (one.numbers and one.numbers < other.numbers):
        return 0.0
    if one.names and other.names and one.stems.isdisjoint(other.names):
        return 0.0
    shared = len(one.stems & other.stems) + len(one.keys & other.keys)
    like = shared / max(1, min(len(one.stems) + len(one.keys), len(other.stems) + len(other.keys)))
    return 0.0 if like >= ALIKE and tongue.swaps_roles(one.text, other.text) else like


def _in_order(like: Array) -> list[tuple[int, int]]:
    """The pairs of the monotone alignment that is most alike in all."""
    rows, columns = like.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows):
        for j in range(columns):
            step = best[i, j] + like[i, j] if like[i, j] >= ALIKE else 0.0
            best[i + 1, j + 1] = max(best[i, j + 1], best[i + 1, j], step)
    pairs: list[tuple[int, int]] = []
    i, j = rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]
