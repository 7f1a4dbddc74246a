"""The label of an event: a name of at most a dozen words, cut from the telling that says it best, readable without its source.

It is the reports' own words: the clause of one mention, without its asides and without its time (which stands beside it), a
pronoun in it exchanged for the name that it stands for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.cite import Span
from dateline.language.labels import Labels
from dateline.language.names import HYPHENS
from dateline.records.marks import MAINLY, Participant, Rank, Status, inside
from dateline.weigh.events.dates import PAST
from dateline.weigh.events.votes import by_not_alone
from dateline.weigh.mentions import Mention

MOST, FEWEST = 13, 2  # words of a label
FEWEST_SAID = 6  # of what somebody says: who says it, and what
PART = -1.0  # the worth of what an event is only part of
SHORT = 1.0  # the worth of the words that the parse cuts out, beside that of a whole clause
CUT = -0.5  # the worth of a clause that is cut, beside that of a whole one
STRANGER = 2.0  # what it costs to tell the event of others than most mentions do
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
_SPACE = re.compile(r"\s+")
_EDGES = " \t\n,;:–—-"
_MARKS = ",.’'\""
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
    made = [
        replace(candidate, worth=candidate.worth - STRANGER) if _strange(mention, often) else candidate
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


def _whole(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, without those that end with their verb where most tell more (`[what] the church has received`)."""
    short = [
        mention for mention in mentions if not mention.is_noun and mention.event.clause.end <= mention.event.span.end
    ]
    few = 2 * len(short) < len(mentions)
    return [mention for mention in mentions if not few or all(mention is not one for one in short)]


def alone(mention: Mention) -> str:
    """The whole clause of a mention, made to stand alone; nothing where it cannot."""
    part = mention.language.labels
    text = _clause(mention, part, mention.event.clause) if part is not None else ""
    return text if part is not None and part.stands(text) and not _broken(text) and not _leaning(text, part) else ""


def _leaning(text: str, part: Labels) -> bool:
    return any(part.leans(word.strip(_MARKS)) for word in text.split())


def _strange(mention: Mention, often: Counter[str]) -> bool:
    """Whether all whom a mention names are named by few of the event's mentions: most tell it of others."""
    most = max(often.values(), default=0)
    return bool(mention.who) and all(2 * often[who] < most for who in mention.who)


def _voices(mention: Mention) -> set[str]:
    """Who says that somebody else does it (`Moe said the crew had left`, but not `“We left,” said Moe`)."""
    doer, part, context = _subject(mention), mention.language.labels, mention.language.context
    word = "" if doer is None else doer.span.of(mention.marked.report.text)
    if not word or part is None or part.leans(word) or (context is not None and context.is_personal(word)):
        return set()
    head = mention.event.span
    said = {quote.speaker for quote in mention.marked.quotes if quote.speaker and quote.span.holds(head)}
    return said - set(mention.event.names("agent", "patient"))


def _does_what_it_says(mention: Mention, voices: Counter[str]) -> bool:
    """Whether the doer is somebody who elsewhere only says that others do it, more than once: here the parse has erred."""
    doer = _subject(mention)
    return doer is not None and doer.name is not None and voices[doer.name] > 1


def clearness(mention: Mention, status: Status, rewritten: frozenset[str]) -> float:
    """How well a mention tells the event by itself: who does what, in a main clause, in the report's own words."""
    return _worth(mention, mention.event.clause.of(mention.marked.report.text), status, rewritten)


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
    if part is None or _lacks(mention) or (mention.event.status in PAST) != (status in PAST):
        return
    for text, bonus in _texts(mention, part):
        if context is not None and context.is_personal(text):
            continue  # who speaks is not named
        fewest = FEWEST_SAID if mention.event.speaks else FEWEST
        if (
            fewest <= len(text.split()) <= MOST
            and part.stands(text)
            and not _broken(text)
            and not _in_a_number(mention, text)
        ):
            worth = bonus + _worth(mention, text, status, rewritten)
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


def _texts(mention: Mention, part: Labels) -> Iterable[tuple[str, float]]:
    """The clause, made to stand alone, a long one cut behind who takes part; the headline, where it tells little else."""
    report = mention.marked.report
    if mention.label == "headline":
        whole = " ".join(mention.event.sentence.of(report.text).split())
        if mention.event.clause.of(report.text).split()[:3] == whole.split()[:3]:
            yield whole.rstrip(" ."), 0.5
    if (
        mention.event.core and mention.label != "headline"
    ):  # what can be spared is spared there, and its parse errs more
        yield _clause(mention, part, Span(mention.event.core[0].start, mention.event.core[-1].end), short=True), SHORT
    clause = mention.event.clause
    whole = _clause(mention, part, clause)
    yield whole, 0.0
    if len(whole.split()) > MOST:
        for end in _ends(mention):
            yield _clause(mention, part, Span(clause.start, end)), CUT


def _ends(mention: Mention) -> Iterable[int]:
    """Where a long clause can end: behind a phrase that takes part in it, or in what it holds."""
    head, clause = mention.event.span, mention.event.clause
    ends = {
        part.span.end
        for event in inside(mention.marked.events, clause)
        for part in event.participants
        if clause.holds(part.span) and part.span.start > event.span.start  # not behind who does something more
    }
    about = mention.marked.events[mention.event.about].span.start if mention.event.about is not None else 0
    text = mention.marked.report.text
    return sorted(end for end in ends if max(head.end, about) < end < clause.end and text[end] not in HYPHENS)


def _clause(mention: Mention, part: Labels, clause: Span, *, short: bool = False) -> str:
    """The words of a clause as a name, or, in short, of its core alone."""
    report, core = mention.marked.report, mention.event.core
    pieces = [(left.end, right.start, " ") for left, right in pairwise(core)] if short else []
    clause = clause if short else _from_subject(mention, part, clause)
    for time in inside(mention.marked.times, clause):
        if time.earliest:
            start = time.span.start - part.before_a_time(report.text[clause.start : time.span.start])
            leads = start <= clause.start and report.text[time.span.end : time.span.end + 1] == ","
            if time.earliest == time.latest or leads:  # `In May, …`: its own time stands beside it
                pieces.append((max(clause.start, start), time.span.end, ""))
    agent = _subject(mention)
    prefix = ""
    if agent is not None:
        word = agent.span.of(report.text)
        if _is_pronoun(agent, mention, part) and agent.name and clause.holds(agent.span):
            pieces.append((agent.span.start, agent.span.end, part.owning(word, _called(mention, agent.name, agent))))
        elif not clause.holds(agent.span) and mention.event.rank != "noun":
            prefix = f"{_called(mention, agent.name, agent) if agent.name else word} "
    text = part.without_asides(_cut(report.text, clause, pieces))
    made = (prefix + part.without_joining(_SPACE.sub(" ", text).strip(_EDGES))).strip(_EDGES).rstrip(".")
    return made[:1].upper() + made[1:]


def _from_subject(mention: Mention, part: Labels, clause: Span) -> Span:
    """A clause without what joins it to another (`hours after the two met`) or to what stands before it (`After a week of
    talks, the two met`).
    """
    subject = _subject(mention)
    if subject is None or mention.is_noun or not clause.start < subject.span.start < mention.event.span.start:
        return clause
    joined = clause.of(mention.marked.report.text)
    if mention.event.rank != "adverbial" and part.without_joining(joined) == " ".join(joined.split()):
        return clause
    return Span(subject.span.start, clause.end)


def _lacks(mention: Mention) -> bool:
    """Whether nobody does it, who says it stands behind it (`said the mayor`) or says nothing, or what it is done to stands
    before its clause: `[an offer that] the club made`.
    """
    event, subject = mention.event, _subject(mention)
    if event.rank != "noun" and (subject is None or _is_begun(mention, subject)):
        return True
    if event.speaks and subject is not None:
        behind = subject.span.start > event.span.start
        if behind or (subject.role == "agent" and not _holds_more(mention)):
            return True
    patients = [part for part in event.participants if part.role == "patient"]
    held = [part for part in patients if event.clause.holds(part.span)]
    if event.rank == "relative" and not held and any(_is_within(mention, part) for part in event.participants):
        return True
    doers = [part for part in event.participants if part.role == "agent" and event.clause.holds(part.span)]
    return bool(doers) and any(not event.clause.holds(part.span) for part in patients)


def _is_begun(mention: Mention, subject: Participant) -> bool:
    """Whether a clause begins with its verb, and to whom it is done stands behind it, or with a word for somebody before it of
    whom no name is known (`[a man] who kept to himself`).
    """
    event, part = mention.event, mention.language.labels
    if event.clause.start == event.span.start and subject.role == "patient":
        return subject.span.start > event.span.start
    word = subject.span.of(mention.marked.report.text)
    return part is not None and not subject.name and event.clause.holds(subject.span) and part.relates(word)


def _holds_more(mention: Mention) -> bool:
    """Whether the clause of somebody's words holds what is said."""
    event = mention.event
    others = inside(mention.marked.events, event.clause)
    return any(other.span.start > event.span.start and other.rank != "noun" for other in others)


def _is_within(mention: Mention, doer: Participant) -> bool:
    """Whether somebody does it within its own clause, and not as whom that hangs on (`a baker, who fell`)."""
    event, part = mention.event, mention.language.labels
    if doer.role != "agent" or not event.clause.holds(doer.span) or doer.span.start > event.span.start:
        return False
    words = mention.marked.report.text[doer.span.start : event.span.start].split()
    return part is not None and not any(part.relates(word.strip(_MARKS)) for word in words)


def _called(mention: Mention, name: str, part: Participant) -> str:
    """What somebody is called: the name, but of who is only called by a people (`the New Zealander`) that word."""
    before = [called for called in mention.marked.names if called.name == name and called.span.start < part.span.end]
    last = max(before, key=lambda called: called.span, default=None)
    return last.span.of(mention.marked.report.text) if last is not None and last.type == "NORP" else name


def _cut(text: str, clause: Span, pieces: Sequence[tuple[int, int, str]]) -> str:
    out, at = [], clause.start
    for start, end, instead in sorted(pieces):
        if start >= at:
            out += [text[at:start], instead]
            at = end
    return "".join((*out, text[at : clause.end]))


def _in_a_number(mention: Mention, text: str) -> bool:
    """Whether a name ends within a number of its sentence (`more than 31`, of `more than 31, 000`)."""
    sentence = mention.event.sentence.of(mention.marked.report.text)
    last = text.split()[-1]
    return last[-1].isdigit() and re.search(rf"\b{re.escape(last)}[,.:] ?\d", sentence) is not None


def _subject(mention: Mention) -> Participant | None:
    """Who the clause is about: the doer, or who it is done to, whichever is told first."""
    first = None
    for part in mention.event.participants:
        if part.role in ("agent", "patient") and (first is None or part.span < first.span):
            first = part
    return first


def _is_pronoun(agent: Participant | None, mention: Mention, part: Labels) -> bool:
    """Whether a word that leans on what stands before says who does it, the name of which is only found."""
    return agent is not None and bool(agent.name) and part.leans(agent.span.of(mention.marked.report.text))


def _broken(text: str) -> bool:
    """Whether quotation marks or brackets stand alone in it."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return any(text.count(opening) != text.count(closing) for opening, closing in pairs) or text.count('"') % 2 == 1


def _worth(mention: Mention, text: str, status: Status, rewritten: frozenset[str]) -> float:
    event, part = mention.event, mention.language.labels
    words, noun = text.split(), mention.is_noun
    parties = [party for party in event.participants if party.role in ("agent", "patient")]
    worth = 2.0 * any(party.name for party in parties) + (1.0 if parties else -2.0)
    worth += 0.5 * any(party.role == "place" for party in event.participants) + 1.0 * (event.status == status)
    worth -= NOT_ALONE * (event.status == "denied" and by_not_alone(mention))
    worth -= 1.0 * mention.quoted + 3.0 * (mention.marked.report.id in rewritten)
    worth -= 1.0 * (mention.label == "caption") + 1.0 * noun + USUAL * (event.tense == "present")
    worth -= UNTENSED * (event.tense == "none" and not noun and mention.label != "headline")
    if part is not None:
        led = any(party.name and text.startswith(party.span.of(mention.marked.report.text)) for party in parties)
        worth -= (LED if led else LEANS) * sum(part.leans(word.strip(_MARKS)) for word in words)
        worth -= LEANS * _is_pronoun(_subject(mention), mention, part)
        worth -= part.doubt(text, event.head.casefold(), status == "denied")
    worth += (
        HEADED * (mention.label == "headline")
        - THIN * (len(words) <= FEW)
        - QUOTED * (any(mark in text for mark in _QUOTES))
    )
    return worth + 0.5 * _RANKS[event.rank] - 0.15 * abs(len(words) - 8)
