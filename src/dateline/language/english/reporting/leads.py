"""How a statement is led in when it is shown: whom a verb of telling takes, and what reports call who is not named."""

from __future__ import annotations

import re

from dateline.language import tables
from dateline.language.english.reporting.cues import is_told
from dateline.language.english.words import function_words

_LONGEST = 6  # words of a hearer
_ENDS = re.compile(
    r"[,.;:“”\"\n—–]|\s(?:at|by|during|earlier|from|in|last|later|on|that|this|through|via)\s", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:an?|the|some|its|his|her|their|this|that|these|those)\s+", re.IGNORECASE)


def hearer(cue: str, between: str) -> str:
    """Who is told, from the words between a verb and what it takes (`told` + ` reporters on Friday ` is `reporters`)."""
    if not is_told(cue):
        return ""
    words = _ENDS.split(f"{between} ", maxsplit=1)[0].split()
    return " ".join(words) if len(words) <= _LONGEST else ""


def called(source: str) -> str:
    """What reports call a speaker without a name: without article, empty for a pronoun (`the police`: `police`)."""
    bare = _ARTICLE.sub("", " ".join(source.split()))
    lower = bare.lower()
    if lower in function_words() or lower in tables.words("stopwords"):
        return ""
    return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]
