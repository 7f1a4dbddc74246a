"""The label of an event: a name of at most a dozen words, cut from the telling that says it best, readable without its source.

It is the reports' own words: the clause of one mention, without its asides and without its time (which stands beside it), a
pronoun in it exchanged for the name that it stands for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.records.marks import MAINLY, Rank, Status
from dateline.weigh.events.clauses import MARKS, MOST, broken, clauses, is_pronoun, lacks, said, short, subject_of
from dateline.weigh.events.dates import PAST
from dateline.weigh.events.votes import by_not_alone
from dateline.weigh.mentions import Mention

FEWEST = 2  # words of a label
FEWEST_SAID = 6  # of what somebody says: who says it, and what
PART = -1.0  # the worth of what an event is only part of
STRANGER = 2.0  # what it costs to tell the event of others than most mentions do
HALF = 1.5  # what it costs not to tell to whom or what it is done where most mentions do
LEANS, LED = 1.5, 0.5  # what a word costs that stands for somebody named before; where the words begin with a name
USUAL = 1.5  # what it costs to tell of what is so at any time
UNTENSED = 3.0  # what it costs to have no tense (`the club paying a fee`)
HEADED = 0.4  # what a headline's own words are worth more
FEW, THIN, QUOTED = 4, 0.5, 0.5  # words of a thin name, and what it costs; what somebody's own words in it cost
OUTVOTED = 3  # mentions that it takes for two to have somebody only say what the third has him do
NOT_ALONE = 3.0  # what it costs to be denied by nobody, but by a `not`
NAMELESS = -1.5  # the worth up to which words name nothing
_RANKS: dict[Rank, float] = {
    "main": 4.0, "content": 1.5, "adverbial": 1.0, "relative": 0.5, "infinitive": 0.0, "noun": 0.0, "attributive": -1.0,
}  # fmt: skip
_QUOTES = ("“", '"', "``", "''")


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate: its words, the mention that it is cut from, and how well it names the event."""

    text: str
    mention: Mention
    worth: float


def label(mentions: Sequence[Mention], status: Status, rewritten: frozenset[str]) -> Label:
    """The best name that the mentions of one event give it; without words, of the clearest mention, where none can stand alone.

    `rewritten` are the reports that a machine seems to have written anew.
    """
    often = Counter(who for mention in mentions for who in mention.who)
    several = mentions if len(mentions) >= OUTVOTED else ()
    voices = Counter(name for mention in several for name in _voices(mention))
    half = _halves(mentions)
    made = [
        replace(candidate, worth=candidate.worth - STRANGER * _strange(mention, often) - HALF * (id(mention) in half))
        for mention in _whole(mentions)
        if not _does_what_it_says(mention, voices)
        for candidate in _candidates(mention, status, rewritten)
    ]
    best = max(made, key=lambda name: (name.worth, -len(name.text), name.text), default=None)
    if best is not None:
        return best
    return max(
        (Label("", mention, clearness(mention, status, rewritten)) for mention in mentions),
        key=lambda nameless: (nameless.worth, nameless.mention.marked.report.id, nameless.mention.event.span),
    )


def _halves(mentions: Sequence[Mention]) -> set[int]:
    """The mentions by a verb that do not tell to whom or what it is done, where most by it do (`Moe waved`: a gun)."""
    by_verb: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if not mention.is_noun:
            by_verb[mention.event.lemma].append(mention)
    lacking = {
        verb: [one for one in some if not any(part.role == "patient" for part in one.event.participants)]
        for verb, some in by_verb.items()
    }
    return {id(one) for verb, some in lacking.items() if 2 * len(some) < len(by_verb[verb]) for one in some}


def _whole(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, without those that end with their verb where most tell more (`[what] the church has received`)."""
    short = [
        mention for mention in mentions if not mention.is_noun and mention.event.clause.end <= mention.event.span.end
    ]
    few = 2 * len(short) < len(mentions)
    return [mention for mention in mentions if not few or all(mention is not one for one in short)]


def _strange(mention: Mention, often: Counter[str]) -> bool:
    """Whether all whom a mention names are named by few of the event's mentions: most tell it of others."""
    most = max(often.values(), default=0)
    return bool(mention.who) and all(2 * often[who] < most for who in mention.who)


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


def clearness(mention: Mention, status: Status, rewritten: frozenset[str]) -> float:
    """How well a mention tells the event by itself: who does what, in a main clause, in the report's own words."""
    return _worths(mention, status, rewritten)(mention.event.clause.of(mention.marked.report.text))


def _candidates(mention: Mention, status: Status, rewritten: frozenset[str]) -> Iterable[Label]:
    """What a mention can be called: without a tense of its own by what it is part of, where that has one, and its own word."""
    around, word = _around(mention), mention.event.span.of(mention.marked.report.text)
    if around is not None:
        named = (name for name in _own(around, status, rewritten) if word in name.text)
        wider = [replace(name, mention=mention, worth=name.worth + PART) for name in named]
        if wider:
            return wider
    return _own(mention, status, rewritten)


def _own(mention: Mention, status: Status, rewritten: frozenset[str]) -> Iterable[Label]:
    """What a mention's own words call it; nothing where they have it done and the story not, or the other way round, and in a
    language that cannot tell whether words stand alone.
    """
    part, context = mention.language.labels, mention.language.context
    if part is None or (mention.event.status in PAST) != (status in PAST):
        return
    lacking = lacks(mention)
    whole = () if lacking else clauses(mention, part)
    worth_of = _worths(mention, status, rewritten)
    fewest = FEWEST_SAID if mention.event.speaks else FEWEST
    for text, bonus in (*said(mention, part), *short(mention, part, lacking), *whole):
        if not fewest <= len(text.split()) <= MOST:
            continue
        if context is not None and context.is_personal(text):
            continue  # who speaks is not named
        if mention.event.tense == "none" and mention.label != "headline" and part.is_bare(text, mention.event.head):
            continue
        if part.stands(text) and not broken(text) and not _in_a_number(mention, text):
            worth = bonus + worth_of(text)
            if worth > NAMELESS:
                yield Label(text, mention, worth)


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


def _worths(mention: Mention, status: Status, rewritten: frozenset[str]) -> Callable[[str], float]:
    """What words are worth as the name of an event that a mention tells: what hangs on the mention alone is reckoned once."""
    event, part, noun = mention.event, mention.language.labels, mention.is_noun
    parties = [party for party in event.participants if party.role in ("agent", "patient")]
    worth = 2.0 * any(party.name for party in parties) + (1.0 if parties else -2.0)
    worth += 0.5 * any(party.role == "place" for party in event.participants) + 1.0 * (event.status == status)
    worth -= NOT_ALONE * (event.status == "denied" and by_not_alone(mention))
    worth -= 1.0 * mention.quoted + 3.0 * (mention.marked.report.id in rewritten)
    worth -= 1.0 * (mention.label == "caption") + 1.0 * noun + USUAL * (event.tense == "present")
    worth -= UNTENSED * (event.tense == "none" and not noun and mention.label != "headline")
    named = tuple(party.span.of(mention.marked.report.text) for party in parties if party.name)
    leaning = LEANS * (part is not None and is_pronoun(subject_of(mention), mention, part))
    headed, head, rank = HEADED * (mention.label == "headline"), event.head.casefold(), 0.5 * _RANKS[event.rank]

    def worth_of(text: str) -> float:
        words, whole = text.split(), worth
        if part is not None:
            whole -= (LED if text.startswith(named) else LEANS) * sum(
                map(part.leans, [word.strip(MARKS) for word in words])
            )
            whole -= leaning
            whole -= part.doubt(text, head, status == "denied")
        whole += headed - THIN * (len(words) <= FEW) - QUOTED * any(mark in text for mark in _QUOTES)
        return whole + rank - 0.15 * abs(len(words) - 8)

    return worth_of
