"""English lines set in capitals, written as a running text has them (`language.headlines.Headlines`).

Which words are names is told by the report's other lines first: what they write in the middle of a sentence. Of a word that
stands in none of them, a form of a verb, adjective or adverb, a noun for an event and a role are no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.language import tables
from dateline.language.english.events import nouns
from dateline.language.english.names import lists
from dateline.language.words import LETTERS

_INNER = re.compile(r"(?<=[\w,;’'] )[^\W\d_]+")  # in the middle of a sentence, where a capital is a name's
_SHORT = 3  # letters of words that many headlines write small
_FEWEST, _LEAST = 3, 0.75  # long words of a line set in capitals, and the share of them with one


def quiet(lines: Sequence[str]) -> list[str]:
    """The lines of one report, those set in capitals as a running text has them.

    >>> quiet(["Mayor Baker Resigns After Bribery Probe", "On Monday the mayor, Tom Baker, resigned."])[0]
    'Mayor Baker resigns after bribery probe'
    """
    loud = [_is_loud(line) for line in lines]
    if not any(loud):
        return list(lines)
    written = Counter(
        word for line, is_loud in zip(lines, loud, strict=True) if not is_loud for word in _INNER.findall(line)
    )
    return [_quiet(line, written) if is_loud else line for line, is_loud in zip(lines, loud, strict=True)]


def _is_loud(line: str) -> bool:
    long = [word for word in LETTERS.findall(line) if len(word) > _SHORT]
    return len(long) >= _FEWEST and sum(word[0].isupper() for word in long) >= _LEAST * len(long)


def _quiet(line: str, written: Counter[str]) -> str:
    shouted = line.isupper()
    first = LETTERS.search(line)

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        if not shouted and word.isupper() and len(word) > 1:
            return word  # an abbreviation
        if first is not None and match.start() == first.start():
            return word.capitalize() if shouted else word
        small = word.lower() if len(word.lower()) == len(word) else word
        if _is_name(word.capitalize() if shouted else word, small, written):
            return word.capitalize() if shouted else word
        return small

    return LETTERS.sub(lower, line)


def _is_name(word: str, small: str, written: Counter[str]) -> bool:
    if word in written or small in written:
        return written[word] > written[small]
    known = lists.is_plain(small) or small in tables.words("stopwords") or lists.is_role(small)
    return not (
        known or any(form in nouns.lexicon() or form in nouns.listed() for form in (small, small.removesuffix("s")))
    )
