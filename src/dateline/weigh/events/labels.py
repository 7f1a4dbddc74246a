"""The label of an event: a name of at most a dozen words, cut from the telling that says it best, readable without its source.

It is the reports' own words: the clause of one mention, without its asides and without its time (which stands beside it), a
pronoun in it exchanged for the name that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.cite import Span
from dateline.language.english import labels as language
from dateline.records.marks import Participant, Rank, Status
from dateline.weigh.mentions import Mention

MOST, FEWEST = 13, 2  # words of a label
FEWEST_SAID = 6  # of what somebody says: who says it, and what
NAMELESS = -1.5  # the worth up to which words name nothing
_RANKS: dict[Rank, float] = {
    "main": 2.0, "content": 1.5, "adverbial": 1.0, "relative": 0.5, "infinitive": 0.0, "noun": 0.0, "attributive": -1.0,
}  # fmt: skip
_SPACE = re.compile(r"\s+")
_EDGES = " \t\n,;:–—-"


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate: its words, the mention that it is cut from, and how well it names the event."""

    text: str
    mention: Mention
    worth: float

    @property
    def stands(self) -> bool:
        """Whether its words begin and end as a name can."""
        return language.stands(self.text)


def label(mentions: Sequence[Mention], status: Status, spun: frozenset[str]) -> Label | None:
    """The best name that the mentions of one event give it, without words where none can stand alone; None where none says who
    or what.
    """
    made = [
        candidate
        for mention in mentions
        for candidate in _candidates(mention, status, spun)
        if candidate.worth > NAMELESS
    ]
    best = max(made, key=lambda one: (one.stands, one.worth, -len(one.text), one.text), default=None)
    return best if best is None or best.stands else Label("", best.mention, best.worth)


def clearness(mention: Mention, status: Status, spun: frozenset[str]) -> float:
    """How well a mention tells the event by itself: who does what, in a main clause, in the report's own words."""
    words = mention.event.clause.of(mention.marked.report.text).split()
    return _worth(mention, words, status, spun)


def _candidates(mention: Mention, status: Status, spun: frozenset[str]) -> Iterable[Label]:
    for text, bonus in _texts(mention):
        words = text.split()
        fewest = FEWEST_SAID if mention.event.speaks else FEWEST
        if fewest <= len(words) <= MOST and not _broken(text):
            yield Label(text, mention, bonus + _worth(mention, words, status, spun))


def _texts(mention: Mention) -> Iterable[tuple[str, float]]:
    """The clause, made to stand alone; the whole headline, where it tells little else."""
    report = mention.marked.report
    if mention.label == "headline":
        whole = " ".join(mention.event.sentence.of(report.text).split())
        if mention.event.clause.of(report.text).split()[:3] == whole.split()[:3]:
            yield whole.rstrip(" ."), 0.5
    yield _clause(mention), 0.0


def _clause(mention: Mention) -> str:
    report, clause = mention.marked.report, mention.event.clause
    times = [
        time
        for time in mention.marked.times
        if clause.holds(time.span) and time.earliest and time.earliest == time.latest
    ]
    pieces = [_with_lead_in((time.span.start, time.span.end, ""), report.text, clause) for time in times]
    agent = _subject(mention)
    prefix = ""
    if agent is not None:
        if agent.name and _leans(agent.span.of(report.text)) and clause.holds(agent.span):
            possessive = agent.span.of(report.text).casefold() in language.POSSESSIVE
            pieces.append((agent.span.start, agent.span.end, f"{agent.name}’s" if possessive else agent.name))
        elif not clause.holds(agent.span) and not mention.is_noun:
            prefix = f"{agent.name or agent.span.of(report.text)} "
    text = _cut(report.text, clause, pieces)
    text = language.without_asides(text)
    words = _SPACE.sub(" ", text).strip(_EDGES).split()
    while words and words[0].casefold().strip(",") in language.JOINING:
        words = words[1:]
    made = (prefix + " ".join(words)).strip(_EDGES).rstrip(".")
    return made[:1].upper() + made[1:]


def _with_lead_in(piece: tuple[int, int, str], text: str, clause: Span) -> tuple[int, int, str]:
    start, end, instead = piece
    return max(clause.start, start - language.before_a_time(text[clause.start : start])), end, instead


def _cut(text: str, clause: Span, pieces: Sequence[tuple[int, int, str]]) -> str:
    out, at = [], clause.start
    for start, end, instead in sorted(pieces):
        if start >= at:
            out += [text[at:start], instead]
            at = end
    return "".join((*out, text[at : clause.end]))


def _subject(mention: Mention) -> Participant | None:
    """Who the clause is about: the doer, or who it is done to, whichever is told first."""
    parts = [part for part in mention.event.participants if part.role in ("agent", "patient")]
    return min(parts, key=lambda part: part.span, default=None)


def _leans(words: str) -> bool:
    return words.casefold() in language.LEANING


def _broken(text: str) -> bool:
    """Whether quotation marks or brackets stand alone in it."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return any(text.count(opening) != text.count(closing) for opening, closing in pairs) or text.count('"') % 2 == 1


def _worth(mention: Mention, words: Sequence[str], status: Status, spun: frozenset[str]) -> float:
    event = mention.event
    inside = [part for part in event.participants if part.role in ("agent", "patient")]
    named = any(part.name for part in inside)
    worth = 2.0 * named + 1.0 * bool(inside) + 0.5 * any(part.role == "place" for part in event.participants)
    plain = {word.casefold().strip(",.’'\"") for word in words}
    worth += 1.0 * (event.status == status) - 1.0 * mention.quoted - 3.0 * (mention.marked.report.id in spun)
    worth -= 2.0 * (not inside) + 2.0 * (status != "denied" and _negated(plain)) + 1.0 * bool(plain & language.MODAL)
    worth -= 1.5 * sum(_leans(word.strip(",.’'\"")) for word in words)
    worth -= (
        1.5 * event.head.casefold().endswith("ing")
        + 2.5 * (words[0].casefold() == "to" or _infinitive(mention))
        + 1.0 * (mention.label == "caption")
    )
    worth -= 1.0 * mention.is_noun
    return worth + 0.5 * _RANKS[event.rank] - 0.15 * abs(len(words) - 8)


def _negated(words: set[str]) -> bool:
    return bool(words & language.NEGATING) or any(word.endswith(("n't", "n’t")) for word in words)


def _infinitive(mention: Mention) -> bool:
    """Whether the clause only names what is to be done: it begins with its verb's particle."""
    return mention.event.clause.of(mention.marked.report.text)[:3].casefold() == "to "
