"""English reporting: who said what in a sentence (the questions of `dateline.language.reporting`).

`cues` knows the reporting words, `frames`, `content`, `clauses` and `objects` what the parse gives a verb, `edges`, `rows`
and `whole` where that ends, `asides` what stands around a cue, `free` what hangs on no verb, `direct` and `led` what the
order of words around quotation marks tells, `turns` what labels in transcripts tell, `subject` and `above` whose verb it is,
`polarity` and `channel` how it was said, `fit` and `tidy` that it is whole, `telling`, `unsaid`, `holding` and `learnt`
whether it is a statement at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.language.english.reporting.asides import likened
from dateline.language.english.reporting.channel import is_when, through
from dateline.language.english.reporting.cues import of_doc as found
from dateline.language.english.reporting.direct import beside_marks, is_apart, is_parted, leading_up
from dateline.language.english.reporting.frames import of_verbs
from dateline.language.english.reporting.free import without_verb
from dateline.language.english.reporting.leads import called, hearer, led
from dateline.language.english.reporting.led import awaiting
from dateline.language.english.reporting.polarity import polarity
from dateline.language.english.reporting.speakers import bearer
from dateline.language.english.reporting.telling import tells
from dateline.language.english.reporting.tidy import tidy
from dateline.language.english.reporting.turns import turn
from dateline.language.reporting import QUOTED, TURN, Cue, Draft, Line

__all__ = [
    "adds",
    "answers",
    "asks",
    "awaiting",
    "bearer",
    "beside_marks",
    "called",
    "firm",
    "goes_with",
    "hearer",
    "is_apart",
    "is_parted",
    "is_pronoun",
    "is_when",
    "leading_up",
    "led",
    "means",
    "nests",
    "of_sentence",
    "polarity",
    "strength",
    "tells",
    "through",
    "turn",
]

_STRENGTH = {
    TURN: -2, "direct": -1, "that": 0, QUOTED: 0, "around": 1, "according": 0, "colon": 1, "obj-prep": 1,
    "noun": 2, "to": 2, "obj-to": 2, "small": 2,
}  # fmt: skip
_DENIAL, _WEAKEST, _NOBODY = 1, 3, 4
_FIRM = frozenset((TURN, "that", "around", QUOTED, "according", "colon", "direct"))


def of_sentence(line: Line) -> Iterator[Draft]:
    """The quotations that the words of one sentence open: those of its verbs, then those without a verb."""
    words = found(line.doc)
    yield from tidy(of_verbs(line, words))
    yield from tidy(without_verb(line, words))
    if line.regions and "as" in line.doc.forms:
        yield from likened(line)


def strength(draft: Draft) -> int:
    """How surely the frame gives the content, the lower the surer; a denial that was made is sure of what it denies.

    What nobody is named for (`fears that`) gives way to all else.
    """
    if draft.source is None and draft.frame == "noun":
        return _NOBODY
    made = draft.cue.polarity == "deny" and draft.line.doc[draft.head].tag_ != "VB"
    return min(_DENIAL if made else _WEAKEST, _STRENGTH.get(draft.frame, _WEAKEST))


def firm(draft: Draft) -> bool:
    """Whether the content has its place, so that words in marks beside the cue are not its content instead."""
    return draft.frame in _FIRM


def nests(draft: Draft) -> bool:
    """Whether a draft stands even inside what somebody else says: a claim (`her claim that …`), a flat denial."""
    return (draft.frame == "noun" or "flat" in draft.cue.traits) and draft.cue.class_ == "statement"


def goes_with(draft: Draft, other: Draft) -> bool:
    """Whether another cue stands in a clause that goes with this one (`“…,” she said, noting that …`), not in a row with it."""
    if draft is other or draft.line is not other.line or draft.cue.class_ != "statement":
        return False
    word = draft.line.doc[other.head]
    while word.i != draft.head and word.head != word:
        if word.head.i == draft.head and word.dep_ in ("conj", "parataxis", "ccomp"):
            return False
        word = word.head
    return word.i == draft.head


def answers(cue: Cue) -> bool:
    """Whether who speaks was asked before (`he replied`)."""
    return "answers" in cue.traits


def adds(draft: Draft) -> bool:
    """Whether who speaks has spoken before (`and added`)."""
    return "adds" in draft.cue.traits


def is_pronoun(draft: Draft) -> bool:
    """Whether the source is a pronoun (`I think`, `you said`), or there is none."""
    if draft.source is None:
        return True
    return draft.line.doc[draft.source[0] : draft.source[1] + 1].root.pos_ == "PRON"


def means(draft: Draft, other: Draft) -> bool:
    """Whether the source is `he` or `she`, and the other's a person by name who says something."""
    if draft.source is None or other.source is None or other.cue.act != "say" or not firm(other):
        return False
    pronoun = draft.source[0] == draft.source[1] and draft.line.doc[draft.source[0]].lower_ in ("he", "she")
    return pronoun and any(word.ent_type_ == "PERSON" for word in other.line.doc[other.source[0] : other.source[1] + 1])


def asks(draft: Draft) -> bool:
    """Whether it is only told that something was asked: words in marks after it are the answer."""
    return draft.cue.act == "ask" and not draft.marked
