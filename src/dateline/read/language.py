"""Which language a report is written in: what its words show, before what its metadata say.

Metadata name the language of a site as often as that of a report. Words are told by py3langid, whose model comes
with the package; a text too short for it to be sure keeps what was given.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SHORTEST = 120  # code points from which the words of a text are judged
SURE = 0.9  # share of the belief, over all the languages it knows
ENOUGH = 4_000  # code points that are judged; more change nothing
_SAME = {"no": ("nb", "nn")}  # what the model calls by one name


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # the worker that parses needs no model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def of(text: str, given: str | None) -> str | None:
    """The BCP 47 tag of a text's language: `given` where it agrees with the words or they do not tell."""
    if len(text) < SHORTEST:
        return given
    found, belief = _model().classify(text[:ENOUGH])
    base = (given or "").replace("_", "-").split("-")[0].lower()
    if belief < SURE or base == found or base in _SAME.get(found, ()):
        return given
    return str(found)
