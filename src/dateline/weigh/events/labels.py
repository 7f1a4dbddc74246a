"""The label of an event: a name of at most a dozen words, cut from the telling that says it best, readable without its source.

It is the reports' own words: the clause of one mention, without its asides and without its time (which stands beside it), a
pronoun in it exchanged for the name that it stands for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.records.marks import MAINLY, Status
from dateline.weigh.events.clauses import MOST, Cut, broken, clauses, lacks, said, short, subject_of
from dateline.weigh.events.dates import PAST
from dateline.weigh.events.naming import Naming
from dateline.weigh.mentions import Mention

FEWEST = 2  # words of a label
FEWEST_SAID = 6  # of what somebody says: who says it, and what
OUTVOTED = 3  # mentions that it takes for two to have somebody only say what the third has him do
WELL = 0.15  # how surely words must be a name
OTHERS = 4  # names that are kept beside the best, for the case that the guard of the account refuses that


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an event, the mention that it is cut from, or, without a name, that tells it most clearly, how surely it is
    a good one, 0 to 1, and the next best.
    """

    text: str
    mention: Mention
    good: float = 0.0
    others: tuple[str, ...] = ()


def label(mentions: Sequence[Mention], status: Status, naming: Naming) -> Label:
    """The best name that the mentions of one event give it; without words, of the clearest mention, where none is one."""
    several = mentions if len(mentions) >= OUTVOTED else ()
    voices = Counter(name for mention in several for name in _voices(mention))
    made = [
        Label(cut.text, mention, naming.good(cut, mention))
        for mention in mentions
        if not _does_what_it_says(mention, voices) and not naming.is_exchanged(mention)
        for cut in candidates(mention, status)
    ]
    ranked = sorted(
        (name for name in made if name.good >= WELL), key=lambda name: (-name.good, len(name.text), name.text)
    )
    if ranked:
        texts = dict.fromkeys(name.text for name in ranked)
        return replace(ranked[0], others=tuple(texts)[1 : 1 + OTHERS])
    if len(mentions) == 1:  # as of most events
        return Label("", mentions[0])
    return Label("", max(mentions, key=lambda one: (naming.clearness(one), one.marked.report.id, one.event.span)))


def _voices(mention: Mention) -> set[str]:
    """Who says that somebody else does it (`Moe said the crew had left`, but not `“We left,” said Moe`)."""
    doer, part, context = subject_of(mention), mention.language.labels, mention.language.context
    word = "" if doer is None else doer.span.of(mention.marked.report.text)
    if not word or part is None or part.leans(word) or (context is not None and context.is_personal(word)):
        return set()
    head = mention.event.span
    said = {quote.speaker for quote in mention.marked.quotes if quote.speaker and quote.span.holds(head)}
    return said - set(mention.event.names("agent", "patient"))


def _does_what_it_says(mention: Mention, voices: Counter[str]) -> bool:
    """Whether the doer is somebody who elsewhere only says that others do it, more than once: here the parse has erred."""
    doer = subject_of(mention)
    return doer is not None and doer.name is not None and voices[doer.name] > 1


def candidates(mention: Mention, status: Status) -> Iterable[Cut]:
    """What a mention can be called: without a tense of its own by what it is part of, where that has one, and its own word."""
    around, word = _around(mention), mention.event.span.of(mention.marked.report.text)
    if around is not None:
        wider = [cut for cut in _own(around, status) if word in cut.text]
        if wider:
            return wider
    return _own(mention, status)


def _own(mention: Mention, status: Status) -> Iterable[Cut]:
    """What a mention's own words call it; nothing where they have it done and the story not, or the other way round, and in a
    language that cannot tell whether words stand alone.
    """
    part, context = mention.language.labels, mention.language.context
    if part is None or (mention.event.status in PAST) != (status in PAST):
        return
    lacking = lacks(mention)
    whole = () if lacking else clauses(mention, part)
    fewest = FEWEST_SAID if mention.event.speaks else FEWEST
    for cut in (*said(mention, part), *short(mention, part, lacking), *whole):
        text = cut.text
        if not fewest <= len(text.split()) <= MOST:
            continue
        if context is not None and context.is_personal(text):
            continue  # who speaks is not named
        if mention.event.tense == "none" and mention.label != "headline" and part.is_bare(text, mention.event.head):
            continue
        if part.stands(text) and not broken(text) and not _in_a_number(mention, text):
            yield cut


def _around(mention: Mention) -> Mention | None:
    """The deed with a tense in whose clause a mention without one stands (`four men fled, setting fire to the van`)."""
    event = mention.event
    if event.tense != "none" or mention.is_noun or mention.label == "headline":
        return None
    outer = [
        other
        for other in mention.marked.events
        if other.sentence == event.sentence and other.clause.holds(event.span) and not other.speaks
        if other.tense != "none" and MAINLY[other.rank] >= MAINLY["relative"] and other is not event
    ]
    if not outer:
        return None
    return replace(mention, event=min(outer, key=lambda other: (other.clause.end - other.clause.start, other.span)))


def _in_a_number(mention: Mention, text: str) -> bool:
    """Whether a name ends within a number of its sentence (`more than 31`, of `more than 31, 000`)."""
    sentence = mention.event.sentence.of(mention.marked.report.text)
    last = text.split()[-1]
    return last[-1].isdigit() and re.search(rf"\b{re.escape(last)}[,.:] ?\d", sentence) is not None
