"""Which language a report is written in: what its words show, before what its metadata say.

Metadata name the language of a site as often as that of a report. A text full of the function words of the default
language is in it. Others are told by py3langid, whose model comes with the package and takes half a second to load; a
text too short for it to be sure keeps what was given.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dateline import language
from dateline.language.words import LETTERS

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SHORTEST = 120  # code points from which the words of a text are judged
SURE = 0.9  # share of the belief, over all the languages it knows
ENOUGH = 1_500  # code points that are judged; more change nothing
# The share of function words, and how many different ones, that show the default language. Of 392 English reports in the public
# sets nearly all have them; of 97 in other languages the most is a share of 0.13.
PLAIN, DIFFERENT = 0.25, 8
_SAME = {"no": ("nb", "nn")}  # what the model calls by one name


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # the worker that parses needs no model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def of(text: str, given: str | None) -> str | None:
    """The BCP 47 tag of a text's language: `given` where it agrees with the words or they do not tell."""
    if len(text) < SHORTEST:
        return given
    found, belief = _told(text[:ENOUGH])
    base = (given or "").replace("_", "-").split("-")[0].lower()
    if belief < SURE or base == found or base in _SAME.get(found, ()):
        return given
    return str(found)


@lru_cache(maxsize=1_000)  # copies are told once
def _told(text: str) -> tuple[str, float]:
    """The language that the words of a text show, and the belief in it, 0 to 1."""
    function = language.of(language.DEFAULT).words.function_words()
    words = [word.lower() for word in LETTERS.findall(text)]
    ours = [word for word in words if word in function]
    if len(ours) >= PLAIN * len(words) and len(set(ours)) >= DIFFERENT:
        return language.DEFAULT, 1.0
    found, belief = _model().classify(text)
    return str(found), float(belief)
