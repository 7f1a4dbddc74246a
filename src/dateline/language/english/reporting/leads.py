"""How a statement is led in when it is shown: whom a verb of telling takes, and what reports call who is not named."""

from __future__ import annotations

import re

from dateline.language import tables
from dateline.language.english.reporting.cues import is_denial, is_told, present
from dateline.language.english.words import function_words
from dateline.records.marks import Polarity

_HELPING = frozenset(("is", "are", "was", "were", "be", "been", "'s", "’s", "am"))
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


def led(cue: str, polarity: Polarity, content: str) -> str:
    """The word that a statement is led in by when it is shown: `adding` is `adds`, `according to` is `says`.

    Empty where it is a flat denial or was not said: what is denied or not said in other words (`said it was a lie`, `declined
    to comment`) keeps the report's own word, which alone fits what follows.
    """
    words = cue.split()
    last = words[-1].lower() if words else ""
    if polarity == "nonstatement":
        return cue if content.lower().startswith("to ") else ""
    if polarity == "deny" and is_denial(last):
        return ""
    if words and words[0].lower() == "according":
        return "says"
    if words[:1] == ["to"] or (last.endswith("ing") and not _HELPING.intersection(word.lower() for word in words)):
        return " ".join([*(word for word in words[:-1] if word != "to"), present(last)])
    return cue


def called(source: str) -> str:
    """What reports call a speaker without a name: without article, empty for a pronoun (`the police`: `police`)."""
    bare = _ARTICLE.sub("", " ".join(source.split()))
    lower = bare.lower()
    if lower in function_words() or lower in tables.words("stopwords"):
        return ""
    return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]
