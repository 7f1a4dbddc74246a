"""What English texts are about, by capitals and stems: particular names, and words that are no report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.language import tables
from dateline.language.english import places
from dateline.language.english.words import common_words, forms, function_words, stem

_RUN = re.compile(r"[A-Z][\w'’-]*\w(?:\s(?:(?:of|de|van|von|al|bin)\s)?[A-Z][\w'’-]*\w)*")
_WORD = re.compile(r"(?<![\w-])[a-z]{4,}(?![\w-])")  # no name, no part of one, no short word
_STARTS = re.compile(r"(?:^|[.!?\n:])[\"”“'‘’\s]*$")


def names(text: str) -> Iterator[str]:
    """Runs of capitals within a sentence, without titles; no state, capital, month or agency."""
    for run in _RUN.finditer(text):
        words = run[0].split()
        starts = _STARTS.search(text[max(0, run.start() - 6) : run.start()])
        if starts and (len(words) == 1 or words[0].casefold() in common_words()):
            words = words[1:]
        while words and (words[0].casefold() in _titles() or words[0].casefold() in common_words()):
            words = words[1:]
        name = " ".join(words)
        folded = {name.casefold().removesuffix("'s").removesuffix("’s"), words[-1].casefold() if words else ""}
        if name and not folded & _everyday():
            yield name.removesuffix("'s").removesuffix("’s")


def words(text: str) -> dict[str, str]:
    """Words in lower case, by their stem; none that every report may have."""
    return {stem(word): word for word in _WORD.findall(text) if word not in common_words() and word not in _empty()}


@cache
def _titles() -> frozenset[str]:
    return frozenset(part for title in tables.words("titles") for part in title.casefold().split())


@cache
def _empty() -> frozenset[str]:
    """Words that every report may have, in all their forms: of grammar, of offices, of saying."""
    rows = tables.table("reporting")
    irregular = frozenset(form for row in rows for form in row["forms"].split())
    words = {*tables.words("roles"), *(row["word"] for row in rows)}
    return function_words() | irregular | frozenset(form for word in words for form in forms(word))


@cache
def _everyday() -> frozenset[str]:
    """Names, in lower case, that particular stories cannot be told by."""
    agencies = (cell for row in tables.table("agencies") for cell in row.values())
    cells = [
        *(form.casefold() for form in places.forms()),
        *(name.casefold() for cell in agencies for name in cell.split("|") if name),
    ]
    calendar = tables.words("months") | tables.words("weekdays")
    return frozenset({*cells, *(word.casefold() for word in calendar), *tables.words("roles"), *_titles()})
