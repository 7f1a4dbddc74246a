"""That somebody has spoken in a report: what later pronouns and roles can lean on."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.cite import Span
from dateline.language.coreference import Gender, Sort


@dataclass(frozen=True, slots=True)
class Spoke:
    """Somebody has spoken: in which sentence, where in the text, who, and by which word.

    One without a name (`a spokeswoman`) has an empty one, and a gender where the word tells it. `source` is where the report
    tells who it is; `sort` whether that is one person, a body, or several; `of` what an office he is called by is of.
    """

    index: int
    place: int
    name: str
    called: str
    gender: Gender = ""
    source: Span | None = None
    sort: Sort = "person"
    of: frozenset[str] = frozenset()
