"""The words of a mention, cut to stand alone: its headline, its core, its clause, what is said and who says it.

They are the reports' own words: a clause without its asides and without its time (which stands beside it), a pronoun in it
exchanged for the name that it stands for. Each comes with what it is worth as the name of its event beside a whole clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from dateline.cite import Span
from dateline.language.labels import Labels
from dateline.language.names import HYPHENS
from dateline.records.marks import MAINLY, EventMention, Participant, Quote, inside
from dateline.weigh.mentions import Mention, only_says

MOST = 13  # words of a label
MARKS = ",.’'\""
_SPACE = re.compile(r"\s+")
_EDGES = " \t\n,;:–—-"


class Kind(StrEnum):
    """How words are cut."""

    HEADLINE = "headline"
    CORE = "core"
    WHOLE = "whole"
    CUT = "cut"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Cut:
    """Words cut from a report to name an event: how they were cut, and from where to where they stand."""

    text: str
    kind: Kind
    span: Span


def alone(mention: Mention) -> str:
    """The whole clause of a mention, made to stand alone; nothing where it cannot, or is somebody's own words: they stand with
    who says them.
    """
    part = mention.language.labels
    told = mention.event.tense != "none" and not (mention.quoted or lacks(mention))
    text = _clause(mention, part, mention.event.clause, own=True) if part is not None and told else ""
    return text if part is not None and part.stands(text) and not broken(text) and not _leaning(text, part) else ""


def cuts(mention: Mention) -> Iterator[Cut]:
    """Less of the clause of a mention, where it can stand alone."""
    part = mention.language.labels
    if part is None or mention.event.tense == "none" or lacks(mention):
        return
    for cut in (*short(mention, part, lacking=False), *clauses(mention, part)):
        less = cut.kind in (Kind.CORE, Kind.CUT)
        if less and part.stands(cut.text) and not (broken(cut.text) or _leaning(cut.text, part)):
            yield cut


def _leaning(text: str, part: Labels) -> bool:
    return any(part.leans(word.strip(MARKS)) for word in text.split())


def short(mention: Mention, part: Labels, lacking: bool) -> Iterable[Cut]:
    """What is short by itself: the headline, where it tells little else, and the core, which has its subject."""
    report, event = mention.marked.report, mention.event
    if mention.label == "headline":
        whole = " ".join(event.sentence.of(report.text).split())
        if event.clause.of(report.text).split()[:3] == whole.split()[:3]:
            yield Cut(whole.rstrip(" ."), Kind.HEADLINE, event.sentence)
        return  # what can be spared is spared there, and its parse errs more
    if event.core and not (lacking and (event.speaks or _undergoes_before(event))):
        core = Span(event.core[0].start, event.core[-1].end)
        if not event.speaks or reaches(mention, core):
            yield Cut(_clause(mention, part, core, short=True), Kind.CORE, core)


def clauses(mention: Mention, part: Labels) -> Iterable[Cut]:
    """The clause, made to stand alone, and cut behind each phrase of it from who or what it is done to on."""
    clause = mention.event.clause
    if not reaches(mention, clause):
        return
    yield Cut(_clause(mention, part, clause), Kind.WHOLE, clause)
    for end in _ends(mention, part):
        words = Span(clause.start, end)
        yield Cut(_clause(mention, part, words), Kind.CUT, words)


def said(mention: Mention, part: Labels) -> Iterable[Cut]:
    """What is said and then who says it, where the report has it so: the core of it (`The crew had left, the mayor said`)."""
    event, text = mention.event, mention.marked.report.text
    if not event.speaks:
        return
    quotes = (quote for quote in quotes_of(mention) if quote.source and quote.polarity == "assert")
    quote = next(quotes, None)
    if quote is None or quote.source[0] < quote.content[0]:
        return
    who = quote.source[0].of(text)
    held = (inner for content in quote.content for inner in inside(mention.marked.events, content))
    inner = next((inner for inner in held if inner.core and MAINLY[inner.rank] >= MAINLY["content"]), None)
    named = quote.speaker if part.leans(who) else who
    if inner is not None and named:
        core = Span(inner.core[0].start, inner.core[-1].end)
        words = _clause(replace(mention, event=inner), part, core, short=True)
        yield Cut(part.saying(words, " ".join(named.split()), quote.cue[0].of(text)), Kind.SAID, core)


def _ends(mention: Mention, part: Labels) -> Iterable[int]:
    """Where a clause can end before its end: behind a phrase that takes part in it, or in what it holds, and before what
    begins another phrase; nowhere before what its verb says is told.
    """
    head, clause, event = mention.event.span, mention.event.clause, mention.event
    ends = {
        taking.span.end
        for inner in inside(mention.marked.events, clause)
        for taking in inner.participants
        if clause.holds(taking.span) and taking.span.start > inner.span.start  # not behind who does something more
    }
    text = mention.marked.report.text
    ends |= {head.end + place for place in part.breaks(text[head.end : clause.end])}
    about = mention.marked.events[event.about].span.start if event.about is not None else 0
    own = [one.span.end for one in event.participants if one.role == "patient" and clause.holds(one.span)]
    least = max([head.end, about, *own])
    return sorted(
        end
        for end in ends
        if least <= end < clause.end
        and text[end] not in HYPHENS
        and reaches(mention, Span(clause.start, end))
        and not part.goes_on(text[end : clause.end])
    )


def _clause(mention: Mention, part: Labels, clause: Span, *, short: bool = False, own: bool = False) -> str:
    """The words of a clause as a name, or, in short, of its core alone; without its own time, but where `own` keeps what is
    no day.
    """
    report, core = mention.marked.report, mention.event.core
    pieces = [(left.end, right.start, " ") for left, right in pairwise(core)] if short else []
    clause = clause if short else _from_subject(mention, part, clause)
    for time in inside(mention.marked.times, clause):
        if time.earliest:
            start = time.span.start - part.before_a_time(report.text[clause.start : time.span.start])
            leads = start <= clause.start and report.text[time.span.end : time.span.end + 1] == ","
            beside = time.span == mention.event.time and not own  # it stands beside the name
            if time.earliest == time.latest or leads or beside:  # `In May, …`
                pieces.append((max(clause.start, start), time.span.end, ""))
    agent = subject_of(mention)
    prefix = ""
    if agent is not None:
        word = agent.span.of(report.text)
        if is_pronoun(agent, mention, part) and agent.name and clause.holds(agent.span):
            length, helper = part.helper(report.text[agent.span.end : clause.end])
            name = part.owning(word, _called(mention, agent.name, agent))
            pieces.append((agent.span.start, agent.span.end + length, name + helper))
        elif not clause.holds(agent.span) and mention.event.rank != "noun":
            prefix = f"{_called(mention, agent.name, agent) if agent.name else word} "
    pieces += _others(mention, part, clause, agent)
    text = part.without_asides(_cut(report.text, clause, pieces))
    made = (prefix + part.without_joining(_SPACE.sub(" ", text).strip(_EDGES))).strip(_EDGES).rstrip(".")
    return made[:1].upper() + made[1:]


def _others(mention: Mention, part: Labels, clause: Span, agent: Participant | None) -> Iterator[tuple[int, int, str]]:
    """The pronouns of a clause for others than whom it is about, each to be exchanged for the name where that is known."""
    own = {agent.name} if agent is not None else set()
    for other in mention.event.participants:
        word = other.span.of(mention.marked.report.text)
        if other.name and other.name not in own and clause.holds(other.span) and part.leans(word):
            own.add(other.name)  # whom a name stands for once, a pronoun may mean again
            name = _called(mention, other.name, other)
            yield other.span.start, other.span.end, part.owning(word, name) if mention.is_noun else name


def _from_subject(mention: Mention, part: Labels, clause: Span) -> Span:
    """A clause without what joins it to another (`hours after the two met`) or to what stands before it (`After a week of
    talks, the two met`).
    """
    subject = subject_of(mention)
    if subject is None or mention.is_noun or not clause.start < subject.span.start < mention.event.span.start:
        return clause
    text = mention.marked.report.text
    joined = clause.of(text)
    apposed = text[subject.span.end : subject.span.end + 1] == ","  # `a clerk, Ada Marsh, said`
    if text[clause.start : subject.span.start].rstrip().endswith(",") and not apposed:  # `Earlier, in Tessen, she …`
        return Span(subject.span.start, clause.end)
    if mention.event.rank != "adverbial" and part.without_joining(joined) == " ".join(joined.split()):
        return clause
    return Span(subject.span.start, clause.end)


def lacks(mention: Mention) -> bool:
    """Whether nobody does it, who says it stands behind it (`said the mayor`) or says nothing, or what it is done to stands
    before its clause: `[an offer that] the club made`.
    """
    event, subject = mention.event, subject_of(mention)
    if event.rank != "noun" and (subject is None or _is_begun(mention, subject)):
        return True
    if event.speaks and subject is not None:
        behind = subject.span.start > event.span.start
        if behind or (subject.role == "agent" and not _holds_more(mention, event.clause)):
            return True
    held = [part for part in event.participants if part.role == "patient" and event.clause.holds(part.span)]
    if event.rank == "relative" and not held and any(_is_within(mention, part) for part in event.participants):
        return True
    return _undergoes_before(event)


def _undergoes_before(event: EventMention) -> bool:
    """Whether somebody does it in its clause, and what it is done to stands before that (`[an offer that] the club made`)."""
    doers = [part for part in event.participants if part.role == "agent" and event.clause.holds(part.span)]
    return bool(doers) and any(
        part.role == "patient" and not event.clause.holds(part.span) for part in event.participants
    )


def _is_begun(mention: Mention, subject: Participant) -> bool:
    """Whether a clause begins with its verb, and to whom it is done stands behind it, or with a word for somebody before it of
    whom no name is known (`[a man] who kept to himself`).
    """
    event, part = mention.event, mention.language.labels
    if event.clause.start == event.span.start and subject.role == "patient":
        return subject.span.start > event.span.start
    word = subject.span.of(mention.marked.report.text)
    return part is not None and not subject.name and event.clause.holds(subject.span) and part.relates(word)


def _holds_more(mention: Mention, words: Span) -> bool:
    """Whether words of the clause of somebody's words hold what is said."""
    others = inside(mention.marked.events, words)
    return any(other.span.start > mention.event.span.start and other.rank != "noun" for other in others)


def quotes_of(mention: Mention) -> Iterator[Quote]:
    """The quotations whose cue a mention is."""
    return (quote for quote in mention.marked.quotes if any(map(mention.event.span.overlaps, quote.cue)))


def reaches(mention: Mention, words: Span) -> bool:
    """Whether words of a clause hold some of what is said, where they are somebody's saying it."""
    quote = next(quotes_of(mention), None) if mention.event.speaks else None
    if quote is not None:
        return any(map(words.overlaps, quote.content))
    return not only_says(mention.language, mention.event) or _holds_more(mention, words)


def _is_within(mention: Mention, doer: Participant) -> bool:
    """Whether somebody does it within its own clause, and not as whom that hangs on (`a baker, who fell`)."""
    event, part = mention.event, mention.language.labels
    if doer.role != "agent" or not event.clause.holds(doer.span) or doer.span.start > event.span.start:
        return False
    words = mention.marked.report.text[doer.span.start : event.span.start].split()
    return part is not None and not any(part.relates(word.strip(MARKS)) for word in words)


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


def subject_of(mention: Mention) -> Participant | None:
    """Who the clause is about: the doer, or who it is done to, whichever is told first."""
    first = None
    for part in mention.event.participants:
        if part.role in ("agent", "patient") and (first is None or part.span < first.span):
            first = part
    return first


def is_pronoun(agent: Participant | None, mention: Mention, part: Labels) -> bool:
    """Whether a word that leans on what stands before says who does it, the name of which is only found."""
    return agent is not None and bool(agent.name) and part.leans(agent.span.of(mention.marked.report.text))


def broken(text: str) -> bool:
    """Whether quotation marks or brackets stand alone in it."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return any(text.count(opening) != text.count(closing) for opening, closing in pairs) or text.count('"') % 2 == 1
