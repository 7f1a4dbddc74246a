"""Where English sentences end (`language.sentences.Sentences`): not after abbreviations, initials and `U.S.`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.language import tables

# Marks that close stand at the stop; in a text whose words were set apart a space comes between them, and one behind.
_END = re.compile(r"""[.!?…]+['"”’»)\]]*(?:\s['"”’»]+(?=\s))?(?=\s+['"“‘«(\[]*[A-Z0-9ÀÖØÞ@#$£€])|[。！？]""")
_CLOSING = "'\"”’»)]"
_INITIAL = re.compile(r"(?:^|[\s(\"“'‘.-])[A-Z]$")
_LETTERED = re.compile(r"(?:^|[\s(\"“'‘])([^\W\d_]{2,}) [A-Z]$")  # a word and a letter behind it
_DOTTED = re.compile(r"(?:\b[A-Za-z]\.){1,}[A-Za-z]$|\b[ap]\. m$")
_BREAK = re.compile(r"[\s(\[“\"‘'—–]")
_NEXT = re.compile(r"\s+['\"“‘«(\[]*(\w+)")
_EITHER = frozenset(("No", "U.S", "a.m", "p.m", "Inc", "Co", "Corp", "Ltd", "Bros", "Jr", "Sr"))  # may end a sentence
_COUNTED = frozenset(
    ("Art", "Arts", "Par", "par", "Para", "para", "Fig", "fig", "Vol", "vol", "Ch", "Nr", "pp")
)  # `Art. 5`
_NUMBER = re.compile(r"\s\d")
_ARTICLES = frozenset(("a", "an", "the"))
# Of a text whose words were set apart: the stop inside `a 5. 9 magnitude quake`. Behind `on May 5` it ends a sentence.
_WHOLE = re.compile(r"(?:^|[\s$£€-])(?:([^\W\d_]+)\.?\s)?\d{1,3}$")
_FRACTION = re.compile(r"\s\d{1,2}(?=[\s-][a-z]|\s-\s[a-z]|[.,;)]|[a-z])")
_LOOK_BACK, _LOOK_AHEAD = 30, 40  # code points in which the word before and the word after are looked for


def ends(text: str, start: int, stop: int) -> Iterator[int]:
    """The offsets behind each sentence: at `. ! ? …` before a capital, not after abbreviations.

    >>> text = "Mr. Rind left at 5 p.m. on Friday. He is J. Marsh's man."
    >>> [text[end - 7 : end] for end in ends(text, 0, len(text))]
    ['Friday.']
    """
    for end in _END.finditer(text, start, stop):
        if end[0].rstrip(_CLOSING) == "." and not _ends(text, start, end):
            continue
        yield end.end()
        start = end.end()


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a single full stop ends the sentence, judged by the word before and the word after it."""
    before = text[max(start, end.start() - _LOOK_BACK) : end.start()]
    word = _BREAK.split(before)[-1]
    if word in _ARTICLES:
        return False  # `a. 38 revolver`: no sentence ends with one
    whole = _WHOLE.search(before)
    if whole and not _dates(whole[1] or "") and _FRACTION.match(text, end.end()):
        return False
    letter = _LETTERED.search(before)
    if letter and letter[1].casefold() in tables.words("lettered"):
        return True  # `Hall B.`: the letter is what the thing is called, and no initial
    if word in _COUNTED and _NUMBER.match(text, end.end()):
        return False
    if _DOTTED.search(before) or letter or word in _EITHER:
        after = _NEXT.match(text[end.end() : end.end() + _LOOK_AHEAD])
        return after is not None and after[1] in tables.words("openers")
    joined = word.rpartition("-")[2]
    short = {word, joined} if joined[:1].isupper() else {word}  # `Vael-Mt.`
    return not (short & tables.words("abbreviations") or _INITIAL.search(before))


def _dates(word: str) -> bool:
    """Whether a number behind a word may be a day of it, or the word's own."""
    return word[:1].isupper() and word.casefold() not in _ARTICLES
